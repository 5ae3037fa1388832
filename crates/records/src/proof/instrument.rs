//! Whether an event about the charter as an instrument records what the command says.

use quorate_charter::{Means, MemberCode};
use quorate_partnership::members::{Command as M, Event as E, InstrumentCommand as C, InstrumentEvent as I};
use quorate_partnership::{Command, decisions};

/// A ratification: the member's own, by whatever means, or the consent of another that a depositary takes in.
pub(super) fn ratifies(event: &E, command: &M, by: MemberCode) -> bool {
    match (event, command) {
        (E::Ratified { member }, M::Ratify(_) | M::Instrument(C::Consent(_))) => *member == by,
        (E::Ratified { member }, M::Instrument(C::TakeIn(said))) => *member == said.of,
        _ => false,
    }
}

/// A signature: at once, or by confirming one that was given ad referendum.
pub(super) fn signs(event: &E, command: &M, by: MemberCode) -> bool {
    match (event, command) {
        (E::Signed { member, provisionally }, M::Sign(said)) => {
            (*member, *provisionally) == (by, said.provisionally)
        }
        (E::Signed { member, provisionally }, M::Instrument(C::ConfirmSignature(_))) => {
            (*member, *provisionally) == (by, false)
        }
        _ => false,
    }
}

/// Any other event of the instrument.
pub(super) fn says(event: &I, command: &Command, by: MemberCode) -> bool {
    let instrument = match command {
        Command::Members(M::Instrument(command)) => Some(command),
        _ => None,
    };
    match (event, instrument) {
        (I::TextAdopted { .. }, _) => matches!(command, Command::Decisions(decisions::Command::Execute(_))),
        (I::ConsentGiven { member, means }, Some(C::Consent(said))) => (*member, *means) == (by, said.means),
        (I::ConsentGiven { member, means }, None) => {
            let ratifies = matches!(command, Command::Members(M::Ratify(_)));
            ratifies && (*member, *means) == (by, Means::Ratification)
        }
        (I::TakesPart { member }, Some(C::ConfirmSignature(_))) => *member == by,
        (I::TakesPart { member }, None) => *member == by && matches!(command, Command::Members(M::Sign(_))),
        (I::ProvisionalEnds { member, .. }, None) => {
            *member == by && matches!(command, Command::Members(M::EndProvisional(_)))
        }
        (event, Some(instrument)) => own(event, instrument, by),
        _ => false,
    }
}

/// What a State says by a command of its own about the instrument.
fn own(event: &I, command: &C, own: MemberCode) -> bool {
    match (event, command) {
        (I::Agreed { member }, C::AdoptText(_))
        | (I::SignedAdReferendum { member }, C::SignAdReferendum(_)) => *member == own,
        (I::FullPowersLodged { member, act, document }, C::LodgeFullPowers(said)) => {
            (*member, *act, *document) == (own, said.act, said.document)
        }
        (I::TakenIn { member, by }, C::TakeIn(said)) => (*member, *by) == (said.of, own),
        (I::Reserved { member, article, wording }, C::Reserve(said)) => {
            (*member, *article) == (own, said.article) && *wording == said.wording
        }
        (I::ReservationWithdrawn { member, article }, C::WithdrawReservation(said)) => {
            (*member, *article) == (own, said.article)
        }
        (I::Objected { by, member, article, precludes }, C::ObjectToReservation(said)) => {
            (*by, *member, *article, *precludes) == (own, said.of, said.article, said.precludes)
        }
        (I::ObjectionWithdrawn { by, member, article }, C::WithdrawObjection(said)) => {
            (*by, *member, *article) == (own, said.of, said.article)
        }
        (I::Declared { member, audience, wording, .. }, C::Declare(said)) => {
            (*member, *audience) == (own, said.audience) && *wording == said.wording
        }
        (I::StepDeclared { member, what, by, source, .. }, C::DeclareStep(said)) => {
            (*member, *by) == (own, said.by) && (what, source) == (&said.what, &said.source)
        }
        (I::StepCompleted { step, member }, C::CompleteStep(said)) => (*step, *member) == (said.step, own),
        (I::RegistrationNoted { by, with, number }, C::NoteRegistration(said)) => {
            *by == own && (with, number) == (&said.with, &said.number)
        }
        _ => false,
    }
}
