//! Bodies: what other institutions and charters have in common.
#![allow(clippy::unwrap_used, reason = "tests stop where they cannot go on")]

use quorate_charter::{Body, Charter, MAX_CHARTER_BYTES, Rule};

const CHARTER: &str = include_str!("../../../charters/partnership.toml");
const BODY: &str = r#"
title = { en = "A body", fr = "Un organe" }
[member]
CAN = { name = { en = "Canada", fr = "Canada" } }
FRA = { name = { en = "France", fr = "France" } }
[measure.capital]
unit = "shares"
source = "for tests only"
moves = true
weight = { CAN = 1, FRA = 2 }
[rule.loan]
adopted = "capital > 1/2 of participating"
not-taking-part = []
essential = false
source = "Article 7"
"#;

/// What is said first about a text, or how many rules it has.
fn read(text: &str) -> String {
    match Body::read(text) {
        Ok(body) => format!("{} rules", body.rules().len()),
        Err(faults) => faults.first().what().to_owned(),
    }
}

fn rule(body: &Body, name: &str) -> Rule {
    body.rule(&name.parse().unwrap()).unwrap().clone()
}

#[test]
fn a_body_says_what_its_text_says() {
    let body = Body::read(BODY).unwrap();
    assert!(body.measures().iter().all(|measure| measure.moves() && measure.unit() == "shares"));
    let rule = rule(&body, "loan");
    assert_eq!((rule.procedure(), rule.source(), rule.is_essential()), (None, Some("Article 7"), false));
}

#[test]
fn a_rule_is_essential_and_a_weight_stands_still_unless_the_text_says_otherwise() {
    let body = Body::read(&BODY.replace("moves = true\n", "").replace("essential = false\n", "")).unwrap();
    assert!(!body.measures().iter().any(quorate_charter::Measure::moves));
    assert!(rule(&body, "loan").is_essential());
}

#[test]
fn the_text_of_a_charter_is_read_as_one_and_gives_its_body() {
    let body = Body::read(CHARTER).unwrap();
    assert_eq!(&body, Charter::read(CHARTER).unwrap().body());
    assert!(body.rules().all(|rule| rule.procedure().is_some()));
    assert_eq!(
        read(&CHARTER.replace("\"USD\"", "\"DOL\"")),
        read_charter(&CHARTER.replace("\"USD\"", "\"DOL\""))
    );
}

fn read_charter(text: &str) -> String {
    Charter::read(text).unwrap_err().first().what().to_owned()
}

#[test]
fn a_body_that_is_none() {
    for (text, said) in [
        (
            BODY.replace("[rule.loan]", "[rules.loan]"),
            "unknown key `rules`, expected one of `title`, `member`, `measure`, `rule`, `institution`, `obligation`",
        ),
        (BODY.replace("[rule.loan]", "[rule.loan"), "unclosed table, expected `]`"),
        (BODY.replace("FRA = { name", "FRANCE = { name"), "`FRANCE` cannot stand here"),
        (BODY.replace("capital >", "income >"), "`income` is not a measure of this charter"),
        (format!("{BODY}procedure = {{ kind = \"vote\", open = \"0h\" }}\n"), "`0h` cannot stand here"),
        (format!("{BODY}{}", "#".repeat(MAX_CHARTER_BYTES)), "this text is too long for a charter"),
    ] {
        assert_eq!(read(&text), said);
    }
    assert_eq!(read(&format!("{BODY}procedure = {{ kind = \"vote\", open = \"1h\" }}\n")), "1 rules");
    assert_eq!(read(&format!("{BODY}{}", "#".repeat(MAX_CHARTER_BYTES - BODY.len()))), "1 rules");
}

#[test]
fn an_obligation_that_is_none() {
    let with = |written: &str| format!("{BODY}[obligation]\n{written}\n");
    let good =
        "assist = { what = \"assist\", concerns = \"assistance\", first = true, source = \"Article 5\" }";
    assert_eq!(read(&with(good)), "1 rules");
    for (was, is, said) in [
        ("\"assistance\"", "\"trade\"", "`trade` is not what an obligation concerns"),
        ("\"assist\"", "\"\"", "this cannot be an obligation"),
        (", source = \"Article 5\"", "", "missing key `source`"),
        ("first = true", "first = 1", "invalid type: integer `1`, expected `true` or `false`"),
        ("first", "second", "unknown key `second`, expected one of `what`, `concerns`, `first`, `source`"),
    ] {
        assert_eq!(read(&with(&good.replacen(was, is, 1))), said);
    }
    assert_eq!(Body::read(&with(good)).unwrap().obligations().len(), 1);
}
