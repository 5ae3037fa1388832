//! Make a member's first keys and its founder file.

use std::collections::BTreeMap;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;

use clap::Args;
use quorate_charter::{MemberCode, Office};
use quorate_node::run::Config;
use quorate_node::{FounderFile, Key, KeyError, KeyRing, is_address};
use quorate_partnership::{Founder, Post};
use quorate_records::proof::{grouped_hex, words_of};

use crate::args::At;
use crate::commands::files::write_new;
use crate::failure::Failure;
use crate::keeper;
use crate::present::{Screen, shell};

#[derive(Args)]
#[command(about = "Make a member's first keys and its founder file", long_about = include_str!("init.md").trim_end())]
pub(crate) struct Init {
    /// The member's code.
    #[arg(long)]
    member: MemberCode,
    /// Where the other members find its node: a host, a colon and a port.
    #[arg(long)]
    address: String,
    /// Where its node listens.
    #[arg(long)]
    listen: Option<SocketAddr>,
    /// Keep the keys as they are, readable by whoever reads the disk.
    #[arg(long)]
    plain_keys: bool,
}

impl Init {
    pub(crate) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let help = "name the directory to make it in: `--dir DIRECTORY`";
        let dir = at.dir.as_deref().ok_or_else(|| Failure::usage("where?", help))?;
        let listen = self.listens()?;
        let path = dir.join(format!("{}.founder", self.member));
        is_fresh(dir, &path)?;
        let ring = KeyRing::of(dir).keeping(keeper::for_new(at, self.plain_keys)?);
        let (root, recovery, node) = (Key::new()?, Key::new()?, Key::new()?);
        let founder = Founder {
            member: self.member,
            root: root.public(),
            recovery: recovery.public(),
            node: node.public(),
        };
        let file = FounderFile { founder, address: self.address.clone() };
        let text = file.signed([&root, &recovery, &node]).map_err(KeyError::from)?;
        let post = |office| Post { member: self.member, office };
        ring.keep_node(self.member, &node)?;
        ring.keep(post(Office::Root), &root)?;
        ring.keep(post(Office::Recovery), &recovery)?;
        Config { listen, others: BTreeMap::new(), followers: BTreeMap::new(), operations: None }
            .write(dir)?;
        write_new(&path, text.as_bytes())?;
        tell(&path, &text, screen)
    }

    fn listens(&self) -> Result<SocketAddr, Failure> {
        let port = self.address.rsplit_once(':').and_then(|(_, port)| port.parse().ok());
        match port.filter(|_| is_address(&self.address)) {
            Some(port) => Ok(self.listen.unwrap_or_else(|| (Ipv4Addr::UNSPECIFIED, port).into())),
            None => Err(Failure::usage(
                format!("`{}` is no address", self.address),
                "it has a host, a colon and a port: node.example:7420",
            )),
        }
    }
}

/// That nothing was begun in the directory. The keys of root and recovery may have been taken away since; that of the node
/// stays, and so does what tells where it listens.
fn is_fresh(dir: &Path, founder: &Path) -> Result<(), Failure> {
    let help = "keys are made once: name a directory that holds neither keys nor a partnership";
    let held = KeyRing::of(dir).nodes()?;
    if let Some(member) = held.first() {
        return Err(Failure::usage(format!("{} holds the node key of {member} already", shell(dir)), help));
    }
    if founder.exists() || Config::is_in(dir) {
        return Err(Failure::usage(format!("{} holds the settings of a node already", shell(dir)), help));
    }
    Ok(())
}

fn tell(path: &Path, text: &str, screen: &mut Screen) -> Result<(), Failure> {
    screen
        .line(&format!("{} is for the other members; its fingerprint, to compare by voice:", shell(path)))?;
    fingerprint(text.as_bytes(), screen)?;
    screen.line("When you have theirs: quorate network show FILE..., to compare their words, and then")?;
    screen.line("quorate network new CHARTER --begins WHEN FILE... --dir DIRECTORY")
}

/// Tells the fingerprint of a founder file.
pub(crate) fn fingerprint(bytes: &[u8], screen: &mut Screen) -> Result<(), Failure> {
    let hash = FounderFile::fingerprint(bytes);
    screen.paragraph("  ", &grouped_hex(&hash))?;
    screen.paragraph("  ", &words_of(&hash).join(" "))
}
