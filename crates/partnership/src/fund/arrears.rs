//! How old what a member owes is: money pays the oldest due first. Article: suspension, where it says so.

use alloc::collections::{BTreeMap, VecDeque};

use minicbor::{Decode, Encode};
use quorate_charter::{Charter, MemberCode, Period};
use quorate_ledger::{Entry, Side};

use super::Fund;
use super::chart::{account, book};
use crate::agenda::{Agenda, Task};
use crate::moment::Moment;

/// What each member owes, the oldest first: since when, and how much.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub(super) struct Arrears {
    #[cbor(n(0), with = "super::wire::owed")]
    owed: BTreeMap<MemberCode, VecDeque<(Moment, i128)>>,
}

impl Arrears {
    /// Takes note of what an entry makes due, and of what it pays.
    pub(super) fn note(&mut self, entry: &Entry, charter: &Charter, agenda: &mut Agenda, at: Moment) {
        if entry.book() != book::cash(charter) {
            return;
        }
        for leg in entry.legs().iter().filter(|leg| leg.account().code() == account::DUE) {
            let Ok(member) = leg.account().of().parse::<MemberCode>() else { continue };
            let owed = self.owed.entry(member).or_default();
            match leg.side() {
                Side::Debit => owed.push_back((at, leg.minor())),
                Side::Credit => {
                    pay(owed, leg.minor());
                    if period(charter).is_some() {
                        agenda.add(after(at), Task::ArrearsEnd(member));
                    }
                }
            }
        }
        self.watch(charter, agenda);
    }

    /// Puts on the agenda when the oldest due of each member grows older than the article in force allows.
    fn watch(&self, charter: &Charter, agenda: &mut Agenda) {
        let Some(period) = period(charter) else { return };
        for (member, owed) in &self.owed {
            if let Some((since, _)) = owed.front() {
                agenda.add(since.plus(period), Task::Arrears(*member));
            }
        }
    }
}

fn period(charter: &Charter) -> Option<Period> {
    charter.suspension()?.in_arrears()
}

/// Whose votes rested has them back from the next block on.
fn after(at: Moment) -> Moment {
    Moment(at.0.saturating_add(1))
}

fn pay(owed: &mut VecDeque<(Moment, i128)>, mut amount: i128) {
    while let Some((_, oldest)) = owed.front_mut() {
        if *oldest > amount {
            *oldest = oldest.saturating_sub(amount);
            return;
        }
        amount = amount.saturating_sub(*oldest);
        owed.pop_front();
    }
}

impl Fund {
    /// Since when the oldest due of a member stands, if it is older than the article in force allows.
    pub(crate) fn in_arrears(&self, member: MemberCode, charter: &Charter, at: Moment) -> Option<Moment> {
        let period = period(charter)?;
        let (since, _) = self.arrears.owed.get(&member)?.front()?;
        (since.plus(period) <= at).then_some(*since)
    }

    /// A text came into force: what is owed is as old as it is, by the new article. Where it has none any more, votes
    /// that rested come back.
    pub(crate) fn watch_arrears(&self, charter: &Charter, agenda: &mut Agenda, at: Moment) {
        self.arrears.watch(charter, agenda);
        for member in self.arrears.owed.keys() {
            agenda.add(after(at), Task::ArrearsEnd(*member));
        }
    }
}
