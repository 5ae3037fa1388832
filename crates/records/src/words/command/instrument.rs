//! What is asked about the charter as an instrument.

use alloc::string::String;

use quorate_charter::{Means, MemberCode};
use quorate_partnership::members::InstrumentCommand as C;

use super::{given, quoted, readable, source};
use crate::words::{Language, day};

pub(super) fn sentence(command: &C, who: MemberCode, language: Language) -> String {
    match command {
        C::AdoptText(_) => both!(
            language,
            "{who} adopts the text of the charter as it was negotiated",
            "{who} adopte le texte de la charte tel qu'il a été négocié"
        ),
        C::LodgeFullPowers(said) => {
            let document = said.document;
            match said.act.name() {
                "signature" => both!(
                    language,
                    "{who} lodges full powers for its signature, document {document}",
                    "{who} dépose les pleins pouvoirs pour sa signature, document {document}"
                ),
                _ => both!(
                    language,
                    "{who} lodges full powers for its ratification, document {document}",
                    "{who} dépose les pleins pouvoirs pour sa ratification, document {document}"
                ),
            }
        }
        C::SignAdReferendum(_) => both!(
            language,
            "{who} signs the charter ad referendum: the signature waits until {who} confirms it",
            "{who} signe la charte ad referendum : la signature attend que {who} la confirme"
        ),
        C::ConfirmSignature(_) => both!(
            language,
            "{who} confirms the signature that it gave ad referendum",
            "{who} confirme la signature qu'il a donnée ad referendum"
        ),
        C::Consent(said) => consent(said.means, who, language),
        _ => more(command, who, language),
    }
}

fn more(command: &C, who: MemberCode, language: Language) -> String {
    match command {
        C::TakeIn(said) => {
            let of = said.of;
            both!(
                language,
                "{who}, as a depositary, takes in the consent that {of} lodged",
                "{who}, comme dépositaire, reçoit le consentement déposé par {of}"
            )
        }
        C::Declare(said) => {
            let (text, who_reads) = (quoted(language, &said.wording), readable(language, said.audience));
            both!(language, "{who} declares: {text}{who_reads}", "{who} déclare : {text}{who_reads}")
        }
        C::DeclareStep(said) => {
            let (what, by) = (quoted(language, &said.what), day(said.by));
            let source = source(language, said.source.as_ref());
            both!(
                language,
                "{who} declares a step of its own before it can consent, by {by}: {what}{source}",
                "{who} déclare une étape qui lui reste avant de pouvoir consentir, d'ici au {by} : {what}{source}"
            )
        }
        C::CompleteStep(said) => {
            let step = said.step.0;
            both!(
                language,
                "{who} says that its step {step} is done",
                "{who} dit que son étape {step} est accomplie"
            )
        }
        C::NoteRegistration(said) => {
            let (with, number) = (quoted(language, &said.with), quoted(language, &said.number));
            both!(
                language,
                "{who} notes that the charter is registered with {with} under {number}",
                "{who} note que la charte est enregistrée auprès de {with} sous {number}"
            )
        }
        C::Reserve(_) | C::WithdrawReservation(_) | C::ObjectToReservation(_) | C::WithdrawObjection(_) => {
            reservations(command, who, language)
        }
        _ => String::new(),
    }
}

fn consent(means: Means, who: MemberCode, language: Language) -> String {
    match means {
        Means::Ratification => both!(
            language,
            "{who} consents to be bound by the charter, by ratification",
            "{who} consent à être lié par la charte, par ratification"
        ),
        Means::Acceptance => both!(
            language,
            "{who} consents to be bound by the charter, by acceptance",
            "{who} consent à être lié par la charte, par acceptation"
        ),
        Means::Approval => both!(
            language,
            "{who} consents to be bound by the charter, by approval",
            "{who} consent à être lié par la charte, par approbation"
        ),
    }
}

fn reservations(command: &C, who: MemberCode, language: Language) -> String {
    match command {
        C::Reserve(said) => {
            let (article, text) = (said.article, quoted(language, &said.wording));
            both!(
                language,
                "{who} makes a reservation to article {article}: {text}",
                "{who} formule une réserve à l'article {article} : {text}"
            )
        }
        C::WithdrawReservation(said) => {
            let article = said.article;
            both!(
                language,
                "{who} withdraws its reservation to article {article}",
                "{who} retire sa réserve à l'article {article}"
            )
        }
        C::ObjectToReservation(said) => {
            let (of, article) = (said.of, said.article);
            let between = given(said.precludes.then_some(()), |()| {
                both!(
                    language,
                    "; the charter shall not be in force between {who} and {of}",
                    " ; la charte n'entre pas en vigueur entre {who} et {of}"
                )
            });
            both!(
                language,
                "{who} objects to the reservation of {of} to article {article}{between}",
                "{who} fait objection à la réserve de {of} à l'article {article}{between}"
            )
        }
        C::WithdrawObjection(said) => {
            let (of, article) = (said.of, said.article);
            both!(
                language,
                "{who} withdraws its objection to the reservation of {of} to article {article}",
                "{who} retire son objection à la réserve de {of} à l'article {article}"
            )
        }
        _ => String::new(),
    }
}
