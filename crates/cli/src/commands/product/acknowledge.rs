//! Acknowledge a product to its originator.

use std::path::PathBuf;

use clap::Args;

use super::named::product_id;
use crate::args::At;
use crate::commands::compartment::opened::{Opened, Which};
use crate::failure::Failure;
use crate::present::{Screen, shell};

#[derive(Args)]
#[command(about = "Acknowledge a product to its originator", long_about = include_str!("acknowledge.md").trim_end())]
pub(super) struct Acknowledge {
    /// The product: its file, or its id, or how that begins.
    product: String,
    /// The compartment in which it was shared.
    #[arg(long = "in", value_name = "COMPARTMENT")]
    name: String,
    #[command(flatten)]
    which: Which,
    /// The file of the parcel for the originator.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

impl Acknowledge {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let mut opened = Opened::open(at, &self.which)?;
        let product = product_id(&opened, &self.name, &self.product)?;
        let parcel = opened.act(|vault, now| vault.acknowledge(&self.name, product, now))?;
        opened.keep(Some((&self.out, &parcel.bytes())))?;
        screen.line(&format!("{}: carry it to the originator of {product}", shell(&self.out)))
    }
}
