//! French of refusals: what a rule found, and what there is to do.

mod facts_of_help;
mod facts_of_members;
mod facts_of_money;
mod facts_of_votes;
mod nouns;
mod ways_of_help;
mod ways_of_members;
mod ways_of_money;
mod ways_of_votes;

use alloc::string::String;
use alloc::vec::Vec;

pub(super) use nouns::{at, bare, of, the};

/// Every sentence of a refusal.
pub(in crate::words) fn sentences() -> impl Iterator<Item = &'static (&'static str, &'static str)> {
    [
        facts_of_help::FACTS_OF_HELP,
        facts_of_votes::FACTS_OF_VOTES,
        facts_of_money::FACTS_OF_MONEY,
        facts_of_members::FACTS_OF_MEMBERS,
        ways_of_help::WAYS_OF_HELP,
        ways_of_votes::WAYS_OF_VOTES,
        ways_of_money::WAYS_OF_MONEY,
        ways_of_members::WAYS_OF_MEMBERS,
    ]
    .into_iter()
    .flatten()
}

/// Sentences in which two gaps stand side by side, with the word that begins the first.
const SIDE_BY_SIDE: &[(&str, &str)] = &[
    (
        "by bank line {} {} left, and the line says that {} came back",
        "par la ligne de relevé {0}, {1} sont partis, et la ligne dit que {2} sont revenus",
    ),
    ("help to case {} {}", "l'aide au titre du dossier {0} {1o}"),
];

/// A sentence of a refusal in French; as it is, if it is none. Of those that fit, that with the least in its gaps is meant.
pub(in crate::words) fn refused(english: &str) -> String {
    let fits = |(ours, french): &(&'static str, &'static str)| {
        super::matched(english, ours).map(|found: Vec<&str>| (ours.len(), *french, found))
    };
    let best = SIDE_BY_SIDE.iter().chain(sentences()).filter_map(fits).max_by_key(|(length, ..)| *length);
    best.map_or_else(|| super::french(english), |(_, french, found)| super::filled(french, &found, false))
}
