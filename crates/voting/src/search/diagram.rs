//! Following the choices seat by seat, with everything that cannot reach the goal remembered: an
//! interval-merged decision diagram of which only the branches to nowhere are kept.
//!
//! All sums help the goal, so where a position cannot reach it, no position of the same level with less can. A
//! failure is therefore remembered as the largest position to which its reasons still apply, and merges with
//! every later one below it.

use alloc::boxed::Box;
use alloc::vec;
use alloc::vec::Vec;

use super::Found;
use super::question::{Question, holds};
use super::reach::Reach;
use crate::effort::REMEMBERED;
use crate::{Diagram, Effort, Node, Proof};

/// How many of the latest failures of a level are compared with a new position.
const COMPARED: usize = 512;

/// Follows the choices, the heaviest seats first.
pub(crate) fn follow(question: &Question, size: Option<usize>, effort: &mut Effort) -> Found {
    let order = order(question);
    let Some(reach) = Reach::new(question, &order, size, effort) else { return Found::Undecided };
    let seats = order.len();
    let mut search = Search {
        question,
        reach,
        size,
        levels: vec![Vec::new(); seats.saturating_add(1)],
        nodes: Vec::new(),
        chosen: Vec::new(),
        order,
    };
    let start = vec![0; question.atoms.len()];
    match search.visit(&start, 0, effort) {
        Step::Reached => {
            let mut choices = vec![0; seats];
            for (&seat, &choice) in search.order.iter().zip(&search.chosen) {
                if let Some(made) = choices.get_mut(seat) {
                    *made = choice;
                }
            }
            Found::Choices(choices)
        }
        Step::Failed(_) => Found::Nothing(Proof::Diagram(Box::new(search.diagram()))),
        Step::OutOfEffort => Found::Undecided,
    }
}

/// The places of the seats, the heaviest over all atoms first.
fn order(question: &Question) -> Vec<usize> {
    let largest = |atom: &super::question::Atom| {
        let most = (0..question.seats.len()).map(|seat| question.most(atom, seat)).max();
        most.unwrap_or(1).max(1)
    };
    let largest: Vec<i128> = question.atoms.iter().map(largest).collect();
    let weight = |seat: usize| {
        let share = |(atom, largest): (&super::question::Atom, &i128)| {
            // Below 2^83 times 2^20.
            let scaled = question.most(atom, seat).saturating_mul(1 << 20);
            scaled.checked_div(*largest).unwrap_or(0)
        };
        question.atoms.iter().zip(&largest).map(share).fold(0, i128::saturating_add)
    };
    let mut order: Vec<(i128, usize)> = (0..question.seats.len()).map(|seat| (weight(seat), seat)).collect();
    order.sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    order.into_iter().map(|(_, seat)| seat).collect()
}

enum Step {
    Reached,
    /// The number of the node.
    Failed(usize),
    OutOfEffort,
}

struct Search<'q> {
    question: &'q Question,
    reach: Reach,
    size: Option<usize>,
    /// For each number of seats asked, the nodes.
    levels: Vec<Vec<usize>>,
    nodes: Vec<Node>,
    /// The choices made, in the order of asking.
    chosen: Vec<usize>,
    order: Vec<usize>,
}

impl Search<'_> {
    fn visit(&mut self, has: &[i128], members: usize, effort: &mut Effort) -> Step {
        if !effort.step() {
            return Step::OutOfEffort;
        }
        if self.question.reached(has) {
            return Step::Reached;
        }
        let asked = self.chosen.len();
        let (node, compared) = self.known(asked, has, members);
        // What can still be reached, what comes next, and what comes of it.
        effort.work(has.len().saturating_mul(48).saturating_add(compared));
        if let Some(node) = node {
            return Step::Failed(node);
        }
        if let Some(settled) = self.settled(asked, has, members) {
            return Step::Failed(self.keep(settled, effort));
        }
        let Some(&seat) = self.order.get(asked) else { return Step::OutOfEffort };
        let mut next = vec![None; self.question.choices];
        for choice in (0..self.question.choices).rev() {
            let joined = members.saturating_add(usize::from(choice > 0));
            if self.size.is_some_and(|size| joined > size) {
                continue;
            }
            let adds = self.question.atoms.iter().map(|atom| self.question.adds(atom, seat, choice));
            let then: Vec<i128> = has.iter().zip(adds).map(|(has, adds)| has.saturating_add(adds)).collect();
            self.chosen.push(choice);
            match self.visit(&then, joined, effort) {
                Step::Failed(node) => {
                    if let Some(at) = next.get_mut(choice) {
                        *at = Some(node);
                    }
                }
                other => return other,
            }
            self.chosen.pop();
        }
        let node = self.merged(asked, seat, next);
        Step::Failed(self.keep(node, effort))
    }

    /// A node that this position is part of, and how many numbers were compared.
    fn known(&self, asked: usize, has: &[i128], members: usize) -> (Option<usize>, usize) {
        let mut compared = 0_usize;
        let mut covers = |node: &Node| {
            let mut each = node.has.iter().zip(has);
            let within =
                node.members <= members && each.all(|(most, has)| most.is_none_or(|most| *has <= most));
            compared = compared.saturating_add(has.len().saturating_sub(each.len())).saturating_add(1);
            within
        };
        let latest = self.levels.get(asked).map_or(&[][..], Vec::as_slice).iter().rev().take(COMPARED);
        let node = latest.copied().find(|&number| self.nodes.get(number).is_some_and(&mut covers));
        (node, compared)
    }

    /// The node of this position if the goal is out of reach even when every sum gets the most it can.
    fn settled(&self, asked: usize, has: &[i128], members: usize) -> Option<Node> {
        let left = self.size.map(|size| size.saturating_sub(members));
        let short = |atom: usize| {
            let need = self.question.atoms.get(atom).map_or(i128::MAX, |atom| atom.need);
            let more = self.reach.most(atom, asked, left);
            let limit = need.saturating_sub(more).saturating_sub(1);
            has.get(atom).is_some_and(|has| *has <= limit).then_some(limit)
        };
        if holds(&self.question.goal, &|atom| short(atom).is_none()) {
            return None;
        }
        let has = (0..self.question.atoms.len()).map(short).collect();
        Some(Node { asked, members, has, next: Vec::new() })
    }

    /// The largest position from which every choice leads to these nodes.
    fn merged(&self, asked: usize, seat: usize, next: Vec<Option<usize>>) -> Node {
        let mut has: Vec<Option<i128>> = vec![None; self.question.atoms.len()];
        let mut members = 0;
        for (choice, node) in next.iter().enumerate() {
            let joins = usize::from(choice > 0);
            let Some(node) = node.and_then(|node| self.nodes.get(node)) else {
                // This choice was left out because the group has no place left.
                members =
                    members.max(self.size.unwrap_or(usize::MAX).saturating_add(1).saturating_sub(joins));
                continue;
            };
            members = members.max(node.members.saturating_sub(joins));
            for ((at, limit), atom) in has.iter_mut().zip(&node.has).zip(&self.question.atoms) {
                let before = limit.map(|limit| limit.saturating_sub(self.question.adds(atom, seat, choice)));
                *at = match (*at, before) {
                    (Some(a), Some(b)) => Some(a.min(b)),
                    (a, b) => a.or(b),
                };
            }
        }
        Node { asked, members, has, next }
    }

    fn keep(&mut self, node: Node, effort: &mut Effort) -> usize {
        effort.work(node.has.len().saturating_mul(REMEMBERED));
        let number = self.nodes.len();
        if let Some(level) = self.levels.get_mut(node.asked) {
            level.push(number);
        }
        self.nodes.push(node);
        number
    }

    fn diagram(self) -> Diagram {
        let seat = |&place: &usize| self.question.seats.get(place).copied().unwrap_or(usize::MAX);
        Diagram {
            order: self.order.iter().map(seat).collect(),
            demands: self.question.atoms.iter().map(|atom| atom.demand).collect(),
            nodes: self.nodes,
        }
    }
}
