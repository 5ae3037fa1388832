//! All compartments of the agent.

use axum::response::Response;
use maud::{Markup, html};

use super::entered::Entered;
use super::frame::Writer;
use super::held::Summary;
use super::visible::line;
use super::{carried, stops};

/// What came of the last thing that was done, above the list.
pub(super) async fn show(entered: &Entered, first: Option<Markup>) -> Response {
    let asked = entered.ask(|door| Ok((door.all()?, door.made()?))).await;
    let (all, made) = match asked {
        Ok(asked) => asked,
        Err(stop) => return entered.stopped(&stop),
    };
    let writer = entered.writer();
    let body = html! {
        p.lead { (writer.t("comp-lead")) }
        @if let Some(first) = first { (first) }
        @if all.is_empty() { p.none { (writer.t("comp-none")) } }
        ul.plain {
            @for (number, one) in (1_usize..).zip(&all) { li.line { (summary(&writer, number, one)) } }
        }
        (carried::waits(&writer, &made))
        (carried::take_in(&writer))
    };
    entered.page("", "comp", &body)
}

fn summary(writer: &Writer<'_>, number: usize, one: &Summary) -> Markup {
    let count = |count: usize| count.to_string();
    html! {
        h2 { a href=(writer.to(&format!("/{number}"))) { (line(&one.name)) } }
        @if one.out { p.answer.fails { (writer.t("stop-removed")) } }
        @if let Some(alarm) = one.alarm { p.answer.fails role="alert" { (stops::alarm(writer, alarm)) } }
        p { (writer.list(&one.members)) " · " (writer.with("comp-epoch", &[("epoch", &one.epoch.to_string())])) }
        @if one.waiting > 0 { p { (writer.with("comp-waiting", &[("count", &count(one.waiting))])) } }
        @if one.questions > 0 { p { (writer.with("comp-questions", &[("count", &count(one.questions))])) } }
    }
}
