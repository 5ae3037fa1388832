//! End provisional application: a signatory stops applying the charter that does not bind it. Article: entry into force.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::Event;
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
        _now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let member = act.post().member;
        let members = partnership.members();
        let bond = members.standings.of.get(&member);
        // M13: what is ended is applied, and only provisionally.
        match bond {
            Some(bond) if bond.provisional && !(members.standings.in_force && bond.ratified) => {
                Ok(vec![Event::ProvisionalEnded { member }.into()])
            }
            _ => Err(Refusal::NotApplied(member).into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::exercise::Exercise;
    use crate::exercise::standing::{end_provisional, ratify, sign_charter};

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
}
