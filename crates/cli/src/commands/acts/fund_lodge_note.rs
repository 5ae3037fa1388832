//! Lodge a note of one's own member.

use clap::Args;
use quorate_partnership::{Command, fund};

use super::instalments::instalments;
use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Lodge a note in the place of money to be paid in", long_about = include_str!("fund_lodge_note.md").trim_end())]
pub(crate) struct LodgeNote {
    /// A day on which it is to be paid, and how much on that day. May stand several times.
    #[arg(long, num_args = 2, allow_negative_numbers = true, value_names = ["DATE", "AMOUNT"], required = true)]
    encash: Vec<String>,
}

impl Typed for LodgeNote {
    fn command(&self, desk: &Desk<'_>) -> Result<Command, Failure> {
        let encashments = instalments(desk, &self.encash)?;
        Ok(fund::Command::LodgeNote(fund::LodgeNote { encashments }).into())
    }
}
