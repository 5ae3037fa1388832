//! Put a second half together from shares.

use std::path::PathBuf;

use clap::Args;
use quorate_vault::product::{SecondHalf, Share};

use super::files::half_text;
use super::refused;
use crate::commands::files::read_bytes;
use crate::commands::files::write_new;
use crate::failure::Failure;
use crate::present::{Screen, shell};

/// The longest share, in bytes.
const MAX_SHARE: usize = 1024;

#[derive(Args)]
#[command(about = "Put a second half together from shares", long_about = include_str!("combine.md").trim_end())]
pub(super) struct Combine {
    /// The shares of release agents.
    #[arg(required = true)]
    shares: Vec<PathBuf>,
    /// Where to write the half.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

impl Combine {
    pub(super) fn run(&self, screen: &mut Screen) -> Result<(), Failure> {
        let help = "give the files of as many release agents as were asked for when it was split";
        let mut shares = Vec::new();
        for path in &self.shares {
            let bytes = zeroize::Zeroizing::new(read_bytes(path, MAX_SHARE)?);
            let share = Share::from_cbor(&bytes);
            let wrong =
                |error| Failure::Absent { what: format!("{}: {error}", shell(path)), help: help.into() };
            shares.push(share.map_err(wrong)?);
        }
        let half = SecondHalf::combine(&shares).map_err(|error| refused(&error, help))?;
        write_new(&self.out, half_text(&half).as_bytes())?;
        screen.line(&format!("{}: a second half for product {}", shell(&self.out), half.product()))?;
        screen.line("  Whether it is the right one shows when the product is opened with it.")
    }
}
