//! A member's statement: what it owes, will owe, and can still be asked for.

use axum::extract::Path;
use axum::response::Response;
use maud::{Markup, html};
use quorate_charter::MemberCode;
use quorate_records::{Figure, Part, words};

use super::{codes, page};
use crate::error;
use crate::parts::money;
use crate::visit::{Page, Visit};

pub(crate) async fn show(visit: Visit) -> Response {
    page(&visit, "fund-statements", |page| {
        html! {
            p.lead { (page.t("statements-lead")) }
            ul.registers {
                @for (code, member) in page.records().charter().members() {
                    li { a href=(page.to(&format!("/fund/statements/{code}"))) { (code) } " "
                        (page.language().of(member.name())) }
                }
            }
            p.forms {
                (page.t("take-away")) " "
                a href=(page.to("/record/statements.csv")) download { "CSV" } " · "
                a href=(page.to("/record/statements.json")) download { "JSON" }
            }
        }
    })
}

pub(crate) async fn one(visit: Visit, Path((_, code)): Path<(String, String)>) -> Response {
    let code: Option<MemberCode> = code.parse().ok();
    let known = code.filter(|code| visit.records.charter().has_fund() && visit.records.knows(*code));
    let Some(code) = known else { return error::nowhere().await };
    page(&visit, "fund-statements", |page| {
        html! {
            h2 { (page.with("statement-of", &[("member", &codes(page, &[code]))])) }
            (figures(page, code))
            p { a href=(page.to(&format!("/members/{code}"))) { (page.t("member-cannot")) } }
        }
    })
}

/// Every figure, under what it is about.
pub(crate) fn figures(page: &Page<'_>, code: MemberCode) -> Markup {
    let statement = page.records().statement(code);
    let mut parts: Vec<Part> = statement.figures.iter().map(|figure| figure.part).collect();
    parts.dedup();
    html! {
        @for part in parts {
            h3 { (page.language().say_in("statements", part.name())) }
            dl.figures {
                @for figure in statement.figures.iter().filter(|figure| figure.part == part) { (line(page, figure, code)) }
            }
        }
    }
}

fn line(page: &Page<'_>, figure: &Figure, code: MemberCode) -> Markup {
    let rows = page.to(&format!("/record/{}?q={code}", figure.register));
    html! {
        div.figure {
            dt {
                (page.told(&figure.what))
                @if let Some(since) = figure.since { ", " (page.t("since")) " " time { (words::minute(since)) } }
                @if let Some(day) = figure.falls_due { ", " (page.t("falls-due")) " " time { (words::day(day)) } }
            }
            dd {
                @if figure.part != Part::NoMajority { (money(page, figure.amount)) " " }
                a.source href=(rows) { (page.t("all-rows")) }
            }
        }
    }
}
