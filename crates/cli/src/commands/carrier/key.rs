//! Show the carrier's key.

use clap::Args;
use quorate_carrier::OwnKey;

use super::{cannot, folder};
use crate::commands::compartment::opened::Which;
use crate::failure::Failure;
use crate::present::Screen;

#[derive(Args)]
#[command(about = "Show the carrier's key, which partners pin", long_about = include_str!("key.md").trim_end())]
pub(super) struct Key {
    #[command(flatten)]
    which: Which,
}

impl Key {
    pub(super) fn run(&self, screen: &mut Screen) -> Result<(), Failure> {
        let folder = folder(&self.which)?;
        let key = OwnKey::open_or_make(&folder).map_err(|error| cannot(&error))?;
        screen.line(&key.pin().to_string())
    }
}
