//! What time alone brings to decisions: votes close, and adopted decisions that nobody executes lapse.
//! Article: decisions.

use super::{Decisions, Event, Stage};
use crate::ids::DecisionNo;
use crate::partnership::Partnership;

/// The deadline of a vote: the votes are counted, and the outcome is final.
pub(crate) fn closes(partnership: &Partnership, decision: DecisionNo) -> Option<Event> {
    let Stage::Open(poll) = &partnership.decisions().get(decision).ok()?.stage else { return None };
    // The roll and the formula were checked when the vote was opened; what could not be counted is not adopted.
    let Ok(verdict) = poll.verdict() else { return Some(Event::Lapsed { decision }) };
    let executable_for = partnership.charter().decisions().executable_for();
    let executable_until = verdict.adopted().then(|| poll.closes().plus(executable_for));
    Some(Event::Closed { decision, verdict, counted: poll.counted(), executable_until })
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
