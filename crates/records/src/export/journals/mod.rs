//! The books as journals that other programs for accounts read and add up by themselves.

mod beancount;
mod plain;
mod whole;

use alloc::string::String;

use crate::records::Records;
use whole::Whole;

/// The program whose form a journal has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JournalForm {
    /// hledger.
    Hledger,
    /// Ledger.
    Ledger,
    /// Beancount.
    Beancount,
}

/// Every entry of the books, what is set aside apart, and at the end what each account stands at: a program whose
/// sums differ refuses the journal.
#[must_use]
pub fn journal(records: &Records, form: JournalForm) -> String {
    let whole = Whole::of(records);
    match form {
        JournalForm::Hledger => plain::hledger(&whole),
        JournalForm::Ledger => plain::ledger(&whole),
        JournalForm::Beancount => beancount::write(&whole),
    }
}
