//! Random histories of money in several currencies: what stands in the books against a count that knows only what came,
//! what left and at which rate.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "small numbers in tests, and a test that cannot go on fails"
)]

mod count;
mod world;

use proptest::prelude::*;
use quorate_ledger::{Account, BookId, Limit, Side};

use crate::count::Count;
use crate::world::{CURRENCIES, World, currency};

/// What a treasurer or a member does next.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    /// A rate of this currency, in hundredths, of so many days ago, is put on record; closing or not.
    Rate(usize, u64, u32, bool),
    /// A member's money comes in this currency; in the last one, the fund's.
    Comes(usize, i128),
    /// So much of the currency is exchanged for so much of the fund's.
    Exchange(usize, i128, i128),
    /// Help is asked for and decided.
    Help(i128),
    /// The day before so many days is revalued.
    Revalue(u32),
    /// A day passes.
    Day,
}

fn step() -> impl Strategy<Value = Step> {
    let other = 0..CURRENCIES.len() - 1;
    prop_oneof![
        3 => (other.clone(), 1..400_u64, 0..3_u32, any::<bool>()).prop_map(|(c, r, d, k)| Step::Rate(c, r, d, k)),
        4 => (0..CURRENCIES.len(), 1..5_000_i128).prop_map(|(c, amount)| Step::Comes(c, amount)),
        3 => (other, 1..4_000_i128, 1..8_000_i128).prop_map(|(c, sold, bought)| Step::Exchange(c, sold, bought)),
        1 => (1..6_000_i128).prop_map(Step::Help),
        1 => (0..3_u32).prop_map(Step::Revalue),
        2 => Just(Step::Day),
    ]
}

/// Whatever an account may not fall below holds, and each currency's clearing account is the other side of its cash.
fn books_hold(world: &World, count: &Count) {
    let (fund, own) = (world.partnership.fund(), currency(CURRENCIES.len() - 1));
    let books = fund.books();
    assert!(books.is_balanced());
    for (book, account, balance) in books.accounts() {
        let kind = books.chart().find(account.code()).unwrap();
        assert!(kind.limit == Limit::None || balance.available(kind.normal) >= 0, "{account} of {book}");
    }
    let on = |book: BookId, code: u16, of: &str, side: Side| {
        books.balance(&book, &Account::new(code, of).unwrap()).net(side)
    };
    for (at, code) in CURRENCIES.iter().enumerate().take(CURRENCIES.len() - 1) {
        let (other, pair) = (BookId::Cash(currency(at)), format!("{code}-{own}"));
        let held = on(other, 100, "", Side::Debit);
        assert_eq!(on(other, 206, &pair, Side::Credit), held);
        let cost = on(BookId::Cash(own), 206, &pair, Side::Debit);
        assert_eq!((held, cost), (count.held[at], count.cost[at]), "{code}");
        assert!(cost >= 0 && (held > 0 || cost == 0), "{code}: {held} held at {cost}");
    }
    assert_eq!(on(BookId::Cash(own), 100, "", Side::Debit), count.cash);
    // All that was paid of what was due counts here, and what exchanges lost does not any more.
    let (paid, due) =
        (on(BookId::Cash(own), 300, "GBR", Side::Credit), on(BookId::Cash(own), 111, "GBR", Side::Debit));
    let granted = on(BookId::Authority(own), 10, "", Side::Debit);
    assert_eq!(granted, paid - due - count.lost);
    let promised =
        books.accounts().filter(|(book, account, _)| *book == BookId::Authority(own) && account.code() == 15);
    let promised: i128 = promised.map(|(_, _, balance)| balance.net(Side::Credit)).sum();
    assert_eq!(promised, count.promised, "nothing is taken from a case that was approved");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_history_breaks_the_books(steps in prop::collection::vec(step(), 1..40)) {
        let (mut world, mut count) = (World::begin(), Count::new(CURRENCIES.len()));
        for step in &steps {
            let from = world.booked.len();
            world.takes(step);
            for booked in &world.booked[from..] {
                count.hear(&booked.event);
            }
            books_hold(&world, &count);
        }
        count.every_revaluation_is_unwound();
        // The same commands bring the same partnership.
        let mut again = World::begin();
        for step in &steps {
            again.takes(step);
        }
        prop_assert_eq!(again.partnership.digest(), world.partnership.digest());
    }
}

/// The random histories are of use only if they come to all of this.
#[test]
fn a_history_that_comes_to_everything() {
    use Step::{Comes, Day, Exchange, Help, Rate, Revalue};
    let (mut world, mut count) = (World::begin(), Count::new(CURRENCIES.len()));
    let steps = [
        Rate(0, 100, 0, true),
        Comes(0, 4_000),
        Help(3_000),
        Rate(0, 100, 0, true),
        Exchange(0, 1_000, 10),
        Comes(4, 500),
        Rate(0, 50, 1, true),
        Revalue(0),
        Day,
        Exchange(0, 3_000, 1),
        Comes(4, 4_000),
    ];
    let mut short = 0;
    for step in &steps {
        let from = world.booked.len();
        world.takes(step);
        for booked in &world.booked[from..] {
            count.hear(&booked.event);
        }
        books_hold(&world, &count);
        short = short.max(world.short());
    }
    assert!(count.promised == 3_000 && count.lost == 3_989 && count.revalued == 1, "{count:?}");
    assert!(short > 0 && world.short() == 0, "it was short by {short}, and filled again");
}
