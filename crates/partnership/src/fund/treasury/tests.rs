//! Losses, in the order in which they are borne, the reserve, what restores what was paid in, investments
//! and budgets.
#![allow(clippy::arithmetic_side_effects, clippy::inconsistent_digit_grouping, reason = "cents stand apart")]

mod budgets;
mod investments;
mod losses;
mod reserve;
mod restore;

use alloc::string::String;

use quorate_ledger::Money;

use super::{Borne, TreasuryEvent};
use crate::event::Event;
use crate::exercise::commands::{sign, usd};
use crate::exercise::{CHARTER, Exercise};
use crate::fund::chart::{account, book};

/// The founding charter with an article on the reserve, and a rule on calls to restore.
fn charter(share: &str) -> String {
    let reserve = ["\n[reserve]\narticle = 30\nof-income = \"", share, "\"\n"].concat();
    let calls = "decided-by = \"call\"\nrestore = { decided-by = \"call\" }";
    [&CHARTER.replace("decided-by = \"call\"", calls), reserve.as_str()].concat()
}

/// Under that charter, `GBR` has paid in this much.
fn funded(amount: &str, share: &str) -> Exercise {
    let mut x = Exercise::under(&charter(share));
    x.accept("GBR/root", sign(usd(amount), usd("1000.00")));
    x.received("GBR", usd(amount));
    x
}

impl Exercise {
    /// What is available, and what is short.
    fn promises(&self) -> [i128; 2] {
        let authority = book::authority(self.partnership.charter());
        [account::AVAILABLE, account::SHORT].map(|code| self.available(authority, code, ""))
    }

    fn reserve(&self) -> i128 {
        self.cash(account::RESERVE, "")
    }
}

/// What the events say of losses: by income, by the reserve, by what was paid in. What came back has a minus.
fn borne(events: &[Event]) -> [i128; 3] {
    let mut found = [0; 3];
    let mut add = |borne: &Borne, sign: i128| {
        let parts = [borne.income, borne.reserve, borne.paid_in].map(Money::minor);
        found.iter_mut().zip(parts).for_each(|(sum, part)| *sum += sign * part);
    };
    for event in events {
        match event {
            Event::Fund(crate::fund::Event::Treasury(TreasuryEvent::Lost { borne, .. })) => add(borne, 1),
            Event::Fund(crate::fund::Event::Treasury(TreasuryEvent::Regained { borne, .. })) => {
                add(borne, -1);
            }
            _ => {}
        }
    }
    found
}
