//! Lodge full powers for a signature or a ratification.

use clap::Args;
use quorate_partnership::{Command, members};

use super::hashes::hash;
use super::{Desk, Typed};
use crate::failure::Failure;

/// For what full powers are.
#[derive(Clone, Copy, clap::ValueEnum)]
enum Act {
    /// The signature.
    Signature,
    /// The ratification, acceptance or approval.
    Ratification,
}

#[derive(Args)]
#[command(about = "Lodge full powers for a signature or a ratification", long_about = include_str!("lodge_full_powers.md").trim_end())]
pub(crate) struct LodgeFullPowers {
    /// The SHA-256 of the document, as 64 hexadecimal digits.
    document: String,
    /// For which act.
    #[arg(long = "for", value_name = "ACT")]
    act: Act,
}

impl Typed for LodgeFullPowers {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let act = match self.act {
            Act::Signature => members::Act::Signature,
            Act::Ratification => members::Act::Ratification,
        };
        let lodged = members::LodgeFullPowers { act, document: hash(&self.document)? };
        Ok(members::InstrumentCommand::LodgeFullPowers(lodged).into())
    }
}
