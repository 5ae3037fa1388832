#![allow(clippy::arithmetic_side_effects, clippy::string_slice, reason = "tests count small numbers")]

use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::*;

const HEAD: &str = "story: T\ncharter: c\nbegins: 2026-12-01T09:00:00Z\ncast: asker, third-one\n";
const FOUNDING: &str = include_str!("../../../../../stories/founding.story");

/// The steps of a story of these lines.
fn steps(lines: &str) -> Vec<What> {
    read(&format!("{HEAD}{lines}")).unwrap().steps.into_iter().map(|step| step.what).collect()
}

/// Reading the text gives this fault, on this part of it.
fn check(text: &str, on: &str, what: &str) {
    let fault = read(text).unwrap_err();
    assert_eq!(fault.what, what);
    assert_eq!(&text[fault.at], on, "{what}");
}

#[test]
fn every_kind_of_step_is_read() {
    assert_eq!(steps("\n# a comment\n"), []);
    assert_eq!(steps("== A heading \n"), [What::Heading("A heading".into())]);
    assert_eq!(steps("wait 72h\n"), [What::Wait("72h".parse().unwrap())]);
    assert_eq!(
        steps("every member accredits treasurer, case-officer for 5d"),
        [What::EveryMemberAccredits(vec![Office::Treasurer, Office::CaseOfficer], "5d".parse().unwrap())]
    );
    let expect = |row: &[&str], column: &str, value: &str| What::Expect {
        register: Register::Accounts,
        row: row.iter().map(|word| (*word).to_owned()).collect(),
        column: column.into(),
        value: value.into(),
    };
    assert_eq!(
        steps("expect accounts money 200 \"prepaid by\" balance: 1.00"),
        [expect(&["money", "200", "prepaid by"], "balance", "1.00")]
    );
    assert_eq!(steps("expect accounts held:"), [expect(&[], "held", "")]);
    assert_eq!(steps("expect accounts held: a: b"), [expect(&[], "held", "a: b")]);
    let give = |words: &[&str], refused: Option<&str>| What::Give {
        post: "{asker}/treasurer".into(),
        words: words.iter().map(|word| (*word).to_owned()).collect(),
        refused: refused.map(|rule| rule.parse().unwrap()),
    };
    assert_eq!(steps("{asker}/treasurer: bank countersign 1"), [give(&["bank", "countersign", "1"], None)]);
    assert_eq!(
        steps("{asker}/treasurer: bank enter\r\n  \"a: b\" # c\n\trefused by F9\n"),
        [give(&["bank", "enter", "a: b", "#", "c"], Some("F9"))]
    );
}

#[test]
fn a_head_that_is_missing_or_wrong_is_said_at_its_place() {
    let missing = |key: &str| {
        format!("a story begins with `story:`, `charter:`, `begins:` and `cast:`; here `{key}:` is missing")
    };
    check("", "", &missing("story"));
    check("# only\n\n", "", &missing("story"));
    check("charter: c\n", "charter: c", &missing("story"));
    check("story:\n", "story:", &missing("story"));
    check("story: T\n  more\n", "story: T\n  more", &missing("story"));
    check("story: T\n", "", &missing("charter"));
    check("story: T\ncharter: c\n", "", &missing("begins"));
    check("story: T\ncharter: c\nbegins: 2026-12-01T09:00:00Z\nwait 1h\n", "wait 1h", &missing("cast"));
    check("story: T\ncharter: c\nbegins: today\ncast: a\n", "begins: today", "this is not a moment");
    let early = "begins: 1969-12-31T23:59:59Z";
    check(&format!("story: T\ncharter: c\n{early}\ncast: a\n"), early, "time is counted from 1970 on");
    for (cast, part) in [("a, a", "a"), ("a, B", "B"), ("a,,b", ""), ("a b", "a b"), ("é", "é"), ("a,", "")]
    {
        let text = format!("story: T\ncharter: c\nbegins: 1970-01-01T00:00:00Z\ncast: {cast}");
        check(&text, &format!("cast: {cast}"), &format!("`{part}` cannot be a part of the cast"));
    }
}

#[test]
fn a_step_that_is_wrong_is_said_at_its_place() {
    for (line, on, what) in [
        ("hello", "hello", "this is not a step of a story"),
        ("==Heading", "==Heading", "this is not a step of a story"),
        ("asker: decision open 1", "asker: decision open 1", "this is not a step of a story"),
        (
            "{asker}/treasurer decision open 1",
            "{asker}/treasurer decision open 1",
            "this is not a step of a story",
        ),
        ("wait soon", "wait soon", "`soon` cannot stand here"),
        ("wait 0h", "wait 0h", "`0h` cannot stand here"),
        ("every member accredits treasurer", "every member accredits treasurer", "this names no term"),
        (
            "every member accredits judge for 5d",
            "every member accredits judge for 5d",
            "`judge` cannot stand here",
        ),
        (
            "every member accredits treasurer for ever",
            "every member accredits treasurer for ever",
            "`ever` cannot stand here",
        ),
        ("expect decisions 1 stage", "expect decisions 1 stage", "this is not an expectation"),
        ("expect decisions: 1", "expect decisions: 1", "this is not an expectation"),
        ("expect : 1", "expect : 1", "this is not an expectation"),
        ("expect minds 1 stage: made up", "expect minds 1 stage: made up", "`minds` cannot stand here"),
        ("expect accounts \"money 1 held: 2", "\"money 1 held", "this cannot be split into words"),
        ("{asker}/treasurer: bank enter \"5", "\"5", "this cannot be split into words"),
        ("{asker}/treasurer: bank enter\n  5 \"6", "\"6", "this cannot be split into words"),
        ("{asker}/treasurer: bank enter 5\n  refused by f9", "refused by f9", "`f9` cannot stand here"),
        ("wait 1h\n  refused by F9", "wait 1h\n  refused by F9", "nothing can stand under this line"),
        ("== One\n  two", "== One\n  two", "nothing can stand under this line"),
        ("expect plan \"CAN a: b\n  c", "\"CAN a", "this cannot be split into words"),
        ("{other}/treasurer: bank enter 5", "{other}/treasurer: bank enter 5", "`other` is not in the cast"),
        (
            "{asker}/treasurer: bank enter\n  {asker",
            "{asker}/treasurer: bank enter\n  {asker",
            "`asker` is not in the cast",
        ),
        ("== For {Asker}", "== For {Asker}", "`Asker` is not in the cast"),
    ] {
        // What is in braces and not closed is no part either, whatever its name.
        let what = if line.ends_with("{asker") { "`asker` is not closed by a brace" } else { what };
        check(&format!("{HEAD}== One\n{line}\nwait 1h\n"), on, what);
    }
    check("  indented", "  indented", "nothing stands above this indented line");
}

#[test]
fn the_borders_of_a_story() {
    let of = |lines: usize| format!("{HEAD}{}", "wait 1h\n".repeat(lines));
    assert_eq!(read(&of(MAX_STEPS - 4)).unwrap().steps.len(), MAX_STEPS - 4, "the head's four lines count");
    check(&of(MAX_STEPS - 3), "", "this story has too many steps");
    let long = format!("{HEAD}#{}", " ".repeat(MAX_STORY_BYTES - HEAD.len() - 1));
    assert!(read(&long).is_ok());
    check(&format!("{long} "), "", "this text is too long for a story");
}

fn shreds() -> impl Strategy<Value = String> {
    let known = [
        "\n",
        "\r\n",
        "  ",
        "\t",
        "#",
        ":",
        "\"",
        "\\",
        "{",
        "}",
        "{asker}",
        "== ",
        "wait ",
        "expect ",
        "refused by ",
        "every member accredits ",
        " for ",
        "/",
        ",",
        "é",
        "\u{85}",
        "\u{2028}",
        "\0",
        "votes",
        "99999999999999999999h",
    ];
    prop_oneof![4 => select(known.to_vec()).prop_map(str::to_owned), 1 => any::<String>()]
}

fn within(text: &str) -> Result<(), TestCaseError> {
    match read(text) {
        Ok(story) => {
            for step in &story.steps {
                prop_assert!(text.get(step.at.clone()).is_some(), "{:?}", step.at);
            }
        }
        Err(fault) => prop_assert!(text.get(fault.at.clone()).is_some(), "{fault:?} is not within {text:?}"),
    }
    Ok(())
}

proptest! {
    #[test]
    fn arbitrary_texts_are_read_or_faulted(text in any::<String>(), parts in prop::collection::vec(shreds(), 0..60)) {
        within(&text)?;
        within(&parts.concat())?;
        within(&format!("{HEAD}{}", parts.concat()))?;
    }

    #[test]
    fn a_changed_story_is_read_or_faulted(changes in prop::collection::vec((any::<Index>(), 0..30_usize, shreds()), 1..4)) {
        let mut text = FOUNDING.to_owned();
        for (from, length, by) in changes {
            let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let from = from.index(starts.len());
            let to = (from + length).min(starts.len() - 1);
            text.replace_range(starts[from]..starts[to], &by);
        }
        within(&text)?;
    }
}

#[test]
fn further_partnerships_are_named_and_entered_by_name() {
    let head = |more: &str| format!("{HEAD}{more}");
    let story = read(&head(
        "beside: framework = f.toml\nbeside: other = o.toml\nin other:\nwait 1h\nin the partnership:\n",
    ));
    let story = story.unwrap();
    let named: Vec<(&str, &str)> =
        story.beside.iter().map(|beside| (beside.name.as_str(), beside.charter.as_str())).collect();
    assert_eq!(named, [("framework", "f.toml"), ("other", "o.toml")]);
    let steps: Vec<What> = story.steps.into_iter().map(|step| step.what).collect();
    assert_eq!(steps, [What::In(Some(1)), What::Wait("1h".parse().unwrap()), What::In(None)]);
    // Its id stands for its name, as a member's code does for a part.
    assert!(read(&head("beside: framework = f.toml\n{asker}/root: member sign {framework}\n")).is_ok());
    check(&head("in framework:\n"), "in framework:", "there is no partnership `framework` here");
    for wrong in [
        "beside: asker = f.toml",
        "beside: newcomer = f.toml",
        "beside: f",
        "beside: F = f.toml",
        "beside: f =",
    ] {
        check(&head(wrong), wrong, "this names no partnership");
    }
    let many: String =
        (0..=MAX_BESIDE).map(|n| format!("beside: {} = f.toml\n", "f".repeat(n + 1))).collect();
    check(&head(&many), "beside: fffff = f.toml", "these are too many partnerships");
}
