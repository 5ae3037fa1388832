//! What a consistency file shows, told.

use quorate_charter::MemberCode;
use quorate_partnership::Nature;
use quorate_records::proof::{Checkpoint, Compared, Expected, Fork, grouped_hex};
use quorate_records::words;
use serde_json::json;

use crate::failure::Failure;
use crate::present::Screen;

/// What it shows, if all is well.
pub(in crate::commands) fn sentence(found: &Compared) -> String {
    let [first, second] = found.notes.each_ref().map(|note| note.checkpoint().height);
    format!("the record of height {first} is the beginning of that of height {second}")
}

/// The failure that ends a command which found two records.
pub(in crate::commands) fn failure(fork: &Fork) -> Failure {
    Failure::Fork(fork.why.clone())
}

pub(super) fn text(found: &Compared, expected: Expected<'_>, screen: &mut Screen) -> Result<(), Failure> {
    if let Some(fork) = &found.fork {
        super::of_genesis(&found.genesis, expected, screen)?;
        screen.line("")?;
        tell_fork(found, fork, screen)?;
        return Err(failure(fork));
    }
    screen.paragraph("", &format!("the file shows that {}", sentence(found)))?;
    screen.line("")?;
    super::of_genesis(&found.genesis, expected, screen)?;
    screen.line("")?;
    for (note, signers) in found.notes.iter().zip(&found.signers) {
        let (told, root) = told(note.checkpoint(), signers);
        screen.paragraph("", &told)?;
        screen.line(&root)?;
    }
    Ok(())
}

fn told(checkpoint: &Checkpoint, signers: &[MemberCode]) -> (String, String) {
    let told = format!(
        "height {}, {}, {} events, signed by the nodes of {}",
        checkpoint.height,
        words::minute(checkpoint.moment),
        checkpoint.extent.size,
        listed(signers)
    );
    (told, format!("root     {}", grouped_hex(&checkpoint.extent.root.0)))
}

/// What shows that there are two records, in words and as it was signed.
pub(in crate::commands) fn tell_fork(
    found: &Compared,
    fork: &Fork,
    screen: &mut Screen,
) -> Result<(), Failure> {
    screen.line("The members' nodes signed two checkpoints that are not of one record:")?;
    for note in &found.notes {
        screen.line("")?;
        screen.text(&note.text())?;
    }
    screen.line("")?;
    screen.paragraph("", &fork.why)?;
    if fork.both.is_empty() {
        let [first, second] = found.signers.each_ref().map(|signers| listed(signers));
        let what = format!("No node signed both: either all of {first} are false, or all of {second}.");
        return screen.paragraph("", &what);
    }
    screen.line("These nodes signed both, which no honest node does:")?;
    for (member, key) in &fork.both {
        screen.item(&format!("{member}, key {key}"))?;
    }
    Ok(())
}

fn listed(members: &[MemberCode]) -> String {
    let codes: Vec<&str> = members.iter().map(MemberCode::as_str).collect();
    codes.join(", ")
}

pub(super) fn json(found: &Compared, expected: Expected<'_>, screen: &mut Screen) -> Result<(), Failure> {
    let side = |at: usize| {
        let (note, signers) = (found.notes.get(at)?, found.signers.get(at)?);
        let checkpoint = note.checkpoint();
        let signed_by: Vec<&str> = signers.iter().map(MemberCode::as_str).collect();
        Some(json!({
            "height": checkpoint.height, "moment": checkpoint.moment.0, "size": checkpoint.extent.size,
            "root": checkpoint.extent.root.to_string(), "signed_by": signed_by,
        }))
    };
    let both = |fork: &Fork| -> Vec<serde_json::Value> {
        let node = |(member, key): &(MemberCode, quorate_partnership::PublicKey)| json!({ "member": member.as_str(), "key": key.to_string() });
        fork.both.iter().map(node).collect()
    };
    let fork = found.fork.as_ref();
    let value = json!({
        "consistent": fork.is_none(),
        "first": side(0),
        "second": side(1),
        "fork": fork.map(|fork| json!({ "why": fork.why, "signed_both": both(fork) })),
        "genesis": { "id": found.genesis.id().to_string(), "pinned": expected.genesis.is_some() },
        "rehearsal": matches!(found.genesis.nature(), Nature::Rehearsal { .. }),
    });
    screen.text(&format!("{value:#}\n"))?;
    fork.map_or(Ok(()), |fork| Err(failure(fork)))
}
