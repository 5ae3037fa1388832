//! What is shown of a decision that silence would adopt.

use quorate_charter::Office;
use quorate_partnership::DecisionNo;
use quorate_partnership::decisions::{Choice, Command, Effect, Open, Table, Vote};
use quorate_partnership::fund::{self, SignAgreement};

use crate::world::World;

#[test]
fn with_too_little_support_it_is_not_shown_as_adopted_though_the_silent_would_meet_the_rule() {
    let mut world = World::under(include_str!("../../../../charters/no-objection.toml"));
    let decision = DecisionNo(1);
    let [nothing, total] = ["0", "10.00"].map(|amount| {
        quorate_ledger::Money::parse(amount, quorate_ledger::Currency::from_code("USD").unwrap()).unwrap()
    });
    let agreement = SignAgreement { paid_in: nothing, callable: total, instalments: None };
    world.give("CAN", Office::Root, fund::Command::SignAgreement(agreement).into());
    let table = Table { title: "a call".parse().unwrap(), effect: Effect::Call { total } };
    world.give("DEU", Office::Representative, Command::Table(table).into());
    world.give("DEU", Office::Representative, Command::Open(Open { decision }).into());
    let now = |world: &World| world.records.outlook(decision).unwrap().vote.unwrap();
    let shown = now(&world);
    assert_eq!(
        shown.verdict,
        "1 on record in favour, 0 against: silence would not adopt it, and members would vote"
    );
    assert!(!shown.changes.unwrap().adopted_now);
    let vote = Vote::plain(decision, Choice::InFavour, None);
    world.give("FRA", Office::Representative, Command::Vote(vote).into());
    let shown = now(&world);
    assert!(shown.verdict.ends_with("adopted"), "{}", shown.verdict);
    assert!(shown.changes.unwrap().adopted_now);
}
