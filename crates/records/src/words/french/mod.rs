//! French for what is written in English: whole phrases first, then sentences with something in them. The words are those of
//! docs/glossary.md.

mod abouts;
pub(super) mod acts;
mod check;
pub(super) mod fields;
mod findings;
mod headings;
mod headings_from_m;
mod moves;
mod phrases;
mod reasons;
pub(super) mod refusals;
mod sentences;
mod stages;

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use abouts::ABOUTS;
use check::CHECK;
use findings::{COUNTS, FINDINGS};
use headings::HEADINGS;
use headings_from_m::HEADINGS_FROM_M;
use moves::MOVES;
use phrases::{IN_PLACES, PHRASES};
use reasons::REASONS;
use sentences::{AHEAD, SENTENCES, SHARES};
use stages::STAGES;

/// Every whole phrase.
fn phrases() -> impl Iterator<Item = &'static (&'static str, &'static str)> {
    [PHRASES, STAGES, HEADINGS, HEADINGS_FROM_M, ABOUTS].into_iter().flatten()
}

/// Sentences that begin so begin with an amount: of others, too much would look like them.
const AMOUNT_FIRST: &str = "{} by {}";

/// The text in French; as it is, if it is none of ours.
pub(super) fn french(english: &str) -> String {
    said(english, false)
}

/// A sentence of a finding in French: there are more of them, and members write none.
pub(super) fn french_of_finding(english: &str) -> String {
    said(english, true)
}

fn said(english: &str, of_finding: bool) -> String {
    let more: &[(&str, &str)] = if of_finding { REASONS } else { &[] };
    let phrase = phrases().chain(more).find(|(ours, _)| *ours == english);
    let counts = english.starts_with(|letter: char| letter.is_ascii_digit());
    match phrase {
        Some((_, french)) => spaced(french),
        None => FINDINGS
            .iter()
            .chain(if counts { COUNTS } else { &[] })
            .chain(SENTENCES)
            .chain(if of_finding { CHECK } else { &[] })
            .filter(|(ours, _)| counts || !ours.starts_with(AMOUNT_FIRST))
            .find_map(|(ours, french)| matched(english, ours).map(|found| filled(french, &found, of_finding)))
            .unwrap_or_else(|| english.into()),
    }
}

/// The same for a word in its place, such as a stage in a register.
pub(super) fn french_in(place: &str, english: &str) -> String {
    let chosen = || fields::CHOICES.iter().find(|(ours, _)| place == "choice" && *ours == english);
    if let Some((_, french)) = chosen() {
        return spaced(french);
    }
    let of = IN_PLACES.iter().find(|(found, ours, _)| *found == place && *ours == english);
    of.map_or_else(|| account(english).unwrap_or_else(|| french(english)), |(.., french)| spaced(french))
}

/// An account of the books as the journal has it: its code, its name, and of whom it is.
fn account(english: &str) -> Option<String> {
    let (code, rest) = english.split_once(' ').filter(|(code, _)| code.parse::<u16>().is_ok())?;
    let name = |name: &str| PHRASES.iter().find(|(ours, _)| *ours == name).map(|(_, french)| spaced(french));
    if let Some(french) = name(rest) {
        return Some(format!("{code} {french}"));
    }
    let (kind, of) = rest.rsplit_once(" of ").or_else(|| rest.rsplit_once(' '))?;
    name(kind).map(|french| format!("{code} {french} {of}"))
}

/// Members' own words, with what we say before them in French.
pub(super) fn french_before(english: &str) -> String {
    let (ours, french) = AHEAD;
    matched(english, ours).map_or_else(|| english.into(), |found| filled(french, &found, false))
}

/// What stands in the gaps `{}` of a sentence, if the text is one of its kind.
fn matched<'t>(text: &'t str, sentence: &str) -> Option<Vec<&'t str>> {
    if !sentence.contains("{}") {
        return (text == sentence).then(Vec::new);
    }
    let mut parts = sentence.split("{}");
    let mut rest = text.strip_prefix(parts.next()?)?;
    let parts: Vec<&str> = parts.collect();
    let (last, between) = parts.split_last()?;
    let mut found = Vec::with_capacity(parts.len());
    for part in between {
        let (gap, after) = rest.split_once(part)?;
        found.push(gap);
        rest = after;
    }
    found.push(rest.strip_suffix(last)?);
    if found.iter().any(|gap| gap.is_empty()) { None } else { Some(found) }
}

/// A French sentence with what was found in its gaps: as it is in `{0}`, in French in `{0t}`, as shares in `{0s}`, with
/// moves and counted things in `{0m}`, as a choice in `{0o}`; what has a number alone in `{0n}`, and with its article in `{0l}`,
/// `{0d}` and `{0a}`.
fn filled(french: &str, found: &[&str], of_finding: bool) -> String {
    let mut out = String::new();
    let mut rest = french;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(&spaced(before));
        let (gap, after) = after.split_once('}').unwrap_or((after, ""));
        let number: String = gap.chars().take_while(char::is_ascii_digit).collect();
        let text = number.parse().ok().and_then(|at: usize| found.get(at)).copied().unwrap_or_default();
        out.push_str(&match gap.chars().last() {
            Some('t') => said(text, of_finding),
            Some('s') => shares(text),
            Some('m') => moves(text),
            Some('l') => refusals::the(text),
            Some('d') => refusals::of(text),
            Some('a') => refusals::at(text),
            Some('n') => refusals::bare(text),
            Some('o') => french_in("choice", text),
            _ => text.to_string(),
        });
        rest = after;
    }
    out.push_str(&spaced(rest));
    out
}

/// What was reached of the shares of a rule, word by word: they are joined in many ways.
fn shares(text: &str) -> String {
    SHARES.iter().fold(text.to_string(), |text, (ours, french)| text.replace(ours, french))
}

/// What somebody does in a finding, and what is counted in it, word by word: they are joined in many ways.
fn moves(text: &str) -> String {
    shares(&MOVES.iter().fold(text.to_string(), |text, (ours, french)| text.replace(ours, french)))
}

/// French puts a space before these, at which no line is broken.
pub(super) fn spaced(text: &str) -> String {
    [':', ';', '!', '?']
        .iter()
        .fold(text.to_string(), |text, mark| text.replace(&format!(" {mark}"), &format!("\u{a0}{mark}")))
}

#[cfg(test)]
mod tests;
