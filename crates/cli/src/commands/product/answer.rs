//! Answer a question whether a product may go on, or be acted on.

use std::path::{Path, PathBuf};

use clap::Args;
use quorate_partnership::Phrase;
use quorate_vault::compartment::{Aim, Answering, Asked};
use quorate_vault::product::ProductId;

use super::named::question;
use super::open::product;
use super::release::named;
use super::seen::consented_readers;
use crate::args::At;
use crate::commands::carrier::out::Out;
use crate::commands::compartment::opened::{Opened, Which};
use crate::failure::Failure;
use crate::present::{Screen, shell, visible};

#[derive(Args)]
#[command(about = "Answer whether a product may go on, or be acted on", long_about = include_str!("answer.md").trim_end())]
pub(super) struct Answer {
    /// How the question's name begins, as `quorate product list` shows it: 8 digits or more.
    question: String,
    /// The compartment.
    #[arg(long = "in", value_name = "COMPARTMENT")]
    name: String,
    /// The product's file: it may go on to all that were named.
    #[arg(long, value_name = "FILE", required_unless_present_any = ["consent", "refuse"], conflicts_with_all = ["consent", "refuse"])]
    allow: Option<PathBuf>,
    /// It may be acted on as was asked; and on what conditions, if there are any.
    #[arg(long, value_name = "CONDITIONS", conflicts_with = "refuse")]
    consent: Option<Option<Phrase>>,
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
        let product = self.allow.as_deref().map(product).transpose()?;
        let mut opened = Opened::open(at, &self.which)?;
        let asked = question(&opened, &self.name, &self.question)?;
        let key = match (&self.allow, product) {
            (Some(file), Some(product)) => {
                is_asked_for(file, product.outside().product, &asked)?;
                Some(opened.look(|vault, _| vault.own_key(&self.name, &product))?)
            }
            _ => None,
        };
        let answering = match (&key, &self.consent, &self.refuse) {
            (Some(key), ..) => Answering::Allow(key),
            (None, Some(conditions), _) => Answering::Consent(conditions.as_ref()),
            (None, None, Some(why)) => Answering::Refuse(why),
            (None, None, None) => {
                let help = "`--allow FILE`, `--consent` or `--refuse TEXT`";
                return Err(Failure::usage("allowed or refused?", help));
            }
        };
        let parcel = opened.act(|vault, now| vault.answer(&self.name, &asked.id(), &answering, now))?;
        if self.refuse.is_none() {
            let whom = asked.whom.iter().map(|one| one.post().member);
            let readers = if asked.aim == Aim::Act { [asked.by.member].into() } else { whom.collect() };
            consented_readers((&opened, &self.name), asked.product, &readers, screen)?;
            screen.flush()?;
        }
        opened.keep(Some((place.path(), &parcel.bytes())))?;
        let whom: Vec<String> = asked.whom.iter().map(named).collect();
        let may = if self.refuse.is_none() { "may" } else { "may not" };
        screen.line(&visible(&match asked.aim {
            Aim::PassOn => format!("{} {may} pass {} on to {}", asked.by, asked.product, whom.join(", ")),
            Aim::Act => format!("{} {may} act on {}: {}", asked.by, asked.product, asked.why),
        }))?;
        place.done(&self.which, "carry it to whoever asked", screen)
    }
}

/// Whether the file is that of the product about which the question is.
fn is_asked_for(file: &Path, given: ProductId, asked: &Asked) -> Result<(), Failure> {
    if given == asked.product {
        return Ok(());
    }
    let what = format!("{} is product {given}, and the question is about {}", shell(file), asked.product);
    let help = "give the file of that one, or another question: `quorate product list` shows them; nothing was answered";
    Err(Failure::Absent { what, help: help.into() })
}
