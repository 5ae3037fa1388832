//! What the article on withdrawal says is paid back to a State that left.

use alloc::format;
use alloc::string::String;

use serde::Deserialize;
use toml::Spanned;

use super::Findings;
use crate::fault::Fault;
use crate::period::Period;
use crate::settlement::Settlement as Terms;

/// The most instalments of a settlement.
const MOST_INSTALMENTS: u32 = 40;
const HOURS_A_DAY: u64 = 24;

/// The terms, as they are written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Settlement {
    pub(super) instalments: Spanned<u32>,
    pub(super) every: Spanned<String>,
}

/// Reads the terms; instalments fall due by days, so that two never share one.
pub(super) fn terms(raw: &Settlement, found: &mut Findings) -> Option<Terms> {
    let instalments = found.within(&raw.instalments, 1..=MOST_INSTALMENTS);
    let every = found.parse::<Period>(&raw.every);
    if every.is_some_and(|every| every.hours() < HOURS_A_DAY) {
        let what = format!("`{}` cannot stand here", raw.every.get_ref());
        found.add(Fault::new(raw.every.span(), what, "an instalment falls due with a day: at least `1d`"));
        return None;
    }
    Some(Terms { instalments: instalments?, every: every? })
}
