//! The languages of a partnership: both are there for every text that is written for people outside.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use quorate_charter::Title;
use quorate_partnership::RuleId;

use super::french;

/// English or French.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// French.
    French,
}

impl Language {
    /// The code of the language, as pages and publications give it (BCP 47).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::French => "fr",
        }
    }

    /// A text of ours, given in English, in this language. What is not ours stays as it is: the words of members, numbers
    /// and codes.
    #[must_use]
    pub fn say(self, english: &str) -> String {
        match self {
            Language::English => english.into(),
            Language::French => french::french(english),
        }
    }

    /// The same for a word that means different things in different places: `approved` of a case and of a tranche.
    #[must_use]
    pub fn say_in(self, place: &str, english: &str) -> String {
        match self {
            Language::English => english.into(),
            Language::French => french::french_in(place, english),
        }
    }

    /// A sentence of what is found of a charter, or several, a line each, given in English. What the text itself
    /// declares stays in its own words.
    #[must_use]
    pub fn say_found(self, english: &str) -> String {
        match self {
            Language::English => english.into(),
            Language::French => {
                let lines: Vec<String> = english.lines().map(french::french_of_finding).collect();
                lines.join("\n")
            }
        }
    }

    /// What a rule found when it refused, or what there is to do; or both, with the rule between them in brackets.
    #[must_use]
    pub fn say_refused(self, english: &str) -> String {
        if self == Language::English {
            return english.into();
        }
        let ends = english.match_indices("): ");
        let both = ends.filter_map(|(at, _)| {
            let (before, remedy) = (english.get(..at)?, english.get(at.checked_add(3)?..)?);
            let (what, rule) = before.rsplit_once(" (")?;
            rule.parse::<RuleId>().is_ok().then_some((what, rule, remedy))
        });
        match both.last() {
            Some((what, rule, remedy)) => {
                let (what, remedy) = (french::refusals::refused(what), french::refusals::refused(remedy));
                format!("{what} ({rule})\u{a0}: {remedy}")
            }
            None => french::refusals::refused(english),
        }
    }

    /// Every sentence of a refusal that has its French, in English with gaps: what holds them against the rules looks for those
    /// that are of none.
    pub fn refusals() -> impl Iterator<Item = &'static str> {
        french::refusals::sentences().map(|(english, _)| *english)
    }

    /// What an act does or one of its fields is, as the command line explains it in English.
    #[must_use]
    pub fn explain(self, english: &str) -> String {
        match self {
            Language::English => english.into(),
            Language::French => french::acts::explained(english).unwrap_or_else(|| english.into()),
        }
    }

    /// The name of an act's field, given as it is typed with spaces for dashes.
    #[must_use]
    pub fn label(self, act: &str, label: &str) -> String {
        match self {
            Language::English => label.into(),
            Language::French => french::acts::label(act, label).unwrap_or(label).into(),
        }
    }

    /// Every explanation of an act or a field that has its French, in English: what holds the table against the acts looks for
    /// those that are of none.
    pub fn explained() -> impl Iterator<Item = &'static str> {
        french::acts::explanations().map(|(english, _)| *english)
    }

    /// Words of a member's own, before which a word of ours may stand.
    #[must_use]
    pub fn say_before(self, text: &str) -> String {
        match self {
            Language::English => text.into(),
            Language::French => french::french_before(text),
        }
    }

    /// What the charter gives in both.
    #[must_use]
    pub fn of(self, title: &Title) -> &str {
        match self {
            Language::English => &title.en,
            Language::French => &title.fr,
        }
    }
}
