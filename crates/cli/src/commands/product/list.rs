//! List products, questions and answers.

use clap::Args;
use quorate_vault::compartment::{Aim, Answered, Asked, Shelved, TearLines};
use quorate_vault::marking::date_time;
use quorate_vault::product::Header;

use super::named::named_by;
use super::seen::listed;
use crate::args::At;
use crate::commands::compartment::opened::{Opened, Which, told};
use crate::failure::Failure;
use crate::present::{Screen, visible};

#[derive(Args)]
#[command(about = "List what was shared, asked and answered in compartments", long_about = include_str!("list.md").trim_end())]
pub(super) struct List {
    /// The compartment; all of them, if none is named.
    name: Option<String>,
    #[command(flatten)]
    which: Which,
}

impl List {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let opened = Opened::open(at, &self.which)?;
        let names: Vec<&str> = match &self.name {
            Some(name) => vec![name.as_str()],
            None => opened.vault.names().collect(),
        };
        for name in names {
            screen.line(name)?;
            let shelved = opened.vault.shelved(name).map_err(|refusal| told(&refusal))?;
            for one in shelved {
                product(one, screen)?;
                not_unasked((&opened, name), one, screen)?;
                tear_lines(&opened.vault.tear_lines(one), screen)?;
            }
            if shelved.is_empty() {
                screen.line("  Nothing was shared here.")?;
            }
            let asked = opened.vault.asked(name).map_err(|refusal| told(&refusal))?;
            for one in asked {
                question(one, screen)?;
                done(&opened, name, one, screen)?;
            }
        }
        Ok(())
    }
}

fn product(one: &Shelved, screen: &mut Screen) -> Result<(), Failure> {
    let header = &one.header;
    screen.line(&format!("  {}", one.product))?;
    screen.line(&visible(&format!(
        "    {} {}: {}, {} bytes",
        header.marking.policy, header.marking.level, header.title, header.length
    )))?;
    screen.line(&format!("    from {}, sealed at {}", header.originator, date_time(header.sealed)))?;
    screen.line(&format!("    releasable to {}", header.marking.audience))?;
    if one.held_back {
        screen.line("    half of its key is held back by its originator")?;
    }
    screen.line(&acting(header))?;
    despite(header, screen)?;
    if let Some(release) = header.release {
        screen.line(&format!("    to be released at {}", date_time(release)))?;
    }
    for (by, _, at) in &one.acknowledged {
        screen.line(&format!("    acknowledged by {by} at {}", date_time(*at)))?;
    }
    for (agent, at) in &one.released {
        screen.line(&format!("    released to agent {} at {}", agent.short(), date_time(*at)))?;
    }
    Ok(())
}

/// What this member was let do, and the policy would refuse it now: who is in, or the record, changed.
fn done(opened: &Opened, name: &str, one: &Asked, screen: &mut Screen) -> Result<(), Failure> {
    let own = opened.vault.identity().credential().map_err(|error| told(&error))?.post().member;
    if one.aim != Aim::Act || one.by.member != own || one.allowed().is_none() {
        return Ok(());
    }
    match opened.look(|vault, now| vault.may_act(name, one.product, Some(&one.id()), now)) {
        Ok(()) => Ok(()),
        Err(failure) => screen.line(&visible(&format!("    It is not to be done now: {failure}"))),
    }
}

/// Whether readers may act on it.
pub(super) fn acting(header: &Header) -> String {
    match header.may_act {
        true => "    whoever reads it may act on it without asking".to_owned(),
        false => format!("    nobody acts on it without the consent of {}", header.originator.member),
    }
}

/// Why this agent's member may not act on it unasked although its originator lets readers: the policy is asked each time.
pub(super) fn not_unasked(
    (opened, name): (&Opened, &str),
    one: &Shelved,
    screen: &mut Screen,
) -> Result<(), Failure> {
    if !one.header.may_act {
        return Ok(());
    }
    match opened.look(|vault, now| vault.may_act(name, one.product, None, now)) {
        Ok(()) => Ok(()),
        Err(failure) => screen.line(&visible(&format!("    but not this agent's delegation now: {failure}"))),
    }
}

/// Who reads it although an obligation of its own reaches further.
pub(super) fn despite(header: &Header, screen: &mut Screen) -> Result<(), Failure> {
    if header.despite().is_empty() {
        return Ok(());
    }
    screen.line(&format!("    read by {} despite earlier obligations", listed(header.despite())))
}

/// Of what it is a tear-line version, and which it has.
pub(super) fn tear_lines(lines: &TearLines, screen: &mut Screen) -> Result<(), Failure> {
    for whole in &lines.of {
        screen.line(&format!("    a tear-line version of {whole}"))?;
    }
    for version in &lines.versions {
        screen.line(&match version {
            Some(version) => format!("    its tear-line version is {version}"),
            None => "    it has a tear-line version, which was not shared where this agent is in".to_owned(),
        })?;
    }
    Ok(())
}

fn question(one: &Asked, screen: &mut Screen) -> Result<(), Failure> {
    let whom: Vec<String> = one.whom.iter().map(|credential| credential.post().to_string()).collect();
    let asks = match one.aim {
        Aim::PassOn => format!("whether {} may go on to {}", one.product, whom.join(", ")),
        Aim::Act => format!("whether it may act on {}", one.product),
    };
    let name = named_by(one);
    screen.line(&visible(&format!(
        "  Question {}: {} asks {} {asks}: {}",
        name.get(..8).unwrap_or_default(),
        one.by,
        one.originator,
        one.why
    )))?;
    let Some(answered) = &one.answered else { return screen.line("    No answer yet.") };
    screen.line(&visible(&says(answered)))?;
    let Some(differs) = &one.differs else { return Ok(()) };
    screen.line(&format!("    ALARM: another agent of {} answered otherwise.", one.originator.member))?;
    screen.line(&visible(&says(differs)))?;
    screen.line("    Nothing is allowed while the two differ: speak with them by another way, and ask again.")
}

fn says(answered: &Answered) -> String {
    let (at, says) = (date_time(answered.at), if answered.allowed { "Allowed" } else { "Refused" });
    match &answered.why {
        Some(why) => format!("    {says} at {at}: {why}"),
        None => format!("    {says} at {at}."),
    }
}
