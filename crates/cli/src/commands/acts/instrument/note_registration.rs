//! Note that the instrument was registered elsewhere.

use clap::Args;
use quorate_partnership::{Command, members};

use super::amounts::phrase;
use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Note that the instrument was registered elsewhere", long_about = include_str!("note_registration.md").trim_end())]
pub(crate) struct NoteRegistration {
    /// With whom.
    #[arg(long, value_name = "TEXT")]
    with: String,
    /// Under which number.
    #[arg(long, value_name = "TEXT")]
    number: String,
}

impl Typed for NoteRegistration {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let noted = members::NoteRegistration { with: phrase(&self.with)?, number: phrase(&self.number)? };
        Ok(members::InstrumentCommand::NoteRegistration(noted).into())
    }
}
