//! Security agreements in a file, and for whom a marking is under them.

use std::collections::BTreeMap;
use std::path::Path;

use quorate_charter::MemberCode;
use quorate_partnership::DocumentHash;
use quorate_vault::marking::{Agreement, Agreements, Level};
use serde::Deserialize;
use toml::Spanned;

use crate::commands::files::read_text;
use crate::failure::Failure;

/// The longest file with agreements, in bytes.
const MAX_BYTES: usize = 256 * 1024;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AgreementsFile {
    agreement: Vec<Spanned<Entry>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    between: [String; 2],
    document: String,
    /// By each of the two, as what it keeps the levels of the other.
    kept: BTreeMap<String, BTreeMap<String, String>>,
}

/// The agreements in a file: one of each two States, or it would be chance which counts.
pub(super) fn agreements(path: &Path) -> Result<Agreements, Failure> {
    let (name, text) = read_text(path, MAX_BYTES)?;
    let wrong = |what: String| {
        let help = "the form of agreements is in docs/vault.md, Markings; nothing was changed".into();
        Failure::Absent { what: format!("{name}: {what}"), help }
    };
    let file: AgreementsFile = toml::from_str(&text).map_err(|error| {
        let at = error.span().map(|span| format!("line {}: ", line(&text, span.start)));
        wrong(format!("{}{}", at.unwrap_or_default(), error.message()))
    })?;
    let (mut all, mut lines) = (Agreements::default(), BTreeMap::new());
    for entry in file.agreement {
        let here = line(&text, entry.span().start);
        let agreement = entry.into_inner().read().map_err(|what| wrong(format!("line {here}: {what}")))?;
        let (one, two) = agreement.parties();
        if let Some(there) = lines.insert((one.min(two), one.max(two)), here) {
            return Err(wrong(format!(
                "the agreement of {one} and {two} stands there twice, in lines {there} and {here}: which of the two is in force?"
            )));
        }
        all.put(agreement);
    }
    Ok(all)
}

/// The number of the line in which a byte stands.
fn line(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|byte| *byte == b'\n').count().saturating_add(1)
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
