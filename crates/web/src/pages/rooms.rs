//! Chapters that show their registers one after another.

use axum::response::Response;
use maud::html;
use quorate_records::Register;

use crate::parts::{Rows, register};
use crate::shell::{Chapter, Content};
use crate::visit::Visit;

/// A register in a chapter: the text of its heading, and the columns that are shown first.
type Shown<'a> = (&'a str, Register, &'a [&'a str]);

/// What is shown first of a thing: what it is, on what it relies, and for how long it goes on without.
const FIRST_OF_CAPABILITIES: &[&str] = &[
    "thing",
    "kind",
    "what",
    "needs",
    "one_of",
    "in_hands_of",
    "supplier",
    "lasts",
    "replaced_in",
    "stands",
];

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

pub(crate) async fn capabilities(visit: Visit) -> Response {
    let shown: &[Shown<'_>] = &[("capabilities", Register::Capabilities, FIRST_OF_CAPABILITIES)];
    chapter(&visit, Chapter::Capabilities, ("chapter-capabilities", "capabilities-lead"), shown)
}

pub(crate) async fn representatives(visit: Visit) -> Response {
    let rows = Rows { most: SOME, newest_first: true, ..Rows::default() };
    visit.page(Chapter::Representatives, |page| Content {
        title: page.t("chapter-representatives"),
        body: html! {
            p.lead { (page.t("representatives-lead")) }
            (register(page, &page.t("credentials"), Register::Credentials, &rows))
            p { a href=(page.to("/representatives/sessions")) { (page.t("desk-sessions-link")) } }
            p { a href=(page.to("/systems")) { (page.t("systems-link")) } }
        },
    })
}
