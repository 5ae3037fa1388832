//! Begin a partnership under a charter.

use std::path::PathBuf;

use clap::Args;
use quorate_charter::{Charter, MAX_CHARTER_BYTES, Office};
use quorate_node::{Clock, Key, KeyRing, Node};
use quorate_partnership::{Founder, Genesis, Moment, Nature, Post};

use crate::args::At;
use crate::commands::files::read_text;
use crate::failure::Failure;
use crate::keeper;
use crate::present::{Screen, shell};

#[derive(Args)]
#[command(about = "Begin a partnership under a charter, with keys of its own", long_about = include_str!("new.md").trim_end())]
pub(crate) struct New {
    /// The charter's file.
    charter: PathBuf,
    /// Begin a rehearsal, whose time passes only by `quorate wait`.
    #[arg(long)]
    rehearsal: bool,
    /// Keep the keys as they are, readable by whoever reads the disk; those of a rehearsal are.
    #[arg(long)]
    plain_keys: bool,
}

impl New {
    pub(crate) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let help = "name the directory to begin it in: `--dir DIRECTORY`";
        let dir = at.dir.as_deref().ok_or_else(|| Failure::usage("where?", help))?;
        let (name, text) = read_text(&self.charter, MAX_CHARTER_BYTES)?;
        let charter = Charter::read(&text).map_err(|faults| Failure::in_charter(&name, &text, &faults))?;
        let nature = if self.rehearsal { Nature::Rehearsal { rate: 0 } } else { Nature::Real };
        let is_plain = self.plain_keys || (self.rehearsal && at.passphrase_file.is_none());
        let ring = KeyRing::of(dir).keeping(keeper::for_new(at, is_plain)?);
        let begins = Clock::new(Nature::Real, Moment(0)).now();
        let mut keys = Vec::new();
        let (mut founders, mut nodes) = (Vec::new(), Vec::new());
        for (member, _) in charter.members() {
            let (root, recovery, node) = (Key::new()?, Key::new()?, Key::new()?);
            let (root_key, recovery_key, node_key) = (root.public(), recovery.public(), node.public());
            founders.push(Founder { member, root: root_key, recovery: recovery_key, node: node_key });
            nodes.push((member, node));
            keys.push((Post { member, office: Office::Root }, root));
            keys.push((Post { member, office: Office::Recovery }, recovery));
        }
        let genesis = Genesis::new(nature, begins, &text, founders)?;
        // Keys first: there is never a partnership without them.
        for (post, key) in &keys {
            ring.keep(*post, key)?;
        }
        for (member, key) in &nodes {
            ring.keep_node(*member, key)?;
        }
        let node = Node::create(dir, &genesis)?;
        screen.line(&format!("partnership {} begins in {}", genesis.id(), shell(node.directory())))?;
        screen.line(
            "root, recovery and node keys of all members are in its folder keys; the members accredit next:",
        )?;
        screen.line(&format!(
            "  quorate member accredit representative --for 365d --dir {} --as MEMBER/root",
            shell(dir)
        ))?;
        match is_plain {
            true => screen.line("The keys are plain: whoever reads the directory has them."),
            false => Ok(()),
        }
    }
}
