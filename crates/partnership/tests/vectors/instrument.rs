//! A sample of every command, event and draft about the charter as an instrument.

use quorate_charter::Means;
use quorate_partnership::members::{
    self, Act, Adopt, AdoptText, CompleteStep, ConfirmSignature, Consent, Declare, DeclareStep,
    Event as Members, InstrumentCommand as On, InstrumentEvent, LodgeFullPowers, NoteRegistration,
    ObjectToReservation, Reserve, SignAdReferendum, TakeIn, WithdrawObjection, WithdrawReservation,
};
use quorate_partnership::{
    Audience, Day, DecisionNo, DeclarationNo, DocumentHash, Event, Moment, StepNo, Wording,
};

use crate::commands::phrase;

fn text() -> Adopt {
    let title = Wording::new(Some(phrase("Programme of exercises")), Some(phrase("Programme d'exercices")));
    Adopt { title: title.unwrap(), document: DocumentHash([7; 32]) }
}

pub(crate) fn effects() -> [(&'static str, members::Effect); 1] {
    [("decision table, a text", members::Effect::Adopt(text()))]
}

fn wording() -> Wording {
    Wording::new(Some(phrase("does not apply to ports")), None).unwrap()
}

pub(crate) fn commands() -> Vec<(&'static str, &'static str, members::Command)> {
    let (root, by, of) = ("XAA/root", "XAA/representative", "XBB".parse().unwrap());
    let document = DocumentHash([8; 32]);
    let step = |source| DeclareStep { what: phrase("second reading"), by: Day(20_000), source };
    let sourced = step(Some(phrase("order paper 12")));
    let (with, number) = (phrase("UN Secretariat, Article 102"), phrase("60001"));
    [
        ("member adopt-text", by, On::AdoptText(AdoptText {})),
        (
            "member lodge-full-powers",
            root,
            On::LodgeFullPowers(LodgeFullPowers { act: Act::Ratification, document }),
        ),
        ("member sign, ad referendum", root, On::SignAdReferendum(SignAdReferendum {})),
        ("member confirm-signature", root, On::ConfirmSignature(ConfirmSignature {})),
        ("member ratify, by acceptance", root, On::Consent(Consent { means: Means::Acceptance })),
        ("member take-in", by, On::TakeIn(TakeIn { of })),
        ("member reserve", root, On::Reserve(Reserve { article: 20, wording: wording() })),
        ("member withdraw-reservation", root, On::WithdrawReservation(WithdrawReservation { article: 20 })),
        (
            "member object-reservation",
            root,
            On::ObjectToReservation(ObjectToReservation { of, article: 20, precludes: true }),
        ),
        ("member withdraw-objection", root, On::WithdrawObjection(WithdrawObjection { of, article: 20 })),
        ("member declare", root, On::Declare(Declare { audience: Audience::Public, wording: wording() })),
        ("member declare-step", by, On::DeclareStep(step(None))),
        ("member declare-step, with a source", by, On::DeclareStep(sourced)),
        ("member complete-step", by, On::CompleteStep(CompleteStep { step: StepNo(1) })),
        ("member note-registration", by, On::NoteRegistration(NoteRegistration { with, number })),
    ]
    .map(|(name, by, command)| (name, by, members::Command::Instrument(command)))
    .into()
}

pub(crate) fn events() -> Vec<(&'static str, Event)> {
    let (member, by) = ("XAA".parse().unwrap(), "XBB".parse().unwrap());
    let (article, document, step) = (20, DocumentHash([8; 32]), StepNo(1));
    let effective = Moment(1_800_000_000_000);
    let (what, source) = (phrase("second reading"), Some(phrase("order paper 12")));
    let (with, number) = (phrase("UN Secretariat, Article 102"), phrase("60001"));
    use InstrumentEvent as E;
    let all = vec![
        ("text adopted", E::TextAdopted { decision: DecisionNo(3), terms: text() }),
        ("the charter's text adopted", E::Agreed { member }),
        ("full powers lodged", E::FullPowersLodged { member, act: Act::Signature, document }),
        ("signed ad referendum", E::SignedAdReferendum { member }),
        ("consent given", E::ConsentGiven { member, means: Means::Approval }),
        ("consent taken in", E::TakenIn { member, by }),
        ("takes part in an arrangement", E::TakesPart { member }),
        ("notice to end provisional application", E::ProvisionalEnds { member, effective }),
        ("reservation made", E::Reserved { member, article, wording: wording() }),
        ("reservation withdrawn", E::ReservationWithdrawn { member, article }),
        ("objected to a reservation", E::Objected { by, member, article, precludes: false }),
        ("objection withdrawn", E::ObjectionWithdrawn { by, member, article }),
        (
            "declared",
            E::Declared {
                declaration: DeclarationNo(1),
                member,
                audience: Audience::Members,
                wording: wording(),
            },
        ),
        ("step declared", E::StepDeclared { step, member, what, by: Day(20_000), source }),
        ("step completed", E::StepCompleted { step, member }),
        ("registration noted", E::RegistrationNoted { by, with, number }),
    ];
    all.into_iter().map(|(name, event)| (name, Members::from(event).into())).collect()
}
