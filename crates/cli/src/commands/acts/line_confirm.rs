//! Confirm the state of a line.

use clap::{Args, ValueEnum};
use quorate_partnership::continuity::{self, LineState};
use quorate_partnership::{Command, LiaisonLineNo};

use super::line_words::{Reported, Said};
use super::{Desk, Typed};
use crate::failure::Failure;

/// In which state the line is.
#[derive(Clone, Copy, ValueEnum)]
enum State {
    Working,
    Degraded,
    Interrupted,
}

#[derive(Args)]
#[command(about = "Confirm the state of a line between militaries", long_about = include_str!("line_confirm.md").trim_end())]
pub(crate) struct Confirm {
    /// The line's number.
    line: u32,
    /// In which state it is now.
    #[arg(long)]
    state: State,
    #[command(flatten)]
    said: Said,
    #[command(flatten)]
    reported: Reported,
}

impl Typed for Confirm {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let state = match self.state {
            State::Working => LineState::Working,
            State::Degraded => LineState::Degraded,
            State::Interrupted => LineState::Interrupted,
        };
        let (line, note, reported_of) = (LiaisonLineNo(self.line), self.said.wording()?, self.reported.of);
        Ok(continuity::Command::Confirm(continuity::Confirm { line, state, note, reported_of }).into())
    }
}
