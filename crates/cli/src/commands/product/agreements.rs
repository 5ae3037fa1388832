//! Security agreements in a file, and for whom a marking is under them.

use std::collections::BTreeMap;
use std::path::Path;

use quorate_charter::MemberCode;
use quorate_partnership::DocumentHash;
use quorate_vault::marking::{Agreement, Agreements, Level};
use serde::Deserialize;

use crate::commands::files::read_text;
use crate::failure::Failure;

/// The longest file with agreements, in bytes.
const MAX_BYTES: usize = 256 * 1024;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AgreementsFile {
    agreement: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    between: [String; 2],
    document: String,
    /// By each of the two, as what it keeps the levels of the other.
    kept: BTreeMap<String, BTreeMap<String, String>>,
}

/// The agreements in a file.
pub(super) fn agreements(path: &Path) -> Result<Agreements, Failure> {
    let (name, text) = read_text(path, MAX_BYTES)?;
    let wrong = |what: String| {
        Failure::usage(format!("{name}: {what}"), "the form of agreements is in docs/vault.md, Markings")
    };
    let file: AgreementsFile = toml::from_str(&text).map_err(|error| wrong(error.message().to_owned()))?;
    let mut all = Agreements::default();
    for entry in file.agreement {
        all.put(entry.read().map_err(wrong)?);
    }
    Ok(all)
}

impl Entry {
    fn read(self) -> Result<Agreement, String> {
        let told = |error: &dyn std::error::Error| error.to_string();
        let [one, two] = &self.between;
        let state = |code: &String| code.parse::<MemberCode>().map_err(|error| told(&error));
        let (first, second) = (state(one)?, state(two)?);
        if let Some(other) = self.kept.keys().find(|by| *by != one && *by != two) {
            return Err(format!("{other} is no party to the agreement of {first} and {second}"));
        }
        let table = |by: &String| -> Result<BTreeMap<Level, Level>, String> {
            let rows = self.kept.get(by).into_iter().flatten();
            let level = |text: &String| text.parse::<Level>().map_err(|error| told(&error));
            rows.map(|(own, there)| Ok((level(own)?, level(there)?))).collect()
        };
        let document: DocumentHash = self.document.parse().map_err(|_| "a document is named by its hash")?;
        Agreement::between(first, second, document, table(two)?, table(one)?)
            .map_err(|error| format!("the agreement of {first} and {second}: {error}"))
    }
}
