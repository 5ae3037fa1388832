//! What happened to the standing of members, and what decisions do to it.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use quorate_partnership::members::{Admit, BeneficiaryEvent, Effect, Event};

use super::minute;

/// What an effect on standing does, after "to".
pub(crate) fn effect(effect: &Effect) -> String {
    match effect {
        Effect::Suspend(effect) => format!("suspend {}", effect.member),
        Effect::Restore(effect) => format!("end the suspension of {}", effect.member),
        Effect::Admit(effect) => format!("invite {} to accede", effect.member),
        Effect::Amend(effect) => {
            format!("amend text {} by the text {}", effect.amends, effect.text.hash().short())
        }
        Effect::Reaccredit(effect) => format!("give new keys to {}", effect.member),
        Effect::AdmitBeneficiary(effect) => format!("admit {} to ask for help", effect.state),
        Effect::EndAdmission(effect) => format!("end the admission of {}", effect.state),
        Effect::Adopt(effect) => {
            format!("adopt the text \"{}\", document {}", effect.title, effect.document.short())
        }
    }
}

/// The event in a sentence; none for an event on keys.
pub(super) fn sentence(event: &Event) -> Option<String> {
    Some(match event {
        Event::Signed { member, provisionally: true } => {
            format!("{member} signs the charter and applies it provisionally")
        }
        Event::Signed { member, .. } => format!("{member} signs the charter"),
        Event::Ratified { member } => format!("{member} ratifies the charter"),
        Event::EnteredIntoForce => "the charter enters into force for those that ratified it".into(),
        Event::ProvisionalEnded { member } => {
            format!("{member} ends its provisional application of the charter")
        }
        Event::NoticeGiven { member, effective } => {
            format!("{member} gives notice of withdrawal, which takes effect on {}", minute(*effective))
        }
        Event::NoticeTakenBack { member, .. } => format!("{member} takes its notice of withdrawal back"),
        Event::Left { member } => {
            format!("the withdrawal of {member} takes effect: it is no member any more")
        }
        Event::Invited { terms, .. } => {
            format!("{} ({}) is invited to accede{}", terms.member, terms.name_en, weights(terms))
        }
        Event::Acceded { member, .. } => format!("{member} accedes: it is a member"),
        Event::Suspended { member, until, .. } => {
            format!("{member} is suspended until {}", minute(*until))
        }
        Event::Restored { member, decision: Some(decision) } => {
            format!("the suspension of {member} ends by {decision}")
        }
        Event::Restored { member, decision: None } => format!("the suspension of {member} ends"),
        Event::AmendmentAdopted { version, terms, .. } => {
            let hash = terms.text.hash();
            format!("the text {} is adopted as text {version}, and waits for acceptances", hash.short())
        }
        Event::AmendmentAccepted { member, version } => format!("{member} accepts text {version}"),
        Event::AmendmentInForce { version } => {
            format!("text {version} comes into force for those that accepted it")
        }
        Event::KeysToBeReplaced { member, root, effective, .. } => format!(
            "new keys of {member} wait, root {}; unless it objects they take effect on {}",
            root.short(),
            minute(*effective)
        ),
        Event::KeysObjected { member, .. } => {
            format!("{member} has a key: the new keys decided for it are void")
        }
        Event::KeysReplaced { member, root, .. } => {
            format!("the new keys of {member} take effect, root {}: all its credentials end", root.short())
        }
        Event::Stated { decision, member, text } => format!("{member} states on {decision}: \"{text}\""),
        Event::VotesRest { member, since } => {
            format!("the votes of {member} rest: it owes since {}", minute(*since))
        }
        Event::VotesKept { member, since, .. } => format!(
            "{member} owes since {}, and its votes do not rest: too few would be left to decide",
            minute(*since)
        ),
        Event::VotesReturn { member } => format!("{member} has paid what was overdue: its votes count again"),
        other => return of_others(other),
    })
}

fn of_beneficiaries(event: &BeneficiaryEvent) -> String {
    match event {
        BeneficiaryEvent::Admitted { terms, .. } => {
            format!("{} ({}) is admitted to ask for help, and is no member", terms.state, terms.name_en)
        }
        BeneficiaryEvent::AdmissionEnded { state, .. } => {
            format!("the admission of {state} ends: what was approved for it goes on")
        }
    }
}

fn of_others(event: &Event) -> Option<String> {
    match event {
        Event::Beneficiaries(event) => Some(of_beneficiaries(event)),
        Event::Instrument(event) => Some(super::instrument::sentence(event)),
        Event::NodeNamed { member, node } => Some(format!(
            "{member} names its node, key {}: it agrees on blocks from the next on",
            node.short()
        )),
        Event::DoubleSigned { member, height } => Some(format!(
            "the node of {member} signed two things at height {height} of which it may sign one; the block that says so \
             proves it"
        )),
        Event::NodeGone { member } => Some(format!("the node of {member}, which left, agrees no more")),
        _ => None,
    }
}

fn weights(terms: &Admit) -> String {
    let weights = terms.weights.iter().map(|weight| format!("{} {}", weight.measure, weight.weight));
    let weights: Vec<String> = weights.collect();
    if weights.is_empty() { String::new() } else { format!(", with {}", weights.join(", ")) }
}
