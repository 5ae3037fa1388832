//! Instructions from the capital on pages: read and written by the delegation's own signed-in people, and by nobody else. To
//! whoever else asks there is no such page, and no word of one on any page.

use std::sync::Arc;

use axum::Form;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Redirect, Response};
use maud::{Markup, html};
use quorate_partnership::decisions::{self, Choice};
use quorate_partnership::{Command, DecisionNo, Signed};
use quorate_records::words;
use tokio::task::spawn_blocking;

use super::drafts::Draft;
use super::form::{Sent, sender, value};
use super::instructions::{Instruction, MAX_TEXT_BYTES, NotKept};
use crate::error;
use crate::shell::{Chapter, Content};
use crate::visit::{Page, Visit};

/// The choices of a vote: as forms have them, and by which text they are told.
pub(crate) const CHOICES: [(&str, Choice, &str); 3] = [
    ("in-favour", Choice::InFavour, "instruct-in-favour"),
    ("against", Choice::Against, "instruct-against"),
    ("abstain", Choice::Abstain, "instruct-abstain"),
];

/// The text of a choice.
pub(crate) fn key_of(choice: Choice) -> &'static str {
    CHOICES.iter().find(|(_, one, _)| *one == choice).map_or("instruct-abstain", |(.., key)| key)
}

fn chosen(page: &Page<'_>, choice: Choice) -> String {
    page.t(key_of(choice))
}

/// What stands of a decision's instructions, for whoever is signed in: the last one.
fn standing(page: &Page<'_>, decision: DecisionNo) -> Option<Instruction> {
    let member = page.visit.session.as_ref()?.author.post.member;
    page.visit.app.instructions.on(member, decision).pop()
}

/// The instruction on a decision, in a line; nothing for whoever is not signed in.
pub(crate) fn line(page: &Page<'_>, decision: DecisionNo) -> Markup {
    html! {
        @if page.visit.session.is_some() {
            @match standing(page, decision) {
                Some(one) => { p { (page.t("instructed")) " " strong { (chosen(page, one.choice)) } } }
                None => { p.soft { (page.t("instructed-none")) } }
            }
        }
    }
}

/// Instructions on a decision with their history and a form for the next one; nothing for whoever is not signed in.
pub(crate) fn section(page: &Page<'_>, decision: DecisionNo) -> Markup {
    let Some(session) = &page.visit.session else { return html! {} };
    let instructions = &page.visit.app.instructions;
    let mut all = instructions.on(session.author.post.member, decision);
    let last = all.pop();
    html! {
        section #instructions {
            h2 { (page.t("instructions")) }
            p.soft { (page.t("instructions-say")) }
            @if let Some(why) = instructions.fault() { (unreadable(page, &why)) }
            @else {
                @match &last {
                    Some(one) => { (told(page, one)) }
                    None => { p.none { (page.t("instructed-none")) } }
                }
                @if !all.is_empty() {
                    details {
                        summary { (page.t("instructions-before")) }
                        ol.plain reversed { @for one in all.iter().rev() { li { (told(page, one)) } } }
                    }
                }
                (form(page, decision, &session.token))
            }
        }
    }
}

/// That the drawer cannot be read, and what to do.
fn unreadable(page: &Page<'_>, why: &str) -> Markup {
    html! {
        p.answer.fails role="alert" { (page.t("instructions-unreadable")) }
        p lang="en" { (why) }
    }
}

fn told(page: &Page<'_>, one: &Instruction) -> Markup {
    let post = page.told(&one.by.post.to_string());
    html! {
        div.said {
            p { strong { (chosen(page, one.choice)) } " "
                small.soft { (page.with("instructed-by", &[("post", &post), ("at", &words::minute(one.at))])) } }
            @if !one.text.is_empty() { p.own translate="no" { (one.text) } }
        }
    }
}

fn form(page: &Page<'_>, decision: DecisionNo, token: &str) -> Markup {
    html! {
        details {
            summary { (page.t("instruct")) }
            form.act method="post" action=(page.to(&format!("/decisions/{}/instruction", decision.0))) {
                input type="hidden" name="token" value=(token);
                p.field {
                    label for="instruct-vote" { (page.t("instruct-vote")) }
                    select id="instruct-vote" name="vote" required {
                        option value="" { "–" }
                        @for (name, _, key) in CHOICES { option value=(name) { (page.t(key)) } }
                    }
                }
                p.field {
                    label for="instruct-text" { (page.t("instruct-text")) }
                    textarea id="instruct-text" name="text" rows="4" maxlength=(MAX_TEXT_BYTES) {}
                }
                button type="submit" { (page.t("instruct-keep")) }
            }
        }
    }
}

/// The vote that a draft is, if it is one.
fn vote(draft: &Draft) -> Option<(DecisionNo, Choice)> {
    let signed = Signed::read(&draft.prepared.unsigned, &draft.prepared.partnership).ok()?;
    voted(signed.command())
}

/// How a command votes, and on which decision, if it does: to object, where silence would adopt, is to vote against.
pub(crate) fn voted(command: &Command) -> Option<(DecisionNo, Choice)> {
    match command {
        Command::Decisions(decisions::Command::Vote(vote)) => Some((vote.decision, vote.choice)),
        Command::Decisions(decisions::Command::Object(object)) => Some((object.decision, Choice::Against)),
        _ => None,
    }
}

/// The instruction beside a draft of a vote, and whether the draft differs from it.
pub(super) fn beside(page: &Page<'_>, draft: &Draft) -> Markup {
    let Some((decision, choice)) = vote(draft) else { return html! {} };
    html! {
        section #instructions {
            h2 { (page.t("instructions")) }
            @match standing(page, decision) {
                Some(one) => {
                    @if one.choice == choice { p.answer.proven { (page.t("draft-as-instructed")) } }
                    @else {
                        p.answer.fails role="alert" {
                            (page.with("draft-not-as-instructed", &[
                                ("draft", &chosen(page, choice)),
                                ("instructed", &chosen(page, one.choice)),
                            ]))
                        }
                    }
                    (told(page, &one))
                }
                None => { p.none { (page.t("instructed-none")) } }
            }
            p.soft { (page.t("instructions-say")) }
        }
    }
}

/// Keeps an instruction.
pub(crate) async fn write(
    visit: Visit,
    Path((_, number)): Path<(String, String)>,
    headers: HeaderMap,
    Form(sent): Form<Sent>,
) -> Response {
    // Whoever may not is told as of a page that is not there.
    let Ok(session) = sender(&visit, &headers, &sent) else { return error::nowhere().await };
    let number = number.parse().ok().map(DecisionNo);
    let Some(decision) = number.filter(|number| visit.records.history(*number).next().is_some()) else {
        return error::nowhere().await;
    };
    let choice = value(&sent, "vote").and_then(|word| CHOICES.iter().find(|(name, ..)| *name == word));
    let text = value(&sent, "text").unwrap_or_default().replace("\r\n", "\n");
    let Some((_, choice, _)) = choice else { return not(&visit, decision, "instruct-no-vote") };
    if text.len() > MAX_TEXT_BYTES {
        return not(&visit, decision, "instruct-too-long");
    }
    let (app, choice, by) = (Arc::clone(&visit.app), *choice, session.author);
    let kept = spawn_blocking(move || {
        let at = app.door.now();
        app.instructions.keep(Instruction { decision, choice, text, by, at })
    });
    match kept.await {
        Ok(Ok(())) => {
            let language = visit.language.code();
            Redirect::to(&format!("/{language}/decisions/{}#instructions", decision.0)).into_response()
        }
        Ok(Err(NotKept::TooMany)) => not(&visit, decision, "instruct-too-many"),
        Ok(Err(NotKept::Failed(why))) => failed(&visit, "instructions-failed", &why),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// Why an instruction is not kept.
fn not(visit: &Visit, decision: DecisionNo, key: &str) -> Response {
    let mut page = visit.page_now(Chapter::Decisions, |page| Content {
        title: page.t("instructions"),
        body: html! {
            p.answer.fails role="alert" { (page.t(key)) }
            p { a href=(page.to(&format!("/decisions/{}#instructions", decision.0))) {
                (page.with("decision-title", &[("number", &decision.0.to_string())]))
            } }
        },
    });
    *page.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    page
}

/// That the node's disk does not take it.
pub(super) fn failed(visit: &Visit, key: &str, why: &str) -> Response {
    let mut page = visit.page_now(Chapter::Acts, |page| Content {
        title: page.t("disk-failed"),
        body: html! {
            p.answer.fails role="alert" { (page.t(key)) }
            p lang="en" { (why) }
        },
    });
    *page.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
    page
}
