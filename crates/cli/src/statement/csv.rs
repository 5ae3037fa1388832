//! A statement as CSV (RFC 4180) with this header: a row a line, and rows for the two balances.

use csv_core::{ReadRecordResult, Reader};
use quorate_ledger::Money;

use super::{Code, Fault, Line, Statement, add_text, currency, day};

/// The header: every file begins with it.
pub(super) const HEADER: &str = "kind,value_date,amount,currency,reference,end_to_end_id,text,code";
const COLUMNS: usize = 8;
/// The longest row, in bytes without its quotes.
const MAX_ROW_BYTES: usize = 8 * 1024;

pub(super) fn read(text: &str) -> Result<Statement, Fault> {
    let mut rows =
        Rows { reader: Reader::new(), rest: text.as_bytes(), number: 0, bytes: vec![0; MAX_ROW_BYTES] };
    let mut statement = Statement::default();
    let header: Vec<&str> = HEADER.split(',').collect();
    match rows.next()? {
        Some(row) if row == header => {}
        _ => return Err(Fault::new("row 1", format!("the header is `{HEADER}`"))),
    }
    while let Some(row) = rows.next()? {
        let at = format!("row {}", rows.number);
        let [kind, value_date, amount, code, reference, end_to_end, words, family] = row.as_slice() else {
            return Err(Fault::new(at, format!("it has {} columns, and the header {COLUMNS}", row.len())));
        };
        let amount = currency(code).and_then(|currency| Money::parse(amount, currency).ok());
        match kind.as_str() {
            "line" => {
                let reference = reference.clone();
                let value_date = day(value_date);
                let mut line =
                    Line { reference, amount, value_date, code: Code::read(family), ..Line::default() };
                add_text(&mut line, end_to_end);
                add_text(&mut line, words);
                statement.push(line, &at)?;
            }
            "opening" => balance(&mut statement.opening, amount, &at)?,
            "closing" => balance(&mut statement.closing, amount, &at)?,
            other => {
                let what =
                    format!("`{}` is neither `line` nor `opening` nor `closing`", other.escape_debug());
                return Err(Fault::new(at, what));
            }
        }
    }
    Ok(statement)
}

/// A balance that is said and cannot be read is not one that is missing, and there is one of each.
fn balance(of: &mut Option<Money>, amount: Option<Money>, at: &str) -> Result<(), Fault> {
    let amount = amount.ok_or_else(|| Fault::new(at, "the amount of a balance cannot be read"))?;
    match of.replace(amount) {
        None => Ok(()),
        Some(_) => Err(Fault::new(at, "this balance stands in a row before")),
    }
}

struct Rows<'t> {
    reader: Reader,
    rest: &'t [u8],
    number: usize,
    /// The cells of the row that is being read.
    bytes: Vec<u8>,
}

impl Rows<'_> {
    /// The next row, or none at the end.
    fn next(&mut self) -> Result<Option<Vec<String>>, Fault> {
        self.number = self.number.saturating_add(1);
        let fault = |what: &str| Fault::new(format!("row {}", self.number), what);
        let mut ends = [0; COLUMNS + 1];
        let (mut out, mut columns) = (0, 0);
        loop {
            let room = self.bytes.get_mut(out..).unwrap_or_default();
            let slots = ends.get_mut(columns..).unwrap_or_default();
            let (result, read, written, ended) = self.reader.read_record(self.rest, room, slots);
            self.rest = self.rest.get(read..).unwrap_or_default();
            (out, columns) = (out.saturating_add(written), columns.saturating_add(ended));
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::Record => break,
                ReadRecordResult::End => return Ok(None),
                ReadRecordResult::OutputFull => return Err(fault("it is too long")),
                ReadRecordResult::OutputEndsFull => return Err(fault("it has too many columns")),
            }
        }
        let mut from = 0;
        let mut row = Vec::with_capacity(columns);
        for end in ends.iter().take(columns) {
            let cell = self.bytes.get(from..*end).and_then(|cell| core::str::from_utf8(cell).ok());
            row.push(cell.ok_or_else(|| fault("it is not a text"))?.to_owned());
            from = *end;
        }
        Ok(Some(row))
    }
}
