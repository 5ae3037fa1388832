//! Why no two opposed groups can both adopt, whatever the weights: the quotas of each two ways to adopt exceed the whole.
//!
//! A way to adopt is a list of conditions that are met together. If two disjoint groups adopted, each against the other,
//! each by some way, then in a measure of which both ways ask a share the two shares would add up to no more than the
//! whole, since whoever is in one group votes against in the other's vote and counts in every base.

use alloc::vec::Vec;

use quorate_voting::{Formula, Measure, Parts, Ratio};

/// One condition as a quota: the measure, and the share as a fraction, strict or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Quota {
    measure: Measure,
    numerator: u64,
    denominator: u64,
    strict: bool,
}

/// More ways than any article joins.
const MOST_WAYS: usize = 32;

/// Whether this alone shows that no two opposed groups both adopt, among so many that take part.
pub(super) fn exclude(formula: &Formula, taking_part: usize) -> bool {
    let Some(ways) = u64::try_from(taking_part).ok().and_then(|seats| ways(formula, seats)) else {
        return false;
    };
    ways.iter().all(|one| ways.iter().all(|other| exceed(one, other)))
}

fn exceed(one: &[Quota], other: &[Quota]) -> bool {
    one.iter().any(|a| other.iter().any(|b| a.measure == b.measure && more_than_all(*a, *b)))
}

/// Whether two quotas of one measure are more than the whole.
fn more_than_all(a: Quota, b: Quota) -> bool {
    let product = |x: u64, y: u64| u128::from(x).saturating_mul(u128::from(y));
    let sum = product(a.numerator, b.denominator).saturating_add(product(b.numerator, a.denominator));
    let whole = product(a.denominator, b.denominator);
    sum > whole || sum == whole && (a.strict || b.strict)
}

/// The ways to adopt; `None` where they are too many. The clause is a count of those in favour.
fn ways(formula: &Formula, seats: u64) -> Option<Vec<Vec<Quota>>> {
    match formula.parts() {
        Parts::Share { measure, ratio, strictness, .. } => {
            Some(one(quota(measure, ratio, strictness.is_strict())))
        }
        Parts::Clause { at_most } => {
            let numerator = seats.saturating_sub(u64::from(at_most));
            Some(one(Quota {
                measure: Measure::MEMBERS,
                numerator,
                denominator: seats.max(1),
                strict: false,
            }))
        }
        Parts::Any(parts) => {
            let each = parts.iter().map(|part| ways(part, seats)).collect::<Option<Vec<_>>>()?;
            Some(each.into_iter().flatten().collect()).filter(|all: &Vec<_>| all.len() <= MOST_WAYS)
        }
        Parts::All(parts) => parts.iter().try_fold(Vec::from([Vec::new()]), |so_far, part| {
            let more = ways(part, seats)?;
            let joined = so_far
                .iter()
                .flat_map(|way: &Vec<Quota>| more.iter().map(|other| [way.as_slice(), other].concat()));
            Some(joined.collect::<Vec<_>>()).filter(|all| all.len() <= MOST_WAYS)
        }),
        Parts::AtLeast { .. } => None,
    }
}

fn one(quota: Quota) -> Vec<Vec<Quota>> {
    Vec::from([Vec::from([quota])])
}

fn quota(measure: Measure, ratio: Ratio, strict: bool) -> Quota {
    Quota { measure, numerator: ratio.numerator(), denominator: ratio.denominator(), strict }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn formula(words: &str) -> Formula {
        quorate_charter::language::parse(words, &["population"]).unwrap_or_else(|_| panic!("{words}"))
    }

    #[test]
    fn two_quotas_of_each_two_ways_exceed_the_whole() {
        let founding =
            "members >= 55% of participating and population >= 65% of participating, or not in favour <= 1";
        assert!(exclude(&formula(founding), 3) && exclude(&formula(founding), 36));
        assert!(!exclude(&formula(founding), 2), "of two, each is one less than both");
        assert!(!exclude(&formula("members >= 50% of participating"), 4));
        assert!(exclude(&formula("members > 50% of participating"), 4));
        assert!(!exclude(
            &formula("members >= 60% of participating or population >= 60% of participating"),
            4
        ));
        assert!(!exclude(&formula("not in favour <= 2"), 4) && exclude(&formula("not in favour <= 2"), 5));
    }
}
