//! What a file that was checked shows, in words: what was verified, and against which keys.

use maud::{Markup, html};
use quorate_charter::MemberCode;
use quorate_partnership::{Founder, Genesis, Moment, Nature};
use quorate_records::proof::{Compared, Fault, Note, Proven, grouped_hex};
use quorate_records::words::{self, Language};

use super::history::listed;
use crate::parts::sheet;
use crate::visit::Page;

/// A record file that proves a decision.
pub(super) fn decision(page: &Page<'_>, proven: &Proven) -> Markup {
    let (events, commands) = proven.checked;
    let number = proven.outlook.decision.0.to_string();
    let (events, commands) = (events.to_string(), commands.to_string());
    let gaps = [("number", number.as_str()), ("events", &events), ("commands", &commands)];
    let outlook = &proven.outlook;
    html! {
        p.answer.proven role="status" { (page.with("verified-decision", &gaps)) }
        (genesis(page, &proven.genesis))
        h2 { (page.with("decision-title", &[("number", &number)])) }
        p.lead translate="no" { (outlook.title) }
        dl.about {
            div { dt { (page.t("decision-stage")) } dd { strong { (page.told(outlook.stage)) } } }
            div { dt { (page.t("decision-does")) } dd { (page.told(&outlook.does)) } }
            div { dt { (page.t("decision-mover")) } dd { (outlook.mover) } }
            div { dt { (page.t("decision-rule")) } dd { (outlook.rule) ": " code { (outlook.adopted_when) } } }
            @if let Some(vote) = &outlook.vote {
                div { dt { (page.t("verified-verdict")) } dd { (page.told(&vote.verdict)) } }
                @for conduct in &vote.conducts { div { dt { (conduct.member) } dd { (page.told(&conduct.does)) } } }
            }
        }
        h2 { (page.t("verified-told")) }
        (sentences(page, &proven.told))
        h2 { (page.t("verified-checkpoint")) }
        p { (signed(page, (proven.checkpoint.height, proven.checkpoint.extent.size), &proven.signers, Some(proven.nodes))) }
        p { code { (grouped_hex(&proven.checkpoint.extent.root.0)) } }
        p.soft { (page.t("verified-keys-apart")) }
        @if !proven.changes.is_empty() {
            h2 { (page.t("verified-changes")) }
            (sentences(page, &proven.changes))
        }
        p.soft { (page.t("verified-not")) }
    }
}

/// Sentences of the record; those that have no French are marked as English.
fn sentences(page: &Page<'_>, told: &[(Moment, String)]) -> Markup {
    html! {
        ol.timeline { @for (at, sentence) in told { li { time { (words::minute(*at)) } (english(page, sentence)) } } }
    }
}

/// A sentence of the records in the language of the page, or marked as English.
fn english(page: &Page<'_>, sentence: &str) -> Markup {
    let told = page.told(sentence);
    let lang = (told == sentence && page.language() != Language::English).then_some("en");
    html! { div.own lang=[lang] { (told) } }
}

/// Two checkpoints.
pub(super) fn records(page: &Page<'_>, found: &Compared) -> Markup {
    let [first, second] = found.notes.each_ref().map(|note| note.checkpoint().height.to_string());
    let gaps = [("first", first.as_str()), ("second", &second)];
    html! {
        @match &found.fork {
            None => { p.answer.proven role="status" { (page.with("verified-records", &gaps)) } }
            Some(fork) => {
                p.answer.fails role="alert" { (page.t("verified-fork")) }
                (english(page, &fork.why))
                @if fork.both.is_empty() { p { (page.t("verified-none-both")) } }
                @else {
                    p { (page.t("verified-both")) }
                    ul { @for (member, key) in &fork.both { li { (member) " " code { (key) } } } }
                }
            }
        }
        (genesis(page, &found.genesis))
        h2 { (page.t("verified-checkpoints")) }
        @for (note, signers) in found.notes.iter().zip(&found.signers) { (note_of(page, note, signers)) }
    }
}

fn note_of(page: &Page<'_>, note: &Note, signers: &[MemberCode]) -> Markup {
    let checkpoint = note.checkpoint();
    html! {
        p { (signed(page, (checkpoint.height, checkpoint.extent.size), signers, None)) }
        p { code { (grouped_hex(&checkpoint.extent.root.0)) } }
    }
}

fn signed(
    page: &Page<'_>,
    (height, size): (u64, u64),
    signers: &[MemberCode],
    nodes: Option<usize>,
) -> String {
    let (height, size, members) = (height.to_string(), size.to_string(), listed(signers));
    let (count, nodes) = (signers.len().to_string(), nodes.map(|nodes| nodes.to_string()));
    let mut gaps = vec![("height", height.as_str()), ("size", &size), ("members", &members)];
    match &nodes {
        Some(nodes) => {
            gaps.extend([("signed", count.as_str()), ("nodes", nodes)]);
            page.with("checkpoint-signed", &gaps)
        }
        None => page.with("verified-signed", &gaps),
    }
}

/// What has to be believed: the genesis, and the first keys of the members' nodes in it.
fn genesis(page: &Page<'_>, genesis: &Genesis) -> Markup {
    let is_own = genesis.id() == page.records().id();
    let row = |founder: &Founder| vec![html! { (founder.member) }, html! { code { (founder.node) } }];
    let rows: Vec<Vec<Markup>> = genesis.founders().iter().map(row).collect();
    let heads = ["certificate-member", "verified-node-key"].map(|key| (page.t(key), false));
    html! {
        h2 { (page.t("verified-genesis")) }
        p .answer .proven[is_own] .fails[!is_own] {
            (page.t(if is_own { "verified-genesis-own" } else { "verified-genesis-other" }))
        }
        p { code { (grouped_hex(&genesis.id().0)) } }
        p.soft { (page.t("verified-genesis-says")) }
        @if matches!(genesis.nature(), Nature::Rehearsal { .. }) { p { strong { (page.t("verified-rehearsal")) } } }
        details {
            summary { (page.t("verified-keys")) }
            (sheet(page, &page.t("verified-keys"), &heads, &rows))
        }
    }
}

/// The check that fails.
pub(super) fn wrong(page: &Page<'_>, fault: &Fault) -> Markup {
    let event = fault.event.map(|event| event.to_string());
    html! {
        p.answer.fails role="alert" {
            (page.with("verified-wrong", &[("check", fault.check.name())]))
            @if let Some(event) = &event { " " (page.with("verified-wrong-at", &[("event", event)])) }
        }
        (english(page, &fault.what))
        p.soft { (page.t("verified-wrong-says")) }
    }
}
