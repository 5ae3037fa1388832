//! Reading who relies on whom from a text.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use quorate_charter::{Faults, MemberCode};
use quorate_partnership::capabilities::{Confidence, Days, Kind, Named, ReplacedIn, ThingName};
use serde::Deserialize;
use toml::Spanned;

use super::graph::{Dependencies, Supplier, Sway, Thing};
use crate::reader::{Reader, form};

/// The longest text, in bytes.
pub const MAX_DEPENDENCIES_BYTES: usize = 8 * 1024 * 1024;

/// The most things, and the most suppliers.
pub const MAX_THINGS: usize = 20_000;

/// What a supplier has instead of a State where none can make it withhold.
const NO_STATE: &str = "none";

/// The most that one thing relies on.
const MAX_RELIES_ON: usize = 1_000;

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
    reader: Reader,
}

impl Dependencies {
    /// Reads a text of at most [`MAX_DEPENDENCIES_BYTES`] bytes and [`MAX_THINGS`] things.
    ///
    /// # Errors
    /// Everything that is wrong in it, each at its place.
    pub fn read(text: &str) -> Result<Dependencies, Faults> {
        let raw: Raw = form(text, MAX_DEPENDENCIES_BYTES, "docs/dependencies.md")?;
        let names = names(&raw.things);
        let things = names.iter().enumerate().map(|(place, name)| (*name, place)).collect();
        let suppliers =
            raw.suppliers.keys().enumerate().map(|(place, name)| (name.get_ref().as_str(), place)).collect();
        let mut reading = Reading { things, suppliers, reader: Reader::default() };
        reading.reader.line(&raw.title);
        for (what, many) in [("things", names.len()), ("suppliers", raw.suppliers.len())] {
            if many > MAX_THINGS {
                reading.reader.fault(
                    &raw.title,
                    format!("there are {many} {what}"),
                    format!("there are at most {MAX_THINGS}"),
                );
            }
        }
        let suppliers = raw.suppliers.iter().map(|(name, raw)| reading.supplier(name, raw)).collect();
        let mut declared: BTreeMap<&str, Thing> = raw
            .things
            .iter()
            .map(|(name, raw)| (name.get_ref().as_str(), reading.thing(name, raw)))
            .collect();
        let thing = |name: &&str| declared.remove::<str>(name).unwrap_or_else(|| Thing::undeclared(name));
        let things = names.iter().map(thing).collect();
        match reading.reader.faults() {
            Some(faults) => Err(faults),
            None => Ok(Dependencies::of(raw.title.into_inner(), things, suppliers)),
        }
    }
}

/// The names of all things: those of the text, and those of members' things that it names and does not declare.
fn names(things: &BTreeMap<Spanned<String>, RawThing>) -> BTreeSet<&str> {
    let named = things.values().flat_map(|thing| thing.needs.iter().chain(thing.one_of.iter().flatten()));
    let named = named.map(|name| name.get_ref().as_str());
    let elsewhere = named.filter(|name| name.parse::<Named>().is_ok());
    things.keys().map(|name| name.get_ref().as_str()).chain(elsewhere).collect()
}

impl Reading<'_> {
    /// The name of an entry. A State and an entry of one name could not be told apart.
    fn name(&mut self, name: &Spanned<String>) -> String {
        if let Err(error) = name.get_ref().parse::<ThingName>() {
            self.reader.fault(name, format!("`{}` is no name", name.get_ref()), error.to_string());
        }
        name.get_ref().clone()
    }

    /// The name of a thing, which can be that under which a member declares it.
    fn thing_name(&mut self, name: &Spanned<String>, member: Option<MemberCode>) -> String {
        let Ok(named) = name.get_ref().parse::<Named>() else { return self.name(name) };
        if member.is_some_and(|member| member != named.of) {
            let what = format!("`{named}` is named after another member than it is of");
            self.reader.fault(name, what, "name it after the member whose it is");
        }
        name.get_ref().clone()
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
            self.reader.fault(
                text,
                format!("there is no `{}`", text.get_ref()),
                format!("it is one of {}", names.join(", ")),
            );
        }
        found
    }

    fn supplier(&mut self, name: &Spanned<String>, raw: &RawSupplier) -> Supplier {
        if self.things.contains_key(name.get_ref().as_str()) {
            self.reader.fault(
                name,
                format!("`{}` is also the name of a thing", name.get_ref()),
                "give each a name of its own",
            );
        }
        Supplier {
            name: self.name(name),
            what: self.reader.line(&raw.what),
            sway: self.sway(raw.state.as_ref()),
            source: self.reader.line(&raw.source),
        }
    }

    /// That no State can is only so where it is said: what is left out is not known.
    fn sway(&mut self, state: Option<&Spanned<String>>) -> Sway {
        match state {
            Some(text) if text.get_ref() == NO_STATE => Sway::OfNone,
            Some(text) => self.reader.parse(text).map_or(Sway::NotKnown, Sway::Of),
            None => Sway::NotKnown,
        }
    }

    fn thing(&mut self, name: &Spanned<String>, raw: &RawThing) -> Thing {
        let member: Option<MemberCode> = raw.member.as_ref().and_then(|text| self.reader.parse(text));
        let is_held = raw.in_hands_of.is_some() || raw.supplier.is_some();
        let needs: Vec<usize> = raw.needs.iter().filter_map(|other| self.other(name, other)).collect();
        let one_of: Vec<Vec<usize>> = raw.one_of.iter().map(|group| self.group(name, group)).collect();
        let many = one_of.iter().fold(needs.len(), |sum, group| sum.saturating_add(group.len()));
        if many > MAX_RELIES_ON {
            self.reader.fault(
                name,
                format!("it relies on {many} things"),
                format!("it relies on at most {MAX_RELIES_ON}"),
            );
        }
        if many == 0 && !is_held {
            let help = "give `in-hands-of`, `supplier`, `needs` or `one-of`";
            self.reader.fault(name, format!("nothing is said of `{}`", name.get_ref()), help);
        }
        let replaced_in = raw.replaced_in.as_ref().and_then(|text| self.reader.parse(text));
        Thing {
            name: self.thing_name(name, member),
            what: self.reader.line(&raw.what),
            kind: self.kind(raw, member),
            member,
            in_hands_of: raw.in_hands_of.as_ref().and_then(|text| self.reader.parse(text)),
            supplier: raw.supplier.as_ref().and_then(|supplier| self.known_supplier(supplier)),
            needs,
            one_of,
            lasts: raw
                .lasts
                .as_ref()
                .and_then(|text| self.reader.parse(text))
                .unwrap_or(Days::lasts_left_out(is_held)),
            replaced_in: replaced_in.map_or(Days::replaced_left_out(is_held), |ReplacedIn(days)| days),
            cost: raw.cost.as_ref().and_then(|cost| self.reader.money(cost)),
            confidence: self
                .word(raw.confidence.as_ref(), &Confidence::ALL, |one| one.name())
                .unwrap_or(Confidence::Low),
            source: self.reader.line(&raw.source),
            declared: true,
        }
    }

    fn kind(&mut self, raw: &RawThing, member: Option<MemberCode>) -> Kind {
        let usual = if member.is_some() { Kind::Capability } else { Kind::Component };
        let kind = self.word(raw.kind.as_ref(), &Kind::ALL, |one| one.name()).unwrap_or(usual);
        if let Some(at) = raw.kind.as_ref().filter(|_| (kind == Kind::Capability) != member.is_some()) {
            self.reader.fault(
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
            self.reader.fault(
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
            self.reader.fault(
                other,
                format!("there is no thing `{}`", other.get_ref()),
                "name a thing of this text, or one of a member as in `CAN/airframes`",
            );
        }
        if name.get_ref() == other.get_ref() {
            self.reader.fault(other, "it relies on itself", "name another thing");
        }
        found
    }

    fn known_supplier(&mut self, supplier: &Spanned<String>) -> Option<usize> {
        let found = self.suppliers.get(supplier.get_ref().as_str()).copied();
        if found.is_none() {
            let what = format!("there is no supplier `{}`", supplier.get_ref());
            self.reader.fault(supplier, what, "name a supplier of this text");
        }
        found
    }
}
