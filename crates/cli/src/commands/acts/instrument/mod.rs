//! The acts on the charter as an instrument.

mod adopt_text;
mod complete_step;
mod confirm_signature;
mod declare;
mod declare_step;
mod lodge_full_powers;
mod note_registration;
mod object_reservation;
mod reserve;
mod take_in;
mod withdraw_objection;
mod withdraw_reservation;

pub(super) use adopt_text::AdoptText;
pub(super) use complete_step::CompleteStep;
pub(super) use confirm_signature::ConfirmSignature;
pub(super) use declare::Declare;
pub(super) use declare_step::DeclareStep;
pub(super) use lodge_full_powers::LodgeFullPowers;
pub(super) use note_registration::NoteRegistration;
pub(super) use object_reservation::ObjectReservation;
pub(super) use reserve::Reserve;
pub(super) use take_in::TakeIn;
pub(super) use withdraw_objection::WithdrawObjection;
pub(super) use withdraw_reservation::WithdrawReservation;

use super::{Desk, Typed, amounts, hashes, moments, wording};
