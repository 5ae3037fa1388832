use super::*;

fn act(fields: &[(&str, FieldKind)]) -> Act {
    let field = |(name, kind): &(&str, FieldKind)| Field {
        name: (*name).into(),
        help: String::new(),
        kind: kind.clone(),
        required: false,
    };
    let fields = fields.iter().map(field).collect();
    Act { name: "decision vote".into(), about: String::new(), page: String::new(), fields }
}

fn said(act: &Act, sent: &[(&str, &str)]) -> String {
    let sent: Sent = sent.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect();
    words(act, &sent).join(" ")
}

#[test]
fn a_form_becomes_the_words_that_are_typed() {
    let act = act(&[
        ("decision", FieldKind::Line),
        ("vote", FieldKind::Choice(vec!["against".into()])),
        ("--explanation", FieldKind::Line),
        ("--ad-referendum", FieldKind::Flag),
        ("--weight", FieldKind::Lines),
    ]);
    assert_eq!(said(&act, &[("decision", "1"), ("vote", "against")]), "decision vote -- 1 against");
    assert_eq!(
        said(
            &act,
            &[
                ("--explanation", "--dir x"),
                ("decision", "1"),
                ("vote", "--help"),
                ("--ad-referendum", "yes")
            ]
        ),
        "decision vote --explanation=--dir x --ad-referendum -- 1 --help"
    );
    assert_eq!(
        said(&act, &[("--weight", "a=1\r\n\n b=2 "), ("other", "x")]),
        "decision vote --weight=a=1 --weight=b=2"
    );
    assert_eq!(said(&act, &[("decision", "  "), ("--ad-referendum", "")]), "decision vote");
}

#[test]
fn pairs_become_two_words_and_no_option() {
    let act = act(&[("--tranche", FieldKind::Pairs)]);
    let sent: Sent = vec![("--tranche".into(), "1.00 once it is signed\n2.00 --dir /x\n--dir /x".into())];
    let expected = [
        "decision",
        "vote",
        "--tranche",
        "1.00",
        "once it is signed",
        "--tranche=2.00 --dir /x",
        "--tranche=--dir /x",
    ];
    assert_eq!(words(&act, &sent), expected);
}
