//! How a worker's node stands, as it tells it.

use quorate_charter::MemberCode;

use super::status::{NodeStanding, Standing};
use super::worker::Worker;
use crate::engine::{Disk, Place, Seat};
use crate::keys::Signer as _;

impl<D: Disk> Worker<D> {
    /// How it stands, and what it knows of the others.
    pub(super) fn standing(&self) -> Standing {
        let partnership = self.replica.partnership();
        let count = |many: usize| u64::try_from(many).unwrap_or(u64::MAX);
        let nodes = self.replica.nodes();
        Standing {
            height: partnership.height(),
            moment: partnership.moment(),
            digest: partnership.digest(),
            waiting: count(self.replica.waiting()),
            nodes: nodes.each().map(|node| self.standing_of(node.member, node.seat)).collect(),
            may_fail: count(nodes.may_fail()),
            strangers: self.roads.links.strangers(),
            ready: self.ready(),
            whole_from: self.whole_from,
            set_back: self.replica.was_set_back(),
            last_stranger: self.roads.links.last_stranger().map(|key| key.to_string()),
            measures: self.tally.measures(&self.pulse, self.roads.directory()),
        }
    }

    /// What a node that the record does not name yet says of itself, for its member's root to name it.
    fn ready(&self) -> Option<String> {
        let basis = self.replica.partnership().basis();
        let is_new = self.replica.place() == Place::Before;
        is_new.then(|| self.key.sign_ready(basis, self.member).ok()).flatten().map(|ready| ready.to_string())
    }

    fn standing_of(&self, member: MemberCode, seat: Seat) -> NodeStanding {
        let is_self = seat == self.replica.seat();
        let link = self.roads.links.state(seat);
        let known = self.known.get(&seat);
        let named = known.iter().flat_map(|known| known.false_block.iter().chain(&known.two_faced));
        NodeStanding {
            member,
            key: seat.to_string(),
            is_self,
            address: self.roads.address(member, is_self),
            is_linked: is_self || link.as_ref().is_some_and(|link| link.is_up),
            dropped: link.as_ref().map(|link| link.dropped).unwrap_or_default(),
            why_not: link.and_then(|link| link.why_not),
            height: match is_self {
                true => Some(self.replica.partnership().height()),
                false => self.replica.reached(seat),
            },
            silent: known.and_then(|known| known.heard).map(|heard| heard.elapsed().as_secs()),
            named: named.cloned().collect(),
            is_passed_over: self.replica.partnership().passed_over().contains(&member),
            faults: known.map(|known| known.faults).unwrap_or_default(),
        }
    }
}
