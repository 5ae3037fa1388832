//! Sign the charter.

use clap::Args;
use quorate_partnership::{Command, members};

use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Sign the charter", long_about = include_str!("member_sign.md").trim_end())]
pub(crate) struct Sign {
    /// Apply the charter provisionally until it is in force for your State.
    #[arg(long)]
    provisionally: bool,
    /// Sign ad referendum: the signature waits until your State confirms it.
    #[arg(long, conflicts_with = "provisionally")]
    ad_referendum: bool,
}

impl Typed for Sign {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        if self.ad_referendum {
            let sign = members::SignAdReferendum {};
            return Ok(members::InstrumentCommand::SignAdReferendum(sign).into());
        }
        Ok(members::Command::Sign(members::Sign { provisionally: self.provisionally }).into())
    }
}
