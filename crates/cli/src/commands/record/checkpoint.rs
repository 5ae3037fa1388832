//! Print what the record came to, signed by the members' nodes.

use clap::Args;
use quorate_node::{KeyError, Node};
use quorate_records::proof::{Note, false_nodes, grouped_hex, root_words};

use crate::args::At;
use crate::failure::Failure;
use crate::present::Screen;
use crate::session::Session;

#[derive(Args)]
#[command(about = "Print what the record came to, signed by the members' nodes")]
#[command(long_about = include_str!("checkpoint.md").trim_end())]
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
pub(super) fn signed(session: &mut Session) -> Result<Note, Failure> {
    if let Some(note) = session.cosigned()? {
        return Ok(note);
    }
    let node: &Node = session.node();
    let checkpoint = node.checkpoint();
    let founders = node.genesis().founders();
    let mut signatures = Vec::new();
    for founder in founders {
        let (keys, member) = (session.keys(), founder.member);
        if keys.node_public(member)? == Some(founder.node)
            && let Some(key) = keys.node(member)?
        {
            let signature = key.sign_checkpoint(&checkpoint).map_err(KeyError::from)?;
            signatures.push((member, founder.node, signature));
        }
    }
    let need = false_nodes(founders.len()).saturating_add(1);
    if signatures.len() < need {
        let what = format!(
            "of the keys of {} nodes this directory holds {}, and {need} nodes must sign",
            founders.len(),
            signatures.len()
        );
        return Err(Failure::usage(
            what,
            "put the files MEMBER-node.key back into the directory's folder keys",
        ));
    }
    Ok(Note::new(checkpoint, &signatures))
}
