//! Make a reservation to an article.

use clap::Args;
use quorate_partnership::{Command, members};

use super::wording::Worded;
use super::{Desk, Typed};
use crate::failure::Failure;

#[derive(Args)]
#[command(about = "Make a reservation to an article", long_about = include_str!("reserve.md").trim_end())]
pub(crate) struct Reserve {
    /// The number of the article.
    article: u16,
    #[command(flatten)]
    worded: Worded,
}

impl Typed for Reserve {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let reserved = members::Reserve { article: self.article, wording: self.worded.wording()? };
        Ok(members::InstrumentCommand::Reserve(reserved).into())
    }
}
