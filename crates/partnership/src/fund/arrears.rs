//! How old what a member owes is: when its votes rest, where the article on suspension says so, and when it is in
//! default, where the article on contributions does.

use quorate_charter::{Charter, MemberCode, Period};

use super::{Fund, Item};
use crate::agenda::{Agenda, Task};
use crate::moment::Moment;

fn period(charter: &Charter) -> Option<Period> {
    charter.suspension()?.in_arrears()
}

/// Whose votes rested has them back from the next block on.
fn after(at: Moment) -> Moment {
    Moment(at.0.saturating_add(1))
}

impl Fund {
    /// Since when the oldest due of a member stands, if it is older than the article in force allows.
    pub(crate) fn in_arrears(&self, member: MemberCode, charter: &Charter, at: Moment) -> Option<Moment> {
        let period = period(charter)?;
        let since = self.owed.of(member).next()?.since;
        (since.plus(period) <= at).then_some(since)
    }

    /// A text came into force: what is owed is as old as it is, by the new article. Where it has none any more, votes
    /// that rested come back.
    pub(crate) fn watch_arrears(&self, charter: &Charter, agenda: &mut Agenda, at: Moment) {
        self.watch(charter, agenda);
        for member in self.owed.members() {
            agenda.add(after(at), Task::ArrearsEnd(member));
        }
    }

    /// Puts on the agenda when the oldest due of each member grows older than the articles in force allow.
    pub(super) fn watch(&self, charter: &Charter, agenda: &mut Agenda) {
        for member in self.owed.members() {
            if let (Some(period), Some(oldest)) = (period(charter), self.owed.of(member).next()) {
                agenda.add(oldest.since.plus(period), Task::Arrears(member));
            }
            let next = self.owed.of(member).find(|item| !item.defaulted);
            if let (Some(period), Some(next)) = (charter.contributions().default_after(), next) {
                agenda.add(next.since.plus(period), Task::Default(member));
            }
        }
    }

    /// Members paid: their votes come back, if they rested for what is paid now.
    pub(super) fn watch_paid(
        &self,
        paid: &[(MemberCode, Item)],
        charter: &Charter,
        agenda: &mut Agenda,
        at: Moment,
    ) {
        if period(charter).is_some() {
            for (member, _) in paid {
                agenda.add(after(at), Task::ArrearsEnd(*member));
            }
        }
    }
}
