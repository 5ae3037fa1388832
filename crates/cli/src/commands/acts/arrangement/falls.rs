//! Say what falls with an arrangement. It reads, and gives no command.

use clap::Args;
use quorate_partnership::{ArrangementNo, Command};
use quorate_records::Records;

use super::{Desk, Reads, Typed, reads_only};
use crate::failure::Failure;
use crate::present::{Screen, register, width};

#[derive(Args)]
#[command(about = "Say what falls with an arrangement", long_about = include_str!("falls.md").trim_end())]
pub(crate) struct Falls {
    /// The arrangement's number.
    arrangement: u32,
}

impl Typed for Falls {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        Err(reads_only("arrangement falls"))
    }

    fn reads(&self) -> Option<&dyn Reads> {
        Some(self)
    }
}

impl Reads for Falls {
    fn run(&self, records: &Records, screen: &mut Screen) -> Result<(), Failure> {
        let number = ArrangementNo(self.arrangement);
        let table = records.would_fall(number).ok_or_else(|| {
            Failure::usage(
                format!("there is no {number} on record"),
                "look it up: `quorate record arrangements`",
            )
        })?;
        if table.rows.is_empty() {
            return screen.line(&format!("nothing is said to rest on {number}"));
        }
        screen.text(&register(&table, width()))
    }
}
