//! Write what a product's header says as STIX.

use std::path::PathBuf;

use clap::Args;
use quorate_vault::stix::report;

use super::mark;
use super::open::{by_shelf, product};
use crate::args::At;
use crate::commands::compartment::opened::{Opened, Which};
use crate::commands::files::write_new;
use crate::failure::Failure;
use crate::present::{Screen, shell};

#[derive(Args)]
#[command(about = "Write what a product's header says as a bundle of STIX 2.1", long_about = include_str!("stix.md").trim_end())]
pub(super) struct Stix {
    /// The product.
    file: PathBuf,
    #[command(flatten)]
    which: Which,
    /// Where to write the bundle.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

impl Stix {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let product = product(&self.file)?;
        let opened = Opened::open(at, &self.which)?;
        let id = product.outside().product;
        let unlocked = by_shelf(&opened, (&self.file, product), &[])?;
        let bundle = report(id, unlocked.header());
        write_new(&self.out, format!("{bundle:#}\n").as_bytes())?;
        screen.line(&format!("{}: what the header of {id} says, in plain", shell(&self.out)))?;
        mark::told(&unlocked.header().marking, screen)
    }
}
