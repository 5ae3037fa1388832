//! Diagrams where sums would have done, so that they are tried on many rules.

use alloc::vec;
use alloc::vec::Vec;

use proptest::collection::vec as many;
use proptest::prelude::*;

use super::*;
use crate::least::{adopting, blocking};
use crate::{Base, Formula, Least, Measure, Ratio, Roll, Seat, Strictness, audit};

fn condition() -> impl Strategy<Value = Formula> {
    let share = (0..=2_u16, 1..=100_u64, any::<bool>(), any::<bool>());
    let share = share.prop_map(|(measure, percent, strict, cast)| {
        let strictness = if strict { Strictness::MoreThan } else { Strictness::AtLeast };
        let base = if cast { Base::Cast } else { Base::Participating };
        Formula::share(Measure(measure), Ratio::percent(percent).unwrap(), base, strictness)
    });
    prop_oneof![4 => share, 1 => (0..=4_u32).prop_map(Formula::not_in_favour_at_most)]
}

fn formula() -> impl Strategy<Value = Formula> {
    condition().prop_recursive(3, 16, 4, |inner| {
        (many(inner, 1..=4), 1..=4_u32).prop_map(|(parts, least)| {
            let least = least.min(u32::try_from(parts.len()).unwrap());
            Formula::at_least(least, parts).unwrap()
        })
    })
}

fn roll() -> impl Strategy<Value = Roll> {
    let seat = many(0..=9_u64, 2).prop_map(|weights| Seat { participating: true, weights });
    many(seat, 1..=10).prop_map(|seats| Roll::new(2, seats).unwrap())
}

/// Every way for the seats to choose.
fn every(question: &Question) -> Vec<Vec<usize>> {
    let mut all = vec![vec![]];
    for _ in &question.seats {
        let with = |made: &Vec<usize>| {
            (0..question.choices).map(|choice| [&made[..], &[choice]].concat()).collect::<Vec<_>>()
        };
        all = all.iter().flat_map(with).collect();
    }
    all
}

fn members(choices: &[usize]) -> usize {
    choices.iter().filter(|choice| **choice > 0).count()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2048))]

    #[test]
    fn diagrams_agree_with_trying_all(formula in formula(), roll in roll(), size in 0..=10_usize) {
        let size = size.min(roll.seats().len());
        let all = (0..roll.seats().len()).collect();
        for (blocks, question) in
            [(true, blocking(&formula, &roll, &[]).unwrap()), (false, adopting(&formula, &roll, &[]).unwrap())]
        {
            let reaches = |choices: &Vec<usize>| {
                members(choices) <= size && question.reached(&question.sums(choices))
            };
            let possible = every(&question).iter().any(reaches);
            match diagram::follow(&question, Some(size), &mut Effort::default()) {
                Found::Choices(choices) => prop_assert!(reaches(&choices)),
                Found::Undecided => prop_assert!(false, "undecided"),
                Found::Nothing(proof) => {
                    prop_assert!(!possible);
                    // Read as the floor of a claim whose group is that of everyone, if it can.
                    let group = question.reached(&question.sums(&vec![1; roll.seats().len()]));
                    let floor = Some(proof.clone());
                    let claim = if group && size < roll.seats().len() {
                        Least { at_least: size.saturating_add(1), floor, group: Some(Vec::clone(&all)) }
                    } else if !group && size == roll.seats().len() {
                        Least { at_least: size.saturating_add(1), floor, group: None }
                    } else {
                        continue;
                    };
                    let read = if blocks { audit::blocking } else { audit::adopting };
                    prop_assert_eq!(read(&formula, &roll, &[], &claim), Ok(()));
                }
            }
        }
    }
}

#[test]
fn ways_to_choose() {
    for (of, some, ways) in [(5, 0, 1), (5, 5, 1), (5, 2, 10), (190, 2, 17_955), (16, 8, 12_870)] {
        assert_eq!(tried::choose(of, some), Some(ways), "{some} of {of}");
    }
    assert_eq!(tried::choose(190, 95), None);
}
