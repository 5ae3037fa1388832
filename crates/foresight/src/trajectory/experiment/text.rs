//! Reading an experiment from a text.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use quorate_charter::{Charter, Fault, Faults};
use quorate_ledger::Currency;
use serde::Deserialize;
use toml::Spanned;

use super::Experiment;
use super::outputs::{OUTPUTS, Output};
use super::parameter::{Parameter, Takes, Target};
use crate::reader::{Reader, amount, form};
use crate::trajectory::scenario::Scenario;

/// The longest text, in bytes.
pub const MAX_EXPERIMENT_BYTES: usize = 64 * 1024;
/// The most charters that are compared.
pub const MAX_CHARTERS: usize = 8;
/// The most parameters.
pub const MAX_PARAMETERS: usize = 20;
/// The most outputs.
pub const MAX_OUTPUTS: usize = 16;
/// The most values that a parameter takes in a grid.
pub const MAX_STEPS: u32 = 1_000;
/// The most runs of one point.
pub const MAX_REPLICATES: u64 = 10_000;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Raw {
    title: Spanned<String>,
    scenario: Spanned<String>,
    #[serde(default)]
    charters: Vec<Spanned<String>>,
    replicates: Spanned<i64>,
    chance: Option<Spanned<String>>,
    outputs: Vec<Spanned<String>>,
    parameter: Vec<RawParameter>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawParameter {
    name: Spanned<String>,
    from: Spanned<RawValue>,
    to: Spanned<RawValue>,
    steps: Option<Spanned<i64>>,
    source: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(untagged, expecting = "give a whole number, or an amount as in \"2500000.00 EUR\"")]
enum RawValue {
    Whole(i64),
    Amount(String),
}

impl Experiment {
    /// Reads a text of at most [`MAX_EXPERIMENT_BYTES`] bytes. Whether it fits a scenario and charters is
    /// [`super::Setting::new`]'s to say.
    ///
    /// # Errors
    /// Everything that is wrong in it, each at its place.
    pub fn read(text: &str) -> Result<Experiment, Faults> {
        let raw: Raw = form(text, MAX_EXPERIMENT_BYTES, "docs/foresight.md")?;
        let mut reader = Reader::default();
        let lists = [
            (raw.charters.len(), 0..=MAX_CHARTERS, "charters"),
            (raw.outputs.len(), 1..=MAX_OUTPUTS, "outputs"),
            (raw.parameter.len(), 1..=MAX_PARAMETERS, "parameters"),
        ];
        for (many, range, what) in lists {
            if !range.contains(&many) {
                let help = format!("there are {} to {}", range.start(), range.end());
                reader.fault(&raw.title, format!("there are {many} {what}"), help);
            }
        }
        let title = reader.line(&raw.title);
        let scenario = reader.line(&raw.scenario);
        let charters = raw.charters.iter().map(|charter| reader.line(charter)).collect();
        let replicates =
            reader.within(&raw.replicates, 1..=i64::try_from(MAX_REPLICATES).unwrap_or(i64::MAX));
        let replicates = u64::try_from(replicates).unwrap_or_default();
        let own_chance = raw.chance.as_ref().is_some_and(|chance| own_chance(&mut reader, chance));
        let outputs = outputs(&mut reader, &raw.outputs);
        let mut parameters: Vec<Parameter> = Vec::new();
        for raw in &raw.parameter {
            if parameters.iter().any(|parameter| parameter.name == *raw.name.get_ref()) {
                reader.fault(&raw.name, "it is varied twice", "say it once");
            }
            parameters.extend(parameter(&mut reader, raw));
        }
        match reader.faults() {
            Some(faults) => Err(faults),
            None => Ok(Experiment { title, scenario, charters, replicates, own_chance, outputs, parameters }),
        }
    }

    /// What of it does not fit a scenario and charters, each at its place.
    pub(super) fn misfits(&self, scenario: &Scenario, charters: &[&Charter]) -> Vec<Fault> {
        let mut faults = Vec::new();
        let currency = scenario.model.request.currency();
        let mut set: Vec<usize> = Vec::new();
        for parameter in &self.parameters {
            let at = || parameter.at.clone();
            let is_in =
                |member| charters.iter().all(|charter| charter.members().any(|(one, _)| one == member));
            for member in parameter.target.named().filter(|member| !is_in(*member)) {
                let what = format!("{member} is no member of every charter");
                faults.push(Fault::new(at(), what, "name a member of all charters"));
            }
            if parameter.currency.is_some_and(|named| named != currency) {
                let help = format!("the scenario is in {currency}");
                faults.push(Fault::new(at(), "its ends are in another currency than the scenario", help));
            }
            let events = parameter.target.events(scenario);
            if matches!(parameter.target, Target::Event(_)) && events.is_empty() {
                let help = format!(
                    "it has {} events, by number from 1; `name` in an event gives it a name",
                    scenario.events.len()
                );
                faults.push(Fault::new(at(), "the scenario has no such event", help));
            }
            if events.iter().any(|place| set.contains(place)) {
                let what = "another parameter sets the same event";
                faults.push(Fault::new(at(), what, "name each event once"));
            }
            set.extend(events);
        }
        faults
    }
}

fn own_chance(reader: &mut Reader, chance: &Spanned<String>) -> bool {
    let word = chance.get_ref().as_str();
    if !["common", "own"].contains(&word) {
        let help = "it is `common`, the same at every point, or `own`, of each point";
        reader.fault(chance, format!("`{word}` is no chance"), help);
    }
    word == "own"
}

fn outputs(reader: &mut Reader, raw: &[Spanned<String>]) -> Vec<&'static Output> {
    let mut outputs: Vec<&'static Output> = Vec::new();
    for name in raw {
        match OUTPUTS.iter().find(|output| output.name == name.get_ref()) {
            Some(output) if outputs.iter().any(|other| other.name == output.name) => {
                reader.fault(name, "it is measured twice", "say it once");
            }
            Some(output) => outputs.push(output),
            None => {
                let names: Vec<&str> = OUTPUTS.iter().map(|output| output.name).collect();
                let what = format!("nothing is called `{}`", name.get_ref());
                reader.fault(name, what, format!("it is one of {}", names.join(", ")));
            }
        }
    }
    outputs
}

fn parameter(reader: &mut Reader, raw: &RawParameter) -> Option<Parameter> {
    let name = raw.name.get_ref().clone();
    let target = match Target::read(&name) {
        Ok(target) => target,
        Err(help) => {
            reader.fault(&raw.name, format!("no number of a scenario is called `{name}`"), help);
            return None;
        }
    };
    let takes = target.takes();
    let (from, currency) = value(reader, &raw.from, &takes)?;
    let (to, other) = value(reader, &raw.to, &takes)?;
    if currency != other {
        reader.fault(&raw.to, "both ends are not in one currency", "give both in the scenario's");
    }
    if to <= from {
        reader.fault(&raw.to, "the greatest is not more than the least", "give `from` below `to`");
        return None;
    }
    let width = u64::try_from(i128::from(to).saturating_sub(i128::from(from))).unwrap_or(u64::MAX);
    let most = width.saturating_add(1).min(u64::from(MAX_STEPS));
    let steps = raw.steps.as_ref().and_then(|steps| {
        let value = u64::try_from(*steps.get_ref()).unwrap_or_default();
        if !(2..=most).contains(&value) {
            let what = format!("{} cannot stand here", steps.get_ref());
            let help = format!("it is a whole number from 2 to {most}: between both ends lie no more");
            reader.fault(steps, what, help);
        }
        u32::try_from(value).ok()
    });
    let at: Range<usize> = raw.name.span();
    Some(Parameter { name, from, to, steps, source: reader.line(&raw.source), currency, target, at })
}

/// A value that something takes; of money, in the currency's smallest units.
fn value(reader: &mut Reader, raw: &Spanned<RawValue>, takes: &Takes) -> Option<(i64, Option<Currency>)> {
    let (what, help) = match (takes, raw.get_ref()) {
        (Takes::Whole(range), RawValue::Whole(value)) if range.contains(value) => {
            return Some((*value, None));
        }
        (Takes::Whole(range), raw) => {
            let help = format!("it is a whole number from {} to {}", range.start(), range.end());
            match raw {
                RawValue::Whole(value) => (format!("{value} cannot stand here"), help),
                RawValue::Amount(text) => (format!("`{text}` is no whole number"), help),
            }
        }
        (Takes::Money(least), RawValue::Amount(text)) => match minor(text) {
            Some((minor, currency)) if minor >= *least => return Some((minor, Some(currency))),
            _ => (format!("`{text}` cannot stand here"), MONEY.into()),
        },
        (Takes::Money(_), RawValue::Whole(value)) => (format!("{value} is no amount"), MONEY.into()),
    };
    reader.fault(raw, what, help);
    None
}

const MONEY: &str = "give an amount with its currency, as in `2500000.00 EUR`, and more than nothing where nothing cannot be asked for";

/// An amount in the currency's smallest units.
fn minor(text: &str) -> Option<(i64, Currency)> {
    let money = amount(text)?;
    Some((i64::try_from(money.minor()).ok()?, money.currency()))
}
