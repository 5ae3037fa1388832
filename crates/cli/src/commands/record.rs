//! Read a register, or show a part of the record to outsiders.

mod accounts_for;
mod basis;
pub(super) mod checkpoint;
mod consistency;
mod export;
mod genesis;
mod tiles;

use clap::{Args, Subcommand, ValueEnum};
use quorate_records::{Register, UnknownRegister, csv, json};

use crate::args::At;
use crate::failure::Failure;
use crate::present::{Screen, register};
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
}

// What can be shown to outsiders. A comment of the documentation here would take the place of the page's text.
#[derive(Subcommand)]
enum Shown {
    /// Give the accounts of a period.
    AccountsFor(accounts_for::AccountsFor),
    /// Write what a command is signed on to a file, for a machine without the record.
    Basis(basis::Basis),
    /// Print what the record came to, signed by the members' nodes.
    Checkpoint(checkpoint::Checkpoint),
    /// Write the file that compares a checkpoint with the record as it is now.
    Consistency(consistency::Consistency),
    /// Write the file that proves one decision.
    Export(export::Export),
    /// Write the genesis to a file, for others to check record files by.
    Genesis(genesis::Genesis),
    /// Write the record as static files that any web server serves.
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
}

impl Record {
    pub(crate) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        match &self.shown {
            Some(Shown::AccountsFor(accounts)) => return accounts.run(at, screen),
            Some(Shown::Basis(basis)) => return basis.run(at, screen),
            Some(Shown::Checkpoint(checkpoint)) => return checkpoint.run(at, screen),
            Some(Shown::Consistency(consistency)) => return consistency.run(at, screen),
            Some(Shown::Export(export)) => return export.run(at, screen),
            Some(Shown::Genesis(genesis)) => return genesis.run(at, screen),
            Some(Shown::Tiles(tiles)) => return tiles.run(at, screen),
            None => {}
        }
        let Some(name) = &self.register else { return list(screen) };
        let chosen: Register = name.parse().map_err(|error: UnknownRegister| {
            Failure::usage(format!("there is no register `{name}`"), error.to_string())
        })?;
        let session = Session::open(at)?;
        let records = session.node().records();
        let table = records.register(chosen);
        let text = match self.format {
            Format::Table => register(&table),
            Format::Json => json(records, &table),
            Format::Csv => csv(&table),
        };
        screen.text(&text)
    }
}

fn list(screen: &mut Screen) -> Result<(), Failure> {
    for register in Register::ALL {
        screen.line(&format!("{:<14}{}", register.name(), register.about()))?;
    }
    Ok(())
}
