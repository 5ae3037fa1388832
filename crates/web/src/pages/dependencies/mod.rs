//! Dependencies: who relies on whom in a file that the reader edits, and what fails when somebody withholds. Nothing of it is
//! kept.

mod cuts;
mod effects;
mod file;
mod form;
mod relied;

use std::sync::Arc;

use axum::extract::{Query, Request};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use maud::{Markup, html};
use quorate_charter::MemberCode;
use quorate_foresight::dependence::{By, Dependencies, Withheld};

use self::file::{MADE_UP, Not, PUBLISHED};
use crate::desk::{is_from_here, not_sent};
use crate::lines::seen;
use crate::parts::{around, exercise, faults};
use crate::shell::{Chapter, Content};
use crate::visit::{Page, Visit};

/// The most cut sets, and the most that would have to be known, that are told of a capability.
const TOLD: usize = 10;
/// The most capabilities, and the most of those on whom members rely, that are told.
const ROWS: usize = 100;

/// The most characters of a name that the file has not.
const LONGEST: usize = 80;

/// What is asked.
#[derive(Clone)]
pub(crate) struct Asked {
    text: String,
    /// Who or what withholds, by its name in the text.
    withhold: Vec<String>,
    member: Option<MemberCode>,
    by: By,
    around: String,
}

impl Default for Asked {
    /// The made-up file, with one State withholding.
    fn default() -> Asked {
        let (text, withhold) = (MADE_UP.into(), vec!["XXX".into()]);
        Asked { text, withhold, member: None, by: By::State, around: String::new() }
    }
}

/// A file that could be read, and what is asked of it.
struct Found<'a> {
    asked: &'a Asked,
    read: Dependencies,
    withheld: Withheld,
    /// The names among those asked for that the file has not.
    unknown: Vec<&'a str>,
}

impl<'a> Found<'a> {
    /// Reads what is asked of.
    ///
    /// # Errors
    /// What is wrong in the file, each fault with its line.
    fn of(asked: &'a Asked) -> Result<Found<'a>, String> {
        let read = Dependencies::read(&asked.text).map_err(|wrong| faults(&asked.text, &wrong))?;
        let is_known = |name: &&str| read.withheld([*name]).is_ok();
        let (known, mut unknown): (Vec<&str>, Vec<&str>) =
            asked.withhold.iter().map(String::as_str).partition(is_known);
        let withheld = read.withheld(known).unwrap_or_default();
        if !asked.around.is_empty()
            && around(&read, &asked.around, &withheld, &|_, _| String::new()).is_none()
        {
            unknown.push(&asked.around);
        }
        Ok(Found { asked, read, withheld, unknown })
    }

    /// Whether a thing is a capability that is asked for.
    fn is_told(&self, place: usize) -> bool {
        let member = self.read.things().get(place).and_then(|thing| thing.member);
        member.is_some_and(|member| self.asked.member.is_none_or(|only| only == member))
    }

    /// Of whom a capability is, and how it is called: in this order they are told.
    fn order(&self, place: usize) -> (Option<MemberCode>, &str) {
        (self.read.things().get(place).and_then(|thing| thing.member), self.name(place))
    }

    /// The name of a thing.
    fn name(&self, place: usize) -> &str {
        self.read.things().get(place).map(|thing| thing.name.as_str()).unwrap_or_default()
    }

    /// The name of a supplier.
    fn supplier(&self, place: usize) -> &str {
        self.read.suppliers().get(place).map(|supplier| supplier.name.as_str()).unwrap_or_default()
    }

    /// Around whom or what is drawn: what is asked for, else what withholds first, else the first capability.
    fn middle(&self) -> Option<&str> {
        let known = |name: &&str| !self.unknown.contains(name);
        let asked = Some(self.asked.around.as_str()).filter(|name| !name.is_empty()).filter(known);
        let first = self.asked.withhold.iter().map(String::as_str).find(known);
        let capability = || self.read.capabilities().find(|place| self.is_told(*place));
        asked.or(first).or_else(|| capability().map(|place| self.name(place)))
    }
}

/// One of the project's own files; with the made-up one, one State withholds until something else is asked.
pub(crate) async fn show(visit: Visit, Query(pairs): Query<Vec<(String, String)>>) -> Response {
    let of =
        |name: &str| pairs.iter().filter(|(key, _)| key == name).map(|(_, value)| value.clone()).collect();
    let (files, withhold): (Vec<String>, Vec<String>) = (of("file"), of("withhold"));
    let is_published = files.first().is_some_and(|file| file == "published");
    let asked = match (is_published, pairs.is_empty()) {
        (true, _) => Asked { text: PUBLISHED.into(), withhold, ..Asked::default() },
        (false, true) => Asked::default(),
        (false, false) => Asked { withhold, ..Asked::default() },
    };
    visit.apart(move |visit| shown(visit, &asked)).await
}

/// What is found of a file that was sent.
pub(crate) async fn ask(visit: Visit, request: Request) -> Response {
    if !is_from_here(&visit, request.headers()) {
        return not_sent("this form is of no page of this node");
    }
    let asked = match file::asked(request).await {
        Ok(asked) => asked,
        Err(not) => return refused(&visit, not),
    };
    let Ok(one) = Arc::clone(&visit.app.checks).try_acquire_owned() else {
        return refused(&visit, Not::Busy);
    };
    // The place is given back when the work is done, and not when whoever asked has gone.
    let answer = move |visit: &Visit| {
        let answer = shown(visit, &asked);
        drop(one);
        answer
    };
    visit.apart(answer).await
}

/// Why nothing was looked at.
fn refused(visit: &Visit, not: Not) -> Response {
    let (key, status) = not.text();
    let asked = Asked::default();
    let found = Found::of(&asked).ok();
    let page = visit.page(Chapter::Dependencies, |page| {
        content(page, |page| {
            html! { p.answer.fails role="alert" { (page.t(key)) } (form::form(page, &asked, found.as_ref())) }
        })
    });
    (status, page).into_response()
}

fn shown(visit: &Visit, asked: &Asked) -> Response {
    let found = Found::of(asked);
    let status = if found.is_ok() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = visit.page(Chapter::Dependencies, |page| {
        content(page, |page| match &found {
            Ok(found) => html! { (form::form(page, asked, Some(found))) (result(page, found)) },
            Err(wrong) => html! {
                p.answer.fails role="alert" { (page.t("depend-faults")) }
                pre lang="en" { (wrong) }
                (form::form(page, asked, None))
            },
        })
    });
    match status {
        StatusCode::OK => page,
        status => (status, page).into_response(),
    }
}

fn content(page: &Page<'_>, write: impl FnOnce(&Page<'_>) -> Markup) -> Content {
    Content {
        title: page.t("chapter-dependencies"),
        body: html! {
            (exercise(page))
            p.lead { (page.t("depend-lead")) }
            (write(page))
        },
    }
}

fn result(page: &Page<'_>, found: &Found<'_>) -> Markup {
    html! {
        h2 id="found" { (page.t("depend-found")) }
        p { strong lang=[own(found.asked)] { (found.read.title()) } }
        @for name in &found.unknown {
            p.answer.fails role="alert" { (page.with("depend-unknown", &[("name", &seen(name, LONGEST))])) }
        }
        (effects::effects(page, found))
        (cuts::cuts(page, found))
        (relied::relied(page, found))
        (picture(page, found))
        h2 { (page.t("depend-not-searched")) }
        p { (page.t("depend-not-searched-says")) }
    }
}

/// The language of a file's own words, where it is known.
fn own(asked: &Asked) -> Option<&'static str> {
    [MADE_UP, PUBLISHED].contains(&asked.text.as_str()).then_some("en")
}

fn picture(page: &Page<'_>, found: &Found<'_>) -> Markup {
    let words = |key: &str, gaps: &[(&str, &str)]| page.with(key, gaps);
    let middle = found.middle();
    let drawn = middle.and_then(|middle| around(&found.read, middle, &found.withheld, &words));
    html! {
        @if let (Some(middle), Some(drawn)) = (middle, drawn) {
            @let title = page.with("around-title", &[("name", middle)]);
            h2 id="picture" { (title) }
            p.soft { (page.t("around-legend")) }
            div.wide tabindex="0" role="region" aria-label=(title) { (drawn) }
        }
    }
}
