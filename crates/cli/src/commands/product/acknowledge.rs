//! Acknowledge a product to its originator.

use clap::Args;

use super::named::product_id;
use crate::args::At;
use crate::commands::carrier::out::Out;
use crate::commands::compartment::opened::{Opened, Which};
use crate::failure::Failure;
use crate::present::Screen;

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
    #[command(flatten)]
    out: Out,
}

impl Acknowledge {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let place = self.out.needed(&self.which)?;
        let mut opened = Opened::open(at, &self.which)?;
        let product = product_id(&opened, &self.name, &self.product)?;
        let parcel = opened.act(|vault, now| vault.acknowledge(&self.name, product, now))?;
        opened.keep(Some((place.path(), &parcel.bytes())))?;
        place.done(&self.which, &format!("carry it to the originator of {product}"), screen)
    }
}
