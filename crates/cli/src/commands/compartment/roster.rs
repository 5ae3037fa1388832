//! Show who is in.

use clap::Args;
use quorate_vault::compartment::Standing;

use super::opened::{Opened, Which, told};
use super::told::{change, epochs, name};
use crate::args::At;
use crate::failure::Failure;
use crate::present::{Screen, columns, unbroken, visible};

/// What stands below every roster.
const NOBODY_ELSE: &str = "Nobody else learns who is in, nor that there is this compartment: no node holds its roster or a key of it, \
                           and nothing of it is on record. Who carries its parcels sees its id, an epoch and sizes.";

#[derive(Args)]
#[command(about = "Show who is in, what waits, and what is wrong", long_about = include_str!("roster.md").trim_end())]
pub(super) struct Roster {
    /// The compartment; else all that this agent holds.
    name: Option<String>,
    #[command(flatten)]
    which: Which,
}

impl Roster {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let opened = Opened::open(at, &self.which)?;
        let names: Vec<String> = match &self.name {
            Some(name) => vec![name.clone()],
            None => opened.vault.names().map(str::to_owned).collect(),
        };
        if names.is_empty() {
            return screen.line("This agent is in no compartment.");
        }
        for name in names {
            let standing = opened.vault.standing(&name).map_err(|refusal| told(&refusal))?;
            show(&opened, &standing, screen)?;
        }
        Ok(())
    }
}

fn show(opened: &Opened, standing: &Standing, screen: &mut Screen) -> Result<(), Failure> {
    screen.line(&format!("{}, compartment {}", visible(&standing.name), standing.id))?;
    screen.line(&format!("  epoch {}, {}", standing.epoch, standing.suite.words()))?;
    if standing.out {
        return screen
            .line("  This agent was removed. It reads nothing of what came after, and sees no roster.");
    }
    if let Some(alarm) = &standing.alarm {
        screen.line(&format!(
            "  {alarm}. Nothing is sealed or changed here: compare rosters in person, and open a new compartment."
        ))?;
    }
    screen.line("")?;
    screen.line("Who is in:")?;
    let mut rows = Vec::new();
    for seat in &standing.seats {
        let credential = seat.credential().map_err(|error| told(&error))?;
        let stands = match opened.stands(&credential) {
            Ok(()) => format!("until {}", quorate_records::words::minute(credential.until())),
            Err(error) => visible(&unbroken(&error.to_string())),
        };
        let own = if seat.agent() == opened.vault.identity().public() { "this agent" } else { "" };
        rows.push(vec![
            seat.post().to_string(),
            format!("agent {}", seat.agent().short()),
            stands,
            own.to_owned(),
        ]);
    }
    for line in columns(&rows) {
        screen.line(&format!("  {line}"))?;
    }
    screen.paragraph("", NOBODY_ELSE)?;
    waits(standing, screen)?;
    obliged(opened, &standing.name, screen)?;
    super::log::gaps(opened, &standing.name, screen)?;
    screen.line(&format!("To be compared in person: {}", short(&standing.authenticator)))
}

/// The obligations in force, by which who is in could be refused something.
fn obliged(opened: &Opened, name: &str, screen: &mut Screen) -> Result<(), Failure> {
    let all = opened.vault.obligations(name).map_err(|refusal| told(&refusal))?;
    all.iter().filter(|one| !one.ended).try_for_each(|one| screen.line(&super::obligations::line(one)))
}

fn waits(standing: &Standing, screen: &mut Screen) -> Result<(), Failure> {
    for waiting in &standing.waiting {
        let accepted: Vec<String> = waiting.accepted.iter().map(ToString::to_string).collect();
        screen.line(&format!("Waits: {} {}", name(&waiting.by), change(&waiting.comes, &waiting.goes)))?;
        screen.line(&format!("  accepted by {}; {} members have to", accepted.join(", "), waiting.needed))?;
    }
    for (by, to, of, at) in &standing.grants {
        let when = quorate_records::words::minute(*at);
        screen.line(&format!(
            "Granted at {when}: by agent {} to agent {}, epochs {}",
            by.short(),
            to.short(),
            epochs(of)
        ))?;
    }
    Ok(())
}

/// Twenty bytes in groups of four digits: enough, and to be read out on the telephone.
pub(crate) fn short(bytes: &[u8]) -> String {
    let pairs: Vec<String> =
        bytes.chunks(2).take(10).map(|pair| pair.iter().map(|b| format!("{b:02x}")).collect()).collect();
    pairs.join(" ")
}
