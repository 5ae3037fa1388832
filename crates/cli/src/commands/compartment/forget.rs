//! End a class of retention.

use clap::Args;
use quorate_vault::compartment::Retention;

use super::opened::{Opened, Which};
use crate::args::At;
use crate::commands::product::class;
use crate::failure::Failure;
use crate::present::Screen;

#[derive(Args)]
#[command(about = "End a class of retention: wipe its keys", long_about = include_str!("forget.md").trim_end())]
pub(super) struct Forget {
    /// The compartment.
    name: String,
    /// The class that is over: year, decade or lasting.
    #[arg(long, value_name = "CLASS", value_parser = class)]
    class: Retention,
    /// The last epoch whose key goes.
    #[arg(long, value_name = "EPOCH")]
    until: u64,
    #[command(flatten)]
    which: Which,
}

impl Forget {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let mut opened = Opened::open(at, &self.which)?;
        opened.act(|vault, _| vault.forget(&self.name, self.until, self.class))?;
        opened.keep(None)?;
        screen.line(&format!(
            "This agent opens nothing again of the class {} up to epoch {} of {}. Other agents wipe their keys themselves.",
            self.class.name(),
            self.until,
            self.name
        ))
    }
}
