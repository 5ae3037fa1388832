//! Reading who relies on whom from a text.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::fmt::Display;
use core::str::FromStr;

use quorate_charter::{Fault, Faults, MemberCode, RuleName, misleads};
use quorate_ledger::{Currency, Money};
use serde::Deserialize;
use toml::Spanned;

use super::days::Days;
use super::graph::{Confidence, Dependencies, Kind, Supplier, Thing};

/// The longest text, in bytes.
pub const MAX_DEPENDENCIES_BYTES: usize = 8 * 1024 * 1024;

/// The most things, and the most suppliers.
pub const MAX_THINGS: usize = 20_000;

/// The most that one thing relies on.
const MAX_RELIES_ON: usize = 1_000;

const MAX_LINE_BYTES: usize = 512;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Raw {
    title: Spanned<String>,
    #[serde(default)]
    suppliers: BTreeMap<Spanned<String>, RawSupplier>,
    things: BTreeMap<Spanned<String>, RawThing>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawSupplier {
    what: Spanned<String>,
    state: Option<Spanned<String>>,
    source: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawThing {
    what: Spanned<String>,
    kind: Option<Spanned<String>>,
    member: Option<Spanned<String>>,
    in_hands_of: Option<Spanned<String>>,
    supplier: Option<Spanned<String>>,
    #[serde(default)]
    needs: Vec<Spanned<String>>,
    #[serde(default)]
    one_of: Vec<Vec<Spanned<String>>>,
    lasts: Option<Spanned<String>>,
    replaced_in: Option<Spanned<String>>,
    cost: Option<Spanned<String>>,
    confidence: Option<Spanned<String>>,
    source: Spanned<String>,
}

/// The names of a text, and what is wrong in it.
struct Reading<'r> {
    things: BTreeMap<&'r str, usize>,
    suppliers: BTreeMap<&'r str, usize>,
    faults: Vec<Fault>,
}

impl Dependencies {
    /// Reads a text of at most [`MAX_DEPENDENCIES_BYTES`] bytes and [`MAX_THINGS`] things.
    ///
    /// # Errors
    /// Everything that is wrong in it, each at its place.
    pub fn read(text: &str) -> Result<Dependencies, Faults> {
        if text.len() > MAX_DEPENDENCIES_BYTES {
            let what = format!("this text has {} bytes", text.len());
            return Err(Fault::new(0..0, what, format!("it has at most {MAX_DEPENDENCIES_BYTES}")).into());
        }
        let raw: Raw = toml::from_str(text).map_err(|error| {
            Fault::new(
                error.span().unwrap_or_default(),
                error.message(),
                "docs/dependencies.md says what can stand here",
            )
        })?;
        let things =
            raw.things.keys().enumerate().map(|(place, name)| (name.get_ref().as_str(), place)).collect();
        let suppliers =
            raw.suppliers.keys().enumerate().map(|(place, name)| (name.get_ref().as_str(), place)).collect();
        let mut reading = Reading { things, suppliers, faults: Vec::new() };
        reading.line(&raw.title);
        for (what, many) in [("things", raw.things.len()), ("suppliers", raw.suppliers.len())] {
            if many > MAX_THINGS {
                reading.fault(
                    &raw.title,
                    format!("there are {many} {what}"),
                    format!("there are at most {MAX_THINGS}"),
                );
            }
        }
        let suppliers = raw.suppliers.iter().map(|(name, raw)| reading.supplier(name, raw)).collect();
        let things: Vec<Thing> = raw.things.iter().map(|(name, raw)| reading.thing(name, raw)).collect();
        match Faults::from_list(reading.faults) {
            Some(faults) => Err(faults),
            None => {
                let places =
                    things.iter().enumerate().map(|(place, thing)| (thing.name.clone(), place)).collect();
                Ok(Dependencies { title: raw.title.into_inner(), things, suppliers, places })
            }
        }
    }
}

impl Reading<'_> {
    fn fault(&mut self, at: &Spanned<String>, what: impl Into<String>, help: impl Into<String>) {
        self.faults.push(Fault::new(at.span(), what, help));
    }

    fn line(&mut self, text: &Spanned<String>) -> String {
        let value = text.get_ref();
        let is_line = (1..=MAX_LINE_BYTES).contains(&value.len()) && !value.trim().is_empty();
        if !is_line || value.chars().any(misleads) {
            let help =
                format!("it is one line of 1 to {MAX_LINE_BYTES} bytes, without characters that nobody sees");
            self.fault(text, "this is no line of text", help);
        }
        value.clone()
    }

    /// The name of an entry. A State and an entry of one name could not be told apart.
    fn name(&mut self, name: &Spanned<String>) -> String {
        if let Err(error) = name.get_ref().parse::<RuleName>() {
            self.fault(name, format!("`{}` is no name", name.get_ref()), error.to_string());
        }
        name.get_ref().clone()
    }

    fn parse<T: FromStr<Err: Display>>(&mut self, text: Option<&Spanned<String>>) -> Option<T> {
        let text = text?;
        match text.get_ref().parse() {
            Ok(value) => Some(value),
            Err(error) => {
                self.fault(text, format!("`{}` cannot stand here", text.get_ref()), format!("{error}"));
                None
            }
        }
    }

    /// One of a few words.
    fn word<T: Copy>(
        &mut self,
        text: Option<&Spanned<String>>,
        all: &[T],
        name: fn(&T) -> &'static str,
    ) -> Option<T> {
        let text = text?;
        let found = all.iter().find(|one| name(one) == text.get_ref()).copied();
        if found.is_none() {
            let names: Vec<&str> = all.iter().map(name).collect();
            self.fault(
                text,
                format!("there is no `{}`", text.get_ref()),
                format!("it is one of {}", names.join(", ")),
            );
        }
        found
    }

    fn supplier(&mut self, name: &Spanned<String>, raw: &RawSupplier) -> Supplier {
        if self.things.contains_key(name.get_ref().as_str()) {
            self.fault(
                name,
                format!("`{}` is also the name of a thing", name.get_ref()),
                "give each a name of its own",
            );
        }
        Supplier {
            name: self.name(name),
            what: self.line(&raw.what),
            state: self.parse(raw.state.as_ref()),
            source: self.line(&raw.source),
        }
    }

    fn thing(&mut self, name: &Spanned<String>, raw: &RawThing) -> Thing {
        let member: Option<MemberCode> = self.parse(raw.member.as_ref());
        let is_held = raw.in_hands_of.is_some() || raw.supplier.is_some();
        let needs: Vec<usize> = raw.needs.iter().filter_map(|other| self.other(name, other)).collect();
        let one_of: Vec<Vec<usize>> = raw.one_of.iter().map(|group| self.group(name, group)).collect();
        let many = one_of.iter().fold(needs.len(), |sum, group| sum.saturating_add(group.len()));
        if many > MAX_RELIES_ON {
            self.fault(
                name,
                format!("it relies on {many} things"),
                format!("it relies on at most {MAX_RELIES_ON}"),
            );
        }
        if many == 0 && !is_held {
            let help = "give `in-hands-of`, `supplier`, `needs` or `one-of`";
            self.fault(name, format!("nothing is said of `{}`", name.get_ref()), help);
        }
        // What only stands for the things that it is made of has no stock and no replacement but theirs.
        let unsaid = |of_parts: Days| if is_held { Days::NotPublic } else { of_parts };
        Thing {
            name: self.name(name),
            what: self.line(&raw.what),
            kind: self.kind(raw, member),
            member,
            in_hands_of: self.parse(raw.in_hands_of.as_ref()),
            supplier: raw.supplier.as_ref().and_then(|supplier| self.known_supplier(supplier)),
            needs,
            one_of,
            lasts: self.parse(raw.lasts.as_ref()).unwrap_or(unsaid(Days::Known(0))),
            replaced_in: self.parse(raw.replaced_in.as_ref()).unwrap_or(unsaid(Days::Endless)),
            cost: raw.cost.as_ref().and_then(|cost| self.money(cost)),
            confidence: self
                .word(raw.confidence.as_ref(), &Confidence::ALL, |one| one.name())
                .unwrap_or(Confidence::Low),
            source: self.line(&raw.source),
        }
    }

    fn kind(&mut self, raw: &RawThing, member: Option<MemberCode>) -> Kind {
        let usual = if member.is_some() { Kind::Capability } else { Kind::Component };
        let kind = self.word(raw.kind.as_ref(), &Kind::ALL, |one| one.name()).unwrap_or(usual);
        if let Some(at) = raw.kind.as_ref().filter(|_| (kind == Kind::Capability) != member.is_some()) {
            self.fault(
                at,
                "a capability is a member's, and nothing else is",
                "give `member` with it, or another kind",
            );
        }
        kind
    }

    /// A group of which one is needed: two at least, else it is a need.
    fn group(&mut self, name: &Spanned<String>, group: &[Spanned<String>]) -> Vec<usize> {
        if group.len() < 2 {
            let at = group.first().unwrap_or(name);
            self.fault(
                at,
                "a group has at least two things of which one is needed",
                "a single one stands in `needs`",
            );
        }
        group.iter().filter_map(|other| self.other(name, other)).collect()
    }

    fn other(&mut self, name: &Spanned<String>, other: &Spanned<String>) -> Option<usize> {
        let found = self.things.get(other.get_ref().as_str()).copied();
        if found.is_none() {
            self.fault(
                other,
                format!("there is no thing `{}`", other.get_ref()),
                "name a thing of this text",
            );
        }
        if name.get_ref() == other.get_ref() {
            self.fault(other, "it relies on itself", "name another thing");
        }
        found
    }

    fn known_supplier(&mut self, supplier: &Spanned<String>) -> Option<usize> {
        let found = self.suppliers.get(supplier.get_ref().as_str()).copied();
        if found.is_none() {
            let what = format!("there is no supplier `{}`", supplier.get_ref());
            self.fault(supplier, what, "name a supplier of this text");
        }
        found
    }

    /// An amount with its currency behind it.
    fn money(&mut self, text: &Spanned<String>) -> Option<Money> {
        let read = || {
            let (amount, code) = text.get_ref().split_once(' ')?;
            let currency: Currency = Currency::from_code(code).ok()?;
            Money::parse(amount, currency).ok().filter(|money| !money.is_negative())
        };
        let money = read();
        if money.is_none() {
            let what = format!("`{}` is no amount of money", text.get_ref());
            self.fault(
                text,
                what,
                "give an amount of nothing or more and a currency, as in `2500000.00 EUR`",
            );
        }
        money
    }
}
