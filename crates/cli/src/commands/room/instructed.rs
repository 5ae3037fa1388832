//! What a capital instructs, in words.

use quorate_records::words::minute;
use quorate_vault::compartment::{Force, Instructed, contradictions};

use crate::commands::compartment::opened::{Opened, told};
use crate::failure::Failure;
use crate::present::{Screen, said, width};

/// Tells every instruction of a compartment, and an alarm where two that are in force differ.
pub(super) fn tell(opened: &Opened, name: &str, screen: &mut Screen) -> Result<(), Failure> {
    let all = opened.vault.instructions(name, opened.at()).map_err(|refusal| told(&refusal))?;
    if all.is_empty() {
        return Ok(());
    }
    screen.line("instructions, which only this member's own agents read")?;
    for (one, force) in &all {
        // Two agents may speak in one post.
        let by = format!("{} {}", one.by, one.agent.short());
        for line in said(&minute(one.at), &by, &words(one, *force), width()) {
            screen.line(&line)?;
        }
    }
    let standing = all.iter().filter(|(_, force)| *force == Force::Stands);
    for decision in contradictions(standing.map(|(one, _)| &one.instruction)) {
        let text = format!(
            "{decision}: two agents instruct differently, and both are in force. Ask the capital by another way which counts; it \
             ends when both say the same, or one of them is removed"
        );
        screen.paragraph("", &text)?;
    }
    Ok(())
}

fn words(one: &Instructed, force: Force) -> String {
    let what = &one.instruction;
    let vote = match what.vote {
        Some(choice) => format!("vote {}", choice.name()),
        None => "vote as the delegation sees fit".into(),
    };
    let stands = match force {
        Force::Stands => "in force",
        Force::Replaced => "replaced by a later one of this agent",
        Force::Expired => "over",
        Force::AgentGone => "no longer in force, its agent or this one was removed after it",
    };
    let until = what.until.map(|until| format!(" until {}", minute(until))).unwrap_or_default();
    let text = if what.text.is_empty() { String::new() } else { format!("\n{}", what.text) };
    format!("{}: {vote} ({stands}{until}){text}", what.decision)
}
