//! What a capital instructs, beside a vote that is to be signed: held against it before the yes, by what this agent alone reads.
//!
//! Whoever asks the agent to sign is not whoever reads its compartments: nothing of them is told before they were opened in
//! this browser, not even whether there is an instruction.

use std::sync::Arc;

use axum::Form;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use maud::{Markup, html};
use quorate_charter::MemberCode;
use quorate_partnership::decisions::Choice;
use quorate_partnership::{DecisionNo, PartnershipId, Signed};

use super::door::Stop;
use super::entered::{Entered, Outside};
use super::frame::Writer;
use super::held::Alarm;
use super::instructions::{Force, Instruction, chosen, differ, on_one};
use super::visible::line;
use super::{Agent, open, stops};
use crate::agent::asked::{Asked, What};
use crate::agent::{confirm, shown};
use crate::desk::instruct::voted;

/// What this agent knows of the instructions on a decision, in all compartments of its member's own agents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OnDecision {
    /// In the order in which they came.
    pub instructions: Vec<Instruction>,
    /// Why there may be others.
    pub signs: Vec<Sign>,
}

/// A sign that an instruction did not come here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Something that was sealed in this compartment did not come.
    Missing(String),
    /// Something is wrong in this compartment, and nothing new is said there.
    Alarm(String, Alarm),
    /// This agent was removed from it.
    Removed(String),
    /// So many parcels came by the carrier and were not taken in.
    Waits(usize),
}

/// A vote that is to be signed: of which member, on which decision, and how.
#[derive(Clone, Copy)]
struct Vote {
    partnership: PartnershipId,
    member: MemberCode,
    decision: DecisionNo,
    choice: Choice,
}

impl Vote {
    fn of(asked: &Asked) -> Option<Vote> {
        let What::Command { partnership, command } = &asked.what else { return None };
        let command: &Signed = command;
        let (decision, choice) = voted(command.command())?;
        Some(Vote { partnership: *partnership, member: command.post().member, decision, choice })
    }
}

/// Whether whoever sees a page may read what the agent keeps.
#[derive(Clone, Copy)]
pub(in crate::agent) enum Reads {
    /// Whoever opened compartments in this browser.
    WhoOpened,
    /// Somebody who opened them just now.
    Now,
    /// Nobody; and by this text it is said why the last try failed.
    Not(&'static str),
}

/// The instructions beside what is to be signed; nothing where that is no vote, or no compartments are served.
pub(in crate::agent) async fn part(
    agent: &Arc<Agent>,
    headers: &HeaderMap,
    (name, asked): (&str, &Asked),
    reads: Reads,
) -> Markup {
    let (Some(vote), Some(_)) = (Vote::of(asked), &agent.rooms) else { return html! {} };
    let outside = Outside::at(Arc::clone(agent), shown::language_of(asked, headers), headers.clone());
    let entered = match reads {
        Reads::WhoOpened => outside.entered(),
        Reads::Now => Ok(Entered::now(outside)),
        Reads::Not(_) => Err(Box::new(outside)),
    };
    let entered = match entered {
        Ok(entered) => entered,
        Err(outside) => {
            let wrong = match reads {
                Reads::Not(wrong) => Some(wrong),
                _ => None,
            };
            return closed(&outside.writer(), name, wrong);
        }
    };
    let asked = entered.ask(move |door| door.on_decision((&vote.partnership, vote.member), vote.decision));
    let found = asked.await;
    told(&entered.writer(), vote, &found)
}

/// The way to have it held against instructions.
fn closed(writer: &Writer<'_>, name: &str, wrong: Option<&str>) -> Markup {
    html! {
        section #instructions {
            h2 { (writer.t("instructions")) }
            p.answer { (writer.t("sealed-closed")) }
            @if let Some(wrong) = wrong { p.answer.fails role="alert" { (writer.t(wrong)) } }
            form.act method="post" action="/instructions" {
                input type="hidden" name="asked" value=(name);
                p.field {
                    label for="store-passphrase" { (writer.t("comp-passphrase")) }
                    input type="password" id="store-passphrase" name="passphrase" autocomplete="off"
                        aria-describedby="store-passphrase-about";
                    small.soft id="store-passphrase-about" { (writer.t("sealed-open-says")) }
                }
                button type="submit" { (writer.t("sealed-compare")) }
            }
        }
    }
}

fn told(writer: &Writer<'_>, vote: Vote, found: &Result<Option<OnDecision>, Stop>) -> Markup {
    let found = match found {
        Ok(Some(found)) => found,
        // It is another member's vote, or one in another partnership.
        Ok(None) => return html! {},
        Err(stop) => {
            return html! {
                section #instructions {
                    h2 { (writer.t("instructions")) }
                    p.answer.fails role="alert" { (writer.t("sealed-unread")) " " (stops::told(writer, stop)) }
                }
            };
        }
    };
    let all: Vec<&Instruction> = found.instructions.iter().collect();
    html! {
        section #instructions {
            h2 { (writer.t("instructions")) }
            @for one in &found.signs { p.answer.fails role="alert" { (sign(writer, one)) } }
            (verdict(writer, vote.choice, &all))
            (on_one(writer, &all))
            p.soft { (writer.t("sealed-instructions-say")) }
        }
    }
}

/// Whether the vote is as instructed.
fn verdict(writer: &Writer<'_>, choice: Choice, all: &[&Instruction]) -> Markup {
    let standing: Vec<&Instruction> = all.iter().copied().filter(|one| one.force == Force::Stands).collect();
    let Some(first) = standing.first() else {
        return html! { p.none { (writer.t("sealed-none-on-it")) } };
    };
    let votes = standing.iter().filter_map(|one| one.what.vote);
    let mut others: Vec<String> =
        votes.filter(|vote| *vote != choice).map(|vote| chosen(writer, Some(vote))).collect();
    others.sort_unstable();
    others.dedup();
    html! {
        @for instructed in &others {
            p.answer.fails role="alert" {
                (writer.with("draft-not-as-instructed", &[
                    ("draft", &chosen(writer, Some(choice))),
                    ("instructed", instructed),
                ]))
            }
        }
        @if others.is_empty() && !differ(all.iter().copied()) {
            @if first.what.vote.is_some() { p.answer.proven { (writer.t("draft-as-instructed")) } }
            @else { p.answer { (writer.t("instructed")) " " (chosen(writer, None)) } }
        }
    }
}

fn sign(writer: &Writer<'_>, sign: &Sign) -> Markup {
    html! {
        @match sign {
            Sign::Missing(name) => { (line(name)) (writer.t("comp-colon")) " " (writer.t("sealed-missing")) }
            Sign::Alarm(name, alarm) => { (line(name)) (writer.t("comp-colon")) " " (stops::alarm(writer, *alarm)) }
            Sign::Removed(name) => { (line(name)) (writer.t("comp-colon")) " " (writer.t("sealed-removed")) }
            Sign::Waits(count) => {
                (writer.with("sealed-waits", &[("count", &count.to_string())])) " "
                a href=(writer.to("")) { (writer.t("comp")) }
            }
        }
    }
}

/// Holds what waits against the instructions: for whoever opened compartments, or gives the passphrase of the store.
pub(in crate::agent) async fn compare(
    State(agent): State<Arc<Agent>>,
    headers: HeaderMap,
    Form(sent): Form<Vec<(String, String)>>,
) -> Response {
    let value = |name: &str| sent.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.as_str());
    let (name, typed) = (value("asked"), value("passphrase"));
    let asked = agent.pending.get(name).filter(|_| agent.is_own_page(&headers));
    let (Some(asked), Some(rooms)) = (asked, &agent.rooms) else { return confirm::nothing_waits() };
    if rooms.sessions.is_open(&headers) {
        return shown::asked(&agent, &headers, (name, &asked), None, Reads::WhoOpened).await;
    }
    if typed.is_empty() {
        return shown::asked(&agent, &headers, (name, &asked), None, Reads::Not("sealed-not-open")).await;
    }
    match open::opened(rooms, typed.to_owned()).await {
        Ok(cookie) => {
            let page = shown::asked(&agent, &headers, (name, &asked), None, Reads::Now).await;
            ([(header::SET_COOKIE, cookie)], page).into_response()
        }
        Err(wrong) => {
            let mut page = shown::asked(&agent, &headers, (name, &asked), None, Reads::Not(wrong)).await;
            *page.status_mut() = StatusCode::FORBIDDEN;
            page
        }
    }
}
