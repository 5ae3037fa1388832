//! Ask the originator whether a product may go on; write the release that it gave.

use std::path::PathBuf;

use clap::Args;
use quorate_partnership::Phrase;

use super::named::{cards, product_id, question};
use crate::args::At;
use crate::commands::compartment::opened::{Opened, Which};
use crate::commands::files::write_new;
use crate::failure::Failure;
use crate::present::{Screen, shell};

#[derive(Args)]
#[command(about = "Ask whether a product may go on, and take its release", long_about = include_str!("forward.md").trim_end())]
pub(super) struct Forward {
    /// The product: its file, or its id, or how that begins.
    product: String,
    /// The compartment in which it was shared.
    #[arg(long = "in", value_name = "COMPARTMENT")]
    name: String,
    /// The cards of the agents that are to read it.
    #[arg(long, value_name = "CARD", requires = "because", required_unless_present = "question")]
    to: Vec<PathBuf>,
    /// Why, in one line: its originator reads it.
    #[arg(long, value_name = "TEXT", requires = "to")]
    because: Option<Phrase>,
    /// How the name of a question begins that was allowed, as `quorate product list` shows it: its release is written.
    #[arg(long, value_name = "QUESTION", conflicts_with = "to")]
    question: Option<String>,
    #[command(flatten)]
    which: Which,
    /// The file of the parcel for the originator; or of the release.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

impl Forward {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let opened = Opened::open(at, &self.which)?;
        match (&self.question, &self.because) {
            (Some(question), _) => self.take(&opened, question, screen),
            (None, Some(because)) => self.ask(opened, because, screen),
            (None, None) => Err(Failure::usage("why is it to go on?", "say so: `--because TEXT`")),
        }
    }

    fn ask(&self, mut opened: Opened, because: &Phrase, screen: &mut Screen) -> Result<(), Failure> {
        let product = product_id(&opened, &self.name, &self.product)?;
        let whom = cards(&self.to)?;
        let parcel = opened.act(|vault, now| vault.ask(&self.name, product, &whom, because, now))?;
        opened.keep(Some((&self.out, &parcel.bytes())))?;
        screen.line(&format!("{}: carry it to the originator of {product}", shell(&self.out)))?;
        screen.line("  Nothing goes on until it allows it: `quorate product list` shows the answer.")
    }

    fn take(&self, opened: &Opened, name: &str, screen: &mut Screen) -> Result<(), Failure> {
        let product = product_id(opened, &self.name, &self.product)?;
        let asked = question(opened, &self.name, name)?;
        if asked.product == product && asked.differs.is_some() {
            let what = format!("agents of {} answered question {name} differently", asked.originator.member);
            let help = "speak with them by another way, and ask again; nothing was written".into();
            return Err(Failure::Absent { what, help });
        }
        let answer = asked.allowed().filter(|_| asked.product == product);
        let release = answer.and_then(|answer| answer.release.as_ref());
        let Some(release) = release else {
            let what = format!("question {name} about this product was not allowed");
            let help = "`quorate product list` shows questions and answers; nothing was written".into();
            return Err(Failure::Absent { what, help });
        };
        write_new(&self.out, release)?;
        screen.line(&format!(
            "{}: give it, with the product, to whom it names; it opens it for nobody else",
            shell(&self.out)
        ))
    }
}
