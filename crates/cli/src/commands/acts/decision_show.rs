//! Show a decision as it stands. It reads, and gives no command.

use clap::{Args, ValueEnum};
use quorate_charter::MemberCode;
use quorate_partnership::{Command, DecisionNo};
use quorate_records::{Changes, Outlook, Records, Vote, outlook_json, words};

use super::{Desk, Reads, Typed, reads_only};
use crate::failure::Failure;
use crate::present::Screen;

#[derive(Args)]
#[command(about = "Show a decision as it stands", long_about = include_str!("decision_show.md").trim_end())]
pub(crate) struct Show {
    /// The decision's number.
    decision: u32,
    /// How to write it.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// How it is written.
#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// For people.
    Text,
    /// With where and when it was read.
    Json,
}

impl Typed for Show {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        Err(reads_only("decision show"))
    }

    fn reads(&self) -> Option<&dyn Reads> {
        Some(self)
    }
}

impl Reads for Show {
    fn run(&self, records: &Records, screen: &mut Screen) -> Result<(), Failure> {
        let decision = DecisionNo(self.decision);
        let outlook = records.outlook(decision).ok_or_else(|| {
            Failure::usage(format!("there is no {decision}"), "`quorate record decisions` lists them")
        })?;
        match self.format {
            Format::Text => text(&outlook, screen),
            Format::Json => screen.text(&outlook_json(records, &outlook)),
        }
    }
}

pub(crate) fn text(outlook: &Outlook, screen: &mut Screen) -> Result<(), Failure> {
    let version = if outlook.version > 1 { format!(", version {}", outlook.version) } else { String::new() };
    screen.line(&format!("{}{version}: \"{}\"", outlook.decision, outlook.title))?;
    screen.paragraph("", &format!("moved by {}, to {}", outlook.mover, outlook.does))?;
    screen.paragraph("", &format!("rule {}: {}", outlook.rule, outlook.adopted_when))?;
    screen.paragraph("", &format!("procedure: {}", outlook.procedure))?;
    screen.line(&format!("stage: {}", outlook.stage))?;
    let Some(vote) = &outlook.vote else { return Ok(()) };
    if let Some(changes) = &vote.changes {
        screen.paragraph("", &deadline(vote))?;
        conducts(vote, screen)?;
        screen.paragraph("", &format!("if it closed now: {}", vote.verdict))?;
        return screen.paragraph("", &who(changes));
    }
    conducts(vote, screen)?;
    screen.paragraph("", &format!("verdict: {}", vote.verdict))
}

fn deadline(vote: &Vote) -> String {
    let moves = if vote.closes_at_latest > vote.closes {
        format!("; late changes of the outcome can move that to {}", words::minute(vote.closes_at_latest))
    } else {
        String::new()
    };
    let blocks = match vote.last_call_blocks {
        1 => "the first block".into(),
        blocks => format!("the first blocks of {blocks} members' nodes"),
    };
    format!("closes with {blocks} from {} on, votes in it heard{moves}", words::minute(vote.closes))
}

fn conducts(vote: &Vote, screen: &mut Screen) -> Result<(), Failure> {
    for conduct in &vote.conducts {
        let explanation =
            conduct.explanation.as_ref().map_or_else(String::new, |text| format!(": \"{text}\""));
        screen.line(&format!("  {}  {}{explanation}", conduct.member, conduct.does))?;
    }
    Ok(())
}

/// *Could*, under the rule: nothing is said of what a member would do.
fn who(changes: &Changes) -> String {
    let outcome = if changes.adopted_now { "that it is adopted" } else { "that it is not adopted" };
    let more = if changes.more { ", and more" } else { "" };
    let group = |group: &Vec<MemberCode>| {
        let codes: Vec<&str> = group.iter().map(MemberCode::as_str).collect();
        codes.join(" with ")
    };
    let groups: Vec<String> = changes.groups.iter().map(group).collect();
    let listed = format!("{}{more}", groups.join(", or "));
    match changes.groups.first().map(Vec::len) {
        None if changes.more => format!("no small group of members could change {outcome}"),
        None => format!("nobody could still change {outcome}"),
        Some(1) => format!("could change {outcome}, alone: {listed}"),
        Some(size) => format!("no member alone could change {outcome}; {size} together could: {listed}"),
    }
}
