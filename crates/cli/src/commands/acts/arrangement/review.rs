//! Tell that an arrangement was reviewed.

use clap::Args;
use jiff::civil::Date;
use quorate_partnership::frameworks::Outcome;
use quorate_partnership::{ArrangementNo, Command, frameworks};

use super::moments::day;
use super::{Desk, Typed};
use crate::failure::Failure;

/// What came of a review.
#[derive(Clone, Copy, clap::ValueEnum)]
enum Said {
    Keep,
    Amend,
    End,
}

#[derive(Args)]
#[command(about = "Tell that an arrangement was reviewed", long_about = include_str!("review.md").trim_end())]
pub(crate) struct Review {
    /// The arrangement's number.
    arrangement: u32,
    /// What came of it.
    #[arg(long)]
    outcome: Said,
    /// On what day it was reviewed.
    #[arg(long, value_name = "DATE")]
    on: Date,
    /// By when it is to be reviewed again.
    #[arg(long, value_name = "DATE")]
    next: Date,
}

impl Typed for Review {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let arrangement = ArrangementNo(self.arrangement);
        let outcome = match self.outcome {
            Said::Keep => Outcome::Keep,
            Said::Amend => Outcome::Amend,
            Said::End => Outcome::End,
        };
        let (on, next) = (day(self.on)?, day(self.next)?);
        let review = frameworks::ReviewArrangement { arrangement, outcome, on, next };
        Ok(frameworks::Command::ReviewArrangement(review).into())
    }
}
