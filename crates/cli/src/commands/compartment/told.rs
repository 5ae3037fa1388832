//! What came of a parcel, in words.

use std::collections::BTreeSet;
use std::path::Path;

use quorate_vault::compartment::{Aim, Asked, Seat, Taken, Told};

use super::opened::{Opened, told};
use crate::failure::Failure;
use crate::present::{Screen, shell, unbroken, visible};

/// Agents, in words.
pub(super) fn names(seats: &[Seat]) -> String {
    let names: Vec<String> = seats.iter().map(name).collect();
    names.join(", ")
}

/// An agent: its post and the beginning of its key.
pub(super) fn name(seat: &Seat) -> String {
    format!("{} (agent {})", seat.post(), seat.agent().short())
}

/// A change, in words.
pub(super) fn change(comes: &[Seat], goes: &[Seat]) -> String {
    match (comes, goes) {
        ([], []) => "gives itself fresh keys".into(),
        (comes, []) => format!("lets in {}", names(comes)),
        ([], goes) => format!("removes {}", names(goes)),
        (comes, goes) => format!("lets in {} and removes {}", names(comes), names(goes)),
    }
}

/// Tells what came of a parcel, thing by thing.
pub(crate) fn tell(all: &[Told], screen: &mut Screen) -> Result<(), Failure> {
    for one in all {
        let text = match one {
            Told::Change { by, comes, goes } => format!("{} {}", name(by), change(comes, goes)),
            Told::Accepted => "this agent accepts it".into(),
            Told::AcceptedBy(member) => format!("{member} accepts"),
            Told::InForce(epoch) => format!("it is in force: epoch {epoch} begins"),
            Told::Out => "this agent was removed: it reads nothing of what comes".into(),
            Told::Said(said) => format!("a message by {}: `quorate room read` shows it", said.by),
            Told::Instructed(one) => {
                format!(
                    "an instruction by {} on {}: `quorate room read` shows it",
                    one.by, one.instruction.decision
                )
            }
            Told::Granted(grant) => {
                format!(
                    "agent {} gave agent {} the archive keys of earlier epochs: {}",
                    grant.by.short(),
                    grant.to.short(),
                    epochs(&grant.epochs)
                )
            }
            Told::Shared(shared) => {
                format!("{} shared {}: {}", shared.header.originator, shared.product, shared.header.title)
            }
            Told::TearLine { whole, by } => format!("{by} made a tear-line version of {whole}"),
            Told::Obliged(one) => super::obligations::line(one),
            Told::Asked(asked) => {
                let what = match asked.aim {
                    Aim::PassOn => format!("{} may go on", asked.product),
                    Aim::Act => format!("it may act on {}", asked.product),
                };
                format!("{} asks whether {what}: `quorate product list` shows it", asked.by)
            }
            Told::Answered(asked) => answered(asked),
            Told::Acknowledged { product, by } => format!("{by} has {product}"),
            Told::Letter { by, to } => format!("a letter by {by} to {to}, which others do not read"),
            Told::AnsweredElsewhere { by, to } => {
                format!("{by} answers another agent of {to}: nothing of it is kept here")
            }
            Told::Committed(committed) => super::checkpoint::committed(committed),
            Told::Known => "known already".into(),
            Told::Alarm(alarm) => format!("{alarm}: compare rosters with the others in person"),
            Told::Refused(refusal) => format!("refused: {refusal}"),
        };
        screen.line(&visible(&unbroken(&text)))?;
    }
    Ok(())
}

/// What an originator answered.
fn answered(asked: &Asked) -> String {
    let allowed = asked.answered.as_ref().is_some_and(|answer| answer.allowed);
    let (originator, product) = (asked.originator, asked.product);
    if asked.differs.is_some() {
        return format!(
            "ALARM: another agent of {} answered otherwise about {product}; nothing is allowed while the two differ: \
             `quorate product list` shows both",
            originator.member
        );
    }
    match (asked.aim, allowed) {
        (Aim::PassOn, true) => format!("{originator} allows that {product} goes on"),
        (Aim::PassOn, false) => format!("{originator} refuses that {product} goes on"),
        (Aim::Act, true) => format!("{originator} consents that {} acts on {product}", asked.by),
        (Aim::Act, false) => format!("{originator} refuses that {} acts on {product}", asked.by),
    }
}

/// What was refused of parcels, thing by thing and why: the command did not do all that was asked.
pub(crate) fn refusals<'t>(taken: impl Iterator<Item = (&'t Path, &'t Taken)>) -> Result<(), Failure> {
    let mut all = Vec::new();
    for (path, taken) in taken {
        let why = taken.told.iter().filter_map(|told| match told {
            Told::Refused(refusal) => Some(refusal),
            _ => None,
        });
        for ((at, what), why) in taken.refused.iter().zip(why) {
            all.push(visible(&format!("refused of {}: item {at}, {what}: {why}", shell(path))));
        }
    }
    if all.is_empty() {
        return Ok(());
    }
    let help = "what else is in it counts, and was kept".into();
    Err(Failure::Absent { what: all.join("; "), help })
}

/// The compartments in which an alarm stands.
pub(crate) fn alarmed(opened: &Opened) -> Result<BTreeSet<String>, Failure> {
    let mut all = BTreeSet::new();
    for name in opened.vault.names() {
        let standing = opened.vault.standing(name).map_err(|refusal| told(&refusal))?;
        if standing.alarm.is_some() {
            all.insert(name.to_owned());
        }
    }
    Ok(all)
}

/// Whether an alarm was raised that did not stand before: whoever runs the command by a program is to hear of it, too.
pub(crate) fn alarms(before: &BTreeSet<String>, opened: &Opened) -> Result<(), Failure> {
    let raised: Vec<String> = alarmed(opened)?.difference(before).cloned().collect();
    if raised.is_empty() {
        return Ok(());
    }
    let what = format!("an alarm was raised in {}: members do not see the same", raised.join(", "));
    let help = "nothing is sealed or changed there any more: compare rosters with the others in person, and open a new compartment";
    Err(Failure::Absent { what, help: help.into() })
}

/// Epochs, in words.
pub(super) fn epochs(epochs: &[u64]) -> String {
    epochs.iter().map(u64::to_string).collect::<Vec<_>>().join(", ")
}
