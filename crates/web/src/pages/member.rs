//! One member: what it signed, and what no majority can do to it.

use axum::extract::Path;
use axum::response::Response;
use maud::{Markup, html};
use quorate_charter::MemberCode;
use quorate_records::{Cell, Register, Table, words};

use crate::error;
use crate::parts::{self, Rows, money, rows, rows_of};
use crate::shell::{Chapter, Content};
use crate::visit::{Page, Visit};

/// What no majority can do to a member, each with the rules that keep it, by their ids in docs/rules.md, and with the
/// invariant that is tried, if there is one, by its number in docs/invariants.md.
const CANNOT: [(&str, &str); 6] = [
    ("cannot-call", "F12, F13, I-6"),
    ("cannot-amend", "M9, M25, F13, F65"),
    ("cannot-node", "M29, M30, M31"),
    ("cannot-expel", "M14, M15, I-38"),
    ("cannot-silence", "K4, K6, A5"),
    ("cannot-sign", "A1, A2, O1, M3, M27"),
];

pub(crate) async fn show(visit: Visit, Path((_, code)): Path<(String, String)>) -> Response {
    let code: Option<MemberCode> = code.parse().ok();
    let known = code.and_then(|code| Some((code, visit.records.charter().member(code)?.name().clone())));
    let Some((code, name)) = known else { return error::nowhere().await };
    visit.page(Chapter::Members, |page| Content {
        title: page.language().of(&name).to_owned(),
        body: html! {
            p.lead { (page.with("member-lead", &[("member", code.as_str())])) }
            (cannot(page, code))
            @if page.records().charter().has_fund() {
                p { a href=(page.to(&format!("/fund/statements/{code}"))) {
                    (page.with("statement-of", &[("member", code.as_str())])) } }
            }
            @for (key, register) in [
                ("membership", Register::Membership),
                ("pledges", Register::Pledges),
                ("arrears", Register::Arrears),
                ("credentials", Register::Credentials),
            ] { (own(page, code, key, register)) }
        },
    })
}

/// What no majority can do, with what this member's own rows say of it.
fn cannot(page: &Page<'_>, code: MemberCode) -> Markup {
    html! {
        section {
            h2 { (page.t("member-cannot")) }
            p { (page.t("cannot-rules")) }
            ul.cannot {
                @for (key, rules) in CANNOT {
                    li {
                        strong { (page.t(key)) } " " small.soft { (rules) }
                        @match key {
                            "cannot-call" => (money_of(page, code)),
                            "cannot-amend" => (text_of(page, code)),
                            "cannot-silence" => (called_by(page, code)),
                            "cannot-sign" => (keys_of(page, code)),
                            _ => {}
                        }
                    }
                }
            }
        }
    }
}

/// What it signed, was called for, paid, and can still be called for: never more than the last figure.
fn money_of(page: &Page<'_>, code: MemberCode) -> Markup {
    let table = page.records().register(Register::Agreements);
    let row = rows_of(&table, "member", code.as_str()).first().copied();
    let keys = ["signed_paid_in", "signed_callable", "called", "received", "still_callable", "most"];
    html! {
        @if let Some(row) = row {
            dl.figures {
                @for key in keys {
                    div.figure .total[key == "most"] {
                        dt {
                            (parts::source(page, Register::Agreements, code.as_str(), &html! { (row.heading(page, key)) }))
                        }
                        dd { @match row.cell(key) {
                            Cell::Money(amount) => (money(page, Some(**amount))),
                            _ => (money(page, None)),
                        } }
                    }
                }
            }
        }
    }
}

/// The text that it accepted, beside the one in force.
fn text_of(page: &Page<'_>, code: MemberCode) -> Markup {
    let table = page.records().register(Register::Membership);
    let accepted = rows_of(&table, "member", code.as_str()).first().map(|row| row.plain("text"));
    let accepted = accepted.filter(|text| !text.is_empty());
    let in_force = page.records().text_version().to_string();
    html! {
        @if let Some(accepted) = accepted {
            p { (page.with("cannot-text", &[("accepted", &accepted), ("force", &in_force)])) }
        }
    }
}

/// How many consultations it called, and how many of them are open.
fn called_by(page: &Page<'_>, code: MemberCode) -> Markup {
    let table = page.records().register(Register::Consultations);
    let called = rows_of(&table, "called_by", code.as_str());
    let open = called.iter().filter(|row| row.plain("stage") == "open").count().to_string();
    let all = called.len().to_string();
    html! { p { (page.with("cannot-called", &[("all", &all), ("open", &open)])) } }
}

/// How many keys hold an office for it now.
fn keys_of(page: &Page<'_>, code: MemberCode) -> Markup {
    let table = page.records().register(Register::Credentials);
    let now = words::exact(page.records().at());
    let rows = rows_of(&table, "member", code.as_str());
    let held = rows.iter().filter(|row| !row.has("ended") && (!row.has("until") || row.plain("until") > now));
    html! { p { (page.with("cannot-keys", &[("count", &held.count().to_string())])) } }
}

/// What a register has of a member.
fn own(page: &Page<'_>, code: MemberCode, heading: &str, register: Register) -> Markup {
    let mut table: Table = page.records().register(register);
    let at = table.columns.iter().position(|column| column.key == "member");
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
