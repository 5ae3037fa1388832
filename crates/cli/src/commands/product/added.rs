//! When each product was first served: programs ask for what was added after a moment, and a product may come long after it was
//! sealed.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use quorate_partnership::Moment;
use quorate_vault::product::ProductId;
use serde::Deserialize;

use super::bundles::Found;
use crate::commands::files::{read_text, replace_text};
use crate::failure::Failure;
use crate::present::shell;

/// The longest such file, in bytes.
const MOST: usize = 256 * 1024;

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Form {
    /// The latest moment in it, in milliseconds since 1970; later ones are after it, whatever the clock says.
    last: u64,
    added: BTreeMap<String, u64>,
}

/// Gives each product the moment at which it was first served here, and keeps that in a file beside the file of readers.
pub(super) fn keep(readers: &Path, found: &mut [Found], now: Moment) -> Result<(), Failure> {
    let path = beside(readers);
    let form = read(&path)?;
    let next = now.0.max(form.last.saturating_add(1));
    let mut last = form.last;
    let mut text = String::new();
    let mut all: BTreeMap<ProductId, u64> = BTreeMap::new();
    for one in found {
        let at = form.added.get(&one.product.to_string()).copied().unwrap_or(next);
        one.source.added = Moment(at);
        all.insert(one.product, at);
        last = last.max(at);
    }
    for (product, at) in all {
        text.push_str(&format!("\"{product}\" = {at}\n"));
    }
    let head = "# When products were first served by TAXII. Without this file all count as new.\n";
    replace_text(&path, &format!("{head}last = {last}\n[added]\n{text}"))
}

fn beside(readers: &Path) -> PathBuf {
    let mut name = OsString::from(readers);
    name.push(".added");
    name.into()
}

fn read(path: &Path) -> Result<Form, Failure> {
    if !path.exists() {
        return Ok(Form::default());
    }
    let (_, text) = read_text(path, MOST)?;
    let form: Result<Form, _> = toml::from_str(&text);
    // Moments are told to programs, and have an end there.
    form.ok()
        .filter(|form| form.last <= MAX_MOMENT && form.added.values().all(|at| *at <= form.last))
        .ok_or_else(|| {
            let what = format!("{} does not say when products were first served", shell(path));
            Failure::usage(what, "remove it: all of them then count as new")
        })
}

/// The end of the year 9998, in milliseconds.
const MAX_MOMENT: u64 = 253_370_764_800_000;

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;

    use quorate_vault::stix::{Bundle, Source};

    use super::*;

    fn found(product: u8) -> Found {
        let bundle = r#"{"type": "bundle", "id": "bundle--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f",
            "objects": [{"type": "url", "id": "url--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f"}]}"#;
        let marking = r#"{"PolicyIdentifier": "P", "Classification": "SECRET", "CreationDateTime": "2027-01-01T00:00:00Z"}"#;
        let source = Source {
            compartment: quorate_vault::product::CompartmentId([1; 32]),
            marking: quorate_vault::marking::Marking::from_json(marking).unwrap(),
            originator: "GBR".parse().unwrap(),
            added: Moment(5),
            bundle: Bundle::read(bundle.as_bytes()).unwrap(),
        };
        Found { product: ProductId([product; 32]), source, held_back: false, kept_from: BTreeSet::new() }
    }

    #[test]
    fn what_comes_later_is_added_later_whatever_the_clock_says() {
        let scratch = tempfile::tempdir().unwrap();
        let readers = scratch.path().join("readers.toml");
        let added = |products: &[u8], now: u64| {
            let mut all: Vec<Found> = products.iter().map(|product| found(*product)).collect();
            keep(&readers, &mut all, Moment(now)).unwrap();
            all.iter().map(|one| one.source.added.0).collect::<Vec<_>>()
        };
        assert_eq!(added(&[1], 100), [100]);
        assert_eq!(added(&[1, 2], 200), [100, 200]);
        assert_eq!(added(&[1, 2], 300), [100, 200]);
        // A clock that went back, and one that came again.
        assert_eq!(added(&[3, 1, 2], 50), [201, 100, 200]);
        assert_eq!(added(&[3], 60), [201]);
        assert_eq!(added(&[1, 3], 60), [202, 201]);
        for wrong in ["x", "last = 1\n[added]\n\"a\" = 2\n", "last = 253370764800001\n[added]\n", ""] {
            fs::write(beside(&readers), wrong).unwrap();
            assert!(keep(&readers, &mut [found(1)], Moment(1)).is_err(), "{wrong}");
        }
    }
}
