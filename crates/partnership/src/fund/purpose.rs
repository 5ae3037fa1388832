//! What a line of the bank's statement is.

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;
use quorate_ledger::Money;

use super::InvestmentName;
use crate::ids::{CaseNo, LineNo, PaymentNo};
use crate::moment::Day;

/// What a line of the statement is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum Purpose {
    /// Money that came from a member.
    #[n(0)]
    Receipt {
        /// The member.
        #[n(0)]
        from: MemberCode,
    },
    /// Money that left by an instruction.
    #[n(1)]
    Payment {
        /// The instruction.
        #[n(0)]
        payment: PaymentNo,
    },
    /// Money that came, and nobody can place yet.
    #[n(2)]
    Unidentified,
    /// What the bank charged.
    #[n(3)]
    BankCharge,
    /// Interest, or other income that the bank credited.
    #[n(4)]
    Income,
    /// Prepaid money that went back to a member.
    #[n(5)]
    Refund {
        /// The member.
        #[n(0)]
        to: MemberCode,
    },
    /// Money of a payment that came back.
    #[n(6)]
    Returned {
        /// The instruction.
        #[n(0)]
        payment: PaymentNo,
    },
    /// Money that left and that nobody instructed.
    #[n(7)]
    NotInstructed,
    /// What the bank gave back of money that nobody instructed.
    #[n(8)]
    MadeGood {
        /// The line by which it had left.
        #[n(0)]
        line: LineNo,
    },
    /// What a State that left is owed, paid out to it.
    #[n(31)]
    Settlement {
        /// The State.
        #[n(0)]
        to: MemberCode,
    },
    /// Money that came from a member, less what a bank on the way kept of it and the fund bears.
    #[n(9)]
    ReceiptLessFee {
        /// The member.
        #[n(0)]
        from: MemberCode,
        /// What the bank kept.
        #[n(1)]
        fee: Money,
    },
    /// Money that came back on a loan.
    #[n(20)]
    Repayment {
        /// The case.
        #[n(0)]
        case: CaseNo,
    },
    /// Money that was given, or lost with a loan, and came back.
    #[n(21)]
    Recovery {
        /// The case.
        #[n(0)]
        case: CaseNo,
    },
    /// Money in another currency that the bank exchanged: the amount is what left, in that currency.
    #[n(30)]
    Exchange {
        /// What came for it, in the fund's currency.
        #[n(0)]
        bought: Money,
    },
    /// Cash that was invested.
    #[n(32)]
    Invest {
        /// The investment.
        #[n(0)]
        name: InvestmentName,
        /// The day on which it is to come back.
        #[n(1)]
        matures: Day,
    },
    /// An investment that came back, with what it gained or lost.
    #[n(33)]
    Divest {
        /// The investment.
        #[n(0)]
        name: InvestmentName,
    },
    /// What the administration spent, out of the budget of a year.
    #[n(34)]
    Expense {
        /// The year.
        #[n(0)]
        year: u32,
    },
}

impl Purpose {
    /// Whether the bank credited the fund's account: money came.
    #[must_use]
    pub fn is_credit(self) -> bool {
        match self {
            Purpose::Receipt { .. }
            | Purpose::ReceiptLessFee { .. }
            | Purpose::Repayment { .. }
            | Purpose::Recovery { .. }
            | Purpose::Unidentified
            | Purpose::Income
            | Purpose::Returned { .. }
            | Purpose::MadeGood { .. }
            | Purpose::Divest { .. } => true,
            Purpose::Payment { .. }
            | Purpose::Exchange { .. }
            | Purpose::BankCharge
            | Purpose::Refund { .. }
            | Purpose::Settlement { .. }
            | Purpose::NotInstructed
            | Purpose::Invest { .. }
            | Purpose::Expense { .. } => false,
        }
    }
}
