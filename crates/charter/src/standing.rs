//! The articles on who is bound, from when and until when. Each is optional: what a charter does not provide for
//! cannot be done under it.

use crate::articles::Article;
use crate::charter::Charter;
use crate::period::Period;
use crate::rule::Rule;
use crate::settlement::Settlement;

macro_rules! article {
    ($(#[$doc:meta])* $name:ident {
        $($(#[$field_doc:meta])* $field:ident : $kind:ty,)*
    } { $($(#[$rule_doc:meta])* $rule:ident,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name {
            pub(crate) number: Article,
            $(pub(crate) $field: $kind,)*
            $(pub(crate) $rule: Rule,)*
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

            $($(#[$rule_doc])*
            #[must_use]
            pub fn $rule(&self) -> &Rule {
                &self.$rule
            })*
        }
    };
}

article! {
    /// Entry into force: from when the charter binds those that ratified it (VCLT, Article 24). Without this article a
    /// charter is in force from the founding.
    EntryIntoForceArticle {
        /// Whether a signatory may declare that it applies the charter before (VCLT, Article 25).
        provisional: bool,
        /// From a notice that provisional application ends until it does; `None`: it ends at once.
        provisional_notice: Option<Period>,
    } {
        /// Asked of ratifications: who has ratified is in favour, everyone else absent.
        rule,
    }
}

article! {
    /// Accession: how another State becomes a member (VCLT, Article 15).
    AccessionArticle {} {
        /// By which an invitation is decided.
        rule,
    }
}

article! {
    /// Withdrawal: how a member leaves (VCLT, Articles 54 and 56).
    WithdrawalArticle {
        /// From the notice until it takes effect.
        notice: Period,
        /// On what terms its share is paid back; `None`: nothing comes back.
        settlement: Option<Settlement>,
    } {}
}

article! {
    /// Suspension: how a member's vote comes to rest, and for how long.
    SuspensionArticle {
        /// How long the member concerned is heard, between the tabling and the opening.
        hearing: Period,
        /// The longest suspension.
        at_most: Period,
        /// How old a due may grow before votes rest without a decision; `None`: they never do.
        in_arrears: Option<Period>,
    } {
        /// By which a suspension is decided and lifted. It leaves out the member concerned.
        rule,
    }
}

article! {
    /// Amendment: how the text changes, and whom the change binds (VCLT, Article 40).
    AmendmentArticle {} {
        /// By which a text is adopted.
        rule,
        /// Asked of acceptances: who has accepted is in favour, everyone else absent.
        in_force_by,
    }
}

article! {
    /// Lost keys: how a member that has lost both its root and its recovery key is accredited again.
    LostKeysArticle {
        /// During which the old root or recovery key can object.
        wait: Period,
    } {
        /// By which new keys are decided. It leaves out the member concerned.
        rule,
    }
}

/// The optional articles on the standing of members.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct StandingArticles {
    pub(crate) entry_into_force: Option<EntryIntoForceArticle>,
    pub(crate) accession: Option<AccessionArticle>,
    pub(crate) withdrawal: Option<WithdrawalArticle>,
    pub(crate) suspension: Option<SuspensionArticle>,
    pub(crate) amendment: Option<AmendmentArticle>,
    pub(crate) lost_keys: Option<LostKeysArticle>,
}

impl Charter {
    /// Article: entry into force.
    #[must_use]
    pub fn entry_into_force(&self) -> Option<&EntryIntoForceArticle> {
        self.standing.entry_into_force.as_ref()
    }

    /// Article: accession.
    #[must_use]
    pub fn accession(&self) -> Option<&AccessionArticle> {
        self.standing.accession.as_ref()
    }

    /// Article: withdrawal.
    #[must_use]
    pub fn withdrawal(&self) -> Option<&WithdrawalArticle> {
        self.standing.withdrawal.as_ref()
    }

    /// Article: suspension.
    #[must_use]
    pub fn suspension(&self) -> Option<&SuspensionArticle> {
        self.standing.suspension.as_ref()
    }

    /// Article: amendment.
    #[must_use]
    pub fn amendment(&self) -> Option<&AmendmentArticle> {
        self.standing.amendment.as_ref()
    }

    /// Article: lost keys.
    #[must_use]
    pub fn lost_keys(&self) -> Option<&LostKeysArticle> {
        self.standing.lost_keys.as_ref()
    }
}
