//! Check a record file, or one that compares two checkpoints, without a partnership.

pub(super) mod compared;

use std::path::PathBuf;

use clap::Args;
use quorate_partnership::{Genesis, MAX_GENESIS_BYTES, Nature};
use quorate_records::proof::{
    Expected, MAX_RECORD_FILE_BYTES, Payee, Proven, compare, grouped_hex, is_consistency_file, root_words,
    verify,
};
use quorate_records::words;
use serde_json::{Value, json};

use super::acts::decision_show;
use crate::args::Nowhere;
use crate::commands::files::{read_bytes, read_note};
use crate::failure::Failure;
use crate::format::Format;
use crate::present::Screen;

#[derive(Args)]
#[command(about = "Check a record file, without a partnership", long_about = include_str!("verify.md").trim_end())]
pub(crate) struct Verify {
    /// The record file.
    file: PathBuf,
    /// The genesis that the file must carry: its bytes, in a file.
    #[arg(long, value_name = "FILE")]
    genesis: Option<PathBuf>,
    /// A checkpoint that the file's must be, or go on from.
    #[arg(long, value_name = "FILE")]
    checkpoint: Option<PathBuf>,
    /// How to write it.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    #[command(flatten)]
    nowhere: Nowhere,
}

impl Verify {
    pub(crate) fn run(&self, screen: &mut Screen) -> Result<(), Failure> {
        self.nowhere.hold()?;
        let bytes = read_bytes(&self.file, MAX_RECORD_FILE_BYTES)?;
        let read =
            |path: &PathBuf| Ok::<_, Failure>(Genesis::from_bytes(&read_bytes(path, MAX_GENESIS_BYTES)?)?);
        let pinned = self.genesis.as_ref().map(read).transpose()?;
        let held = self.checkpoint.as_deref().map(read_note).transpose()?;
        let expected = Expected { genesis: pinned.as_ref(), held: held.as_ref() };
        if is_consistency_file(&bytes) {
            let found = compare(&bytes, expected).map_err(Failure::Unproven)?;
            return match self.format {
                Format::Text => compared::text(&found, expected, screen),
                Format::Json => compared::json(&found, expected, screen),
            };
        }
        let proven = verify(&bytes, expected).map_err(Failure::Unproven)?;
        match self.format {
            Format::Text => text(&proven, expected, screen),
            Format::Json => screen.text(&format!("{:#}\n", value(&proven, expected))),
        }
    }
}

fn text(proven: &Proven, expected: Expected<'_>, screen: &mut Screen) -> Result<(), Failure> {
    let (events, commands) = proven.checked;
    screen.paragraph(
        "",
        &format!(
            "the file proves {}: every check holds, of {events} events and {commands} signed commands",
            proven.outlook.decision
        ),
    )?;
    screen.line("")?;
    of_genesis(&proven.genesis, expected, screen)?;
    screen.line("")?;
    decision_show::text(&proven.outlook, screen)?;
    if let Some(payee) = &proven.payee {
        screen.paragraph("", &paid(payee))?;
    }
    screen.line("")?;
    screen.line("what the record says of it:")?;
    for (at, sentence) in &proven.told {
        screen.entry(&words::minute(*at), sentence)?;
    }
    screen.line("")?;
    let checkpoint = &proven.checkpoint;
    screen.line(&format!(
        "checkpoint at height {}, {}, {} events",
        checkpoint.height,
        words::minute(checkpoint.moment),
        checkpoint.extent.size
    ))?;
    screen.line(&format!("root     {}", grouped_hex(&checkpoint.extent.root.0)))?;
    screen.paragraph("", &format!("words    {}", root_words(&checkpoint.extent.root).join(" ")))?;
    screen.paragraph("", &signers(proven))?;
    changes(proven, expected, screen)
}

/// What has to be believed, and whether it is what was expected.
fn of_genesis(genesis: &Genesis, expected: Expected<'_>, screen: &mut Screen) -> Result<(), Failure> {
    screen.line(&format!("genesis  {}", grouped_hex(&genesis.id().0)))?;
    screen.paragraph("", if expected.genesis.is_some() {
        "It is the genesis that you gave."
    } else {
        "The file brings this genesis itself. It proves no more than the fingerprint above: compare it with what a member told you by another way."
    })?;
    if matches!(genesis.nature(), Nature::Rehearsal { .. }) {
        screen.line("It is a rehearsal: nothing in it is real.")?;
    }
    Ok(())
}

/// How the nodes that signed follow from those of the genesis.
fn changes(proven: &Proven, expected: Expected<'_>, screen: &mut Screen) -> Result<(), Failure> {
    if expected.held.is_some() {
        screen.paragraph(
            "",
            "It goes on from the checkpoint that you gave, and its nodes follow from those named there.",
        )?;
    }
    if proven.changes.is_empty() {
        return Ok(());
    }
    screen.line("")?;
    screen.line("the nodes since the genesis, each change signed by those before it:")?;
    for (at, sentence) in &proven.changes {
        screen.entry(&words::minute(*at), sentence)?;
    }
    if expected.held.is_none() {
        screen.paragraph("", "Keys that were replaced could have signed another record later, in the hands of whoever stole them: give a checkpoint that a member told you of by another way, with `--checkpoint`.")?;
    }
    Ok(())
}

fn signers(proven: &Proven) -> String {
    let codes: Vec<&str> = proven.signers.iter().map(|member| member.as_str()).collect();
    let (nodes, signed) = (proven.nodes, codes.len());
    format!(
        "signed by the nodes of {} ({signed} of {nodes}); that several signed says more than one does only where each member keeps its node's key to itself",
        codes.join(", ")
    )
}

fn paid(payee: &Payee) -> String {
    let of = |(amount, paid): &(quorate_ledger::Money, bool)| {
        format!("{} {}", words::amount(*amount), if *paid { "paid" } else { "not shown to be paid" })
    };
    let tranches: Vec<String> = payee.tranches.iter().map(of).collect();
    format!("{}, asked for by {}, to {}: {}", payee.case, payee.beneficiary, payee.payee, tranches.join(", "))
}

fn value(proven: &Proven, expected: Expected<'_>) -> Value {
    let (outlook, checkpoint) = (&proven.outlook, &proven.checkpoint);
    let vote = outlook.vote.as_ref();
    let conduct = |conduct: &quorate_records::Conduct| json!({ "member": conduct.member.as_str(), "does": conduct.does, "explanation": conduct.explanation });
    let payee = proven.payee.as_ref().map(|payee| {
        let tranche = |(amount, paid): &(quorate_ledger::Money, bool)| {
            json!({ "amount": amount.to_string(), "shown_to_be_paid": paid })
        };
        json!({
            "case": payee.case.0, "beneficiary": payee.beneficiary.as_str(), "payee": payee.payee,
            "tranches": payee.tranches.iter().map(tranche).collect::<Vec<_>>(),
        })
    });
    json!({
        "decision": outlook.decision.0,
        "title": outlook.title,
        "does": outlook.does,
        "stage": outlook.stage,
        "rule": outlook.rule.as_str(),
        "adopted_when": outlook.adopted_when,
        "votes": vote.map(|vote| vote.conducts.iter().map(conduct).collect::<Vec<_>>()),
        "verdict": vote.map(|vote| vote.verdict.as_str()),
        "payee": payee,
        "genesis": { "id": proven.genesis.id().to_string(), "pinned": expected.genesis.is_some() },
        "rehearsal": matches!(proven.genesis.nature(), Nature::Rehearsal { .. }),
        "checkpoint": {
            "height": checkpoint.height,
            "moment": checkpoint.moment.0,
            "size": checkpoint.extent.size,
            "root": checkpoint.extent.root.to_string(),
            "words": root_words(&checkpoint.extent.root).join(" "),
            "digest": checkpoint.extent.digest.to_string(),
            "signed_by": proven.signers.iter().map(|member| member.as_str()).collect::<Vec<_>>(),
            "nodes": proven.nodes,
            "held": expected.held.is_some(),
        },
        "changes_of_nodes": proven.changes.iter().map(|(at, what)| json!({ "moment": at.0, "what": what })).collect::<Vec<_>>(),
    })
}
