//! The languages of a partnership: both are there for every text that is written for people outside.

use alloc::string::String;

use quorate_charter::Title;

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
