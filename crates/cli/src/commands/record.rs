//! Read a register, or show a part of the record to outsiders.

mod accounts_for;
mod basis;
pub(super) mod checkpoint;
mod consistency;
mod data_package;
mod export;
mod genesis;
mod instructions;
mod publish;
mod report;
mod tiles;

use clap::{Args, Subcommand, ValueEnum};
use quorate_records::{JournalForm, Register, Table, UnknownRegister, csv, journal, json};

use crate::args::At;
use crate::failure::Failure;
use crate::present::{Screen, register, width};
use crate::session::Session;

#[derive(Args)]
#[command(about = "Read a register", long_about = include_str!("record.md").trim_end())]
#[command(args_conflicts_with_subcommands = true)]
pub(crate) struct Record {
    #[command(subcommand)]
    shown: Option<Shown>,
    /// The register; without one, the list of them.
    register: Option<String>,
    /// How to write it.
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
    /// Of a table: how wide it may be before each row is told in lines of its own; else as wide as the terminal.
    #[arg(long, value_name = "COLUMNS")]
    width: Option<usize>,
    /// Only the rows that are for everybody, of a register that says for whom each row is.
    #[arg(long)]
    public: bool,
}

// What can be shown to outsiders. A comment of the documentation here would take the place of the page's text.
#[derive(Subcommand)]
enum Shown {
    AccountsFor(accounts_for::AccountsFor),
    Basis(basis::Basis),
    Checkpoint(checkpoint::Checkpoint),
    Consistency(consistency::Consistency),
    DataPackage(data_package::DataPackage),
    Export(export::Export),
    Genesis(genesis::Genesis),
    Instructions(instructions::Instructions),
    Publish(publish::Publish),
    Report(report::Report),
    Tiles(tiles::Tiles),
}

/// How a register is written.
#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// For people.
    Table,
    /// With where and when it was read.
    Json,
    /// RFC 4180.
    Csv,
    /// The register `journal` alone, for hledger.
    Hledger,
    /// The same for Ledger.
    Ledger,
    /// The same for Beancount.
    Beancount,
}

impl Format {
    /// The program for accounts that reads it.
    fn program(self) -> Option<JournalForm> {
        match self {
            Format::Table | Format::Json | Format::Csv => None,
            Format::Hledger => Some(JournalForm::Hledger),
            Format::Ledger => Some(JournalForm::Ledger),
            Format::Beancount => Some(JournalForm::Beancount),
        }
    }
}

impl Record {
    pub(crate) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        match &self.shown {
            Some(Shown::AccountsFor(accounts)) => return accounts.run(at, screen),
            Some(Shown::Basis(basis)) => return basis.run(at, screen),
            Some(Shown::Checkpoint(checkpoint)) => return checkpoint.run(at, screen),
            Some(Shown::Consistency(consistency)) => return consistency.run(at, screen),
            Some(Shown::DataPackage(package)) => return package.run(at, screen),
            Some(Shown::Export(export)) => return export.run(at, screen),
            Some(Shown::Genesis(genesis)) => return genesis.run(at, screen),
            Some(Shown::Instructions(instructions)) => return instructions.run(at, screen),
            Some(Shown::Publish(publish)) => return publish.run(at, screen),
            Some(Shown::Report(report)) => return report.run(at, screen),
            Some(Shown::Tiles(tiles)) => return tiles.run(at, screen),
            None => {}
        }
        let Some(name) = &self.register else { return list(screen) };
        let chosen: Register = name.parse().map_err(|error: UnknownRegister| {
            Failure::usage(format!("there is no register `{name}`"), error.to_string())
        })?;
        let program = self.format.program();
        if program.is_some() && chosen != Register::Journal {
            let what = format!("programs for accounts read the register `journal`, not `{chosen}`");
            return Err(Failure::usage(what, "give `quorate record journal` with this format"));
        }
        let session = Session::open(at)?;
        let records = session.node().records();
        let table = records.register(chosen);
        let table = if self.public { public(table)? } else { table };
        screen.text(&match (program, self.format) {
            (Some(form), _) => {
                Failure::without_fund(records.charter())?;
                journal(records, form)
            }
            (None, Format::Json) => json(records, &table),
            (None, Format::Csv) => csv(&table),
            (None, _) => register(&table, self.width.or_else(width)),
        })
    }
}

/// Only what is for everybody.
fn public(table: Table) -> Result<Table, Failure> {
    let name = table.name;
    table.public().ok_or_else(|| {
        let what = format!("the register `{name}` does not say of each row for whom it is");
        Failure::usage(
            what,
            "read it without `--public`; `quorate record publish` writes what the charter makes public",
        )
    })
}

fn list(screen: &mut Screen) -> Result<(), Failure> {
    let longest = Register::ALL.iter().map(|register| register.name().len()).max().unwrap_or_default();
    for register in Register::ALL {
        screen.line(&format!("{:<longest$}  {}", register.name(), register.about()))?;
    }
    Ok(())
}
