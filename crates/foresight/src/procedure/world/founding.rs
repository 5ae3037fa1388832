//! From a charter's text to a partnership whose fund has money.

use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};
use quorate_ledger::Money;
use quorate_partnership::DecisionNo;

use super::World;
use crate::rehearsal::{BEGINS, OFFICES, Plays as _, Rehearsal, acts, key};

impl World {
    /// Every member has a representative, a treasurer and a case officer, and the first has paid in what will be asked.
    pub(in super::super) fn founded(charter: &Charter, text: &str) -> Option<World> {
        let codes: Vec<MemberCode> = charter.members().map(|(member, _)| member).collect();
        // A thousand of the currency's smallest unit's hundreds: any amount that the books take.
        let amount = Money::new(100_000, charter.fund().currency()).ok()?;
        let mut world = World {
            rehearsal: Rehearsal::begin(charter, text, true)?,
            requested: BEGINS,
            decision: DecisionNo(0),
            closes: BEGINS,
            votes: Vec::new(),
            adopted: None,
            phase: 0,
            executed: false,
            attested: false,
            payment: None,
            released: false,
            line: None,
            paid: false,
            amount,
        };
        for member in &codes {
            for office in OFFICES {
                world.give(*member, acts::accredit(key(*member, office), office, (BEGINS, 300))).accepted?;
            }
        }
        // The heading of the story accredits.
        world.rehearsal.told_by_heading();
        if charter.entry_into_force().is_some() {
            for member in &codes {
                world.give(*member, acts::sign()).accepted?;
            }
            for member in &codes {
                world.give(*member, acts::ratify()).accepted?;
            }
        }
        world.fund(*codes.first()?, *codes.get(1)?)?;
        Some(world)
    }

    /// The first member signs and pays in; two treasurers book it.
    fn fund(&mut self, payer: MemberCode, other: MemberCode) -> Option<()> {
        let (amount, none) = (self.amount, Money::zero(self.amount.currency()));
        self.give(payer, acts::sign_fund(amount, none, Vec::new())).accepted?;
        let receipt = acts::enter_receipt(payer, amount, self.now().day(), "receipt 1")?;
        self.give(payer, receipt).accepted?;
        self.countersign_line(other).then_some(())
    }
}
