//! What is named by its number in the record, as it is typed.

use jiff::civil::Date;
use quorate_partnership::audit::{CorrectedBy, Subject};
use quorate_partnership::{CaseNo, EntryNo, LineNo, PaymentNo};

use super::moments::day;
use crate::failure::Failure;

// What a finding is about.
#[derive(clap::Args)]
#[group(required = true, multiple = false)]
pub(super) struct Of {
    /// An entry in the books.
    #[arg(long, value_name = "ENTRY")]
    entry: Option<u32>,
    /// A line of the bank's statement.
    #[arg(long, value_name = "LINE")]
    line: Option<u32>,
    /// A payment.
    #[arg(long, value_name = "PAYMENT")]
    payment: Option<u32>,
    /// A case.
    #[arg(long, value_name = "CASE")]
    case: Option<u32>,
    /// A sealed period, by its last day.
    #[arg(long, value_name = "DATE")]
    period: Option<Date>,
}

impl Of {
    pub(super) fn subject(&self) -> Result<Subject, Failure> {
        let period = self.period.map(day).transpose()?;
        let entry = self.entry.map(|number| Subject::Entry(EntryNo(number)));
        let line = self.line.map(|number| Subject::Line(LineNo(number)));
        let payment = self.payment.map(|number| Subject::Payment(PaymentNo(number)));
        let case = self.case.map(|number| Subject::Case(CaseNo(number)));
        let named = entry.or(line).or(payment).or(case).or(period.map(Subject::Period));
        named.ok_or_else(|| {
            Failure::usage("what is it about?", "name an entry, line, payment, case or period")
        })
    }
}

// What corrects it.
#[derive(clap::Args)]
#[group(multiple = false)]
pub(super) struct By {
    /// The entry that corrects it.
    #[arg(long, value_name = "ENTRY")]
    entry: Option<u32>,
    /// The line of the bank's statement that corrects it.
    #[arg(long, value_name = "LINE")]
    line: Option<u32>,
}

impl By {
    pub(super) fn correction(&self) -> Option<CorrectedBy> {
        let entry = self.entry.map(|number| CorrectedBy::Entry(EntryNo(number)));
        entry.or(self.line.map(|number| CorrectedBy::Line(LineNo(number))))
    }
}
