//! Print what the record came to, signed by the members' nodes.

use clap::Args;
use quorate_node::{CameTo, KeyError};
use quorate_records::proof::{Note, Whole, grouped_hex, root_words};

use crate::args::At;
use crate::failure::Failure;
use crate::present::Screen;
use crate::session::Session;

#[derive(Args)]
#[command(about = "Print what the record came to, signed by the members' nodes", long_about = include_str!("checkpoint.md").trim_end())]
pub(crate) struct Checkpoint {
    /// For a sheet of paper: the height, the root in groups and in words.
    #[arg(long)]
    paper: bool,
}

impl Checkpoint {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let mut session = Session::open(at)?;
        let note = signed(&mut session)?;
        if !self.paper {
            return screen.text(&note.text());
        }
        let checkpoint = note.checkpoint();
        screen.line(&format!("height  {}", checkpoint.height))?;
        screen.line(&format!("root    {}", grouped_hex(&checkpoint.extent.root.0)))?;
        screen.paragraph("", &format!("words   {}", root_words(&checkpoint.extent.root).join(" ")))
    }
}

/// The checkpoint of the last block, signed by the members' nodes; of a partnership on one node, with every node's key that
/// is here.
pub(crate) fn signed(session: &mut Session) -> Result<Note, Failure> {
    match session.cosigned()? {
        Some(note) => Ok(note),
        None => signed_here(session, &session.node().came_to()),
    }
}

/// The checkpoints of the changes of the nodes, each signed by those before it.
pub(super) fn of_changes(session: &Session, whole: &Whole) -> Result<Vec<Note>, Failure> {
    if !session.node().is_alone() {
        return Ok(session.node().notes(&whole.changes)?);
    }
    let changes = whole.changes.iter();
    let came_to = changes.map(|of| CameTo { checkpoint: of.checkpoint, judges: of.judges.clone() });
    came_to.map(|came_to| signed_here(session, &came_to)).collect()
}

fn signed_here(session: &Session, came_to: &CameTo) -> Result<Note, Failure> {
    let mut signatures = Vec::new();
    for (member, public) in &came_to.judges {
        if let Some(key) = session.keys().node_with(*member, public)? {
            let signature = key.sign_checkpoint(&came_to.checkpoint).map_err(KeyError::from)?;
            signatures.push((*member, *public, signature));
        }
    }
    let (nodes, need) = (came_to.judges.len(), came_to.needed());
    if signatures.len() < need {
        let held = signatures.len();
        let what =
            format!("of the keys of {nodes} nodes this directory holds {held}, and {need} nodes must sign");
        return Err(Failure::usage(
            what,
            "put the files MEMBER-node.key back into the directory's folder keys",
        ));
    }
    Ok(Note::new(came_to.checkpoint, &signatures))
}
