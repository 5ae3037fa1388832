//! Vote on a decision, or change one's vote.

use clap::Args;
use quorate_partnership::decisions::{self, Choice, Reserve};
use quorate_partnership::{Command, CommandId, DecisionNo};

use super::amounts::phrase;
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
    /// A statement beside the vote, without effect on the count.
    #[arg(long, value_name = "TEXT")]
    explanation: Option<String>,
    /// The vote is to be confirmed by the capital.
    #[arg(long)]
    ad_referendum: bool,
    /// The vote is to be confirmed once parliament has spoken.
    #[arg(long, conflicts_with = "ad_referendum")]
    parliamentary_reserve: bool,
}

impl Typed for Vote {
    fn command(&self, desk: &Desk<'_>) -> Result<Command, Failure> {
        let decision = DecisionNo(self.decision);
        let replaces = replaced(desk, decision, self.replaces.as_deref())?;
        let choice = match self.vote {
            Said::InFavour => Choice::InFavour,
            Said::Against => Choice::Against,
            Said::Abstain => Choice::Abstain,
        };
        let explanation = self.explanation.as_deref().map(phrase).transpose()?;
        let reserve = match (self.ad_referendum, self.parliamentary_reserve) {
            (true, _) => Some(Reserve::AdReferendum),
            (false, true) => Some(Reserve::Parliamentary),
            (false, false) => None,
        };
        let vote = decisions::Vote { decision, choice, replaces, explanation, reserve };
        Ok(decisions::Command::Vote(vote).into())
    }
}

/// The vote that a new one replaces: the one that is named, else the one that stands in the record.
pub(super) fn replaced(
    desk: &Desk<'_>,
    decision: DecisionNo,
    named: Option<&str>,
) -> Result<Option<CommandId>, Failure> {
    let Some(id) = named else { return Ok(desk.records.standing_vote(decision, desk.post.member)) };
    let found = id.parse();
    found.map(Some).map_err(|error| Failure::usage(format!("`{id}` names no command"), format!("{error}")))
}
