//! Sealed products: marked, shared in a compartment, passed on by their originator's answer; or sealed by keys in files.

mod acknowledge;
mod act;
mod added;
mod agree;
mod agreements;
mod answer;
mod brief;
mod bundles;
mod combine;
mod files;
mod forward;
mod hand_over;
mod list;
mod mark;
mod named;
mod new_key;
mod open;
mod release;
mod seal;
mod seen;
mod share;
mod show;
mod show_release;
mod split;
mod stix;
mod taxii;
mod tear_line;
mod ztdf;

use clap::{Args, Subcommand};
use quorate_partnership::{Post, PublicKey};

pub(crate) use named::{card, each_once, named_by};
pub(crate) use share::class;

use crate::args::At;
use crate::failure::{Failure, with_causes};
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
    Agree(agree::Agree),
    Share(Box<share::Share>),
    List(list::List),
    Forward(forward::Forward),
    Act(act::Act),
    Answer(answer::Answer),
    Acknowledge(acknowledge::Acknowledge),
    Release(release::Release),
    Brief(Box<brief::Brief>),
    HandOver(hand_over::HandOver),
    ShowRelease(show_release::ShowRelease),
    NewKey(new_key::NewKey),
    Mark(mark::Mark),
    Seal(Box<seal::Seal>),
    Open(open::Open),
    Show(show::Show),
    Split(split::Split),
    Combine(combine::Combine),
    Stix(stix::Stix),
    Taxii(taxii::Taxii),
    Ztdf(Box<ztdf::Ztdf>),
}

impl Product {
    pub(crate) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        match &self.verb {
            Verb::Agree(agree) => agree.run(at, screen),
            Verb::Share(share) => share.run(at, screen),
            Verb::List(list) => list.run(at, screen),
            Verb::Forward(forward) => forward.run(at, screen),
            Verb::Act(act) => act.run(at, screen),
            Verb::Answer(answer) => answer.run(at, screen),
            Verb::Acknowledge(acknowledge) => acknowledge.run(at, screen),
            Verb::Release(release) => release.run(at, screen),
            Verb::Brief(brief) => brief.run(at, screen),
            Verb::HandOver(hand_over) => hand_over.run(at, screen),
            Verb::ShowRelease(show) => show.run(at, screen),
            Verb::NewKey(new_key) => new_key.run(screen),
            Verb::Mark(mark) => mark.run(screen),
            Verb::Seal(seal) => seal.run(at, screen),
            Verb::Open(open) => open.run(at, screen),
            Verb::Show(show) => show.run(at, screen),
            Verb::Split(split) => split.run(screen),
            Verb::Combine(combine) => combine.run(screen),
            Verb::Stix(stix) => stix.run(at, screen),
            Verb::Taxii(taxii) => taxii.run(at, screen),
            Verb::Ztdf(ztdf) => ztdf.run(at, screen),
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
    Failure::Absent { what: with_causes(error), help: help.into() }
}
