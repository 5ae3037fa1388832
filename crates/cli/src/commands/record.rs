//! Read a register.

use clap::{Args, ValueEnum};
use quorate_records::{Register, UnknownRegister, csv, json};

use crate::args::At;
use crate::failure::Failure;
use crate::present::{Screen, register};
use crate::session::Session;

#[derive(Args)]
#[command(about = "Read a register", long_about = include_str!("record.md").trim_end())]
pub(crate) struct Record {
    /// The register; without one, the list of them.
    register: Option<String>,
    /// How to write it.
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
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
