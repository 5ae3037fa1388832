//! The chart of accounts. One ledger for the fund's currency, one for commitment authority, one for memoranda.

use alloc::format;
use alloc::string::String;

use quorate_charter::Charter;
use quorate_ledger::{BookId, Chart, Kind, Limit, Side};

use crate::ids::{CaseNo, TrancheNo};

const fn kind(code: u16, name: &'static str, normal: Side, limit: Limit) -> Kind {
    Kind { code, name, normal, limit }
}

use Limit::{NeverBelowZero, None as NoLimit};
use Side::{Credit, Debit};

/// Every kind of account. Codes are part of the format and never change.
#[allow(clippy::panic, reason = "only the compiler runs this: a chart that is wrong does not build")]
pub const CHART: Chart = match Chart::new(KINDS) {
    Ok(chart) => chart,
    Err(_) => panic!("the codes of a chart rise"),
};

const KINDS: &[Kind] = &[
    kind(1, "indicated", Debit, NoLimit),
    kind(2, "pledged", Debit, NoLimit),
    kind(3, "callable", Debit, NeverBelowZero),
    kind(4, "signed, not yet due", Debit, NeverBelowZero),
    kind(5, "notes held", Debit, NeverBelowZero),
    kind(8, "given in kind", Debit, NoLimit),
    kind(9, "memoranda, contra", Credit, NoLimit),
    kind(10, "authority granted", Debit, NoLimit),
    kind(11, "authority kept back", Credit, NeverBelowZero),
    kind(12, "authority short", Debit, NeverBelowZero),
    kind(13, "authority for the budget", Credit, NeverBelowZero),
    kind(14, "authority available", Credit, NeverBelowZero),
    kind(15, "authority allocated", Credit, NeverBelowZero),
    kind(16, "authority committed", Credit, NeverBelowZero),
    kind(17, "authority consumed", Credit, NoLimit),
    kind(100, "cash", Debit, NeverBelowZero),
    kind(101, "investments", Debit, NeverBelowZero),
    kind(110, "receivable, not yet due", Debit, NeverBelowZero),
    kind(111, "due from", Debit, NeverBelowZero),
    kind(113, "late interest due from", Debit, NeverBelowZero),
    kind(114, "advanced by the others for", Debit, NeverBelowZero),
    kind(115, "advances", Debit, NeverBelowZero),
    kind(116, "loans", Debit, NeverBelowZero),
    kind(117, "suspense, money nobody can place", Credit, NeverBelowZero),
    kind(118, "suspense, debits nobody instructed", Debit, NeverBelowZero),
    kind(200, "prepaid by", Credit, NeverBelowZero),
    kind(202, "payments in flight", Credit, NeverBelowZero),
    kind(204, "settlement payable to", Credit, NeverBelowZero),
    kind(205, "to be given back to", Credit, NeverBelowZero),
    kind(206, "clearing of", Credit, NoLimit),
    kind(300, "paid-in capital", Credit, NoLimit),
    kind(301, "reserve", Credit, NeverBelowZero),
    kind(400, "income", Credit, NeverBelowZero),
    kind(401, "late interest", Credit, NoLimit),
    kind(402, "exchange result", Credit, NoLimit),
    kind(403, "unrealised exchange result", Credit, NoLimit),
    kind(404, "loan interest", Credit, NoLimit),
    kind(500, "assistance", Debit, NoLimit),
    kind(501, "administration", Debit, NoLimit),
    kind(503, "bank charges", Debit, NeverBelowZero),
    kind(504, "put in the reserve", Debit, NoLimit),
    kind(505, "loans written off", Debit, NoLimit),
    kind(506, "lost with investments", Debit, NoLimit),
];

/// The kinds of account on which money at the bank is held for others, by their codes: money that nobody can place, what was
/// prepaid, and what States that left are owed. The rest of the cash is the fund's own.
pub const HELD_FOR_OTHERS: [u16; 3] = [account::SUSPENSE, account::PREPAID, account::SETTLEMENT];

/// The codes of the chart, by name.
pub(crate) mod account {
    pub(crate) const INDICATED: u16 = 1;
    pub(crate) const PLEDGED: u16 = 2;
    pub(crate) const CALLABLE: u16 = 3;
    pub(crate) const NOT_DUE: u16 = 4;
    pub(crate) const NOTES: u16 = 5;
    pub(crate) const IN_KIND: u16 = 8;
    pub(crate) const CONTRA: u16 = 9;
    pub(crate) const GRANTED: u16 = 10;
    pub(crate) const BUFFER: u16 = 11;
    pub(crate) const SHORT: u16 = 12;
    pub(crate) const BUDGET: u16 = 13;
    pub(crate) const AVAILABLE: u16 = 14;
    pub(crate) const ALLOCATED: u16 = 15;
    pub(crate) const COMMITTED: u16 = 16;
    pub(crate) const CONSUMED: u16 = 17;
    pub(crate) const CASH: u16 = 100;
    pub(crate) const INVESTMENTS: u16 = 101;
    pub(crate) const RECEIVABLE: u16 = 110;
    pub(crate) const DUE: u16 = 111;
    pub(crate) const LATE: u16 = 113;
    pub(crate) const RECOVERABLE: u16 = 114;
    pub(crate) const ADVANCES: u16 = 115;
    pub(crate) const LOANS: u16 = 116;
    pub(crate) const SUSPENSE: u16 = 117;
    pub(crate) const NOT_INSTRUCTED: u16 = 118;
    pub(crate) const PREPAID: u16 = 200;
    pub(crate) const IN_FLIGHT: u16 = 202;
    pub(crate) const SETTLEMENT: u16 = 204;
    pub(crate) const REIMBURSABLE: u16 = 205;
    pub(crate) const CLEARING: u16 = 206;
    pub(crate) const PAID_IN: u16 = 300;
    pub(crate) const RESERVE: u16 = 301;
    pub(crate) const INCOME: u16 = 400;
    pub(crate) const LATE_INTEREST: u16 = 401;
    pub(crate) const REALISED: u16 = 402;
    pub(crate) const UNREALISED: u16 = 403;
    pub(crate) const LOAN_INTEREST: u16 = 404;
    pub(crate) const ASSISTANCE: u16 = 500;
    pub(crate) const ADMINISTRATION: u16 = 501;
    pub(crate) const BANK_CHARGES: u16 = 503;
    pub(crate) const TO_RESERVE: u16 = 504;
    pub(crate) const LOANS_LOST: u16 = 505;
    pub(crate) const INVESTMENTS_LOST: u16 = 506;
}

/// The ledgers of a charter's fund.
pub mod book {
    use super::{BookId, Charter};

    /// Money.
    #[must_use]
    pub fn cash(charter: &Charter) -> BookId {
        BookId::Cash(charter.fund().currency())
    }

    /// Commitment authority.
    #[must_use]
    pub fn authority(charter: &Charter) -> BookId {
        BookId::Authority(charter.fund().currency())
    }

    /// Memoranda: what is announced, and what can still be called.
    #[must_use]
    pub fn memoranda(charter: &Charter) -> BookId {
        BookId::Memoranda(charter.fund().currency())
    }
}

/// What a case's accounts are of.
pub(crate) fn of_case(case: CaseNo) -> String {
    format!("case-{}", case.0)
}

/// What a tranche's accounts are of.
pub(crate) fn of_tranche(case: CaseNo, tranche: TrancheNo) -> String {
    format!("case-{}/tranche-{}", case.0, tranche.0)
}
