//! Which change counts: the one that more than half of the members accepted, without a member that it removes.
//!
//! A member is one, however many agents it has, and whoever founded the compartment has no more than others.

use std::collections::{BTreeMap, BTreeSet};

use quorate_charter::MemberCode;
use quorate_partnership::{Moment, PublicKey};

use super::Alarm;
use super::entry::{Accepts, Entry};
use super::held::{Era, Held};
use super::seat::{Seat, members};

/// The members that accepted, each with the moment at which it first did, as it says.
pub(super) type Voices = BTreeMap<MemberCode, Moment>;

/// The members that a change leaves in, of those that were: they are who counts.
pub(super) fn who_counts(seats: &[Seat], goes: &[PublicKey]) -> BTreeSet<MemberCode> {
    members(seats.iter().filter(|seat| !goes.contains(&seat.agent())))
}

/// How many of so many are more than half.
pub(super) fn needed(of: usize) -> usize {
    of.checked_div(2).unwrap_or_default().saturating_add(1)
}

/// All that was accepted in an epoch, as far as is known here, by agents that were in and do not go by it.
fn tally(held: &Held, era: &Era) -> BTreeMap<Accepts, Voices> {
    let mut tally: BTreeMap<Accepts, Voices> = BTreeMap::new();
    for acceptance in held.acceptances() {
        let (accepts, at) = (acceptance.accepts, acceptance.at);
        let stays = |seat: &&Seat| seat.agent() == acceptance.agent && !accepts.goes.contains(&seat.leaf());
        let Some(seat) = era.seats.iter().find(stays) else { continue };
        if accepts.epoch == era.epoch {
            let first = tally.entry(accepts).or_default().entry(seat.member()).or_insert(at);
            *first = at.min(*first);
        }
    }
    tally
}

/// How many members have to accept what is accepted so; none where it would leave too few in.
fn needs(era: &Era, accepts: &Accepts) -> Option<usize> {
    let left = members(era.seats.iter().filter(|seat| !accepts.goes.contains(&seat.leaf())));
    (left.len() >= needed(members(&era.seats).len())).then(|| needed(left.len()))
}

fn is_enough(era: &Era, accepts: &Accepts, voices: &Voices) -> bool {
    needs(era, accepts).is_some_and(|needs| voices.len() >= needs)
}

/// Which members accepted a change and came to the same state by it: who came to another counts for nobody. An agent that
/// goes by it does not know the state: for it those count who agree among each other.
pub(super) fn voices(held: &Held, era: &Era, entry: &Entry) -> Voices {
    let own = Accepts::of(entry, &era.seats);
    let is = |accepts: &Accepts| {
        let same = accepts.digest == own.digest || entry.authenticator.is_empty();
        same && accepts.commit == own.commit && accepts.goes == own.goes
    };
    let all = tally(held, era).into_iter().filter(|(accepts, _)| is(accepts));
    all.map(|(_, voices)| voices).max_by_key(BTreeMap::len).unwrap_or_default()
}

/// Since when a change has enough: the moment at which more than half of the members had accepted it. None if it has not.
pub(super) fn since(held: &Held, era: &Era, entry: &Entry) -> Option<Moment> {
    let needs = needs(era, &Accepts::of(entry, &era.seats))?;
    let mut moments: Vec<Moment> = voices(held, era, entry).into_values().collect();
    moments.sort_unstable();
    moments.get(needs.saturating_sub(1)).copied()
}

/// What does not fit together in an epoch.
pub(super) fn alarm(held: &Held, era: &Era) -> Option<Alarm> {
    let epoch = era.epoch;
    let seat = |agent: PublicKey| era.seats.iter().find(|seat| seat.agent() == agent);
    let mut commits: BTreeMap<MemberCode, BTreeSet<[u8; 32]>> = BTreeMap::new();
    let mut said: BTreeMap<PublicKey, Accepts> = BTreeMap::new();
    let known = held.log.iter().chain(held.pending.iter().map(|pending| &pending.entry));
    let known: Vec<_> =
        known.filter(|entry| entry.epoch == epoch && !entry.authenticator.is_empty()).collect();
    let mut differs = None;
    for acceptance in held.acceptances().into_iter().filter(|held| held.accepts.epoch == epoch) {
        let Some(seat) = seat(acceptance.agent) else { continue };
        let (member, accepts) = (seat.member(), acceptance.accepts);
        let of_member = commits.entry(member).or_default();
        of_member.insert(accepts.commit);
        let first = said.entry(acceptance.agent).or_insert_with(|| accepts.clone());
        if of_member.len() > 1 || *first != accepts {
            return Some(Alarm::Twice { member, epoch });
        }
        let same = known.iter().find(|entry| entry.commit == accepts.commit);
        if same.is_some_and(|entry| Accepts::of(entry, &era.seats) != accepts) {
            differs.get_or_insert(Alarm::Differs { member, epoch });
        }
    }
    let in_force = held.log.iter().find(|entry| entry.epoch == epoch);
    let enough: Vec<Accepts> = tally(held, era)
        .into_iter()
        .filter(|(accepts, voices)| is_enough(era, accepts, voices))
        .map(|(accepts, _)| accepts)
        .collect();
    let other = |accepts: &Accepts| in_force.is_some_and(|entry| entry.commit != accepts.commit);
    let forked = (enough.len() > 1 || enough.iter().any(other)).then_some(Alarm::Forked { epoch });
    differs.or(forked)
}
