//! Sign one act, give it, and tell what became of it.

use std::path::Path;

use clap::Parser;
use quorate_node::Holder;
use quorate_partnership::{Command, Post};

use super::{Act, Desk, known};
use crate::args::At;
use crate::failure::Failure;
use crate::present::Screen;
use crate::session::{Session, nonce};

/// An act as a story writes it: the same words, without the program's name.
#[derive(Parser)]
#[command(no_binary_name = true, disable_help_flag = true, disable_help_subcommand = true)]
pub(crate) struct Line {
    #[command(subcommand)]
    pub(crate) act: Act,
}

/// The members' codes, amounts and the like are read where the charter is known.
impl Act {
    pub(crate) fn command(&self, desk: &Desk<'_>) -> Result<Command, Failure> {
        self.typed().command(desk)
    }

    /// Whether it gives a command, rather than read something.
    pub(crate) fn is_given(&self) -> bool {
        self.typed().reads().is_none() && self.typed().imports().is_none()
    }

    /// Whose next keys, in the directory, come to be in use once the command is recorded. A session that sees it recorded
    /// does that.
    pub(crate) fn replaces(&self, by: Post) -> Vec<Holder> {
        let node = self.typed().adopts_node().then_some(Holder::Node(by.member));
        node.into_iter().chain(self.typed().adopts(by).map(Holder::Post)).collect()
    }
}

/// Signs and gives one act, and tells what became of it.
pub(crate) fn run(act: &Act, at: &At, screen: &mut Screen) -> Result<(), Failure> {
    let mut session = Session::open(at)?;
    if let Some(reads) = act.typed().reads() {
        return reads.run(session.node().records(), screen);
    }
    if let Some(import) = act.typed().imports() {
        return import.run(&mut session, at.post, screen);
    }
    let help = "name the post in which to act: `--as GBR/treasurer`";
    let post = at.post.ok_or_else(|| Failure::usage("as whom?", help))?;
    known(post, session.node().records())?;
    let (keys, now) = (session.keys().clone(), session.node().next_moment());
    let (records, basis) = (session.node().records(), session.node().basis());
    // The key first: new ones that the command makes are kept as it is.
    let key = keys.get(post)?;
    let desk = Desk { records, keys: &keys, post, now, basis, folder: Path::new("") };
    let command = act.command(&desk)?;
    let given = session.give(&*key, post, command, nonce()?)?;
    session.tell(screen, &given.booked)?;
    match &given.refusal {
        Some(refusal) => Err(session.refused(refusal)),
        None => screen.line(&given.place()),
    }
}
