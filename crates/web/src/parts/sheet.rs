//! A table of what a page itself puts together: headings, then rows of cells.

use maud::{Markup, html};

use crate::visit::Page;

/// A heading, and whether what stands below it is numbers.
pub(crate) type Head = (String, bool);

/// A table; the first cell of each row is the heading of the row.
pub(crate) fn sheet(page: &Page<'_>, label: &str, heads: &[Head], rows: &[Vec<Markup>]) -> Markup {
    html! {
        @if rows.is_empty() { p.none { (page.t("no-rows")) } }
        @else {
            div.wide tabindex="0" role="region" aria-label=(label) {
                table {
                    thead { tr { @for (head, number) in heads { th scope="col" .number[*number] { (head) } } } }
                    tbody { @for row in rows { tr { @for (at, cell) in row.iter().enumerate() {
                        @let number = heads.get(at).is_some_and(|(_, number)| *number);
                        @if at == 0 { th scope="row" { (cell) } } @else { td .number[number] { (cell) } }
                    } } } }
                }
            }
        }
    }
}
