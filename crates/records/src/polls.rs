//! The votes on decisions, as the events make them, counted by the partnership's own code.

use alloc::collections::BTreeMap;

use quorate_charter::{Charter, MemberCode, RuleName};
use quorate_partnership::decisions::{Event as E, Poll};
use quorate_partnership::{Booked, DecisionNo, Event};

/// The vote on each decision whose vote was opened, and before that by whom and under which rule it was tabled.
#[derive(Clone, Debug, Default)]
pub(crate) struct Polls {
    drafts: BTreeMap<DecisionNo, (MemberCode, RuleName)>,
    opened: BTreeMap<DecisionNo, Poll>,
}

impl Polls {
    /// Takes in an event, with the charter as it was before it.
    pub(crate) fn hear(&mut self, booked: &Booked, charter: &Charter) {
        let Event::Decisions(event) = &booked.event else { return };
        match event {
            E::Tabled { decision, mover, rule, .. } => {
                self.drafts.insert(*decision, (*mover, rule.clone()));
            }
            E::Amended { decision, rule, .. } => {
                if let Some(draft) = self.drafts.get_mut(decision) {
                    draft.1 = rule.clone();
                }
            }
            E::Opened { decision, participating, not_taking_part, closes, .. } => {
                let Some((mover, rule)) = self.drafts.remove(decision) else { return };
                let Some(rule) = charter.rule(&rule) else { return };
                let seats = (participating.as_slice(), not_taking_part.as_slice());
                if let Ok(poll) = Poll::open(charter, rule, mover, seats, booked.at, *closes) {
                    self.opened.insert(*decision, poll);
                }
            }
            E::Voted { decision, .. }
            | E::Objected { decision, .. }
            | E::ProxyGiven { decision, .. }
            | E::ProxyEnded { decision, .. }
            | E::Extended { decision, .. }
            | E::Converted { decision, .. }
            | E::Unconfirmed { decision, .. } => {
                if let Some(poll) = self.opened.get_mut(decision) {
                    poll.hear(event, booked.by.as_ref());
                }
            }
            E::Withdrawn { .. } | E::Closed { .. } | E::Lapsed { .. } | E::Executed { .. } => {}
        }
    }

    pub(crate) fn get(&self, decision: DecisionNo) -> Option<&Poll> {
        self.opened.get(&decision)
    }
}
