//! Why no first step helps: whoever adopts it adopts the rule already.
//!
//! Take a group that cannot adopt the rule here. If it adopted a step, it would adopt the rule, by what is proven of that
//! step here; so it adopts none, nothing changes by what it does alone, and it never comes to adopt. A group that adopts
//! the rule before its first step has manufactured nothing. That is shown of each place where a group may begin; what it
//! does there is all that the argument needs, since the place does not move.

use alloc::vec::Vec;

use quorate_charter::MemberCode;
use quorate_voting::{Effort, Implied, audit, implies};

use super::walk::{Possible, State, Walk, interested};

/// What is known of one step.
enum Known {
    /// Nobody makes it that does not adopt the rule already; so many proofs were read again.
    NoHelp(usize),
    /// This group adopts the step, and not the rule.
    By(Vec<MemberCode>),
    /// The search ended.
    Nothing,
}

/// The steps of which it is not proven that they help nobody: for each the group that adopts it and not the rule, if one
/// is known.
pub(super) fn unproven(
    walk: &Walk<'_>,
    start: &State,
    asks: Option<MemberCode>,
    proofs: &mut usize,
) -> Vec<Option<Vec<MemberCode>>> {
    let mut open = Vec::new();
    for possible in walk.possible(start, asks) {
        match known(walk, start, asks, &possible) {
            Known::NoHelp(read) => *proofs = proofs.saturating_add(read),
            Known::By(group) => open.push(Some(group)),
            Known::Nothing => open.push(None),
        }
    }
    open
}

fn known(walk: &Walk<'_>, start: &State, asks: Option<MemberCode>, step: &Possible<'_>) -> Known {
    let adopting = walk.roll(start, &step.without);
    let deciding = walk.roll(start, &interested(start, asks));
    let (Some((adopting, codes)), Some((deciding, _))) = (adopting, deciding) else { return Known::Nothing };
    if !walk.enough_take_part(&adopting) {
        return Known::NoHelp(0);
    }
    let mut by = Known::Nothing;
    for rule in &step.rules {
        let (first, second) = ((rule.formula(), &adopting), (walk.target.formula(), &deciding));
        let Ok(found) = implies(first, second, Effort::default()) else { continue };
        if audit::implies(first, second, &found).is_err() {
            continue;
        }
        match found {
            // Where several rules must adopt it, one that implies the other rule is enough.
            Implied::Always(_) => return Known::NoHelp(1),
            Implied::NotBy(group) => {
                by = Known::By(group.iter().filter_map(|seat| codes.get(*seat)).copied().collect());
            }
            Implied::Undecided => {}
        }
    }
    by
}

/// The group with everyone in it that can be without its adopting the rule here, the last first: whoever is more can do
/// more afterwards.
pub(super) fn enlarged(
    walk: &Walk<'_>,
    group: &[MemberCode],
    start: &State,
    asks: Option<MemberCode>,
) -> Vec<MemberCode> {
    let mut group = group.to_vec();
    for member in walk.seats.codes().into_iter().rev() {
        if group.contains(&member) {
            continue;
        }
        group.push(member);
        if walk.wins(&group, start, asks) {
            group.pop();
        }
    }
    group.sort_unstable();
    group
}
