//! What a product and agents are named by on the command line.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use quorate_partnership::{DocumentHash, PublicKey};
use quorate_vault::agent::Credential;
use quorate_vault::compartment::{Asked, MAX_CARD_BYTES, Refusal, whose_card};
use quorate_vault::product::ProductId;

use super::open::product;
use crate::commands::compartment::opened::{Opened, told};
use crate::commands::files::read_bytes;
use crate::failure::Failure;
use crate::present::shell;

/// The least digits by which a product is named.
const LEAST: usize = 8;

/// A product, by its file, by its id, or by how that begins.
pub(super) fn product_id(opened: &Opened, name: &str, text: &str) -> Result<ProductId, Failure> {
    if Path::new(text).exists() {
        return Ok(product(Path::new(text))?.outside().product);
    }
    if let Ok(id) = text.parse() {
        return Ok(id);
    }
    let shelved = opened.vault.shelved(name).map_err(|refusal| told(&refusal))?;
    let begins = |id: &ProductId| text.len() >= LEAST && id.to_string().starts_with(text);
    let found: Vec<ProductId> = shelved.iter().map(|one| one.product).filter(begins).collect();
    match found.as_slice() {
        [one] => Ok(*one),
        _ => {
            let what = format!(
                "{text} is no product's file, nor how the id of one that was shared in {name} begins"
            );
            let help = "`quorate product list` shows the ids: 8 digits or more".into();
            Err(Failure::Absent { what, help })
        }
    }
}

/// The same, shared in whatever compartment this agent is in.
pub(super) fn product_of_any(opened: &Opened, text: &str) -> Result<ProductId, Failure> {
    // A file that is none is told as what is wrong with it.
    if Path::new(text).exists() {
        return Ok(product(Path::new(text))?.outside().product);
    }
    let mut names = opened.vault.names();
    let found = names.find_map(|name| product_id(opened, name, text).ok());
    found.ok_or_else(|| {
        let what = format!("{text} is no product's file, nor how the id of one that was shared begins");
        Failure::Absent { what, help: "`quorate product list` shows the ids: 8 digits or more".into() }
    })
}

/// A question, by how its name begins.
pub(super) fn question(opened: &Opened, name: &str, text: &str) -> Result<Asked, Failure> {
    let asked = opened.vault.asked(name).map_err(|refusal| told(&refusal))?;
    let begins = |one: &&Asked| text.len() >= LEAST && named_by(one).starts_with(text);
    match asked.iter().filter(begins).collect::<Vec<_>>().as_slice() {
        [one] => Ok((*one).clone()),
        _ => {
            let what = format!("no question in {name} has a name that begins with {text}, or several have");
            Err(Failure::Absent {
                what,
                help: "`quorate product list` shows questions: 8 digits or more".into(),
            })
        }
    }
}

/// The name of a question, in digits.
pub(crate) fn named_by(asked: &Asked) -> String {
    DocumentHash(asked.id()).to_string()
}

/// The credentials in cards, each agent's once.
pub(super) fn cards(paths: &[PathBuf]) -> Result<Vec<Credential>, Failure> {
    let read: Result<Vec<(Vec<u8>, Credential)>, Failure> = paths.iter().map(|path| card(path)).collect();
    let cards: Vec<Credential> = read?.into_iter().map(|(_, whose)| whose).collect();
    each_once(paths.iter().zip(&cards))?;
    Ok(cards)
}

/// A card in a file, and whose it is.
pub(crate) fn card(path: &Path) -> Result<(Vec<u8>, Credential), Failure> {
    let bytes = read_bytes(path, MAX_CARD_BYTES)?;
    let whose = whose_card(&bytes).map_err(|refusal| {
        let path = shell(path);
        let what = match refusal {
            Refusal::Form => format!("{path} is no card of an agent"),
            Refusal::NotAuthentic => {
                format!("{path} is no card that counts: it was changed, or its time is over")
            }
            other => format!("{path}: {other}"),
        };
        Failure::Absent { what, help: "an agent writes its card: `quorate compartment card`".into() }
    })?;
    Ok((bytes, whose))
}

/// Whether each of these files is of another agent: whoever is named twice was meant to be two.
pub(crate) fn each_once<'f>(
    named: impl IntoIterator<Item = (&'f PathBuf, &'f Credential)>,
) -> Result<(), Failure> {
    let mut all: BTreeMap<PublicKey, &PathBuf> = BTreeMap::new();
    for (path, whose) in named {
        if let Some(first) = all.insert(whose.agent(), path) {
            let what = format!(
                "{} and {} are of one agent, of {} (agent {})",
                shell(first),
                shell(path),
                whose.post(),
                whose.agent().short()
            );
            return Err(Failure::usage(what, "name each agent once; nothing was done"));
        }
    }
    Ok(())
}
