//! Reading a stress file from a text.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::ops::{Range, RangeInclusive};

use quorate_charter::{Fault, Faults, MemberCode, RuleName};
use quorate_ledger::Money;
use serde::Deserialize;
use toml::Spanned;

use super::LAST_DAY;
use super::plan::{Assumed, Holding, Plan, Promise, Withholding};
use crate::reader::{Reader, form};

mod asked;
mod signed;

use asked::RawTests;
use signed::RawSigned;

/// The longest text, in bytes.
pub const MAX_STRESS_BYTES: usize = 256 * 1024;
/// The most promises.
pub const MAX_PROMISES: usize = 50;
/// The most parts of a promise, and the most instalments and holdings.
const MAX_PARTS: usize = 100;

const DAYS: RangeInclusive<i64> = 0..=365;

type Number = Option<Spanned<i64>>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Raw {
    title: Spanned<String>,
    charter: Spanned<String>,
    members: Option<RawSigned>,
    #[serde(default)]
    member: BTreeMap<Spanned<String>, RawSigned>,
    #[serde(default)]
    holding: Vec<RawHolding>,
    #[serde(default)]
    promise: BTreeMap<Spanned<String>, RawPromise>,
    assumed: RawAssumed,
    #[serde(default)]
    tests: RawTests,
    withholding: Option<RawWithholding>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawPart {
    day: Spanned<i64>,
    amount: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawHolding {
    member: Spanned<String>,
    amount: Spanned<String>,
    rate: Spanned<String>,
    source: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawPromise {
    to: Spanned<String>,
    why: Spanned<String>,
    tranches: Spanned<Vec<RawPart>>,
    source: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawAssumed {
    ask_ahead: Spanned<i64>,
    call_ahead: Spanned<i64>,
    bank_days: Spanned<i64>,
    source: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawWithholding {
    dependencies: Spanned<String>,
    by: Vec<Spanned<String>>,
    day: Spanned<i64>,
    amount: Spanned<String>,
    within: Spanned<i64>,
    source: Spanned<String>,
}

#[derive(Default)]
struct Reading {
    reader: Reader,
    named: Vec<(MemberCode, Range<usize>)>,
    amounts: Vec<(Money, Range<usize>)>,
    held: Vec<(Money, Range<usize>)>,
}

impl Plan {
    /// Reads a text of at most [`MAX_STRESS_BYTES`] bytes and [`MAX_PROMISES`] promises.
    ///
    /// # Errors
    /// Everything that is wrong in it, each at its place.
    pub fn read(text: &str) -> Result<Plan, Faults> {
        let raw: Raw = form(text, MAX_STRESS_BYTES, "docs/stress.md")?;
        let mut reading = Reading::default();
        let (title, charter) = (reading.reader.line(&raw.title), reading.reader.line(&raw.charter));
        reading.many(&raw.title, raw.promise.len(), MAX_PROMISES, "promises");
        reading.many(&raw.title, raw.holding.len(), MAX_PARTS, "holdings");
        let usual = raw.members.as_ref().and_then(|raw| reading.signed(raw, None));
        let each = raw.member.iter();
        let members =
            each.filter_map(|(code, raw)| Some((reading.code(code)?, reading.signed(raw, usual.as_ref())?)));
        let members = members.collect();
        let holdings = raw.holding.iter().filter_map(|raw| reading.holding(raw)).collect();
        let promises = raw.promise.iter().filter_map(|(name, raw)| reading.promise(name, raw));
        let mut promises: Vec<Promise> = promises.collect();
        promises.sort_by_key(|promise| promise.tranches.first().map(|(day, _)| *day));
        let assumed = reading.assumed(&raw.assumed);
        let tests = reading.tests(&raw.tests);
        let withholding = raw.withholding.as_ref().and_then(|raw| reading.withholding(raw));
        let Reading { reader, named, amounts, held } = reading;
        match (reader.faults(), tests) {
            (None, Some(tests)) => Ok(Plan {
                title,
                charter,
                usual,
                members,
                holdings,
                promises,
                assumed,
                tests,
                withholding,
                named,
                amounts,
                held,
            }),
            (Some(faults), _) => Err(faults),
            // Whatever lacks is a fault, so that there is one.
            (None, None) => {
                Err(Fault::new(0..0, "something lacks", "docs/stress.md says what has to stand here").into())
            }
        }
    }
}

impl Reading {
    fn many(&mut self, at: &Spanned<String>, many: usize, most: usize, what: &str) {
        if many > most {
            self.reader.fault(at, format!("there are {many} {what}"), format!("there are at most {most}"));
        }
    }

    fn code(&mut self, text: &Spanned<String>) -> Option<MemberCode> {
        let code = self.reader.parse(text)?;
        self.named.push((code, text.span()));
        Some(code)
    }

    fn within(&mut self, number: &Spanned<i64>, range: RangeInclusive<i64>) -> u32 {
        u32::try_from(self.reader.within(number, range)).unwrap_or_default()
    }

    /// An amount in the fund's currency.
    fn money(&mut self, text: &Spanned<String>) -> Option<Money> {
        let money = self.reader.money(text)?;
        self.amounts.push((money, text.span()));
        Some(money)
    }

    /// The same, more than nothing.
    fn something(&mut self, text: &Spanned<String>) -> Option<Money> {
        let money = self.money(text)?;
        if money.is_zero() {
            self.reader.fault(text, "this is nothing", "give more than nothing");
        }
        Some(money)
    }

    /// Parts on days that rise.
    fn parts(&mut self, raw: &[RawPart], days: RangeInclusive<i64>) -> Vec<(u32, Money)> {
        let (mut parts, mut before) = (Vec::new(), None);
        for part in raw {
            let day = self.within(&part.day, days.clone());
            if before.is_some_and(|before| day <= before) {
                self.reader.fault(&part.day, "this day is not after the one before", "let the days rise");
            }
            before = Some(day);
            parts.extend(self.something(&part.amount).map(|amount| (day, amount)));
        }
        parts
    }

    fn holding(&mut self, raw: &RawHolding) -> Option<Holding> {
        let member = self.code(&raw.member);
        let amount = self.reader.money(&raw.amount);
        self.held.extend(amount.map(|amount| (amount, raw.amount.span())));
        let (rate, source) = (self.reader.line(&raw.rate), self.reader.line(&raw.source));
        Some(Holding { member: member?, amount: amount?, rate, source })
    }

    fn promise(&mut self, name: &Spanned<String>, raw: &RawPromise) -> Option<Promise> {
        if let Err(error) = name.get_ref().parse::<RuleName>() {
            self.reader.fault(name, format!("`{}` is no name", name.get_ref()), error.to_string());
        }
        let to = self.code(&raw.to);
        let (why, source) = (self.reader.line(&raw.why), self.reader.line(&raw.source));
        let many = raw.tranches.get_ref();
        if !(1..=MAX_PARTS).contains(&many.len()) {
            let what = format!("there are {} tranches", many.len());
            self.reader.fault(&raw.tranches, what, format!("there are 1 to {MAX_PARTS}"));
        }
        let tranches = self.parts(many, DAYS);
        Some(Promise { name: name.get_ref().clone(), to: to?, why, tranches, source })
    }

    fn assumed(&mut self, raw: &RawAssumed) -> Assumed {
        Assumed {
            ask_ahead: self.within(&raw.ask_ahead, DAYS),
            call_ahead: self.within(&raw.call_ahead, DAYS),
            bank_days: self.within(&raw.bank_days, 0..=30),
            source: self.reader.line(&raw.source),
        }
    }

    fn withholding(&mut self, raw: &RawWithholding) -> Option<Withholding> {
        let by: Vec<String> = raw.by.iter().map(|name| self.reader.line(name)).collect();
        if by.is_empty() {
            let help = "name States, suppliers or things of the file of dependencies";
            self.reader.fault(&raw.source, "nobody withholds anything", help);
        }
        let (day, within) = (self.within(&raw.day, DAYS), self.within(&raw.within, DAYS));
        let amount = self.something(&raw.amount);
        let dependencies = self.reader.line(&raw.dependencies);
        let source = self.reader.line(&raw.source);
        Some(Withholding { dependencies, by, day, amount: amount?, within, source })
    }

    /// A day and as many after it: all of them are looked at.
    fn span(&mut self, at: &Spanned<i64>, day: u32, within: u32) {
        if day.saturating_add(within) > LAST_DAY {
            let what = format!("day {} is not looked at", day.saturating_add(within));
            self.reader.fault(at, what, format!("the last day is {LAST_DAY}"));
        }
    }
}
