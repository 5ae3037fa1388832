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
