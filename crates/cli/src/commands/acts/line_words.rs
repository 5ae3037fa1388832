//! What is said of a line between militaries, as it is typed: its number, words that can be left out, and of whom it is reported.

use quorate_charter::MemberCode;
use quorate_partnership::Wording;

use super::amounts::phrase;
use crate::failure::Failure;

// What there is to say beside, in English, in French, in both, or not at all.
#[derive(clap::Args)]
pub(super) struct Said {
    /// What there is to say of it, in English.
    #[arg(long, value_name = "TEXT")]
    en: Option<String>,
    /// What there is to say of it, in French.
    #[arg(long, value_name = "TEXT")]
    fr: Option<String>,
}

impl Said {
    pub(super) fn wording(&self) -> Result<Option<Wording>, Failure> {
        worded(self.en.as_deref(), self.fr.as_deref())
    }
}

/// A wording, where something is said in either language.
pub(super) fn worded(en: Option<&str>, fr: Option<&str>) -> Result<Option<Wording>, Failure> {
    Ok(Wording::new(en.map(phrase).transpose()?, fr.map(phrase).transpose()?))
}

// Of whom it is said.
#[derive(clap::Args)]
pub(super) struct Reported {
    /// The side that is no member, of which it is reported; else your own member's.
    #[arg(long = "as-reported-of", value_name = "STATE")]
    pub(super) of: Option<MemberCode>,
}
