//! What is seen of a node: all that is true, what can be read, and what is signed on.

use std::path::Path;
use std::sync::Arc;

use quorate_partnership::{Basis, Booked, Digest, Genesis, Moment, Partnership};
use quorate_records::Records;

use super::{Back, Node, NodeError};
use crate::inbox::Answers;

impl Node {
    /// Where the node keeps what it remembers.
    #[must_use]
    pub fn directory(&self) -> &Path {
        &self.directory
    }

    /// Whether the partnership has one node, and this is it.
    #[must_use]
    pub fn is_alone(&self) -> bool {
        matches!(self.back, Back::Alone(_))
    }

    /// All that is true, for questions about what could happen: a copy of it rehearses.
    #[must_use]
    pub fn partnership(&self) -> &Partnership {
        &self.partnership
    }

    /// What can be read.
    #[must_use]
    pub fn records(&self) -> &Records {
        &self.records
    }

    /// The same, to keep: as it is now, whatever happens next.
    #[must_use]
    pub fn records_now(&self) -> Arc<Records> {
        Arc::clone(&self.records)
    }

    /// Steps through what the node among nodes has by now, and meets the deadlines that are past where it is alone.
    ///
    /// # Errors
    /// [`NodeError`].
    pub fn catch_up(&mut self) -> Result<Vec<Booked>, NodeError> {
        match self.back {
            Back::Served(_) => self.follow(&mut Answers::new()),
            Back::Alone(_) => self.let_time_pass(),
            Back::Asleep(_) => Ok(Vec::new()),
        }
    }

    /// The digest of the record so far.
    #[must_use]
    pub fn digest(&self) -> Digest {
        self.partnership.digest()
    }

    /// The moment of the last block.
    #[must_use]
    pub fn moment(&self) -> Moment {
        self.partnership.moment()
    }

    /// What a command that is signed now is signed on.
    #[must_use]
    pub fn basis(&self) -> Basis {
        self.partnership.basis()
    }

    /// What this machine's clock says, whatever was agreed on; of a rehearsal, its own clock.
    #[must_use]
    pub fn own_moment(&self) -> Moment {
        self.clock.now()
    }

    /// The moment by which a command signed now can be ordered: the next block's.
    #[must_use]
    pub fn next_moment(&self) -> Moment {
        self.clock.next(self.partnership.moment())
    }

    /// Where the partnership begins.
    #[must_use]
    pub fn genesis(&self) -> &Genesis {
        &self.genesis
    }
}
