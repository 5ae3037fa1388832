//! What is asked about what members buy together.

use alloc::string::String;

use quorate_charter::MemberCode;
use quorate_partnership::frameworks::procurement::{Command as C, Linked, Propose};

use super::assessments::pathway_kind;
use super::{quoted, readable};
use crate::words::{Language, amount, day, shares};

pub(super) fn sentence(command: &C, who: MemberCode, language: Language) -> String {
    match command {
        C::Propose(said) => proposed(said, who, language),
        C::Sign(said) => {
            let number = said.procurement.0;
            both!(
                language,
                "{who} signs joint procurement {number}, and bears its own share of it",
                "{who} signe l'acquisition conjointe {number} et en supporte sa propre part"
            )
        }
        C::Contract(said) => {
            let (number, reference, on) =
                (said.procurement.0, quoted(language, &said.reference), day(said.on));
            both!(
                language,
                "{who} says that the contract of joint procurement {number} was made on {on}: {reference}",
                "{who} dit que le contrat de l'acquisition conjointe {number} a été conclu le {on} : {reference}"
            )
        }
        C::Link(said) => {
            let number = said.procurement.0;
            let what = match said.to {
                Linked::Offer(offer) => {
                    let offer = offer.0;
                    both!(language, "offer {offer}", "l'offre {offer}")
                }
                Linked::Payment(payment) => {
                    let payment = payment.0;
                    both!(language, "payment {payment}", "le paiement {payment}")
                }
            };
            both!(
                language,
                "{who} says that {what} belongs to joint procurement {number}",
                "{who} dit que {what} relève de l'acquisition conjointe {number}"
            )
        }
        _ => more(command, who, language),
    }
}

fn more(command: &C, who: MemberCode, language: Language) -> String {
    match command {
        C::Deliver(said) => {
            let (number, what, on) = (said.procurement.0, quoted(language, &said.what), day(said.on));
            both!(
                language,
                "{who} says that joint procurement {number} was delivered on {on}: {what}",
                "{who} dit que l'acquisition conjointe {number} a été livrée le {on} : {what}"
            )
        }
        C::Accept(said) => {
            let number = said.procurement.0;
            both!(
                language,
                "{who} accepts what joint procurement {number} delivered",
                "{who} accepte ce que l'acquisition conjointe {number} a livré"
            )
        }
        C::End(said) => {
            let (number, reason) = (said.procurement.0, quoted(language, &said.reason));
            both!(
                language,
                "{who} ends joint procurement {number}: {reason}",
                "{who} met fin à l'acquisition conjointe {number} : {reason}"
            )
        }
        _ => String::new(),
    }
}

fn proposed(said: &Propose, who: MemberCode, language: Language) -> String {
    let (title, case, lead, total) =
        (quoted(language, &said.title), said.case.0, said.lead, amount(said.total));
    let (kind, shares, by) = (pathway_kind(said.pathway, language), shares(said), day(said.sign_by));
    let rest = readable(language, said.audience);
    both!(
        language,
        "{who} proposes a joint procurement for case {case}, {title}: {total} at most, lead {lead}, pathway {kind}, shares {shares}, \
         to be signed by {by}{rest}",
        "{who} propose une acquisition conjointe pour le dossier {case}, {title} : {total} au plus, pilote {lead}, voie {kind}, parts \
         {shares}, à signer d'ici au {by}{rest}"
    )
}
