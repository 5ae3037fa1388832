//! Help decided by each procedure, with one member uncooperative: the formula of the delay against what the rules do.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test")]

use quorate_charter::Charter;
use quorate_foresight::{Assurance, Finding, Outcome, Promise};

const FOUNDING: &str = include_str!("../../../charters/partnership.toml");

/// The founding charter, in which help is decided by this procedure.
fn deciding(procedure: &str) -> String {
    let (before, rest) = FOUNDING.split_once("[rule.assistance]").unwrap();
    let (rule, after) = rest.split_once("procedure = {").unwrap();
    let (_, after) = after.split_once('}').unwrap();
    format!("{before}[rule.assistance]{rule}procedure = {{ {procedure} }}{after}")
}

fn findings(text: &str) -> (Finding, Finding) {
    let charter = Charter::read(text).unwrap_or_else(|faults| panic!("{}", faults.first().what()));
    let assurance = Assurance::of(&charter).rehearsed(&charter, text);
    let of =
        |promise| assurance.findings().iter().find(|finding| finding.promise == promise).unwrap().clone();
    (of(Promise::Procedure), of(Promise::Delay))
}

/// What the delay says of this procedure: at most, with everybody prompt, and the longest that was run.
fn delay(procedure: &str) -> (u64, u64, u64) {
    delay_of(&deciding(procedure))
}

/// The same of a text.
fn delay_of(text: &str) -> (u64, u64, u64) {
    let (passed, delay) = findings(text);
    assert_eq!(passed.outcome.name(), "proven", "{}", passed.outcome.says());
    let Outcome::Proven(certificate) = &delay.outcome else { panic!("{:?}", delay.outcome) };
    let hours = |text: &str, after: &str| -> u64 {
        let (_, rest) = text.split_once(after).unwrap_or_else(|| panic!("{after} in {text}"));
        rest.split(' ').next().unwrap().parse().unwrap()
    };
    let ran = certificate.because.last().unwrap();
    let prompt = hours(&certificate.says, "does, ");
    assert_eq!(prompt, ran.rsplit("; ").next().unwrap().split(' ').next().unwrap().parse::<u64>().unwrap());
    (hours(&certificate.says, "from request to payment "), prompt, hours(ran, "run in the rehearsal: "))
}

#[test]
fn the_formula_is_never_below_what_is_run_and_is_reached() {
    let moving = "extend = \"24h\", extend-at-most = \"72h\"";
    let confirming = "confirm-within = \"48h\"";
    // At most, with everybody prompt, and run, in hours. An objection in the last hour comes up to an hour early.
    let two = "kind = \"no-objection\", open = \"72h\", objections = 2, support = 2, vote-within = \"48h\"";
    let one = "kind = \"no-objection\", open = \"72h\", objections = 1, support = 2, vote-within = \"48h\"";
    for (kind, most, prompt, ran) in [
        ("kind = \"vote\", open = \"72h\"", 72, 72, 72),
        ("kind = \"written\", open = \"72h\"", 72, 0, 72),
        // A member that leaves meanwhile brings a vote; a year's notice does not end while the rehearsal lasts.
        (two, 120, 72, 72),
        (one, 120, 72, 119),
        ("kind = \"silence\", open = \"72h\", support = 2, vote-within = \"48h\"", 120, 72, 119),
        // Four are never on record in favour where three take part: members always vote.
        ("kind = \"silence\", open = \"72h\", support = 4, vote-within = \"48h\"", 120, 120, 120),
    ] {
        for more in ["", &format!("{moving}, {confirming}")] {
            let procedure = if more.is_empty() { kind.to_owned() } else { format!("{kind}, {more}") };
            assert_eq!(delay(&procedure), (most, prompt, ran), "{procedure}");
        }
    }
}

#[test]
fn one_member_of_all_that_must_support_moves_the_deadline_as_far_as_the_text_lets_it() {
    let kind = "kind = \"no-objection\", open = \"72h\", objections = 2, support = 3, vote-within = \"48h\"";
    assert_eq!(delay(kind), (120, 72, 120));
    let moving = format!("{kind}, extend = \"24h\", extend-at-most = \"72h\"");
    assert_eq!(delay(&moving), (72 + 72 + 48, 72, 72 + 72 + 48));
    // An hour is moved by less than an hour at a time: the formula is an upper bound, and not reached.
    let by_hours = format!("{kind}, extend = \"1h\", extend-at-most = \"9h\"");
    let (most, prompt, ran) = delay(&by_hours);
    assert_eq!((most, prompt), (72 + 9 + 48, 72));
    assert!(ran <= most, "{ran}");
}

#[test]
fn two_objections_are_not_one_and_a_member_that_leaves_brings_a_vote() {
    let two = deciding(
        "kind = \"no-objection\", open = \"72h\", objections = 2, support = 2, vote-within = \"48h\"",
    );
    let (before, rest) = two.split_once("[withdrawal]").unwrap();
    let (_, after) = rest.split_once("\n[").unwrap();
    assert_eq!(delay_of(&format!("{before}[{after}")), (72, 72, 72));
    assert_eq!(delay_of(&two.replace("notice = \"365d\"", "notice = \"48h\"")), (120, 72, 120));
}

#[test]
fn support_that_comes_late_by_the_text_moves_the_deadline_for_all() {
    for kind in ["vote", "written"] {
        let short = format!("kind = \"{kind}\", open = \"12h\", extend = \"24h\", extend-at-most = \"48h\"");
        let prompt = if kind == "vote" { 24 } else { 0 };
        assert_eq!(delay(&short), (24, prompt, 24), "{short}");
    }
    let silence = "kind = \"silence\", open = \"12h\", support = 2, vote-within = \"6h\", extend = \"24h\", extend-at-most = \"48h\"";
    assert_eq!(delay(silence), (30, 24, 29));
}

#[test]
fn one_objector_does_not_hold_a_no_objection_rule() {
    let (passed, delay) = findings(&deciding(
        "kind = \"no-objection\", open = \"72h\", objections = 1, support = 2, vote-within = \"48h\"",
    ));
    assert_eq!(passed.outcome.name(), "proven");
    // D26: it converts.
    let Outcome::Proven(certificate) = &delay.outcome else { panic!("{:?}", delay.outcome) };
    assert!(
        certificate.because.iter().any(|line| line.contains("one objection in the last hour brings a vote"))
    );
    assert!(certificate.because.last().unwrap().contains("objects in the last hour"), "{certificate:?}");
    // Where the vote itself hangs on one, the objection is where it begins, and the vote is where it is held.
    let plain = deciding("kind = \"silence\", open = \"72h\", support = 2, vote-within = \"48h\"").replace(
        " and population >= 65% of participating, or not in favour <= 1",
        " and population >= 90% of participating",
    );
    let (held, undecided) = findings(&plain);
    let found = held.outcome.counterexample().expect("it is held");
    assert!(found.says.contains("at the vote: it objects"), "{}", found.says);
    assert!(found.story.as_ref().unwrap().contains("decision object 1"));
    assert_eq!(undecided.outcome.name(), "undecided");
}

#[test]
fn what_is_longer_than_promised_is_told_with_who_and_how() {
    let text = deciding("kind = \"silence\", open = \"72h\", support = 2, vote-within = \"240h\"")
        .replace("longest-delay = \"240h\"", "longest-delay = \"239h\"");
    let (_, delay) = findings(&text);
    let found = delay.outcome.counterexample().expect("it fails");
    assert!(found.says.contains("can delay a payment by 240 hours, 239 promised"), "{}", found.says);
    assert_eq!(findings(&text.replace("239h", "240h")).1.outcome.name(), "proven");
}

#[test]
fn the_menu_is_printed_with_what_is_not_on_it() {
    let (passed, _) = findings(FOUNDING);
    let lines: Vec<&str> = passed.how.lines().collect();
    assert!(lines.iter().any(|line| line.starts_with("tried at the tabling: it tables")));
    assert!(lines.iter().any(|line| line.starts_with("not tried: `decision proxy`: ")));
    assert!(!passed.how.contains("at the objections"), "help is voted on");
}

#[test]
fn a_text_in_which_one_member_holds_the_payment_by_its_signature_is_not_read() {
    let signing = |text: &str, signatures: u32, able: u32| {
        text.replace("signatures = 2 ", &format!("signatures = {signatures} "))
            .replace("able-to-sign = 3 ", &format!("able-to-sign = {able} "))
    };
    // Three beside the beneficiary: all three would have to sign.
    for (signatures, able) in [(3, 3), (3, 4), (1, 3)] {
        assert!(Charter::read(&signing(FOUNDING, signatures, able)).is_err(), "{signatures} of {able}");
    }
    // Of four beside the beneficiary three sign, and any one of them may be missing.
    let five = FOUNDING
        .replace(
            "[measure.population]",
            "[member.ITA]\nname = { en = \"Italy\", fr = \"Italie\" }\n\n[measure.population]",
        )
        .replace("GBR = 69226000 }", "GBR = 69226000, ITA = 58952704 }");
    assert!(Charter::read(&signing(&five, 4, 4)).is_err());
    assert_eq!(findings(&signing(&five, 3, 4)).0.outcome.name(), "proven");
}

#[test]
fn a_charter_that_enters_into_force_first_is_explored_too() {
    let (passed, delay) = findings(include_str!("../../../charters/ratification.toml"));
    assert_eq!(passed.outcome.name(), "proven", "{}", passed.outcome.says());
    assert_eq!(delay.outcome.name(), "proven", "{}", delay.outcome.says());
}
