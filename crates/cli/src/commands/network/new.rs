//! Begin a partnership with the keys that the members exchanged.

use std::path::{Path, PathBuf};

use clap::Args;
use jiff::Timestamp;
use quorate_charter::{Charter, MAX_CHARTER_BYTES, MemberCode};
use quorate_node::KeyRing;
use quorate_partnership::{Genesis, Moment, Nature};

use super::begin::{begin, tell};
use super::founders::Founders;
use crate::args::At;
use crate::commands::files::read_text;
use crate::failure::Failure;
use crate::present::{Screen, shell};

#[derive(Args)]
#[command(about = "Begin a partnership with the keys that the members exchanged", long_about = include_str!("new.md").trim_end())]
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
        let own = members.iter().map(|member| dir.join(format!("{member}.founder")));
        let own = own.filter(|path| path.exists());
        let founders = Founders::read(self.files.iter().cloned().chain(own))?;
        founders.are_of(&members)?;
        let own = own_member(dir, &founders)?;
        let begins = u64::try_from(self.begins.as_millisecond()).map_err(|_| {
            Failure::usage("a partnership begins after 1970", "give --begins as 2027-01-01T00:00:00Z")
        })?;
        let nature = if self.rehearsal { Nature::Rehearsal { rate: 0 } } else { Nature::Real };
        let all = founders.files().map(|(_, file)| file.founder).collect();
        let genesis = Genesis::new(nature, Moment(begins), &text, all)?;
        let is_new = begin(dir, &genesis, own, &founders)?;
        tell(dir, &genesis, is_new, screen)?;
        screen.line("The members, by the first digits of their nodes' keys:")?;
        for (member, file) in founders.files() {
            screen.line(&format!("  {member}  {}  {}", file.founder.node.short(), file.address))?;
        }
        screen.line(&format!("Then: quorate node run --dir {}", shell(dir)))
    }
}

/// The one member whose node's key is in the directory.
fn own_member(dir: &Path, founders: &Founders) -> Result<MemberCode, Failure> {
    let ring = KeyRing::of(dir);
    let mut own = Vec::new();
    for (member, file) in founders.files() {
        if ring.node_public(member)? == Some(file.founder.node) {
            own.push(member);
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
