//! What a replica asks of whoever runs it, and what it reports.

use std::time::Duration;

use quorate_partnership::{Block, Digest, Stepped};

use super::context::Seat;
use super::forms::SealsForm;
use super::message::Message;
use crate::sealed::CameTo;

/// A timer of a replica.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Timer {
    /// One of the engine's, by its number.
    Engine(u64),
    /// Time to tell the height that was reached, and to ask for blocks that others have.
    Reached,
    /// Something falls due.
    Due,
    /// Time to ask again what the others heard of this node.
    Recall,
}

/// What a replica asks for, or reports.
#[derive(Debug)]
pub enum Output {
    /// Tell this to one node, or to all others. It is safe to lose it, to repeat it and to bring it late.
    Tell {
        /// To whom; `None` means all other nodes.
        to: Option<Seat>,
        /// What.
        message: Message,
    },
    /// Give the timer back after this time.
    Wake {
        /// How long from now.
        after: Duration,
        /// Which.
        timer: Timer,
    },
    /// A block is final, on the disk, and has been stepped through.
    Final {
        /// The block.
        block: Box<Block>,
        /// What it brought.
        stepped: Stepped,
        /// The digest of the record after it.
        digest: Digest,
        /// What the record came to, and who agreed on the block.
        came_to: Box<CameTo>,
        /// What proves it final.
        seals: SealsForm,
        /// Whether other nodes than before agree on the next.
        nodes_changed: bool,
    },
    /// A node signed a proposal for a block that cannot follow.
    FalseBlock {
        /// Which node.
        seat: Seat,
        /// At which height.
        height: u64,
        /// Why it cannot follow.
        why: String,
    },
    /// A node signed two things of which it may sign one.
    TwoFaced {
        /// Which node.
        seat: Seat,
        /// At which height.
        height: u64,
        /// How many pairs were seen.
        pairs: usize,
    },
    /// A node sent what an honest node does not send.
    Fault {
        /// Which node.
        seat: Seat,
        /// What was wrong.
        what: &'static str,
    },
    /// The node's disk is an old copy: it signs nothing below this height.
    SetBack {
        /// The height.
        until: u64,
    },
    /// The replica has stopped, and says nothing any more.
    Stopped {
        /// Why.
        why: String,
    },
}
