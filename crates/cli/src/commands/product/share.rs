//! Share a product with everyone who is in a compartment.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::Write as _;
use std::path::PathBuf;

use clap::Args;
use quorate_charter::MemberCode;
use quorate_partnership::{Moment, Phrase};
use quorate_vault::compartment::{Retention, Sharing};
use quorate_vault::marking::Marking;
use quorate_vault::product::{Consent, Control, Handling, ProductId, Provenance};

use super::files::marking;
use super::seal::consent;
use super::seen::{refused_readers, who_sees};
use super::tear_line::TearLine;
use crate::args::At;
use crate::commands::compartment::opened::{Opened, Which, cannot, told};
use crate::commands::files::{NewFile, open_file};
use crate::failure::Failure;
use crate::present::{Screen, shell};

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
    /// For how long it is kept: year, decade or lasting.
    #[arg(long, value_name = "CLASS", default_value = "year", value_parser = class)]
    class: Retention,
    /// The product that it was made of.
    #[arg(long, value_name = "PRODUCT")]
    derived_from: Vec<ProductId>,
    /// A State whose material it contains, a member or not.
    #[arg(long, value_name = "STATE")]
    contains: Vec<MemberCode>,
    /// A State's consent: whose, to whom, and the hash of the document.
    #[arg(long, value_name = "STATE:CODES=HASH", value_parser = consent)]
    consent: Vec<Consent>,
    /// Let whoever reads it act on it without asking. Else each action needs this delegation's consent.
    #[arg(long)]
    may_act: bool,
    /// A member that reads it although it is obliged to pass it to a State that the marking does not name.
    #[arg(long, value_name = "MEMBER")]
    despite_obligation: Vec<MemberCode>,
}

#[derive(Args)]
#[command(about = "Share a product with everyone who is in a compartment", long_about = include_str!("share.md").trim_end())]
pub(super) struct Share {
    #[command(flatten)]
    text: Text,
    #[command(flatten)]
    tear_line: TearLine,
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
        let marking = self.text.marking()?;
        each_its_own([&self.out, &self.notice].into_iter().chain(self.tear_line.place()))?;
        let mut product = NewFile::begin_with_store(&self.out)?;
        let mut notice = NewFile::begin_with_store(&self.notice)?;
        let mut elsewhere = self.tear_line.begun()?;
        let mut opened = Opened::open(at, &self.which)?;
        let control = if self.held_back { Control::Originator } else { Control::Ordinary };
        let name = &self.text.name;
        let whole = self.tear_line.whole(&opened, name)?;
        // Who will see it and who will not is said before anything is sealed.
        self.text.told((&opened, &marking), self.held_back, screen)?;
        self.tear_line.told((&opened, whole), &self.text.contains, screen)?;
        let (sealed, parcel, told) = self.text.with(&marking, (control, None), |sharing, text| {
            refused_readers((&opened, name), sharing, screen)?;
            screen.flush()?;
            opened.act(|vault, now| match whole {
                Some(whole) => vault.share_tear_line(name, (sharing, whole), (text, &mut product), now),
                None => {
                    let shared = vault.share(name, sharing, text, &mut product, now);
                    shared.map(|(sealed, parcel)| (sealed, parcel, None))
                }
            })
        })?;
        notice.write_all(&parcel.bytes()).map_err(|source| cannot(&self.notice, source))?;
        if let (Some(file), Some(told), Some(place)) = (&mut elsewhere, &told, self.tear_line.place()) {
            file.write_all(&told.bytes()).map_err(|source| cannot(place, source))?;
        }
        opened.keep_files([product, notice].into_iter().chain(elsewhere).collect())?;
        screen.line(&format!("{}", sealed.product))?;
        screen.line(&format!("{}: for any store; it tells nobody what it is", shell(&self.out)))?;
        screen.line(&format!("{}: carry it to everyone who is in", shell(&self.notice)))?;
        self.tear_line.done(screen)
    }
}

impl Text {
    /// Its marking, read once: what is told is what is sealed.
    pub(super) fn marking(&self) -> Result<Marking, Failure> {
        marking(&self.marking)
    }

    /// Does something with what is to be sealed.
    pub(super) fn with<T>(
        &self,
        marking: &Marking,
        (control, release): (Control, Option<Moment>),
        done: impl FnOnce(&Sharing<'_>, &mut File) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let mut text = open_file(&self.file)?;
        let provenance = Provenance {
            derived_from: self.derived_from.iter().copied().collect(),
            contains: self.contains.iter().copied().collect(),
            ..Provenance::default()
        };
        let handling =
            Handling { may_act: self.may_act, despite: self.despite_obligation.iter().copied().collect() };
        let sharing = Sharing {
            title: &self.title,
            marking,
            class: self.class,
            control,
            release,
            provenance: &provenance,
            consents: &self.consent,
            handling: &handling,
        };
        done(&sharing, &mut text)
    }

    /// Whoever is to read it despite an obligation is in, and is not the originator: else another was meant.
    fn despite_whom(&self, opened: &Opened) -> Result<(), Failure> {
        let standing = opened.vault.standing(&self.name).map_err(|refusal| told(&refusal))?;
        let own = opened.look(|vault, _| vault.identity().credential().map_err(Into::into))?.post().member;
        let wrong = |what: String| {
            Err(Failure::usage(
                what,
                "name members that are in: `--despite-obligation MEMBER`; nothing was sealed",
            ))
        };
        for member in &self.despite_obligation {
            if *member == own {
                return wrong(format!("{member} is the originator, and reads it anyway"));
            }
            if !standing.seats.iter().any(|seat| seat.member() == *member) {
                return wrong(format!("{member} is not in {}, and reads nothing there", self.name));
            }
        }
        Ok(())
    }

    /// Says who will see it, and who will not.
    pub(super) fn told(
        &self,
        (opened, marking): (&Opened, &Marking),
        held_back: bool,
        screen: &mut Screen,
    ) -> Result<(), Failure> {
        self.despite_whom(opened)?;
        super::mark::told(marking, screen)?;
        who_sees(opened, &self.name, held_back, screen)
    }
}

/// Whether each file that is to be written has a place of its own.
fn each_its_own<'p>(places: impl IntoIterator<Item = &'p PathBuf>) -> Result<(), Failure> {
    let mut all = BTreeSet::new();
    for place in places {
        if !all.insert(std::path::absolute(place).unwrap_or_else(|_| place.clone())) {
            let what = format!("{} is named for two files", shell(place));
            return Err(Failure::usage(what, "give each file a name of its own; nothing was done"));
        }
    }
    Ok(())
}

/// A class of retention, by its name.
pub(crate) fn class(text: &str) -> Result<Retention, String> {
    let found = Retention::ALL.into_iter().find(|class| class.name() == text);
    found.ok_or_else(|| {
        "it is year, decade (ten years), or lasting: for as long as the members keep it".into()
    })
}
