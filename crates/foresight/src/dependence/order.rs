//! Things in an order in which each comes after what it relies on, and those that rely on each other together.

use alloc::vec::Vec;

use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};

use super::graph::Dependencies;

impl Dependencies {
    /// The groups of things that rely on each other (Kosaraju 1978), most of them of one thing; each group after those on which
    /// it relies. Without recursion: a chain of as many things as a text may have would be too deep for it.
    pub(super) fn in_order(&self) -> Vec<Vec<usize>> {
        let mut graph: DiGraph<(), (), usize> = DiGraph::default();
        self.things.iter().for_each(|_| {
            graph.add_node(());
        });
        for (place, thing) in self.things.iter().enumerate() {
            for other in thing.relies_on() {
                graph.add_edge(NodeIndex::new(place), NodeIndex::new(other), ());
            }
        }
        // A group comes from what relies to that on which it relies; turned around, few rounds settle it.
        kosaraju_scc(&graph)
            .into_iter()
            .map(|group| group.into_iter().rev().map(NodeIndex::index).collect())
            .collect()
    }

    /// Works something out of every thing from what it came to of those on which it relies: from nothing at all, and in groups
    /// that
    /// rely on each other again and again until nothing changes (the least fixed point).
    pub(super) fn worked_out<T: Clone + Default + PartialEq>(
        &self,
        mut of: impl FnMut(usize, &[T]) -> T,
    ) -> Vec<T> {
        let mut all = Vec::new();
        all.resize(self.things.len(), T::default());
        for group in self.in_order() {
            loop {
                let mut changed = false;
                for place in &group {
                    let new = of(*place, &all);
                    if let Some(old) = all.get_mut(*place).filter(|old| **old != new) {
                        *old = new;
                        changed = true;
                    }
                }
                if !changed || group.len() < 2 {
                    break;
                }
            }
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;
    use alloc::string::String;

    use super::super::graph::Thing;
    use super::super::text::MAX_THINGS;
    use super::*;

    /// As many things as a text may have, each needing the next; the last needs the first in a ring, and nothing in a chain.
    fn row(is_ring: bool) -> Dependencies {
        let thing = |at: usize| {
            let next = at.saturating_add(1);
            let needs = match next == MAX_THINGS {
                true if is_ring => Vec::from([0]),
                true => Vec::new(),
                false => Vec::from([next]),
            };
            Thing { needs, ..Thing::undeclared(&format!("t{at:05}")) }
        };
        Dependencies::of(String::new(), (0..MAX_THINGS).map(thing).collect(), Vec::new())
    }

    #[test]
    fn what_is_at_the_end_comes_to_the_beginning_in_few_rounds() {
        for (is_ring, rounds) in [(false, 1), (true, 3)] {
            let read = row(is_ring);
            let mut asked = 0_usize;
            let gone = read.worked_out(|place, all: &[bool]| {
                asked = asked.saturating_add(1);
                let on = |place: usize| all.get(place).copied().unwrap_or_default();
                let of = read.things.get(place);
                place.saturating_add(1) == MAX_THINGS || of.is_some_and(|thing| thing.relies_on().any(on))
            });
            assert!(gone.iter().all(|gone| *gone));
            assert!(asked <= MAX_THINGS.saturating_mul(rounds), "{asked}");
        }
    }
}
