//! Ask the originator for its consent to act on a product.

use clap::Args;
use quorate_partnership::Phrase;

use super::named::product_id;
use crate::args::At;
use crate::commands::carrier::out::Out;
use crate::commands::compartment::opened::{Opened, Which};
use crate::failure::Failure;
use crate::present::Screen;

#[derive(Args)]
#[command(about = "Ask the originator for its consent to act on a product", long_about = include_str!("act.md").trim_end())]
pub(super) struct Act {
    /// The product: its file, or its id, or how that begins.
    product: String,
    /// The compartment in which it was shared.
    #[arg(long = "in", value_name = "COMPARTMENT")]
    name: String,
    /// What would be done, in one line: its originator reads it.
    #[arg(long, value_name = "TEXT")]
    what: Phrase,
    #[command(flatten)]
    which: Which,
    #[command(flatten)]
    out: Out,
}

impl Act {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let place = self.out.needed(&self.which)?;
        let mut opened = Opened::open(at, &self.which)?;
        let product = product_id(&opened, &self.name, &self.product)?;
        let parcel = opened.act(|vault, now| vault.act_on(&self.name, product, &self.what, now))?;
        opened.keep(Some((place.path(), &parcel.bytes())))?;
        place.done(&self.which, &format!("carry it to the originator of {product}"), screen)?;
        screen.line("  Nothing is done until it consents: `quorate product list` shows the answer.")
    }
}
