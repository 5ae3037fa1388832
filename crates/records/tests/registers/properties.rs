//! What holds after any story.

use std::collections::BTreeMap;

use proptest::prelude::*;
use quorate_records::{Cell, Register};

use crate::story::{FOUNDING, story};
use crate::world::{World, begun, tables};

/// The amounts in a column, nothing for an empty cell.
fn amounts(world: &World, register: Register, column: &str) -> Vec<i128> {
    let table = world.records.register(register);
    let at = table.columns.iter().position(|known| known.key == column).unwrap();
    table.rows.iter().map(|row| minor(&row[at])).collect()
}

fn minor(cell: &Cell) -> i128 {
    match cell {
        Cell::Money(amount) => amount.minor(),
        _ => 0,
    }
}

fn sum(world: &World, register: Register, column: &str) -> i128 {
    amounts(world, register, column).iter().sum()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_accounts_are_the_partnerships_own_after_every_step(story in story()) {
        let mut world = World::begin();
        for step in story {
            world.take(step);
            prop_assert_eq!(world.records.books(), world.partnership.fund().books());
            prop_assert!(world.records.books().is_balanced());
        }
    }

    #[test]
    fn the_same_events_give_the_same_registers(story in story(), at in any::<prop::sample::Index>()) {
        let world = World::play(&story);
        let at = at.index(world.booked.len());
        let mut again = begun(&world.genesis);
        for booked in &world.booked[..at] {
            again.hear(booked);
        }
        // Reading changes nothing, and a copy goes on as the original.
        let _ = tables(&again);
        let mut copy = again.clone();
        for booked in &world.booked[at..] {
            again.hear(booked);
            copy.hear(booked);
        }
        // A last block that brought nothing is known by its moment alone.
        for records in [&mut again, &mut copy] {
            records.reach(world.partnership.height(), world.partnership.moment());
        }
        prop_assert_eq!(tables(&again), tables(&world.records));
        prop_assert_eq!(tables(&copy), tables(&world.records));
        prop_assert_eq!(copy.books(), world.records.books());
        prop_assert_eq!(copy.plan(), world.records.plan());
    }

    #[test]
    fn registers_agree_with_each_other(story in story()) {
        let world = World::play(&story);
        prop_assert_eq!(
            amounts(&world, Register::Journal, "debit").iter().sum::<i128>(),
            amounts(&world, Register::Journal, "credit").iter().sum::<i128>()
        );
        let called = sum(&world, Register::Agreements, "called");
        let callable = sum(&world, Register::Agreements, "signed_callable");
        prop_assert!(called <= callable);
        prop_assert_eq!(sum(&world, Register::Agreements, "still_callable"), callable - called);
        // What came in is cash, or was paid out.
        let books = world.records.register(Register::Accounts);
        let balance = |code: u64| -> i128 {
            let of_code = books.rows.iter().filter(|row| row[1] == Cell::Number(code));
            of_code.map(|row| minor(&row[4])).sum()
        };
        prop_assert_eq!(
            sum(&world, Register::Agreements, "received") - sum(&world, Register::Cases, "paid"),
            balance(100)
        );
        prop_assert_eq!(balance(3), callable - called);
    }

    #[test]
    fn the_journal_adds_up_to_every_account(story in story()) {
        let world = World::play(&story);
        let mut sums: BTreeMap<(String, String), i128> = BTreeMap::new();
        for row in world.records.register(Register::Journal).rows {
            let sum = sums.entry((row[3].plain(), row[4].plain())).or_default();
            *sum += minor(&row[5]) - minor(&row[6]);
        }
        for row in world.records.register(Register::Accounts).rows {
            let of = match &row[3] { Cell::Empty => String::new(), of => format!(" of {}", of.plain()) };
            let account = format!("{} {}{of}", row[1].plain(), row[2].plain());
            let sum = sums.remove(&(row[0].plain(), account.clone())).unwrap_or_default();
            prop_assert_eq!(sum.abs(), minor(&row[4]).abs(), "{}", account);
        }
        prop_assert!(sums.is_empty(), "accounts that are in the journal alone: {:?}", sums);
    }

    #[test]
    fn of_each_members_votes_on_a_decision_the_last_stands(story in story()) {
        let votes = World::play(&story).records.register(Register::Votes).rows;
        for (at, row) in votes.iter().enumerate() {
            let replaced = votes[at + 1..].iter().any(|later| later[..2] == row[..2]);
            prop_assert_eq!(row[4].plain(), if replaced { "replaced" } else { "yes" });
        }
    }
}

#[test]
fn the_founding_story_reaches_every_register() {
    let world = World::play(&FOUNDING);
    for table in tables(&world.records) {
        // Nobody pledges, is late, pays later, consults, agrees on the use of help or is no member in it: stories of their own
        // show these.
        let few = matches!(
            table.name,
            "acknowledgements"
                | "alarms"
                | "arrangements"
                | "arrears"
                | "beneficiaries"
                | "briefings"
                | "budgets"
                | "consultation-minutes"
                | "consultation-statements"
                | "consultations"
                | "currencies"
                | "declarations"
                | "emergencies"
                | "explanations"
                | "financing-agreements"
                | "frameworks"
                | "gaps"
                | "grouped-states"
                | "groupings"
                | "funding-elsewhere"
                | "instalments"
                | "instruments"
                | "interoperability"
                | "investments"
                | "joint-procurements"
                | "legal-authorities"
                | "loans"
                | "losses"
                | "needs"
                | "offers"
                | "pledges"
                | "proceedings"
                | "procurement-pathways"
                | "rates"
                | "refusals"
                | "reported-positions"
                | "reservations"
                | "sessions"
                | "settlements"
                | "soundings"
                | "steps"
                | "suspense"
                | "texts"
                | "use-reports"
                | "what-falls"
        );
        assert!(few || !table.rows.is_empty(), "{} is empty", table.name);
    }
    assert_eq!(sum(&world, Register::Cases, "paid"), 600);
    assert_eq!(sum(&world, Register::Agreements, "called"), 333);
    let votes = world.records.register(Register::Votes).rows;
    assert!(votes.iter().any(|row| row[4] == Cell::text("replaced")));
}
