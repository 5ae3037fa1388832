//! Random formulas, rolls and votes.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use quorate_voting::{Base, Conduct, Formula, MAX_WEIGHT, Measure, Ratio, Roll, Seat, Strictness};

/// The declared weights of every random roll.
pub(crate) const MEASURES: u16 = 2;

pub(crate) fn ratio() -> impl Strategy<Value = Ratio> {
    let small = (1..=8_u64).prop_flat_map(|whole| (1..=whole, Just(whole)));
    let percent = (1..=100_u64).prop_map(|part| (part, 100));
    let fine = (1..=1_000_000_000_u64).prop_map(|part| (part, 1_000_000_000));
    prop_oneof![3 => small, 2 => percent, 1 => fine]
        .prop_map(|(part, whole)| Ratio::new(part, whole).unwrap())
}

fn condition() -> impl Strategy<Value = Formula> {
    let strictness = select(vec![Strictness::AtLeast, Strictness::MoreThan]);
    let measure = (0..=MEASURES).prop_map(Measure);
    let share = (measure, ratio(), select(Base::ALL.to_vec()), strictness)
        .prop_map(|(measure, ratio, base, strictness)| Formula::share(measure, ratio, base, strictness));
    prop_oneof![3 => share, 1 => (0..=4_u32).prop_map(Formula::not_in_favour_at_most)]
}

pub(crate) fn formula() -> impl Strategy<Value = Formula> {
    condition().prop_recursive(3, 24, 4, |inner| {
        (vec(inner, 1..=4), 0..=2_u8, any::<prop::sample::Index>()).prop_map(
            |(parts, kind, least)| match kind {
                0 => Formula::all(parts).unwrap(),
                1 => Formula::any(parts).unwrap(),
                _ => Formula::at_least(u32::try_from(least.index(parts.len())).unwrap() + 1, parts).unwrap(),
            },
        )
    })
}

/// Small weights, so that shares are met exactly now and then, and weights at the limit.
fn weight() -> impl Strategy<Value = u64> {
    prop_oneof![6 => 0..=4_u64, 1 => MAX_WEIGHT - 2..=MAX_WEIGHT]
}

pub(crate) fn roll(most_seats: usize) -> impl Strategy<Value = Roll> {
    roll_of(weight().boxed(), most_seats)
}

/// A roll of small weights only.
pub(crate) fn small_roll(most_seats: usize) -> impl Strategy<Value = Roll> {
    roll_of((0..=4_u64).boxed(), most_seats)
}

fn roll_of(weight: BoxedStrategy<u64>, most_seats: usize) -> impl Strategy<Value = Roll> {
    let seat = (prop::bool::weighted(0.8), vec(weight, usize::from(MEASURES)));
    let seat = seat.prop_map(|(participating, weights)| Seat { participating, weights });
    vec(seat, 1..=most_seats).prop_map(|seats| Roll::new(MEASURES, seats).unwrap())
}

/// A roll, and a conduct for each of its seats.
pub(crate) fn vote(most_seats: usize) -> impl Strategy<Value = (Roll, Vec<Conduct>)> {
    roll(most_seats).prop_flat_map(|roll| {
        let seats = roll.seats().len();
        (Just(roll), vec(select(Conduct::ALL.to_vec()), seats)).prop_map(|(roll, mut conducts)| {
            for (seat, conduct) in roll.seats().iter().zip(&mut conducts) {
                if !seat.participating {
                    *conduct = Conduct::Absent;
                }
            }
            (roll, conducts)
        })
    })
}

/// Every vote over the roll in which those who do not take part are absent.
pub(crate) fn every_vote(roll: &Roll) -> Vec<Vec<Conduct>> {
    let mut votes = vec![vec![]];
    for seat in roll.seats() {
        let conducts = if seat.participating { &Conduct::ALL[..] } else { &[Conduct::Absent] };
        let extended = |vote: &Vec<Conduct>| {
            conducts.iter().map(|&conduct| [&vote[..], &[conduct]].concat()).collect::<Vec<_>>()
        };
        votes = votes.iter().flat_map(extended).collect();
    }
    votes
}
