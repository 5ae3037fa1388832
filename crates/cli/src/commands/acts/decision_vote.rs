//! Vote on a decision, or change one's vote.

use clap::Args;
use quorate_partnership::decisions::{self, Choice};
use quorate_partnership::{Command, DecisionNo};

use super::{Desk, Typed};
use crate::failure::Failure;

/// How a member votes.
#[derive(Clone, Copy, clap::ValueEnum)]
enum Said {
    InFavour,
    Against,
    Abstain,
}

#[derive(Args)]
#[command(about = "Vote on a decision, or change one's vote", long_about = include_str!("decision_vote.md").trim_end())]
pub(crate) struct Vote {
    /// The decision's number.
    decision: u32,
    /// How the member votes.
    vote: Said,
    /// The vote that this one replaces, as 64 hexadecimal digits; else the one that stands in the record.
    #[arg(long, value_name = "COMMAND")]
    replaces: Option<String>,
}

impl Typed for Vote {
    fn command(&self, desk: &Desk<'_>) -> Result<Command, Failure> {
        let decision = DecisionNo(self.decision);
        let replaces =
            match &self.replaces {
                Some(id) => Some(id.parse().map_err(|error| {
                    Failure::usage(format!("`{id}` names no command"), format!("{error}"))
                })?),
                None => desk.records.standing_vote(decision, desk.post.member),
            };
        let choice = match self.vote {
            Said::InFavour => Choice::InFavour,
            Said::Against => Choice::Against,
            Said::Abstain => Choice::Abstain,
        };
        Ok(decisions::Command::Vote(decisions::Vote { decision, choice, replaces }).into())
    }
}
