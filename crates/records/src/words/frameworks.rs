//! What happened about frameworks, a sentence an event.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use quorate_charter::MemberCode;
use quorate_partnership::By;
use quorate_partnership::frameworks::{Event, Notice};

use super::events::who;

/// States in a row.
pub(crate) fn members(codes: impl Iterator<Item = MemberCode>) -> String {
    let codes: Vec<MemberCode> = codes.collect();
    super::events::listed(&codes)
}

pub(super) fn sentence(event: &Event, by: Option<&By>) -> String {
    let who = who(by);
    match event {
        Event::Assessments(event) => super::assessments::sentence(event, by),
        Event::Procurement(event) => super::procurement::sentence(event, by),
        Event::Noticed { framework, notice, .. } => format!("{who} tells of {framework}, {}", told(notice)),
        Event::Confirmed { framework, version, .. } => {
            format!("{who} confirms report {version} of {framework}")
        }
        Event::WordTakenBack { framework, by } => {
            format!("{who} takes the word of {by} on {framework} back")
        }
        Event::Updated { framework, version, status, .. } => {
            format!("{who} reports {framework} as {}: report {version}", status.name())
        }
        Event::Arrangements(event) => super::arrangements::sentence(event, by),
    }
}

fn told(notice: &Notice) -> String {
    let parties = members(notice.parties.iter().copied());
    let text = notice.text.map_or_else(String::new, |hash| format!("; its text is {}", hash.short()));
    let (form, status) = (notice.form.name(), notice.status.name());
    format!("{form} of {parties}, {status}, \"{}\"{text}", notice.title)
}
