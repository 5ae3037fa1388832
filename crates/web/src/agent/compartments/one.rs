//! One compartment: who is in, what was said, shared and asked.

use axum::response::Response;
use maud::{Markup, html};
use quorate_records::words;

use super::entered::Entered;
use super::frame::Writer;
use super::held::{Account, Said, Seat, Side, Waits, Whole};
use super::share::ways;
use super::visible::{line, lines};
use super::{instructions, products, stops};
use crate::error;

/// The most messages that a page shows, the newest.
const MOST_SAID: usize = 200;

/// The page.
pub(super) async fn show(entered: Entered) -> Response {
    let Some(place) = entered.place() else { return error::nowhere().await };
    let asked = entered.ask(move |door| Ok((door.one(place)?, door.partners()))).await;
    let (whole, partners) = match asked {
        Ok(asked) => asked,
        Err(stop) => return entered.stopped(&stop),
    };
    let (writer, here) = (entered.writer(), format!("/{}", entered.gap(0)));
    let summary = &whole.summary;
    let is_in = |name: &str| summary.members.iter().any(|member| member.as_str() == name);
    let ways = ways(&writer, &partners, &is_in);
    let works = summary.alarm.is_none() && !summary.out;
    let form = (works && whole.among_own).then_some((here.as_str(), &ways));
    let body = html! {
        p.lead { strong { (line(&summary.name)) } " · " (writer.with("comp-epoch", &[("epoch", &summary.epoch.to_string())])) }
        @if summary.out { p.answer.fails role="alert" { (writer.t("stop-removed")) } }
        @if let Some(alarm) = summary.alarm { p.answer.fails role="alert" { (stops::alarm(&writer, alarm)) } }
        @if works { p { a.button href=(writer.to(&format!("{here}/share"))) { (writer.t("share")) } } }
        @if !summary.out { (roster(&writer, &whole)) }
        (waits(&writer, &whole.waits))
        (said(&writer, &whole.said))
        @if works { (say(&writer, &here, &ways)) }
        (instructions::section(&writer, &whole.instructions, form))
        (products::products(&writer, &whole, &here, &ways, works))
        (products::questions(&writer, &whole, &here, &ways, works))
        (accounts(&writer, &whole))
    };
    entered.page(&here, "comp-one", &body)
}

fn roster(writer: &Writer<'_>, whole: &Whole) -> Markup {
    html! {
        section {
            h2 { (writer.t("comp-roster")) }
            div.wide tabindex="0" role="region" aria-label=(writer.t("comp-roster")) {
                table {
                    thead { tr {
                        th scope="col" { (writer.t("comp-post")) }
                        th scope="col" { (writer.t("comp-agent")) }
                        th scope="col" { (writer.t("comp-until")) }
                    } }
                    tbody { @for one in &whole.seats { (seat(writer, one)) } }
                }
            }
            dl.about {
                div { dt { (writer.t("comp-compare")) } dd { code { (whole.authenticator) } } }
                div { dt { (writer.t("comp-id")) } dd { code { (whole.id) } } }
            }
            p.soft { (writer.t("comp-compare-says")) }
        }
    }
}

fn seat(writer: &Writer<'_>, seat: &Seat) -> Markup {
    html! {
        tr {
            th scope="row" { (seat.post) @if seat.own { " · " (writer.t("comp-this")) } }
            td { code { (seat.agent) } }
            td {
                @match seat.until {
                    Some(until) => { time { (words::minute(until)) } }
                    None => { strong.alarm { (writer.t("comp-stands-not")) } }
                }
            }
        }
    }
}

fn waits(writer: &Writer<'_>, waits: &[Waits]) -> Markup {
    html! {
        @if !waits.is_empty() {
            section {
                h2 { (writer.t("comp-waits")) }
                ul {
                    @for one in waits {
                        li {
                            (writer.with("comp-change-by", &[("by", &one.by.to_string())])) " "
                            @if one.comes.is_empty() && one.goes.is_empty() { (writer.t("comp-change-keys")) " " }
                            @if !one.comes.is_empty() { (writer.with("comp-change-in", &[("posts", &writer.list(&one.comes))])) " " }
                            @if !one.goes.is_empty() { (writer.with("comp-change-out", &[("posts", &writer.list(&one.goes))])) " " }
                            (writer.with("comp-change-accepted", &[("members", &writer.list(&one.accepted)), ("needed", &one.needed.to_string())]))
                        }
                    }
                }
                p.soft { (writer.t("comp-waits-says")) " " code { "quorate compartment accept" } }
            }
        }
    }
}

fn said(writer: &Writer<'_>, said: &[Said]) -> Markup {
    let hidden = said.len().saturating_sub(MOST_SAID);
    html! {
        section {
            h2 { (writer.t("comp-said")) }
            @if said.is_empty() { p.none { (writer.t("comp-said-none")) } }
            @if hidden > 0 {
                p.soft { (writer.with("comp-said-older", &[("count", &hidden.to_string())])) " " code { "quorate room read" } }
            }
            @for one in said.iter().skip(hidden) {
                article.message {
                    p.who { strong { (one.by) } " · " time { (words::minute(one.at)) } }
                    p.said { (lines(&one.text)) }
                }
            }
        }
    }
}

fn say(writer: &Writer<'_>, here: &str, ways: &Markup) -> Markup {
    html! {
        form.act method="post" action=(writer.to(&format!("{here}/say"))) {
            p.field {
                label for="text" { (writer.t("say")) }
                textarea id="text" name="text" rows="4" required maxlength="16000" aria-describedby="text-about" {}
                small.soft id="text-about" { (writer.t("say-says")) }
            }
            (ways)
            button type="submit" { (writer.t("say-go")) }
        }
    }
}

fn accounts(writer: &Writer<'_>, whole: &Whole) -> Markup {
    html! {
        @if !whole.accounts.is_empty() {
            section {
                h2 { (writer.t("comp-accounts")) }
                p.soft { (writer.t("comp-accounts-says")) }
                @for account in &whole.accounts { (account_with(writer, whole, account)) }
            }
        }
    }
}

fn account_with(writer: &Writer<'_>, whole: &Whole, account: &Account) -> Markup {
    let (own, other) = (whole.own.to_string(), account.member.to_string());
    html! {
        h3 { (writer.list([&own, &other])) }
        ul {
            li { (side(writer, &own, &other, account.ours)) }
            li { (side(writer, &other, &own, account.theirs)) }
        }
    }
}

fn side(writer: &Writer<'_>, by: &str, other: &str, side: Side) -> String {
    let count = |count: usize| count.to_string();
    let shared =
        [("by", by), ("other", other), ("count", &count(side.shared)), ("had", &count(side.acknowledged))];
    let asked = [
        ("by", by),
        ("other", other),
        ("count", &count(side.asked)),
        ("answered", &count(side.answered)),
        ("allowed", &count(side.allowed)),
    ];
    let mut told =
        format!("{} {}", writer.with("account-shared", &shared), writer.with("account-asked", &asked));
    let [acts, answered, consented] = side.acts;
    if acts > 0 {
        let (acts, answered, allowed) = (count(acts), count(answered), count(consented));
        let asked =
            [("by", by), ("other", other), ("count", &acts), ("answered", &answered), ("allowed", &allowed)];
        told = format!("{told} {}", writer.with("account-acts", &asked));
    }
    told
}
