//! Statement by statement. Which accounts a statement sums follows from their codes and normal sides in the chart.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use quorate_ledger::{BookId, Currency, Entry, Kind, Money, Side};
use quorate_partnership::Day;
use quorate_partnership::fund::book;

use super::StatementLine;
use super::sums::{Sums, kinds};
use crate::records::Records;

/// Two figures: of the period, or at its end; and of the prior one.
pub(super) type Two = [i128; 2];

pub(super) fn plus(one: Two, other: Two) -> Two {
    [one[0].saturating_add(other[0]), one[1].saturating_add(other[1])]
}

pub(super) fn minus(one: Two, other: Two) -> Two {
    [one[0].saturating_sub(other[0]), one[1].saturating_sub(other[1])]
}

/// The lines so far, and what they are drawn from.
pub(super) struct Lines<'r> {
    pub(super) entries: Vec<(Day, &'r Entry, bool)>,
    /// The period and the prior one.
    pub(super) periods: [(Day, Day); 2],
    pub(super) money: BookId,
    /// In the periods, and until their ends.
    moved: [Sums; 2],
    stood: [Sums; 2],
    authority: [Sums; 2],
    memoranda: [Sums; 2],
    lines: Vec<StatementLine>,
}

impl<'r> Lines<'r> {
    pub(super) fn of(records: &'r Records, period: (Day, Day), prior: (Day, Day)) -> Lines<'r> {
        let (charter, periods) = (records.charter(), [period, prior]);
        let entries: Vec<(Day, &Entry, bool)> = records.registers().journal.by_day().collect();
        let all = || entries.iter().map(|(day, entry, _)| (*day, *entry));
        let until = |book| periods.map(|(_, to)| Sums::of(all(), book, |day| day <= to));
        let money = book::cash(charter);
        Lines {
            moved: periods.map(|(from, to)| Sums::of(all(), money, |day| (from..=to).contains(&day))),
            stood: until(money),
            authority: until(book::authority(charter)),
            memoranda: until(book::memoranda(charter)),
            entries,
            periods,
            money,
            lines: Vec::new(),
        }
    }

    pub(super) fn done(self) -> Vec<StatementLine> {
        self.lines
    }

    pub(super) fn line(
        &mut self,
        statement: &'static str,
        (line, is_total): (impl Into<String>, bool),
        codes: Vec<u16>,
        figures: Two,
    ) {
        self.line_in(self.money.currency(), statement, (line, is_total), codes, figures);
    }

    /// A line whose figures are in this currency.
    pub(super) fn line_in(
        &mut self,
        currency: Currency,
        statement: &'static str,
        (line, is_total): (impl Into<String>, bool),
        codes: Vec<u16>,
        figures: Two,
    ) {
        let money = |minor| Money::new(minor, currency).ok();
        let (line, [current, prior], note) = (line.into(), figures.map(money), String::new());
        self.lines.push(StatementLine { statement, line, codes, current, prior, note, is_total });
    }

    /// A line for each kind of account that has a figure, and their sum.
    fn each(
        &mut self,
        statement: &'static str,
        kinds: impl Iterator<Item = &'static Kind>,
        sums: impl Fn(&Self) -> &[Sums; 2],
    ) -> (Vec<u16>, Two) {
        let (mut codes, mut total) = (Vec::new(), [0, 0]);
        for kind in kinds {
            let [current, prior] = sums(self);
            let figures = [current.code(kind), prior.code(kind)];
            if figures != [0, 0] {
                codes.push(kind.code);
                total = plus(total, figures);
                self.line(statement, (kind.name, false), Vec::from([kind.code]), figures);
            }
        }
        (codes, total)
    }

    /// What is held in other currencies, at its value in the books: the clearing account of each currency is the other side
    /// of the cash in it.
    fn other_currencies(&mut self, statement: &'static str) -> (Vec<u16>, Two) {
        let [current, prior] = &self.stood;
        let of_each = current.whose(&[super::CLEARING]).into_iter().chain(prior.whose(&[super::CLEARING]));
        let pairs: BTreeSet<String> = of_each.map(String::from).collect();
        let (mut codes, mut total) = (Vec::new(), [0, 0]);
        for pair in pairs {
            let figures = [0, 1].map(|at| {
                let sums = self.stood.get(at);
                sums.map(|sums| sums.account(super::CLEARING, &pair, Side::Debit)).unwrap_or_default()
            });
            if figures != [0, 0] {
                codes = Vec::from([super::CLEARING]);
                total = plus(total, figures);
                let currency = pair.split('-').next().unwrap_or_default();
                let label = format!("cash in {currency}, at its value in the books");
                self.line(statement, (label, false), codes.clone(), figures);
            }
        }
        (codes, total)
    }

    /// Income less expenditure. What went to the reserve is no expenditure.
    fn surplus(sums: &[Sums; 2]) -> (Vec<u16>, Two) {
        Self::result(sums, |kind| kind.code != super::TO_RESERVE)
    }

    /// The same, less what went to the reserve.
    fn accumulated(sums: &[Sums; 2]) -> (Vec<u16>, Two) {
        Self::result(sums, |_| true)
    }

    fn result(sums: &[Sums; 2], counts: impl Fn(&Kind) -> bool) -> (Vec<u16>, Two) {
        let mut codes = Vec::new();
        let figures = [0, 1].map(|at| {
            let figure = |kind: &'static Kind| {
                let minor = sums.get(at).map(|sums| sums.code(kind)).unwrap_or_default();
                if minor != 0 && !codes.contains(&kind.code) {
                    codes.push(kind.code);
                }
                if kind.normal == Side::Credit { minor } else { minor.saturating_neg() }
            };
            kinds(400, 599).filter(|kind| counts(kind)).map(figure).fold(0, i128::saturating_add)
        });
        codes.sort_unstable();
        (codes, figures)
    }

    pub(super) fn position(&mut self) {
        const NAME: &str = super::POSITION;
        let of = |side: Side| {
            kinds(100, 299).filter(move |kind| kind.normal == side && kind.code != super::CLEARING)
        };
        let (cash, held) = self.each(NAME, kinds(super::CASH, super::CASH), |lines| &lines.stood);
        let (others, held_in_others) = self.other_currencies(NAME);
        let besides = of(Side::Debit).filter(|kind| kind.code != super::CASH);
        let (besides, rest) = self.each(NAME, besides, |lines| &lines.stood);
        let codes: Vec<u16> = cash.into_iter().chain(others).chain(besides).collect();
        let assets = plus(plus(held, held_in_others), rest);
        self.line(NAME, ("total assets", true), codes.clone(), assets);
        let (owed, liabilities) = self.each(NAME, of(Side::Credit), |lines| &lines.stood);
        self.line(NAME, ("total liabilities", true), owed.clone(), liabilities);
        let both = codes.into_iter().chain(owed).collect();
        self.line(NAME, ("assets less liabilities", true), both, minus(assets, liabilities));
        let (mut codes, capital) = self.each(NAME, kinds(300, 399), |lines| &lines.stood);
        let (of_surplus, surplus) = Self::accumulated(&self.stood);
        self.line(NAME, ("accumulated surplus or deficit", false), of_surplus.clone(), surplus);
        codes.extend(of_surplus);
        self.line(NAME, ("net assets", true), codes, plus(capital, surplus));
    }

    pub(super) fn income(&mut self) {
        const NAME: &str = super::INCOME;
        let of = |side: Side| {
            kinds(400, 599).filter(move |kind| kind.normal == side && kind.code != super::TO_RESERVE)
        };
        let (codes, income) = self.each(NAME, of(Side::Credit), |lines| &lines.moved);
        self.line(NAME, ("total income", true), codes.clone(), income);
        let (spent, expenditure) = self.each(NAME, of(Side::Debit), |lines| &lines.moved);
        self.line(NAME, ("total expenditure", true), spent.clone(), expenditure);
        let both = codes.into_iter().chain(spent).collect();
        self.line(NAME, ("surplus or deficit", true), both, minus(income, expenditure));
        // What went to the reserve is the fund's still; what the reserve gave is less of it.
        self.each(NAME, kinds(super::TO_RESERVE, super::TO_RESERVE), |lines| &lines.moved);
    }

    pub(super) fn net_assets(&mut self) {
        const NAME: &str = "changes in net assets";
        let total = |sums: &[Sums; 2]| -> Two {
            let capital =
                |sums: &Sums| kinds(300, 399).fold(0_i128, |sum, kind| sum.saturating_add(sums.code(kind)));
            let [current, prior] = sums;
            plus([capital(current), capital(prior)], Self::accumulated(sums).1)
        };
        let (at_the_end, in_the_period) = (total(&self.stood), total(&self.moved));
        let codes: Vec<u16> = kinds(300, 599).map(|kind| kind.code).collect();
        self.line(
            NAME,
            ("net assets at the beginning", true),
            codes.clone(),
            minus(at_the_end, in_the_period),
        );
        self.each(NAME, kinds(300, 399), |lines| &lines.moved);
        let (of_surplus, surplus) = Self::surplus(&self.moved);
        self.line(NAME, ("surplus or deficit", false), of_surplus, surplus);
        let to_reserve = minus(Self::accumulated(&self.moved).1, surplus);
        if to_reserve != [0, 0] {
            let put = ("surplus put in the reserve, or taken out of it", false);
            self.line(NAME, put, Vec::from([super::TO_RESERVE]), to_reserve);
        }
        self.line(NAME, ("net assets at the end", true), codes, at_the_end);
    }

    pub(super) fn receivable(&mut self) {
        const NAME: &str = "contributions receivable";
        let codes: Vec<u16> = kinds(110, 114).map(|kind| kind.code).collect();
        let [current, prior] = &self.stood;
        let whose = current.whose(&codes);
        let figure = |of: &&str| [current.of_one(&codes, of), prior.of_one(&codes, of)];
        let all: Vec<(String, Two)> = whose.iter().map(|of| ((*of).into(), figure(of))).collect();
        let mut total = [0, 0];
        for (of, figures) in all.into_iter().filter(|(_, figures)| *figures != [0, 0]) {
            total = plus(total, figures);
            self.line(NAME, (of, false), codes.clone(), figures);
        }
        self.line(NAME, ("total receivable", true), codes, total);
    }

    pub(super) fn authority(&mut self) {
        const NAME: &str = "commitment authority";
        let of = |side: Side| kinds(10, 19).filter(move |kind| kind.normal == side);
        self.each(NAME, of(Side::Debit), |lines| &lines.authority);
        let (codes, used) = self.each(NAME, of(Side::Credit), |lines| &lines.authority);
        self.line(NAME, ("available, allocated, committed and consumed", true), codes, used);
    }

    pub(super) fn memoranda(&mut self) {
        self.each("memoranda", kinds(1, 9), |lines| &lines.memoranda);
    }
}
