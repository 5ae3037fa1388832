//! Say where a partnership stands.

use std::collections::BTreeMap;

use clap::Args;
use quorate_ledger::Money;
use quorate_partnership::Nature;
use quorate_records::{Cell, Records, Register, words};

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
        arrears(records, screen)?;
        waiting(records, screen)?;
        if records.charter().has_fund() {
            let balanced = if records.books().is_balanced() { "balanced" } else { "NOT BALANCED" };
            screen.line(&format!("books        {balanced}"))?;
        }
        let nodes = session.node().genesis().founders().len();
        screen.line(&if session.node().is_alone() {
            "nodes        1: if this node halts, the partnership halts; fewer than four cannot survive one loss".into()
        } else {
            format!("nodes        {nodes}: how they are says `quorate node status`")
        })
    }
}

/// What each member has not paid that is due, and whether it is in default.
fn arrears(records: &Records, screen: &mut Screen) -> Result<(), Failure> {
    let table = records.register(Register::Arrears);
    let none = Money::zero(records.charter().fund().currency());
    let mut owed: BTreeMap<String, (Money, bool)> = BTreeMap::new();
    let amount = |cell: &Cell| if let Cell::Money(amount) = cell { **amount } else { none };
    let due = table.column("principal").zip(table.column("interest"));
    for ((member, standing), (principal, interest)) in
        table.column("member").zip(table.column("standing")).zip(due)
    {
        let (sum, defaulted) = owed.entry(member.plain()).or_insert((none, false));
        let more = amount(principal).checked_add(amount(interest)).and_then(|more| sum.checked_add(more));
        *sum = more.unwrap_or(*sum);
        *defaulted |= standing.plain().starts_with("in default");
    }
    for (member, (sum, defaulted)) in owed {
        let defaulted = if defaulted { "; in default" } else { "" };
        let sum = words::amount(sum);
        screen.line(&format!(
            "arrears      {member} has not paid {sum} that are due, interest included{defaulted}"
        ))?;
    }
    Ok(())
}

/// What one treasurer signed and another still has to.
fn waiting(records: &Records, screen: &mut Screen) -> Result<(), Failure> {
    for (register, number, stage, one, several) in [
        (Register::BankLines, "line", "waits", "bank line", "bank lines"),
        (Register::Seals, "seal", "waits", "seal", "seals"),
        (Register::Payments, "payment", "waits", "payment", "payments"),
        (Register::Rates, "rate", "waits", "rate", "rates"),
        (Register::Emergencies, "number", "waiting", "emergency call", "emergency calls"),
    ] {
        let table = records.register(register);
        let rows = table.column(number).zip(table.column("stage"));
        let waits: Vec<String> =
            rows.filter(|(_, found)| found.plain() == stage).map(|(number, _)| number.plain()).collect();
        let (which, verb) = if waits.len() == 1 { (one, "waits") } else { (several, "wait") };
        if !waits.is_empty() {
            let waits = waits.join(", ");
            screen.line(&format!("{:<12} {which} {waits} {verb} for a countersignature", "waits"))?;
        }
    }
    Ok(())
}
