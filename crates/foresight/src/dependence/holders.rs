//! On whom members rely, who shares a supplier with whom, and what it would take not to.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use quorate_charter::MemberCode;
use quorate_ledger::{Currency, Money};
use quorate_partnership::capabilities::Days;

use super::graph::{Dependencies, Thing};
use super::places::Places;

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
    /// The currencies of which more is to be paid than the books can sum: not among the costs.
    pub too_large: BTreeSet<Currency>,
    /// Of how many of them no cost is known.
    pub without_cost: usize,
}

impl Dependencies {
    /// Everybody who can withhold something on which a capability of another relies, in order: States first.
    #[must_use]
    pub fn relied_on(&self) -> Vec<Relied> {
        self.relied_on_by(None)
    }

    /// The suppliers on which several members rely; those alone of which a capability of this member relies on something.
    #[must_use]
    pub fn shared_suppliers(&self, only: Option<MemberCode>) -> Vec<Relied> {
        let is_shared = |one: &Relied| matches!(one.holder, Holder::Supplier(_)) && one.members.len() > 1;
        let is_of = |one: &Relied| only.is_none_or(|member| one.members.contains(&member));
        self.relied_on().into_iter().filter(is_shared).filter(is_of).collect()
    }

    /// The same of the capabilities of one member alone: what it holds of that, and not of what others rely on.
    #[must_use]
    pub fn relied_on_by(&self, only: Option<MemberCode>) -> Vec<Relied> {
        let of = |place: &usize| self.things.get(*place).and_then(|thing| thing.member);
        let is_of = |place: &usize| only.is_none() || of(place) == only;
        let capabilities: Vec<usize> = self.capabilities().filter(is_of).collect();
        let relying = self.relying(&capabilities);
        let mut own: BTreeMap<Holder, Places> = BTreeMap::new();
        for (number, capability) in capabilities.iter().enumerate() {
            if let Some(member) = self.things.get(*capability).and_then(|thing| thing.member) {
                own.entry(Holder::State(member)).or_default().add(number);
            }
        }
        let mut of: BTreeMap<Holder, (Places, BTreeSet<usize>)> = BTreeMap::new();
        for (place, (thing, relying)) in self.things.iter().zip(&relying).enumerate() {
            for holder in self.all_holders(thing) {
                let mut others = relying.clone();
                if let Some(own) = own.get(&holder) {
                    others.remove_all(own);
                }
                if !others.is_empty() {
                    let (capabilities, things) = of.entry(holder).or_default();
                    capabilities.add_all(&others);
                    things.insert(place);
                }
            }
        }
        let relied = |(holder, (relying, things)): (Holder, (Places, BTreeSet<usize>))| {
            let capabilities: Vec<usize> =
                relying.iter().filter_map(|number| capabilities.get(number).copied()).collect();
            let members = capabilities.iter().filter_map(|place| self.things.get(*place)?.member).collect();
            Relied { holder, capabilities, members, burden: self.burden(things) }
        };
        of.into_iter().map(relied).collect()
    }

    /// The capabilities that rely on each thing, and it itself if it is one, by their numbers: carried down from what relies to
    /// that on which it relies, once over all.
    fn relying(&self, capabilities: &[usize]) -> Vec<Places> {
        let mut all: Vec<Places> = Vec::new();
        all.resize(self.things.len(), Places::default());
        for (number, place) in capabilities.iter().enumerate() {
            if let Some(own) = all.get_mut(*place) {
                own.add(number);
            }
        }
        for group in self.in_order().iter().rev() {
            // Who relies on one of a group relies on all of it.
            let mut whole = Places::default();
            group.iter().filter_map(|place| all.get(*place)).for_each(|one| whole.add_all(one));
            let below = group.iter().filter_map(|place| self.things.get(*place)).flat_map(Thing::relies_on);
            for place in group.iter().copied().chain(below) {
                if let Some(relying) = all.get_mut(place) {
                    relying.add_all(&whole);
                }
            }
        }
        all
    }

    fn all_holders(&self, thing: &Thing) -> impl Iterator<Item = Holder> {
        self.holders(thing).map(Holder::State).chain(thing.supplier.map(Holder::Supplier))
    }

    fn burden(&self, places: BTreeSet<usize>) -> Burden {
        let (mut days, mut without_cost) = (Days::Known(0), 0_usize);
        let mut sums: BTreeMap<Currency, Option<Money>> = BTreeMap::new();
        for thing in places.iter().filter_map(|place| self.things.get(*place)) {
            days = later(days, thing.replaced_in);
            match thing.cost {
                None => without_cost = without_cost.saturating_add(1),
                Some(cost) => {
                    let sum = sums.entry(cost.currency()).or_insert(Some(Money::zero(cost.currency())));
                    *sum = sum.and_then(|sum| sum.checked_add(cost).ok());
                }
            }
        }
        let too_large = sums.iter().filter(|(_, sum)| sum.is_none()).map(|(currency, _)| *currency).collect();
        let costs = sums.into_iter().filter_map(|(currency, sum)| Some((currency, sum?))).collect();
        Burden { things: places.into_iter().collect(), days, costs, too_large, without_cost }
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
