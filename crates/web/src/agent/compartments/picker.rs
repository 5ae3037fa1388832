//! The one picker: every State a row, and what follows for it.

use std::collections::BTreeSet;

use maud::{Markup, html};
use quorate_charter::MemberCode;

use super::frame::Writer;
use super::wanted::{Roster, State};

/// A row for each State, with those that are chosen; and a line for others, who are named by their codes.
pub(super) fn picker(
    writer: &Writer<'_>,
    roster: &Roster,
    chosen: &BTreeSet<MemberCode>,
    others: &str,
) -> Markup {
    html! {
        fieldset.picker {
            legend { (writer.t("pick")) }
            p.soft { (writer.with("pick-says", &[("name", &roster.name)])) }
            ul.plain {
                @for state in &roster.states {
                    li.line { (row(writer, roster, state, chosen.contains(&state.code))) }
                }
            }
            p.field {
                label for="others" { (writer.t("pick-others")) }
                input type="text" id="others" name="others" value=(others) maxlength="400" autocomplete="off" aria-describedby="others-about";
                small.soft id="others-about" { (writer.with("pick-others-says", &[("name", &roster.name)])) }
            }
        }
    }
}

fn row(writer: &Writer<'_>, roster: &Roster, state: &State, chosen: bool) -> Markup {
    let name = [("name", roster.name.as_str())];
    if state.code == roster.own {
        return html! {
            p.state { strong { (called(writer, state)) } }
            p.follows { (writer.t("pick-own")) }
        };
    }
    let (if_chosen, if_not) = match state.inside.is_empty() {
        false => ("pick-in-chosen", "pick-in-not"),
        true => ("pick-out-chosen", "pick-out-not"),
    };
    let (id, about) = (format!("to-{}", state.code), format!("to-{}-about", state.code));
    html! {
        p.state {
            input type="checkbox" id=(id) name="to" value=(state.code) checked[chosen] aria-describedby=(about);
            label for=(id) { strong { (called(writer, state)) } " · " (place(writer, roster, state)) }
        }
        div.follows id=(about) {
            p.if-chosen { strong { (writer.t("pick-if")) } " " (writer.with(if_chosen, &name)) }
            p.if-not { strong { (writer.t("pick-unless")) } " " (writer.with(if_not, &name)) }
        }
    }
}

/// What a State is called, with its code.
pub(super) fn called(writer: &Writer<'_>, state: &State) -> String {
    match &state.name {
        Some(name) => format!("{} ({})", writer.language.of(name), state.code),
        None => state.code.to_string(),
    }
}

fn place(writer: &Writer<'_>, roster: &Roster, state: &State) -> String {
    match state.inside.as_slice() {
        [] => writer.with("pick-out", &[("name", &roster.name)]),
        posts => writer.with("pick-in", &[("name", &roster.name), ("posts", &writer.list(posts))]),
    }
}
