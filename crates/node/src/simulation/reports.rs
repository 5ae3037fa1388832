//! What nodes of a simulation report: final blocks, and who is accused of what.

use quorate_charter::MemberCode;
use quorate_partnership::members;
use quorate_partnership::{Block, Digest, Event, Stepped};
use sha2::Digest as _;

use super::SimulationError;
use super::changes::Change;
use super::liar::Lie;
use super::world::{SimNode, World};
use crate::engine::Seat;

impl World {
    /// Only those are accused who did it. What an honest node is accused of is a fault of ours.
    pub(super) fn accuse(&self, node: usize, seat: Seat, lie: Lie) -> Result<(), SimulationError> {
        let accused = self.nodes.iter().find(|node| node.seat == seat);
        let is_honest = self.nodes.get(node).is_some_and(|node| node.lie.is_none());
        match accused {
            Some(accused) if is_honest && accused.lie.is_none() => {
                Err(self.broken(format!("the honest node of {} is accused: {lie:?}", accused.name.0)))
            }
            _ => Ok(()),
        }
    }

    pub(super) fn is_final(
        &mut self,
        node: usize,
        last: (&Block, &Stepped, Digest),
    ) -> Result<(), SimulationError> {
        let Some(SimNode { replica: Some(replica), lie: None, .. }) = self.nodes.get(node) else {
            return Ok(());
        };
        self.trace.update(last.0.id().0);
        let named = last.1.booked.iter().find_map(|booked| match &booked.event {
            Event::Members(members::Event::DoubleSigned { member, .. }) => Some(*member),
            _ => None,
        });
        let is_passed_over = !replica.partnership().passed_over().is_empty();
        let now = last.1.booked.iter().find_map(|booked| match &booked.event {
            Event::Members(members::Event::NodeNamed { .. }) => match self.change {
                Change::Joins(_) => Some("a newcomer's node joined"),
                _ => Some("a node was replaced"),
            },
            Event::Members(members::Event::Left { .. }) => Some("a member left with its node"),
            _ => None,
        });
        let heard = self.auditor.hear(node, last, replica.partnership());
        heard.map_err(|what| self.broken(what))?;
        if let Some(now) = now {
            self.count(now);
        }
        if is_passed_over {
            self.count("a node that missed its turns was passed over");
        }
        named.map_or(Ok(()), |member| self.is_named(member))
    }

    /// The record says of a member's node that it signed two things: only of one that did.
    fn is_named(&mut self, member: MemberCode) -> Result<(), SimulationError> {
        self.count("the record named a node that signed two things");
        let is_false = |node: &SimNode| node.name.0 == member && node.lie.is_some();
        if self.nodes.iter().any(is_false) {
            return Ok(());
        }
        Err(self.broken(format!("the record says of the honest node of {member} that it signed two things")))
    }
}
