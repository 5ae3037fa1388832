//! Share a product with everyone who is in a compartment.

use std::fs::File;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use quorate_charter::MemberCode;
use quorate_partnership::{Moment, Phrase};
use quorate_vault::compartment::{Retention, Sharing};
use quorate_vault::product::{Consent, Control, ProductId, Provenance};

use super::files::marking;
use super::seal::consent;
use super::seen::who_sees;
use crate::args::At;
use crate::commands::compartment::opened::{Opened, Which};
use crate::commands::files::NewFile;
use crate::failure::Failure;
use crate::present::{Screen, shell};

/// For how long something is kept.
#[derive(Clone, Copy, ValueEnum)]
pub(super) enum Class {
    /// A year.
    Year,
    /// Ten years.
    Decade,
    /// For as long as the members keep it.
    Lasting,
}

impl From<Class> for Retention {
    fn from(class: Class) -> Retention {
        match class {
            Class::Year => Retention::Year,
            Class::Decade => Retention::Decade,
            Class::Lasting => Retention::Lasting,
        }
    }
}

/// What is sealed in a compartment, and how.
#[derive(Args)]
pub(super) struct Text {
    /// The text, of any form.
    file: PathBuf,
    /// The compartment in which it is sealed.
    #[arg(long = "in", value_name = "COMPARTMENT")]
    pub(super) name: String,
    /// What it is, in one line.
    #[arg(long)]
    title: Phrase,
    /// The file with its marking, in JSON or XML.
    #[arg(long, value_name = "FILE")]
    marking: PathBuf,
    /// For how long it is kept.
    #[arg(long, value_enum, default_value = "year")]
    class: Class,
    /// The product that it was made of.
    #[arg(long, value_name = "PRODUCT")]
    derived_from: Vec<ProductId>,
    /// A State whose material it contains, a member or not.
    #[arg(long, value_name = "STATE")]
    contains: Vec<MemberCode>,
    /// A State's consent: whose, to whom, and the hash of the document.
    #[arg(long, value_name = "STATE:CODES=HASH", value_parser = consent)]
    consent: Vec<Consent>,
}

#[derive(Args)]
#[command(about = "Share a product with everyone who is in a compartment", long_about = include_str!("share.md").trim_end())]
pub(super) struct Share {
    #[command(flatten)]
    text: Text,
    /// Hold back a half of its key: each agent asks for it, and can be refused.
    #[arg(long)]
    held_back: bool,
    #[command(flatten)]
    which: Which,
    /// Where to write the product: any store may keep it.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// The file of the parcel with its notice, for everyone who is in.
    #[arg(long, value_name = "FILE")]
    notice: PathBuf,
}

impl Share {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let mut opened = Opened::open(at, &self.which)?;
        let control = if self.held_back { Control::Originator } else { Control::Ordinary };
        let sealed = self.text.seal(&mut opened, control, None, (&self.out, &self.notice))?;
        screen.line(&format!("{sealed}"))?;
        self.text.told(&opened, screen)?;
        screen.line(&format!("{}: for any store; it tells nobody what it is", shell(&self.out)))?;
        screen.line(&format!("{}: carry it to everyone who is in", shell(&self.notice)))?;
        if self.held_back {
            screen.line(
                "  Half of its key is held back here: `quorate product release` gives it to named agents.",
            )?;
        }
        Ok(())
    }
}

impl Text {
    /// Seals it, and writes the product, the store and the notice.
    pub(super) fn seal(
        &self,
        opened: &mut Opened,
        control: Control,
        release: Option<Moment>,
        (out, notice): (&PathBuf, &PathBuf),
    ) -> Result<ProductId, Failure> {
        let marking = marking(&self.marking)?;
        let read = |source| Failure::File { path: self.file.clone(), to_be: "read", source };
        let mut text = File::open(&self.file).map_err(read)?;
        let provenance = Provenance {
            derived_from: self.derived_from.iter().copied().collect(),
            contains: self.contains.iter().copied().collect(),
        };
        let sharing = Sharing {
            title: &self.title,
            marking: &marking,
            class: self.class.into(),
            control,
            release,
            provenance: &provenance,
            consents: &self.consent,
        };
        let mut product = NewFile::begin(out)?;
        let (sealed, parcel) =
            opened.act(|vault, now| vault.share(&self.name, &sharing, &mut text, &mut product, now))?;
        // The product first: a notice of one that is nowhere would be worse than one of which nobody heard.
        product.put()?;
        opened.keep(Some((notice, &parcel.bytes())))?;
        Ok(sealed.product)
    }

    /// Says who will see it, and who will not.
    pub(super) fn told(&self, opened: &Opened, screen: &mut Screen) -> Result<(), Failure> {
        let marking = marking(&self.marking)?;
        super::mark::told(&marking, screen)?;
        who_sees(opened, &self.name, screen)
    }
}
