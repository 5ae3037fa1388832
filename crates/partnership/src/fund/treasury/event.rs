//! What happens to what the fund has: losses, the reserve, what restores what was paid in, investments
//! and budgets.

use minicbor::{Decode, Encode};
use quorate_ledger::{Money, MoneyError};

use super::InvestmentName;
use crate::ids::{CallNo, CaseNo, DecisionNo, LineNo, LossNo};
use crate::moment::{Day, Moment};

/// What was lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum Cause {
    /// What the bank charged.
    #[n(0)]
    BankCharge {
        /// The line of the bank.
        #[n(0)]
        line: LineNo,
    },
    /// A debit that nobody instructed.
    #[n(1)]
    NotInstructed {
        /// The line of the bank.
        #[n(0)]
        line: LineNo,
    },
    /// Another currency that was exchanged for less than it had cost.
    #[n(2)]
    Exchange {
        /// The line of the bank.
        #[n(0)]
        line: LineNo,
    },
    /// A loan that was written off.
    #[n(3)]
    Loan {
        /// The case.
        #[n(0)]
        case: CaseNo,
    },
    /// Income that had borne a loss, or stood in the reserve, and was taken back.
    #[n(4)]
    Income {
        /// The line of the bank.
        #[n(0)]
        line: LineNo,
    },
    /// An investment of which less came back than had left.
    #[n(5)]
    Investment {
        /// The line of the bank.
        #[n(0)]
        line: LineNo,
    },
}

impl Cause {
    /// The line of the bank, if one brought the loss.
    #[must_use]
    pub fn line(self) -> Option<LineNo> {
        match self {
            Cause::BankCharge { line }
            | Cause::NotInstructed { line }
            | Cause::Exchange { line }
            | Cause::Investment { line }
            | Cause::Income { line } => Some(line),
            Cause::Loan { .. } => None,
        }
    }
}

/// By what a loss is borne, or what of it came back. In the fund's currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Borne {
    /// By income; below zero where income that had borne a loss was taken back.
    #[n(0)]
    pub income: Money,
    /// By the reserve.
    #[n(1)]
    pub reserve: Money,
    /// By what members paid in.
    #[n(2)]
    pub paid_in: Money,
}

impl Borne {
    /// The three together.
    ///
    /// # Errors
    /// [`MoneyError`]: beyond what the books can count.
    pub fn total(self) -> Result<Money, MoneyError> {
        self.income.checked_add(self.reserve)?.checked_add(self.paid_in)
    }

    /// What is left of it once this came back.
    ///
    /// # Errors
    /// [`MoneyError`]: beyond what the books can count.
    pub fn less(self, back: Borne) -> Result<Borne, MoneyError> {
        Ok(Borne {
            income: self.income.checked_sub(back.income)?,
            reserve: self.reserve.checked_sub(back.reserve)?,
            paid_in: self.paid_in.checked_sub(back.paid_in)?,
        })
    }

    /// Whether nothing of it is left.
    #[must_use]
    pub fn is_nothing(self) -> bool {
        self.income.is_zero() && self.reserve.is_zero() && self.paid_in.is_zero()
    }
}

/// Something that happened to what the fund has.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum TreasuryEvent {
    /// Money was lost.
    #[n(0)]
    Lost {
        /// The loss.
        #[n(0)]
        loss: LossNo,
        /// What was lost.
        #[n(1)]
        cause: Cause,
        /// The day on which it has effect.
        #[n(2)]
        on: Day,
        /// By what it is borne.
        #[n(3)]
        borne: Borne,
    },
    /// What had been lost came back, or was not lost after all.
    #[n(1)]
    Regained {
        /// The loss.
        #[n(0)]
        loss: LossNo,
        /// The day on which it has effect.
        #[n(1)]
        on: Day,
        /// What bears it no more.
        #[n(2)]
        borne: Borne,
    },
    /// A year was over, and its net income was divided: time alone brings it.
    #[n(2)]
    PutInReserve {
        /// The year.
        #[n(0)]
        year: u32,
        /// The net income that came since the year before was divided.
        #[n(1)]
        income: Money,
        /// What of it went to the reserve.
        #[n(2)]
        amount: Money,
        /// What of all income so far bears losses before the reserve does.
        #[n(3)]
        left: Money,
    },
    /// A call restores what was paid in and bore losses.
    #[n(3)]
    Restored {
        /// The call.
        #[n(0)]
        call: CallNo,
        /// The sum of its parts.
        #[n(1)]
        total: Money,
    },
    /// Cash was invested.
    #[n(4)]
    Invested {
        /// The line of the bank.
        #[n(0)]
        line: LineNo,
        /// The investment.
        #[n(1)]
        name: InvestmentName,
        /// How much.
        #[n(2)]
        amount: Money,
        /// The day on which it is to come back.
        #[n(3)]
        matures: Day,
    },
    /// An investment came back.
    #[n(5)]
    Divested {
        /// The line of the bank.
        #[n(0)]
        line: LineNo,
        /// The investment.
        #[n(1)]
        name: InvestmentName,
        /// How much had been invested.
        #[n(2)]
        invested: Money,
        /// How much came.
        #[n(3)]
        came: Money,
    },
    /// Commitment authority was set aside for what the administration spends in a year.
    #[n(6)]
    Budgeted {
        /// The year.
        #[n(0)]
        year: u32,
        /// How much; several add up.
        #[n(1)]
        amount: Money,
        /// The decision.
        #[n(2)]
        decision: DecisionNo,
        /// When it is too late for the year's expenses.
        #[n(3)]
        ends: Moment,
    },
    /// It was too late for a year's expenses, and what was unspent went back: time alone brings it.
    #[n(7)]
    BudgetEnded {
        /// The year.
        #[n(0)]
        year: u32,
        /// What went back.
        #[n(1)]
        back: Money,
    },
}
