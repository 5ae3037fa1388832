//! The bundles of STIX among products that an agent opens.

use std::collections::BTreeSet;
use std::fs::{File, read_dir};
use std::path::PathBuf;

use quorate_carrier::Lane;
use quorate_charter::MemberCode;
use quorate_vault::product::{Header, Product, ProductId, Unlocked};
use quorate_vault::stix::{Bundle, MAX_BUNDLE_BYTES, Source};
use zeroize::Zeroizing;

use super::open::{by_shelf, product};
use crate::commands::compartment::opened::Opened;
use crate::commands::files::open_file;
use crate::failure::{Failure, with_causes};
use crate::present::shell;

/// The most products that are opened at once, and the most bytes of their texts.
const MOST_PRODUCTS: usize = 1000;
const MOST_BYTES: u64 = 256 * 1024 * 1024;

/// A bundle that was opened.
pub(super) struct Found {
    pub(super) product: ProductId,
    pub(super) source: Source,
    /// Whether its originator holds back a half of its key.
    pub(super) held_back: bool,
    /// The members to which it is refused by earlier obligations of theirs.
    pub(super) kept_from: BTreeSet<MemberCode>,
}

/// The bundles in these files, and why others are passed over.
pub(super) fn bundles(opened: &Opened, named: &[PathBuf]) -> Result<(Vec<Found>, Vec<String>), Failure> {
    let (mut found, mut passed, mut bytes) = (Vec::new(), Vec::new(), 0_u64);
    for path in files(named)? {
        let opens = |product: Product<File>| {
            let id = product.outside().product;
            by_shelf(opened, (&path, product), &[]).map(|unlocked| (id, unlocked))
        };
        let (id, unlocked) = match product(&path).and_then(opens) {
            Ok(found) => found,
            Err(failure) => {
                passed.push(format!("{}: not served", with_causes(&failure)));
                continue;
            }
        };
        bytes = bytes.saturating_add(unlocked.header().length);
        if found.len() >= MOST_PRODUCTS || bytes > MOST_BYTES {
            let what = format!("at most {MOST_PRODUCTS} products with {MOST_BYTES} bytes of text are served");
            return Err(Failure::usage(what, "name fewer"));
        }
        match bundle(opened, id, unlocked) {
            Ok(one) => found.push(one),
            Err(why) => passed.push(format!("{}: {why}: not served", shell(&path))),
        }
    }
    Ok((found, passed))
}

fn bundle(opened: &Opened, id: ProductId, unlocked: Unlocked<File>) -> Result<Found, String> {
    let header = unlocked.header().clone();
    if header.release.is_some_and(|release| release > opened.at()) {
        return Err("its release time has not come".into());
    }
    let length = usize::try_from(header.length).ok().filter(|length| *length <= MAX_BUNDLE_BYTES);
    let mut text = Zeroizing::new(Vec::with_capacity(length.ok_or("its text is longer than a bundle")?));
    unlocked.write_to(&mut *text).map_err(|error| with_causes(&error))?;
    let bundle = Bundle::read(&text).map_err(|error| with_causes(&error))?;
    let held_back = held_back(opened, id, &header);
    let kept_from = opened.vault.kept_from(&header);
    let Header { compartment, marking, originator, sealed, .. } = header;
    let source = Source { compartment, marking, originator: originator.member, added: sealed, bundle };
    Ok(Found { product: id, source, held_back, kept_from })
}

/// Whether a half is held back, as its notice told. Without a notice it opened by an archive key alone, and none is.
fn held_back(opened: &Opened, id: ProductId, header: &Header) -> bool {
    let shelved = opened.vault.names().filter_map(|name| opened.vault.shelved(name).ok()).flatten();
    shelved.filter(|one| one.product == id && one.header == *header).any(|one| one.held_back)
}

/// The files that are named; of directories those that begin as products do.
fn files(named: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    let mut all = Vec::new();
    for path in named {
        let cannot = |source| Failure::File { path: path.clone(), to_be: "read", source };
        if !path.is_dir() {
            open_file(path)?;
            all.push(path.clone());
            continue;
        }
        for entry in read_dir(path).map_err(cannot)? {
            let path = entry.map_err(cannot)?.path();
            if path.is_file() && matches!(Lane::of_file(&path), Ok(Lane::Products)) {
                all.push(path);
            }
        }
    }
    all.sort();
    all.dedup();
    Ok(all)
}
