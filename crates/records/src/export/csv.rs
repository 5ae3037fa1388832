//! CSV (RFC 4180): a header line with the columns' keys, then a line a row.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use csv_core::{Terminator, Writer, WriterBuilder};
use quorate_charter::MemberCode;

use crate::assessed::Matrix;
use crate::table::{Cell, Table};
use crate::words::Language;

/// The register as CSV. Text that a spreadsheet would take for a formula is preceded by an apostrophe, so that
/// nobody's words run on another's machine.
#[must_use]
pub fn csv(table: &Table) -> String {
    let mut lines = Lines::begun();
    lines.line(table.columns.iter().map(|column| column.key.into()));
    for row in &table.rows {
        lines.line(row.iter().map(cell));
    }
    String::from_utf8(lines.out).unwrap_or_default()
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) if text.starts_with(['=', '+', '-', '@']) => alloc::format!("'{text}"),
        other => other.plain(),
    }
}

/// Members by items as CSV: a heading line, then a line an item.
#[must_use]
pub fn matrix_csv(matrix: &Matrix, language: Language, without: &[MemberCode]) -> String {
    let mut lines = Lines::begun();
    for line in core::iter::once(matrix.headings(language)).chain(matrix.lines(language, without)) {
        lines.line(line.into_iter());
    }
    String::from_utf8(lines.out).unwrap_or_default()
}

struct Lines {
    writer: Writer,
    out: Vec<u8>,
}

impl Lines {
    fn begun() -> Lines {
        Lines { writer: WriterBuilder::new().terminator(Terminator::CRLF).build(), out: Vec::new() }
    }

    fn line(&mut self, cells: impl Iterator<Item = String>) {
        for (at, cell) in cells.enumerate() {
            // A field grows at most to twice its length and two quotation marks; delimiter and terminator are short.
            let mut buffer = vec![0; cell.len().saturating_mul(2).saturating_add(8)];
            let mut written = 0_usize;
            if at > 0 {
                written = self.writer.delimiter(&mut buffer).1;
            }
            let rest = buffer.get_mut(written..).unwrap_or_default();
            let (_, _, field) = self.writer.field(cell.as_bytes(), rest);
            self.keep(&buffer, written.saturating_add(field));
        }
        let mut buffer = [0; 8];
        let (_, written) = self.writer.terminator(&mut buffer);
        self.keep(&buffer, written);
    }

    fn keep(&mut self, buffer: &[u8], written: usize) {
        self.out.extend_from_slice(buffer.get(..written).unwrap_or_default());
    }
}
