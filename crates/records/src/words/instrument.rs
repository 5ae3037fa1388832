//! What happened to the charter as an instrument, and under it.

use alloc::format;
use alloc::string::String;

use quorate_partnership::members::{self, InstrumentEvent as Event};

use super::{day, minute};

/// The event in a sentence.
pub(super) fn sentence(event: &Event) -> String {
    match event {
        Event::TextAdopted { terms, .. } => {
            format!("the text \"{}\" is adopted, document {}", terms.title, terms.document.short())
        }
        Event::Agreed { member } => format!("{member} adopts the text as it was negotiated"),
        Event::FullPowersLodged { member, act, document } => {
            format!("{member} lodges full powers for its {}, document {}", act.name(), document.short())
        }
        Event::SignedAdReferendum { member } => {
            format!("{member} signs the charter ad referendum: the signature waits for its confirmation")
        }
        Event::ConsentGiven { member, means } => {
            format!("{member} gives its consent by {}", means.name())
        }
        Event::TakenIn { member, by } => format!("{by} takes in the consent of {member}, as a depositary"),
        Event::TakesPart { member } => format!("{member} takes part in the arrangement by its signature"),
        Event::ProvisionalEnds { member, effective } => format!(
            "{member} gives notice that it ends its provisional application, which takes effect on {}",
            minute(*effective)
        ),
        Event::Reserved { member, article, wording } => {
            format!("{member} makes a reservation to article {article}: \"{wording}\"")
        }
        Event::ReservationWithdrawn { member, article } => {
            format!("{member} withdraws its reservation to article {article}")
        }
        Event::Objected { by, member, article, precludes } => {
            let between =
                if *precludes { "; the instrument shall not be in force between the two" } else { "" };
            format!("{by} objects to the reservation of {member} to article {article}{between}")
        }
        Event::ObjectionWithdrawn { by, member, article } => {
            format!("{by} withdraws its objection to the reservation of {member} to article {article}")
        }
        Event::Declared { declaration, member, wording, .. } => {
            format!("{member} makes {declaration}: \"{wording}\"")
        }
        Event::StepDeclared { step, member, what, by, .. } => {
            format!("{member} declares {step}, by {}: \"{what}\"", day(*by))
        }
        Event::StepCompleted { step, member } => format!("{member} has done {step}"),
        Event::RegistrationNoted { by, with, number } => {
            format!("{by} notes that the instrument is registered: {with}, {number}")
        }
    }
}

/// What is said otherwise of an arrangement, which binds nobody.
pub(super) fn of_arrangement(event: &members::Event) -> Option<String> {
    Some(match event {
        members::Event::Signed { member, .. } => format!("{member} signs the arrangement"),
        members::Event::EnteredIntoForce => {
            "the arrangement comes into effect for those that take part in it".into()
        }
        members::Event::AmendmentInForce { version } => {
            format!("text {version} comes into effect for those that accepted it")
        }
        members::Event::Left { member } => {
            format!("the withdrawal of {member} takes effect: it takes part no more")
        }
        _ => return None,
    })
}
