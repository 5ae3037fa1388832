//! Answer a question whether a product may go on.

use std::path::PathBuf;

use clap::Args;
use quorate_partnership::Phrase;
use quorate_vault::compartment::Answering;

use super::open::product;
use crate::args::At;
use crate::commands::compartment::opened::{Opened, Which, told};
use crate::failure::Failure;
use crate::present::{Screen, shell};

#[derive(Args)]
#[command(about = "Answer whether a product may go on", long_about = include_str!("answer.md").trim_end())]
pub(super) struct Answer {
    /// The number of the question, as `quorate product list` shows it.
    question: usize,
    /// The compartment.
    #[arg(long = "in", value_name = "COMPARTMENT")]
    name: String,
    /// The product's file: it may go on to all that were named.
    #[arg(long, value_name = "FILE", required_unless_present = "refuse", conflicts_with = "refuse")]
    allow: Option<PathBuf>,
    /// Why it may not.
    #[arg(long, value_name = "TEXT")]
    refuse: Option<Phrase>,
    #[command(flatten)]
    which: Which,
    /// The file of the parcel for whoever asked.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

impl Answer {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let mut opened = Opened::open(at, &self.which)?;
        let absent = || {
            let what = format!("there is no question {} in {}", self.question, self.name);
            Failure::Absent { what, help: "`quorate product list` shows questions".into() }
        };
        let number = self.question.checked_sub(1).ok_or_else(absent)?;
        let key = match &self.allow {
            None => None,
            Some(file) => {
                let product = product(file)?;
                let key = opened.vault.product_key(&self.name, &product);
                Some(key.map_err(|refusal| told(&refusal))?)
            }
        };
        let answering = match (&key, &self.refuse) {
            (Some(key), _) => Answering::Allow(key),
            (None, Some(why)) => Answering::Refuse(why),
            (None, None) => return Err(absent()),
        };
        let parcel = opened.act(|vault, now| vault.answer(&self.name, number, &answering, now))?;
        opened.keep(Some((&self.out, &parcel.bytes())))?;
        screen.line(&format!("{}: carry it to whoever asked", shell(&self.out)))
    }
}
