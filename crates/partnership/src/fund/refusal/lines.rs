//! The rules of bank lines that are neither receipts nor payments, and of correcting a line, that can refuse.

use alloc::format;
use alloc::string::String;

use quorate_charter::MemberCode;
use quorate_ledger::Money;

use crate::ids::{LineNo, PaymentNo};

/// Why a command about a bank line was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LineRefusal {
    /// F35
    #[error("{} stands as prepaid by `{member}`, and the line says {}", prepaid.grouped(), line.grouped())]
    NotPrepaid {
        /// The member.
        member: MemberCode,
        /// What stands as prepaid by it.
        prepaid: Money,
        /// What the line says.
        line: Money,
    },
    /// F36
    #[error(
        "no money of {0} can come back: it is neither with the bank nor settled, or its money came back already"
    )]
    NotReturnable(PaymentNo),
    /// F37
    #[error("{0} is no debit that nobody instructed and that is still missing")]
    NotMissing(LineNo),
    /// F37
    #[error("by {left} {} left, and the line says that {} came back", missing.grouped(), back.grouped())]
    NotTheSame {
        /// The line by which it left.
        left: LineNo,
        /// How much left.
        missing: Money,
        /// How much came back.
        back: Money,
    },
}

impl LineRefusal {
    /// The number of the rule that refused.
    pub(super) fn number(&self) -> u8 {
        match self {
            LineRefusal::NotPrepaid { .. } => 35,
            LineRefusal::NotReturnable(_) => 36,
            LineRefusal::NotMissing(_) | LineRefusal::NotTheSame { .. } => 37,
        }
    }

    /// What to do about it.
    pub(super) fn remedy(&self) -> String {
        match self {
            LineRefusal::NotPrepaid { member, .. } => format!(
                "a refund leaves only for what stands as prepaid by `{member}`; if more left, enter the line as not instructed"
            ),
            LineRefusal::NotReturnable(_) => "look up the payment in the record of payments".into(),
            LineRefusal::NotMissing(_) => "look up the line in the record of alarms".into(),
            LineRefusal::NotTheSame { .. } => "enter what came back as money that nobody can place".into(),
        }
    }
}
