//! Say where a partnership stands.

use clap::Args;
use quorate_partnership::Nature;
use quorate_records::words;

use crate::args::At;
use crate::failure::Failure;
use crate::present::{EXERCISE, Screen};
use crate::session::Session;

#[derive(Args)]
#[command(about = "Say where a partnership stands", long_about = include_str!("status.md").trim_end())]
pub(crate) struct Status {}

impl Status {
    pub(crate) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let session = Session::open(at)?;
        let records = session.node().records();
        if let Nature::Rehearsal { .. } = records.nature() {
            screen.paragraph("", EXERCISE)?;
        }
        screen.line(&records.charter().title().en)?;
        screen.line(&format!("partnership  {}", records.id()))?;
        screen.line(&format!("height       {}", records.height()))?;
        screen.line(&format!("agreed time  {}", words::minute(records.at())))?;
        screen.line(&format!("digest       {}", session.node().digest()))?;
        for (member, standing, until) in records.standings() {
            let until = until.map_or_else(String::new, |until| format!(" until {}", words::minute(until)));
            screen.line(&format!("{:<12} {standing}{until}", member.as_str()))?;
        }
        for (line, two) in records.alarms() {
            let says = if two { "two treasurers say so" } else { "one treasurer says so" };
            let amount = words::amount(line.statement.amount);
            screen.line(&format!(
                "ALARM        {}: {amount} left and nobody instructed it; {says}",
                line.number
            ))?;
        }
        let balanced = if records.books().is_balanced() { "balanced" } else { "NOT BALANCED" };
        screen.line(&format!("books        {balanced}"))?;
        let nodes = session.node().genesis().founders().len();
        screen.line(&if session.node().is_alone() {
            "nodes        1: if this node halts, the partnership halts; fewer than four cannot survive one loss".into()
        } else {
            format!("nodes        {nodes}: how they are says `quorate node status`")
        })
    }
}
