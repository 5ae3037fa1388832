//! Answer a question whether a product may go on.

use std::path::PathBuf;

use clap::Args;
use quorate_partnership::Phrase;
use quorate_vault::compartment::Answering;

use super::named::question;
use super::open::product;
use super::release::named;
use crate::args::At;
use crate::commands::carrier::out::Out;
use crate::commands::compartment::opened::{Opened, Which};
use crate::failure::Failure;
use crate::present::Screen;

#[derive(Args)]
#[command(about = "Answer whether a product may go on", long_about = include_str!("answer.md").trim_end())]
pub(super) struct Answer {
    /// How the question's name begins, as `quorate product list` shows it: 8 digits or more.
    question: String,
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
    #[command(flatten)]
    out: Out,
}

impl Answer {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let place = self.out.needed(&self.which)?;
        let mut opened = Opened::open(at, &self.which)?;
        let asked = question(&opened, &self.name, &self.question)?;
        let key = match &self.allow {
            None => None,
            Some(file) => {
                let product = product(file)?;
                Some(opened.look(|vault, _| vault.own_key(&self.name, &product))?)
            }
        };
        let answering = match (&key, &self.refuse) {
            (Some(key), _) => Answering::Allow(key),
            (None, Some(why)) => Answering::Refuse(why),
            (None, None) => {
                return Err(Failure::usage("allowed or refused?", "`--allow FILE` or `--refuse TEXT`"));
            }
        };
        let parcel = opened.act(|vault, now| vault.answer(&self.name, &asked.id(), &answering, now))?;
        opened.keep(Some((place.path(), &parcel.bytes())))?;
        let whom: Vec<String> = asked.whom.iter().map(named).collect();
        let may = if key.is_some() { "may" } else { "may not" };
        screen.line(&format!("{} {may} pass {} on to {}", asked.by, asked.product, whom.join(", ")))?;
        place.done(&self.which, "carry it to whoever asked", screen)
    }
}
