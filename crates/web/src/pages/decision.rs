//! One decision: its vote against each bar, who could still change it, and what would be if members voted otherwise.

use axum::extract::{Path, Query};
use axum::response::Response;
use maud::{Markup, html};
use quorate_charter::MemberCode;
use quorate_partnership::DecisionNo;
use quorate_partnership::decisions::Choice;
use quorate_records::{Bar, Outlook, Tally, Vote, words};

use super::{certificate, history};
use crate::desk::instruct;
use crate::error;
use crate::parts::member;
use crate::shell::{Chapter, Content};
use crate::visit::{Page, Visit};

/// What is asked behind the address: a choice for each member that is named.
type Otherwise = Vec<(String, String)>;

const CHOICES: [(&str, Choice, &str); 3] = [
    ("for", Choice::InFavour, "in-favour"),
    ("against", Choice::Against, "against"),
    ("abstain", Choice::Abstain, "abstain"),
];

pub(crate) async fn show(
    mut visit: Visit,
    Path((_, number)): Path<(String, String)>,
    Query(asked): Query<Otherwise>,
) -> Response {
    let number = number.parse().ok().map(DecisionNo);
    let Some(outlook) = number.and_then(|number| visit.app.outlooks.get(&visit.records, number)) else {
        return error::nowhere().await;
    };
    let cosigned = visit.with_checkpoint();
    visit.page(Chapter::Decisions, |page| Content {
        title: page.with("decision-title", &[("number", &outlook.decision.0.to_string())]),
        body: html! {
            p.lead translate="no" { (outlook.title) }
            (about(page, &outlook))
            (ways(page, &outlook))
            (instruct::section(page, outlook.decision))
            @if let Some(vote) = &outlook.vote {
                (tally(page, &outlook, &asked))
                (conducts(page, &outlook, vote))
                (changes(page, vote))
                (what_if(page, vote, &asked))
            } @else { p.none { (page.t("decision-unopened")) } }
            (certificate::certificate(page, outlook.decision, cosigned.as_deref()))
            (history::history(page, outlook.decision))
            p.forms { a href=(in_api(outlook.decision, &asked)) { (page.t("decision-in-the-api")) } }
        },
    })
}

/// What a delegation can give on it now.
fn ways(page: &Page<'_>, outlook: &Outlook) -> Markup {
    let ways: &[(&str, &str)] = match outlook.stage {
        "draft" => &[("decision.open", "way-open"), ("decision.withdraw", "way-withdraw")],
        "open" | "open to votes" | "votes to be confirmed" => &[
            ("decision.vote", "way-vote"),
            ("decision.object", "way-object"),
            ("decision.proxy", "way-proxy"),
        ],
        "adopted" => &[("decision.execute", "way-execute")],
        _ => &[],
    };
    html! {
        @if !ways.is_empty() {
            p.ways { @for (act, key) in ways {
                a.button href=(page.to(&format!("/acts/{act}?decision={}", outlook.decision.0))) { (page.t(key)) } " "
            } }
        }
    }
}

/// Where other systems ask for the same, with the same what-if.
fn in_api(decision: DecisionNo, asked: &Otherwise) -> String {
    let chosen = otherwise(asked).into_iter().filter_map(|(member, choice)| {
        let (name, ..) = CHOICES.iter().find(|(_, one, _)| *one == choice)?;
        Some(format!("otherwise={member}:{name}"))
    });
    let chosen: Vec<String> = chosen.collect();
    let mark = if chosen.is_empty() { "" } else { "?" };
    format!("/api/v1/decisions/{}{mark}{}", decision.0, chosen.join("&"))
}

fn about(page: &Page<'_>, outlook: &Outlook) -> Markup {
    let stage = page.told(outlook.stage);
    html! {
        dl.about {
            div { dt { (page.t("decision-stage")) } dd { strong { (stage) } } }
            div { dt { (page.t("decision-does")) } dd { (page.told(&outlook.does)) } }
            div { dt { (page.t("decision-mover")) } dd { (member(page, outlook.mover)) } }
            div { dt { (page.t("decision-rule")) } dd { (outlook.rule) ": " code { (outlook.adopted_when) } } }
            div { dt { (page.t("decision-procedure")) } dd { (page.told(&outlook.procedure)) } }
            @if let Some(vote) = &outlook.vote {
                div {
                    dt { (page.t("decision-closes")) }
                    dd {
                        time { (words::minute(vote.closes)) } ", " (page.t("decision-latest")) " "
                        time { (words::minute(vote.closes_at_latest)) }
                    }
                }
            }
        }
    }
}

fn otherwise(asked: &Otherwise) -> Vec<(MemberCode, Choice)> {
    let chosen = |(member, word): &(String, String)| {
        let (_, choice, _) = CHOICES.iter().find(|(name, ..)| name == word)?;
        Some((member.parse().ok()?, *choice))
    };
    asked.iter().filter_map(chosen).collect()
}

/// The vote against each bar, as it stands.
fn tally(page: &Page<'_>, outlook: &Outlook, asked: &Otherwise) -> Markup {
    let otherwise = otherwise(asked);
    let Some(now) = page.records().tally(outlook.decision, &[]) else { return html! {} };
    let then = page.records().tally(outlook.decision, &otherwise).filter(|_| !otherwise.is_empty());
    html! {
        section #tally {
            h2 { (page.t("tally")) }
            (bars(page, &now))
            @if let Some(then) = then {
                h3 { (page.t("tally-if")) " "
                    @for (member, choice) in &otherwise { (member) " " (choice_word(page, *choice)) "; " } }
                (bars(page, &then))
                p { a href=(page.to(&format!("/decisions/{}", outlook.decision.0))) { (page.t("tally-as-it-stands")) } }
            }
        }
    }
}

fn choice_word(page: &Page<'_>, choice: Choice) -> String {
    let key = CHOICES.iter().find(|(_, one, _)| *one == choice).map_or("abstain", |(_, _, key)| key);
    page.t(key)
}

fn bars(page: &Page<'_>, tally: &Tally) -> Markup {
    html! {
        p.answer .proven[tally.adopted] .fails[!tally.adopted] { (page.told(&tally.verdict)) }
        @for bar in &tally.bars { (one(page, bar)) }
    }
}

/// What a bar is of; a clause allows so many at most.
fn of(page: &Page<'_>, bar: &Bar) -> String {
    match bar.of.as_str() {
        "members" => page.t("bar-members"),
        "not in favour" => page.t("bar-not-in-favour"),
        measure => page.told(measure),
    }
}

/// A bar with its mark; what it shows stands beside it in figures.
fn one(page: &Page<'_>, bar: &Bar) -> Markup {
    let scale = |part: u64, whole: u64| {
        u128::from(part).saturating_mul(1000).checked_div(u128::from(whole)).unwrap_or_default().min(1000)
    };
    let (reached, mark) = (scale(bar.reached, bar.whole), scale(bar.bar.0, bar.bar.1));
    let needed = page.t(if bar.of == "not in favour" { "bar-at-most" } else { "bar-needed" });
    let met = page.t(if bar.met { "bar-met" } else { "bar-not-met" });
    html! {
        div.bar {
            p { strong { (of(page, bar)) } " " (bar.reached_words) ", " (needed) " " (bar.needed_words) ": " (met) }
            svg viewBox="0 0 1000 40" preserveAspectRatio="none" aria-hidden="true" {
                rect.empty x="0" y="0" width="1000" height="40" {}
                rect class=(if bar.met { "solid" } else { "short" }) x="0" y="0" width=(reached) height="40" {}
                rect.mark x=(mark.min(996)) y="0" width="4" height="40" {}
            }
        }
    }
}

fn conducts(page: &Page<'_>, outlook: &Outlook, vote: &Vote) -> Markup {
    html! {
        section {
            h2 { (page.t("votes")) }
            dl.about {
                @for conduct in &vote.conducts {
                    div {
                        dt { (member(page, conduct.member)) }
                        dd {
                            (page.told(&conduct.does))
                            @if let Some(explanation) = &conduct.explanation { " " q translate="no" { (explanation) } }
                        }
                    }
                }
            }
            p { a href=(format!("{}?decision={}", page.to("/record/votes"), outlook.decision.0)) { (page.t("all-rows")) } }
        }
    }
}

fn changes(page: &Page<'_>, vote: &Vote) -> Markup {
    let Some(changes) = &vote.changes else { return html! {} };
    let key = if changes.adopted_now { "changes-adopted" } else { "changes-not-adopted" };
    html! {
        section {
            h2 { (page.t("changes")) }
            p { (page.t(key)) }
            @if changes.groups.is_empty() && changes.more { p.none { (page.t("changes-many")) } }
            @else if changes.groups.is_empty() { p.none { (page.t("changes-nobody")) } }
            ul {
                @for group in &changes.groups {
                    li { @for (at, member) in group.iter().enumerate() { @if at > 0 { ", " } (member) } }
                }
            }
            @if changes.more && !changes.groups.is_empty() { p.soft { (page.t("changes-more")) } }
        }
    }
}

/// A form that asks what would be; it changes nothing.
fn what_if(page: &Page<'_>, vote: &Vote, asked: &Otherwise) -> Markup {
    html! {
        section {
            h2 { (page.t("what-if")) }
            p.soft { (page.t("what-if-says")) }
            form method="get" action="#tally" {
                div.choices {
                    @for conduct in &vote.conducts {
                        @let chosen = asked.iter().find(|(member, _)| member == conduct.member.as_str());
                        label {
                            (conduct.member) " "
                            select name=(conduct.member) {
                                option value="" { (page.t("what-if-as-is")) }
                                @for (name, _, key) in CHOICES {
                                    @let so = chosen.is_some_and(|(_, choice)| choice == name);
                                    option value=(name) selected[so] { (page.t(key)) }
                                }
                            }
                        }
                    }
                }
                button type="submit" { (page.t("what-if-ask")) }
            }
        }
    }
}
