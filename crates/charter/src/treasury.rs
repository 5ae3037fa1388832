//! The articles on the reserve, the treasury and the administrative budget. All are optional: without the first what is lost
//! is borne by the income so far, and beyond it by what members paid in; without the others nothing is invested, and nothing
//! spent on administration.

use quorate_ledger::Money;
use quorate_voting::Ratio;

use crate::articles::Article;
use crate::charter::Charter;
use crate::period::Period;
use crate::rule::Rule;

/// What the fund keeps of its income against losses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReserveArticle {
    pub(crate) number: Article,
    pub(crate) of_income: Option<Ratio>,
}

impl ReserveArticle {
    /// The article's number.
    #[must_use]
    pub fn number(&self) -> Article {
        self.number
    }

    /// The share of a year's net income that goes to the reserve when the year is over; `None` is none of it.
    #[must_use]
    pub fn of_income(&self) -> Option<Ratio> {
        self.of_income
    }
}

/// What of the fund's cash may be invested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TreasuryArticle {
    pub(crate) number: Article,
    pub(crate) invest_at_most: Option<Ratio>,
    pub(crate) maturity_at_most: Period,
    pub(crate) floor: Money,
}

impl TreasuryArticle {
    /// The article's number.
    #[must_use]
    pub fn number(&self) -> Article {
        self.number
    }

    /// The most that may be invested, as a share of own cash and investments together; `None` is none of it.
    #[must_use]
    pub fn invest_at_most(&self) -> Option<Ratio> {
        self.invest_at_most
    }

    /// How long after its value date an investment may mature.
    #[must_use]
    pub fn maturity_at_most(&self) -> Period {
        self.maturity_at_most
    }

    /// Own cash that stays at the bank; not below zero.
    #[must_use]
    pub fn floor(&self) -> Money {
        self.floor
    }
}

/// What the fund's administration may spend: a budget for each year, by decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BudgetArticle {
    pub(crate) number: Article,
    pub(crate) rule: Rule,
    pub(crate) late_lines: Period,
}

impl BudgetArticle {
    /// The article's number.
    #[must_use]
    pub fn number(&self) -> Article {
        self.number
    }

    /// The rule by which a budget is decided.
    #[must_use]
    pub fn rule(&self) -> &Rule {
        &self.rule
    }

    /// How long after a year its expenses can be entered; then what is unspent goes back.
    #[must_use]
    pub fn late_lines(&self) -> Period {
        self.late_lines
    }
}

impl Charter {
    /// Article: the administrative budget.
    #[must_use]
    pub fn budget(&self) -> Option<&BudgetArticle> {
        self.budget.as_ref()
    }

    /// Article: the treasury.
    #[must_use]
    pub fn treasury(&self) -> Option<&TreasuryArticle> {
        self.treasury.as_ref()
    }

    /// Article: the reserve.
    #[must_use]
    pub fn reserve(&self) -> Option<&ReserveArticle> {
        self.reserve.as_ref()
    }
}
