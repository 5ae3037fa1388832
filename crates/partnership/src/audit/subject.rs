//! Whether what a finding names is on record. Article: audit.

use super::{CorrectedBy, Refusal, Subject};
use crate::partnership::Partnership;

impl Subject {
    /// Whether it is on record.
    pub(super) fn exists(self, partnership: &Partnership) -> Result<(), Refusal> {
        let (fund, cases) = (partnership.fund(), partnership.cases());
        let exists = match self {
            Subject::Entry(entry) => fund.has_entry(entry),
            Subject::Line(line) => fund.has_line(line),
            Subject::Payment(payment) => cases.has_payment(payment),
            Subject::Case(case) => cases.beneficiary(case).is_some(),
            Subject::Period(until) => fund.is_period(until),
        };
        // U1: what is named is on record; a period is sealed.
        if exists { Ok(()) } else { Err(Refusal::NotOnRecord) }
    }

    /// Whether this can correct it: of two entries, or of two lines, the later one.
    pub(super) fn comes_before(self, correction: CorrectedBy) -> bool {
        match (self, correction) {
            (Subject::Entry(wrong), CorrectedBy::Entry(right)) => wrong < right,
            (Subject::Line(wrong), CorrectedBy::Line(right)) => wrong < right,
            _ => true,
        }
    }
}
