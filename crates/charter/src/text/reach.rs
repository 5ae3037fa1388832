//! Whether what the articles ask for can be reached at all: a rule that nobody's favour meets, or a number of members
//! that is never there, would stop every decision or payment.

use alloc::collections::BTreeSet;
use alloc::format;

use quorate_voting::unanimity_adopts;
use toml::Spanned;

use super::{Findings, raw};
use crate::body::Body;
use crate::fault::Fault;
use crate::member::MemberCode;
use crate::rule::{Interest, Rule};

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

/// Those who must take part in a decision can, though the one that asks for help does not.
pub(super) fn least_participating(raw: &raw::Charter, rule: Option<&Rule>, found: &mut Findings) {
    let least = &raw.membership.least_participating;
    // More than there are members is at fault already.
    let members = u32::try_from(raw.member.len()).unwrap_or(u32::MAX);
    if *least.get_ref() <= members && rule.is_some_and(|rule| rule.leaves_out(Interest::Beneficiary)) {
        others(raw, least, "take part in a decision on a case", found);
    }
}

/// Those who should be able to sign a payment can be found among the members other than the beneficiary. As fewer
/// must sign than can, those who must sign are found then too.
pub(super) fn able_to_sign(raw: &raw::Charter, asked: &Spanned<u32>, found: &mut Findings) {
    others(raw, asked, "sign a payment", found);
}

/// At most as many as there are members besides the one that is helped. A charter without members is at fault
/// for that.
fn others(raw: &raw::Charter, asked: &Spanned<u32>, to_do: &str, found: &mut Findings) {
    let members = u32::try_from(raw.member.len()).unwrap_or(u32::MAX);
    let others = members.saturating_sub(1);
    if members > 0 && *asked.get_ref() > others {
        let what = format!("`{}` cannot stand here", asked.get_ref());
        let help = format!("of {members} members {others} can {to_do} when one is helped");
        found.add(Fault::new(asked.span(), what, help));
    }
}
