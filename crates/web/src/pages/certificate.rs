//! The certificate of a decision: which votes were counted, where that stands in the record, which members' nodes signed the
//! record it stands in; and the file that proves it to whoever has no part in it.

use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use maud::{Markup, html};
use quorate_charter::MemberCode;
use quorate_partnership::decisions::{Choice, Counted, Event as E};
use quorate_partnership::{Booked, DecisionNo, Event};
use quorate_records::proof::{grouped_hex, root_words};
use quorate_records::words;

use super::history::listed;
use crate::error;
use crate::parts::sheet;
use crate::proved::{Cosigned, NoProof};
use crate::shell::{Chapter, Content};
use crate::visit::{Page, Visit};

/// The certificate, once the vote has closed.
pub(super) fn certificate(page: &Page<'_>, decision: DecisionNo, cosigned: Option<&Cosigned>) -> Markup {
    let mut events = page.records().history(decision);
    let closed = events.find_map(|(leaf, booked)| match &booked.event {
        Event::Decisions(E::Closed { verdict, counted, silent, .. }) => {
            Some((leaf, booked, verdict, counted, silent.as_deref().unwrap_or_default()))
        }
        _ => None,
    });
    let Some((leaf, booked, verdict, counted, silent)) = closed else { return html! {} };
    html! {
        section #certificate {
            h2 { (page.t("certificate")) }
            p.soft { (page.t("certificate-says")) }
            p.answer .proven[verdict.adopted()] .fails[!verdict.adopted()] {
                (page.told(&words::verdict(verdict, page.records().charter())))
            }
            (votes(page, counted, silent))
            dl.about { (place(page, leaf, booked)) (signed(page, leaf, cosigned)) }
            (proven(page, decision, cosigned.filter(|cosigned| covers(cosigned, leaf))))
        }
    }
}

/// Whether an event is in the record that a checkpoint names.
fn covers(cosigned: &Cosigned, leaf: u64) -> bool {
    cosigned.note.checkpoint().extent.size > leaf
}

/// The votes that the closing event counted.
fn votes(page: &Page<'_>, counted: &[Counted], silent: &[MemberCode]) -> Markup {
    let key = |choice: Choice| match choice {
        Choice::InFavour => "in-favour",
        Choice::Against => "against",
        Choice::Abstain => "abstain",
    };
    let one = |vote: &Counted| {
        vec![
            html! { (vote.member) },
            html! { (page.t(key(vote.choice)))
            @if let Some(holder) = vote.by_proxy { ", " (page.with("certificate-proxy", &[("holder", holder.as_str())])) } },
            html! { code.hash { (vote.command) } },
        ]
    };
    let rows = counted.iter().map(one).chain(
        silent
            .iter()
            .map(|member| vec![html! { (member) }, html! { (page.t("certificate-silent")) }, html! { "–" }]),
    );
    let heads = ["certificate-member", "certificate-vote", "certificate-command"];
    let heads: Vec<(String, bool)> = heads.iter().map(|key| (page.t(key), false)).collect();
    let rows: Vec<Vec<Markup>> = rows.collect();
    html! {
        (sheet(page, &page.t("certificate-counted"), &heads, &rows))
        p.soft { (page.t("certificate-absent")) " " a href="#tally" { (page.t("tally")) } "." }
    }
}

/// Where the closing stands in the record.
fn place(page: &Page<'_>, leaf: u64, booked: &Booked) -> Markup {
    html! {
        div { dt { (page.t("certificate-closed")) } dd { time { (words::minute(booked.fell_due.unwrap_or(booked.at))) } } }
        div {
            dt { (page.t("certificate-place")) }
            dd { (page.with("history-place", &[("height", &booked.height.to_string()), ("event", &leaf.to_string())])) }
        }
    }
}

/// Who signed the record in which it stands.
fn signed(page: &Page<'_>, leaf: u64, cosigned: Option<&Cosigned>) -> Markup {
    html! {
        div {
            dt { (page.t("certificate-signed")) }
            dd { @match cosigned {
                Some(cosigned) if covers(cosigned, leaf) => { (signers(page, cosigned)) }
                _ => { (page.t("certificate-unsigned")) }
            } }
        }
    }
}

/// A checkpoint in words: its height, its root, who signed.
pub(super) fn signers(page: &Page<'_>, cosigned: &Cosigned) -> Markup {
    let checkpoint = cosigned.note.checkpoint();
    let (height, size) = (checkpoint.height.to_string(), checkpoint.extent.size.to_string());
    let (signed, nodes) = (cosigned.signers.len().to_string(), cosigned.nodes.to_string());
    let members = listed(&cosigned.signers);
    let gaps = [
        ("height", height.as_str()),
        ("size", &size),
        ("members", &members),
        ("signed", &signed),
        ("nodes", &nodes),
    ];
    html! {
        (page.with("checkpoint-signed", &gaps)) " "
        details {
            summary { (page.t("checkpoint-root")) }
            p { code { (grouped_hex(&checkpoint.extent.root.0)) } }
            p lang="en" translate="no" { (root_words(&checkpoint.extent.root).join(" ")) }
        }
    }
}

/// The file that proves it, and how.
fn proven(page: &Page<'_>, decision: DecisionNo, cosigned: Option<&Cosigned>) -> Markup {
    let file = format!("decision-{}.record", decision.0);
    html! {
        @if cosigned.is_some() {
            p.forms {
                a.button href=(page.to(&format!("/decisions/{}/proof", decision.0))) download=(file) {
                    (page.with("certificate-download", &[("file", &file)]))
                }
            }
            p { (page.t("certificate-verify")) " " code { "quorate verify " (file) } ". "
                (page.t("certificate-upload")) " " a href=(page.to("/record/verify")) { (page.t("verify-title")) } "." }
        }
    }
}

/// The file.
pub(crate) async fn proof(visit: Visit, Path((_, number)): Path<(String, String)>) -> Response {
    let number = number.parse().ok().map(DecisionNo);
    let Some(decision) = number.filter(|number| visit.records.history(*number).next().is_some()) else {
        return error::nowhere().await;
    };
    let given = move |visit: &Visit| match visit.app.door.proof(decision) {
        Ok(bytes) => {
            let name = format!("attachment; filename=\"decision-{}.record\"", decision.0);
            let kind = "application/octet-stream".to_owned();
            ([(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, name)], bytes).into_response()
        }
        Err(why) => unproved(visit, decision, &why),
    };
    visit.apart(given).await
}

/// Why there is no file now, and what to do.
fn unproved(visit: &Visit, decision: DecisionNo, why: &NoProof) -> Response {
    let mut page = visit.page_now(Chapter::Decisions, |page| Content {
        title: page.t("certificate-none"),
        body: html! {
            p.answer.fails { (told(page, why)) }
            p { a href=(page.to(&format!("/decisions/{}", decision.0))) {
                (page.with("decision-title", &[("number", &decision.0.to_string())]))
            } }
        },
    });
    *page.status_mut() = StatusCode::CONFLICT;
    page
}

/// Why nothing is proved, in words.
pub(super) fn told(page: &Page<'_>, why: &NoProof) -> String {
    match why {
        NoProof::Busy => page.t("proof-busy"),
        NoProof::Away => page.t("proof-away"),
        NoProof::TooMuch(most) => page.with("proof-too-much", &[("most", &most.to_string())]),
        NoProof::None(what) => page.with("proof-none", &[("what", &page.told(what))]),
    }
}
