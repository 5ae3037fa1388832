//! The acts of consultations.

mod acknowledge;
mod attend;
mod break_silence;
mod call;
mod close;
mod conclude;
mod dissociate;
mod link;
mod minutes;
mod name_decision;
mod session;
mod state;
mod support;
mod table_text;

pub(super) use acknowledge::Acknowledge;
pub(super) use attend::Attend;
pub(super) use break_silence::BreakSilence;
pub(super) use call::Call;
pub(super) use close::Close;
pub(super) use conclude::Conclude;
pub(super) use dissociate::Dissociate;
pub(super) use link::Link;
pub(super) use minutes::Minutes;
pub(super) use name_decision::NameDecision;
pub(super) use session::Session;
pub(super) use state::State;
pub(super) use support::Support;
pub(super) use table_text::TableText;

use super::{Desk, Typed, amounts, known_member, moments, wording};
