//! Things, what each of them relies on, and in whose hands they are.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;

use quorate_charter::MemberCode;
use quorate_ledger::Money;
use quorate_partnership::capabilities::{Confidence, Days, Kind, Named};

/// Which State can make a supplier withhold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sway {
    /// This one.
    Of(MemberCode),
    /// None can, as somebody says.
    OfNone,
    /// Nobody says: it may be any. On a record members only name their suppliers.
    NotKnown,
}

impl Sway {
    /// The State that is known to be able to.
    #[must_use]
    pub fn state(self) -> Option<MemberCode> {
        match self {
            Sway::Of(state) => Some(state),
            Sway::OfNone | Sway::NotKnown => None,
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
    /// The State that can make it withhold, as far as that is said.
    pub sway: Sway,
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
    /// Whether anybody says what it is; what nobody does is only named by what relies on it.
    pub declared: bool,
}

impl Thing {
    /// What is named and nobody declares. It may be in anybody's hands, or rely on anything.
    pub(super) fn undeclared(name: &str) -> Thing {
        Thing {
            name: name.into(),
            what: "not declared".into(),
            kind: Kind::Component,
            member: None,
            in_hands_of: None,
            supplier: None,
            needs: Vec::new(),
            one_of: Vec::new(),
            lasts: Days::Known(0),
            replaced_in: Days::Endless,
            cost: None,
            confidence: Confidence::Low,
            source: "nobody declares it".into(),
            declared: false,
        }
    }

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

impl Withheld {
    /// Whether nothing is.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.states.is_empty() && self.suppliers.is_empty() && self.things.is_empty()
    }
}

impl Dependencies {
    /// Things and suppliers, each in the order of their names.
    pub(super) fn of(title: String, things: Vec<Thing>, suppliers: Vec<Supplier>) -> Dependencies {
        let places = things.iter().enumerate().map(|(place, thing)| (thing.name.clone(), place)).collect();
        Dependencies { title, things, suppliers, places }
    }

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

    /// The supplier of the thing at a place.
    #[must_use]
    pub fn supplier_of(&self, place: usize) -> Option<&Supplier> {
        self.suppliers.get(self.things.get(place)?.supplier?)
    }

    /// The place of a thing.
    #[must_use]
    pub fn place(&self, name: &str) -> Option<usize> {
        self.places.get(name).copied()
    }

    /// What is named and nobody declares: the places.
    pub fn undeclared(&self) -> impl Iterator<Item = usize> + '_ {
        let of = |(place, thing): (usize, &Thing)| (!thing.declared).then_some(place);
        self.things.iter().enumerate().filter_map(of)
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
        hands.chain(self.suppliers.iter().filter_map(|supplier| supplier.sway.state())).collect()
    }

    /// Every State that is named at all: these, those whose capabilities there are, and those after which things are named.
    pub(crate) fn named(&self) -> BTreeSet<MemberCode> {
        let after = |thing: &Thing| thing.name.parse::<Named>().ok().map(|named| named.of);
        let of = self.things.iter().flat_map(|thing| thing.member.into_iter().chain(after(thing)));
        of.chain(self.states()).collect()
    }

    /// The States that can withhold a thing: in whose hands it is, and that of its supplier.
    pub(super) fn holders(&self, thing: &Thing) -> impl Iterator<Item = MemberCode> {
        let supplier = thing.supplier.and_then(|place| self.suppliers.get(place));
        thing.in_hands_of.into_iter().chain(supplier.and_then(|supplier| supplier.sway.state()))
    }

    /// Whether it comes from a supplier of which nobody says which State can make it withhold. Of a thing that is in known hands,
    /// too: the State of the hands and that of the supplier can each withhold it.
    #[must_use]
    pub fn is_of_unknown_state(&self, thing: &Thing) -> bool {
        let supplier = thing.supplier.and_then(|place| self.suppliers.get(place));
        supplier.is_some_and(|supplier| supplier.sway == Sway::NotKnown)
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
