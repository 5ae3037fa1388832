//! Seal what a capital instructs its delegation.

use clap::Args;
use quorate_partnership::decisions::Choice;
use quorate_partnership::{DecisionNo, Moment};
use quorate_vault::compartment::Instruction;
use quorate_vault::marking::read_date_time;

use crate::args::At;
use crate::commands::carrier::out::Out;
use crate::commands::compartment::opened::{Opened, Which};
use crate::failure::Failure;
use crate::present::Screen;

/// How to vote.
#[derive(Clone, Copy, clap::ValueEnum)]
enum Vote {
    InFavour,
    Against,
    Abstain,
    /// As the delegation sees fit.
    Discretion,
}

impl Vote {
    fn choice(self) -> Option<Choice> {
        match self {
            Vote::InFavour => Some(Choice::InFavour),
            Vote::Against => Some(Choice::Against),
            Vote::Abstain => Some(Choice::Abstain),
            Vote::Discretion => None,
        }
    }
}

#[derive(Args)]
#[command(about = "Instruct a delegation how to vote, sealed to its own agents", long_about = include_str!("instruct.md").trim_end())]
pub(super) struct Instruct {
    /// The compartment.
    name: String,
    /// The decision's number.
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..))]
    decision: u32,
    /// How to vote.
    #[arg(long)]
    vote: Vote,
    /// Why, and what else is to be done; at most 4000 bytes.
    #[arg(long)]
    text: Option<String>,
    /// Until when it is in force, as in 2028-01-01T00:00:00Z; without it, until another one.
    #[arg(long, value_name = "MOMENT", value_parser = moment)]
    until: Option<Moment>,
    #[command(flatten)]
    which: Which,
    #[command(flatten)]
    out: Out,
}

fn moment(text: &str) -> Result<Moment, String> {
    read_date_time(text).ok_or_else(|| "it is a moment as in 2028-01-01T00:00:00Z".into())
}

impl Instruct {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let place = self.out.needed(&self.which)?;
        let mut opened = Opened::open(at, &self.which)?;
        let (decision, vote) = (DecisionNo(self.decision), self.vote.choice());
        let text = self.text.clone().unwrap_or_default();
        let instruction = Instruction { decision, vote, until: self.until, text };
        let parcel = opened.act(|vault, now| vault.instruct(&self.name, instruction, now))?;
        opened.keep(Some((place.path(), &parcel.bytes())))?;
        place.done(&self.which, "carry it to everyone who is in", screen)
    }
}
