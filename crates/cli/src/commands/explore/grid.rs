//! Try every value of some numbers with every value of the others.

use clap::Args;

use super::experiment::{Given, Way};
use super::report::In;
use crate::failure::Failure;
use crate::present::Screen;

#[derive(Args)]
#[command(about = "Try every value of some numbers with every other", long_about = include_str!("grid.md").trim_end())]
pub(crate) struct Grid {
    #[command(flatten)]
    given: Given,
    /// The language of the report.
    #[arg(long, value_name = "LANGUAGE", default_value = "en")]
    lang: In,
}

impl Grid {
    pub(crate) fn run(&self, screen: &mut Screen) -> Result<(), Failure> {
        self.given.run(Way::Grid {}, self.lang, screen)
    }
}
