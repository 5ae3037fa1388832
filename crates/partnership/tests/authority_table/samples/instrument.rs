//! Samples of the commands on the charter as an instrument.

use quorate_charter::Means;
use quorate_partnership::{Audience, Command, Day, DocumentHash, StepNo, members};

use super::{phrase, wording};

/// One of each command on the instrument, which stand in a list of their own.
pub(crate) fn samples() -> Vec<Command> {
    use members::InstrumentCommand as On;
    let (of, document) = ("CAN".parse().unwrap(), DocumentHash([7; 32]));
    let all = [
        On::AdoptText(members::AdoptText {}),
        On::LodgeFullPowers(members::LodgeFullPowers { act: members::Act::Signature, document }),
        On::SignAdReferendum(members::SignAdReferendum {}),
        On::ConfirmSignature(members::ConfirmSignature {}),
        On::Consent(members::Consent { means: Means::Acceptance }),
        On::TakeIn(members::TakeIn { of }),
        On::Reserve(members::Reserve { article: 20, wording: wording() }),
        On::WithdrawReservation(members::WithdrawReservation { article: 20 }),
        On::ObjectToReservation(members::ObjectToReservation { of, article: 20, precludes: true }),
        On::WithdrawObjection(members::WithdrawObjection { of, article: 20 }),
        On::Declare(members::Declare { audience: Audience::Public, wording: wording() }),
        On::DeclareStep(members::DeclareStep { what: phrase(), by: Day(0), source: None }),
        On::CompleteStep(members::CompleteStep { step: StepNo(1) }),
        On::NoteRegistration(members::NoteRegistration { with: phrase(), number: phrase() }),
    ];
    // Does not compile while a command is missing from the list.
    let _ = |command: On| match command {
        On::AdoptText(_)
        | On::LodgeFullPowers(_)
        | On::SignAdReferendum(_)
        | On::ConfirmSignature(_)
        | On::Consent(_)
        | On::TakeIn(_)
        | On::Reserve(_)
        | On::WithdrawReservation(_)
        | On::ObjectToReservation(_)
        | On::WithdrawObjection(_)
        | On::Declare(_)
        | On::DeclareStep(_)
        | On::CompleteStep(_)
        | On::NoteRegistration(_) => {}
    };
    all.map(Command::from).into()
}
