//! Things, what each of them relies on, and in whose hands they are.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;

use quorate_charter::MemberCode;
use quorate_ledger::Money;

use super::days::Days;

/// What kind of thing it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// What a member can do.
    Capability,
    /// Equipment, or a part of some.
    Component,
    /// What somebody does again and again: upkeep, launches, training.
    Service,
    /// A place with what stands there.
    Base,
    /// Data, keys, codes, imagery.
    Data,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Kind; 5] = [Kind::Capability, Kind::Component, Kind::Service, Kind::Base, Kind::Data];

    /// Its name in a text.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Kind::Capability => "capability",
            Kind::Component => "component",
            Kind::Service => "service",
            Kind::Base => "base",
            Kind::Data => "data",
        }
    }
}

/// How sure whoever wrote an entry is of it, in the words that assessments of intelligence use (ICD 203).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// Little is known of it, or the sources are poor.
    Low,
    /// Plausible, from credible sources.
    Moderate,
    /// From good sources that agree.
    High,
}

impl Confidence {
    /// All of them, the lowest first.
    pub const ALL: [Confidence; 3] = [Confidence::Low, Confidence::Moderate, Confidence::High];

    /// Its name in a text.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Confidence::Low => "low",
            Confidence::Moderate => "moderate",
            Confidence::High => "high",
        }
    }
}

/// A firm, an agency or a programme that things come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Supplier {
    /// Its name in the text.
    pub name: String,
    /// What it is, in a line.
    pub what: String,
    /// The State that can make it withhold.
    pub state: Option<MemberCode>,
    /// Where this is said.
    pub source: String,
}

/// Something that a member can do, or on which that relies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thing {
    /// Its name in the text.
    pub name: String,
    /// What it is, in a line.
    pub what: String,
    /// Its kind; a capability is a member's.
    pub kind: Kind,
    /// Whose capability it is.
    pub member: Option<MemberCode>,
    /// The State in whose hands it is.
    pub in_hands_of: Option<MemberCode>,
    /// From whom it comes: a place in [`Dependencies::suppliers`].
    pub supplier: Option<usize>,
    /// All these it needs: places in [`Dependencies::things`].
    pub needs: Vec<usize>,
    /// Of each of these groups it needs one.
    pub one_of: Vec<Vec<usize>>,
    /// For how many days it goes on when what it relies on is gone.
    pub lasts: Days,
    /// From which day on it can be had otherwise, counted from the withholding.
    pub replaced_in: Days,
    /// What having it otherwise costs.
    pub cost: Option<Money>,
    /// How sure this is.
    pub confidence: Confidence,
    /// Where this is said.
    pub source: String,
}

impl Thing {
    /// All that it relies on, each place as often as it is named.
    pub(super) fn relies_on(&self) -> impl Iterator<Item = usize> + '_ {
        self.needs.iter().chain(self.one_of.iter().flatten()).copied()
    }
}

/// Who relies on whom: read from a text, every name in it known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dependencies {
    pub(super) title: String,
    pub(super) things: Vec<Thing>,
    pub(super) suppliers: Vec<Supplier>,
    pub(super) places: BTreeMap<String, usize>,
}

/// Who or what withholds: States, suppliers, and things that are simply gone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Withheld {
    pub(super) states: BTreeSet<MemberCode>,
    pub(super) suppliers: BTreeSet<usize>,
    pub(super) things: BTreeSet<usize>,
}

impl Dependencies {
    /// The title of the text.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// All things, in the order of their names.
    #[must_use]
    pub fn things(&self) -> &[Thing] {
        &self.things
    }

    /// All suppliers, in the order of their names.
    #[must_use]
    pub fn suppliers(&self) -> &[Supplier] {
        &self.suppliers
    }

    /// The place of a thing.
    #[must_use]
    pub fn place(&self, name: &str) -> Option<usize> {
        self.places.get(name).copied()
    }

    /// What members can do: the places of all capabilities.
    pub fn capabilities(&self) -> impl Iterator<Item = usize> + '_ {
        let of = |(place, thing): (usize, &Thing)| thing.member.is_some().then_some(place);
        self.things.iter().enumerate().filter_map(of)
    }

    /// Every State in whose hands something is, or that can make a supplier withhold.
    #[must_use]
    pub fn states(&self) -> BTreeSet<MemberCode> {
        let hands = self.things.iter().filter_map(|thing| thing.in_hands_of);
        hands.chain(self.suppliers.iter().filter_map(|supplier| supplier.state)).collect()
    }

    /// The States that can withhold a thing: in whose hands it is, and that of its supplier.
    pub(super) fn holders(&self, thing: &Thing) -> impl Iterator<Item = MemberCode> {
        let supplier = thing.supplier.and_then(|place| self.suppliers.get(place));
        thing.in_hands_of.into_iter().chain(supplier.and_then(|supplier| supplier.state))
    }

    /// Who or what is meant by these names: each a State that the text names, a supplier or a thing.
    ///
    /// # Errors
    /// The first name that is none of them.
    pub fn withheld<'n>(&self, names: impl IntoIterator<Item = &'n str>) -> Result<Withheld, &'n str> {
        let states = self.states();
        let mut withheld = Withheld::default();
        for name in names {
            let state = name.parse().ok().filter(|state| states.contains(state));
            let supplier = self.suppliers.iter().position(|supplier| supplier.name == name);
            match (state, supplier, self.place(name)) {
                (Some(state), _, _) => withheld.states.insert(state),
                (_, Some(supplier), _) => withheld.suppliers.insert(supplier),
                (_, _, Some(thing)) => withheld.things.insert(thing),
                _ => return Err(name),
            };
        }
        Ok(withheld)
    }

    /// Whether what lies at a place is withheld itself: it is in those hands, from that supplier, or named.
    #[must_use]
    pub fn is_gone(&self, place: usize, withheld: &Withheld) -> bool {
        self.things.get(place).is_some_and(|thing| self.is_withheld(place, thing, withheld))
    }

    /// Whether a thing is one of those withheld.
    pub(super) fn is_withheld(&self, place: usize, thing: &Thing, withheld: &Withheld) -> bool {
        withheld.things.contains(&place)
            || thing.supplier.is_some_and(|supplier| withheld.suppliers.contains(&supplier))
            || self.holders(thing).any(|state| withheld.states.contains(&state))
    }
}
