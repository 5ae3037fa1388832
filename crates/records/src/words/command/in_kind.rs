//! What is asked about help in kind.

use alloc::string::String;

use quorate_charter::MemberCode;
use quorate_partnership::cases::Command as C;

use super::{given, quoted};
use crate::words::{Language, amount, day};

pub(super) fn sentence(command: &C, who: MemberCode, language: Language) -> String {
    match command {
        C::Need(said) => {
            let (case, quantity, until) = (said.case.0, said.quantity, day(said.until));
            let (what, unit) = (quoted(language, &said.what), quoted(language, &said.unit));
            both!(
                language,
                "{who} says what is needed for case {case} by {until}: {what}, {quantity} of the unit {unit}",
                "{who} dit ce qu'il faut pour le dossier {case} d'ici au {until} : {what}, {quantity}, unité {unit}"
            )
        }
        C::Offer(said) => {
            let (need, quantity) = (said.need.0, said.quantity);
            let worth = given(said.value, |value| {
                let value = amount(value);
                both!(language, ", worth {value}", ", d'une valeur de {value}")
            });
            match said.lent {
                true => both!(
                    language,
                    "{who} offers to lend {quantity} for need {need}{worth}, for itself alone",
                    "{who} offre de prêter {quantity} pour le besoin {need}{worth}, pour lui seul"
                ),
                false => both!(
                    language,
                    "{who} offers to give {quantity} for need {need}{worth}, for itself alone",
                    "{who} offre de donner {quantity} pour le besoin {need}{worth}, pour lui seul"
                ),
            }
        }
        C::WithdrawOffer(said) => {
            let offer = said.offer.0;
            both!(language, "{who} withdraws its offer {offer}", "{who} retire son offre {offer}")
        }
        _ => more(command, who, language),
    }
}

fn more(command: &C, who: MemberCode, language: Language) -> String {
    match command {
        C::Match(said) => {
            let (offer, quantity) = (said.offer.0, said.quantity);
            both!(
                language,
                "{who} takes up {quantity} of offer {offer} for the need",
                "{who} retient {quantity} de l'offre {offer} pour le besoin"
            )
        }
        C::Deliver(said) => {
            let offer = said.offer.0;
            both!(
                language,
                "{who} says that what was matched of its offer {offer} is delivered",
                "{who} dit que ce qui a été retenu de son offre {offer} est livré"
            )
        }
        C::AcceptDelivery(said) => {
            let (offer, quantity) = (said.offer.0, said.quantity);
            both!(
                language,
                "{who} accepts {quantity} of what offer {offer} delivered",
                "{who} accepte {quantity} de ce que l'offre {offer} a livré"
            )
        }
        C::Return(said) => {
            let offer = said.offer.0;
            both!(
                language,
                "{who} says that what was lent by offer {offer} is back",
                "{who} dit que ce qui a été prêté par l'offre {offer} est rendu"
            )
        }
        _ => String::new(),
    }
}
