//! What happened in consultations, a sentence an event.

use alloc::format;
use alloc::string::String;

use quorate_charter::MemberCode;
use quorate_partnership::consultations::{About, Event};
use quorate_partnership::{Audience, By, DocumentHash};

use super::events::{listed, who};
use super::{day, minute};

pub(super) fn sentence(event: &Event, by: Option<&By>) -> String {
    let who = who(by);
    match event {
        Event::Called { consultation, threatened, subject, audience, paper, first_session_by, .. } => {
            format!(
                "{who} calls {consultation}: in its opinion the security of {} is threatened, \"{subject}\"{}{}; a session is held by {}",
                listed(threatened),
                with(*paper),
                told_to(*audience),
                minute(*first_session_by)
            )
        }
        Event::Acknowledged { consultation, .. } => format!("{who} acknowledges {consultation}"),
        Event::Closed { consultation, by: Some(_) } => format!("{who} closes {consultation}"),
        Event::Closed { consultation, by: None } => {
            format!("{consultation} closes by the rule: nothing was entered for as long as the article says")
        }
        Event::SessionConvened { by, .. } => in_session(event, &by.map_or("the rule".into(), |_| who)),
        Event::Attended { .. } | Event::MinutesGiven { .. } | Event::Stated { .. } => in_session(event, &who),
        Event::ProceedingReported { proceeding, body, status, source, consultation, on, .. } => {
            let linked =
                consultation.map_or_else(String::new, |consultation| format!(", linked with {consultation}"));
            let on = on.map_or_else(String::new, |on| format!(" on {}", day(on)));
            format!(
                "{who} reports {proceeding}: {} in {body}{on}{linked}; as reported by it, by {source}",
                status.name()
            )
        }
        other => on_texts(other, &who),
    }
}

fn in_session(event: &Event, who: &str) -> String {
    match event {
        Event::SessionConvened {
            session,
            consultation,
            opens,
            chair,
            deputy,
            closes,
            agenda,
            document,
            ..
        } => {
            let closes = closes.map_or_else(String::new, |closes| format!(" until {}", minute(closes)));
            let agenda = agenda.as_ref().map_or_else(String::new, |agenda| format!(": \"{agenda}\""));
            format!(
                "{who} convenes {session} of {consultation}, from {}{closes}{agenda}{}; {chair} chairs, {deputy} is its deputy",
                minute(*opens),
                with(*document)
            )
        }
        Event::Attended { session, .. } => format!("{who} attends {session}"),
        Event::MinutesGiven { session, audience, en, fr, .. } => {
            let text = |language: &str, hash: &Option<DocumentHash>| {
                hash.map_or_else(String::new, |hash| format!(" {language} {}", hash.short()))
            };
            format!(
                "{who} gives the minutes of {session}:{}{}{}",
                text("EN", en),
                text("FR", fr),
                told_to(*audience)
            )
        }
        Event::Stated { statement, consultation, text, audience, about, document, .. } => {
            let about = about.map_or_else(String::new, |about| format!(" on {}", answered(about)));
            format!(
                "{who} makes {statement} in {consultation}{about}: \"{text}\"{}{}",
                with(*document),
                told_to(*audience)
            )
        }
        _ => String::new(),
    }
}

fn on_texts(event: &Event, who: &str) -> String {
    match event {
        Event::TextTabled { text, consultation, outcome, wording, audience, until, document, .. } => format!(
            "{who} tables {text} in {consultation}, {}: \"{wording}\"{}{}; it is agreed if nobody objects until {}",
            outcome.name(),
            with(*document),
            told_to(*audience),
            minute(*until)
        ),
        Event::SilenceBroken { text, reason, concludes, .. } => format!(
            "{who} breaks the silence on {text}: \"{reason}\"; who supports it says so until {}",
            minute(*concludes)
        ),
        Event::Supported { text, .. } => format!("{who} supports {text}"),
        Event::Dissociated { text, reason, .. } => {
            format!("{who} dissociates itself from {text}: \"{reason}\"")
        }
        Event::TextAgreed { text, by } => format!("{text} is agreed by {}: nobody objected", listed(by)),
        Event::TextConcluded { text, supported_by, dissociated } => {
            format!("{text} is recorded, {}", stands(supported_by, dissociated))
        }
        Event::TextTakenBack { text, reason, .. } => format!("{who} takes {text} back: \"{reason}\""),
        Event::DecisionNamed { text, decision } => {
            format!("{who} names {decision} as the one that {text} asked for")
        }
        _ => String::new(),
    }
}

/// How a text over an objection is recorded.
pub(crate) fn stands(supported_by: &[MemberCode], dissociated: &[MemberCode]) -> String {
    let verb = if dissociated.len() == 1 { "dissociates itself" } else { "dissociate themselves" };
    match (supported_by, dissociated) {
        ([], []) => "supported by nobody".into(),
        ([], away) => format!("supported by nobody; {} {verb}", listed(away)),
        (support, []) => format!("supported by {}", listed(support)),
        (support, away) => format!("supported by {}; {} {verb}", listed(support), listed(away)),
    }
}

/// What a statement answers.
pub(crate) fn answered(about: About) -> String {
    match about {
        About::Session(session) => format!("{session}"),
        About::Text(text) => format!("{text}"),
        About::Statement(statement) => format!("{statement}"),
    }
}

fn with(paper: Option<DocumentHash>) -> String {
    paper.map_or_else(String::new, |hash| format!(", with paper {}", hash.short()))
}

fn told_to(audience: Audience) -> &'static str {
    match audience {
        Audience::Members => ", for members",
        Audience::Public => ", for everybody",
    }
}
