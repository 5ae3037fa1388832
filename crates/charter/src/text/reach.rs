//! Whether what the rules ask for can be reached at all: a rule that nobody's favour meets would stop every decision.

use alloc::collections::BTreeSet;
use alloc::format;

use quorate_voting::unanimity_adopts;

use super::{Findings, raw};
use crate::body::Body;
use crate::fault::Fault;
use crate::member::MemberCode;
use crate::rule::Rule;

/// Every rule adopts what all participating members are in favour of, whoever of the members is the interested party.
pub(super) fn rules(body: &Body, raw: raw::Tables<'_>, found: &mut Findings) {
    for (name, raw) in raw.rule {
        let rule = name.get_ref().parse().ok().and_then(|name| body.rules.get(&name));
        let Some(out) = rule.and_then(|rule| never_adopts(body, rule)) else { continue };
        let (what, help) = match out {
            None => (
                "not even all members in favour would adopt under this rule".into(),
                "ask for at most 100% and not for more, so that what everyone wants is adopted",
            ),
            Some(member) => (
                format!(
                    "when {member} does not take part, not even all others in favour would adopt under this rule"
                ),
                "ask for a share of `participating`, of which those who do not take part are no part",
            ),
        };
        found.add(Fault::new(raw.adopted.span(), what, help));
    }
}

/// The first member without which the rule adopts nothing, though all that take part are in favour; nobody's name
/// when it does not either with everyone taking part. Where nobody is left to take part nothing is adopted, which is
/// for the articles on membership to refuse.
fn never_adopts(body: &Body, rule: &Rule) -> Option<Option<MemberCode>> {
    let interested =
        body.members.keys().filter(|_| !rule.not_taking_part.is_empty() && body.members.len() > 1);
    let out = [BTreeSet::new()].into_iter().chain(interested.map(|member| BTreeSet::from([*member])));
    let adopts = |out: &BTreeSet<MemberCode>| {
        // A roll that cannot be made, for want of members, is at fault already.
        body.roll(out).map_or(true, |roll| unanimity_adopts(&rule.formula, &roll).unwrap_or(true))
    };
    out.into_iter().find(|out| !adopts(out)).map(|out| out.first().copied())
}
