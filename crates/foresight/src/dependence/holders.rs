//! On whom members rely, who shares a supplier with whom, and what it would take not to.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use quorate_charter::MemberCode;
use quorate_ledger::{Currency, Money};

use super::days::Days;
use super::graph::{Dependencies, Thing};

/// Somebody who can withhold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Holder {
    /// A State.
    State(MemberCode),
    /// A supplier: a place in [`Dependencies::suppliers`].
    Supplier(usize),
}

/// What relies on one holder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relied {
    /// Who holds it.
    pub holder: Holder,
    /// The capabilities that rely on it in any way, its own left out: their places.
    pub capabilities: Vec<usize>,
    /// Whose they are.
    pub members: BTreeSet<MemberCode>,
    /// What it holds of that.
    pub burden: Burden,
}

/// What it takes to have things otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Burden {
    /// The things: their places.
    pub things: Vec<usize>,
    /// When the last of them can be had otherwise, if all are begun at once.
    pub days: Days,
    /// What is known to be paid for it, by currency.
    pub costs: BTreeMap<Currency, Money>,
    /// Of how many of them no cost is known.
    pub without_cost: usize,
}

impl Dependencies {
    /// Everybody who can withhold something on which a capability of another relies, in order: States first.
    #[must_use]
    pub fn relied_on(&self) -> Vec<Relied> {
        let mut of: BTreeMap<Holder, (BTreeSet<usize>, BTreeSet<usize>)> = BTreeMap::new();
        for capability in self.capabilities() {
            let own = self.things.get(capability).and_then(|thing| thing.member).map(Holder::State);
            for place in self.below(capability) {
                for holder in self.things.get(place).into_iter().flat_map(|thing| self.all_holders(thing)) {
                    if Some(holder) != own {
                        let (capabilities, things) = of.entry(holder).or_default();
                        capabilities.insert(capability);
                        things.insert(place);
                    }
                }
            }
        }
        let relied = |(holder, (capabilities, things)): (Holder, (BTreeSet<usize>, BTreeSet<usize>))| {
            let members = capabilities.iter().filter_map(|place| self.things.get(*place)?.member).collect();
            let capabilities = capabilities.into_iter().collect();
            Relied { holder, capabilities, members, burden: self.burden(things) }
        };
        of.into_iter().map(relied).collect()
    }

    fn all_holders(&self, thing: &Thing) -> impl Iterator<Item = Holder> {
        self.holders(thing).map(Holder::State).chain(thing.supplier.map(Holder::Supplier))
    }

    /// A thing and all on which it relies.
    fn below(&self, from: usize) -> BTreeSet<usize> {
        let (mut seen, mut ahead) = (BTreeSet::new(), Vec::from([from]));
        while let Some(place) = ahead.pop() {
            if seen.insert(place) {
                ahead.extend(self.things.get(place).into_iter().flat_map(Thing::relies_on));
            }
        }
        seen
    }

    fn burden(&self, places: BTreeSet<usize>) -> Burden {
        let (mut days, mut costs, mut without_cost) = (Days::Known(0), BTreeMap::new(), 0_usize);
        for thing in places.iter().filter_map(|place| self.things.get(*place)) {
            days = later(days, thing.replaced_in);
            match thing.cost {
                None => without_cost = without_cost.saturating_add(1),
                Some(cost) => {
                    let sum = costs.entry(cost.currency()).or_insert(Money::zero(cost.currency()));
                    // What is over the largest sum of the books stays at what was counted.
                    *sum = sum.checked_add(cost).unwrap_or(*sum);
                }
            }
        }
        Burden { things: places.into_iter().collect(), days, costs, without_cost }
    }
}

/// The later of two: never, if one is never; and not public, if one is that and might be later.
fn later(one: Days, two: Days) -> Days {
    match (one, two) {
        (Days::Endless, _) | (_, Days::Endless) => Days::Endless,
        (Days::NotPublic, _) | (_, Days::NotPublic) => Days::NotPublic,
        (Days::Known(one), Days::Known(two)) => Days::Known(one.max(two)),
    }
}
