//! End provisional application: a signatory stops applying the charter that does not bind it. Article: entry into force.

use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::instrument::ends_provisional;
use super::standing::{Needs, Refusal};
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Ends the provisional application of one's own member (VCLT, Article 25(2)). What it signed for stays.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct EndProvisional {}

impl Provision for EndProvisional {
    fn name(&self) -> &'static str {
        "member end-provisional"
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
        now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let member = act.post().member;
        let members = partnership.members();
        let bond = members.standings.of.get(&member);
        // M13: what is ended is applied, and only provisionally.
        match bond {
            Some(bond) if bond.provisional && !(members.standings.in_force && bond.ratified) => {
                let events = ends_provisional(partnership, member, now)?;
                Ok(events.into_iter().map(AnyEvent::from).collect())
            }
            _ => Err(Refusal::NotApplied(member).into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::exercise::commands::table;
    use crate::exercise::standing::{
        accept, amend, end_provisional, ratification, ratify, sign_charter, withdraw,
    };
    use crate::exercise::{CHARTER, Exercise, MEMBERS};
    use crate::members::Event;

    #[test]
    fn m13_what_is_ended_is_applied_and_only_provisionally() {
        let mut x = Exercise::before_entry();
        x.refuse("CAN/root", end_provisional(), "M13");
        x.accept("CAN/root", sign_charter(true));
        x.accept("CAN/root", end_provisional());
        x.refuse("CAN/root", end_provisional(), "M13");
        for member in ["DEU", "FRA", "GBR"] {
            let root = [member, "/root"].concat();
            x.accept(&root, sign_charter(true));
            x.accept(&root, ratify());
        }
        // Now it is in force for them, and they are bound.
        x.refuse("DEU/root", end_provisional(), "M13");
    }

    #[test]
    fn m23_those_who_apply_it_provisionally_change_no_text_that_others_are_still_to_ratify() {
        let mut x = Exercise::before_entry();
        for member in MEMBERS {
            x.accept(&[member, "/root"].concat(), sign_charter(true));
        }
        for text in [CHARTER, &ratification()] {
            x.refuse("DEU/representative", table(amend(1, text)), "M23");
        }
        for member in MEMBERS {
            x.accept(&[member, "/root"].concat(), ratify());
        }
        x.accept("DEU/representative", table(amend(1, CHARTER)));
    }

    #[test]
    fn who_ends_it_or_leaves_holds_no_text_up() {
        // `GBR` and `CAN` apply it provisionally, three have ratified, and `GBR` alone does not accept the text.
        for leaves in [end_provisional(), withdraw()] {
            let mut x = Exercise::before_entry();
            for member in MEMBERS {
                x.accept(&[member, "/root"].concat(), sign_charter(true));
            }
            for member in ["CAN", "DEU", "FRA"] {
                x.accept(&[member, "/root"].concat(), ratify());
            }
            let two = ratification().replace("least-participating = 3", "least-participating = 2");
            let all = two.replace(BY_CLAUSE, "members >= 100% of participating");
            x.carried(amend(1, &all));
            for member in MEMBERS {
                x.accept(&[member, "/root"].concat(), accept(2));
            }
            x.carried(amend(2, &two));
            for member in ["CAN", "DEU", "FRA"] {
                assert_eq!(x.accept(&[member, "/root"].concat(), accept(3)).len(), 1);
            }
            let mut events = x.accept("GBR/root", leaves);
            events.extend(x.wait("365d").pass());
            assert!(events.contains(&Event::AmendmentInForce { version: 3 }.into()), "{events:?}");
        }
    }

    #[test]
    fn who_leaves_does_not_hold_the_entry_into_force_up() {
        let mut x = Exercise::under(&ratification().replace(BY_CLAUSE, "members >= 100% of participating"));
        x.accept("GBR/root", sign_charter(true));
        x.accept("GBR/root", withdraw());
        for member in ["CAN", "DEU", "FRA"] {
            let root = [member, "/root"].concat();
            x.accept(&root, sign_charter(false));
            assert_eq!(x.accept(&root, ratify()).len(), 1);
        }
        let events = x.wait("365d").pass();
        assert!(events.contains(&Event::EnteredIntoForce.into()), "{events:?}");
    }

    const BY_CLAUSE: &str =
        "members >= 55% of participating and population >= 65% of participating, or not in favour <= 1";
}
