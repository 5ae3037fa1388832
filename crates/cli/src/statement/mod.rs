//! A bank's statement as a file: CSV with a header of ours, or camt.053 of ISO 20022 in its versions 02 and 08.

mod camt;
mod csv;

use jiff::civil::Date;
use quorate_ledger::{Currency, Money};
use quorate_partnership::Day;

/// The longest statement that is read, in bytes.
pub(crate) const MAX_STATEMENT_BYTES: usize = 256 * 1024 * 1024;
/// The most lines that a statement has.
pub(crate) const MAX_STATEMENT_LINES: usize = 200_000;
/// The longest text of one line that is kept, in bytes.
const MAX_TEXT_BYTES: usize = 2_000;

/// What a statement says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Statement {
    pub(crate) lines: Vec<Line>,
    /// What stood on the account before, and after.
    pub(crate) opening: Option<Money>,
    pub(crate) closing: Option<Money>,
}

/// A line as the bank wrote it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Line {
    /// The bank's own reference.
    pub(crate) reference: String,
    /// Above zero if it was credited, below if it was debited; why it is no amount, if it is none.
    pub(crate) amount: Option<Money>,
    pub(crate) value_date: Option<Day>,
    /// The end-to-end id and the text for the one who is paid.
    pub(crate) text: String,
    pub(crate) code: Code,
    /// Why it is not a line that can be entered, if the statement itself says so.
    pub(crate) unfit: Option<&'static str>,
}

/// What the bank says that a line is, as far as it matters here: the sub-family of ISO 20022.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Code {
    #[default]
    Other,
    Charge,
    Interest,
}

impl Code {
    fn read(code: &str) -> Code {
        match code {
            "CHRG" | "COMM" | "FEES" => Code::Charge,
            "INTR" => Code::Interest,
            _ => Code::Other,
        }
    }
}

/// Why a file is no statement: where, and what.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) at: String,
    pub(crate) what: String,
}

impl Fault {
    fn new(at: impl Into<String>, what: impl Into<String>) -> Fault {
        Fault { at: at.into(), what: what.into() }
    }
}

/// Reads a statement in either form.
pub(crate) fn read(text: &str) -> Result<Statement, Fault> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim_start().starts_with('<') { camt::read(text) } else { csv::read(text) }
}

impl Statement {
    fn push(&mut self, line: Line, at: &str) -> Result<(), Fault> {
        if self.lines.len() >= MAX_STATEMENT_LINES {
            return Err(Fault::new(at, format!("a statement has at most {MAX_STATEMENT_LINES} lines")));
        }
        self.lines.push(line);
        Ok(())
    }

    /// What the lines add up to, and what the balances say: nothing if one of them is missing.
    pub(crate) fn adds_up(&self) -> Option<(Money, Money)> {
        let (opening, closing) = (self.opening?, self.closing?);
        let booked = self.lines.iter().filter(|line| line.unfit != Some(PENDING));
        let after =
            booked.map(|line| line.amount).try_fold(opening, |sum, amount| sum.checked_add(amount?).ok())?;
        Some((after, closing))
    }
}

/// The bank has not booked it yet: it is in no balance.
const PENDING: &str = "the bank has not booked it yet";

fn currency(code: &str) -> Option<Currency> {
    Currency::from_code(code).ok()
}

/// A day, from a date or from a moment's date.
fn day(text: &str) -> Option<Day> {
    let date: Date = text.get(..10)?.parse().ok()?;
    let days = date.since(Date::constant(1970, 1, 1)).ok()?.get_days();
    u32::try_from(days).ok().map(Day)
}

/// Adds words to a line's text, up to its limit.
fn add_text(line: &mut Line, words: &str) {
    if line.text.len().saturating_add(words.len()) < MAX_TEXT_BYTES {
        line.text.push(' ');
        line.text.push_str(words);
    }
}

#[cfg(test)]
mod tests;
