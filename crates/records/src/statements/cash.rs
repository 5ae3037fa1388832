//! Cash flow: what came and what left, by the accounts that it came from and went to.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use quorate_ledger::{BookId, Entry, Side};
use quorate_partnership::Day;
use quorate_partnership::fund::CHART;

use super::lines::{Lines, Two, minus, plus};
use super::{CASH, CLEARING};

const NAME: &str = "cash flow";
const OTHERS: &str = "cash flow in other currencies";

/// What an entry brings to the account of cash.
fn brings(entry: &Entry) -> i128 {
    let cash = entry.legs().iter().filter(|leg| leg.account().code() == CASH);
    cash.fold(0, |sum, leg| match leg.side() {
        Side::Debit => sum.saturating_add(leg.minor()),
        Side::Credit => sum.saturating_sub(leg.minor()),
    })
}

/// The codes on the other side.
fn others(entry: &Entry) -> Vec<u16> {
    let mut codes: Vec<u16> = entry.legs().iter().map(|leg| leg.account().code()).collect();
    codes.retain(|code| *code != CASH);
    codes.sort_unstable();
    codes.dedup();
    codes
}

fn names(codes: &[u16]) -> String {
    let name = |code: &u16| match *code {
        CLEARING => Some("cash in other currencies"),
        code => CHART.find(code).map(|kind| kind.name),
    };
    let names: Vec<&str> = codes.iter().filter_map(name).collect();
    names.join(" and ")
}

impl Lines<'_> {
    /// What was there, what came, what left, and what is there. What takes a receipt back is less of a receipt.
    pub(super) fn cash(&mut self) {
        let (mut came, mut left): (BTreeMap<Vec<u16>, Two>, BTreeMap<Vec<u16>, Two>) = Default::default();
        let mut opening: Two = [0, 0];
        for (day, entry, reverses) in self.entries.iter().filter(|(_, entry, _)| entry.book() == self.money) {
            let minor = brings(entry);
            if minor == 0 {
                continue;
            }
            let within = self.periods.map(|(from, to)| if (from..=to).contains(day) { minor } else { 0 });
            opening = plus(opening, self.periods.map(|(from, _)| if *day < from { minor } else { 0 }));
            let is_receipt = (minor > 0) != *reverses;
            let (flows, figures) =
                if is_receipt { (&mut came, within) } else { (&mut left, minus([0, 0], within)) };
            let flow = flows.entry(others(entry)).or_default();
            *flow = plus(*flow, figures);
        }
        self.line(NAME, ("cash at the beginning", true), Vec::from([CASH]), opening);
        let received = self.flows("received against ", came);
        self.line(NAME, ("total received", true), Vec::from([CASH]), received);
        let paid = self.flows("paid against ", left);
        self.line(NAME, ("total paid", true), Vec::from([CASH]), paid);
        let closing = minus(plus(opening, received), paid);
        self.line(NAME, ("cash at the end", true), Vec::from([CASH]), closing);
    }

    /// The same of what is held in each other currency, in that currency.
    pub(super) fn other_cash(&mut self) {
        let book = |(_, entry, _): &(Day, &Entry, bool)| entry.book();
        let others: BTreeSet<BookId> =
            self.entries.iter().map(book).filter(|book| *book != self.money).collect();
        for book in others.into_iter().filter(|book| matches!(book, BookId::Cash(_))) {
            let (mut opening, mut came, mut left): (Two, Two, Two) = Default::default();
            for (day, entry, reverses) in self.entries.iter().filter(|(_, entry, _)| entry.book() == book) {
                let minor = brings(entry);
                let within = self.periods.map(|(from, to)| if (from..=to).contains(day) { minor } else { 0 });
                opening = plus(opening, self.periods.map(|(from, _)| if *day < from { minor } else { 0 }));
                match (minor > 0) != *reverses {
                    true => came = plus(came, within),
                    false => left = minus(left, within),
                }
            }
            let closing = minus(plus(opening, came), left);
            let code = book.currency().code();
            for (line, is_total, figures) in [
                (format!("{code} at the beginning"), true, opening),
                (format!("received in {code}"), false, came),
                (format!("exchanged, or given back, in {code}"), false, left),
                (format!("{code} at the end"), true, closing),
            ] {
                self.line_in(book.currency(), OTHERS, (line, is_total), Vec::from([CASH]), figures);
            }
        }
    }

    fn flows(&mut self, word: &str, flows: BTreeMap<Vec<u16>, Two>) -> Two {
        let mut total = [0, 0];
        for (codes, figures) in flows.into_iter().filter(|(_, figures)| *figures != [0, 0]) {
            total = plus(total, figures);
            let line = [word, &names(&codes)].concat();
            self.line(NAME, (line, false), codes, figures);
        }
        total
    }
}
