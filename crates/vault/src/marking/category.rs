//! What restricts a marked text beside its level and its audience.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use minicbor::{Decode, Encode};
use quorate_partnership::Phrase;

/// How the values of a category are read (STANAG 4774: the attribute `Type` of a category).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(index_only)]
pub enum Kind {
    /// A reader holds ALL of the values.
    #[n(0)]
    Restrictive,
    /// A reader holds ANY of the values.
    #[n(1)]
    Permissive,
    /// It tells something and restricts nobody.
    #[n(2)]
    Informative,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Kind; 3] = [Kind::Restrictive, Kind::Permissive, Kind::Informative];

    /// The kind as STANAG 4774 writes it: `RESTRICTIVE`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Kind::Restrictive => "RESTRICTIVE",
            Kind::Permissive => "PERMISSIVE",
            Kind::Informative => "INFORMATIVE",
        }
    }

    /// The kind of this name, if there is one.
    #[must_use]
    pub fn named(name: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// The most values in one category, and the most categories in one marking.
pub const MAX_VALUES: usize = 64;

/// The categories of a marking: by kind and name (the attribute `TagName`), the values. At most [`MAX_VALUES`] of each.
///
/// A permissive category without a value is one that nobody meets: two texts may leave it when they are combined.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Categories(BTreeMap<(Kind, Phrase), BTreeSet<Phrase>>);

impl Categories {
    /// Adds a value.
    ///
    /// # Errors
    /// None is added if there are [`MAX_VALUES`] of it already.
    pub fn add(&mut self, kind: Kind, name: Phrase, value: Phrase) -> Result<(), TooMany> {
        let values = self.named(kind, name)?;
        values.insert(value);
        if values.len() > MAX_VALUES { Err(TooMany) } else { Ok(()) }
    }

    /// The values under a name, none yet if it is new.
    pub(super) fn named(&mut self, kind: Kind, name: Phrase) -> Result<&mut BTreeSet<Phrase>, TooMany> {
        if self.0.len() >= MAX_VALUES && !self.0.contains_key(&(kind, name.clone())) {
            return Err(TooMany);
        }
        Ok(self.0.entry((kind, name)).or_default())
    }

    /// Kind, name and values of each, in order.
    pub fn iter(&self) -> impl Iterator<Item = (Kind, &Phrase, &BTreeSet<Phrase>)> {
        self.0.iter().map(|((kind, name), values)| (*kind, name, values))
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a reader who holds these values of categories meets all of them.
    #[must_use]
    pub fn are_met_by(&self, held: &BTreeSet<(Phrase, Phrase)>) -> bool {
        let holds = |name: &Phrase, value: &Phrase| held.contains(&(name.clone(), value.clone()));
        self.iter().all(|(kind, name, values)| match kind {
            Kind::Restrictive => values.iter().all(|value| holds(name, value)),
            Kind::Permissive => values.iter().any(|value| holds(name, value)),
            Kind::Informative => true,
        })
    }

    /// The categories of a text made of both: the union of what restricts and of what informs, the intersection of what permits.
    /// What permits in one text alone goes on permitting as it did there.
    pub(super) fn with(&self, other: &Categories) -> Result<Categories, TooMany> {
        let mut all = self.clone();
        for (kind, name, values) in other.iter() {
            let is_new = !all.0.contains_key(&(kind, name.clone()));
            let here = all.named(kind, name.clone())?;
            match kind {
                Kind::Permissive if !is_new => here.retain(|value| values.contains(value)),
                _ => here.extend(values.iter().cloned()),
            }
            if here.len() > MAX_VALUES {
                return Err(TooMany);
            }
        }
        Ok(all)
    }
}

/// More categories, or values in one, than a marking holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a marking has at most {MAX_VALUES} categories, and {MAX_VALUES} values in each")]
pub struct TooMany;
