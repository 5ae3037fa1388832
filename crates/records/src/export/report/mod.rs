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
use crate::words::{self, Language};

const STYLE: &str = include_str!("report.css");

/// The record, and the language in which its report is written.
struct Page<'r> {
    records: &'r Records,
    language: Language,
}

impl Page<'_> {
    /// A text of ours in the language of the page.
    fn say(&self, english: &str) -> String {
        self.language.say(english)
    }

    /// Where figures are from.
    fn source(&self, register: &str) -> Markup {
        html! { span.source { (self.say("register")) " " (register) } }
    }
}

/// The report as a page of HTML that needs nothing else: no script, no picture, no other file. Of a rehearsal, the notice
/// stands on top. In both languages the figures are the same and written alike.
#[must_use]
pub fn report(records: &Records, notice: &str, language: Language) -> String {
    let page = &Page { records, language };
    let title = language.of(records.charter().title());
    let html = html! {
        (DOCTYPE)
        html lang=(language.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'";
                meta name="color-scheme" content="light dark";
                title { (page.say(&format!("Report of the fund: {title}"))) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                main {
                    (head(page, title, notice))
                    (sections(page))
                    footer {
                        p {
                            (page.say("Made from the record alone; the same record gives the same page.")) " "
                            (page.say("Amounts are in")) " " (records.charter().fund().currency()) ". "
                            (page.say("A member reads any register named here with")) " "
                            code { "quorate record REGISTER" } "."
                        }
                    }
                }
            }
        }
    };
    let mut text = html.into_string();
    text.push('\n');
    text
}

fn head(page: &Page<'_>, title: &str, notice: &str) -> Markup {
    let records = page.records;
    html! {
        @if matches!(records.nature(), Nature::Rehearsal { .. }) { p.notice role="note" { (page.say(notice)) } }
        header {
            p.kind { (page.say("Report of the fund")) }
            h1 { (title) }
            dl.about {
                div {
                    dt { (page.say("As of")) }
                    dd { (words::minute(records.at())) ", " (page.say("height")) " " (records.height()) }
                }
                div { dt { (page.say("Record")) } dd { code { (records.id()) } } }
            }
        }
    }
}

fn sections(page: &Page<'_>) -> Markup {
    let table = |caption: &str, register: Register, sums: bool| {
        parts::table(page, caption, &page.records.register(register), sums)
    };
    html! {
        (open::section(page))
        (figures::position(page))
        (figures::authority(page))
        section {
            h2 { (page.say("Contributions")) }
            (table("What each member signed, was asked for and paid", Register::Agreements, true))
        }
        section {
            h2 { (page.say("Calls")) }
            (rows::calls(page))
        }
        section {
            h2 { (page.say("Cases")) }
            (table("Help asked for, decided and paid", Register::Cases, false))
            (table("Tranches of the cases", Register::Tranches, false))
        }
        section {
            h2 { (page.say("Payments")) }
            (rows::payments(page))
            (table("Lines of the bank's statement", Register::BankLines, false))
        }
        section {
            h2 { (page.say("Decisions")) }
            (rows::decisions(page))
        }
        section {
            h2 { (page.say("Accounts")) }
            (figures::trial(page))
            (table("Every account of the books", Register::Accounts, false))
        }
    }
}
