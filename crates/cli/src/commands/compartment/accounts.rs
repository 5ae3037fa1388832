//! What this agent's member and each other did for each other.

use clap::Args;
use quorate_vault::compartment::Side;

use super::opened::{Opened, Which, told};
use crate::args::At;
use crate::failure::Failure;
use crate::present::Screen;

#[derive(Args)]
#[command(about = "Show the accounts with each other member", long_about = include_str!("accounts.md").trim_end())]
pub(super) struct Accounts {
    /// The compartment.
    name: String,
    #[command(flatten)]
    which: Which,
}

impl Accounts {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let opened = Opened::open(at, &self.which)?;
        let accounts = opened.vault.accounts(&self.name).map_err(|refusal| told(&refusal))?;
        if accounts.is_empty() {
            return screen.line("Nobody else is or was in.");
        }
        let own = opened.vault.identity().credential().map_err(|error| told(&error))?.post().member;
        for (member, account) in accounts {
            screen.line(&format!("{own} and {member}"))?;
            side(&own.to_string(), &member.to_string(), &account.ours, screen)?;
            side(&member.to_string(), &own.to_string(), &account.theirs, screen)?;
        }
        screen.line("Nobody but the two members sees an account; products are seen by everyone who is in.")
    }
}

fn side(by: &str, other: &str, side: &Side, screen: &mut Screen) -> Result<(), Failure> {
    line(by, other, side).into_iter().try_for_each(|line| screen.line(&format!("  {line}")))
}

/// One side of an account, in words.
pub(crate) fn line(by: &str, other: &str, side: &Side) -> Vec<String> {
    let took = side.took.map(|millis| format!("; half of the answers took at most {}", span(millis)));
    let mut lines = vec![
        format!("Products of {by}: {}; acknowledged by {other}: {}", side.shared, side.acknowledged),
        format!(
            "Questions of {other} whether one may go on: {}; answered by {by}: {}; allowed: {}",
            side.asked, side.answered, side.allowed,
        ),
    ];
    if side.acts_asked > 0 {
        lines.push(format!(
            "Questions of {other} whether it may act on one: {}; answered by {by}: {}; consented: {}",
            side.acts_asked, side.acts_answered, side.acts_allowed
        ));
    }
    if let (Some(last), Some(took)) = (lines.last_mut(), took) {
        last.push_str(&took);
    }
    lines
}

/// A span, in whole units.
fn span(millis: u64) -> String {
    let minutes = millis / 60_000;
    match minutes {
        0 => "a minute".into(),
        minutes if minutes < 120 => format!("{minutes} minutes"),
        minutes if minutes < 2880 => format!("{} hours", minutes / 60),
        minutes => format!("{} days", minutes / 1440),
    }
}
