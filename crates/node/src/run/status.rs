//! How a node stands, and what it knows of the others.

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;
use quorate_partnership::{Digest, Moment};

/// Something a node did that no honest node does.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Named {
    /// At which height.
    #[n(0)]
    pub height: u64,
    /// What it did, in words.
    #[n(1)]
    pub what: String,
}

/// What a node knows of another, or of itself.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct NodeStanding {
    /// Whose node.
    #[n(0)]
    pub member: MemberCode,
    /// Its key, in short.
    #[n(1)]
    pub key: String,
    /// Whether it is the node that tells this.
    #[n(2)]
    pub is_self: bool,
    /// Where it is looked for.
    #[n(3)]
    pub address: String,
    /// Whether there is a link to it.
    #[n(4)]
    pub is_linked: bool,
    /// Why there is none, if it is known.
    #[n(5)]
    pub why_not: Option<String>,
    /// How far it is known to be.
    #[n(6)]
    pub height: Option<u64>,
    /// For how many seconds nothing was heard of it; nothing if nothing ever was.
    #[n(7)]
    pub silent: Option<u64>,
    /// What it did that no honest node does: the last of each kind.
    #[n(8)]
    pub named: Vec<Named>,
    /// How often it did so.
    #[n(9)]
    pub faults: u64,
    /// How much of what was to be told to it was dropped, because it did not take it fast enough.
    #[n(10)]
    pub dropped: u64,
    /// Whether it is passed over for a while, because it missed its turns.
    #[n(11)]
    pub is_passed_over: bool,
}

/// What a node counts of its own work since its process began.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub struct Measures {
    /// Blocks that became final.
    #[n(0)]
    pub blocks: u64,
    /// Commands in them.
    #[n(1)]
    pub ordered: u64,
    /// Those that a rule refused.
    #[n(2)]
    pub refused: u64,
    /// Rounds that brought nothing, at heights that then had a block.
    #[n(3)]
    pub lost_rounds: u64,
    /// For how many seconds no block has become final; nothing before the first.
    #[n(4)]
    pub quiet: Option<u64>,
    /// How often something was forced to the disk.
    #[n(5)]
    pub forced: u64,
    /// The longest that it was at one thing, in milliseconds.
    #[n(6)]
    pub longest: u64,
    /// The bytes of its store, where the system tells.
    #[n(7)]
    pub stored: Option<u64>,
    /// The bytes of its process in memory, where the system tells.
    #[n(8)]
    pub resident: Option<u64>,
}

/// How a node stands.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Standing {
    /// The last height.
    #[n(0)]
    pub height: u64,
    /// The agreed moment there.
    #[n(1)]
    pub moment: Moment,
    /// The digest there.
    #[n(2)]
    pub digest: Digest,
    /// How many commands wait to be ordered.
    #[n(3)]
    pub waiting: u64,
    /// All nodes, in the order of the members' codes.
    #[n(4)]
    pub nodes: Vec<NodeStanding>,
    /// How many of them may fail while the rest go on.
    #[n(5)]
    pub may_fail: u64,
    /// How many were turned away: their keys are not those of a node, they did not say who they are, or too many came.
    #[n(6)]
    pub strangers: u64,
    /// If the record does not name this node yet: what it says of itself, for its member's root to name it.
    #[n(7)]
    pub ready: Option<String>,
    /// The key, in short, that the last of them showed who showed one.
    #[n(8)]
    pub last_stranger: Option<String>,
    /// What it counts of its own work.
    #[n(9)]
    pub measures: Measures,
    /// If its disk is an old copy: the height below which it signs nothing.
    #[n(10)]
    pub set_back: Option<u64>,
    /// If it is pruned: the first height whose block it has whole.
    #[n(11)]
    pub whole_from: Option<u64>,
}

/// From how many seconds on a node is called silent.
pub const SILENT: u64 = 5;
/// So many blocks behind a node may be that is only about to take them.
const ABOUT_TO: u64 = 1;

impl NodeStanding {
    /// Whether the node takes part, as far as the one knows that tells this.
    #[must_use]
    pub fn is_up(&self) -> bool {
        self.is_self || self.is_linked && self.silent.is_some_and(|silent| silent < SILENT)
    }
}

impl Standing {
    /// How many nodes are up.
    #[must_use]
    pub fn up(&self) -> u64 {
        many(self.nodes.iter().filter(|node| node.is_up()))
    }

    /// How many it takes to go on.
    #[must_use]
    pub fn needed(&self) -> u64 {
        many(self.nodes.iter()).saturating_sub(self.may_fail)
    }

    /// To how many others there is a link.
    #[must_use]
    pub fn linked(&self) -> u64 {
        many(self.nodes.iter().filter(|node| !node.is_self && node.is_linked))
    }

    /// How many blocks this node is behind: what more of the others say to have than can be false together.
    #[must_use]
    pub fn behind(&self) -> u64 {
        let others = self.nodes.iter().filter(|node| !node.is_self);
        let mut heights: Vec<u64> = others.filter_map(|node| node.height).collect();
        heights.sort_unstable_by(|one, other| other.cmp(one));
        let place = usize::try_from(self.may_fail).unwrap_or(usize::MAX);
        heights.get(place).map_or(0, |height| height.saturating_sub(self.height))
    }

    /// Why this node does not take part as it should, in words, if so.
    #[must_use]
    pub fn unready(&self) -> Option<String> {
        let (up, needed, behind) = (self.up(), self.needed(), self.behind());
        if self.ready.is_some() {
            return Some("the record does not name this node: it follows, and signs nothing".into());
        }
        if !self.nodes.iter().any(|node| node.is_self) {
            return Some("the record names this node no more: it signs nothing".into());
        }
        if let Some(until) = self.set_back {
            return Some(format!("its disk is an old copy: it signs nothing below height {until}"));
        }
        if up < needed {
            return Some(format!("{up} of {} nodes are up, and it takes {needed}", self.nodes.len()));
        }
        (behind > ABOUT_TO).then(|| format!("it is {behind} blocks behind the others"))
    }
}

fn many<T>(of: impl Iterator<Item = T>) -> u64 {
    u64::try_from(of.count()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A node of which this is heard, and its height.
    fn node(silent: Option<u64>, height: Option<u64>) -> NodeStanding {
        NodeStanding {
            member: "GBR".parse().unwrap(),
            key: "00000000".into(),
            is_self: false,
            address: String::new(),
            is_linked: silent.is_some(),
            why_not: None,
            height,
            silent,
            named: Vec::new(),
            faults: 0,
            dropped: 0,
            is_passed_over: false,
        }
    }

    /// This node at height 10, and three others.
    fn standing(others: [(Option<u64>, Option<u64>); 3]) -> Standing {
        let own = NodeStanding { is_self: true, ..node(None, Some(10)) };
        let others = others.map(|(silent, height)| node(silent, height));
        Standing {
            height: 10,
            moment: Moment(0),
            digest: Digest([0; 32]),
            waiting: 0,
            nodes: [own].into_iter().chain(others).collect(),
            may_fail: 1,
            strangers: 0,
            ready: None,
            last_stranger: None,
            measures: Measures::default(),
            set_back: None,
            whole_from: None,
        }
    }

    #[test]
    fn a_node_is_ready_with_as_many_as_it_takes_and_not_behind() {
        let up = |height| (Some(SILENT - 1), Some(height));
        let ready = standing([up(10), up(11), (Some(SILENT), Some(10))]);
        assert_eq!((ready.up(), ready.needed(), ready.linked(), ready.unready()), (3, 3, 3, None));
        let halted = standing([up(10), (Some(SILENT), Some(10)), (None, None)]);
        assert_eq!(halted.unready().unwrap(), "2 of 4 nodes are up, and it takes 3");
        assert_eq!(standing([up(12), up(12), up(10)]).unready().unwrap(), "it is 2 blocks behind the others");
        let follows = Standing { ready: Some("...".into()), ..ready.clone() };
        assert!(follows.unready().unwrap().contains("does not name this node"));
        let set_back = Standing { set_back: Some(14), ..ready.clone() };
        assert!(set_back.unready().unwrap().contains("below height 14"));
        let out = Standing { nodes: ready.nodes[1..].to_vec(), ..ready };
        assert!(out.unready().unwrap().contains("no more"));
    }

    #[test]
    fn one_that_boasts_makes_no_one_behind() {
        let up = |height| (Some(0), Some(height));
        assert_eq!(standing([up(1_000_010), up(10), up(11)]).behind(), 1);
        assert_eq!(standing([up(1_000_010), up(10), (None, None)]).behind(), 0);
        assert_eq!(standing([up(1_000_010), up(20), up(10)]).behind(), 10);
        assert_eq!(standing([up(1_000_010), (None, None), (None, None)]).behind(), 0);
    }
}
