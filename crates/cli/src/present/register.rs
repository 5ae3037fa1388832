//! A register as a table.

use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, Table as Drawn, Width, presets};
use quorate_records::{Cell, Table};

use super::WIDTH;
use super::text::unbroken;

/// The width of the terminal, if a person reads there: what goes to a file or a program has no width.
pub(crate) fn width() -> Option<usize> {
    let size = rustix::termios::tcgetwinsize(std::io::stdout()).ok()?;
    Some(usize::from(size.ws_col)).filter(|width| *width > 0)
}

/// The register as text; long hashes are shortened, amounts grouped. A table, or, where that is wider than this, a
/// block of lines for each row.
pub(crate) fn register(table: &Table, width: Option<usize>) -> String {
    if table.rows.is_empty() {
        return format!("{}: nothing on record\n", table.name);
    }
    let drawn = drawn(table);
    let fits = |width: usize| drawn.lines().all(|line| line.chars().count() <= width);
    if width.is_none_or(fits) { drawn } else { blocks(table) }
}

/// Each row by itself, a line a cell.
fn blocks(table: &Table) -> String {
    let names = table.columns.iter().map(|column| column.heading.chars().count());
    let widest = names.max().unwrap_or_default().saturating_add(2);
    let mut blocks = String::new();
    for (number, row) in (1_usize..).zip(&table.rows) {
        blocks.push_str(&format!("{} {number}\n", table.name));
        for (column, cell) in table.columns.iter().zip(row) {
            let line = format!("  {:<widest$}{}", format!("{}:", column.heading), text(cell));
            blocks.push_str(line.trim_end());
            blocks.push('\n');
        }
    }
    blocks
}

fn drawn(table: &Table) -> String {
    let mut drawn = Drawn::new();
    drawn
        .load_style(presets::ASCII_BORDERS_ONLY_CONDENSED)
        .set_content_arrangement(ContentArrangement::Dynamic);
    drawn.set_width(u16::try_from(WIDTH.saturating_add(60)).unwrap_or(u16::MAX));
    drawn.set_header(table.columns.iter().map(|column| column.heading));
    for row in &table.rows {
        drawn.add_row(row.iter().map(text));
    }
    for (at, column) in table.columns.iter().enumerate() {
        let cells = || table.rows.iter().filter_map(|row| row.get(at));
        let Some(drawn) = drawn.column_mut(at) else { continue };
        if cells().any(Cell::is_number) {
            drawn.set_cell_alignment(CellAlignment::Right);
            drawn.set_constraint(ColumnConstraint::ContentWidth);
        } else {
            let words = cells().map(|cell| longest_word(&text(cell))).max().unwrap_or_default();
            let least = words.max(longest_word(column.heading)).saturating_add(PADDING);
            let least = Width::Fixed(u16::try_from(least).unwrap_or(u16::MAX));
            drawn.set_constraint(ColumnConstraint::LowerBoundary(least));
        }
    }
    format!("{drawn}\n")
}

fn text(cell: &Cell) -> String {
    unbroken(&short(cell.readable()))
}

/// A space on either side of a cell.
const PADDING: usize = 2;

/// A table is rather wide than that it breaks words.
fn longest_word(text: &str) -> usize {
    text.split(' ').map(|word| word.chars().count()).max().unwrap_or_default()
}

/// The first eight digits of a hash tell two apart; JSON and CSV give it whole.
fn short(text: String) -> String {
    let is_hash = text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    if is_hash { text.chars().take(8).collect() } else { text }
}

#[cfg(test)]
mod tests {
    use quorate_records::Column;

    use super::*;

    #[test]
    fn what_is_wider_than_the_terminal_is_told_row_by_row() {
        let columns =
            &[Column { key: "member", heading: "Member" }, Column { key: "what", heading: "What it said" }];
        let row = |member: &str, what: Cell| vec![Cell::text(member), what];
        let rows = vec![row("CAN", Cell::text("a".repeat(40))), row("FRA", Cell::Empty)];
        let table = Table { name: "sayings", columns, rows };
        let wide = register(&table, None);
        let least = wide.lines().map(|line| line.chars().count()).max().unwrap_or_default();
        for fits in [least, least + 1] {
            assert_eq!(register(&table, Some(fits)), wide);
        }
        let told = register(&table, Some(least - 1));
        let long = "a".repeat(40);
        assert_eq!(
            told,
            format!(
                "sayings 1\n  Member:       CAN\n  What it said: {long}\nsayings 2\n  Member:       FRA\n  What it said:\n"
            )
        );
        let none = Table { name: "sayings", columns, rows: Vec::new() };
        assert_eq!(register(&none, Some(1)), "sayings: nothing on record\n");
    }
}
