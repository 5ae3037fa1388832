//! The measures by which votes weigh: a weight for each member, and for no one else.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::vec::Vec;

use quorate_voting::MAX_WEIGHT;

use super::{Findings, members, raw};
use crate::body::{Measure, Member};
use crate::fault::Fault;
use crate::member::MemberCode;
use crate::rule::RuleName;

/// More than any institution weighs by.
const MAX_MEASURES: usize = 16;
/// Words that mean something else in a rule.
const RESERVED: [&str; 6] = ["members", "not", "at", "and", "or", "of"];

/// Reads the measures and gives each member its weights, in the order of the measures' names.
pub(super) fn measures(
    raw: raw::Tables<'_>,
    of_members: &mut BTreeMap<MemberCode, Member>,
    found: &mut Findings,
) -> Vec<Measure> {
    let mut measures = Vec::new();
    for (name, measure) in raw.measure {
        if RESERVED.contains(&name.get_ref().as_str()) {
            let help =
                "`members` is a measure of its own, and the other words of the rules mean something else";
            found.add(Fault::new(name.span(), format!("`{}` cannot name a measure", name.get_ref()), help));
            continue;
        }
        let Some(parsed) = found.parse::<RuleName>(name) else { continue };
        weights(raw, measure, of_members, found);
        members::line(&measure.unit, "a measure's unit", found);
        members::line(&measure.source, "a measure's source", found);
        let (unit, source) = (measure.unit.get_ref().clone(), measure.source.get_ref().clone());
        measures.push(Measure { name: parsed, unit, source, moves: measure.moves });
    }
    if measures.len() > MAX_MEASURES {
        found.add(Fault::new(
            0..0,
            format!("{} measures are too many", measures.len()),
            format!("at most {MAX_MEASURES}"),
        ));
    }
    measures
}

fn weights(
    raw: raw::Tables<'_>,
    measure: &raw::Measure,
    members: &mut BTreeMap<MemberCode, Member>,
    found: &mut Findings,
) {
    let mut given: BTreeMap<MemberCode, u64> = BTreeMap::new();
    for (code, weight) in measure.weight.get_ref() {
        let Some(member) = found.parse::<MemberCode>(code) else { continue };
        // A member that stands in the text and could not be read is at fault there, and not again here.
        if !members.contains_key(&member) && !raw.member.keys().any(|known| known.get_ref() == code.get_ref())
        {
            let help = "weights are given for the members of the charter and for no one else";
            found.add(Fault::new(code.span(), format!("`{member}` is not a member"), help));
        }
        if *weight.get_ref() > MAX_WEIGHT {
            let help = format!("a weight is at most {MAX_WEIGHT}");
            found.add(Fault::new(weight.span(), "this weight is too large", help));
        }
        given.insert(member, *weight.get_ref());
    }
    for (code, member) in members.iter_mut() {
        if !given.contains_key(code) {
            let help = "an unknown weight cannot be counted; give the weight, `0` included";
            found.add(Fault::new(measure.weight.span(), format!("`{code}` has no weight here"), help));
        }
        member.weights.push(given.get(code).copied().unwrap_or_default());
    }
    if given.values().all(|weight| *weight == 0) {
        found.add(Fault::new(measure.weight.span(), "nobody has any weight here", ""));
    }
}
