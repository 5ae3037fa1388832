//! A statement as CSV (RFC 4180) with this header: a row a line, and rows for the two balances.

use quorate_ledger::Money;

use super::{Code, Fault, Line, Statement, add_text, currency, day};
use crate::rows::{RowFault, Rows};

/// The header: every file begins with it.
pub(super) const HEADER: &str = "kind,value_date,amount,currency,reference,end_to_end_id,text,code";
const COLUMNS: usize = 8;

pub(super) fn read(text: &str) -> Result<Statement, Fault> {
    let mut rows = Rows::of(text, b',');
    let mut statement = Statement::default();
    let header: Vec<&str> = HEADER.split(',').collect();
    match rows.next()? {
        Some(row) if row == header => {}
        _ => return Err(Fault::new("row 1", format!("the header is `{HEADER}`"))),
    }
    while let Some(row) = rows.next()? {
        let at = format!("row {}", rows.number());
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

impl From<RowFault> for Fault {
    fn from(fault: RowFault) -> Fault {
        Fault::new(format!("row {}", fault.row), fault.what)
    }
}

/// A balance that is said and cannot be read is not one that is missing, and there is one of each.
fn balance(of: &mut Option<Money>, amount: Option<Money>, at: &str) -> Result<(), Fault> {
    let amount = amount.ok_or_else(|| Fault::new(at, "the amount of a balance cannot be read"))?;
    match of.replace(amount) {
        None => Ok(()),
        Some(_) => Err(Fault::new(at, "this balance stands in a row before")),
    }
}
