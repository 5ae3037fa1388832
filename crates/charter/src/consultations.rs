//! The article on consultations. It is optional: without it nobody calls any.

use crate::articles::{Article, article};
use crate::charter::Charter;
use crate::period::Period;

article! {
    /// Consultations among the members: in which hours what is held, and when they close by the rule.
    ConsultationsArticle {
        /// How long after the call the first session is held at the latest.
        first_session_within: Period,
        /// How long after a session the next is held at the latest.
        session_every: Period,
        /// How long before it opens a session is convened, unless by the member that called.
        session_notice: Period,
        /// How long the chair's part is the chair's alone; the deputy's as long again, then any member's.
        chair_within: Period,
        /// How long the silence on a text lasts, unless its mover gives more.
        silence: Period,
        /// The longest silence that a mover can give.
        silence_at_most: Period,
        /// How long after the first objection members can say where they stand.
        conclude_within: Period,
        /// After how long without an entry of anybody they close by the rule.
        quiet_after: Period,
    }
}

impl Charter {
    /// Article: consultations.
    #[must_use]
    pub fn consultations(&self) -> Option<&ConsultationsArticle> {
        self.consultations.as_ref()
    }
}
