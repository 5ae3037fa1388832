//! Say what rests on an arrangement.

use clap::Args;
use quorate_partnership::frameworks::{self, Resting};
use quorate_partnership::{ArrangementNo, Command, LiaisonLineNo};

use super::amounts::phrase;
use super::wording::For;
use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Say what rests on an arrangement", long_about = include_str!("depends.md").trim_end())]
pub(crate) struct Depends {
    /// The arrangement's number.
    arrangement: u32,
    #[command(flatten)]
    what: What,
    /// Where that is to be read.
    #[arg(long, value_name = "TEXT")]
    source: Option<String>,
    /// For whom the entry is.
    #[arg(long, default_value = "members")]
    audience: For,
}

/// One of these.
#[derive(clap::Args)]
#[group(required = true, multiple = false)]
struct What {
    /// The arrangement itself rests on this other one.
    #[arg(long, value_name = "ARRANGEMENT")]
    on: Option<u32>,
    /// This line of continuity rests on it.
    #[arg(long, value_name = "LINE")]
    line: Option<u32>,
    /// This rests on it, in words; with a source.
    #[arg(long, value_name = "TEXT")]
    item: Option<String>,
}

impl Typed for Depends {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let own = ArrangementNo(self.arrangement);
        let (on, what) = match &self.what {
            What { on: Some(on), .. } => (ArrangementNo(*on), Resting::Arrangement(own)),
            What { line: Some(line), .. } => (own, Resting::Line(LiaisonLineNo(*line))),
            What { item, .. } => (own, Resting::Item(phrase(item.as_deref().unwrap_or_default())?)),
        };
        let source = self.source.as_deref().map(phrase).transpose()?;
        let depends = frameworks::Depends { on, what, audience: self.audience.into(), source };
        Ok(frameworks::Command::Depends(depends).into())
    }
}
