//! Write a product in the Trusted Data Format.

use std::path::{Path, PathBuf};

use clap::Args;
use quorate_charter::MemberCode;
use quorate_partnership::Moment;
use quorate_vault::product::Header;
use quorate_vault::ztdf::{Export, KasKey, Signer, write};
use zeroize::Zeroizing;

use super::open::{by_shelf, product};
use super::{mark, refused};
use crate::args::At;
use crate::commands::compartment::opened::{Opened, Which, told};
use crate::commands::files::{NewFile, read_text};
use crate::failure::{Failure, with_causes};
use crate::present::{Screen, shell, visible};

/// The longest file of a key, in bytes.
const MOST: usize = 64 * 1024;

#[derive(Args)]
#[command(about = "Write a product of one's own in the Trusted Data Format", long_about = include_str!("ztdf.md").trim_end())]
pub(super) struct Ztdf {
    /// The product.
    file: PathBuf,
    #[command(flatten)]
    which: Which,
    /// The address of the key access service.
    #[arg(long, value_name = "URL")]
    kas: String,
    /// The file with the service's public key, in PEM.
    #[arg(long, value_name = "FILE")]
    to: PathBuf,
    /// What the service calls this key.
    #[arg(long, value_name = "NAME")]
    kid: Option<String>,
    /// The full name of an attribute that whoever opens it has.
    #[arg(long, value_name = "URL", required = true)]
    attribute: Vec<String>,
    /// The file with the private key that signs the label, in PEM.
    #[arg(long, value_name = "FILE")]
    sign_with: Option<PathBuf>,
    /// The media type of the text.
    #[arg(long, value_name = "TYPE", default_value = "application/octet-stream")]
    mime: String,
    /// Where to write it.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

impl Ztdf {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let wrong = |path: &Path, error: &dyn std::error::Error| {
            let what = format!("{}: {}", shell(path), with_causes(error));
            Failure::Absent { what, help: "nothing was written".into() }
        };
        let key = KasKey::from_pem(&read_text(&self.to, MOST)?.1).map_err(|error| wrong(&self.to, &error))?;
        let signer = match &self.sign_with {
            Some(path) => {
                let text = Zeroizing::new(read_text(path, MOST)?.1);
                Some(Signer::from_pem(&text).map_err(|error| wrong(path, &error))?)
            }
            None => None,
        };
        let product = product(&self.file)?;
        let opened = Opened::open(at, &self.which)?;
        let own = opened.vault.identity().credential().map_err(|error| told(&error))?.post().member;
        let id = product.outside().product;
        let unlocked = by_shelf(&opened, (&self.file, product), &[])?;
        let header = unlocked.header().clone();
        may_leave(&header, own, opened.at())?;
        let export = Export {
            url: &self.kas,
            kid: self.kid.as_deref(),
            key: &key,
            attributes: &self.attribute,
            marking: &header.marking,
            mime: &self.mime,
            signer: signer.as_ref(),
        };
        let mut out = NewFile::begin(&self.out)?;
        write(id, unlocked, &export, &mut out).map_err(|error| refused(&error, "nothing was written"))?;
        out.put()?;
        screen.line(&format!("{}: {} bytes of text", shell(&self.out), header.length))?;
        mark::told(&header.marking, screen)?;
        screen.line(&format!("  {} decides who opens it, and can open it.", visible(&self.kas)))?;
        screen.line(match signer {
            Some(_) => "  Its label is signed.",
            None => "  Its label is signed by nobody: whoever reads the text can make another.",
        })
    }
}

/// Whether a product may be handed to a service that decides for itself who opens it.
fn may_leave(header: &Header, own: MemberCode, now: Moment) -> Result<(), Failure> {
    let absent = |what: String, help: &str| Err(Failure::Absent { what, help: help.into() });
    if header.originator.member != own {
        let what = format!("this product is from {}, and does not go on without it", header.originator);
        return absent(what, "ask its originator: `quorate product forward`");
    }
    if let Some(state) = header.provenance().contains.into_iter().find(|state| *state != own) {
        let what = format!("it contains material of {state}, whose consent names States and no service");
        return absent(what, "seal a product without it; nothing was written");
    }
    if header.release.is_some_and(|release| release > now) {
        let help = "the other system does not hold it back until then; nothing was written";
        return absent("its release time has not come".into(), help);
    }
    if header.marking.expires.is_some_and(|expires| expires <= now) {
        let help = "mark and seal it anew; nothing was written";
        return absent("the review of its marking is due".into(), help);
    }
    Ok(())
}
