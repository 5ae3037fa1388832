//! Tell which numbers of a scenario matter.

use clap::Args;

use super::experiment::{Given, Way};
use super::report::In;
use crate::failure::Failure;
use crate::present::Screen;

#[derive(Args)]
#[command(about = "Tell which numbers of a scenario matter", long_about = include_str!("sensitivity.md").trim_end())]
pub(crate) struct Sensitivity {
    #[command(flatten)]
    given: Given,
    /// How many samples: a power of two, each of three points more than there are parameters.
    #[arg(long, default_value_t = 1024, value_name = "NUMBER")]
    samples: u64,
    /// How many runs each point of a sample has; its outputs are their means.
    #[arg(long, default_value_t = 1, value_name = "NUMBER", value_parser = clap::value_parser!(u64).range(1..=10_000))]
    each: u64,
    /// The language of the report.
    #[arg(long, value_name = "LANGUAGE", default_value = "en")]
    lang: In,
}

impl Sensitivity {
    pub(crate) fn run(&self, screen: &mut Screen) -> Result<(), Failure> {
        let way = Way::Sensitivity { samples: self.samples, each: self.each };
        self.given.run(way, self.lang, screen)
    }
}
