//! The trustees' report: one page to read and to print, every figure with the register that it is from.

mod figures;
mod open;
mod parts;
mod rows;

use alloc::format;
use alloc::string::String;

use maud::{DOCTYPE, Markup, PreEscaped, html};
use quorate_partnership::Nature;

use crate::records::Records;
use crate::registers::Register;
use crate::words;

const STYLE: &str = include_str!("report.css");

/// The report as a page of HTML that needs nothing else: no script, no picture, no other file. Of a rehearsal, the notice
/// stands on top.
#[must_use]
pub fn report(records: &Records, notice: &str) -> String {
    let title = &records.charter().title().en;
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'";
                meta name="color-scheme" content="light dark";
                title { "Report of the fund: " (title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                main {
                    (head(records, notice))
                    (sections(records))
                    footer {
                        p {
                            "Made from the record alone; the same record gives the same page. Amounts are in "
                            (records.charter().fund().currency()) ". A member reads any register named here with "
                            code { "quorate record REGISTER" } "."
                        }
                    }
                }
            }
        }
    };
    let mut text = page.into_string();
    text.push('\n');
    text
}

fn head(records: &Records, notice: &str) -> Markup {
    html! {
        @if matches!(records.nature(), Nature::Rehearsal { .. }) { p.notice role="note" { (notice) } }
        header {
            p.kind { "Report of the fund" }
            h1 { (records.charter().title().en) }
            dl.about {
                div { dt { "As of" } dd { (words::minute(records.at())) ", height " (records.height()) } }
                div { dt { "Record" } dd { code { (records.id()) } } }
            }
        }
    }
}

fn sections(records: &Records) -> Markup {
    let register = |register: Register| records.register(register);
    html! {
        (open::section(records))
        (figures::position(records))
        (figures::authority(records))
        section {
            h2 { "Contributions" }
            (parts::table("What each member signed, was asked for and paid", &register(Register::Agreements), true))
        }
        section {
            h2 { "Calls" }
            (rows::calls(records))
        }
        section {
            h2 { "Cases" }
            (parts::table("Help asked for, decided and paid", &register(Register::Cases), false))
            (parts::table("Tranches of the cases", &register(Register::Tranches), false))
        }
        section {
            h2 { "Payments" }
            (rows::payments(records))
            (parts::table("Lines of the bank's statement", &register(Register::BankLines), false))
        }
        section {
            h2 { "Decisions" }
            (rows::decisions(records))
        }
        section {
            h2 { "Accounts" }
            (figures::trial(records))
            (parts::table("Every account of the books", &register(Register::Accounts), false))
        }
    }
}

/// Where figures are from.
fn source(register: Register) -> Markup {
    html! { span.source { "register " (format!("{register}")) } }
}
