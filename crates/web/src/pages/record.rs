//! The record: every register, to read, to search and to take away; and what of it is for everybody.

use axum::extract::{Path, Query};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use maud::{Markup, html};
use quorate_partnership::DecisionNo;
use quorate_records::{Extract, Records, Register, Table, csv, json};
use serde::Deserialize;

use super::certificate;
use crate::error;
use crate::parts::{ROWS, Rows, rows};
use crate::proved::Cosigned;
use crate::shell::{Chapter, Content};
use crate::visit::{Page, Visit};

/// The longest text that is searched for, in bytes.
const MAX_SEARCH_BYTES: usize = 200;

/// Where in a register a page begins, and what is searched for.
#[derive(Default, Deserialize)]
pub(crate) struct Paging {
    from: Option<usize>,
    q: Option<String>,
}

impl Paging {
    /// The row, counted from 0.
    pub(crate) fn from(&self) -> usize {
        self.from.unwrap_or_default()
    }

    fn search(&self) -> &str {
        self.q.as_deref().map(str::trim).filter(|text| text.len() <= MAX_SEARCH_BYTES).unwrap_or_default()
    }
}

pub(crate) async fn show(mut visit: Visit) -> Response {
    let cosigned = visit.with_checkpoint();
    visit.page(Chapter::Record, |page| Content {
        title: page.t("chapter-record"),
        body: html! {
            p.lead { (page.t("record-lead")) }
            (newest(page, "/record", cosigned.as_deref()))
            h2 { (page.t("verify-title")) }
            p { (page.t("verify-says")) " " a href=(page.to("/record/verify")) { (page.t("verify-go")) } "." }
            h2 { (page.t("record-registers")) }
            (list(page, "/record", |_| true))
        },
    })
}

/// What the charter makes public, without signing in.
pub(crate) async fn public(mut visit: Visit) -> Response {
    let cosigned = visit.with_checkpoint();
    visit.page(Chapter::Public, |page| Content {
        title: page.t("chapter-public"),
        body: html! {
            p.lead { (page.t("public-lead")) }
            (newest(page, "/public", cosigned.as_deref()))
            h2 { (page.t("record-registers")) }
            (list(page, "/public", |register| says_for_whom(page.records(), register)))
        },
    })
}

/// The newest checkpoint, and how whoever holds it checks with it.
fn newest(page: &Page<'_>, under: &str, cosigned: Option<&Cosigned>) -> Markup {
    html! {
        section #checkpoint {
            h2 { (page.t("checkpoint")) }
            p.soft { (page.t("checkpoint-says")) }
            @match cosigned {
                Some(cosigned) => {
                    div { (certificate::signers(page, cosigned)) }
                    p.forms { a.button href=(page.to(&format!("{under}/checkpoint"))) { (page.t("checkpoint-take")) } }
                    p { (page.t("checkpoint-check")) " " code { "quorate verify FILE --checkpoint CHECKPOINT" } }
                    p.soft { (page.t("checkpoint-form")) }
                }
                None => { p.none { (page.t("checkpoint-none")) } }
            }
        }
    }
}

/// The newest checkpoint as it was signed: a text (C2SP signed note).
pub(crate) async fn checkpoint(visit: Visit) -> Response {
    match visit.app.door.checkpoint() {
        Some(cosigned) => {
            let kind = (header::CONTENT_TYPE, "text/plain; charset=utf-8".to_owned());
            let height = cosigned.note.checkpoint().height;
            let name = format!("inline; filename=\"checkpoint-{height}.txt\"");
            ([kind, (header::CONTENT_DISPOSITION, name)], cosigned.note.text()).into_response()
        }
        None => error::nowhere().await,
    }
}

fn list(page: &Page<'_>, under: &str, shown: impl Fn(Register) -> bool) -> Markup {
    html! {
        ul.registers {
            @for register in Register::ALL.iter().filter(|register| shown(**register)) {
                li {
                    a href=(page.to(&format!("{under}/{}", register.name()))) { (register.name()) } " "
                    (page.told(register.about()))
                }
            }
        }
    }
}

pub(crate) async fn register(
    visit: Visit,
    Path((_, name)): Path<(String, String)>,
    Query(paging): Query<Paging>,
) -> Response {
    let Some((register, form)) = named(&name) else { return error::nowhere().await };
    let here = (Chapter::Record, "/record");
    if let (Form::Page, "", true) = (form, paging.search(), only(&visit).next().is_none()) {
        let some = Extract::first(paging.from(), ROWS);
        let (table, all) = visit.records.extract(register, &some);
        return show_rows(&visit, here, register, &table, (all, &paging));
    }
    // All rows are gone through.
    let whole =
        move |visit: &Visit| show_table(visit, here, (register, asked_for(visit, register)), form, &paging);
    visit.apart(whole).await
}

/// A register, or of the largest of them what an address asks for.
fn asked_for(visit: &Visit, register: Register) -> Table {
    let of = only(visit).find(|(key, _)| *key == "decision").and_then(|(_, number)| number.parse().ok());
    match (register, of) {
        (Register::Votes, Some(number)) => visit.records.votes_on(DecisionNo(number)),
        _ => visit.records.register(register),
    }
}

pub(crate) async fn public_register(
    visit: Visit,
    Path((_, name)): Path<(String, String)>,
    Query(paging): Query<Paging>,
) -> Response {
    let Some((register, form)) = named(&name) else { return error::nowhere().await };
    if !says_for_whom(&visit.records, register) {
        return error::nowhere().await;
    }
    let whole = move |visit: &Visit| match visit.records.register(register).public() {
        Some(public) => show_table(visit, (Chapter::Public, "/public"), (register, public), form, &paging),
        None => StatusCode::NOT_FOUND.into_response(),
    };
    visit.apart(whole).await
}

/// Whether a register says of each row for whom it is: that stands in its columns.
fn says_for_whom(records: &Records, register: Register) -> bool {
    records.extract(register, &Extract::first(0, 0)).0.public().is_some()
}

/// How a register is given.
#[derive(Clone, Copy)]
enum Form {
    Page,
    Csv,
    Json,
}

fn named(name: &str) -> Option<(Register, Form)> {
    let (name, form) = match name.rsplit_once('.') {
        Some((name, "csv")) => (name, Form::Csv),
        Some((name, "json")) => (name, Form::Json),
        _ => (name, Form::Page),
    };
    Some((name.parse().ok()?, form))
}

fn show_table(
    visit: &Visit,
    (chapter, under): (Chapter, &str),
    (register, table): (Register, Table),
    form: Form,
    paging: &Paging,
) -> Response {
    let table = narrowed(table, visit);
    let given = |kind: &'static str, end: &str, text: String| {
        let name = format!("attachment; filename=\"{}.{end}\"", register.name());
        ([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, name)], text).into_response()
    };
    match form {
        Form::Csv => given("text/csv; charset=utf-8", "csv", csv(&table)),
        Form::Json => given("application/json", "json", json(&visit.records, &table)),
        Form::Page => {
            let mut table = found(table, paging.search());
            let all = table.rows.len();
            table.rows.drain(..paging.from().min(all));
            show_rows(visit, (chapter, under), register, &table, (all, paging))
        }
    }
}

/// A page of a register: the rows with which it begins, of as many as there are.
fn show_rows(
    visit: &Visit,
    (chapter, under): (Chapter, &str),
    register: Register,
    table: &Table,
    (all, paging): (usize, &Paging),
) -> Response {
    let asked: Vec<String> = only(visit).map(|(key, value)| format!("{key}={value}")).collect();
    let asked = if asked.is_empty() { String::new() } else { format!("?{}", asked.join("&")) };
    visit.page(chapter, |page| Content {
        title: page.with("register-title", &[("name", register.name())]),
        body: html! {
            p.lead { (page.told(register.about())) }
            @for (key, value) in only(visit) {
                p.answer { code { (key) " = " (value) } " " a href=(page.to(&format!("{under}/{}", register.name()))) { (page.t("all-rows")) } }
            }
            (search(page, paging.search()))
            (rows(page, table, &Rows::default()))
            (pages_of(page, all, paging.from()))
            p.forms {
                (page.t("take-away")) " "
                a href=(page.to(&format!("{under}/{}.csv{asked}", register.name()))) download { "CSV" } " · "
                a href=(page.to(&format!("{under}/{}.json{asked}", register.name()))) download { "JSON" } " · "
                a href=(in_api(under, register)) { (page.t("in-the-api")) }
            }
        },
    })
}

/// Where other systems ask for the same rows.
fn in_api(under: &str, register: Register) -> String {
    let under = if under == "/public" { "public" } else { "registers" };
    format!("/api/v1/{under}/{}", register.name())
}

/// Of which columns the address asks for one value alone: `?decision=1`. Values are codes and numbers, as they stand in CSV.
fn only(visit: &Visit) -> impl Iterator<Item = (&str, &str)> {
    let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_/".contains(&byte));
    form_pairs(&visit.query)
        .filter(move |(key, value)| !matches!(*key, "from" | "q") && plain(key) && plain(value))
}

/// The rows that the address asks for; what is no column narrows nothing.
fn narrowed(mut table: Table, visit: &Visit) -> Table {
    for (key, value) in only(visit) {
        if let Some(at) = table.columns.iter().position(|column| column.key == key) {
            table.rows.retain(|row| row.get(at).is_some_and(|cell| cell.plain() == value));
        }
    }
    table
}

/// The rows in which a text stands, whatever its case.
fn found(mut table: Table, text: &str) -> Table {
    if !text.is_empty() {
        let text = text.to_lowercase();
        table.rows.retain(|row| row.iter().any(|cell| cell.readable().to_lowercase().contains(&text)));
    }
    table
}

fn search(page: &Page<'_>, text: &str) -> Markup {
    html! {
        form.search method="get" role="search" {
            label { (page.t("search")) " " input type="search" name="q" value=(text) maxlength=(MAX_SEARCH_BYTES); }
            " " button type="submit" { (page.t("search-ask")) }
        }
    }
}

/// Which rows are shown, and the way to the others.
pub(crate) fn pages_of(page: &Page<'_>, all: usize, from: usize) -> Markup {
    let until = from.saturating_add(ROWS).min(all);
    let query = |from: usize| {
        let asked = form_pairs(&page.visit.query).filter(|(key, _)| *key != "from");
        let asked: String = asked.map(|(key, value)| format!("&{key}={value}")).collect();
        format!("?from={from}{asked}")
    };
    html! {
        @if all > 0 {
            nav.paging aria-label=(page.t("rows")) {
                @if from > 0 { a rel="prev" href=(query(from.saturating_sub(ROWS))) { (page.t("rows-before")) } " " }
                (page.with("rows-of", &[
                    ("from", &from.saturating_add(1).min(all).to_string()),
                    ("until", &until.to_string()),
                    ("all", &all.to_string()),
                ]))
                @if until < all { " " a rel="next" href=(query(until)) { (page.t("rows-after")) } }
            }
        }
    }
}

/// The pairs of a query as they stand in the address.
fn form_pairs(query: &str) -> impl Iterator<Item = (&str, &str)> {
    query.split('&').filter_map(|pair| pair.split_once('='))
}
