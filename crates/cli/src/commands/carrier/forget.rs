//! Remove a partner.

use clap::Args;
use quorate_carrier::{Name, partners};

use super::{cannot, folder};
use crate::commands::compartment::opened::Which;
use crate::failure::Failure;
use crate::present::Screen;

#[derive(Args)]
#[command(about = "Remove a partner, and what waits for it", long_about = include_str!("forget.md").trim_end())]
pub(super) struct Forget {
    /// The partner.
    name: Name,
    #[command(flatten)]
    which: Which,
}

impl Forget {
    pub(super) fn run(&self, screen: &mut Screen) -> Result<(), Failure> {
        let folder = folder(&self.which)?;
        let many = partners::remove(&folder, &self.name).map_err(|error| cannot(&error))?;
        screen.line(&format!("{} is no partner any more; {many} that waited for it no longer do", self.name))
    }
}
