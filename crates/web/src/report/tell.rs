//! Texts of reports in a language, and the words of charts.

use quorate_records::words::Language;

use crate::charts::Words;
use crate::lines::colon;
use crate::texts::{Say, Texts, set};

/// The texts in one language.
pub(crate) struct Tell<'t> {
    pub(crate) language: Language,
    say: Say<'t>,
}

impl<'t> Tell<'t> {
    pub(crate) fn new(texts: &'t Texts, language: Language) -> Tell<'t> {
        Tell { language, say: Say::new(texts, language) }
    }

    /// A text.
    pub(crate) fn t(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// A text with gaps, each filled.
    pub(crate) fn with(&self, key: &str, gaps: &[(&str, &str)]) -> String {
        set(self.language, self.say.text(key, gaps))
    }

    /// What stands between a thing and what is said of it.
    pub(crate) fn colon(&self) -> &'static str {
        colon(self.language)
    }

    /// The words that stand in every chart.
    pub(crate) fn words(&self) -> Words {
        Words {
            language: self.language,
            numbers: self.t("chart-numbers"),
            quarter: self.t("chart-quarter"),
            runs: self.t("chart-runs"),
            share: self.t("chart-share"),
            nothing: self.t("chart-nothing"),
        }
    }
}
