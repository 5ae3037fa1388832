//! What the answers are made of, kept up to date event by event, so that nothing is searched when it is asked for.

use alloc::collections::BTreeMap;

use quorate_charter::{Charter, MemberCode};
use quorate_ledger::{Entry, Money, Side};
use quorate_partnership::{Booked, Day, Event, Moment, fund, members};

use super::days::Days;
use super::ladder::Liquidity;
use super::sums::{Sums, code, member};

/// What a member signed last.
#[derive(Clone, Copy, Debug)]
pub(super) struct Signed {
    pub(super) at: Moment,
    pub(super) paid_in: Money,
    pub(super) callable: Money,
    /// Whether the State left since.
    pub(super) ended: bool,
}

/// What each member signed, owes, paid and can be asked for.
#[derive(Clone, Debug)]
pub(crate) struct Obligations {
    pub(super) sums: Sums,
    pub(super) signed: BTreeMap<MemberCode, Signed>,
    /// What came from each member, less what went back to it.
    pub(super) paid: BTreeMap<MemberCode, i128>,
}

impl Obligations {
    pub(crate) fn new(charter: &Charter) -> Obligations {
        Obligations { sums: Sums::new(charter), signed: BTreeMap::new(), paid: BTreeMap::new() }
    }

    pub(crate) fn hear(&mut self, booked: &Booked) {
        let at = booked.fell_due.unwrap_or(booked.at);
        match &booked.event {
            Event::Fund(event) => {
                if let fund::Event::AgreementSigned { member, paid_in, callable, .. } = event {
                    let signed = Signed { at, paid_in: *paid_in, callable: *callable, ended: false };
                    self.signed.insert(*member, signed);
                }
                if let Some(posted) = self.sums.hear(event) {
                    self.note_paid(posted.entry());
                }
            }
            Event::Members(members::Event::Left { member }) => {
                if let Some(signed) = self.signed.get_mut(member) {
                    signed.ended = true;
                }
            }
            _ => {}
        }
    }

    /// What stands today; calls are asked of whoever this says that they bind.
    pub(crate) fn liquidity(
        &self,
        (days, invested): (&Days, BTreeMap<Day, i128>),
        called: impl Fn(&MemberCode) -> bool,
        today: Day,
    ) -> Liquidity {
        let signed = self.signed.iter().filter(|(member, signed)| !signed.ended && called(member));
        let left = signed.map(|(member, _)| (*member, self.sums.of(code::CALLABLE, *member)));
        let callable = left.filter(|(_, left)| *left > 0).collect();
        Liquidity::standing((&self.sums, days), invested, callable, today)
    }

    /// Every State that signed an agreement.
    pub(crate) fn signatories(&self) -> impl Iterator<Item = MemberCode> {
        self.signed.keys().copied()
    }

    fn note_paid(&mut self, entry: &Entry) {
        for (of, minor) in paid(entry) {
            let sum = self.paid.entry(of).or_default();
            *sum = sum.saturating_add(minor);
        }
    }
}

/// Money that came in, or went out with a minus, against what stood on accounts of members, in minor units.
pub(crate) fn paid(entry: &Entry) -> impl Iterator<Item = (MemberCode, i128)> {
    const OF_MEMBERS: [u16; 7] = [
        code::NOT_DUE,
        code::DUE,
        code::ARREARS,
        code::INTEREST,
        code::ADVANCED,
        code::PREPAID,
        code::SETTLEMENTS,
    ];
    // Money in another currency comes through the clearing account of it.
    let moves = entry.legs().iter().any(|leg| [code::CASH, code::CLEARING].contains(&leg.account().code()));
    let legs = entry.legs().iter().filter(move |leg| moves && OF_MEMBERS.contains(&leg.account().code()));
    legs.filter_map(|leg| {
        let minor = match leg.side() {
            Side::Debit => leg.minor().saturating_neg(),
            Side::Credit => leg.minor(),
        };
        Some((member(leg.account().of())?, minor))
    })
}
