//! What will fall due of a member: every unit once, with its right day, as the books have it; and what is due, as old as
//! the register of arrears says.

use std::collections::BTreeMap;

use proptest::prelude::*;
use quorate_charter::Office;
use quorate_ledger::{Currency, Money};
use quorate_partnership::fund::{
    self, Condition, Instalment, LodgeNote, Pledge, SignAgreement, TakeBackLine,
};
use quorate_partnership::{Command, Day, LineNo};
use quorate_records::{Cell, Kind, Part, Register, Statement, When};

use crate::story::{Step, What};
use crate::world::{MEMBERS, World};

const DUES: &str = include_str!("../../../../charters/dues.toml");

fn usd(cents: u32) -> Money {
    Money::new(i128::from(cents), Currency::from_code("USD").unwrap()).unwrap()
}

/// What is done with instalments, notes and calls that name days.
#[derive(Clone, Copy, Debug)]
enum Does {
    /// Signs so many instalments of so much, ten days apart, and so much callable.
    Signs(u32, u32),
    /// Lodges a note over two days, so far ahead, for so much in all.
    Notes(u32, u32),
    /// A call of so much is adopted.
    Calls(u32),
    /// So much comes from it.
    Pays(u32),
    /// It and the next member take this line back.
    TakesBack(u32),
    /// So many days pass.
    Waits(u32),
}

use Does::*;

impl World {
    fn ahead(&self, days: u32) -> Day {
        Day(self.partnership.moment().day().0 + days)
    }

    fn root(&mut self, member: usize, command: fund::Command) {
        self.give(MEMBERS[member], Office::Root, Command::from(command));
    }

    fn does(&mut self, member: usize, does: Does) {
        let other = (member + 1) % 4;
        match does {
            Signs(count, amount) => {
                let instalment = |n| Instalment { day: self.ahead(10 * n), amount: usd(amount) };
                let instalments = Some((1..=count).map(instalment).collect());
                let (paid_in, callable) = (usd(count * amount + 100), usd(1_000));
                self.root(
                    member,
                    fund::Command::SignAgreement(SignAgreement { paid_in, callable, instalments }),
                );
            }
            Notes(days, amount) => {
                let half = amount / 2;
                let encash = |days, cents| Instalment { day: self.ahead(days), amount: usd(cents) };
                let encashments = vec![encash(days, half), encash(days * 2, amount - half)];
                self.root(member, fund::Command::LodgeNote(LodgeNote { encashments }));
            }
            Calls(total) => {
                self.take(Step(member, What::Call, total, 0));
                let decision = self.last(Register::Decisions);
                self.take(Step(member, What::Open, decision, 0));
                (0..4).for_each(|votes| self.take(Step(votes, What::InFavour, decision, 0)));
                self.wait(72);
                self.take(Step(member, What::Execute, decision, 0));
            }
            Pays(amount) => {
                self.take(Step(member, What::Receipt, u32::try_from(member).unwrap(), amount));
                self.take(Step(other, What::Line, self.last(Register::BankLines), 0));
            }
            TakesBack(line) => {
                for member in [member, other] {
                    let back = fund::Command::TakeBackLine(TakeBackLine { line: LineNo(line) });
                    self.give(MEMBERS[member], Office::Treasurer, back.into());
                }
            }
            Waits(days) => self.wait(u64::from(days) * 24),
        }
        self.agrees();
    }

    fn balance(&self, row: &[&str]) -> i128 {
        let accounts = self.records.register(Register::Accounts);
        match accounts.find(row, "balance") {
            Some(Cell::Money(money)) => money.minor(),
            _ => 0,
        }
    }

    /// The ladder, the statement and the books say the same of every member, and every unit has its day.
    fn agrees(&self) {
        let liquidity = self.records.liquidity();
        assert_eq!(liquidity.undated(), 0, "{:?}", liquidity.owed);
        for member in MEMBERS {
            let books = self.balance(&["memoranda", "4", "signed, not yet due", member])
                + self.balance(&["money", "110", "receivable, not yet due", member]);
            let ahead = liquidity.owed.iter().filter(|owed| owed.member.as_str() == member);
            let ahead: Vec<_> = ahead.filter(|owed| !owed.kind.is_due()).collect();
            assert_eq!(ahead.iter().map(|owed| owed.minor).sum::<i128>(), books, "{member}: {ahead:?}");
            let today = liquidity.today;
            assert!(ahead.iter().all(|owed| matches!(owed.when, When::On(day) if day > today)), "{ahead:?}");
            let statement = self.records.statement(member.parse().unwrap());
            assert_eq!(figures(&statement, Part::WillFallDue)[0].1, books);
            let dues = figures(&statement, Part::Owes);
            let arrears = self.records.register(Register::Arrears);
            let oldest = arrears.rows.iter().filter(|row| row[0].plain() == member);
            let oldest = oldest.map(|row| row[2].plain()).filter(|day| !day.is_empty()).min();
            assert_eq!(dues[0].2, oldest, "{member}");
        }
    }
}

/// What, how much, and since when.
fn figures(statement: &Statement, part: Part) -> Vec<(String, i128, Option<String>)> {
    let of = statement.figures.iter().filter(|figure| figure.part == part);
    of.map(|figure| {
        let since = figure.since.map(|since| Cell::On(since.day()).plain());
        (figure.what.clone(), figure.amount.unwrap().minor(), since)
    })
    .collect()
}

#[test]
fn a_note_is_receivable_once_and_in_the_place_of_what_it_stands_for() {
    let mut world = World::under(DUES);
    world.does(0, Signs(2, 300));
    // 1.00 is due and 6.00 ahead: the note is for what is due, the first instalment, and half of the second.
    world.does(0, Notes(100, 550));
    let owed = world.records.liquidity().owed;
    let kinds: BTreeMap<Kind, i128> = owed.iter().fold(BTreeMap::new(), |mut sums, owed| {
        *sums.entry(owed.kind).or_default() += owed.minor;
        sums
    });
    assert_eq!(kinds, BTreeMap::from([(Kind::Instalment, 150), (Kind::Note, 550)]));
    let on = |kind| owed.iter().filter(move |owed| owed.kind == kind).map(|owed| owed.when);
    assert_eq!(on(Kind::Instalment).collect::<Vec<_>>(), [When::On(world.ahead(20))]);
    assert_eq!(on(Kind::Note).collect::<Vec<_>>(), [When::On(world.ahead(100)), When::On(world.ahead(200))]);
    let statement = world.records.statement(MEMBERS[0].parse().unwrap());
    let first = Cell::On(world.ahead(20)).plain();
    assert_eq!(figures(&statement, Part::WillFallDue)[0].0, format!("in all, from {first} on"));
    assert_eq!(statement.figures.iter().find(|f| f.part == Part::WillFallDue).unwrap().falls_due, None);
}

#[test]
fn a_call_that_was_paid_leaves_no_day_behind() {
    let mut world = World::under(DUES);
    world.does(0, Signs(1, 300));
    world.does(1, Signs(1, 300));
    world.does(0, Calls(100));
    world.does(0, Waits(32));
    world.does(0, Pays(1_000));
    world.does(0, Calls(60));
    let owed = world.records.liquidity().owed;
    let called: Vec<_> = owed.iter().filter(|owed| owed.kind == Kind::Called).collect();
    assert_eq!(called.iter().map(|owed| owed.minor).collect::<Vec<_>>(), [30, 30]);
    // DEU pays nothing: it is in default, and the other is asked for its part, on a day of its own.
    world.does(1, Waits(33));
    world.does(1, Waits(33));
    world.does(0, Waits(33));
}

#[test]
fn what_is_owed_again_is_as_old_as_it_was() {
    let mut world = World::under(DUES);
    world.does(2, Signs(1, 300));
    let first = Cell::On(world.ahead(0)).plain();
    world.does(2, Pays(100));
    world.does(2, Waits(20));
    let owes = |world: &World| figures(&world.records.statement(MEMBERS[2].parse().unwrap()), Part::Owes);
    let later = owes(&world);
    assert_eq!(later.len(), 1);
    assert_eq!((later[0].1, later[0].2.as_ref()), (300, Some(&Cell::On(Day(world.ahead(0).0 - 10)).plain())));
    world.does(0, TakesBack(1));
    // It is owed again after the instalment, and was due before it.
    let again = owes(&world);
    assert_eq!(again[0].1, 400);
    assert_eq!((again[0].2.as_ref(), again[1].2.as_ref()), (Some(&first), Some(&first)));
    assert_eq!((again[1].1, again[2].1), (100, 300));
}

#[test]
fn what_was_pledged_stands_beside_what_was_announced_and_binds_nobody() {
    let mut world = World::under(DUES);
    let of = |world: &World, part| {
        let statement = world.records.statement(MEMBERS[2].parse().unwrap());
        let found = statement.figures.into_iter().find(|figure| figure.part == part).unwrap();
        (found.what, found.amount, found.register)
    };
    let none = ("none on record; it binds nobody".to_owned(), Some(usd(0)), "pledges");
    assert_eq!(of(&world, Part::Pledged), none);
    world.take(Step(2, What::Indicate, 2, 700));
    let condition = Some(Condition::Words("subject to appropriation".parse().unwrap()));
    let lapses = Some(world.ahead(9));
    let pledge = Pledge { amount: Some(usd(500)), condition, lapses };
    world.give(MEMBERS[2], Office::Representative, fund::Command::Pledge(pledge).into());
    let (what, amount, register) = of(&world, Part::Pledged);
    let day = Cell::On(world.ahead(9)).plain();
    assert_eq!(what, format!("pledged, subject to appropriation, lapses on {day}; it binds nobody"));
    assert_eq!((amount, register), (Some(usd(500)), "pledges"));
    assert_eq!(of(&world, Part::Indicated).1, Some(usd(700)));
    assert_eq!(of(&world, Part::CanBeAsked).1, Some(usd(0)));
    world.does(2, Waits(10));
    assert_eq!(of(&world, Part::Pledged), none);
}

fn does() -> impl Strategy<Value = (usize, Does)> {
    let does = prop_oneof![
        2 => (1..4_u32, 1..300_u32).prop_map(|(count, amount)| Signs(count, amount)),
        2 => (1..60_u32, 2..600_u32).prop_map(|(days, amount)| Notes(days, amount)),
        2 => (1..300_u32).prop_map(Calls),
        3 => (1..500_u32).prop_map(Pays),
        1 => (1..6_u32).prop_map(TakesBack),
        4 => (1..40_u32).prop_map(Waits),
    ];
    (0..4_usize, does)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_will_fall_due_is_what_the_books_say_after_every_step(steps in prop::collection::vec(does(), 1..30)) {
        let mut world = World::under(DUES);
        for (member, does) in steps {
            world.does(member, does);
        }
    }
}
