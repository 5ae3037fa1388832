//! What happened to decisions, a sentence an event.

use alloc::format;
use alloc::string::String;

use quorate_charter::{Charter, MemberCode};
use quorate_partnership::decisions::{Choice, Effect, Event, Reserve};
use quorate_partnership::{By, CommandId, DecisionNo, Moment, Phrase};

use super::events::{listed, who};
use super::{amount, minute, verdict};

pub(super) fn sentence(event: &Event, by: Option<&By>, charter: &Charter) -> String {
    use Event as E;
    match event {
        E::Tabled { decision, mover, title, effect, rule, .. } => {
            let does = does(effect);
            format!("{mover} tables {decision}: \"{title}\", to {does}, to be decided by rule {rule}")
        }
        E::Amended { decision, version, title, effect, rule, .. } => {
            let (does, who) = (does(effect), who(by));
            format!("{who} amends {decision}, now version {version}: \"{title}\", to {does}, by rule {rule}")
        }
        E::Withdrawn { decision } => format!("{} withdraws its draft, {decision}", who(by)),
        E::Opened { decision, participating, not_taking_part, closes, version } => {
            opened((*decision, *version), participating, not_taking_part, *closes)
        }
        E::Voted { decision, member, choice, replaces, explanation, reserve } => {
            let vote = voted(*decision, *member, *choice, *replaces);
            format!("{vote}{}{}", reserve.map_or("", to_be_confirmed), explained(explanation.as_ref()))
        }
        E::Objected { decision, member, reason, replaces } => {
            format!("{member}{} objects to {decision}: \"{reason}\"", now(*replaces))
        }
        E::Converted { decision, closes } => {
            format!("silence does not adopt {decision}: members vote on it until {}", minute(*closes))
        }
        E::Extended { decision, closes } => {
            format!("the outcome of {decision} has changed late: it now closes on {}", minute(*closes))
        }
        E::Unconfirmed { decision, members, until } => format!(
            "the outcome of {decision} hangs on votes to be confirmed by {}: the closing waits until {}, and what is \
             not confirmed then counts as absent",
            listed(members),
            minute(*until)
        ),
        E::ProxyGiven { decision, member, holder } => {
            format!("{member} gives its vote on {decision} to {holder}: it counts if {holder} itself votes")
        }
        E::ProxyEnded { decision, member, holder } => {
            format!("the proxy of {member} on {decision}, held by {holder}, ends")
        }
        E::Closed { decision, verdict: found, silent, .. } => {
            format!("{decision}: {}{}", verdict(found, charter), by_silence(silent.as_deref()))
        }
        E::Lapsed { decision } => format!("{decision} lapses: it was not executed in time"),
        E::Executed { decision } => format!("{} executes {decision}", who(by)),
    }
}

/// What a decision does, after *to*.
#[must_use]
pub fn does(effect: &Effect) -> String {
    match effect {
        Effect::Assist { case } => format!("approve {case}"),
        Effect::WriteOff { case } => format!("write off what is outstanding of {case}"),
        Effect::ReleaseGuarantee { case } => format!("release what nobody claimed of {case}"),
        Effect::FindBreach { case, term } => super::financing::find_breach(*case, *term),
        Effect::EndBreach { case } => format!("find that the breach of {case} is over"),
        Effect::Call { total } => format!("call {}", amount(*total)),
        Effect::Restore { total } => format!("call {} to restore what losses took", amount(*total)),
        Effect::Budget { year, amount: sum } => {
            format!("set {} aside for the administration's expenses of {year}", amount(*sum))
        }
        Effect::Members(effect) => super::standing_effect(effect),
        Effect::Relation(effect) => super::relation_effect(effect),
        Effect::NameParty { case, member } => format!("name {member} a party to the dispute about {case}"),
    }
}

fn opened(
    (decision, version): (DecisionNo, u32),
    participating: &[MemberCode],
    not_taking_part: &[MemberCode],
    closes: Moment,
) -> String {
    let out = match not_taking_part {
        [] => String::new(),
        [one] => format!(" {one} does not take part;"),
        several => format!(" {} do not take part;", listed(several)),
    };
    let version = if version > 1 { format!(", version {version},") } else { String::new() };
    format!("{decision}{version} opens for {};{out} it closes on {}", listed(participating), minute(closes))
}

fn voted(decision: DecisionNo, member: MemberCode, choice: Choice, replaces: Option<CommandId>) -> String {
    let changes = now(replaces);
    match choice {
        Choice::Abstain => format!("{member}{changes} abstains on {decision}"),
        Choice::InFavour => format!("{member}{changes} votes in favour of {decision}"),
        Choice::Against => format!("{member}{changes} votes against {decision}"),
    }
}

fn now(replaces: Option<CommandId>) -> &'static str {
    if replaces.is_some() { " now" } else { "" }
}

fn to_be_confirmed(reserve: Reserve) -> &'static str {
    match reserve {
        Reserve::AdReferendum => ", ad referendum: to be confirmed",
        Reserve::Parliamentary => ", under parliamentary reserve: to be confirmed",
    }
}

fn explained(explanation: Option<&Phrase>) -> String {
    explanation.map_or_else(String::new, |text| format!(", and explains: \"{text}\""))
}

fn by_silence(silent: Option<&[MemberCode]>) -> String {
    match silent {
        None | Some([]) => String::new(),
        Some(silent) => format!("; in favour by silence: {}", listed(silent)),
    }
}
