//! The form of one act, and the draft that it becomes.

use axum::Form;
use axum::extract::{Path, Query};
use axum::http::HeaderMap;
use axum::response::{IntoResponse as _, Redirect, Response};
use maud::{Markup, html};
use quorate_partnership::DecisionNo;

use super::acts::path;
use super::drafts::Draft;
use super::effects;
use super::form::{Sent, not, sender, value};
use super::instruct;
use crate::error;
use crate::prepared::{Act, Field, FieldKind, NotPrepared};
use crate::shell::{Chapter, Content};
use crate::visit::{Page, Visit};

/// The longest text of a form's field, in bytes.
const MAX_FIELD_BYTES: usize = 4000;

pub(crate) async fn show(
    visit: Visit,
    Path((_, name)): Path<(String, String)>,
    Query(said): Query<Sent>,
) -> Response {
    match known(&visit, &name) {
        Some(act) => shown(&visit, &act, &said, None),
        None => error::nowhere().await,
    }
}

fn known(visit: &Visit, name: &str) -> Option<Act> {
    visit.app.door.acts().iter().find(|act| path(act) == name).cloned()
}

fn shown(visit: &Visit, act: &Act, said: &Sent, wrong: Option<&NotPrepared>) -> Response {
    visit.page(Chapter::Acts, |page| Content {
        title: page.explained(&act.about),
        body: html! {
            p.soft { code { (act.name) } }
            (instructed(page, act, said))
            @if let Some(wrong) = wrong {
                p.answer.fails role="alert" { (page.told(&wrong.what)) @if !wrong.help.is_empty() { ". " (page.told(&wrong.help)) } }
            }
            @match &page.visit.session {
                Some(session) => {
                    p { (page.with("signed-in-as", &[("post", &session.author.post.to_string())])) }
                    @if effects::is_open(act, said) {
                        (effects::choice(page, act))
                    } @else { (form(page, act, said, &session.token)) }
                }
                None => { p.answer { a href=(page.to("/sign-in")) { (page.t("sign-in-first")) } } }
            }
            details { summary { (page.t("act-page")) } pre lang="en" { (act.page) } }
        },
    })
}

/// What the capital instructed on the decision that a vote is prepared on.
fn instructed(page: &Page<'_>, act: &Act, said: &Sent) -> Markup {
    let decision = value(said, "decision").and_then(|number| number.parse().ok());
    match decision.filter(|_| act.name == "decision vote") {
        Some(number) => instruct::line(page, DecisionNo(number)),
        None => html! {},
    }
}

fn form(page: &Page<'_>, act: &Act, said: &Sent, token: &str) -> Markup {
    let chosen = effects::chosen(said);
    let with_effects = effects::has_effects(act);
    let fields = if with_effects { effects::asked(act, chosen) } else { act.fields.clone() };
    html! {
        form.act method="post" action=(page.to(&format!("/acts/{}", path(act)))) {
            input type="hidden" name="token" value=(token);
            @if with_effects { (effects::heading(page, act, chosen)) }
            @for field in &fields { (input(page, &act.name, field, said)) }
            p.soft { (page.t("act-says")) }
            button type="submit" { (page.t("act-prepare")) }
        }
    }
}

/// One field, with what it means below it.
fn input(page: &Page<'_>, act: &str, field: &Field, said: &Sent) -> Markup {
    let value = said.iter().find(|(name, _)| *name == field.name).map_or("", |(_, value)| value.as_str());
    let (id, label) = (format!("field-{}", field.name), field.name.trim_start_matches('-'));
    let about = format!("{id}-about");
    let explained = if act.starts_with("decision ") {
        effects::explained(page, field)
    } else {
        page.explained(&field.help)
    };
    html! {
        p.field {
            label for=(id) { (page.language().label(act, &label.replace('-', " "))) @if field.required { " " (page.t("field-required")) } }
            @match &field.kind {
                FieldKind::Flag => { input type="checkbox" id=(id) name=(field.name) value="yes" checked[value == "yes"]
                    aria-describedby=(about); }
                FieldKind::Choice(choices) => {
                    select id=(id) name=(field.name) required[field.required] aria-describedby=(about) {
                        @if !field.required { option value="" { "–" } }
                        @for choice in choices { option value=(choice) selected[choice == value] { (page.language().say_in("choice", &choice.replace('-', " "))) } }
                    }
                }
                FieldKind::Lines | FieldKind::Pairs => {
                    textarea id=(id) name=(field.name) rows="3" maxlength=(MAX_FIELD_BYTES) required[field.required]
                        aria-describedby=(about) { (value) }
                }
                FieldKind::Line => {
                    input type="text" id=(id) name=(field.name) value=(value) maxlength=(MAX_FIELD_BYTES) required[field.required]
                        aria-describedby=(about);
                }
            }
            small.soft id=(about) { (explained.trim_end_matches('.')) @if field.kind == FieldKind::Lines { ". " (page.t("field-lines")) }
                @if field.kind == FieldKind::Pairs { ". " (page.t("field-pairs")) } }
        }
    }
}

/// Prepares the command, and keeps it as a draft.
pub(crate) async fn prepare(
    visit: Visit,
    Path((_, name)): Path<(String, String)>,
    headers: HeaderMap,
    Form(sent): Form<Sent>,
) -> Response {
    let Some(act) = known(&visit, &name) else { return error::nowhere().await };
    let session = match sender(&visit, &headers, &sent) {
        Ok(session) => session,
        Err(why) => return not(why),
    };
    let page = Page { visit: &visit, say: visit.app.texts.say(visit.language) };
    if let Some(wrong) = effects::wrong(&page, &act, &sent) {
        return shown(&visit, &act, &sent, Some(&wrong));
    }
    let (words, app) = (words(&act, &sent), visit.app.clone());
    let author = session.author;
    let asked = words.clone();
    let prepared = tokio::task::spawn_blocking(move || app.door.prepare(author, &asked)).await;
    match prepared {
        Ok(Ok(prepared)) => {
            let (id, app) = (prepared.id, visit.app.clone());
            let draft = Draft { author, words, prepared, checked: None, given: None };
            let kept = tokio::task::spawn_blocking(move || app.drafts.keep(draft)).await;
            if let Ok(Err(why)) = kept {
                return instruct::failed(&visit, "drafts-failed", &why);
            }
            Redirect::to(&format!("/{}/drafts/{id}", visit.language.code())).into_response()
        }
        Ok(Err(wrong)) => shown(&visit, &act, &sent, Some(&wrong)),
        Err(_) => axum::http::StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// The words of an act as they are typed: what stands in its place last, after the options.
fn words(act: &Act, sent: &Sent) -> Vec<String> {
    let mut words: Vec<String> = act.name.split(' ').map(str::to_owned).collect();
    let mut placed = Vec::new();
    for field in &act.fields {
        let said = sent.iter().filter(|(name, _)| *name == field.name).map(|(_, value)| value.trim());
        let said: Vec<&str> = match field.kind {
            FieldKind::Lines | FieldKind::Pairs => {
                said.flat_map(str::lines).map(str::trim).filter(|line| !line.is_empty()).collect()
            }
            _ => said.filter(|value| !value.is_empty()).take(1).collect(),
        };
        for value in said {
            // What could be taken for an option stays one word, which is refused.
            let parts = value
                .split_once(' ')
                .filter(|(first, rest)| !first.starts_with("--") && !rest.trim().starts_with('-'));
            if let (FieldKind::Pairs, Some((first, rest))) = (&field.kind, parts) {
                words.extend([field.name.clone(), first.to_owned(), rest.trim().to_owned()]);
                continue;
            }
            match (field.name.starts_with("--"), field.kind == FieldKind::Flag) {
                (true, true) => words.push(field.name.clone()),
                (true, false) => words.push(format!("{}={value}", field.name)),
                (false, _) => placed.push(value.to_owned()),
            }
        }
    }
    if !placed.is_empty() {
        words.push("--".into());
        words.extend(placed);
    }
    words
}

#[cfg(test)]
mod tests;
