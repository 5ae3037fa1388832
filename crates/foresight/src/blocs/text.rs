//! Reading a case from a text.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::ops::RangeInclusive;

use quorate_charter::{Fault, Faults, MemberCode};
use serde::Deserialize;
use toml::Spanned;

use super::case::{Alignment, Case, Factor, State};
use super::landscape::{Landscape, MAX_SIZE, MAX_STATES};
use crate::reader::{Reader, form};

/// The longest text, in bytes.
pub const MAX_BLOCS_BYTES: usize = 1024 * 1024;
/// The most factors: what all of them add to a propensity stays within [`MAX_PROPENSITY`](super::MAX_PROPENSITY).
pub const MAX_FACTORS: usize = 20;
/// The most alignments to compare with.
pub const MAX_ALIGNMENTS: usize = 20;

const EITHER: RangeInclusive<i64> = -1000..=1000;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Raw {
    title: Spanned<String>,
    states: BTreeMap<Spanned<String>, RawState>,
    #[serde(default)]
    factor: Vec<RawFactor>,
    #[serde(default)]
    alignment: Vec<RawAlignment>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawState {
    name: Spanned<String>,
    size: Spanned<i64>,
    source: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawFactor {
    name: Spanned<String>,
    source: Spanned<String>,
    by: Option<Spanned<i64>>,
    #[serde(default)]
    pairs: Vec<Spanned<String>>,
    #[serde(default)]
    groups: Vec<Vec<Spanned<String>>>,
    within: Option<Spanned<i64>>,
    across: Option<Spanned<i64>>,
    #[serde(default)]
    between: BTreeMap<Spanned<String>, Spanned<i64>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawAlignment {
    name: Spanned<String>,
    bloc: Vec<Spanned<String>>,
    source: Spanned<String>,
}

/// What is wrong in a text, and the places of its States.
struct Reading {
    reader: Reader,
    places: BTreeMap<MemberCode, usize>,
}

impl Case {
    /// Reads a text of at most [`MAX_BLOCS_BYTES`] bytes: 2 to [`MAX_STATES`] States of sizes to [`MAX_SIZE`], at most
    /// [`MAX_FACTORS`] factors, each of which adds -1000 to 1000, and [`MAX_ALIGNMENTS`] alignments.
    ///
    /// # Errors
    /// Everything that is wrong in it, each at its place.
    pub fn read(text: &str) -> Result<Case, Faults> {
        let raw: Raw = form(text, MAX_BLOCS_BYTES, "docs/blocs.md")?;
        let mut reading = Reading { reader: Reader::default(), places: BTreeMap::new() };
        let title = reading.reader.line(&raw.title);
        let states = reading.states(&raw);
        let limits =
            [("factors", raw.factor.len(), MAX_FACTORS), ("alignments", raw.alignment.len(), MAX_ALIGNMENTS)];
        for (what, many, most) in limits.into_iter().filter(|(_, many, most)| many > most) {
            let help = format!("there are at most {most}");
            reading.reader.fault(&raw.title, format!("there are {many} {what}"), help);
        }
        let factors: Vec<Factor> = raw.factor.iter().map(|raw| reading.factor(raw)).collect();
        let blocs: Vec<Vec<usize>> = raw.alignment.iter().map(|raw| reading.bloc(raw)).collect();
        if let Some(faults) = reading.reader.faults() {
            return Err(faults);
        }
        let sizes: Vec<i64> = states.iter().map(|state| state.size).collect();
        let sums = summed(&factors, states.len());
        let propensity = |one: usize, other: usize| {
            sums.get(one).and_then(|row| row.get(other)).copied().unwrap_or_default()
        };
        // The numbers were read within their limits.
        let landscape = Landscape::new(&sizes, propensity)
            .ok_or_else(|| Fault::new(0..0, "the numbers are too great", "docs/blocs.md says how great"))?;
        let alignment = |(raw, bloc): (&RawAlignment, &Vec<usize>)| Alignment {
            name: raw.name.get_ref().clone(),
            partition: landscape.partition(bloc),
            source: raw.source.get_ref().clone(),
        };
        let alignments = raw.alignment.iter().zip(&blocs).map(alignment).collect();
        Ok(Case { title, states, factors, alignments, landscape })
    }
}

/// What all factors add to the propensities.
fn summed(factors: &[Factor], states: usize) -> Vec<Vec<i64>> {
    let mut sums = vec![vec![0_i64; states]; states];
    for (one, other, by) in factors.iter().flat_map(|factor| &factor.adds) {
        if let Some(sum) = sums.get_mut(*one).and_then(|row| row.get_mut(*other)) {
            *sum = sum.saturating_add(*by);
        }
    }
    sums
}

impl Reading {
    fn states(&mut self, raw: &Raw) -> Vec<State> {
        let many = raw.states.len();
        if !(2..=MAX_STATES).contains(&many) {
            let help = format!("there are 2 to {MAX_STATES}");
            let what = if many == 1 { "there is 1 State".into() } else { format!("there are {many} States") };
            self.reader.fault(&raw.title, what, help);
        }
        let mut states = Vec::new();
        for (text, raw) in &raw.states {
            let code: Option<MemberCode> = self.reader.parse(text);
            let (name, source) = (self.reader.line(&raw.name), self.reader.line(&raw.source));
            let size = self.reader.within(&raw.size, 0..=MAX_SIZE);
            if let Some(code) = code {
                self.places.insert(code, states.len());
                states.push(State { code, name, size, source });
            }
        }
        states
    }

    fn state(&mut self, text: &Spanned<String>) -> Option<usize> {
        let code: MemberCode = self.reader.parse(text)?;
        let place = self.places.get(&code).copied();
        if place.is_none() {
            self.reader.fault(text, format!("there is no State {code}"), "name one of [states]");
        }
        place
    }

    /// Two States, as `AAA BBB`: their places, the lesser first.
    fn pair(&mut self, text: &Spanned<String>) -> Option<(usize, usize)> {
        let codes: Vec<&str> = text.get_ref().split(' ').collect();
        let [one, other] = codes.as_slice() else {
            self.reader.fault(text, "these are not two States", "write two codes, as in `AAA BBB`");
            return None;
        };
        let at = |code: &str| Spanned::new(text.span(), String::from(code));
        let (one, other) = (self.state(&at(one))?, self.state(&at(other))?);
        if one == other {
            self.reader.fault(text, "this is one State twice", "name two");
            return None;
        }
        Some((one.min(other), one.max(other)))
    }

    fn factor(&mut self, raw: &RawFactor) -> Factor {
        let (name, source) = (self.reader.line(&raw.name), self.reader.line(&raw.source));
        let mut adds: BTreeMap<(usize, usize), i64> = BTreeMap::new();
        let kinds = [!raw.pairs.is_empty(), !raw.groups.is_empty(), !raw.between.is_empty()];
        if kinds.into_iter().filter(|given| *given).count() != 1 {
            let help = "give `by` with `pairs`, or `within` and `across` with `groups`, or `between`";
            self.reader.fault(&raw.name, "a factor says in one way whom it ties or parts", help);
        }
        if raw.by.is_some() == raw.pairs.is_empty() {
            self.reader.fault(&raw.name, "`by` and `pairs` stand together", "give both, or neither");
        }
        let both = raw.within.is_some() && raw.across.is_some();
        let any = raw.within.is_some() || raw.across.is_some();
        if any == raw.groups.is_empty() || any != both {
            let help = "give all three, or none";
            self.reader.fault(&raw.name, "`within`, `across` and `groups` stand together", help);
        }
        let by = raw.by.as_ref().map_or(0, |by| self.reader.within(by, EITHER));
        for text in &raw.pairs {
            self.add(&mut adds, text, by);
        }
        for (text, by) in &raw.between {
            let by = self.reader.within(by, EITHER);
            self.add(&mut adds, text, by);
        }
        self.groups(raw, &mut adds);
        let adds = adds.into_iter().map(|((one, other), by)| (one, other, by)).collect();
        Factor { name, adds, source }
    }

    fn add(&mut self, adds: &mut BTreeMap<(usize, usize), i64>, text: &Spanned<String>, by: i64) {
        let Some(pair) = self.pair(text) else { return };
        if adds.insert(pair, by).is_some() {
            self.reader.fault(text, "these two were named before", "name each two once in a factor");
        }
    }

    fn groups(&mut self, raw: &RawFactor, adds: &mut BTreeMap<(usize, usize), i64>) {
        let number = |number: &Option<Spanned<i64>>, reading: &mut Reading| {
            number.as_ref().map_or(0, |number| reading.reader.within(number, EITHER))
        };
        let (within, across) = (number(&raw.within, self), number(&raw.across, self));
        let mut placed: BTreeMap<usize, usize> = BTreeMap::new();
        for (group, texts) in raw.groups.iter().enumerate() {
            for text in texts {
                let Some(state) = self.state(text) else { continue };
                if placed.insert(state, group).is_some() {
                    self.reader.fault(text, "this State stands in a group already", "name each once");
                }
            }
        }
        for (one, group) in &placed {
            for (other, another) in placed.range(one.saturating_add(1)..) {
                adds.insert((*one, *other), if group == another { within } else { across });
            }
        }
    }

    fn bloc(&mut self, raw: &RawAlignment) -> Vec<usize> {
        self.reader.line(&raw.name);
        self.reader.line(&raw.source);
        raw.bloc.iter().filter_map(|text| self.state(text)).collect()
    }
}
