//! The rules on what the fund has that can refuse.

use alloc::format;
use alloc::string::String;

use quorate_charter::{Article, Charter, Period};
use quorate_ledger::Money;

use super::InvestmentName;

/// Why a command about what the fund has was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TreasuryRefusal {
    /// F73
    #[error("the charter gives no rule for a call to restore")]
    NothingRestores,
    /// F74
    #[error(
        "a call to restore {} is for more than the {} that members had paid in, that bore losses, and that was not restored",
        total.grouped(), left.grouped()
    )]
    BeyondLosses {
        /// The sum to be called.
        total: Money,
        /// What losses took of it, and what neither came back nor was asked for.
        left: Money,
    },
    /// F75
    #[error("the charter lets nothing be invested")]
    NothingIsInvested,
    /// F76
    #[error("{} are more than the {} that may be invested now", amount.grouped(), most.grouped())]
    BeyondShare {
        /// What would be invested.
        amount: Money,
        /// What the article allows beside what is invested.
        most: Money,
    },
    /// F77
    #[error(
        "{} are more than the {} that can leave: the article's floor, and what attested tranches need, stay at the bank",
        amount.grouped(), most.grouped()
    )]
    MustStay {
        /// What would be invested.
        amount: Money,
        /// What of the own cash can leave.
        most: Money,
    },
    /// F78
    #[error("an investment matures after its value date, and within {at_most}")]
    Maturity {
        /// What the article allows.
        at_most: Period,
    },
    /// F79
    #[error("an investment `{0}` is on record already")]
    NameTaken(InvestmentName),
    /// F79
    #[error("no investment `{0}` stands in the books")]
    NotInvested(InvestmentName),
    /// F80
    #[error("the charter gives no rule for a budget")]
    NoBudgets,
    /// F81
    #[error("a budget is for {this} or the year after, and this is for {year}")]
    OtherYear {
        /// The year given.
        year: u32,
        /// The year that it is.
        this: u32,
    },
    /// F82
    #[error("an expense of {} is more than the {} that are set aside for {year} and not spent", amount.grouped(), left.grouped())]
    BeyondBudget {
        /// The year.
        year: u32,
        /// What would be spent.
        amount: Money,
        /// What is left.
        left: Money,
    },
}

impl TreasuryRefusal {
    /// The number of the rule that refused.
    pub(in crate::fund) fn number(&self) -> u8 {
        match self {
            TreasuryRefusal::NothingRestores => 73,
            TreasuryRefusal::BeyondLosses { .. } => 74,
            TreasuryRefusal::NothingIsInvested => 75,
            TreasuryRefusal::BeyondShare { .. } => 76,
            TreasuryRefusal::MustStay { .. } => 77,
            TreasuryRefusal::Maturity { .. } => 78,
            TreasuryRefusal::NameTaken(_) | TreasuryRefusal::NotInvested(_) => 79,
            TreasuryRefusal::NoBudgets => 80,
            TreasuryRefusal::OtherYear { .. } => 81,
            TreasuryRefusal::BeyondBudget { .. } => 82,
        }
    }

    /// The article that the rule serves.
    pub(in crate::fund) fn article(&self, charter: &Charter) -> Article {
        match self {
            TreasuryRefusal::NothingRestores | TreasuryRefusal::BeyondLosses { .. } => {
                charter.calls().number()
            }
            TreasuryRefusal::NoBudgets
            | TreasuryRefusal::OtherYear { .. }
            | TreasuryRefusal::BeyondBudget { .. } => {
                charter.budget().map_or(charter.fund().number(), |article| article.number())
            }
            _ => charter.treasury().map_or(charter.payments().number(), |article| article.number()),
        }
    }

    /// What to do about it.
    pub(in crate::fund) fn remedy(&self) -> String {
        match self {
            TreasuryRefusal::NothingRestores => {
                "table a call, which is decided by the rule on calls, or amend the charter".into()
            }
            TreasuryRefusal::BeyondLosses { left, .. } => format!(
                "restore at most {}: see the record of losses; for more, table a call",
                left.grouped()
            ),
            TreasuryRefusal::NothingIsInvested => {
                "enter what left as a debit that nobody instructed, or amend the charter".into()
            }
            TreasuryRefusal::BeyondShare { .. } | TreasuryRefusal::MustStay { .. } => {
                "enter what left beyond that as a debit that nobody instructed, until it is back".into()
            }
            TreasuryRefusal::Maturity { .. } => {
                "give the day on which the bank's contract says that it is back".into()
            }
            TreasuryRefusal::NameTaken(_) => {
                "give it a name of its own: see the record of investments".into()
            }
            TreasuryRefusal::NoBudgets => "amend the charter".into(),
            TreasuryRefusal::OtherYear { this, .. } => {
                format!("give {this} or {}", this.saturating_add(1))
            }
            TreasuryRefusal::BeyondBudget { .. } => {
                "enter what left beyond that as a debit that nobody instructed, or decide on more first"
                    .into()
            }
            TreasuryRefusal::NotInvested(_) => "look the investment up in the record of investments".into(),
        }
    }
}

impl From<TreasuryRefusal> for crate::refusal::Refusal {
    fn from(refusal: TreasuryRefusal) -> crate::refusal::Refusal {
        crate::fund::Refusal::from(refusal).into()
    }
}
