//! One member: what it signed, and what no majority can do to it.

use axum::extract::Path;
use axum::response::Response;
use maud::{Markup, html};
use quorate_charter::MemberCode;
use quorate_records::{Register, Table};

use crate::error;
use crate::parts::{self, Rows, rows};
use crate::shell::{Chapter, Content};
use crate::visit::{Page, Visit};

/// What no majority can do to a member, each with the rules that keep it.
const CANNOT: [(&str, &str); 6] = [
    ("cannot-call", "F14 F19"),
    ("cannot-amend", "M19 M20"),
    ("cannot-node", "M26"),
    ("cannot-expel", "M17"),
    ("cannot-silence", "K1 K4"),
    ("cannot-sign", "A1 A2"),
];

pub(crate) async fn show(visit: Visit, Path((_, code)): Path<(String, String)>) -> Response {
    let code: Option<MemberCode> = code.parse().ok();
    let known = code.and_then(|code| Some((code, visit.records.charter().member(code)?.name().clone())));
    let Some((code, name)) = known else { return error::nowhere().await };
    visit.page(Chapter::Members, |page| Content {
        title: page.language().of(&name).to_owned(),
        body: html! {
            p.lead { (page.with("member-lead", &[("member", code.as_str())])) }
            section {
                h2 { (page.t("member-cannot")) }
                ul.cannot { @for (key, rules) in CANNOT { li { (page.t(key)) " " small.soft { (rules) } } } }
            }
            (own(page, code, "contributions", Register::Agreements, "member"))
            (own(page, code, "pledges", Register::Pledges, "member"))
            (own(page, code, "arrears", Register::Arrears, "member"))
            (own(page, code, "credentials", Register::Credentials, "member"))
        },
    })
}

/// What a register has of a member.
fn own(page: &Page<'_>, code: MemberCode, heading: &str, register: Register, key: &str) -> Markup {
    let mut table: Table = page.records().register(register);
    let at = table.columns.iter().position(|column| column.key == key);
    table.rows.retain(|row| at.and_then(|at| row.get(at)).is_some_and(|cell| cell.plain() == code.as_str()));
    html! {
        @if !table.rows.is_empty() {
            section {
                (parts::heading(page, &page.t(heading), register))
                (rows(page, &table, &Rows::default()))
            }
        }
    }
}
