//! Serve what an agent opens, by TAXII.

use std::collections::{BTreeMap, BTreeSet};
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;

use clap::Args;
use quorate_charter::MemberCode;
use quorate_vault::marking::Agreements;
use quorate_vault::product::CompartmentId;
use quorate_vault::stix::{Admits, View, collection_id};

use super::added::keep;
use super::bundles::{Found, bundles};
use crate::args::At;
use crate::commands::compartment::opened::{Opened, Which, told};
use crate::commands::pages::{cannot_serve, until_told};
use crate::failure::Failure;
use crate::present::{Screen, visible};
use crate::taxii::{Collection, Read, Server, Shown, Visitor, read};

#[derive(Args)]
#[command(about = "Serve what this agent opens, by TAXII 2.1", long_about = include_str!("taxii.md").trim_end())]
pub(super) struct Taxii {
    /// Products, and directories with products.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// The file that says who may read what.
    #[arg(long, value_name = "FILE")]
    readers: PathBuf,
    #[command(flatten)]
    which: Which,
    /// The address of this machine at which it is served; port 0 is one that is free.
    #[arg(long, value_name = "ADDRESS", default_value_t = SocketAddr::from((Ipv4Addr::LOCALHOST, 0)))]
    listen: SocketAddr,
}

/// A compartment that this agent is in.
struct Known {
    id: CompartmentId,
    name: String,
    members: BTreeSet<MemberCode>,
}

impl Taxii {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        if !self.listen.ip().is_loopback() {
            let help = "what is opened here is for programs of this machine: `--listen 127.0.0.1:4600`";
            return Err(Failure::usage(format!("{} is no address of this machine alone", self.listen), help));
        }
        let readers = read(&self.readers)?;
        let opened = Opened::open(at, &self.which)?;
        let known = known(&opened)?;
        let own = opened.vault.identity().credential().map_err(|error| told(&error))?.post().member;
        let (mut found, passed) = bundles(&opened, &self.files)?;
        keep(&self.readers, &mut found, opened.at())?;
        let agreements = opened.vault.agreements().clone();
        // From here on no key is needed, and other commands work with the agent.
        drop(opened);
        let bound = quorate_web::bind(self.listen).map_err(|source| cannot_serve(self.listen, &source))?;
        let origin = format!("http://{}", bound.address());
        let mut visitors = Vec::new();
        for reader in readers {
            let shown = shown(&reader, &known, &found, (own, &agreements), &origin)?;
            let count: usize = shown.collections.iter().map(|one| one.objects.len()).sum();
            let all: usize = found.iter().map(|found| found.source.bundle.objects().len()).sum();
            screen.line(&format!("  {} sees {count} of {all} objects", reader.name))?;
            visitors.push(Visitor { name: reader.name, token: reader.token, shown });
        }
        for why in passed {
            screen.line(&format!("  {}", visible(&why)))?;
        }
        let open = bound.serve(Server::of(visitors).router());
        let _open = open.map_err(|source| cannot_serve(self.listen, &source))?;
        screen.line(&format!("{origin}/taxii2/ until Ctrl-C"))?;
        screen.flush()?;
        until_told()
    }
}

fn known(opened: &Opened) -> Result<BTreeMap<String, Known>, Failure> {
    let mut all = BTreeMap::new();
    for name in opened.vault.names() {
        let standing = opened.vault.standing(name).map_err(|refusal| told(&refusal))?;
        let members = standing.seats.iter().map(|seat| seat.member()).collect();
        let id = CompartmentId(standing.id.0);
        all.insert(name.to_owned(), Known { id, name: name.to_owned(), members });
    }
    Ok(all)
}

/// What one reader sees. Its member is in each of its compartments; what its originator holds back goes on to no other member,
/// and what an obligation of its own would carry outside is refused to it here, too.
fn shown(
    read: &Read,
    known: &BTreeMap<String, Known>,
    found: &[Found],
    (own, agreements): (MemberCode, &Agreements),
    origin: &str,
) -> Result<Shown, Failure> {
    let mut names: BTreeMap<CompartmentId, &str> = BTreeMap::new();
    for name in &read.compartments {
        let one = known.get(name).filter(|one| one.members.contains(&read.reader.member));
        let one = one.ok_or_else(|| {
            let what = format!(
                "reader {}: {} is not in a compartment {}",
                read.name,
                read.reader.member,
                visible(name)
            );
            Failure::usage(
                what,
                "name compartments as `quorate compartment roster` does, with its member in them",
            )
        })?;
        names.insert(one.id, &one.name);
    }
    let admits = Admits {
        reader: read.reader.clone(),
        compartments: names.keys().copied().collect(),
        agreements: agreements.clone(),
    };
    let member = read.reader.member;
    let is_passed_on =
        |found: &&Found| (!found.held_back || member == own) && !found.kept_from.contains(&member);
    let sources: Vec<_> = found.iter().filter(is_passed_on).map(|found| found.source.clone()).collect();
    let view = View::of(&sources, &admits);
    let collection = |id: CompartmentId| Collection {
        id: collection_id(id),
        title: names.get(&id).copied().unwrap_or_default().to_owned(),
        objects: view.objects(id).unwrap_or_default().to_vec(),
    };
    Ok(Shown { origin: origin.to_owned(), collections: view.compartments().map(collection).collect() })
}
