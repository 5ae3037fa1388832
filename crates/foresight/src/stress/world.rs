//! The partnership from which every run begins: founded by a stress file, or a rehearsal copy of a real one.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use quorate_charter::{Charter, Faults, MemberCode};
use quorate_ledger::{Currency, Money};
use quorate_partnership::{Partnership, PublicKey};
use quorate_records::{Kind, Liquidity, When};

use super::figures::Figures;
use super::founded::{found, misfits};
use super::outcome::Outcome;
use super::plan::Plan;
use super::run::Run;
use super::shock::{Calls, Shock};
use crate::rehearsal::{OFFICES, Rehearsal, founding, key};

/// A fund as it stands on day 0, ready to be put under stress.
#[derive(Debug)]
pub struct World {
    pub(super) plan: Plan,
    pub(super) base: Rehearsal,
    /// Who is bound on day 0, in the order of their codes.
    pub(super) members: Vec<MemberCode>,
    /// Whom a call binds.
    pub(super) called: BTreeSet<MemberCode>,
    /// What members signed and is to fall due: on which day, of whom, and how much.
    pub(super) ahead: Vec<(u32, MemberCode, i128)>,
    /// Who owed something on day 0 that was due already: until it pays, nobody counts on it.
    pub(super) behind: BTreeSet<MemberCode>,
    /// What was approved before day 0 and not paid.
    pub(super) approved: i128,
    /// What was used of the commitment authority before day 0.
    pub(super) consumed: i128,
    /// Keys cost more than most acts: each is made once.
    pub(super) keys: BTreeMap<MemberCode, [PublicKey; 3]>,
    on_record: bool,
}

impl World {
    /// Founds the partnership under a charter, whose text this is: everybody signs and pays in what the plan says.
    ///
    /// # Errors
    /// What of the plan does not fit the charter, each at its place in the file.
    pub fn founded(plan: Plan, charter: &Charter, text: &str) -> Result<World, Faults> {
        if let Some(faults) = Faults::from_list(misfits(&plan, charter, true)) {
            return Err(faults);
        }
        let base = found(&plan, charter, text).map_err(|why| founding::unfounded(&why))?;
        let members: Vec<MemberCode> = charter.members().map(|(member, _)| member).collect();
        let ahead = members.iter().filter_map(|member| Some((*member, plan.signed(*member)?)));
        let ahead = ahead.flat_map(|(member, signed)| {
            signed.instalments.iter().map(move |(day, amount)| (*day, member, amount.minor()))
        });
        let ahead = ahead.collect();
        Ok(World::begun(plan, base, members.iter().copied().collect(), ahead, false))
    }

    /// A rehearsal copy of a partnership as it stands: what members signed, paid and owe is what is on record, and the plan's
    /// own members and holdings are not used.
    ///
    /// # Errors
    /// What of the plan does not fit the charter in force, each at its place in the file.
    pub fn on_record(plan: Plan, partnership: &Partnership, liquidity: &Liquidity) -> Result<World, Faults> {
        if let Some(faults) = Faults::from_list(misfits(&plan, partnership.charter(), false)) {
            return Err(faults);
        }
        let base = Rehearsal::of(partnership.rehearse());
        let today = base.now().day();
        let later = liquidity.owed.iter().filter(|owed| owed.kind == Kind::Instalment);
        let later = later.filter_map(|owed| match owed.when {
            When::On(day) => Some((day.0.saturating_sub(today.0), owed.member, owed.minor)),
            When::Now | When::Unknown => None,
        });
        let called = liquidity.callable.keys().copied().collect();
        let ahead = later.collect();
        Ok(World::begun(plan, base, called, ahead, true))
    }

    fn begun(
        plan: Plan,
        base: Rehearsal,
        called: BTreeSet<MemberCode>,
        ahead: Vec<(u32, MemberCode, i128)>,
        on_record: bool,
    ) -> World {
        let partnership = base.partnership();
        let standing = partnership.members();
        let members = partnership.charter().members().map(|(member, _)| member);
        let members: Vec<MemberCode> = members.filter(|member| standing.is_bound(*member)).collect();
        let keys = members.iter().map(|member| (*member, OFFICES.map(|office| key(*member, office))));
        let keys = keys.collect();
        let figures = figures(&base);
        let (approved, consumed) = (figures.liquidity().approved, figures.consumed());
        let behind = members.iter().copied().filter(|member| figures.owes(*member).0 > 0).collect();
        World { plan, members, called, ahead, behind, approved, consumed, keys, on_record, base }
    }

    /// What is assumed and asked.
    #[must_use]
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// Who is bound on day 0.
    #[must_use]
    pub fn members(&self) -> &[MemberCode] {
        &self.members
    }

    /// Whether it is a copy of what is on record.
    #[must_use]
    pub fn is_on_record(&self) -> bool {
        self.on_record
    }

    /// The fund's currency.
    #[must_use]
    pub fn currency(&self) -> Currency {
        self.base.partnership().charter().fund().currency()
    }

    /// The charter.
    #[must_use]
    pub fn charter(&self) -> &Charter {
        self.base.partnership().charter()
    }

    /// An amount of the fund's currency; none if it is beyond what can be written.
    #[must_use]
    pub fn money(&self, minor: i128) -> Option<Money> {
        Money::new(minor, self.currency()).ok()
    }

    /// What is held of other currencies on day 0, and what each had cost in the fund's.
    #[must_use]
    pub fn abroad(&self) -> Vec<(Money, Money)> {
        figures(&self.base).abroad()
    }

    /// What was approved before day 0 and is not paid, in the smallest units of the fund's currency.
    #[must_use]
    pub fn approved(&self) -> i128 {
        self.approved
    }

    /// Runs it under a shock: the same for the same shock, on any machine.
    #[must_use]
    pub fn run(&self, shock: &Shock, calls: Calls) -> Outcome {
        Run::begin(self, shock, calls).through()
    }

    /// How long credentials hold, in days.
    pub(super) fn term_days(&self) -> u64 {
        founding::term_days(self.charter())
    }
}

pub(super) fn figures(rehearsal: &Rehearsal) -> Figures<'_> {
    let partnership = rehearsal.partnership();
    Figures {
        books: partnership.fund().books(),
        charter: partnership.charter(),
        today: rehearsal.now().day(),
    }
}
