//! The rows of a CSV file (RFC 4180), read one by one.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

/// The longest row, in bytes without its quotes.
const MAX_ROW_BYTES: usize = 8 * 1024;
/// The most columns of a row.
pub(crate) const MAX_COLUMNS: usize = 64;

/// Why a row cannot be read: its number, from 1, and what is wrong with it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct RowFault {
    pub(crate) row: usize,
    pub(crate) what: &'static str,
}

/// The rows of a text, from the first.
pub(crate) struct Rows<'t> {
    reader: Reader,
    rest: &'t [u8],
    number: usize,
    /// The cells of the row that is being read.
    bytes: Vec<u8>,
}

impl Rows<'_> {
    /// The rows of a text whose cells are parted by this character.
    pub(crate) fn of(text: &str, delimiter: u8) -> Rows<'_> {
        let reader = ReaderBuilder::new().delimiter(delimiter).build();
        Rows { reader, rest: text.as_bytes(), number: 0, bytes: vec![0; MAX_ROW_BYTES] }
    }

    /// The number of the row that was read last, from 1; empty lines are not counted.
    pub(crate) fn number(&self) -> usize {
        self.number
    }

    /// The next row, or none at the end.
    pub(crate) fn next(&mut self) -> Result<Option<Vec<String>>, RowFault> {
        self.number = self.number.saturating_add(1);
        let row = self.number;
        let fault = |what: &'static str| RowFault { row, what };
        let mut ends = [0; MAX_COLUMNS + 1];
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
