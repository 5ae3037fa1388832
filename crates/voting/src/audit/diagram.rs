//! Reading a diagram: every node either is out of reach, or leads only to nodes that are.

use alloc::vec;
use alloc::vec::Vec;

use super::Objection;
use super::check::{Matter, plus_times};
use super::reading::Need;
use crate::{Diagram, Node};

struct Reader<'a> {
    matter: &'a Matter<'a>,
    diagram: &'a Diagram,
    /// The demands, in the order of the diagram.
    needs: Vec<&'a Need>,
    /// The places of the seats among those that choose, in the order of the diagram.
    order: Vec<usize>,
}

/// Objects unless the diagram shows that what was asked for cannot be.
pub(super) fn check(matter: &Matter<'_>, diagram: &Diagram) -> Result<(), Objection> {
    let all = matter.goal.demands();
    let mut needs = Vec::new();
    for demand in &diagram.demands {
        let need = all.iter().find(|need| need.demand == *demand);
        needs.push(*need.ok_or(Objection::NoSuchDemand { demand: *demand })?);
    }
    let mut asked = diagram.order.clone();
    asked.sort_unstable();
    // Each demand once: one that is left out would be taken for one that nobody can meet.
    let mut demands = diagram.demands.clone();
    demands.sort_unstable();
    demands.dedup();
    let each_once = demands.len() == all.len() && needs.len() == all.len();
    if asked != matter.seats || !each_once {
        return Err(Objection::Diagram { node: None });
    }
    let place = |seat: &usize| matter.seats.iter().position(|other| other == seat);
    let order = diagram.order.iter().filter_map(place).collect();
    let reader = Reader { matter, diagram, needs, order };
    let begins = |node: &Node| {
        let has = node.has.iter().all(|has| has.is_none_or(|has| has >= 0));
        node.asked == 0 && node.members == 0 && has
    };
    if !diagram.nodes.last().is_some_and(begins) {
        return Err(Objection::Diagram { node: None });
    }
    for (number, node) in diagram.nodes.iter().enumerate() {
        let sound = node.has.len() == reader.needs.len()
            && if node.next.is_empty() { reader.settled(node)? } else { reader.leads_on(node)? };
        if !sound {
            return Err(Objection::Diagram { node: Some(number) });
        }
    }
    Ok(())
}

impl Reader<'_> {
    /// Whether the goal stays out of reach with the most that the remaining seats give to each demand.
    fn settled(&self, node: &Node) -> Result<bool, Objection> {
        let left = self.matter.size.map_or(usize::MAX, |size| size.saturating_sub(node.members));
        let mut met = Vec::new();
        let mut remaining = vec![false; self.order.len()];
        for &place in self.order.iter().skip(node.asked) {
            if let Some(at) = remaining.get_mut(place) {
                *at = true;
            }
        }
        for (need, has) in self.needs.iter().zip(&node.has) {
            let Some(has) = has else {
                met.push(need.demand);
                continue;
            };
            let mut sum = *has;
            let mut more = Vec::new();
            for (gives, remains) in need.gives.iter().zip(&remaining) {
                let outside = gives.first().copied().unwrap_or(0);
                sum = plus_times(sum, outside, 1)?;
                if *remains {
                    more.push(plus_times(gives.iter().copied().max().unwrap_or(0), outside, -1)?);
                }
            }
            more.sort_unstable();
            for best in more.into_iter().rev().take(left) {
                sum = plus_times(sum, best, 1)?;
            }
            if sum >= need.needed {
                met.push(need.demand);
            }
        }
        Ok(!self.matter.goal.reached(&|demand| met.contains(&demand)))
    }

    /// Whether every choice of the next seat leads to a node that covers what follows.
    fn leads_on(&self, node: &Node) -> Result<bool, Objection> {
        let Some(&place) = self.order.get(node.asked) else { return Ok(false) };
        if node.next.len() != self.matter.choices() {
            return Ok(false);
        }
        for (choice, next) in node.next.iter().enumerate() {
            let members = node.members.saturating_add(usize::from(choice > 0));
            let Some(next) = next else {
                if self.matter.size.is_some_and(|size| members > size) {
                    continue;
                }
                return Ok(false);
            };
            let Some(next) = self.diagram.nodes.get(*next) else { return Ok(false) };
            if next.asked != node.asked.saturating_add(1) || next.members > members {
                return Ok(false);
            }
            for ((need, has), most) in self.needs.iter().zip(&node.has).zip(&next.has) {
                let Some(most) = most else { continue };
                let Some(has) = has else { return Ok(false) };
                let gives = need.gives.get(place);
                let outside = gives.and_then(|gives| gives.first()).copied().unwrap_or(0);
                let inside = gives.and_then(|gives| gives.get(choice)).copied().unwrap_or(0);
                if plus_times(plus_times(*has, inside, 1)?, outside, -1)? > *most {
                    return Ok(false);
                }
            }
        }
        Ok(true)
    }
}
