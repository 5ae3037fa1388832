//! Say what a member owes and can be asked for. It reads, and gives no command.

use clap::Args;
use quorate_charter::MemberCode;
use quorate_partnership::Command;
use quorate_records::{Figure, Part, Records, csv, json, words};

use super::fund_liquidity::Format;
use super::{Desk, Reads, Typed, reads_only};
use crate::failure::Failure;
use crate::present::{Screen, columns};

#[derive(Args)]
#[command(about = "Say what a member owes and can be asked for", long_about = include_str!("member_statement.md").trim_end())]
pub(crate) struct Statement {
    /// The member: three capital letters.
    member: MemberCode,
    /// How to write it.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

impl Typed for Statement {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        Err(reads_only("member statement"))
    }

    fn reads(&self) -> Option<&dyn Reads> {
        Some(self)
    }
}

impl Reads for Statement {
    fn run(&self, records: &Records, screen: &mut Screen) -> Result<(), Failure> {
        Failure::without_fund(records.charter())?;
        super::known_member(self.member, records)?;
        match self.format {
            Format::Json => screen.text(&json(records, &records.statements(&[self.member]))),
            Format::Csv => screen.text(&csv(&records.statements(&[self.member]))),
            Format::Text => text(records, self.member, screen),
        }
    }
}

fn text(records: &Records, member: MemberCode, screen: &mut Screen) -> Result<(), Failure> {
    let statement = records.statement(member);
    let currency = records.charter().fund().currency().code();
    screen.line(&format!("{member}, at {}, in {currency}", words::minute(records.at())))?;
    let (beyond, figures): (Vec<&Figure>, Vec<&Figure>) =
        statement.figures.iter().partition(|figure| figure.part == Part::NoMajority);
    let width = figures.iter().map(|figure| amount(figure).chars().count()).max().unwrap_or_default();
    let mut last = None;
    let mut rows = Vec::new();
    for figure in figures {
        let part = if last == Some(figure.part) { "" } else { figure.part.name() };
        last = Some(figure.part);
        let what = format!("{}{}", figure.what, when(figure));
        let from = format!("register {}", figure.register);
        rows.push(vec![part.to_owned(), format!("{:>width$}", amount(figure)), what, from]);
    }
    columns(&rows).iter().try_for_each(|line| screen.line(line))?;
    beyond
        .iter()
        .try_for_each(|figure| screen.paragraph("", &format!("{}: {}", figure.part.name(), figure.what)))
}

fn amount(figure: &Figure) -> String {
    figure.amount.map_or_else(|| "not known".into(), words::grouped)
}

fn when(figure: &Figure) -> String {
    let since = figure.since.map(|since| format!(", since {}", words::minute(since)));
    let due = figure.falls_due.map(|day| format!(", on {}", words::day(day)));
    since.or(due).unwrap_or_default()
}
