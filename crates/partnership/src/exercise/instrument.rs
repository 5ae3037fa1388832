//! Shortcuts about the charter as an instrument.

use quorate_charter::Means;

use super::commands::phrase;
use crate::command::Command;
use crate::ids::{DocumentHash, StepNo};
use crate::members::{
    Act, AdoptText, CompleteStep, ConfirmSignature, Consent, Declare, DeclareStep, InstrumentCommand,
    LodgeFullPowers, NoteRegistration, ObjectToReservation, Reserve, SignAdReferendum, TakeIn,
    WithdrawObjection, WithdrawReservation,
};
use crate::{Audience, Day, Wording};

fn wording() -> Wording {
    Wording::new(Some(phrase("as we understand it")), None).unwrap()
}

pub(crate) fn adopt_text() -> Command {
    InstrumentCommand::AdoptText(AdoptText {}).into()
}

pub(crate) fn full_powers(act: Act) -> Command {
    InstrumentCommand::LodgeFullPowers(LodgeFullPowers { act, document: DocumentHash([9; 32]) }).into()
}

pub(crate) fn sign_ad_referendum() -> Command {
    InstrumentCommand::SignAdReferendum(SignAdReferendum {}).into()
}

pub(crate) fn confirm() -> Command {
    InstrumentCommand::ConfirmSignature(ConfirmSignature {}).into()
}

pub(crate) fn consent(means: Means) -> Command {
    InstrumentCommand::Consent(Consent { means }).into()
}

pub(crate) fn take_in(of: &str) -> Command {
    InstrumentCommand::TakeIn(TakeIn { of: of.parse().unwrap() }).into()
}

pub(crate) fn reserve(article: u16) -> Command {
    InstrumentCommand::Reserve(Reserve { article, wording: wording() }).into()
}

pub(crate) fn withdraw_reservation(article: u16) -> Command {
    InstrumentCommand::WithdrawReservation(WithdrawReservation { article }).into()
}

pub(crate) fn object(of: &str, article: u16) -> Command {
    let of = of.parse().unwrap();
    InstrumentCommand::ObjectToReservation(ObjectToReservation { of, article, precludes: false }).into()
}

pub(crate) fn withdraw_objection(of: &str, article: u16) -> Command {
    InstrumentCommand::WithdrawObjection(WithdrawObjection { of: of.parse().unwrap(), article }).into()
}

pub(crate) fn declare() -> Command {
    InstrumentCommand::Declare(Declare { audience: Audience::Members, wording: wording() }).into()
}

pub(crate) fn step() -> Command {
    let step = DeclareStep { what: phrase("second reading"), by: Day(20_700), source: None };
    InstrumentCommand::DeclareStep(step).into()
}

pub(crate) fn complete(step: u32) -> Command {
    InstrumentCommand::CompleteStep(CompleteStep { step: StepNo(step) }).into()
}

pub(crate) fn register() -> Command {
    let (with, number) = (phrase("UN Secretariat, Article 102"), phrase("60001"));
    InstrumentCommand::NoteRegistration(NoteRegistration { with, number }).into()
}
