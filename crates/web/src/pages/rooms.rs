//! Chapters that show their registers one after another.

use axum::extract::Path;
use axum::response::Response;
use maud::html;
use quorate_records::{Cell, Register, Table};

use crate::error;
use crate::parts::{self, Rows, register, rows};
use crate::shell::{Chapter, Content};
use crate::visit::Visit;

/// A register in a chapter: the text of its heading, and the columns that are shown first.
type Shown<'a> = (&'a str, Register, &'a [&'a str]);

/// How many rows of each register a chapter shows; its own page has the rest.
const SOME: usize = 20;

fn chapter(
    visit: &Visit,
    chapter: Chapter,
    (title, lead): (&str, &str),
    registers: &[Shown<'_>],
) -> Response {
    visit.page(chapter, |page| Content {
        title: page.t(title),
        body: html! {
            p.lead { (page.t(lead)) }
            @for (heading, of, columns) in registers {
                (register(page, &page.t(heading), *of, &Rows { columns, most: SOME, newest_first: true, ..Rows::default() }))
            }
        },
    })
}

pub(crate) async fn cases(visit: Visit) -> Response {
    let shown: &[Shown<'_>] = &[
        ("cases", Register::Cases, &[]),
        ("tranches", Register::Tranches, &[]),
        ("payments", Register::Payments, &[]),
        ("loans", Register::Loans, &[]),
        ("needs", Register::Needs, &[]),
        ("offers", Register::Offers, &[]),
        ("elsewhere", Register::FundingElsewhere, &[]),
    ];
    chapter(&visit, Chapter::Cases, ("chapter-cases", "cases-lead"), shown)
}

pub(crate) async fn consultations(visit: Visit) -> Response {
    let shown: &[Shown<'_>] = &[
        ("consultations", Register::Consultations, &[]),
        ("acknowledgements", Register::Acknowledgements, &[]),
        ("sessions", Register::Sessions, &[]),
        ("texts", Register::Texts, &[]),
        ("statements", Register::ConsultationStatements, &[]),
        ("proceedings", Register::Proceedings, &[]),
    ];
    chapter(&visit, Chapter::Consultations, ("chapter-consultations", "consultations-lead"), shown)
}

pub(crate) async fn frameworks(visit: Visit) -> Response {
    let shown: &[Shown<'_>] = &[
        ("frameworks", Register::Frameworks, &[]),
        ("arrangements", Register::Arrangements, &[]),
        ("legal", Register::LegalAuthorities, &[]),
        ("pathways", Register::ProcurementPathways, &[]),
        ("interoperability", Register::Interoperability, &[]),
        ("gaps", Register::Gaps, &[]),
        ("procurements", Register::JointProcurements, &[]),
    ];
    chapter(&visit, Chapter::Frameworks, ("chapter-frameworks", "frameworks-lead"), shown)
}

pub(crate) async fn continuity(visit: Visit) -> Response {
    let shown: &[Shown<'_>] = &[
        ("lines", Register::Lines, &[]),
        ("line-sides", Register::LineSides, &[]),
        ("line-tests", Register::LineTests, &[]),
        ("outages", Register::Outages, &[]),
    ];
    chapter(&visit, Chapter::Continuity, ("chapter-continuity", "continuity-lead"), shown)
}

pub(crate) async fn positions(visit: Visit) -> Response {
    let shown: &[Shown<'_>] = &[
        ("soundings", Register::Soundings, &[]),
        ("explanations", Register::Explanations, &[]),
        ("reported-positions", Register::ReportedPositions, &[]),
        ("groupings", Register::Groupings, &[]),
        ("briefings", Register::Briefings, &[]),
    ];
    chapter(&visit, Chapter::Positions, ("chapter-positions", "positions-lead"), shown)
}

pub(crate) async fn representatives(visit: Visit) -> Response {
    let shown: &[Shown<'_>] = &[("credentials", Register::Credentials, &[])];
    chapter(&visit, Chapter::Representatives, ("chapter-representatives", "representatives-lead"), shown)
}

pub(crate) async fn case(visit: Visit, Path((_, number)): Path<(String, String)>) -> Response {
    let registers = [
        ("cases", Register::Cases),
        ("tranches", Register::Tranches),
        ("payments", Register::Payments),
        ("loans", Register::Loans),
        ("instalments", Register::Instalments),
        ("needs", Register::Needs),
        ("offers", Register::Offers),
        ("agreements", Register::FinancingAgreements),
        ("elsewhere", Register::FundingElsewhere),
    ];
    one(&visit, (Chapter::Cases, "case-title", "case"), &number, &registers).await
}

pub(crate) async fn consultation(visit: Visit, Path((_, number)): Path<(String, String)>) -> Response {
    let registers = [
        ("consultations", Register::Consultations),
        ("acknowledgements", Register::Acknowledgements),
        ("sessions", Register::Sessions),
        ("minutes", Register::ConsultationMinutes),
        ("statements", Register::ConsultationStatements),
        ("texts", Register::Texts),
        ("proceedings", Register::Proceedings),
    ];
    one(&visit, (Chapter::Consultations, "consultation-title", "consultation"), &number, &registers).await
}

/// All rows that are of one thing; nowhere if the first register has none.
async fn one(
    visit: &Visit,
    (chapter, title, column): (Chapter, &str, &str),
    number: &str,
    registers: &[(&str, Register)],
) -> Response {
    let of = |register: Register| {
        let mut table = visit.records.register(register);
        keep(&mut table, column, number);
        table
    };
    let known = registers.first().is_some_and(|(_, register)| !of(*register).rows.is_empty());
    if !known {
        return error::nowhere().await;
    }
    visit.page(chapter, |page| Content {
        title: page.with(title, &[("number", number)]),
        body: html! {
            @for (heading, register) in registers {
                @let table = of(*register);
                @if !table.rows.is_empty() {
                    section {
                        (parts::heading(page, &page.t(heading), *register))
                        (rows(page, &table, &Rows::default()))
                    }
                }
            }
        },
    })
}

/// The rows in which a column has this number.
fn keep(table: &mut Table, key: &str, number: &str) {
    let Some(at) = table.columns.iter().position(|column| column.key == key) else {
        return table.rows.clear();
    };
    table.rows.retain(|row| row.get(at).is_some_and(|cell: &Cell| cell.plain() == number));
}
