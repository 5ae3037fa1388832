//! The rules of bank lines that are neither receipts nor payments, of correcting a line, and of cash that is owed to States
//! that left, that can refuse.

use alloc::format;
use alloc::string::String;

use quorate_charter::MemberCode;
use quorate_ledger::Money;

use crate::ids::{CaseNo, LineNo, PaymentNo};

/// Why a command about a bank line, or about money that would leave, was refused.
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
    /// F33
    #[error("{} has fallen due to `{member}` and was not paid, and the line says {}", payable.grouped(), line.grouped())]
    NotPayable {
        /// The State.
        member: MemberCode,
        /// What has fallen due of its settlement and was neither set off nor paid.
        payable: Money,
        /// What the line says.
        line: Money,
    },
    /// F36
    #[error(
        "no money of {0} can come back: it is neither with the bank nor settled, or its money came back already, \
         returned, repaid or recovered"
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
    /// F39
    #[error("{line} stands neither in suspense nor as a receipt of another member than `{from}`")]
    NotToIdentify {
        /// The line.
        line: LineNo,
        /// From whom it is said to be.
        from: MemberCode,
    },
    /// F40
    #[error("{0} does not stand in the books")]
    NotToTakeBack(LineNo),
    /// F40
    #[error("{line} is about {payment}")]
    OfAPayment {
        /// The line.
        line: LineNo,
        /// The payment.
        payment: PaymentNo,
    },
    /// F40
    #[error("{0} is an exchange")]
    OfAnExchange(LineNo),
    /// F44
    #[error("by {exchange}, money of the currency of {line} was exchanged since")]
    ExchangedSince {
        /// The line.
        line: LineNo,
        /// The exchange.
        exchange: LineNo,
    },
    /// F87
    #[error("`{member}` left, and has had its share of what came back on {case} by {line}")]
    Shared {
        /// The line.
        line: LineNo,
        /// The State that left.
        member: MemberCode,
        /// The case.
        case: CaseNo,
    },
    /// F88
    #[error(
        "{} are more than the {} at the bank beyond what States are owed that left before the case was approved",
        amount.grouped(), left.grouped()
    )]
    OwedToLeavers {
        /// What would be paid.
        amount: Money,
        /// The cash beyond what they are owed, due or not.
        left: Money,
    },
    /// F85
    #[error("a bank kept {}, and of one payment the fund bears {}", fee.grouped(), borne.grouped())]
    FeeNotBorne {
        /// What a bank kept.
        fee: Money,
        /// What the fund bears of one payment at most.
        borne: Money,
    },
    /// F86
    #[error("a bank kept {} of money of which {} came", fee.grouped(), came.grouped())]
    FeeBeyondMoney {
        /// What a bank kept.
        fee: Money,
        /// What came.
        came: Money,
    },
    /// F86
    #[error("with what the bank kept, {} pay more than the {} that `{member}` owes", paid.grouped(), owed.grouped())]
    FeeBeyondDue {
        /// The member.
        member: MemberCode,
        /// What it owes.
        owed: Money,
        /// What came and what was kept of it.
        paid: Money,
    },
    /// F43
    #[error("{0} paid what others had advanced, and it went back to them")]
    GivenBack(LineNo),
    /// F41
    #[error("{} of commitment authority would have to go, and {} is available: the rest is set aside for cases", needed.grouped(), available.grouped())]
    SetAside {
        /// What would have to go.
        needed: Money,
        /// What is available.
        available: Money,
    },
    /// F42
    #[error("a treasurer of `{member}` has said this of {line} already")]
    SaidAlready {
        /// The line.
        line: LineNo,
        /// The member.
        member: MemberCode,
    },
}

impl LineRefusal {
    /// The number of the rule that refused.
    pub(super) fn number(&self) -> u8 {
        match self {
            LineRefusal::NotPrepaid { .. } => 35,
            LineRefusal::NotPayable { .. } => 33,
            LineRefusal::NotReturnable(_) => 36,
            LineRefusal::NotMissing(_) | LineRefusal::NotTheSame { .. } => 37,
            LineRefusal::NotToIdentify { .. } => 39,
            LineRefusal::NotToTakeBack(_) | LineRefusal::OfAPayment { .. } | LineRefusal::OfAnExchange(_) => {
                40
            }
            LineRefusal::SetAside { .. } => 41,
            LineRefusal::SaidAlready { .. } => 42,
            LineRefusal::GivenBack(_) => 43,
            LineRefusal::ExchangedSince { .. } => 44,
            LineRefusal::Shared { .. } => 87,
            LineRefusal::OwedToLeavers { .. } => 88,
            LineRefusal::FeeNotBorne { .. } => 85,
            LineRefusal::FeeBeyondDue { .. } | LineRefusal::FeeBeyondMoney { .. } => 86,
        }
    }

    /// What to do about it.
    pub(super) fn remedy(&self) -> String {
        match self {
            LineRefusal::NotPrepaid { member, .. } => format!(
                "a refund leaves only for what stands as prepaid by `{member}`; if more left, enter the line as not instructed"
            ),
            LineRefusal::NotPayable { member, .. } => format!(
                "look up the record of settlements; if more left to `{member}`, enter the line as not instructed"
            ),
            LineRefusal::NotReturnable(_) => "look up the payment in the record of payments".into(),
            LineRefusal::NotMissing(_) => "look up the line in the record of alarms".into(),
            LineRefusal::NotTheSame { .. } => "enter what came back as money that nobody can place".into(),
            LineRefusal::NotToIdentify { .. } => "look up the line in the record of bank lines".into(),
            LineRefusal::NotToTakeBack(_) => {
                "look the line up in the record; of what was made good, or invested, the line by which it came back is taken back first".into()
            }
            LineRefusal::OfAPayment { .. } => {
                "a payment is put right by the bank's next line: enter its money as come back once it has".into()
            }
            LineRefusal::OfAnExchange(_) => {
                "what it cost was counted from all that was held: enter what is wrong with it as lines of its own".into()
            }
            LineRefusal::ExchangedSince { .. } => {
                "what it came to is a part of what was exchanged: enter what is wrong with it as lines of its own".into()
            }
            LineRefusal::Shared { .. } => {
                "enter what is wrong with it as lines of its own: what is owed to a State that left is not taken from it".into()
            }
            LineRefusal::OwedToLeavers { .. } => {
                "money must come in first: what members owe, what notes bring, other currencies that are exchanged".into()
            }
            LineRefusal::FeeNotBorne { .. } => {
                "enter what came: what a bank on the way kept beyond this is due still".into()
            }
            LineRefusal::FeeBeyondMoney { .. } => {
                "a fee is kept of a payment, and is no more than what is left of it: enter what came".into()
            }
            LineRefusal::FeeBeyondDue { .. } => {
                "enter what came: nothing more is due that the fee could pay, and what is over is the member's".into()
            }
            LineRefusal::GivenBack(_) => {
                "enter what is missing as money that the member still owes: it pays with its next receipt".into()
            }
            LineRefusal::SetAside { .. } => {
                "no correction takes from an approved case: money must come in first; if it was another member's, identify it".into()
            }
            LineRefusal::SaidAlready { .. } => "a treasurer of another member says the same".into(),
        }
    }
}
