//! What happened to a decision, event by event, as the record has it.

use maud::{Markup, html};
use quorate_charter::MemberCode;
use quorate_partnership::decisions::{Choice, Effect, Event as E, Reserve};
use quorate_partnership::{Booked, DecisionNo, Event, Moment, Phrase};
use quorate_records::words;

use crate::visit::Page;

/// How many of the first and of the last events are told, where there are too many for a page.
const FIRST: usize = 20;
const LAST: usize = 80;

pub(super) fn history(page: &Page<'_>, decision: DecisionNo) -> Markup {
    let all: Vec<(u64, &Booked)> = page.records().history(decision).collect();
    let left_out = all.len().saturating_sub(FIRST.saturating_add(LAST));
    let first = if left_out == 0 { all.len() } else { FIRST };
    let (first, rest) = all.split_at_checked(first).unwrap_or((&all, &[]));
    let last = rest.get(left_out..).unwrap_or_default();
    html! {
        section #history {
            h2 { (page.t("history")) }
            p.soft { (page.t("history-says")) }
            ol.timeline { @for (leaf, booked) in first { (line(page, *leaf, booked)) } }
            @if left_out > 0 {
                p.soft { (page.with("history-left-out", &[("count", &left_out.to_string())])) " "
                    a href=(format!("{}?decision={}", page.to("/record/votes"), decision.0)) { (page.t("all-rows")) } }
                ol.timeline { @for (leaf, booked) in last { (line(page, *leaf, booked)) } }
            }
        }
    }
}

fn line(page: &Page<'_>, leaf: u64, booked: &Booked) -> Markup {
    let place = [("height", booked.height.to_string()), ("event", leaf.to_string())];
    let place: Vec<(&str, &str)> = place.iter().map(|(name, value)| (*name, value.as_str())).collect();
    html! {
        li {
            time { (words::minute(booked.fell_due.unwrap_or(booked.at))) } " "
            small.soft { (page.with("history-place", &place)) }
            div { @if let Event::Decisions(event) = &booked.event { (what(page, booked, event)) } }
        }
    }
}

fn what(page: &Page<'_>, booked: &Booked, event: &E) -> Markup {
    let who = booked.by.map_or_else(|| page.t("history-time"), |by| page.told(&by.post.to_string()));
    let who = ("who", who.as_str());
    match event {
        E::Tabled { title, effect, rule, .. } => {
            let said = page.with("history-tabled", &[who, ("rule", rule.as_str())]);
            drafted(page, &said, title, effect)
        }
        E::Amended { version, title, effect, rule, .. } => {
            let version = version.to_string();
            let said = page.with("history-amended", &[who, ("rule", rule.as_str()), ("version", &version)]);
            drafted(page, &said, title, effect)
        }
        E::Withdrawn { .. } => html! { (page.with("history-withdrawn", &[who])) },
        E::Opened { version, participating, not_taking_part, closes, .. } => {
            let (version, members) = (version.to_string(), listed(participating));
            let until = words::minute(*closes);
            let gaps = [who, ("version", &version), ("members", &members), ("until", &until)];
            let out = listed(not_taking_part);
            html! {
                (page.with("history-opened", &gaps))
                @if !out.is_empty() { " " (page.with("history-out", &[("members", &out)])) }
            }
        }
        E::Voted { member, choice, replaces, explanation, reserve, .. } => {
            let key = voted(*choice);
            html! {
                (page.with(key, &[("member", member.as_str())]))
                @if replaces.is_some() { " " (page.t("history-replaces")) }
                @if let Some(reserve) = reserve { " " (page.t(reserved(*reserve))) }
                @if let Some(text) = explanation { " " (page.t("history-explained")) " " q translate="no" { (text) } }
            }
        }
        E::Objected { member, reason, replaces, .. } => html! {
            (page.with("history-objected", &[("member", member.as_str())]))
            @if replaces.is_some() { " " (page.t("history-replaces")) }
            " " (page.t("history-explained")) " " q translate="no" { (reason) }
        },
        other => moved(page, who, other),
    }
}

/// What moved the deadline or a proxy, and what ended it.
fn moved(page: &Page<'_>, who: (&str, &str), event: &E) -> Markup {
    let until = |key: &str, moment: &Moment| page.with(key, &[("until", &words::minute(*moment))]);
    let proxy = |key: &str, member: &MemberCode, holder: &MemberCode| {
        page.with(key, &[("member", member.as_str()), ("holder", holder.as_str())])
    };
    html! {
        @match event {
            E::Converted { closes, .. } => { (until("history-converted", closes)) }
            E::Extended { closes, .. } => { (until("history-extended", closes)) }
            E::Unconfirmed { members, until, .. } => {
                (page.with("history-unconfirmed", &[("members", &listed(members)), ("until", &words::minute(*until))]))
            }
            E::ProxyGiven { member, holder, .. } => { (proxy("history-proxy", member, holder)) }
            E::ProxyEnded { member, holder, .. } => { (proxy("history-proxy-ended", member, holder)) }
            E::Closed { verdict, silent, executable_until, .. } => {
                (page.t("history-closed")) " " (page.told(&words::verdict(verdict, page.records().charter()))) "."
                @if let Some(silent) = silent.as_ref().filter(|silent| !silent.is_empty()) {
                    " " (page.with("history-silent", &[("members", &listed(silent))]))
                }
                @if let Some(moment) = executable_until { " " (until("history-executable", moment)) }
            }
            E::Lapsed { .. } => { (page.t("history-lapsed")) }
            E::Executed { .. } => { (page.with("history-executed", &[who])) }
            _ => {}
        }
    }
}

/// A text of the draft, and what it would do.
fn drafted(page: &Page<'_>, said: &str, title: &Phrase, effect: &Effect) -> Markup {
    html! {
        (said) " " q translate="no" { (title) } " "
        (page.with("history-would", &[("does", &page.told(&words::does(effect)))]))
    }
}

pub(super) fn voted(choice: Choice) -> &'static str {
    match choice {
        Choice::InFavour => "history-in-favour",
        Choice::Against => "history-against",
        Choice::Abstain => "history-abstains",
    }
}

fn reserved(reserve: Reserve) -> &'static str {
    match reserve {
        Reserve::AdReferendum => "history-ad-referendum",
        Reserve::Parliamentary => "history-parliamentary",
    }
}

pub(super) fn listed(members: &[MemberCode]) -> String {
    let codes: Vec<&str> = members.iter().map(MemberCode::as_str).collect();
    codes.join(", ")
}
