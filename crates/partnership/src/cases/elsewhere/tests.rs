//! Help elsewhere: whose word counts, and what it holds up.

mod standing_down;

use alloc::vec;

use quorate_ledger::Money;

use super::*;
use crate::cases::Command;
use crate::command::Command as AnyCommand;
use crate::decisions::Effect;
use crate::exercise::commands::{
    assist, attest, countersign, eur, execute, instruct, open, phrase, table, usd,
};
use crate::exercise::standing::{accept, amend};
use crate::exercise::{CHARTER, Exercise};
use crate::moment::Moment;

const AT_ONCE: &str = "\n[relation]\narticle = 41\nbody = \"North Atlantic Treaty Organization\"\nacts = \"at once\"\nstands-down = \"by decision\"\ndecided-by = \"assistance\"\ndouble-funding = \"none\"\n";
const CASE: CaseNo = CaseNo(1);

fn under(article: &str) -> Exercise {
    let text = CHARTER.replace("most-tranches = 12", "most-tranches = 12\nlapses-after = \"100d\"");
    let mut x = Exercise::under(&[&text, article].concat());
    x.accept("GBR/root", crate::exercise::commands::sign(usd("100.00"), usd("0")));
    x.received("GBR", usd("100.00"));
    x
}

/// A case of `CAN` in tranches, approved, every condition attested.
fn attested(amounts: &[&str]) -> Exercise {
    let mut x = under(AT_ONCE);
    x.approved(amounts);
    for tranche in 1..=u32::try_from(amounts.len()).unwrap() {
        x.accept("FRA/case-officer", attest(1, tranche));
    }
    x
}

fn say(
    body: &str,
    amount: Money,
    progress: Progress,
    replaces: Option<u32>,
    source: Option<&str>,
) -> AnyCommand {
    let declared = Some(Declared { body: phrase(body), amount, progress });
    Command::Elsewhere(Elsewhere { case: CASE, declared, replaces, source: source.map(phrase) }).into()
}

fn promised(amount: &str, replaces: Option<u32>) -> AnyCommand {
    say("NATO", usd(amount), Progress::Promised, replaces, None)
}

fn nothing() -> AnyCommand {
    Command::Elsewhere(Elsewhere { case: CASE, declared: None, replaces: None, source: None }).into()
}

fn reported(amount: &str) -> AnyCommand {
    say("NATO", usd(amount), Progress::Paid, None, Some("a newspaper"))
}

fn counted(body: &str, amount: Money) -> RelationEffect {
    RelationEffect::Count { case: CASE, body: phrase(body), amount, source: phrase("a letter") }
}

fn count(amount: &str) -> RelationEffect {
    counted("NATO", usd(amount))
}

fn decide(x: &mut Exercise, effect: RelationEffect) {
    let decision = x.adopted(Effect::Relation(effect));
    x.accept("DEU/representative", execute(decision));
}

#[test]
fn c46_with_what_is_given_elsewhere_no_more_is_paid_than_was_asked_for() {
    for (elsewhere, second) in [("19.99", true), ("20.00", true), ("20.01", false)] {
        let mut x = attested(&["30.00", "20.00", "20.00"]);
        x.accept("CAN/representative", promised(elsewhere, None));
        x.accept("FRA/treasurer", instruct(1, 1));
        if second {
            x.accept("FRA/treasurer", instruct(1, 2));
            x.refuse("FRA/treasurer", instruct(1, 3), "C46");
        } else {
            x.refuse("FRA/treasurer", instruct(1, 2), "C46");
        }
    }
}

#[test]
fn c46_what_is_only_asked_for_elsewhere_counts_for_nothing_yet() {
    let mut x = attested(&["30.00"]);
    x.accept("CAN/representative", say("NATO", usd("30.00"), Progress::Requested, None, None));
    x.clone().accept("FRA/treasurer", instruct(1, 1));
    x.accept("CAN/representative", say("NATO", usd("30.00"), Progress::Paid, Some(1), None));
    x.refuse("FRA/treasurer", instruct(1, 1), "C46");
}

#[test]
fn c46_a_report_by_another_member_counts_for_nothing_until_the_others_decide() {
    for other in ["DEU", "FRA", "GBR"] {
        let mut x = attested(&["30.00"]);
        x.accept("CAN/representative", nothing());
        x.accept(&[other, "/representative"].concat(), reported("30.00"));
        x.accept("FRA/treasurer", instruct(1, 1));
    }
    let mut x = attested(&["30.00"]);
    x.accept("CAN/representative", nothing());
    decide(&mut x, count("0.01"));
    x.refuse("FRA/treasurer", instruct(1, 1), "C46");
    // A later decision takes its place, also by nothing.
    decide(&mut x, count("0"));
    x.accept("FRA/treasurer", instruct(1, 1));
}

#[test]
fn f1_and_f2_amounts_are_something_in_the_funds_currency() {
    let mut x = attested(&["30.00"]);
    x.refuse("CAN/representative", say("NATO", eur("1.00"), Progress::Paid, None, None), "F1");
    x.refuse("CAN/representative", say("NATO", usd("0"), Progress::Paid, None, None), "F2");
    for (amount, rule) in [(eur("1.00"), "F1"), (eur("0"), "F1"), (usd("-0.01"), "F2")] {
        let effect = Effect::Relation(counted("NATO", amount));
        x.refuse("DEU/representative", table(effect), rule);
    }
}

#[test]
fn c47_help_elsewhere_is_told_of_where_the_charter_says_so() {
    let allowed = AT_ONCE.replace("double-funding = \"none\"\n", "");
    for article in ["", &allowed] {
        let mut x = under(article);
        x.approved(&["30.00"]);
        x.refuse("CAN/representative", nothing(), "C47");
        let count = Effect::Relation(count("1.00"));
        x.refuse("DEU/representative", table(count), "C47");
        x.accept("FRA/case-officer", attest(1, 1));
        x.accept("FRA/treasurer", instruct(1, 1));
    }
}

#[test]
fn c48_a_word_takes_the_place_of_the_own_one_on_the_same_body() {
    let mut x = attested(&["30.00"]);
    x.refuse("CAN/representative", promised("1.00", Some(1)), "C48");
    x.accept("CAN/representative", promised("1.00", None));
    for other in [None, Some(2)] {
        x.refuse("CAN/representative", promised("2.00", other), "C48");
    }
    x.accept("CAN/representative", promised("2.00", Some(1)));
    // After it said something, it does not say that there is nothing; and nobody says so for it.
    x.refuse("CAN/representative", nothing(), "C48");
    x.refuse("FRA/representative", nothing(), "C48");
    // Another member's word is another, and so is one on another body.
    x.accept("FRA/representative", reported("5.00"));
    x.accept("CAN/representative", say("EU", usd("1.00"), Progress::Paid, None, None));
}

#[test]
fn c49_less_than_before_and_what_others_report_has_a_source() {
    let mut x = attested(&["30.00"]);
    x.accept("CAN/representative", promised("10.00", None));
    x.refuse("CAN/representative", promised("9.99", Some(1)), "C49");
    x.refuse("CAN/representative", say("NATO", usd("10.00"), Progress::Requested, Some(1), None), "C49");
    x.accept("CAN/representative", promised("10.00", Some(1)));
    x.accept("CAN/representative", promised("10.01", Some(2)));
    x.accept("CAN/representative", say("NATO", usd("9.99"), Progress::Promised, Some(3), Some("a letter")));
    x.refuse("FRA/representative", promised("5.00", None), "C49");
}

#[test]
fn c50_the_beneficiarys_silence_holds_up_its_own_help() {
    let mut x = attested(&["30.00"]);
    x.refuse("FRA/treasurer", instruct(1, 1), "C50");
    x.accept("DEU/representative", reported("30.00"));
    x.refuse("FRA/treasurer", instruct(1, 1), "C50");
    x.accept("CAN/representative", nothing());
    x.accept("FRA/treasurer", instruct(1, 1));
}

#[test]
fn c51_while_help_stands_down_nothing_more_is_instructed_or_countersigned_and_what_is_released_stays() {
    let mut x = attested(&["10.00", "20.00"]);
    x.accept("CAN/representative", nothing());
    x.accept("FRA/treasurer", instruct(1, 1));
    decide(&mut x, RelationEffect::StandDown { case: CASE });
    x.refuse("FRA/treasurer", instruct(1, 2), "C51");
    x.refuse("GBR/treasurer", countersign(1), "C51");
    decide(&mut x, RelationEffect::Resume { case: CASE });
    x.accept("FRA/treasurer", instruct(1, 2));
}

#[test]
fn c46_is_asked_again_at_the_countersignature() {
    for (elsewhere, countersigned) in [("0.01", false), ("0", true)] {
        let mut x = attested(&["30.00"]);
        x.accept("CAN/representative", nothing());
        x.accept("FRA/treasurer", instruct(1, 1));
        if countersigned {
            x.accept("GBR/treasurer", countersign(1));
        } else {
            x.accept("CAN/representative", promised(elsewhere, None));
            x.refuse("GBR/treasurer", countersign(1), "C46");
        }
    }
}

#[test]
fn c46_what_bodies_give_is_added_and_of_one_body_the_larger_word_counts() {
    for (own, decided, body, fits) in [
        ("20.00", "20.00", "NATO", true),
        ("20.00", "30.00", "NATO", true),
        ("20.00", "30.01", "NATO", false),
        ("20.00", "10.00", "EU", true),
        ("20.00", "10.01", "EU", false),
    ] {
        let mut x = attested(&["30.00", "30.00"]);
        x.accept("CAN/representative", promised(own, None));
        decide(&mut x, counted(body, usd(decided)));
        if fits {
            x.accept("FRA/treasurer", instruct(1, 1));
        } else {
            x.refuse("FRA/treasurer", instruct(1, 1), "C46");
        }
    }
}

#[test]
fn c46_no_more_is_decided_to_count_than_was_asked_for() {
    let mut x = attested(&["30.00"]);
    x.refuse("DEU/representative", table(Effect::Relation(count("30.01"))), "C46");
    decide(&mut x, count("30.00"));
}

#[test]
fn d9_a_kept_decision_on_what_counts_does_not_take_the_place_of_a_later_one() {
    let mut x = attested(&["30.00"]);
    x.accept("CAN/representative", nothing());
    let kept = x.adopted(Effect::Relation(count("30.00")));
    let later = x.adopted(Effect::Relation(count("0")));
    let other = x.adopted(Effect::Relation(counted("EU", usd("0"))));
    x.accept("DEU/representative", execute(later));
    x.refuse("DEU/representative", execute(kept), "D9");
    x.accept("DEU/representative", execute(other));
    x.accept("FRA/treasurer", instruct(1, 1));
}

/// A case whose time is over: what is set aside is free for another's help.
#[test]
fn c45_i_31_what_a_silent_beneficiary_or_a_decision_holds_up_is_free_again_in_time() {
    for stands_down in [false, true] {
        let mut x = attested(&["100.00"]);
        if stands_down {
            x.accept("CAN/representative", nothing());
            decide(&mut x, RelationEffect::StandDown { case: CASE });
        }
        x.refuse("FRA/treasurer", instruct(1, 1), if stands_down { "C51" } else { "C50" });
        assert_eq!(x.authority(), 0);
        x.wait("2400h");
        x.pass();
        assert_eq!(x.authority(), 10_000);
    }
}

#[test]
fn c46_what_lapsed_is_asked_for_no_more() {
    let mut x = attested(&["30.00", "20.00"]);
    x.accept("CAN/representative", nothing());
    x.wait("2399h");
    x.accept("FRA/treasurer", instruct(1, 1));
    x.wait("24h");
    x.pass();
    let case = x.partnership.cases().get(CASE).unwrap();
    assert_eq!(case.asked_for(), 30_00);
    x.accept("CAN/representative", promised("0.01", None));
    x.refuse("GBR/treasurer", countersign(1), "C46");
}
