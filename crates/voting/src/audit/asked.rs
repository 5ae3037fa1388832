//! What was asked: what each choice of a seat means, and when a choice of all of them is a counterexample.

use alloc::vec;
use alloc::vec::Vec;

use super::plain;
use crate::{Base, Conduct, Formula, Measure, Parts, Roll};

/// A question, as it was put in words.
#[derive(Clone, Copy)]
pub(super) enum Asked<'a> {
    /// Who blocks? Choice 0: in favour; 1: against.
    Blocking(&'a Formula, &'a Roll, &'a [Measure]),
    /// Who adopts? Choice 0: absent; 1: in favour.
    Adopting(&'a Formula, &'a Roll, &'a [Measure]),
    /// Which two groups adopt against each other? Choice 0: absent; 1: in favour of the first and against the
    /// second; 2: the reverse. Where no share is of those who vote, being absent helps neither more than
    /// belonging to it would, and the choices are 0: the second, and 1: the first.
    Opposed(&'a Formula, &'a Roll),
    /// Who adopts by the first and not by the second? Choice 0: against; 1: in favour.
    Implies((&'a Formula, &'a Roll), (&'a Formula, &'a Roll)),
}

impl<'a> Asked<'a> {
    /// The rules, each with its roll, and whether it is to fail.
    pub(super) fn rules(self) -> Vec<(&'a Formula, &'a Roll, bool)> {
        match self {
            Self::Blocking(formula, roll, _) => vec![(formula, roll, true)],
            Self::Adopting(formula, roll, _) => vec![(formula, roll, false)],
            Self::Opposed(formula, roll) => vec![(formula, roll, false), (formula, roll, false)],
            Self::Implies(first, second) => vec![(first.0, first.1, false), (second.0, second.1, true)],
        }
    }

    /// What the choices mean for a rule, in their order.
    pub(super) fn conducts(self, rule: usize) -> &'static [Conduct] {
        use Conduct::{Absent, Against, InFavour};
        match (self, rule) {
            (Self::Blocking(..), _) => &[InFavour, Against],
            (Self::Adopting(..), _) => &[Absent, InFavour],
            (Self::Opposed(formula, _), 0) if of_votes(formula) => &[Absent, InFavour, Against],
            (Self::Opposed(formula, _), _) if of_votes(formula) => &[Absent, Against, InFavour],
            (Self::Opposed(..) | Self::Implies(..), 0) | (Self::Implies(..), _) => &[Against, InFavour],
            (Self::Opposed(..), _) => &[InFavour, Against],
        }
    }

    /// The measures that move, and whether their shares are taken for met.
    pub(super) fn moving(self) -> (&'a [Measure], bool) {
        match self {
            Self::Blocking(_, _, moving) => (moving, false),
            Self::Adopting(_, _, moving) => (moving, true),
            Self::Opposed(..) | Self::Implies(..) => (&[], true),
        }
    }

    /// The seats that choose: those that take part, in one of the rolls at least.
    pub(super) fn seats(self) -> Vec<usize> {
        let rolls: Vec<&Roll> = self.rules().iter().map(|(_, roll, _)| *roll).collect();
        let most = rolls.iter().map(|roll| roll.seats().len()).max().unwrap_or(0);
        let takes_part = |seat: &usize| {
            rolls.iter().any(|roll| roll.seats().get(*seat).is_some_and(|seat| seat.participating))
        };
        (0..most).filter(takes_part).collect()
    }

    /// Whether these choices, one for each seat that chooses, are what was asked for.
    pub(super) fn is_so(self, seats: &[usize], choices: &[usize]) -> bool {
        self.rules().iter().enumerate().all(|(rule, (formula, roll, fails))| {
            let meanings = self.conducts(rule);
            let mut conducts = vec![Conduct::Absent; roll.seats().len()];
            for (&seat, choice) in seats.iter().zip(choices) {
                if let (Some(at), Some(meaning)) = (conducts.get_mut(seat), meanings.get(*choice)) {
                    *at = *meaning;
                }
            }
            plain::adopted(formula, roll, &conducts, self.moving()) != *fails
        })
    }
}

/// Whether some share is of those who vote.
fn of_votes(formula: &Formula) -> bool {
    formula
        .conditions()
        .any(|part| matches!(part.parts(), Parts::Share { base: Base::Present | Base::Cast, .. }))
}
