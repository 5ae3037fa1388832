//! What a capital instructs its delegation, sealed among this member's own agents, on the pages of a compartment.

use std::collections::BTreeMap;

use axum::Form;
use axum::response::Response;
use maud::{Markup, html};
use quorate_partnership::decisions::Choice;
use quorate_partnership::{DecisionNo, Moment, Post};
use quorate_records::words;

use super::door::Stop;
use super::draft::{Sent, value, values};
use super::entered::Entered;
use super::frame::Writer;
use super::visible::lines;
use super::{forms, read};
use crate::desk::instruct::{CHOICES, key_of};

/// The longest text of an instruction, in bytes.
const MAX_TEXT_BYTES: usize = 4000;
/// How a form says that it is left to the delegation.
const DISCRETION: &str = "discretion";

/// An instruction, as it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instruction {
    /// What is instructed.
    pub what: Instructing,
    /// Who said it.
    pub by: Post,
    /// The beginning of its agent's key.
    pub agent: String,
    /// When, as its sender says.
    pub at: Moment,
    /// How it stands.
    pub force: Force,
}

/// What is instructed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instructing {
    /// On which decision.
    pub decision: DecisionNo,
    /// How to vote; none where it is left to the delegation.
    pub vote: Option<Choice>,
    /// Until when.
    pub until: Option<Moment>,
    /// Why, and what else is to be done; it may be empty.
    pub text: String,
}

/// How an instruction stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Force {
    /// It is in force.
    Stands,
    /// Its agent said another one later.
    Replaced,
    /// Its time is over.
    Expired,
    /// Its agent was removed.
    AgentGone,
}

/// How to vote, in words.
pub(super) fn chosen(writer: &Writer<'_>, vote: Option<Choice>) -> String {
    writer.t(vote.map_or("instruct-discretion", key_of))
}

/// Whether two that stand say something else.
pub(super) fn differ<'i>(all: impl IntoIterator<Item = &'i Instruction>) -> bool {
    let standing = all.into_iter().filter(|one| one.force == Force::Stands);
    let votes: Vec<Option<Choice>> = standing.map(|one| one.what.vote).collect();
    votes.windows(2).any(|two| matches!(two, [one, other] if one != other))
}

/// One, with who said it, when, and how it stands.
pub(super) fn told(writer: &Writer<'_>, one: &Instruction) -> Markup {
    let (post, at) = (one.by.to_string(), words::minute(one.at));
    let by = writer.with("instructed-by", &[("post", &post), ("at", &at)]);
    let stands = one.force == Force::Stands;
    html! {
        div.said {
            p {
                @if stands { strong { (chosen(writer, one.what.vote)) } } @else { s { (chosen(writer, one.what.vote)) } }
                " " small.soft {
                    (by) ", " (writer.with("sealed-agent", &[("agent", &one.agent)])) ". "
                    (writer.t(force(one.force)))
                    @if let Some(until) = one.what.until { " " (writer.with("sealed-until", &[("until", &words::minute(until))])) }
                }
            }
            @if !one.what.text.is_empty() { p.own translate="no" { (lines(&one.what.text)) } }
        }
    }
}

fn force(force: Force) -> &'static str {
    match force {
        Force::Stands => "sealed-stands",
        Force::Replaced => "sealed-replaced",
        Force::Expired => "sealed-expired",
        Force::AgentGone => "sealed-agent-gone",
    }
}

/// Those of one decision: first what was not replaced, then what was; an alarm where two that stand differ.
pub(super) fn on_one(writer: &Writer<'_>, all: &[&Instruction]) -> Markup {
    let (replaced, last): (Vec<&Instruction>, Vec<&Instruction>) =
        all.iter().copied().partition(|one| one.force == Force::Replaced);
    html! {
        @if differ(all.iter().copied()) { p.answer.fails role="alert" { (writer.t("sealed-differ")) } }
        @for one in &last { (told(writer, one)) }
        @if !replaced.is_empty() {
            details {
                summary { (writer.t("instructions-before")) }
                @for one in replaced.iter().rev() { (told(writer, one)) }
            }
        }
    }
}

/// The instructions of a compartment, decision by decision, and the form for the next one.
pub(super) fn section(writer: &Writer<'_>, all: &[Instruction], form: Option<(&str, &Markup)>) -> Markup {
    let mut decisions: BTreeMap<DecisionNo, Vec<&Instruction>> = BTreeMap::new();
    for one in all {
        decisions.entry(one.what.decision).or_default().push(one);
    }
    html! {
        @if !all.is_empty() || form.is_some() {
            section #instructions {
                h2 { (writer.t("sealed-instructions")) }
                p.soft { (writer.t("sealed-instructions-say")) }
                @if all.is_empty() { p.none { (writer.t("sealed-none")) } }
                @for (decision, all) in decisions.iter().rev() {
                    h3 { (writer.with("decision-title", &[("number", &decision.0.to_string())])) }
                    (on_one(writer, all))
                }
                @if let Some((here, ways)) = form { (asks(writer, here, ways)) }
            }
        }
    }
}

fn asks(writer: &Writer<'_>, here: &str, ways: &Markup) -> Markup {
    html! {
        details {
            summary { (writer.t("instruct")) }
            form.act method="post" action=(writer.to(&format!("{here}/instruct"))) {
                p.field {
                    label for="instruct-decision" { (writer.t("sealed-decision")) }
                    input type="number" id="instruct-decision" name="decision" min="1" required;
                }
                p.field {
                    label for="instruct-vote" { (writer.t("instruct-vote")) }
                    select id="instruct-vote" name="vote" required {
                        option value="" { "–" }
                        @for (name, _, key) in CHOICES { option value=(name) { (writer.t(key)) } }
                        option value=(DISCRETION) { (writer.t("instruct-discretion")) }
                    }
                }
                p.field {
                    label for="instruct-until" { (writer.t("sealed-until-ask")) }
                    input type="datetime-local" id="instruct-until" name="until";
                }
                p.field {
                    label for="instruct-text" { (writer.t("instruct-text")) }
                    textarea id="instruct-text" name="text" rows="4" maxlength=(MAX_TEXT_BYTES) {}
                }
                (ways)
                button type="submit" { (writer.t("say-go")) }
            }
        }
    }
}

/// Reads what a form instructs.
fn entered(sent: &Sent) -> Result<Instructing, Stop> {
    let vote = match value(sent, "vote") {
        DISCRETION => None,
        word => {
            let choice = CHOICES.iter().find(|(name, ..)| *name == word);
            Some(choice.map(|(_, choice, _)| *choice).ok_or(Stop::NoInstruction)?)
        }
    };
    let decision = value(sent, "decision").parse().ok().filter(|number| *number > 0);
    let until = match value(sent, "until") {
        "" => None,
        text => Some(read::moment(text).ok_or(Stop::NoInstruction)?),
    };
    // Browsers send lines that end with two characters.
    let text = value(sent, "text").replace("\r\n", "\n");
    let decision = DecisionNo(decision.ok_or(Stop::NoInstruction)?);
    Ok(Instructing { decision, vote, until, text })
}

/// Seals an instruction.
pub(super) async fn instruct(entered: Entered, Form(sent): Form<Sent>) -> Response {
    let what = match self::entered(&sent) {
        Ok(what) => what,
        Err(stop) => return entered.stopped(&stop),
    };
    let to: Vec<String> = values(&sent, "carry").map(str::to_owned).collect();
    forms::done(&entered, move |door, place| door.instruct(place, &what, &to)).await
}
