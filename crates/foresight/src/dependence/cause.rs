//! How a withholding comes to what fails by it.

use alloc::collections::{BTreeMap, VecDeque};
use alloc::vec::Vec;

use super::effect::Reading;
use super::graph::{Dependencies, Thing, Withheld};
use super::outage::Outage;

/// A thing, and the first day of one of its outages.
type Begin = (usize, u32);

/// By what each outage begins: another thing that it needs and what begins there, nothing where the thing itself is withheld.
#[derive(Debug, Default)]
pub(super) struct Causes(BTreeMap<Begin, Option<Begin>>);

impl Causes {
    /// From a thing whose outage begins on a day to what is withheld.
    pub(super) fn chain(&self, from: usize, day: u32) -> Vec<usize> {
        let mut chain = Vec::from([from]);
        let mut at = (from, day);
        while let Some(next) = self.0.get(&at).copied().flatten() {
            chain.push(next.0);
            at = next;
        }
        chain
    }
}

impl Dependencies {
    /// The causes of all outages, each the nearest to what is withheld.
    ///
    /// An outage begins when a stock is used up that was begun on an earlier day. On that day something that is needed went: what
    /// went before and came back is bridged by the stock, and of a group the last to go decides, as long as the others stay away.
    /// Followed from what is withheld outwards, so that things that rely on each other are never each other's only cause.
    pub(super) fn causes(&self, withheld: &Withheld, all: &[Outage], reading: Reading) -> Causes {
        let mut found = BTreeMap::new();
        let mut ahead = VecDeque::new();
        let mut caused: BTreeMap<Begin, Vec<Begin>> = BTreeMap::new();
        for (place, thing) in self.things.iter().enumerate() {
            let Some(outage) = all.get(place).filter(|outage| !outage.is_none()) else { continue };
            if self.is_read_as_withheld(place, thing, withheld, reading) {
                for (day, _) in outage.spans() {
                    found.insert((place, day), None);
                    ahead.push_back((place, day));
                }
                continue;
            }
            for (day, _) in outage.spans() {
                // The stock was begun so many days before.
                let Some(begun) = day.checked_sub(reading.lasts(thing.lasts)) else { continue };
                for by in away_on(thing, begun, all) {
                    caused.entry((by, begun)).or_default().push((place, day));
                }
            }
        }
        while let Some(by) = ahead.pop_front() {
            for of in caused.get(&by).into_iter().flatten() {
                if !found.contains_key(of) {
                    found.insert(*of, Some(by));
                    ahead.push_back(*of);
                }
            }
        }
        Causes(found)
    }
}

/// What may have gone on a day, of what a thing needs: a need, or one of a group of which then nothing is left. Of those only
/// what did go on that day has an outage that begins then.
fn away_on<'t>(thing: &'t Thing, day: u32, all: &'t [Outage]) -> impl Iterator<Item = usize> + 't {
    let is_away = move |place: &usize| all.get(*place).is_some_and(|outage| outage.covers(day));
    let groups = thing.one_of.iter().filter(move |group| group.iter().all(is_away));
    thing.needs.iter().chain(groups.flatten()).copied()
}
