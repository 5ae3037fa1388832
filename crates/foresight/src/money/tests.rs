//! What is found of the money, at each border.

use alloc::collections::BTreeMap;

use quorate_charter::Charter;
use quorate_ledger::Currency;
use quorate_partnership::Day;
use quorate_records::{Kind, Liquidity, Owed, When};

use super::outcome;
use crate::finding::Outcome;

const FOUNDING: &str = include_str!("../../../../charters/partnership.toml");

/// Cash and approved help, and what members owe in so many days.
fn standing(cash: i128, approved: i128, owed: &[(&str, i128, u32)]) -> Liquidity {
    let owed = owed.iter().map(|(member, minor, days)| Owed {
        member: member.parse().unwrap(),
        kind: if *days == 0 { Kind::Due } else { Kind::Note },
        minor: *minor,
        when: if *days == 0 { When::Now } else { When::On(Day(1_000_u32.saturating_add(*days))) },
    });
    Liquidity {
        currency: Currency::from_code("USD").unwrap(),
        today: Day(1_000),
        cash,
        held: 0,
        prepaid: BTreeMap::new(),
        invested: BTreeMap::new(),
        approved,
        in_flight: 0,
        authority: 0,
        owed: owed.collect(),
        other_currencies: BTreeMap::new(),
        callable: BTreeMap::new(),
    }
}

fn found(text: &str, liquidity: &Liquidity) -> Outcome {
    outcome(&Charter::read(text).unwrap(), liquidity)
}

fn name(liquidity: &Liquidity) -> &'static str {
    found(FOUNDING, liquidity).name()
}

#[test]
fn what_is_there_is_proven_one_above_at_and_not_one_below() {
    for (cash, expected) in [(101, "proven"), (100, "proven"), (99, "fails")] {
        assert_eq!(name(&standing(cash, 100, &[])), expected, "{cash}");
    }
}

#[test]
fn one_member_that_pays_nothing_more_is_named_with_its_amount() {
    for (cash, expected) in [(71, "proven"), (70, "proven"), (69, "fails")] {
        let standing = standing(cash, 100, &[("DEU", 30, 0), ("FRA", 40, 0)]);
        assert_eq!(name(&standing), expected, "{cash}");
    }
    let Outcome::Proven(certificate) = found(FOUNDING, &standing(70, 100, &[("DEU", 30, 0), ("FRA", 40, 0)]))
    else {
        return assert_eq!("proven", "not proven");
    };
    assert!(
        certificate.says.contains("what is due without the 0.40\u{a0}USD of FRA"),
        "{}",
        certificate.says
    );
    assert_eq!(certificate.because[1], "not if FRA and DEU together pay nothing more");
    let found = found(FOUNDING, &standing(65, 100, &[("DEU", 30, 0), ("FRA", 40, 0)]));
    let counterexample = found.counterexample().unwrap();
    assert!(
        counterexample.says.contains("short by 0.05\u{a0}USD if FRA pays nothing more of its 0.40\u{a0}USD")
    );
    let names = |members: &[quorate_charter::MemberCode]| members.iter().map(|m| m.as_str().into()).collect();
    let alone: alloc::vec::Vec<alloc::string::String> = names(&counterexample.members);
    assert_eq!(alone, ["FRA"], "of DEU's 0.30 nothing is missed: 0.05 would be left");
    assert_eq!(counterexample.steps.len(), 4);
}

#[test]
fn what_comes_in_time_is_a_condition_and_told_until_when() {
    let found = found(FOUNDING, &standing(60, 100, &[("DEU", 40, 20), ("FRA", 40, 30)]));
    assert_eq!(found.name(), "condition");
    assert!(found.says().contains("by 1972-10-27 it is payable"), "{}", found.says());
    assert!(
        found.says().contains("on 1972-09-27 it is short by 0.40\u{a0}USD whoever pays"),
        "{}",
        found.says()
    );
}

#[test]
fn short_though_all_pay_names_nobody() {
    let found = found(FOUNDING, &standing(10, 100, &[("DEU", 30, 0)]));
    assert!(found.counterexample().unwrap().members.is_empty());
    assert!(found.says().contains("short by 0.60\u{a0}USD though all pay"), "{}", found.says());
}

#[test]
fn what_the_text_does_not_promise_is_told_and_is_no_failure() {
    let text = FOUNDING.replace("[rule.assistance]", "[rule.assistance]\nessential = false");
    assert_eq!(found(&text, &standing(10, 100, &[("DEU", 30, 0)])).name(), "not promised");
    assert_eq!(found(&text, &standing(100, 100, &[])).name(), "proven");
}

#[test]
fn what_comes_back_to_a_state_that_leaves_is_told_and_without_an_article_on_it_nothing_is() {
    let notice = "notice = \"365d\"";
    let with = |terms: &str| FOUNDING.replace(notice, &[notice, "\nsettlement = ", terms].concat());
    let found = |text: &str| super::of_leaving(&Charter::read(text).unwrap()).map(|finding| finding.outcome);
    let Some(Outcome::NotPromised(says)) = found(FOUNDING) else { panic!("nothing comes back") };
    assert!(says.contains("stays with the fund"), "{says}");
    for (terms, told) in [
        ("{ instalments = 4, every = \"90d\" }", "in 4 parts, one every 90 days"),
        ("{ instalments = 1, every = \"1d\" }", "in 1 part, one every 24 hours"),
    ] {
        let Some(Outcome::Condition(says)) = found(&with(terms)) else { panic!("{terms}") };
        assert!(says.contains(told), "{says}");
    }
    let article = "[withdrawal]\narticle = 12\nnotice = \"365d\"\n";
    assert_eq!(found(&FOUNDING.replace(article, "")), None);
}

/// Cash that is invested is there from the day on which it is to come back, and not a day before.
#[test]
fn what_is_invested_is_there_once_it_is_to_come_back() {
    for (matures, expected) in [(1_000, "proven"), (1_001, "condition"), (1_366, "fails")] {
        let mut liquidity = standing(60, 100, &[]);
        liquidity.invested = BTreeMap::from([(Day(matures), 40)]);
        assert_eq!(name(&liquidity), expected, "{matures}");
    }
}
