//! The sense of what charters and bodies have in common: title, members, measures and rules of decision.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use super::{Findings, measures, members, raw, rules};
use crate::body::{Body, Measure, Member, Title};
use crate::member::MemberCode;
use crate::rule::{Rule, RuleName};

/// What could be read of a body.
pub(super) struct Read {
    title: Option<Title>,
    members: BTreeMap<MemberCode, Member>,
    measures: Vec<Measure>,
    /// The rules that could be read.
    pub(super) rules: BTreeMap<RuleName, Rule>,
}

impl Read {
    /// The body, if nothing of it is missing.
    pub(super) fn whole(self) -> Option<Body> {
        let Read { title, members, measures, rules } = self;
        Some(Body { title: title?, members, measures, rules })
    }
}

pub(super) fn body(raw: raw::Tables<'_>, text: &str, found: &mut Findings) -> Read {
    let title = members::title(raw.title, found);
    let mut members = members::members(raw, found);
    let measures = measures::measures(raw, &mut members, found);
    let rules = rules::rules(raw, text, &measures, found);
    Read { title, members, measures, rules }
}
