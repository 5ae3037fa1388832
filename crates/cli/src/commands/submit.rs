//! Submit commands that were signed elsewhere.

use std::path::PathBuf;

use clap::Args;
use quorate_partnership::MAX_COMMAND_BYTES;

use crate::args::At;
use crate::commands::files::{read_bytes, write_new};
use crate::commands::record::checkpoint;
use crate::failure::Failure;
use crate::present::{Screen, shell};
use crate::session::Session;

#[derive(Args)]
#[command(about = "Submit a command that was signed elsewhere", long_about = include_str!("submit.md").trim_end())]
pub(crate) struct Submit {
    /// The file that holds the signed command.
    file: PathBuf,
    /// Wait until the members' nodes have signed what the record came to with it, and write that here.
    #[arg(long, value_name = "FILE")]
    certificate: Option<PathBuf>,
}

impl Submit {
    pub(crate) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let signed = read_bytes(&self.file, MAX_COMMAND_BYTES)?;
        let mut session = Session::open(at)?;
        let given = session.submit(&[signed])?;
        session.tell(screen, &given.booked)?;
        match &given.refusal {
            Some(refusal) => Err(session.refused(refusal)),
            None => screen.line(&given.place()),
        }?;
        let Some(out) = &self.certificate else { return Ok(()) };
        let note = checkpoint::signed(&mut session)?;
        write_new(out, note.text().as_bytes())?;
        screen.line(&format!(
            "{} is what the record came to at height {}, signed by the members' nodes",
            shell(out),
            note.checkpoint().height
        ))
    }
}
