//! The articles that hold figures: each knows its number, so that a refusal can name it.

use core::fmt;

use quorate_ledger::{Currency, Money};
use quorate_voting::Ratio;

use crate::period::Period;
use crate::rule::Rule;

/// The number of an article in the charter, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Article(pub u16);

impl fmt::Display for Article {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "article {}", self.0)
    }
}

macro_rules! article {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident : $kind:ty,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name {
            pub(crate) number: Article,
            $(pub(crate) $field: $kind,)*
        }

        impl $name {
            /// The article's number.
            #[must_use]
            pub fn number(&self) -> Article {
                self.number
            }

            $($(#[$field_doc])*
            #[must_use]
            pub fn $field(&self) -> $kind {
                self.$field
            })*
        }
    };
}

pub(crate) use article;

article! {
    /// What the fund is: its currency, its target, and what counts towards commitment authority.
    FundArticle {
        /// The currency of the fund.
        currency: Currency,
        /// What members mean to bring together; a target binds nobody.
        target: Money,
        /// The share of money paid in that counts towards commitment authority; `None` is none of it.
        paid_in_counts: Option<Ratio>,
        /// The share of notes held that counts towards commitment authority until they are paid; `None` is none of it.
        notes_count: Option<Ratio>,
    }
}

article! {
    /// Who belongs, and how few may decide.
    MembershipArticle {
        /// The least number of members that take part in a decision.
        least_participating: u32,
    }
}

article! {
    /// The offices and the terms for which they are given.
    OfficesArticle {
        /// The longest term of a credential.
        longest_term: Period,
    }
}

/// What holds for every decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionsArticle {
    pub(crate) number: Article,
    pub(crate) executable_for: Period,
    pub(crate) texts_rule: Option<Rule>,
}

impl DecisionsArticle {
    /// The article's number.
    #[must_use]
    pub fn number(&self) -> Article {
        self.number
    }

    /// How long an adopted decision can be executed.
    #[must_use]
    pub fn executable_for(&self) -> Period {
        self.executable_for
    }

    /// The rule by which a text is adopted: a programme, a plan, which moves no money and changes no article; `None`: none is.
    #[must_use]
    pub fn texts_rule(&self) -> Option<&Rule> {
        self.texts_rule.as_ref()
    }
}

article! {
    /// Contribution agreements: each member pays what it signed and no more.
    ContributionsArticle {
        /// What is paid on what is late; `None`: being late costs nothing.
        interest: Option<LateInterest>,
        /// How old a due may grow before the member is in default; `None`: nobody ever is.
        default_after: Option<Period>,
        /// The most that the fund bears of what banks on the way keep of one payment, in the fund's currency; `None`: nothing,
        /// what did not come is due.
        fees_borne: Option<Money>,
    }
}

/// Interest on what is late: simple, from the day on which it was due, and none within the grace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LateInterest {
    pub(crate) yearly: u32,
    pub(crate) year: u32,
    pub(crate) grace: Option<Period>,
}

impl LateInterest {
    /// The yearly rate in hundredths of a per cent.
    #[must_use]
    pub fn yearly(self) -> u32 {
        self.yearly
    }

    /// How many days a year counts as: 360 or 365.
    #[must_use]
    pub fn year(self) -> u32 {
        self.year
    }

    /// How late a payment may be before it is late; from then on all days since it was due count.
    #[must_use]
    pub fn grace(self) -> Option<Period> {
        self.grace
    }
}

/// Cases of assistance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CasesArticle {
    pub(crate) number: Article,
    pub(crate) rule: Rule,
    pub(crate) party_rule: Option<Rule>,
    pub(crate) most_tranches: u32,
    pub(crate) lapses_after: Option<Period>,
}

impl CasesArticle {
    /// The article's number.
    #[must_use]
    pub fn number(&self) -> Article {
        self.number
    }

    /// The rule by which assistance is decided.
    #[must_use]
    pub fn rule(&self) -> &Rule {
        &self.rule
    }

    /// The rule by which the others decide that a member is a party to the dispute about a case; without one
    /// nobody can be named.
    #[must_use]
    pub fn party_rule(&self) -> Option<&Rule> {
        self.party_rule.as_ref()
    }

    /// The most tranches that a case may have.
    #[must_use]
    pub fn most_tranches(&self) -> u32 {
        self.most_tranches
    }

    /// How long after its approval a grant or a loan has been set aside for; what was not instructed by then goes back.
    /// `None`: it is set aside until it is paid.
    #[must_use]
    pub fn lapses_after(&self) -> Option<Period> {
        self.lapses_after
    }
}

/// Calls on what members signed as callable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallsArticle {
    pub(crate) number: Article,
    pub(crate) rule: Rule,
    pub(crate) due_within: Option<Period>,
    pub(crate) step_up: bool,
    pub(crate) emergency_within: Option<Period>,
    pub(crate) restore_rule: Option<Rule>,
}

impl CallsArticle {
    /// The article's number.
    #[must_use]
    pub fn number(&self) -> Article {
        self.number
    }

    /// The rule by which a call is decided.
    #[must_use]
    pub fn rule(&self) -> &Rule {
        &self.rule
    }

    /// How long after a call its parts fall due; `None`: at once.
    #[must_use]
    pub fn due_within(&self) -> Option<Period> {
        self.due_within
    }

    /// How long after an emergency call its parts fall due; `None`: there are no emergency calls.
    #[must_use]
    pub fn emergency_within(&self) -> Option<Period> {
        self.emergency_within
    }

    /// The rule by which a call to restore is decided: for what was paid in and borne as a loss, and for no more; `None`:
    /// there are no such calls.
    #[must_use]
    pub fn restore_rule(&self) -> Option<&Rule> {
        self.restore_rule.as_ref()
    }

    /// Whether the others are asked, within what they signed, for what a member in default did not pay of a call.
    #[must_use]
    pub fn step_up(&self) -> bool {
        self.step_up
    }
}

article! {
    /// How money leaves.
    PaymentsArticle {
        /// How many treasurers of different members sign an instruction.
        signatures: u32,
        /// How many members other than the beneficiary must have a treasurer who could sign.
        able_to_sign: u32,
        /// How long an instruction waits for the further signatures before it lapses.
        countersign_within: Period,
    }
}

article! {
    /// External audit.
    AuditArticle {
        /// Of how many different members' auditors opinions are asked before accounts count as audited.
        opinions: u32,
    }
}

article! {
    /// How much may be asked of the others' nodes in one post in a day.
    LimitsArticle {
        /// Commands a day of one post; refused ones count.
        commands_a_day: u32,
        /// Further commands a day kept for votes and for a member's own case.
        reserve_a_day: u32,
    }
}
