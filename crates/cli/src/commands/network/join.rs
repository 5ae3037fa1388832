//! Make the directory of a node that follows a partnership.

use std::collections::BTreeMap;
use std::path::PathBuf;

use clap::Args;
use quorate_node::run::Config;
use quorate_node::{FounderFile, KeyRing, MAX_FOUNDER_BYTES, Node};
use quorate_partnership::{Genesis, MAX_GENESIS_BYTES};
use quorate_records::proof::{grouped_hex, words_of};

use crate::args::At;
use crate::commands::files::{read_bytes, read_text};
use crate::failure::Failure;
use crate::present::{Screen, shell};

#[derive(Args)]
#[command(about = "Make the directory of a node that follows a partnership, to be named in its record")]
#[command(long_about = include_str!("join.md").trim_end())]
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
        let members = ring.nodes().map_err(|_| none())?;
        let [member] = members.as_slice() else { return Err(none()) };
        let key = ring.node(*member)?.ok_or_else(none)?;
        let mut others = BTreeMap::new();
        for path in &self.files {
            let (name, text) = read_text(path, MAX_FOUNDER_BYTES)?;
            let file = FounderFile::read(&text).map_err(|error| {
                Failure::usage(format!("{name}: {error}"), "ask the member for its file again")
            })?;
            others.insert(file.founder.member, file.address);
        }
        others.remove(member);
        let Config { listen, followers, .. } = Config::read(dir)?;
        Node::create(dir, &genesis)?;
        Config { listen, others, followers }.write(dir)?;
        screen.line(&format!("partnership {}, whose genesis has the fingerprint:", genesis.id()))?;
        screen.paragraph("  ", &grouped_hex(&genesis.id().0))?;
        screen.paragraph("  ", &words_of(&genesis.id().0).join(" "))?;
        screen.line("Each member lets this node follow by this in its node.toml, with the address at which it is found:")?;
        screen.line("  [followers]")?;
        screen.line(&format!("  {member} = \"{}@HOST:{}\"", key.public(), listen.port()))?;
        screen.line(&format!("Then: quorate node run --dir {}", shell(dir)))
    }
}
