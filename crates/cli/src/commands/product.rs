//! Sealed products, by keys in files: marked, sealed, opened, shown.

mod agreements;
mod combine;
mod files;
mod mark;
mod new_key;
mod open;
mod seal;
mod show;
mod split;

use clap::{Args, Subcommand};
use quorate_partnership::{Post, PublicKey};

use crate::args::At;
use crate::failure::Failure;
use crate::present::Screen;

#[derive(Args)]
#[command(about = "Mark, seal and open products that nodes cannot read", long_about = include_str!("product.md").trim_end())]
pub(crate) struct Product {
    #[command(subcommand)]
    verb: Verb,
}

// A comment of the documentation here would take the place of the page's text.
#[derive(Subcommand)]
enum Verb {
    NewKey(new_key::NewKey),
    Mark(mark::Mark),
    Seal(Box<seal::Seal>),
    Open(open::Open),
    Show(show::Show),
    Split(split::Split),
    Combine(combine::Combine),
}

impl Product {
    pub(crate) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        match &self.verb {
            Verb::NewKey(new_key) => new_key.run(screen),
            Verb::Mark(mark) => mark.run(screen),
            Verb::Seal(seal) => seal.run(at, screen),
            Verb::Open(open) => open.run(screen),
            Verb::Show(show) => show.run(screen),
            Verb::Split(split) => split.run(screen),
            Verb::Combine(combine) => combine.run(screen),
        }
    }
}

/// A post and a key of it, as the partnership's record has them: `GBR/liaison-officer=HEX`.
fn known(text: &str) -> Result<(Post, PublicKey), String> {
    let wrong = "it is a post, `=` and its public key: `GBR/liaison-officer=` and 64 hexadecimal digits";
    let (post, key) = text.split_once('=').ok_or(wrong)?;
    Ok((post.parse().map_err(|_| wrong)?, key.parse().map_err(|_| wrong)?))
}

/// A rule, or what was sealed, says no.
fn refused(error: &dyn std::error::Error, help: impl Into<String>) -> Failure {
    let why = error.source().map(|source| format!(": {source}")).unwrap_or_default();
    Failure::Absent { what: format!("{error}{why}"), help: help.into() }
}
