//! Sign one act, give it, and tell what became of it.

use std::path::Path;

use super::{Act, Desk, known};
use crate::args::At;
use crate::failure::Failure;
use crate::present::Screen;
use crate::session::{Session, nonce};

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
