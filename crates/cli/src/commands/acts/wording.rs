//! What is said in one language or both, and for whom, as it is typed.

use clap::ValueEnum;
use quorate_partnership::{Audience, Wording};

use super::amounts::phrase;
use crate::failure::Failure;

/// What is said, in English, in French, or in both.
#[derive(clap::Args)]
pub(super) struct Worded {
    /// What it says in English.
    #[arg(long, value_name = "TEXT", required_unless_present = "fr")]
    en: Option<String>,
    /// What it says in French.
    #[arg(long, value_name = "TEXT")]
    fr: Option<String>,
}

impl Worded {
    pub(super) fn wording(&self) -> Result<Wording, Failure> {
        let en = self.en.as_deref().map(phrase).transpose()?;
        let fr = self.fr.as_deref().map(phrase).transpose()?;
        let help = "give it as `--en TEXT`, as `--fr TEXT`, or as both";
        Wording::new(en, fr).ok_or_else(|| Failure::usage("nothing is said", help))
    }
}

/// For whom an entry is.
#[derive(Clone, Copy, Default, ValueEnum)]
pub(super) enum For {
    /// The members alone.
    #[default]
    Members,
    /// Everybody.
    Public,
}

impl From<For> for Audience {
    fn from(given: For) -> Audience {
        match given {
            For::Members => Audience::Members,
            For::Public => Audience::Public,
        }
    }
}
