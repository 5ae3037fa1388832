//! Which change counts: the one that more than half of the members accepted, without a member that it removes.
//!
//! A member is one, however many agents it has, and whoever founded the compartment has no more than others.

use std::collections::{BTreeMap, BTreeSet};

use quorate_charter::MemberCode;
use quorate_partnership::PublicKey;

use super::Alarm;
use super::entry::Acceptance;
use super::held::{Era, Held};
use super::seat::{Seat, members};

/// The members that a change leaves in, of those that were: they are who counts.
pub(super) fn who_counts(seats: &[Seat], goes: &[PublicKey]) -> BTreeSet<MemberCode> {
    members(seats.iter().filter(|seat| !goes.contains(&seat.agent())))
}

/// How many of so many are more than half.
pub(super) fn needed(of: usize) -> usize {
    of.checked_div(2).unwrap_or_default().saturating_add(1)
}

/// The members that accepted a commit by an agent that it leaves in.
pub(super) fn accepted(
    acceptances: &[Acceptance],
    seats: &[Seat],
    goes: &[PublicKey],
    commit: &[u8; 32],
) -> BTreeSet<MemberCode> {
    let accepts = |seat: &&Seat| {
        let by = |held: &Acceptance| held.agent == seat.agent() && held.accepts.commit == *commit;
        !goes.contains(&seat.agent()) && acceptances.iter().any(by)
    };
    members(seats.iter().filter(accepts))
}

/// The acceptances of an epoch by agents that were in.
fn of_epoch(held: &Held, era: &Era) -> Vec<(Seat, Acceptance)> {
    let seat =
        |acceptance: &Acceptance| era.seats.iter().find(|seat| seat.agent() == acceptance.agent).cloned();
    let all = held.acceptances().into_iter().filter(|acceptance| acceptance.accepts.epoch == era.epoch);
    all.filter_map(|acceptance| Some((seat(&acceptance)?, acceptance))).collect()
}

/// What does not fit together in an epoch.
pub(super) fn alarm(held: &Held, era: &Era) -> Option<Alarm> {
    let epoch = era.epoch;
    let heard = of_epoch(held, era);
    let mut commits: BTreeMap<MemberCode, BTreeSet<[u8; 32]>> = BTreeMap::new();
    for (seat, acceptance) in &heard {
        commits.entry(seat.member()).or_default().insert(acceptance.accepts.commit);
    }
    if let Some((member, _)) = commits.iter().find(|(_, commits)| commits.len() > 1) {
        return Some(Alarm::Twice { member: *member, epoch });
    }
    let known = held.log.iter().chain(held.pending.iter().map(|pending| &pending.entry));
    let known: Vec<_> =
        known.filter(|entry| entry.epoch == epoch && !entry.authenticator.is_empty()).collect();
    for (seat, acceptance) in &heard {
        let same = known.iter().find(|entry| entry.commit == acceptance.accepts.commit);
        if same.is_some_and(|entry| entry.digest() != acceptance.accepts.digest) {
            return Some(Alarm::Differs { member: seat.member(), epoch });
        }
    }
    // Another change than the one in force here: how many it needs, those who accepted it say.
    let in_force = held.log.iter().find(|entry| entry.epoch == epoch)?;
    let mut others: BTreeMap<[u8; 32], (u64, BTreeSet<MemberCode>)> = BTreeMap::new();
    for (seat, Acceptance { accepts, .. }) in &heard {
        if accepts.commit != in_force.commit {
            let (of, members) = others.entry(accepts.commit).or_default();
            *of = accepts.of.max(*of);
            members.insert(seat.member());
        }
    }
    let enough = |(of, members): &(u64, BTreeSet<MemberCode>)| {
        members.len() >= needed(usize::try_from(*of).unwrap_or(usize::MAX))
    };
    others.values().any(enough).then_some(Alarm::Forked { epoch })
}
