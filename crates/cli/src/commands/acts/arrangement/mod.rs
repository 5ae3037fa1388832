//! The acts of existing arrangements.

mod depends;
mod end;
mod falls;
mod no_longer_depends;
mod notice;
mod question;
mod record;
mod review;
mod revise;
mod view;
mod withdraw_notice;

pub(super) use depends::Depends;
pub(super) use end::End;
pub(super) use falls::Falls;
pub(super) use no_longer_depends::NoLongerDepends;
pub(super) use notice::Notice;
pub(super) use question::Question;
pub(super) use record::Record;
pub(super) use review::Review;
pub(super) use revise::Revise;
pub(super) use withdraw_notice::WithdrawNotice;

use super::{Desk, Reads, Typed, amounts, moments, reads_only, wording};
