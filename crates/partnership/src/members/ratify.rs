//! Ratify: a signatory consents to be bound; enough of them bring the charter into force. Article: entry into force.

use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Means, Office, Offices};

use super::instrument::consents;
use super::standing::Needs;
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Ratifies the charter: from its entry into force on it binds the State (VCLT, Article 14).
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Ratify {}

impl Provision for Ratify {
    fn name(&self) -> &'static str {
        "member ratify"
    }

    fn offices(&self) -> Offices {
        &[Office::Root]
    }

    fn needs(&self) -> Needs {
        Needs::Place
    }

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        _now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        // M10, M38, M12, M36 and M39: consent by this means.
        let events = consents(partnership, act.post().member, Means::Ratification)?;
        Ok(events.into_iter().map(AnyEvent::from).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exercise::commands::{indicate, open, request, table, usd, vote};
    use crate::exercise::standing::{ratify, sign_charter};
    use crate::exercise::{Exercise, MEMBERS};

    /// These sign and ratify, in this order; what the last ratification brought.
    fn ratified(x: &mut Exercise, members: &[&str]) -> Vec<AnyEvent> {
        let mut last = Vec::new();
        for member in members {
            let root = [*member, "/root"].concat();
            x.accept(&root, sign_charter(false));
            last = x.accept(&root, ratify());
        }
        last
    }

    #[test]
    fn no_single_signatory_can_hold_the_entry_into_force_up() {
        for holdout in MEMBERS {
            let others: Vec<&str> = MEMBERS.into_iter().filter(|member| *member != holdout).collect();
            let mut x = Exercise::before_entry();
            // Two of four are not enough, whoever they are; one alone imposes nothing.
            let last = ratified(&mut x, &others[..2]);
            assert_eq!(last.len(), 1);
            assert!(!x.partnership.members().is_bound(others[0].parse().unwrap()));
            // Three are, and as many as must take part in a decision.
            assert_eq!(ratified(&mut x, &others[2..]).len(), 2, "{holdout}");
            for member in &others {
                assert!(x.partnership.members().has_voice(member.parse().unwrap()));
            }
            x.refuse(&[holdout, "/representative"].concat(), indicate(holdout, None), "M8");
        }
    }

    #[test]
    fn who_ratifies_later_is_bound_from_then_on() {
        let mut x = Exercise::before_entry();
        ratified(&mut x, &["CAN", "DEU", "FRA"]);
        assert_eq!(ratified(&mut x, &["GBR"]).len(), 1);
        assert!(x.partnership.members().has_voice("GBR".parse().unwrap()));
    }

    #[test]
    fn m12_after_the_signature_and_once() {
        let mut x = Exercise::before_entry();
        x.refuse("CAN/root", ratify(), "M12");
        ratified(&mut x, &["CAN"]);
        x.refuse("CAN/root", ratify(), "M12");
        Exercise::begin().refuse("CAN/root", ratify(), "M10");
    }

    #[test]
    fn those_who_apply_it_provisionally_decide_and_the_others_have_no_seat() {
        let mut x = Exercise::before_entry();
        for member in ["DEU", "FRA", "GBR"] {
            x.accept(&[member, "/root"].concat(), sign_charter(true));
        }
        x.accept("DEU/representative", request(&[usd("1.00")]));
        x.refuse("CAN/representative", request(&[usd("1.00")]), "M8");
        let assist = crate::exercise::commands::assist(1);
        x.accept("FRA/representative", table(assist));
        // D4: with the member that asks left out, two would take part.
        x.refuse("FRA/representative", open(1), "D4");
        x.accept("CAN/root", sign_charter(true));
        let opened = x.accept("FRA/representative", open(1));
        assert!(
            matches!(&opened[0], AnyEvent::Decisions(crate::decisions::Event::Opened { participating, .. })
            if participating.len() == 3)
        );
        x.accept("CAN/representative", vote(1, crate::decisions::Choice::InFavour));
    }
}
