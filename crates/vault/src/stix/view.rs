//! What one reader sees of the bundles that an agent opened.

use std::collections::{BTreeMap, BTreeSet};

use quorate_charter::MemberCode;
use quorate_partnership::Moment;

use super::marked::Definitions;
use super::refs::{ends, mentioned, uuid_part};
use super::{Bundle, Object};
use crate::marking::{Agreements, Marking, Reader};
use crate::product::CompartmentId;

/// A bundle, and the product that it was the text of.
#[derive(Clone, Debug)]
pub struct Source {
    /// In which compartment it was shared.
    pub compartment: CompartmentId,
    /// The product's marking.
    pub marking: Marking,
    /// Whose it is.
    pub originator: MemberCode,
    /// When it was added, for whoever asks what was added after a moment.
    pub added: Moment,
    /// What it says.
    pub bundle: Bundle,
}

/// Who reads, and where.
#[derive(Clone, Debug)]
pub struct Admits {
    /// Who.
    pub reader: Reader,
    /// The compartments of which anything is shown; of none, if it is empty.
    pub compartments: BTreeSet<CompartmentId>,
    /// By which a State keeps another's levels: what they do not release is not admitted.
    pub agreements: Agreements,
}

/// An object, and when it was added.
#[derive(Clone, Debug, PartialEq)]
pub struct Viewed {
    /// When.
    pub added: Moment,
    /// The object.
    pub object: Object,
}

/// All that one reader sees: by compartment, in the order of time added, id and version. It holds nothing else.
#[derive(Clone, Debug, Default)]
pub struct View(BTreeMap<CompartmentId, Vec<Viewed>>);

impl Admits {
    /// Whether an object of this marking is admitted. What is its own member's is releasable to it without being named.
    fn admits(&self, marking: &Marking, originator: MemberCode) -> bool {
        let Reader { member, cleared, holds } = &self.reader;
        let kept = self.agreements.release(marking, originator, *member).ok();
        (marking.audience.has(*member) || originator == *member)
            && kept.is_some_and(|kept| *cleared >= kept.max(marking.level))
            && marking.categories.are_met_by(holds)
    }
}

impl View {
    /// What this reader sees of these bundles.
    #[must_use]
    pub fn of(sources: &[Source], admits: &Admits) -> View {
        let mut view: BTreeMap<CompartmentId, Vec<Viewed>> =
            admits.compartments.iter().map(|id| (*id, Vec::new())).collect();
        for source in sources {
            if let Some(seen) = view.get_mut(&source.compartment) {
                let objects = admitted(source, admits).into_iter();
                seen.extend(objects.map(|object| Viewed { added: source.added, object: object.clone() }));
            }
        }
        without_ends(&mut view);
        view.values_mut().for_each(in_order);
        View(view)
    }

    /// The compartments of which something may be shown.
    pub fn compartments(&self) -> impl Iterator<Item = CompartmentId> {
        self.0.keys().copied()
    }

    /// What is seen of one; none if nothing may be.
    #[must_use]
    pub fn objects(&self, compartment: CompartmentId) -> Option<&[Viewed]> {
        self.0.get(&compartment).map(Vec::as_slice)
    }
}

/// The objects of one bundle that are admitted, without those that mention one of it which is not. That is so of a bundle by
/// itself: what else comes or goes elsewhere makes nothing vanish here, which would tell of it.
fn admitted<'s>(source: &'s Source, admits: &Admits) -> Vec<&'s Object> {
    let objects = source.bundle.objects();
    let definitions = Definitions::of(&source.bundle);
    let is_admitted = |object: &Object| {
        let marking = definitions.marking(object, &source.marking);
        marking.is_some_and(|marking| admits.admits(&marking, source.originator))
    };
    let mut seen: BTreeSet<usize> = BTreeSet::new();
    let mut of: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, object) in objects.iter().enumerate().filter(|(_, object)| is_admitted(object)) {
        seen.insert(at);
        let versions = of.entry(object.id()).or_default();
        *versions = versions.saturating_add(1);
    }
    let mut by: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, object) in objects.iter().enumerate().filter(|(at, _)| seen.contains(at)) {
        for uuid in mentioned(object.value()) {
            by.entry(uuid).or_default().push(at);
        }
    }
    let mut gone: Vec<&str> = objects.iter().map(Object::id).filter(|id| !of.contains_key(id)).collect();
    while let Some(id) = gone.pop() {
        for at in by.remove(uuid_part(id)).unwrap_or_default() {
            let Some(object) = objects.get(at).filter(|_| seen.remove(&at)) else { continue };
            if let Some(left) = of.get_mut(object.id()) {
                *left = left.saturating_sub(1);
                if *left == 0 {
                    gone.push(object.id());
                }
            }
        }
    }
    seen.into_iter().filter_map(|at| objects.get(at)).collect()
}

/// Leaves out relationships and sightings of which an end is not seen, held elsewhere or nowhere: the two do not differ.
fn without_ends(view: &mut BTreeMap<CompartmentId, Vec<Viewed>>) {
    let is_between = |object: &Object| matches!(object.kind(), "relationship" | "sighting");
    let things = view.values().flatten().filter(|seen| !is_between(&seen.object));
    let things: BTreeSet<String> = things.map(|seen| seen.object.id().to_owned()).collect();
    for seen in view.values_mut() {
        seen.retain(|seen| {
            let ends = ends(seen.object.kind(), seen.object.value());
            ends.iter().all(|end| end.is_some_and(|end| things.contains(end)))
        });
    }
}

/// In the one order; of what came twice in one version, the first that is seen.
fn in_order(seen: &mut Vec<Viewed>) {
    let version = |seen: &Viewed| seen.object.version().map(|(at, _)| at);
    seen.sort_by(|one, two| {
        let key = |seen: &Viewed| (seen.added, seen.object.id().to_owned(), version(seen));
        key(one).cmp(&key(two))
    });
    let mut known = BTreeSet::new();
    seen.retain(|seen| known.insert((seen.object.id().to_owned(), version(seen))));
}

#[cfg(test)]
mod tests;
