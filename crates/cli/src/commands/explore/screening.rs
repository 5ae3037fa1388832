//! Find the few numbers of a scenario that matter, with few runs.

use clap::Args;

use super::experiment::{Given, Way};
use super::report::In;
use crate::failure::Failure;
use crate::present::Screen;

#[derive(Args)]
#[command(about = "Find the few numbers that matter, with few runs", long_about = include_str!("screening.md").trim_end())]
pub(crate) struct Screening {
    #[command(flatten)]
    given: Given,
    /// How many paths, from 2 to 4096, each of one point more than there are parameters.
    #[arg(long, default_value_t = 20, value_name = "NUMBER")]
    paths: u64,
    /// On how many levels each parameter stands: an even number from 4 to 10.
    #[arg(long, default_value_t = 4, value_name = "NUMBER")]
    levels: u64,
    /// How many runs each point of a path has; its outputs are their means.
    #[arg(long, default_value_t = 1, value_name = "NUMBER", value_parser = clap::value_parser!(u64).range(1..=10_000))]
    each: u64,
}

impl Screening {
    pub(crate) fn run(&self, screen: &mut Screen) -> Result<(), Failure> {
        let way = Way::Screening { paths: self.paths, levels: self.levels, each: self.each };
        self.given.run(way, In::En, screen)
    }
}
