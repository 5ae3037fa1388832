//! What members say of themselves, a sentence an event.

use alloc::format;
use alloc::string::String;

use quorate_partnership::frameworks::assessments::{Event, Particulars, Status};
use quorate_partnership::{AssessmentNo, By};

use super::day;
use super::events::who;

pub(super) fn sentence(event: &Event, by: Option<&By>) -> String {
    let by = who(by);
    match event {
        Event::LegalGiven { assessment, legal, ends, .. } => {
            let until = legal.until.map_or_else(String::new, |until| format!(", valid until {}", day(until)));
            format!(
                "{by} gives {assessment}: {} takes {} under \"{}\", decided by \"{}\", parliament: {}{until}{}",
                legal.item,
                days(legal.days),
                legal.basis,
                legal.decides,
                legal.parliament.name(),
                about(&legal.particulars, *ends)
            )
        }
        Event::PathwayGiven { assessment, pathway, ends, .. } => {
            let open = if pathway.open { ", open to others" } else { "" };
            let consent = pathway.consent.map_or_else(String::new, |state| {
                format!(", nothing goes on without the consent of {state}")
            });
            format!(
                "{by} gives {assessment}: {} is bought by the pathway {} in {}{open}{consent}{}",
                pathway.item,
                pathway.kind.name(),
                days(pathway.days),
                about(&pathway.particulars, *ends)
            )
        }
        Event::StandardGiven { assessment, standard, ends, .. } => {
            let steps = [
                (standard.ratified, "ratified"),
                (standard.implemented, "implemented"),
                (standard.tested, "tested"),
                (standard.certified, "certified"),
                (standard.exercised, "last exercised"),
            ];
            let said = steps.into_iter().filter_map(|(on, step)| Some(format!(", {step} {}", day(on?))));
            format!(
                "{by} gives {assessment}: {} {}{}{}",
                standard.standard,
                standard.edition,
                said.collect::<String>(),
                about(&standard.particulars, *ends)
            )
        }
        Event::Withdrawn { assessment, .. } => format!("{by} withdraws {assessment}"),
    }
}

fn days(days: u32) -> String {
    if days == 1 { "1 day".into() } else { format!("{days} days") }
}

/// What every assessment says beside its facts.
fn about(particulars: &Particulars, ends: Option<AssessmentNo>) -> String {
    let draft = if particulars.status == Status::Draft { ", a draft" } else { "" };
    let place =
        particulars.replaces.map_or_else(String::new, |earlier| format!(", in the place of {earlier}"));
    let ends = ends.map_or_else(String::new, |draft| format!(", ending the draft {draft}"));
    let evidence = particulars.evidence.map_or_else(
        || "; no evidence is named".into(),
        |hash| format!("; its evidence is {}", hash.short()),
    );
    let (on, review) = (day(particulars.on), day(particulars.review));
    format!(
        "{draft}{place}{ends}; as of {on}, to be reviewed by {review}{evidence}: \"{}\"",
        particulars.wording
    )
}
