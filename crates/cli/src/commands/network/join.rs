//! Make the directory of a node that follows a partnership.

use std::path::PathBuf;

use clap::Args;
use quorate_node::KeyRing;
use quorate_partnership::{Founder, Genesis, MAX_GENESIS_BYTES};

use super::begin::{begin, settings, tell};
use super::founders::Founders;
use crate::args::At;
use crate::commands::files::read_bytes;
use crate::failure::Failure;
use crate::present::{Screen, shell};

#[derive(Args)]
#[command(about = "Make the directory of a node that follows a partnership, to be named in its record", long_about = include_str!("join.md").trim_end())]
pub(crate) struct Join {
    /// The file with the genesis.
    genesis: PathBuf,
    /// Founder files of members, for the addresses of their nodes.
    files: Vec<PathBuf>,
}

impl Join {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let help = "name the directory in which `quorate init` made the keys: `--dir DIRECTORY`";
        let dir = at.dir.as_deref().ok_or_else(|| Failure::usage("where?", help))?;
        let genesis = Genesis::from_bytes(&read_bytes(&self.genesis, MAX_GENESIS_BYTES)?)?;
        let none = || {
            Failure::usage(
                format!("{} holds no key of one node", shell(dir)),
                "run it where `quorate init` made the keys",
            )
        };
        let ring = KeyRing::of(dir);
        let members = ring.nodes()?;
        let [member] = members.as_slice() else { return Err(none()) };
        let key = ring.node_public(*member)?.ok_or_else(none)?;
        let founders = Founders::read(self.files.iter().cloned())?;
        let listen = settings(dir)?.listen;
        let is_new = begin(dir, &genesis, *member, &founders)?;
        tell(dir, &genesis, is_new, screen)?;
        let is_known = |founder: &Founder| founder.member == *member && founder.node == key;
        if genesis.founders().iter().any(is_known) {
            screen.line(
                "The genesis names this node: the others know it, unless the record has named another since.",
            )?;
            return screen.line(&format!("Then: quorate node run --dir {}", shell(dir)));
        }
        screen.line("Each member lets this node follow by this in its node.toml, with the address at which it is found:")?;
        screen.line("  [followers]")?;
        screen.line(&format!("  {member} = \"{key}@HOST:{}\"", listen.port()))?;
        screen.line(&format!("Then: quorate node run --dir {}", shell(dir)))
    }
}
