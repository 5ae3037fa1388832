//! The article on financing agreements: what a beneficiary signs before money is paid to it, and what may be paid before
//! its conditions. It is optional: without it help is paid on its conditions alone.

use alloc::collections::BTreeSet;
use core::fmt;
use core::str::FromStr;

use quorate_voting::Ratio;

use crate::articles::Article;
use crate::charter::Charter;

/// A term of a financing agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Term {
    /// What is paid is used for what the case says, and for nothing else.
    EndUse,
    /// Nothing that was bought with it goes on to another without the partnership's consent.
    NoRetransfer,
    /// The others' auditors may see what became of it.
    Audit,
    /// What was paid is given back if a term is broken.
    Recovery,
}

impl Term {
    /// Every term, in the order in which texts name them.
    pub const ALL: [Term; 4] = [Term::EndUse, Term::NoRetransfer, Term::Audit, Term::Recovery];

    /// The term's name, as it stands in a charter and is typed.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Term::EndUse => "end-use",
            Term::NoRetransfer => "no-retransfer",
            Term::Audit => "audit",
            Term::Recovery => "recovery",
        }
    }
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// A text that names no term.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the terms are `end-use`, `no-retransfer`, `audit` and `recovery`")]
pub struct UnknownTerm;

impl FromStr for Term {
    type Err = UnknownTerm;

    fn from_str(text: &str) -> Result<Term, UnknownTerm> {
        Term::ALL.into_iter().find(|term| term.name() == text).ok_or(UnknownTerm)
    }
}

/// Financing agreements with beneficiaries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FinancingArticle {
    pub(crate) number: Article,
    pub(crate) terms: BTreeSet<Term>,
    pub(crate) pre_financing: Option<Ratio>,
}

impl FinancingArticle {
    /// The article's number.
    #[must_use]
    pub fn number(&self) -> Article {
        self.number
    }

    /// What a beneficiary signs; at least one term.
    pub fn terms(&self) -> impl ExactSizeIterator<Item = Term> {
        self.terms.iter().copied()
    }

    /// The most of a case, as a share of what is asked for, that may be paid before its conditions; `None` is none of it.
    #[must_use]
    pub fn pre_financing(&self) -> Option<Ratio> {
        self.pre_financing
    }
}

impl Charter {
    /// Article: financing agreements, if the charter has it.
    #[must_use]
    pub fn financing(&self) -> Option<&FinancingArticle> {
        self.financing.as_ref()
    }
}
