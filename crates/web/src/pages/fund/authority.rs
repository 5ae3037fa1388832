//! Commitment authority: what was granted by what was paid in, and where it stands now.

use maud::{Markup, html};
use quorate_ledger::BookId;
use quorate_partnership::fund::CHART;
use quorate_records::Register;

use super::grouped;
use crate::parts::{self, Head, Part, Pattern, bar, sheet};
use crate::visit::Page;

/// Everything that was granted.
const GRANTED: u16 = 10;

/// The kinds of account of commitment authority on which something stands: code, name, amount.
fn kinds(page: &Page<'_>) -> Vec<(u16, &'static str, i128)> {
    let own = page.records().charter().fund().currency();
    let mut found: Vec<(u16, &'static str, i128)> = Vec::new();
    for (book, account, balance) in page.records().books().accounts() {
        let Some(kind) = CHART.find(account.code()) else { continue };
        if book != BookId::Authority(own) {
            continue;
        }
        let net = balance.net(kind.normal);
        match found.iter_mut().find(|(code, ..)| *code == kind.code) {
            Some((.., sum)) => *sum = sum.saturating_add(net),
            None => found.push((kind.code, kind.name, net)),
        }
    }
    found.sort_unstable();
    found
}

pub(super) fn section(page: &Page<'_>) -> Markup {
    let kinds = kinds(page);
    let granted = kinds.iter().find(|(code, ..)| *code == GRANTED).map_or(0, |(.., minor)| *minor);
    let heads: [Head; 3] =
        [(page.told("Account"), false), (page.t("authority-share"), false), (page.told("Balance"), true)];
    let rows: Vec<Vec<Markup>> = kinds
        .iter()
        .map(|(code, name, minor)| {
            let pattern = if *code == GRANTED { Pattern::Solid } else { Pattern::Hatched };
            vec![
                html! { (code) " " (page.told(name)) },
                bar(granted, &[Part { pattern, minor: *minor }]),
                grouped(page, *minor),
            ]
        })
        .collect();
    html! {
        section #authority {
            (parts::heading(page, &page.t("authority"), Register::Accounts))
            p.soft { (page.t("authority-says")) }
            @if rows.is_empty() { p.none { (page.t("authority-none")) } }
            @else { (sheet(page, &page.t("authority"), &heads, &rows)) }
        }
    }
}
