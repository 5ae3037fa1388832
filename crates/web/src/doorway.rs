//! What pages need from behind: the door to a member's node.

use std::sync::Arc;

use quorate_charter::MemberCode;
use quorate_foresight::Assurance;
use quorate_records::Records;
use tokio::sync::watch;

/// The door to what is true and to those who order commands.
///
/// What it gives is as of one block; asking twice may give a later one. Nothing here waits for the network.
pub trait Doorway: Send + Sync + 'static {
    /// The member whose node this is; none where one process keeps the record for all.
    fn member(&self) -> Option<MemberCode>;

    /// What can be read, as of the last block that is known.
    fn records(&self) -> Arc<Records>;

    /// Tells of each new height; closed when the door is.
    fn watch(&self) -> watch::Receiver<u64>;

    /// What was found of the promises of the charter in force, once that is known: it takes a moment after each change.
    fn assurance(&self) -> Option<Arc<Assurance>>;

    /// The text of the charter in force, as it was agreed; members that acceded since stand in the record alone.
    fn charter_text(&self) -> Arc<str>;

    /// How the members' nodes stand, as this one sees them; empty where there is one.
    fn nodes(&self) -> Vec<NodeSeen>;
}

/// A member's node, as another sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NodeSeen {
    /// Whose node it is.
    pub member: MemberCode,
    /// Whether it is this one.
    pub this: bool,
    /// Whether something was heard of it lately.
    pub heard: bool,
    /// The height it was last known to have.
    pub height: Option<u64>,
    /// What it was named for, as signing two things at one height, in words of the record.
    pub named: Vec<String>,
}
