//! Vote on a decision, or change one's vote.

use clap::Args;
use quorate_partnership::decisions::{self, Ballot};
use quorate_partnership::{Command, DecisionNo};

use super::{Desk, Typed};
use crate::failure::Failure;

/// How a member votes.
#[derive(Clone, Copy, clap::ValueEnum)]
enum Choice {
    InFavour,
    Against,
    Abstain,
}

#[derive(Args)]
#[command(about = "Vote on a decision, or change one's vote", long_about = include_str!("decision_vote.md"))]
pub(crate) struct Vote {
    /// The decision's number.
    decision: u32,
    /// How the member votes.
    vote: Choice,
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
        let ballot = match self.vote {
            Choice::InFavour => Ballot::InFavour,
            Choice::Against => Ballot::Against,
            Choice::Abstain => Ballot::Abstain,
        };
        Ok(decisions::Command::Vote(decisions::Vote { decision, ballot, replaces }).into())
    }
}
