//! What time alone brings to decisions: votes close, silence adopts, and adopted decisions that nobody executes lapse.
//! Article: decisions.

use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::Procedure;

use super::poll::{Phase, Poll};
use super::{Decisions, Event, Stage};
use crate::ids::DecisionNo;
use crate::moment::Moment;
use crate::partnership::Partnership;

/// The deadline of a vote: the votes are counted and the outcome is final, unless silence did not adopt or votes are
/// still to be confirmed.
pub(crate) fn closes(partnership: &Partnership, decision: DecisionNo) -> Vec<Event> {
    let Ok(Stage::Open(poll)) = partnership.decisions().get(decision).map(|decision| &decision.stage) else {
        return Vec::new();
    };
    let now = partnership.moment();
    // D26: the silence of a member that is bound no more, and could not object, adopts nothing.
    let all_could_object = || poll.silent().iter().all(|member| partnership.members().is_bound(*member));
    if let Some(silence) = poll.silence().filter(|_| !(poll.adopts() && all_could_object())) {
        // D26: what silence does not adopt is voted on; an objection never rejects.
        return vec![Event::Converted { decision, closes: now.plus(silence.vote_within()) }];
    }
    let within = poll.procedure().and_then(Procedure::confirm_within);
    if let (Phase::Vote, true, Some(within)) = (poll.phase(), poll.hangs_on_confirmation(), within) {
        // D25: the closing waits once, and for a bounded time.
        let members = poll.unconfirmed();
        return vec![Event::Unconfirmed { decision, members, until: now.plus(within) }];
    }
    vec![closed(poll, decision, poll.closes())]
}

/// The end of a vote at this moment.
pub(super) fn closed(poll: &Poll, decision: DecisionNo, at: Moment) -> Event {
    // The roll and the formula were checked when the vote was opened; what could not be counted is not adopted.
    let Ok(verdict) = poll.verdict() else { return Event::Lapsed { decision } };
    let executable_until = verdict.adopted().then(|| at.plus(poll.executable_for));
    let silent = poll.silence().map(|_| poll.silent());
    Event::Closed { decision, verdict, counted: poll.counted(), executable_until, silent }
}

/// What a change among the votes brings with it: enough objections turn silence into a vote, a late change of the
/// outcome moves the deadline, and the last confirmation ends the wait for them.
pub(super) fn follows(before: &Poll, after: &Poll, decision: DecisionNo, now: Moment) -> Option<Event> {
    if let Some(silence) = after.silence()
        && after.objections() >= usize::try_from(silence.objections()).unwrap_or(usize::MAX)
    {
        // D26: so many objections turn it into a vote at once, which closes no earlier than silence would have
        // adopted: or whoever objects could choose the hours in which all others have to be awake.
        let closes = now.plus(silence.vote_within()).max(after.closes());
        return Some(Event::Converted { decision, closes });
    }
    if after.phase() == Phase::Confirmation {
        return after.unconfirmed().is_empty().then(|| closed(after, decision, now));
    }
    // D24: a late change of the outcome moves the deadline.
    after.moved_by(before, now).map(|closes| Event::Extended { decision, closes })
}

/// The end of an adopted decision's time: it can no longer be executed.
pub(crate) fn lapses(decisions: &Decisions, decision: DecisionNo) -> Option<Event> {
    match decisions.get(decision).ok()?.stage {
        Stage::Adopted { .. } => Some(Event::Lapsed { decision }),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
