//! The rules of the fund room that can refuse.

mod lines;
mod remedy;

use alloc::format;
use alloc::string::String;

use quorate_charter::{Article, Charter, MemberCode};
use quorate_ledger::{
    AccountError, BooksRefusal, ConvertError, Currency, EntryError, Money, MoneyError, ProRataError,
};

use super::{CurrencyRefusal, MAX_INSTALMENTS, Reference, TreasuryRefusal};
use crate::ids::{EmergencyNo, LineNo, PaymentNo, SealNo};
use crate::rules::RuleId;
pub use lines::LineRefusal;

/// Why a command about the fund was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// F1
    #[error("the fund's currency is `{}`, and this is `{}`", fund.code(), given.code())]
    OtherCurrency {
        /// The fund's currency.
        fund: Currency,
        /// The currency given.
        given: Currency,
    },
    /// F2
    #[error("{} is not more than nothing", .0.grouped())]
    NotPositive(Money),
    /// F3
    #[error("`{0}` is not a member")]
    NotAMember(MemberCode),
    /// F4
    #[error("`{0}` has spoken for itself")]
    SpokenForItself(MemberCode),
    /// F5
    #[error("an agreement is for amounts that are not negative, and for more than nothing")]
    NothingSigned,
    /// F6
    #[error("`{0}` has signed a contribution agreement already")]
    AlreadySigned(MemberCode),
    /// F7
    #[error("the bank's line `{0}` is booked already")]
    BookedAlready(Reference),
    /// F8
    #[error("no {0} waits for a countersignature")]
    NoWaitingLine(LineNo),
    /// F9
    #[error("{line} was entered by a treasurer of `{member}` too")]
    SameMember {
        /// The line.
        line: LineNo,
        /// The member of both treasurers.
        member: MemberCode,
    },
    /// F10
    #[error("the value date is still to come")]
    ValueDateAhead,
    /// F10
    #[error("the value date is before the day on which {0} was instructed")]
    ValueDateBefore(PaymentNo),
    /// F11
    #[error("{payment} was instructed for {} and the line says {}", instructed.grouped(), line.grouped())]
    OtherAmount {
        /// The instruction.
        payment: PaymentNo,
        /// What it was for.
        instructed: Money,
        /// What the line says.
        line: Money,
    },
    /// F12
    #[error(transparent)]
    Books(#[from] BooksRefusal),
    /// F13
    #[error("a call of {} is more than the {} that those who signed in time can still be called for", total.grouped(), left.grouped())]
    BeyondSigned {
        /// The sum to be called.
        total: Money,
        /// What members had signed when the vote was opened, or so far, and were not called for.
        left: Money,
    },
    /// F14
    #[error("the books cannot hold this amount: {0}")]
    Amount(String),
    /// F15
    #[error("{} is more than the whole target of {}", amount.grouped(), target.grouped())]
    BeyondTarget {
        /// What would be signed, paid in and callable together, or put on record.
        amount: Money,
        /// The target of the charter.
        target: Money,
    },
    /// F16
    #[error("the credential of the treasurer of `{member}` that entered {line} does not hold any more")]
    EnteredByNobody {
        /// The line.
        line: LineNo,
        /// Whose treasurer entered it.
        member: MemberCode,
    },
    /// F45
    #[error("the books are sealed until this day, or until a later one")]
    SealedAlready,
    /// F46
    #[error("the day is not over")]
    DayNotOver,
    /// F47
    #[error("no {0} waits for a countersignature")]
    NoWaitingSeal(SealNo),
    /// F48
    #[error("{seal} was given by a treasurer of `{member}` too")]
    SameSealer {
        /// The seal.
        seal: SealNo,
        /// The member of both treasurers.
        member: MemberCode,
    },
    /// F49
    #[error("the credential of the treasurer of `{member}` that gave {seal} does not hold any more")]
    SealedByNobody {
        /// The seal.
        seal: SealNo,
        /// Whose treasurer gave it.
        member: MemberCode,
    },
    /// F50
    #[error("the books of the period are not any more what they were when {0} was given")]
    OtherTotals(SealNo),
    /// Of a line that is neither receipt nor payment, or of a correction.
    #[error(transparent)]
    Line(#[from] LineRefusal),
    /// F17
    #[error("the day has begun already")]
    DayNotAhead,
    /// F18
    #[error("`{0}` has no pledge on record")]
    NotPledged(MemberCode),
    /// F19
    #[error("instalments are 1 to {MAX_INSTALMENTS}, and these are {0}")]
    Instalments(usize),
    /// F19
    #[error("a day of an instalment is not after the one before, or has begun already")]
    InstalmentDay,
    /// F19
    #[error("instalments come to {} and {} is paid in", sum.grouped(), paid_in.grouped())]
    InstalmentsBeyond {
        /// What the instalments come to.
        sum: Money,
        /// What the agreement says is paid in.
        paid_in: Money,
    },
    /// F28
    #[error("the charter provides for no emergency call")]
    NoEmergencyCalls,
    /// F29
    #[error("an emergency call of {} is for more than the {} that approved help lacks in cash now", total.grouped(), lacks.grouped())]
    BeyondNeed {
        /// The sum to be called.
        total: Money,
        /// What attested tranches need beyond the cash that is there and what is on its way.
        lacks: Money,
    },
    /// F30
    #[error("no {0} waits for a countersignature")]
    NoWaitingCall(EmergencyNo),
    /// F31
    #[error("{number} was asked for by a treasurer of `{member}` too")]
    CalledByItself {
        /// The emergency call.
        number: EmergencyNo,
        /// The member of both treasurers.
        member: MemberCode,
    },
    /// F32
    #[error("the credential of the treasurer of `{member}` that asked for {number} does not hold any more")]
    CalledByNobody {
        /// The emergency call.
        number: EmergencyNo,
        /// Whose treasurer asked for it.
        member: MemberCode,
    },
    /// F20
    #[error("a note is paid within ten years")]
    NoteTerm,
    /// F20
    #[error("a note for {} is for more than the {} that is still to be paid in", amount.grouped(), left.grouped())]
    BeyondPaidIn {
        /// What the note is for.
        amount: Money,
        /// What the member signed to pay in, and has not paid or lodged a note for.
        left: Money,
    },
    /// F55 to F64
    #[error(transparent)]
    Currencies(#[from] CurrencyRefusal),
    /// F73 to F82
    #[error(transparent)]
    Treasury(#[from] TreasuryRefusal),
}

impl Refusal {
    /// The rule that refused.
    #[must_use]
    pub fn rule(&self) -> RuleId {
        let number = match self {
            Refusal::OtherCurrency { .. } => 1,
            Refusal::NotPositive(_) => 2,
            Refusal::NotAMember(_) => 3,
            Refusal::SpokenForItself(_) => 4,
            Refusal::NothingSigned => 5,
            Refusal::AlreadySigned(_) => 6,
            Refusal::BookedAlready(_) => 7,
            Refusal::NoWaitingLine(_) => 8,
            Refusal::SameMember { .. } => 9,
            Refusal::ValueDateAhead | Refusal::ValueDateBefore(_) => 10,
            Refusal::OtherAmount { .. } => 11,
            Refusal::Books(_) => 12,
            Refusal::BeyondSigned { .. } => 13,
            Refusal::Amount(_) => 14,
            Refusal::BeyondTarget { .. } => 15,
            Refusal::EnteredByNobody { .. } => 16,
            Refusal::SealedAlready => 45,
            Refusal::DayNotOver => 46,
            Refusal::NoWaitingSeal(_) => 47,
            Refusal::SameSealer { .. } => 48,
            Refusal::SealedByNobody { .. } => 49,
            Refusal::OtherTotals(_) => 50,
            Refusal::Line(refusal) => refusal.number(),
            Refusal::DayNotAhead => 17,
            Refusal::NotPledged(_) => 18,
            Refusal::Instalments(_) | Refusal::InstalmentDay | Refusal::InstalmentsBeyond { .. } => 19,
            Refusal::NoteTerm | Refusal::BeyondPaidIn { .. } => 20,
            Refusal::Currencies(refusal) => refusal.number(),
            Refusal::Treasury(refusal) => refusal.number(),
            Refusal::NoEmergencyCalls => 28,
            Refusal::BeyondNeed { .. } => 29,
            Refusal::NoWaitingCall(_) => 30,
            Refusal::CalledByItself { .. } => 31,
            Refusal::CalledByNobody { .. } => 32,
        };
        RuleId::new(b'F', number)
    }

    /// The article that the rule serves.
    #[must_use]
    pub fn article(&self, charter: &Charter) -> Article {
        match self {
            Refusal::NothingSigned | Refusal::AlreadySigned(_) | Refusal::BeyondTarget { .. } => {
                charter.contributions().number()
            }
            Refusal::BeyondSigned { .. } | Refusal::DayNotAhead | Refusal::NotPledged(_) => {
                charter.contributions().number()
            }
            Refusal::NoEmergencyCalls | Refusal::BeyondNeed { .. } | Refusal::NoWaitingCall(_) => {
                charter.calls().number()
            }
            Refusal::CalledByItself { .. } | Refusal::CalledByNobody { .. } => charter.calls().number(),
            Refusal::Instalments(_)
            | Refusal::InstalmentDay
            | Refusal::InstalmentsBeyond { .. }
            | Refusal::NoteTerm
            | Refusal::BeyondPaidIn { .. } => charter.contributions().number(),
            Refusal::BookedAlready(_) | Refusal::NoWaitingLine(_) | Refusal::SameMember { .. } => {
                charter.payments().number()
            }
            Refusal::ValueDateAhead
            | Refusal::ValueDateBefore(_)
            | Refusal::OtherAmount { .. }
            | Refusal::EnteredByNobody { .. }
            | Refusal::Line(_) => charter.payments().number(),
            Refusal::Currencies(_) => CurrencyRefusal::article(charter),
            Refusal::Treasury(refusal) => refusal.article(charter),
            _ => charter.fund().number(),
        }
    }
}

macro_rules! amounts {
    ($($error:ty),*) => {
        $(impl From<$error> for Refusal {
            // F14: amounts beyond what the books can count exactly.
            fn from(error: $error) -> Refusal {
                Refusal::Amount(format!("{error}"))
            }
        })*
    };
}

amounts!(AccountError, ConvertError, EntryError, MoneyError, ProRataError);
