//! What each member signed: of it received, called, and still to be called.

use maud::{Markup, html};
use quorate_records::{Cell, Register, Table};

use super::{grouped, minor};
use crate::parts::{self, Head, Part, Pattern, bar, sheet};
use crate::visit::Page;

const COLUMNS: [(&str, &str); 6] = [
    ("signed_paid_in", "Signed: paid in"),
    ("signed_callable", "Signed: callable"),
    ("called", "Called so far"),
    ("received", "Received"),
    ("still_callable", "Can still be called"),
    ("most", "Can never be asked for more than"),
];

pub(super) fn section(page: &Page<'_>) -> Markup {
    let table = page.records().register(Register::Agreements);
    html! {
        section #contributions {
            (parts::heading(page, &page.t("contributions"), Register::Agreements))
            p.soft { (page.t("contributions-says")) }
            ul.legend {
                li { span.key.solid {} (page.t("bar-received")) }
                li { span.key.hatched {} (page.t("bar-called")) }
                li { span.key.empty {} (page.t("bar-callable")) }
            }
            (bars(page, &table))
            (csv(page, Register::Agreements))
        }
    }
}

/// The way to the same figures as a file.
pub(super) fn csv(page: &Page<'_>, register: Register) -> Markup {
    let file = format!("/record/{}.csv", register.name());
    html! { p.forms { (page.t("chart-table")) " " a href=(page.to(&file)) download { "CSV" } } }
}

fn bars(page: &Page<'_>, table: &Table) -> Markup {
    let at = |row: &[Cell], key: &str| {
        let at = table.columns.iter().position(|column| column.key == key);
        minor(at.and_then(|at| row.get(at)))
    };
    let signed = |row: &[Cell]| at(row, "signed_paid_in").saturating_add(at(row, "signed_callable"));
    let most = table.rows.iter().map(|row| signed(row)).max().unwrap_or_default();
    let heads: Vec<Head> = [(page.told("Member"), false), (page.t("bar-heading"), false)]
        .into_iter()
        .chain(COLUMNS.map(|(_, heading)| (page.told(heading), true)))
        .collect();
    let rows: Vec<Vec<Markup>> = table
        .rows
        .iter()
        .map(|row| {
            let member = row.first().map(Cell::plain).unwrap_or_default();
            let received = at(row, "received");
            let left = at(row, "still_callable");
            let due = signed(row).saturating_sub(received).saturating_sub(left).max(0);
            let parts = [
                Part { pattern: Pattern::Solid, minor: received },
                Part { pattern: Pattern::Hatched, minor: due },
                Part { pattern: Pattern::Empty, minor: left },
            ];
            let link = page.to(&format!("/fund/statements/{member}"));
            [html! { a href=(link) { (member) } }, bar(most, &parts)]
                .into_iter()
                .chain(COLUMNS.map(|(key, _)| grouped(page, at(row, key))))
                .collect()
        })
        .collect();
    sheet(page, &page.t("contributions"), &heads, &rows)
}
