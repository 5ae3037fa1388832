//! The acts about positions: soundings and explanations, groupings, and briefings in advance.

mod briefing_acknowledge;
mod briefing_announce;
mod explain;
mod grouping_record;
mod grouping_revise;
mod reported;
mod sounding;

pub(super) use briefing_acknowledge::Acknowledge;
pub(super) use briefing_announce::Announce;
pub(super) use explain::Explain;
pub(super) use grouping_record::Record;
pub(super) use grouping_revise::Revise;
pub(super) use reported::Reported;
pub(super) use sounding::Sounding;

use super::{Desk, Typed, amounts, line_words, moments, wording};
