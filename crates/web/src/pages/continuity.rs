//! Lines between militaries that go on through a dispute: each with its sides, tests, outages, and what takes its place.

use axum::response::Response;
use maud::{Markup, html};
use quorate_records::{Register, Table};

use crate::parts::{self, Head, Part, Pattern, Row, Rows, all_rows, bar, register, rows_of, sheet};
use crate::shell::{Chapter, Content};
use crate::visit::{Page, Visit};

/// How many lines stand on the page one by one; the register has all.
const MOST: usize = 30;

/// Of every line, closed ones too, what tells it apart; the register has the rest.
const LINES: &[&str] = &[
    "line",
    "kind",
    "title",
    "sides",
    "state",
    "availability",
    "test_due",
    "closed_at",
    "reason",
    "left",
    "stage",
];

pub(crate) async fn show(visit: Visit) -> Response {
    visit.page(Chapter::Continuity, |page| {
        let (lines, sides) =
            (page.records().register(Register::Lines), page.records().register(Register::LineSides));
        let open: Vec<Row<'_>> =
            all_rows(&lines).into_iter().filter(|row| row.plain("stage") != "closed").collect();
        Content {
            title: page.t("chapter-continuity"),
            body: html! {
                p.lead { (page.t("continuity-lead")) }
                (parts::heading(page, &page.t("lines"), Register::Lines))
                @if open.is_empty() { p.none { (page.t("lines-none")) } }
                @for line in open.iter().take(MOST) { (one(page, *line, &sides)) }
                @for (key, of, columns) in [
                    ("lines-all", Register::Lines, LINES),
                    ("line-tests", Register::LineTests, &[][..]),
                    ("outages", Register::Outages, &[][..]),
                ] { (register(page, &page.t(key), of, &Rows { columns, most: 20, newest_first: true, ..Rows::default() })) }
            },
        }
    })
}

fn one(page: &Page<'_>, line: Row<'_>, sides: &Table) -> Markup {
    let number = line.plain("line");
    html! {
        article.line id=(format!("line-{number}")) {
            h3 { (page.with("line-title", &[("number", &number)])) (parts::colon(page)) span translate="no" {
                (line.given("title")) } }
            p.answer .proven[line.plain("state") == "working"] .fails[line.plain("state") == "interrupted"] {
                (line.told(page, "kind")) ", " (line.told(page, "state"))
            }
            (of_sides(page, &number, sides))
            dl.about {
                (availability(page, line))
                @for key in ["last_test", "last_result", "test_due", "tests"] { (line.about(page, key)) }
                (line.about_given(page, "touched"))
                (fall_back(page, line))
                @for key in ["fall_back_state", "fall_back_started", "confirm_by", "starts_for", "ended_for"] { (line.about(page, key)) }
                @for key in ["silent", "out", "owing", "follows"] { (line.about_given(page, key)) }
            }
        }
    }
}

/// What takes its place: another line, words of the sides, or nothing.
fn fall_back(page: &Page<'_>, line: Row<'_>) -> Markup {
    let given = line.plain("fall_back");
    html! {
        div {
            dt { (line.heading(page, "fall_back")) }
            dd {
                @if given == "no fall-back" { (page.told(&given)) }
                @else { span translate="no" { (given) } }
            }
        }
    }
}

/// The share of 90 days in which all sides confirmed that it works.
fn availability(page: &Page<'_>, line: Row<'_>) -> Markup {
    let count = |key: &str| line.plain(key).parse::<i128>().unwrap_or_default();
    let parts = [Part { pattern: Pattern::Solid, minor: count("working_ms") }];
    html! {
        @if line.has("availability") {
            div {
                dt { (line.heading(page, "availability")) }
                dd { (line.given("availability")) " % " (bar(count("of_ms"), &parts)) }
            }
        }
    }
}

fn of_sides(page: &Page<'_>, number: &str, sides: &Table) -> Markup {
    let rows = rows_of(sides, "line", number);
    let keys = ["state", "last_confirmed", "reported_by", "stands_until", "out_since", "standing"];
    let first = rows.first().map(|row| row.heading(page, "side")).unwrap_or_default();
    let heads: Vec<Head> = core::iter::once((first, false))
        .chain(
            keys.iter()
                .map(|key| (rows.first().map(|row| row.heading(page, key)).unwrap_or_default(), false)),
        )
        .collect();
    let line = |row: &Row<'_>| {
        core::iter::once(html! { (row.given("side")) })
            .chain(keys.iter().map(|key| html! { (row.told(page, key)) }))
            .collect()
    };
    let lines: Vec<Vec<Markup>> = rows.iter().map(line).collect();
    sheet(page, &page.with("line-sides-of", &[("number", number)]), &heads, &lines)
}
