//! The votes on decisions, as the events make them, counted by the partnership's own code.

use alloc::collections::BTreeMap;

use quorate_charter::{Charter, MemberCode, Rule};
use quorate_partnership::decisions::{Effect, Event as E, Poll};
use quorate_partnership::{Booked, DecisionNo, Event};

/// The vote on each decision whose vote was opened, and before that by whom it was tabled and what it would do.
#[derive(Clone, Debug, Default)]
pub(crate) struct Polls {
    drafts: BTreeMap<DecisionNo, (MemberCode, Effect)>,
    opened: BTreeMap<DecisionNo, (Poll, Rule)>,
}

impl Polls {
    /// Takes in an event, with the charter as it was before it.
    pub(crate) fn hear(&mut self, booked: &Booked, charter: &Charter) {
        let Event::Decisions(event) = &booked.event else { return };
        match event {
            E::Tabled { decision, mover, effect, .. } => {
                self.drafts.insert(*decision, (*mover, effect.clone()));
            }
            E::Amended { decision, effect, .. } => {
                if let Some(draft) = self.drafts.get_mut(decision) {
                    draft.1 = effect.clone();
                }
            }
            E::Opened { decision, participating, not_taking_part, closes, .. } => {
                let Some((mover, effect)) = self.drafts.remove(decision) else { return };
                // A text that came into force since the tabling may decide it by another rule.
                let Ok(rule) = effect.rule(charter) else { return };
                let seats = (participating.as_slice(), not_taking_part.as_slice());
                if let Ok(poll) = Poll::open(charter, rule, mover, seats, booked.at, *closes) {
                    self.opened.insert(*decision, (poll, rule.clone()));
                }
            }
            E::Voted { decision, .. }
            | E::Objected { decision, .. }
            | E::ProxyGiven { decision, .. }
            | E::ProxyEnded { decision, .. }
            | E::Extended { decision, .. }
            | E::Converted { decision, .. }
            | E::Unconfirmed { decision, .. } => {
                if let Some((poll, _)) = self.opened.get_mut(decision) {
                    poll.hear(event, booked.by.as_ref());
                }
            }
            E::Withdrawn { .. } | E::Closed { .. } | E::Lapsed { .. } | E::Executed { .. } => {}
        }
    }

    pub(crate) fn get(&self, decision: DecisionNo) -> Option<&Poll> {
        self.opened.get(&decision).map(|(poll, _)| poll)
    }

    /// The rule as it stood at the opening.
    pub(crate) fn rule(&self, decision: DecisionNo) -> Option<&Rule> {
        self.opened.get(&decision).map(|(_, rule)| rule)
    }
}

#[cfg(test)]
mod tests {
    use quorate_partnership::decisions::Effect;
    use quorate_partnership::{CaseNo, EffectHash, Moment};

    use super::*;

    const FOUNDING: &str = include_str!("../../../charters/partnership.toml");

    fn booked(event: E) -> Booked {
        Booked { height: 1, at: Moment(1), fell_due: None, by: None, event: event.into() }
    }

    #[test]
    fn a_vote_goes_by_the_rule_at_its_opening_and_not_at_the_tabling_before_or_after() {
        // A later text has another rule for help; the one that was is still there.
        let other = "[rule.other]\nadopted = \"members >= 75% of participating\"\nnot-taking-part = [\"beneficiary\"]\n\
                     procedure = { kind = \"vote\", open = \"72h\" }\n\n[contributions]";
        let later = FOUNDING.replace("decided-by = \"assistance\"", "decided-by = \"other\"");
        let later = later.replace("[contributions]", other);
        let [founding, later] = [FOUNDING, later.as_str()].map(|text| Charter::read(text).unwrap());
        let (decision, case) = (DecisionNo(1), CaseNo(1));
        let [mover, beneficiary, second, third] =
            ["DEU", "CAN", "FRA", "GBR"].map(|code| code.parse().unwrap());
        let effect = Effect::Assist { case };
        let tabled = E::Tabled {
            decision,
            mover,
            title: "help".parse().unwrap(),
            rule: founding.cases().rule().name().clone(),
            effect,
            bound: EffectHash([0; 32]),
        };
        let opened = E::Opened {
            decision,
            participating: [mover, second, third].into(),
            not_taking_part: [beneficiary].into(),
            closes: Moment(2),
            version: 1,
        };
        let mut polls = Polls::default();
        polls.hear(&booked(tabled), &founding);
        polls.hear(&booked(opened), &later);
        assert_eq!(polls.get(decision).unwrap().formula(), later.cases().rule().formula());
        assert_eq!(polls.rule(decision).unwrap().name(), later.cases().rule().name());
    }
}
