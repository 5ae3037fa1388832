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
    /// If its disk is an old copy: the height below which it signs nothing.
    #[n(9)]
    pub set_back: Option<u64>,
}
