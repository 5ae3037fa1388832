//! French for what is written in English: whole phrases first, then sentences with something in them. The words are those of
//! docs/glossary.md.

mod abouts;
pub(super) mod acts;
mod check;
pub(super) mod fields;
mod findings;
mod headings;
mod headings_from_m;
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
use phrases::{IN_PLACES, PHRASES};
use reasons::{MOVES, REASONS};
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
mod tests {
    use alloc::collections::BTreeSet;
    use alloc::vec;

    use quorate_charter::Term;
    use quorate_ledger::{Currency, Money};
    use quorate_partnership::cases::RelationEffect;
    use quorate_partnership::decisions::Effect;
    use quorate_partnership::fund::{CHART, Purpose};
    use quorate_partnership::members::{self, EndAdmission, Restore, Suspend};
    use quorate_partnership::{CaseNo, Day, LineNo, PaymentNo};

    use super::*;
    use crate::words::{does, purpose};

    /// Words that are written alike in both languages.
    const ALIKE: [&str; 3] = ["administration", "admission", "suspension"];

    /// The words of a text that are no names of anything: of small letters, and longer than three.
    fn long(text: &str) -> BTreeSet<&str> {
        let words = text.split(|letter: char| !letter.is_alphabetic());
        words.filter(|word| word.len() > 3 && word.chars().all(char::is_lowercase)).collect()
    }

    /// What lines of a statement are.
    fn lines(usd: Money) -> Vec<String> {
        let (of, case, name) = ("GBR".parse().unwrap(), CaseNo(1), "b1".parse().unwrap());
        let (payment, line, on) = (PaymentNo(2), LineNo(3), Day(20_000));
        let all = vec![
            Purpose::Receipt { from: of },
            Purpose::ReceiptLessFee { from: of, fee: usd },
            Purpose::Payment { payment },
            Purpose::Unidentified,
            Purpose::BankCharge,
            Purpose::Refund { to: of },
            Purpose::Settlement { to: of },
            Purpose::Returned { payment },
            Purpose::NotInstructed,
            Purpose::MadeGood { line },
            Purpose::Repayment { case },
            Purpose::Recovery { case },
            Purpose::Exchange { bought: usd },
            Purpose::Invest { name, matures: on },
            Purpose::Divest { name },
            Purpose::Expense { year: 2027 },
        ];
        all.into_iter().map(purpose).chain(["EUR exchanged for 43.00 USD".into()]).collect()
    }

    /// What decisions do.
    fn effects(usd: Money) -> Vec<String> {
        let (of, case) = ("GBR".parse().unwrap(), CaseNo(1));
        let all = vec![
            Effect::Assist { case },
            Effect::WriteOff { case },
            Effect::ReleaseGuarantee { case },
            Effect::FindBreach { case, term: Term::EndUse },
            Effect::EndBreach { case },
            Effect::Call { total: usd },
            Effect::Restore { total: usd },
            Effect::Budget { year: 2027, amount: usd },
            Effect::NameParty { case, member: of },
            Effect::Relation(RelationEffect::StandDown { case }),
            Effect::Relation(RelationEffect::Resume { case }),
            Effect::Relation(RelationEffect::Count {
                case,
                body: "NATO".parse().unwrap(),
                amount: usd,
                source: "n. 7".parse().unwrap(),
            }),
            Effect::Members(members::Effect::Suspend(Suspend { member: of })),
            Effect::Members(members::Effect::Restore(Restore { member: of })),
            Effect::Members(members::Effect::EndAdmission(EndAdmission { state: of })),
        ];
        let others = ["admit XAA to ask for help", "invite XAA to accede", "give new keys to GBR"];
        all.iter().map(does).chain(others.map(String::from)).collect()
    }

    #[test]
    fn what_lines_are_and_what_decisions_do_leaves_no_english() {
        let usd = Money::parse("25.00", Currency::from_code("USD").unwrap()).unwrap();
        let waits = |what: &String| format!("Bank line 1 waits for a countersignature: 1 000.00 USD, {what}");
        let lines = lines(usd);
        let all = lines.iter().map(waits).chain(effects(usd)).chain(lines.clone());
        for english in all {
            let french = french(&english);
            let left = long(&english).intersection(&long(&french)).copied().collect::<BTreeSet<&str>>();
            assert!(left.iter().all(|word| ALIKE.contains(word)), "{english}: {french}: {left:?}");
            assert_ne!(english, french);
        }
        assert_eq!(
            french(&waits(&"EUR exchanged for 43.00 USD".into())),
            "La ligne de relevé 1 attend une contresignature\u{a0}: 1 000.00 USD, EUR changés contre 43.00 USD"
        );
    }

    #[test]
    fn sentences_are_filled_in_french_and_words_of_others_stay() {
        assert_eq!(french("total assets"), "total de l'actif");
        assert_eq!(french("receipt from GBR, in EUR"), "encaissement de GBR, en EUR");
        assert_eq!(
            french("Decision 3, adopted at last, is adopted and not executed"),
            "La décision 3, adopted at last, est adoptée et n'est pas exécutée"
        );
        assert_eq!(french("winter resupply"), "winter resupply");
        assert_eq!(french_before("pre-financing: cash"), "préfinancement\u{a0}: cash");
        assert_eq!(french_before("cash"), "cash");
        assert_eq!(french_in("tranches", "approved"), "approuvée");
        assert_eq!(french_in("cases", "approved"), "approuvé");
        assert_eq!(
            french(
                "in favour 2 of 3 participating members and 62.3 % of population, 65 % needed; not adopted"
            ),
            "pour\u{a0}: 2 sur 3 membres participants et 62.3 % de population, 65 % requis\u{a0}; non adoptée"
        );
    }

    #[test]
    fn findings_are_counted_in_french_in_whatever_kinds_there_are() {
        let answer = "No single member can block or impose what the text promises: 19 findings proven, 1 condition, \
                      1 not declared, 4 not promised.";
        assert_eq!(
            french(answer),
            "Aucun membre seul ne peut bloquer ni imposer ce que le texte promet\u{a0}: 19 constats prouvés, 1 sous condition, \
             1 non déclarés, 4 non promis."
        );
        assert_eq!(french("1 finding proven"), "1 constat prouvé");
        // Words of others that only look like it.
        assert_eq!(french("delivery by truck"), "delivery by truck");
    }

    #[test]
    fn every_account_has_a_french_name() {
        for kind in (0..1000).filter_map(|code| CHART.find(code)) {
            let is_there = PHRASES.iter().any(|(ours, _)| *ours == kind.name);
            assert!(
                is_there,
                "account {} `{}` has no French in words/french/phrases.rs",
                kind.code, kind.name
            );
        }
    }

    #[test]
    fn no_phrase_stands_twice_and_every_gap_is_filled() {
        for (at, (ours, _)) in phrases().enumerate() {
            assert!(!phrases().take(at).any(|(before, _)| before == ours), "{ours}");
        }
        for (ours, french) in SENTENCES.iter().chain(FINDINGS).chain(CHECK) {
            for gap in 0..ours.matches("{}").count() {
                assert!(french.contains(&format!("{{{gap}")), "{french}: gap {gap}");
            }
        }
    }
}
