//! Reading a scenario from a text.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::RangeInclusive;

use quorate_charter::{Fault, Faults, MemberCode};
use quorate_ledger::Money;
use serde::Deserialize;
use sha2::{Digest as _, Sha256};
use toml::Spanned;

pub use self::parts::LEFT_OUT;
use super::scenario::{Event, Member, Model, Outside, Scenario, What};
use crate::reader::{Reader, form};

/// The longest text, in bytes.
pub const MAX_SCENARIO_BYTES: usize = 256 * 1024;
/// The most quarters of a run: ten years.
pub const MAX_QUARTERS: u32 = 40;
/// The greatest capability.
pub const MAX_CAPABILITY: i64 = crate::blocs::MAX_SIZE;
/// What a member's capability may be.
pub(super) const CAPABILITY: RangeInclusive<i64> = 0..=MAX_CAPABILITY;
/// The most events.
pub const MAX_EVENTS: usize = 1_000;

pub(super) const SHARE: RangeInclusive<i64> = 0..=1000;
pub(super) const EITHER: RangeInclusive<i64> = -1000..=1000;
/// Days that somebody takes: less than a quarter.
pub(super) const DAYS: RangeInclusive<i64> = 0..=90;
/// Of attachment, below which a member wants to leave.
pub(super) const BELOW: RangeInclusive<i64> = -3000..=1000;
/// Quarters in a row.
pub(super) const IN_A_ROW: RangeInclusive<i64> = 1..=40;

type Number = Option<Spanned<i64>>;
type Words = Option<Spanned<String>>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Raw {
    title: Spanned<String>,
    charter: Spanned<String>,
    quarters: Spanned<i64>,
    members: RawMember,
    #[serde(default)]
    member: BTreeMap<Spanned<String>, RawMember>,
    outside: RawOutside,
    model: RawModel,
    #[serde(default)]
    event: Vec<RawEvent>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawMember {
    affinity: Number,
    #[serde(default)]
    towards: BTreeMap<Spanned<String>, Spanned<i64>>,
    cost: Number,
    threat: Number,
    need: Number,
    reliance: Number,
    delay: Number,
    hazard: Number,
    leaves_below: Number,
    paid_in: Words,
    callable: Words,
    capability: Number,
    source: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawOutside {
    pressure: Spanned<i64>,
    withholding: Spanned<i64>,
    moderation: Spanned<i64>,
    source: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawModel {
    noise: Spanned<i64>,
    margin: Spanned<i64>,
    learns: Spanned<i64>,
    need_by_threat: Spanned<i64>,
    hazard_by_strain: Spanned<i64>,
    leaves_after: Spanned<i64>,
    answer_days: Spanned<i64>,
    bank_days: Spanned<i64>,
    request: Spanned<String>,
    keep: Spanned<String>,
    call: Spanned<String>,
    source: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawEvent {
    name: Words,
    from: Spanned<i64>,
    until: Number,
    what: Spanned<String>,
    by: Spanned<i64>,
    member: Words,
    towards: Words,
    why: Spanned<String>,
    source: Spanned<String>,
}

#[derive(Default)]
struct Reading {
    reader: Reader,
    named: Vec<(MemberCode, core::ops::Range<usize>)>,
    amounts: Vec<(Money, core::ops::Range<usize>)>,
}

impl Scenario {
    /// Reads a text of at most [`MAX_SCENARIO_BYTES`] bytes, [`MAX_QUARTERS`] quarters and [`MAX_EVENTS`] events.
    ///
    /// # Errors
    /// Everything that is wrong in it, each at its place.
    pub fn read(text: &str) -> Result<Scenario, Faults> {
        let raw: Raw = form(text, MAX_SCENARIO_BYTES, "docs/foresight.md")?;
        let mut reading = Reading::default();
        let quarters = reading.within(&raw.quarters, 1..=i64::from(MAX_QUARTERS));
        let quarters = u32::try_from(quarters).unwrap_or(1);
        let usual = reading.usual(&raw.members);
        let outside = reading.outside(&raw.outside);
        let model = reading.model(&raw.model);
        if raw.event.len() > MAX_EVENTS {
            let what = format!("there are {} events", raw.event.len());
            reading.reader.fault(&raw.title, what, format!("there are at most {MAX_EVENTS}"));
        }
        let events = raw.event.iter().filter_map(|event| reading.event(event, quarters)).collect();
        let (title, charter) = (reading.reader.line(&raw.title), reading.reader.line(&raw.charter));
        let (mut members, mut own) = (BTreeMap::new(), BTreeSet::new());
        for (code, raw) in usual.iter().flat_map(|_| &raw.member) {
            if let (Some(code), Some(usual)) = (reading.code(code), &usual) {
                members.insert(code, reading.member(code, raw, usual));
                own.extend(raw.said().map(|word| (code, word)));
            }
        }
        let digest: [u8; 32] = Sha256::digest(text.as_bytes()).into();
        let Reading { reader, named, amounts } = reading;
        match (reader.faults(), usual, model) {
            (None, Some(usual), Some(model)) => Ok(Scenario {
                title,
                charter,
                quarters,
                digest,
                usual,
                members,
                own,
                outside,
                model,
                events,
                named,
                amounts,
            }),
            (Some(faults), ..) => Err(faults),
            // Whatever lacks is a fault, so that there is one.
            _ => {
                Err(Fault::new(0..0, "something lacks", "docs/foresight.md says what has to stand here")
                    .into())
            }
        }
    }
}

impl Reading {
    fn code(&mut self, text: &Spanned<String>) -> Option<MemberCode> {
        let code = self.reader.parse(text)?;
        self.named.push((code, text.span()));
        Some(code)
    }

    /// A number within these.
    fn within(&mut self, number: &Spanned<i64>, range: RangeInclusive<i64>) -> i64 {
        self.reader.within(number, range)
    }

    fn or(&mut self, number: &Number, range: RangeInclusive<i64>, usual: i64) -> i64 {
        number.as_ref().map_or(usual, |number| self.within(number, range))
    }

    /// An amount with its currency behind it, not less than nothing.
    fn money(&mut self, text: &Spanned<String>) -> Option<Money> {
        let money = self.reader.money(text)?;
        self.amounts.push((money, text.span()));
        Some(money)
    }
}

mod parts;
