//! Begin a partnership with the keys that the members exchanged.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::Args;
use jiff::Timestamp;
use quorate_charter::{Charter, MAX_CHARTER_BYTES, MemberCode};
use quorate_node::run::Config;
use quorate_node::{FounderFile, KeyRing, MAX_FOUNDER_BYTES, Node, NodeError, StoreError};
use quorate_partnership::{Genesis, Moment, Nature};
use quorate_records::proof::{grouped_hex, words_of};

use crate::args::At;
use crate::commands::files::read_text;
use crate::failure::Failure;
use crate::present::{Screen, shell};

#[derive(Args)]
#[command(about = "Begin a partnership with the keys that the members exchanged")]
#[command(long_about = include_str!("new.md").trim_end())]
pub(crate) struct New {
    /// The charter's file: the same bytes at every member.
    charter: PathBuf,
    /// The founder files of the other members.
    files: Vec<PathBuf>,
    /// The first agreed moment: the same at every member.
    #[arg(long)]
    begins: Timestamp,
    /// Begin a rehearsal, whose time passes only by `quorate wait`.
    #[arg(long)]
    rehearsal: bool,
}

impl New {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let help = "name the directory in which `quorate init` made the keys: `--dir DIRECTORY`";
        let dir = at.dir.as_deref().ok_or_else(|| Failure::usage("where?", help))?;
        let (name, text) = read_text(&self.charter, MAX_CHARTER_BYTES)?;
        let charter = Charter::read(&text).map_err(|faults| Failure::in_charter(&name, &text, &faults))?;
        let members: Vec<MemberCode> = charter.members().map(|(member, _)| member).collect();
        let founders = self.founders(dir, &members)?;
        let own = own(dir, &founders)?;
        let begins = u64::try_from(self.begins.as_millisecond()).map_err(|_| {
            Failure::usage("a partnership begins after 1970", "give --begins as 2027-01-01T00:00:00Z")
        })?;
        let nature = if self.rehearsal { Nature::Rehearsal { rate: 0 } } else { Nature::Real };
        let all = founders.values().map(|file| file.founder).collect();
        let genesis = Genesis::new(nature, Moment(begins), &text, all)?;
        begin(dir, &genesis, own, &founders)?;
        tell(dir, &genesis, &founders, screen)
    }

    /// The founder file of every member, its own from the directory.
    fn founders(
        &self,
        dir: &Path,
        members: &[MemberCode],
    ) -> Result<BTreeMap<MemberCode, FounderFile>, Failure> {
        let mut founders = BTreeMap::new();
        let own =
            members.iter().map(|member| dir.join(format!("{member}.founder"))).filter(|path| path.exists());
        for path in self.files.iter().cloned().chain(own) {
            let (name, text) = read_text(&path, MAX_FOUNDER_BYTES)?;
            let file = FounderFile::read(&text).map_err(|error| {
                Failure::usage(
                    format!("{name}: {error}"),
                    "ask the member for its file again, and compare its words by voice",
                )
            })?;
            let member = file.founder.member;
            if !members.contains(&member) {
                return Err(Failure::usage(
                    format!("{name} is of {member}, which is no member under this charter"),
                    "leave it out, or take the charter that was agreed on",
                ));
            }
            if founders.insert(member, file.clone()).is_some_and(|before| before != file) {
                return Err(Failure::usage(
                    format!("there are two different files of {member}"),
                    "ask the member which is its own",
                ));
            }
        }
        match members.iter().find(|member| !founders.contains_key(member)) {
            Some(missing) => Err(Failure::usage(
                format!("there is no founder file of {missing}"),
                "the file of every member is needed; `quorate init` makes one",
            )),
            None => Ok(founders),
        }
    }
}

/// The one member whose node's key is in the directory.
fn own(dir: &Path, founders: &BTreeMap<MemberCode, FounderFile>) -> Result<MemberCode, Failure> {
    let ring = KeyRing::of(dir);
    let mut own = Vec::new();
    for (member, file) in founders {
        if ring.node(*member)?.is_some_and(|key| key.public() == file.founder.node) {
            own.push(*member);
        }
    }
    match own.as_slice() {
        [member] => Ok(*member),
        [] => Err(Failure::usage(
            format!("{} holds no node key of a member in these files", shell(dir)),
            "run it where `quorate init` made the member's keys",
        )),
        _ => Err(Failure::usage(
            format!("{} holds the node keys of several members", shell(dir)),
            "each member's node has a directory of its own",
        )),
    }
}

/// Makes the store and the configuration. What was begun with the same genesis before is left as it is.
fn begin(
    dir: &Path,
    genesis: &Genesis,
    own: MemberCode,
    founders: &BTreeMap<MemberCode, FounderFile>,
) -> Result<(), Failure> {
    match Node::create(dir, genesis) {
        Ok(_) => {
            let listen = Config::read(dir)?.listen;
            let others = founders.iter().filter(|(member, _)| **member != own);
            let others = others.map(|(member, file)| (*member, file.address.clone())).collect();
            Ok(Config { listen, others, followers: BTreeMap::new() }.write(dir)?)
        }
        Err(NodeError::Store(StoreError::Exists(_))) if Node::open(dir)?.genesis() == genesis => Ok(()),
        Err(error) => Err(error.into()),
    }
}

fn tell(
    dir: &Path,
    genesis: &Genesis,
    founders: &BTreeMap<MemberCode, FounderFile>,
    screen: &mut Screen,
) -> Result<(), Failure> {
    screen.line(&format!("partnership {}", genesis.id()))?;
    for (member, file) in founders {
        screen.line(&format!("  {member}  node {}  {}", file.founder.node.short(), file.address))?;
    }
    screen.line(
        "The fingerprint of its genesis, to compare by voice with every other member before the nodes run:",
    )?;
    screen.paragraph("  ", &grouped_hex(&genesis.id().0))?;
    screen.paragraph("  ", &words_of(&genesis.id().0).join(" "))?;
    screen.line(&format!("  quorate node run --dir {}", shell(dir)))
}
