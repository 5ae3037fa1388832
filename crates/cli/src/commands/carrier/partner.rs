//! Pin a partner.

use clap::Args;
use quorate_carrier::{Name, OwnKey, Pin, partners};

use super::{cannot, folder};
use crate::commands::compartment::opened::Which;
use crate::failure::Failure;
use crate::present::Screen;

#[derive(Args)]
#[command(about = "Add a partner by its carrier's key, or change its address", long_about = include_str!("partner.md").trim_end())]
pub(super) struct Partner {
    /// What this agent calls it.
    name: Name,
    /// Where its carrier listens.
    #[arg(long, value_name = "ADDRESS")]
    at: String,
    /// Its carrier's key, as `quorate carrier key` shows it there.
    #[arg(long, value_name = "KEY", value_parser = pin)]
    key: Pin,
    #[command(flatten)]
    which: Which,
}

fn pin(text: &str) -> Result<Pin, &'static str> {
    Pin::read(text).ok_or("a carrier's key is 64 hexadecimal digits")
}

impl Partner {
    pub(super) fn run(&self, screen: &mut Screen) -> Result<(), Failure> {
        let folder = folder(&self.which)?;
        folder.make().map_err(|error| cannot(&error))?;
        let own = OwnKey::open_or_make(&folder.key()).map_err(|error| cannot(&error))?;
        let partner = partners::Partner::new(self.name.clone(), self.at.clone(), self.key);
        let partner = partner.map_err(|error| cannot(&error))?;
        partners::add(&folder, own.pin(), partner).map_err(|error| cannot(&error))?;
        screen.line(&format!("{} is a partner, at {}; it has to pin {}", self.name, self.at, own.pin()))
    }
}
