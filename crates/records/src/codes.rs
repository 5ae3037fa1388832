//! The kinds of account that are read here, by their codes in the chart; codes are part of the books' format and never
//! change. What a kind that is not in the chart yet would hold is nothing, and it comes in by itself once it is.

pub(crate) const INDICATED: u16 = 1;
pub(crate) const CALLABLE: u16 = 3;
pub(crate) const INSTALMENTS: u16 = 4;
pub(crate) const NOTES: u16 = 5;
pub(crate) const GRANTED: u16 = 10;
pub(crate) const KEPT_BACK: u16 = 11;
pub(crate) const BUDGET: u16 = 13;
pub(crate) const AVAILABLE: u16 = 14;
pub(crate) const ALLOCATED: u16 = 15;
pub(crate) const COMMITTED: u16 = 16;
/// The bank's money.
pub(crate) const CASH: u16 = 100;
pub(crate) const INVESTMENTS: u16 = 101;
pub(crate) const NOT_DUE: u16 = 110;
pub(crate) const DUE: u16 = 111;
pub(crate) const ARREARS: u16 = 112;
/// Late interest due from a member.
pub(crate) const INTEREST: u16 = 113;
/// What the others paid in the place of a member in default: what it pays of it goes back to them.
pub(crate) const ADVANCED: u16 = 114;
pub(crate) const LOANS: u16 = 116;
pub(crate) const PREPAID: u16 = 200;
pub(crate) const IN_FLIGHT: u16 = 202;
pub(crate) const SETTLEMENTS: u16 = 204;
/// What is to be given back to a member.
pub(crate) const TO_BE_GIVEN_BACK: u16 = 205;
/// Through it comes money in another currency: the other side of the cash in it, at its worth in the fund's.
pub(crate) const CLEARING: u16 = 206;
pub(crate) const PAID_IN: u16 = 300;
pub(crate) const LOAN_INTEREST: u16 = 404;
pub(crate) const ADMINISTRATION: u16 = 501;
/// Where income goes that is put in the reserve.
pub(crate) const TO_RESERVE: u16 = 504;
pub(crate) const INVESTMENTS_LOST: u16 = 506;
