//! Tables, whatever register they are of.

use alloc::string::String;
use alloc::vec::Vec;

use maud::{Markup, html};
use quorate_ledger::Money;

use super::Page;
use crate::table::{Cell, Column, Table};

/// Columns in which members' own words and codes stand: they are the same in every language.
const OWN: &[&str] = &["title", "purpose", "payee", "condition", "reference", "text", "of"];

/// A register as a table, with the sums of its amounts below if they mean something together.
pub(super) fn table(page: &Page<'_>, caption: &str, table: &Table, sums: bool) -> Markup {
    let rows: Vec<&[Cell]> = table.rows.iter().map(Vec::as_slice).collect();
    let columns: Vec<(usize, &Column)> = table.columns.iter().enumerate().collect();
    shown(page, (caption, table.name), &columns, &rows, sums)
}

/// Some columns of some rows.
pub(super) fn shown(
    page: &Page<'_>,
    (caption, register): (&str, &str),
    columns: &[(usize, &Column)],
    rows: &[&[Cell]],
    sums: bool,
) -> Markup {
    let number = |at: usize| rows.iter().any(|row| is_amount(row.get(at)));
    let caption = page.say(caption);
    html! {
        div.wide tabindex="0" role="region" aria-label=(caption) {
            table {
                caption { (caption) " " (page.source(register)) }
                thead { tr {
                    @for (at, column) in columns { th scope="col" .number[number(*at)] { (page.say(column.heading)) } }
                } }
                tbody {
                    @if rows.is_empty() { tr { td.none colspan=(columns.len()) { (page.say("None.")) } } }
                    @for row in rows {
                        tr { @for (at, column) in columns { (cell(page, (register, column.key), row.get(*at))) } }
                    }
                }
                @if sums && rows.len() > 1 {
                    tfoot { tr {
                        @for (place, (at, _)) in columns.iter().enumerate() {
                            @if place == 0 { th scope="row" { (page.say("Together")) } }
                            @else { (cell(page, (register, ""), sum(rows, *at).map(Cell::amount).as_ref())) }
                        }
                    } }
                }
            }
        }
    }
}

fn cell(page: &Page<'_>, (register, key): (&str, &str), cell: Option<&Cell>) -> Markup {
    let own = OWN.contains(&key);
    let text = match cell {
        Some(Cell::Text(text)) if own => page.language.say_before(text),
        Some(Cell::Text(text)) => page.language.say_in(register, text),
        cell => cell.map(Cell::readable).unwrap_or_default(),
    };
    let text = unbroken(&text, is_when(cell));
    let long = matches!(cell, Some(Cell::Text(text)) if text.len() > 14);
    html! { td .number[is_amount(cell)] .when[is_when(cell)] .long[long] translate=[own.then_some("no")] { (text) } }
}

/// The text without a place at which a number is broken; a moment is broken nowhere.
fn unbroken(text: &str, whole: bool) -> String {
    let mut before = ' ';
    let letters: Vec<char> = text.chars().collect();
    let join = |(at, letter): (usize, &char)| {
        let after = letters.get(at.saturating_add(1)).copied().unwrap_or(' ');
        let number = before.is_ascii_digit() && after.is_ascii_digit();
        before = *letter;
        if *letter == ' ' && (whole || number) { '\u{a0}' } else { *letter }
    };
    letters.iter().enumerate().map(join).collect()
}

fn is_when(cell: Option<&Cell>) -> bool {
    matches!(cell, Some(Cell::At(_) | Cell::On(_)))
}

fn is_amount(cell: Option<&Cell>) -> bool {
    matches!(cell, Some(Cell::Money(_)))
}

/// The sum of a column of amounts.
fn sum(rows: &[&[Cell]], at: usize) -> Option<Money> {
    let mut amounts = rows.iter().filter_map(|row| match row.get(at) {
        Some(Cell::Money(amount)) => Some(**amount),
        _ => None,
    });
    let first = amounts.next()?;
    amounts.try_fold(first, |sum, amount| sum.checked_add(amount).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_moments_are_not_broken() {
        assert_eq!(unbroken("call 1 000.00 USD now", false), "call 1\u{a0}000.00 USD now");
        assert_eq!(unbroken("2026-12-01 09:00 UTC", true), "2026-12-01\u{a0}09:00\u{a0}UTC");
    }
}
