//! What every act brings: from the words as typed to a command of the partnership.

use std::path::Path;

use quorate_node::KeyRing;
use quorate_partnership::{Basis, Command, Moment, Post};
use quorate_records::Records;

use crate::failure::Failure;
use crate::present::Screen;
use crate::session::Session;

/// What a command line needs to know to become a command.
pub(crate) struct Desk<'d> {
    pub(crate) records: &'d Records,
    pub(crate) keys: &'d KeyRing,
    pub(crate) post: Post,
    pub(crate) now: Moment,
    /// What a command that is signed now is signed on.
    pub(crate) basis: Basis,
    /// The folder from which a file is named.
    pub(crate) folder: &'d Path,
}

/// A command line that becomes a command of the partnership.
pub(super) trait Typed {
    fn command(&self, desk: &Desk<'_>) -> Result<Command, Failure>;

    /// What is only read: it gives no command, and needs no post.
    fn reads(&self) -> Option<&dyn Reads> {
        None
    }

    /// What reads a file and gives a command for each line of it.
    fn imports(&self) -> Option<&dyn Imports> {
        None
    }

    /// Whether the node's new key takes the place of the one in the directory, once the command is recorded.
    fn adopts_node(&self) -> bool {
        false
    }

    /// The post whose new key takes the place of the one in the directory, once the command is recorded.
    fn adopts(&self, _by: Post) -> Option<Post> {
        None
    }
}

/// Something that is read and not given.
pub(super) trait Reads {
    fn run(&self, records: &Records, screen: &mut Screen) -> Result<(), Failure>;
}

/// A file of which each line is given.
pub(super) trait Imports {
    fn run(&self, session: &mut Session, post: Option<Post>, screen: &mut Screen) -> Result<(), Failure>;
}

/// What only reads stands in no story.
pub(super) fn reads_only(name: &str) -> Failure {
    let help = "type it after `quorate`, and `expect` in a story";
    Failure::usage(format!("`{name}` gives no command"), help)
}
