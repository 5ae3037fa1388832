//! The optional article on consultations.

use alloc::format;
use alloc::string::String;

use serde::Deserialize;
use toml::Spanned;

use super::check::number;
use super::{Findings, raw};
use crate::consultations::ConsultationsArticle;
use crate::fault::Fault;
use crate::period::Period;

/// Consultations, as they are written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Consultations {
    pub(super) article: Spanned<u32>,
    first_session_within: Spanned<String>,
    session_every: Spanned<String>,
    session_notice: Spanned<String>,
    chair_within: Spanned<String>,
    silence: Spanned<String>,
    silence_at_most: Spanned<String>,
    conclude_within: Spanned<String>,
    quiet_after: Spanned<String>,
}

/// Reads the article, if the text has it. One with a fault is left out: the fault keeps the charter out.
pub(super) fn article(raw: &raw::Charter, found: &mut Findings) -> Option<ConsultationsArticle> {
    let raw = raw.consultations.as_ref()?;
    let first = found.parse(&raw.first_session_within);
    let (every, notice) = (found.parse(&raw.session_every), found.parse(&raw.session_notice));
    let (chair, conclude) = (found.parse(&raw.chair_within), found.parse(&raw.conclude_within));
    let (silence, at_most) = (found.parse(&raw.silence), found.parse(&raw.silence_at_most));
    let quiet = found.parse(&raw.quiet_after);
    let article = ConsultationsArticle {
        number: number(&raw.article),
        first_session_within: first?,
        session_every: every?,
        session_notice: notice?,
        chair_within: chair?,
        silence: silence?,
        silence_at_most: at_most?,
        conclude_within: conclude?,
        quiet_after: quiet?,
    };
    agree(raw, &article, found);
    Some(article)
}

/// Notice fits between two sessions, a silence can be as long as it is at the least, and nothing closes before a session.
fn agree(raw: &Consultations, article: &ConsultationsArticle, found: &mut Findings) {
    let soonest = article.first_session_within.min(article.session_every);
    let latest = article.first_session_within.max(article.session_every);
    let mut below = |is_right: bool, at: &Spanned<String>, value: Period, help: &str| {
        if !is_right {
            found.add(Fault::new(at.span(), format!("`{value}` cannot stand here"), help));
        }
    };
    let help =
        "a session is convened before it is held: give less than `first-session-within` and `session-every`";
    below(article.session_notice < soonest, &raw.session_notice, article.session_notice, help);
    let help = "no silence is shorter than `silence`: give as much or more";
    below(article.silence <= article.silence_at_most, &raw.silence_at_most, article.silence_at_most, help);
    let help = "consultations do not close before a session: give more than `first-session-within` and `session-every`";
    below(article.quiet_after > latest, &raw.quiet_after, article.quiet_after, help);
}
