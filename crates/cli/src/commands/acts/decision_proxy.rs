//! Give one's vote to another member, or end a proxy.

use clap::{ArgGroup, Args};
use quorate_charter::MemberCode;
use quorate_partnership::{Command, DecisionNo, decisions};

use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Give one's vote to another member, or end a proxy", long_about = include_str!("decision_proxy.md").trim_end())]
#[command(group = ArgGroup::new("whither").required(true).args(["to", "end"]))]
pub(crate) struct Proxy {
    /// The decision's number.
    decision: u32,
    /// The member that is to hold the vote.
    #[arg(long, value_name = "MEMBER")]
    to: Option<MemberCode>,
    /// Take the vote back, or give back the one that your member holds.
    #[arg(long)]
    end: bool,
}

impl Typed for Proxy {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let proxy = decisions::Proxy { decision: DecisionNo(self.decision), to: self.to };
        Ok(decisions::Command::Proxy(proxy).into())
    }
}
