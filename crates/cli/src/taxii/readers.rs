//! The file that says who may read by TAXII.

use std::collections::BTreeSet;
use std::path::Path;

use quorate_charter::MemberCode;
use quorate_partnership::Phrase;
use quorate_vault::marking::{Level, Reader};
use serde::Deserialize;

use super::token::{Token, of_file};
use crate::commands::files::read_text;
use crate::failure::Failure;
use crate::present::visible;

/// The longest file of readers, in bytes, and the most readers in one.
const MOST: usize = 64 * 1024;
const MOST_READERS: usize = 64;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Form {
    #[serde(default)]
    reader: Vec<Named>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Named {
    name: String,
    member: String,
    cleared: String,
    #[serde(default)]
    holds: Vec<String>,
    compartments: Vec<String>,
    token_file: String,
}

/// Somebody who may read.
pub(crate) struct Read {
    pub(crate) name: String,
    pub(crate) token: Token,
    pub(crate) reader: Reader,
    /// What this agent calls the compartments.
    pub(crate) compartments: BTreeSet<String>,
}

/// Reads the file of readers.
pub(crate) fn read(path: &Path) -> Result<Vec<Read>, Failure> {
    let (name, text) = read_text(path, MOST)?;
    let form: Form = toml::from_str(&text).map_err(|error| {
        let what = error.message().trim().to_owned();
        Failure::in_text(
            &name,
            &text,
            error.span().unwrap_or_default(),
            what,
            "its form: `quorate product taxii --help`",
        )
    })?;
    let folder = path.parent().unwrap_or(Path::new(""));
    let mut readers: Vec<Read> = Vec::new();
    for named in &form.reader {
        let read = of(named, folder)?;
        let is_twice = |other: &Read| other.name == read.name || other.token.is(&read.token);
        if readers.iter().any(is_twice) {
            return Err(wrong(named, "another reader has its name or its token"));
        }
        readers.push(read);
    }
    if readers.is_empty() || readers.len() > MOST_READERS {
        let help = "its form: `quorate product taxii --help`";
        return Err(Failure::usage(format!("{name} names no reader, or more than {MOST_READERS}"), help));
    }
    Ok(readers)
}

fn of(named: &Named, folder: &Path) -> Result<Read, Failure> {
    let is_name = |name: &str| {
        (1..=64).contains(&name.len())
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))
    };
    if !is_name(&named.name) {
        return Err(wrong(named, "its name is 1 to 64 letters, digits, `-`, `_` and `.`"));
    }
    let member: MemberCode =
        named.member.parse().map_err(|_| wrong(named, "its member is a code such as CAN"))?;
    let cleared: Level = named.cleared.parse().map_err(|error| wrong(named, &format!("{error}")))?;
    let holds: Option<BTreeSet<(Phrase, Phrase)>> = named.holds.iter().map(|held| category(held)).collect();
    let holds = holds.ok_or_else(|| wrong(named, "it holds categories such as \"TLP=AMBER\""))?;
    let compartments = named.compartments.iter().cloned().collect();
    let token = of_file(&folder.join(&named.token_file))?;
    Ok(Read { name: named.name.clone(), token, reader: Reader { member, cleared, holds }, compartments })
}

fn category(text: &str) -> Option<(Phrase, Phrase)> {
    let (name, value) = text.split_once('=')?;
    Some((name.parse().ok()?, value.parse().ok()?))
}

fn wrong(named: &Named, what: &str) -> Failure {
    let help = "its form: `quorate product taxii --help`";
    Failure::usage(format!("reader {}: {what}", visible(&named.name)), help)
}
