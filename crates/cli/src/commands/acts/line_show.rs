//! Show everything that is known of a line. It reads, and gives no command.

use clap::Args;
use quorate_partnership::{Command, LiaisonLineNo};
use quorate_records::{Records, Register, Table};

use super::{Desk, Reads, Typed, reads_only};
use crate::failure::Failure;
use crate::present::{Screen, columns};

#[derive(Args)]
#[command(about = "Show everything that is known of a line", long_about = include_str!("line_show.md").trim_end())]
pub(crate) struct Show {
    /// The line's number.
    line: u32,
}

impl Typed for Show {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        Err(reads_only("line show"))
    }

    fn reads(&self) -> Option<&dyn Reads> {
        Some(self)
    }
}

impl Reads for Show {
    fn run(&self, records: &Records, screen: &mut Screen) -> Result<(), Failure> {
        let number = self.line.to_string();
        let lines = records.register(Register::Lines);
        let row = lines.rows.iter().find(|row| row.first().is_some_and(|cell| cell.plain() == number));
        let row = row.ok_or_else(|| {
            let help = "`quorate record lines` lists them";
            Failure::usage(format!("there is no {}", LiaisonLineNo(self.line)), help)
        })?;
        for (column, cell) in lines.columns.iter().zip(row) {
            let told = cell.readable();
            if !told.is_empty() {
                screen.paragraph("", &format!("{}: {told}", column.heading))?;
            }
        }
        for (register, title) in [
            (Register::LineSides, "Its sides"),
            (Register::Outages, "Outages"),
            (Register::LineTests, "Tests"),
        ] {
            let rows = of_line(&records.register(register), &number);
            if rows.len() > 1 {
                screen.line("")?;
                screen.line(title)?;
                columns(&rows).iter().try_for_each(|line| screen.line(line))?;
            }
        }
        Ok(())
    }
}

/// The headings, and the rows of a register that are of this line, without its number and for whom they are.
fn of_line(table: &Table, number: &str) -> Vec<Vec<String>> {
    let left_out = |key: &str| matches!(key, "line" | "audience");
    let headings = table.columns.iter().filter(|column| !left_out(column.key));
    let headings = vec![headings.map(|column| column.heading.to_owned()).collect::<Vec<String>>()];
    let lines = table.column("line").map(|cell| cell.plain() == number);
    let rows = table.rows.iter().zip(lines).filter(|(_, is_it)| *is_it).map(|(row, _)| {
        let cells = table.columns.iter().zip(row).filter(|(column, _)| !left_out(column.key));
        cells.map(|(_, cell)| cell.readable()).collect::<Vec<String>>()
    });
    headings.into_iter().chain(rows).collect()
}
