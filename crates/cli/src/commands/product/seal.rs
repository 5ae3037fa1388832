//! Seal a file.

use std::collections::BTreeSet;
use std::io::Write as _;
use std::path::PathBuf;

use clap::Args;
use quorate_charter::MemberCode;
use quorate_node::{Clock, KeyFile, Signer};
use quorate_partnership::{DocumentHash, Moment, Nature, Phrase, PublicKey};
use quorate_vault::marking::Audience;
use quorate_vault::product::{
    Consent, Control, Handling, ProductId, Provenance, SealError, Sealing, Signs, seal,
};

use super::files::{archive_key, half_text, marking};
use super::{mark, refused};
use crate::args::At;
use crate::commands::files::{NewFile, open_file, put_all};
use crate::failure::Failure;
use crate::keeper;
use crate::present::{Screen, shell};

#[derive(Args)]
#[command(about = "Seal a file as a product", long_about = include_str!("seal.md").trim_end())]
pub(super) struct Seal {
    /// The file to seal.
    file: PathBuf,
    /// What it is, in one line. It is sealed too.
    #[arg(long)]
    title: Phrase,
    /// The file with its marking.
    #[arg(long, value_name = "FILE")]
    marking: PathBuf,
    /// The file with the originator's key, as `quorate key` keeps it.
    #[arg(long, value_name = "FILE")]
    key: PathBuf,
    /// The file with the archive key of the compartment.
    #[arg(long, value_name = "FILE")]
    archive_key: PathBuf,
    /// Hold back a half of the key, and write it to this file for the originator's release agent.
    #[arg(long, value_name = "FILE")]
    second_half: Option<PathBuf>,
    /// From when it may be read by whom it does not name; the half that is held back keeps it until then.
    #[arg(long, value_name = "MOMENT", value_parser = mark::moment, requires = "second_half")]
    release: Option<Moment>,
    /// A product that this one is made of.
    #[arg(long, value_name = "ID")]
    derived_from: Vec<ProductId>,
    /// A State whose material it contains.
    #[arg(long, value_name = "STATE")]
    contains: Vec<MemberCode>,
    /// The consent of that State: to whom, and the SHA-256 of the document that gives it.
    #[arg(long, value_name = "STATE:CODES=HASH", value_parser = consent)]
    consent: Vec<Consent>,
    /// Let whoever reads it act on it without asking. Else each action needs the originator's consent.
    #[arg(long)]
    may_act: bool,
    /// Where to write the product.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

/// A key in a file, which signs products.
struct Originator<'k>(&'k dyn Signer);

impl Signs for Originator<'_> {
    fn public(&self) -> PublicKey {
        self.0.public()
    }

    fn sign(&self, bytes: &[u8]) -> Result<[u8; 64], String> {
        self.0.sign(bytes).map_err(|error| error.to_string())
    }
}

impl Seal {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let help = "name the post that the key is of: `--as GBR/liaison-officer`";
        let originator = at.post.ok_or_else(|| Failure::usage("whose product is it?", help))?;
        let (marking, archive) = (marking(&self.marking)?, archive_key(&self.archive_key)?);
        let key = KeyFile::read(&self.key)?;
        let mut text = open_file(&self.file)?;
        let mut product = NewFile::begin(&self.out)?;
        let mut half = self.second_half.as_deref().map(NewFile::begin).transpose()?;
        let key = keeper::ring(at, &PathBuf::new()).unlock(&key)?;
        let sealing = Sealing {
            title: &self.title,
            marking: &marking,
            originator,
            archive: &archive,
            sealed: Clock::new(Nature::Real, Moment(0)).now(),
            release: self.release,
            provenance: &Provenance {
                derived_from: self.derived_from.iter().copied().collect(),
                contains: self.contains.iter().copied().collect::<BTreeSet<_>>(),
                ..Provenance::default()
            },
            consents: &self.consent,
            handling: &Handling { may_act: self.may_act, ..Handling::default() },
            control: if half.is_some() { Control::Originator } else { Control::Ordinary },
        };
        let sealed = seal(&sealing, &Originator(&key), &mut text, &mut product);
        let sealed = sealed.map_err(|error| refused(&error, help_of(&error)))?;
        // The half first: a product whose half was lost opens never. So one that cannot be put in its place stays beside it.
        product.lay_down()?;
        let mut files = Vec::new();
        if let (Some(mut file), Some(second), Some(path)) = (half.take(), &sealed.second, &self.second_half) {
            let written = file.write_all(half_text(second).as_bytes());
            written.map_err(|source| Failure::File { path: path.clone(), to_be: "written", source })?;
            file.lay_down()?;
            files.push(file);
        }
        files.push(product);
        put_all(files)?;
        screen.line(&format!("{}", sealed.product))?;
        screen.line(&format!(
            "  {}: {} bytes, signed by {}",
            shell(&self.out),
            sealed.bytes,
            key.public()
        ))?;
        mark::told(&marking, screen)?;
        match &self.second_half {
            Some(path) => screen.line(&format!(
                "  Whoever has the archive key and {} opens it: keep that file with the release agent alone.",
                shell(path)
            )),
            None => screen.line("  Whoever has the archive key opens it, and can show the text to others."),
        }
    }
}

fn help_of(error: &SealError) -> &'static str {
    match error {
        SealError::Nobody => "name whom it is for: `quorate product mark --to CAN,FRA`; nothing was sealed",
        SealError::Expired => "mark it anew: `quorate product mark`; nothing was sealed",
        SealError::NoConsent(_) | SealError::ConsentNarrower { .. } => {
            "give its consent, to all whom the marking names: `--consent NOR:CAN,FRA=HASH`; nothing was sealed"
        }
        SealError::ReleaseUncontrolled => "`--second-half FILE` holds back a half; nothing was sealed",
        _ => "nothing was sealed",
    }
}

pub(super) fn consent(text: &str) -> Result<Consent, String> {
    let wrong = "it is the State, to whom, and the document's hash: `NOR:CAN,FRA=` and 64 hexadecimal digits";
    let (state, rest) = text.split_once(':').ok_or(wrong)?;
    let (to, document) = rest.split_once('=').ok_or(wrong)?;
    let (to, state): (Audience, _) = (to.parse().map_err(|_| wrong)?, state.parse().map_err(|_| wrong)?);
    Ok(Consent { state, to, document: document.parse::<DocumentHash>().map_err(|_| wrong)? })
}
