//! What happened about existing arrangements, a sentence an event.

use alloc::format;
use alloc::string::String;

use quorate_partnership::By;
use quorate_partnership::frameworks::{ArrangementEvent as Event, Resting};

use super::events::who;
use super::{day, members};

pub(super) fn sentence(event: &Event, by: Option<&By>) -> String {
    let told = who(by);
    match event {
        Event::Recorded { arrangement, terms, .. } => {
            let (with, ours) = (members(terms.with.iter().copied()), members(terms.members.iter().copied()));
            let (title, kind) = (&terms.view.title, &terms.view.kind);
            format!("{told} records {arrangement} of {ours} with {with}, {kind}: \"{title}\"")
        }
        Event::Revised { arrangement, by, version, view } => {
            format!("{told} tells the view of {by} on {arrangement}, version {version}: \"{}\"", view.title)
        }
        Event::Reviewed { arrangement, outcome, on, next, .. } => {
            let (on, next) = (day(*on), day(*next));
            format!(
                "{told} tells that {arrangement} was reviewed on {on}: {}; the next by {next}",
                outcome.name()
            )
        }
        Event::NoticeGiven { arrangement, told_by, by, given, ends } => {
            let (given, ends) = (day(*given), day(*ends));
            format!(
                "{told} tells that {by} gave notice of {arrangement} on {given}: for {told_by} it ends on {ends}"
            )
        }
        Event::NoticeTakenBack { arrangement, .. } => {
            format!("{told} tells that the notice of {arrangement} was taken back")
        }
        Event::Ended { arrangement, of, notice_of: Some(by) } => {
            format!("{arrangement} ends for {of}: the time of the notice by {by} is over")
        }
        Event::Ended { arrangement, of, notice_of: None } => {
            format!("{told} tells that {arrangement} is over for {of}")
        }
        Event::Rests { dependency, on, what, .. } => {
            let what = match what {
                Resting::Arrangement(number) => format!("{number}"),
                Resting::Line(number) => format!("{number}"),
                Resting::Item(words) => format!("\"{words}\""),
            };
            format!("{told} says that {what} rests on {on}: {dependency}")
        }
        Event::RestsNoLonger { dependency, .. } => format!("{told} takes {dependency} back"),
        Event::Questioned { arrangement, state, source, .. } => {
            format!("{told} reports that {state} puts {arrangement} in question: \"{source}\"")
        }
    }
}
