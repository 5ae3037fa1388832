//! Commit to all logs of all compartments at once, in a line that tells nobody how many there are; and open it to members.

use std::path::PathBuf;

use clap::Args;
use quorate_partnership::DocumentHash;
use quorate_vault::compartment::{Committed, Compared, MAX_BLINDED_BYTES};

use super::opened::{Opened, Which, told_of};
use crate::args::At;
use crate::commands::files::read_text;
use crate::failure::Failure;
use crate::present::{Screen, shell};

#[derive(Args)]
#[command(about = "Commit to all logs in a line that tells nothing", long_about = include_str!("checkpoint.md").trim_end())]
pub(super) struct Checkpoint {
    /// The compartment whose leaf is opened.
    #[arg(requires = "open")]
    name: Option<String>,
    /// Open this checkpoint of the agent's own.
    #[arg(long, value_name = "FILE", requires = "name", requires = "to_members")]
    open: Option<PathBuf>,
    /// To the members of the compartment: it is sealed to them and to nobody else.
    #[arg(long, requires = "open")]
    to_members: bool,
    #[command(flatten)]
    which: Which,
    /// The file of the line; or of the parcel that opens it.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

impl Checkpoint {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let line = self.open.as_deref().map(|file| read_text(file, MAX_BLINDED_BYTES)).transpose()?;
        let mut opened = Opened::open(at, &self.which)?;
        let (Some(file), Some(name), Some((_, line))) = (&self.open, &self.name, line) else {
            let line = opened.act(|vault, now| vault.checkpoint(now))?;
            opened.keep(Some((self.out.as_path(), line.as_bytes())))?;
            let file = shell(&self.out);
            screen.line(&format!(
                "{file}: put it on record, for example by `quorate document add {file} --title TEXT`"
            ))?;
            return screen.line(
                "  It tells nobody whether this agent is in a compartment; the agent keeps what opens it.",
            );
        };
        let parcel = opened.attempt(|vault, _| vault.open_checkpoint(name, &line));
        let parcel = parcel.map_err(|refusal| told_of(file, &refusal))?;
        opened.keep(Some((self.out.as_path(), &parcel.bytes())))?;
        let out = shell(&self.out);
        screen
            .line(&format!("{out}: carry it to everyone who is in; `quorate compartment accept` takes it in"))
    }
}

/// What came of a checkpoint that a member opened.
pub(super) fn committed(committed: &Committed) -> String {
    let document = DocumentHash(committed.document);
    let when = quorate_records::words::minute(committed.at);
    let logs: Vec<String> = committed
        .logs
        .iter()
        .map(|(agent, size, compared)| {
            let compared = match compared {
                Compared::Same => "as it is known here".into(),
                Compared::Longer(by) => format!("{by} more than is known here: ask for them"),
                Compared::Differs => "WHICH IS ANOTHER THAN THE ONE KNOWN HERE".into(),
                Compared::Unknown => "which cannot be compared here".to_owned(),
            };
            format!("{size} of agent {}, {compared}", agent.short())
        })
        .collect();
    let logs = if logs.is_empty() { "no log".into() } else { logs.join("; ") };
    format!(
        "{} committed at {when} to {logs}. It counts if the document {document} is on record since then",
        super::told::name(&committed.by)
    )
}
