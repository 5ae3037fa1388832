//! The commands on the instrument.

use minicbor::{Decode, Encode};

use super::{
    AdoptText, CompleteStep, ConfirmSignature, Consent, Declare, DeclareStep, LodgeFullPowers,
    NoteRegistration, ObjectToReservation, Reserve, SignAdReferendum, TakeIn, WithdrawObjection,
    WithdrawReservation,
};
use crate::command::Provision;

/// What can be asked about the charter as an instrument.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum Command {
    /// Adopt the text as it was negotiated.
    #[n(0)]
    AdoptText(#[n(0)] AdoptText),
    /// Lodge full powers.
    #[n(1)]
    LodgeFullPowers(#[n(0)] LodgeFullPowers),
    /// Sign, to be confirmed.
    #[n(2)]
    SignAdReferendum(#[n(0)] SignAdReferendum),
    /// Confirm such a signature.
    #[n(3)]
    ConfirmSignature(#[n(0)] ConfirmSignature),
    /// Consent to be bound by another means than ratification.
    #[n(4)]
    Consent(#[n(0)] Consent),
    /// Take in, as a depositary, what a State lodged.
    #[n(5)]
    TakeIn(#[n(0)] TakeIn),
    /// Make a reservation.
    #[n(6)]
    Reserve(#[n(0)] Reserve),
    /// Withdraw a reservation.
    #[n(7)]
    WithdrawReservation(#[n(0)] WithdrawReservation),
    /// Object to another's reservation.
    #[n(8)]
    ObjectToReservation(#[n(0)] ObjectToReservation),
    /// Withdraw an objection.
    #[n(9)]
    WithdrawObjection(#[n(0)] WithdrawObjection),
    /// Make a declaration.
    #[n(10)]
    Declare(#[n(0)] Declare),
    /// Declare a step of one's own on the way to consent.
    #[n(11)]
    DeclareStep(#[n(0)] DeclareStep),
    /// Say that a step is done.
    #[n(12)]
    CompleteStep(#[n(0)] CompleteStep),
    /// Note that the instrument was registered elsewhere.
    #[n(13)]
    NoteRegistration(#[n(0)] NoteRegistration),
}

impl Command {
    pub(crate) fn provision(&self) -> &dyn Provision {
        match self {
            Command::AdoptText(command) => command,
            Command::LodgeFullPowers(command) => command,
            Command::SignAdReferendum(command) => command,
            Command::ConfirmSignature(command) => command,
            Command::Consent(command) => command,
            Command::TakeIn(command) => command,
            Command::Reserve(command) => command,
            Command::WithdrawReservation(command) => command,
            Command::ObjectToReservation(command) => command,
            Command::WithdrawObjection(command) => command,
            Command::Declare(command) => command,
            Command::DeclareStep(command) => command,
            Command::CompleteStep(command) => command,
            Command::NoteRegistration(command) => command,
        }
    }
}

impl From<Command> for crate::command::Command {
    fn from(command: Command) -> crate::command::Command {
        crate::members::Command::Instrument(command).into()
    }
}
