//! The report of a study: a page and charts, from what was counted alone, so that parts put together give the same bytes.

use clap::ValueEnum;
use quorate_records::words::Language;
use quorate_web::report::{Explored, Written, explored};
use sha2::{Digest as _, Sha256};

use super::kept::Kept;
use super::summary::Summary;
use super::{Read, Shard, numbers};
use crate::failure::Failure;

/// A language of the reports.
#[derive(Clone, Copy, Default, ValueEnum)]
pub(super) enum In {
    #[default]
    En,
    Fr,
}

impl From<In> for Language {
    fn from(language: In) -> Language {
        match language {
            In::En => Language::English,
            In::Fr => Language::French,
        }
    }
}

/// What each rule says, in the words of the documentation.
const RULES: &str = include_str!("../../../../../docs/rules.md");

/// Writes it.
///
/// # Errors
/// [`Failure`]: the texts of the pages cannot be read, which is a defect.
pub(super) fn of(read: &Read, kept: &Kept, summary: &Summary, language: In) -> Result<Written, Failure> {
    let digest = |text: &str| -> String {
        Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
    };
    let runs = Shard { part: kept.part, of: kept.of }.runs(kept.runs);
    let told = Explored {
        study: &read.study,
        runs: runs.clone(),
        all: kept.runs,
        seed: kept.seed,
        digests: (digest(&read.scenario), digest(&read.charter)),
        spread: &summary.spread,
        totals: &summary.totals,
        assumed: numbers::of(&read.scenario),
        rule: &rule,
        commands: commands(kept, runs.start),
    };
    explored(&told, language.into()).map_err(|what| Failure::usage(what, ""))
}

/// The rule with this id, in the table of all rules.
fn rule(id: &str) -> Option<String> {
    let begins = format!("| {id} | ");
    let line = RULES.lines().find_map(|line| line.strip_prefix(&begins))?;
    Some(line.split(" | ").next()?.replace('`', ""))
}

/// What repeats it, from the study's directory.
fn commands(kept: &Kept, first: u64) -> Vec<String> {
    let Kept { runs, seed, part, of } = kept;
    let shard = if *of == 1 { String::new() } else { format!(" --shard {part}/{of}") };
    vec![
        format!(
            "quorate explore scenario.toml --charter charter.toml --runs {runs} --seed {seed}{shard} --out again"
        ),
        format!("quorate explore replay . --run {first}"),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_told_as_the_documentation_says_it() {
        assert!(rule("B1").unwrap().starts_with("A block is for the next height"));
        assert_eq!(rule("Z9"), None);
    }
}
