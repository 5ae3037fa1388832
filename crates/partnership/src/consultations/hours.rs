//! The hours of the article, as they were at the call. Article: consultations.

use minicbor::{Decode, Encode};
use quorate_charter::{Charter, Period};

/// What the article gave at the call. A text that comes into force later neither shortens nor lengthens it, and one
/// without the article ends nothing that was called before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Hours {
    #[n(0)]
    pub(super) first_session_within: Period,
    #[n(1)]
    pub(super) session_every: Period,
    #[n(2)]
    pub(super) session_notice: Period,
    #[n(3)]
    pub(super) chair_within: Period,
    #[n(4)]
    pub(super) silence: Period,
    #[n(5)]
    pub(super) silence_at_most: Period,
    #[n(6)]
    pub(super) conclude_within: Period,
    #[n(7)]
    pub(super) quiet_after: Period,
}

impl Hours {
    pub(super) fn of(charter: &Charter) -> Option<Hours> {
        let article = charter.consultations()?;
        Some(Hours {
            first_session_within: article.first_session_within(),
            session_every: article.session_every(),
            session_notice: article.session_notice(),
            chair_within: article.chair_within(),
            silence: article.silence(),
            silence_at_most: article.silence_at_most(),
            conclude_within: article.conclude_within(),
            quiet_after: article.quiet_after(),
        })
    }
}
