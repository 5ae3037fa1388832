//! Several put together: what a record holds, and files that their reader keeps to itself.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use quorate_charter::MemberCode;

use super::graph::{Dependencies, Supplier, Sway, Thing};

/// Two that cannot stand beside each other.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Clash {
    /// Both say what one thing is.
    #[error("both say what `{0}` is")]
    Thing(String),
    /// One name is a thing here and a supplier there.
    #[error("`{0}` is a thing in the one and a supplier in the other")]
    Name(String),
    /// What is a member's capability here is none there, and would be told no more.
    #[error("`{name}` is a capability of {of} in the one and of nobody in the other")]
    Capability {
        /// The thing.
        name: String,
        /// The member whose capability it is.
        of: MemberCode,
    },
    /// They do not agree on which State can make one supplier withhold, if one can.
    #[error("they do not agree on which State can make `{0}` withhold")]
    Supplier(String),
}

impl Clash {
    /// What to do about it.
    #[must_use]
    pub fn remedy(&self) -> String {
        match self {
            Clash::Thing(name) if name.contains('/') => "leave it out of one of them".into(),
            Clash::Thing(name) => {
                format!("give one of them another name, such as that under its member: `CAN/{name}`")
            }
            Clash::Name(_) => "give one of them another name".into(),
            Clash::Capability { of, .. } => format!("give it `member = \"{of}\"` there, too"),
            Clash::Supplier(_) => "let both say the same, or leave `state` out of one of them".into(),
        }
    }
}

/// A thing of one of both.
type Chosen<'d> = (&'d Dependencies, &'d Thing);

impl Dependencies {
    /// Both together. What the one names and the other declares is that; nothing may be declared by both.
    ///
    /// # Errors
    /// [`Clash`], the first in the order of names.
    pub fn beside(&self, other: &Dependencies) -> Result<Dependencies, Clash> {
        let twice = |thing: &&Thing| {
            thing.declared && other.thing_called(&thing.name).is_some_and(|other| other.declared)
        };
        match self.things.iter().find(twice) {
            Some(thing) => Err(Clash::Thing(thing.name.clone())),
            None => self.under(other).map(|(both, _)| both),
        }
    }

    /// Both together, and the names of what both declare: the other stands in the place of this there, as what somebody knows
    /// of a thing stands in the place of what is public of it.
    ///
    /// # Errors
    /// [`Clash`], the first in the order of names; never [`Clash::Thing`]. What is a capability stays one: else nothing would be
    /// told of it, and whoever asks would take that for good news.
    pub fn under(&self, other: &Dependencies) -> Result<(Dependencies, Vec<String>), Clash> {
        let mut chosen: BTreeMap<&str, Chosen<'_>> = BTreeMap::new();
        let mut replaced = Vec::new();
        for from in [self, other] {
            for thing in &from.things {
                let before = chosen.get(thing.name.as_str()).map(|(_, before)| *before);
                if thing.declared
                    && let Some(before) = before.filter(|before| before.declared)
                {
                    stays_a_capability(before, thing)?;
                    replaced.push(thing.name.clone());
                }
                if thing.declared || before.is_none() {
                    chosen.insert(&thing.name, (from, thing));
                }
            }
        }
        let suppliers = suppliers(self, other)?;
        if let Some(name) = suppliers.keys().find(|name| chosen.contains_key(*name)) {
            return Err(Clash::Name(name.to_string()));
        }
        let places: BTreeMap<&str, usize> =
            chosen.keys().enumerate().map(|(place, name)| (*name, place)).collect();
        let of_suppliers: BTreeMap<&str, usize> =
            suppliers.keys().enumerate().map(|(place, name)| (*name, place)).collect();
        let things = chosen.values().map(|chosen| placed(*chosen, &places, &of_suppliers)).collect();
        let title = format!("{}; with: {}", self.title, other.title);
        Ok((Dependencies::of(title, things, suppliers.into_values().collect()), replaced))
    }

    fn thing_called(&self, name: &str) -> Option<&Thing> {
        self.things.get(self.place(name)?)
    }
}

fn stays_a_capability(before: &Thing, thing: &Thing) -> Result<(), Clash> {
    match before.member {
        Some(of) if thing.member.is_none() => Err(Clash::Capability { name: thing.name.clone(), of }),
        _ => Ok(()),
    }
}

/// All suppliers, by their names.
fn suppliers<'d>(
    one: &'d Dependencies,
    other: &'d Dependencies,
) -> Result<BTreeMap<&'d str, Supplier>, Clash> {
    let mut all: BTreeMap<&str, Supplier> = BTreeMap::new();
    for supplier in one.suppliers.iter().chain(&other.suppliers) {
        let before = all.get(supplier.name.as_str()).map_or(Sway::NotKnown, |before| before.sway);
        match (before, supplier.sway) {
            // Who says more of it says it.
            (Sway::Of(_) | Sway::OfNone, Sway::NotKnown) => {}
            (Sway::Of(_) | Sway::OfNone, sway) if before != sway => {
                return Err(Clash::Supplier(supplier.name.clone()));
            }
            _ => {
                all.insert(&supplier.name, supplier.clone());
            }
        }
    }
    Ok(all)
}

/// A thing with the places that what it names has now.
fn placed(
    (from, thing): Chosen<'_>,
    places: &BTreeMap<&str, usize>,
    suppliers: &BTreeMap<&str, usize>,
) -> Thing {
    let now = |before: &usize| places.get(from.things.get(*before)?.name.as_str()).copied();
    let supplier = thing.supplier.and_then(|before| from.suppliers.get(before));
    Thing {
        supplier: supplier.and_then(|supplier| suppliers.get(supplier.name.as_str())).copied(),
        needs: thing.needs.iter().filter_map(now).collect(),
        one_of: thing.one_of.iter().map(|group| group.iter().filter_map(now).collect()).collect(),
        ..thing.clone()
    }
}
