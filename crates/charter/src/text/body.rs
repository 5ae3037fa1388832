//! The sense of what charters and bodies have in common: title, members, measures and rules of decision.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use super::{Findings, measures, members, raw, reach, rules};
use crate::body::Body;
use crate::rule::{Rule, RuleName};

/// What could be read of a body.
pub(super) struct Read {
    /// The body, if nothing of it is missing.
    pub(super) whole: Option<Body>,
    /// The rules that could be read.
    pub(super) rules: BTreeMap<RuleName, Rule>,
}

pub(super) fn body(raw: raw::Tables<'_>, text: &str, found: &mut Findings) -> Read {
    let title = members::title(raw.title, found);
    let mut members = members::members(raw, found);
    let measures = measures::measures(raw, &mut members, found);
    let rules = rules::rules(raw, text, &measures, found);
    let whole = title.map(|title| Body {
        title,
        members,
        measures,
        rules: rules.clone(),
        institution: None,
        obligations: Vec::new(),
    });
    // Asked where nothing else is at fault so far, or a missing weight would be told again for every rule.
    if let Some(body) = whole.as_ref().filter(|_| found.list.is_empty()) {
        reach::rules(body, raw, found);
    }
    Read { whole, rules }
}
