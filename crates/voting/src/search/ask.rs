//! From a rule on a roll to a question.

use alloc::vec;
use alloc::vec::Vec;

use super::question::{Atom, Goal, Question, weight, weight_of};
use crate::{Base, Demand, Formula, Measure, Parts, Place, Ratio, Roll, Strictness, VerdictError};

/// One goal of a question: that a rule holds, or that it fails.
pub(crate) struct Side<'a> {
    pub(crate) formula: &'a Formula,
    pub(crate) roll: &'a Roll,
    /// Whether the rule is to fail.
    pub(crate) fails: bool,
    /// For each choice, whether it means being in favour.
    pub(crate) in_favour: &'static [bool],
    pub(crate) voting: Voting,
    /// Measures whose weights are picked so that they help the goal.
    pub(crate) moving: &'a [Measure],
    /// A seat that does not choose, and whether it is in favour.
    pub(crate) fixed: Option<(usize, bool)>,
}

/// Who votes, which is what *present* and *cast* are shares of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Voting {
    /// All that take part: who is not in favour is against.
    All,
    /// Only those in favour.
    Supporters,
    /// Those who belong to one of two groups: every choice but the first.
    BothGroups,
}

/// The numbers of the next part, list or condition, and of the next condition.
#[derive(Default)]
struct Numbers {
    part: usize,
    condition: usize,
}

type Share = (Measure, Ratio, Base, Strictness);

struct Asking<'a> {
    seats: &'a [usize],
    choices: usize,
    atoms: Vec<Atom>,
}

impl Question {
    /// Asks for all of these goals at once, one or two.
    ///
    /// # Errors
    /// The first formula that does not fit its roll.
    pub(crate) fn ask(seats: Vec<usize>, sides: &[Side<'_>]) -> Result<Self, VerdictError> {
        let choices = sides.first().map_or(2, |side| side.in_favour.len());
        let mut asking = Asking { seats: &seats, choices, atoms: Vec::new() };
        let mut goals = Vec::new();
        for (rule, side) in sides.iter().enumerate() {
            side.formula.fits(side.roll)?;
            goals.push(asking.side(rule, side));
        }
        let atoms = asking.atoms;
        let goal = match <[Goal; 1]>::try_from(goals) {
            Ok([goal]) => goal,
            Err(parts) => Goal::List { place: Place::Both, least: parts.len(), parts },
        };
        Ok(Self { seats, choices, atoms, goal })
    }
}

/// The seats that take part.
pub(crate) fn participating(roll: &Roll) -> Vec<usize> {
    let taking_part = roll.seats().iter().enumerate().filter(|(_, seat)| seat.participating);
    taking_part.map(|(number, _)| number).collect()
}

impl Asking<'_> {
    fn side(&mut self, rule: usize, side: &Side<'_>) -> Goal {
        let formula = self.part(rule, side, side.formula, &mut Numbers::default());
        let somebody = self.at_least(side, Demand::Somebody { rule }, Measure::MEMBERS, 1);
        list(side, Place::Whole { rule }, 2, vec![formula, somebody])
    }

    fn part(&mut self, rule: usize, side: &Side<'_>, formula: &Formula, numbers: &mut Numbers) -> Goal {
        let place = Place::List { rule, number: numbers.part };
        let demand = Demand::Condition { rule, number: numbers.condition };
        numbers.part = numbers.part.saturating_add(1);
        let mut each = |parts: &[Formula]| -> Vec<Goal> {
            parts.iter().map(|part| self.part(rule, side, part, numbers)).collect()
        };
        match formula.parts() {
            Parts::All(parts) => list(side, place, parts.len(), each(parts)),
            Parts::Any(parts) => list(side, place, 1, each(parts)),
            Parts::AtLeast { least, parts } => {
                list(side, place, usize::try_from(least).unwrap_or(usize::MAX), each(parts))
            }
            Parts::Clause { at_most } => {
                numbers.condition = numbers.condition.saturating_add(1);
                let seats = participating(side.roll).len();
                let allowed = usize::try_from(at_most).unwrap_or(usize::MAX);
                self.at_least(side, demand, Measure::MEMBERS, wide(seats.saturating_sub(allowed)))
            }
            Parts::Share { measure, ratio, base, strictness } => {
                numbers.condition = numbers.condition.saturating_add(1);
                self.share(side, demand, (measure, ratio, base, strictness))
            }
        }
    }

    fn share(&mut self, side: &Side<'_>, demand: Demand, share: Share) -> Goal {
        let (measure, ratio, base, strictness) = share;
        let votes_only = matches!(base, Base::Present | Base::Cast);
        let more_than_whole = ratio.numerator() == ratio.denominator() && strictness.is_strict();
        if side.moving.contains(&measure) && measure != Measure::MEMBERS {
            // Whoever picks the weights gives all of them to one side: to a group that adopts, the whole is its
            // own; a rule that is to fail, fails.
            return self.constant(demand, side.fails || !more_than_whole);
        }
        match side.voting {
            Voting::BothGroups if votes_only => self.of_both(side, demand, share),
            // Those in favour are all that vote: any weight is the whole of it.
            Voting::Supporters if votes_only && !more_than_whole => self.at_least(side, demand, measure, 1),
            Voting::Supporters if votes_only => {
                let never = self.participating(side.roll, measure).saturating_add(1);
                self.at_least(side, demand, measure, never)
            }
            _ => {
                let whole = match base {
                    Base::Membership => {
                        let all = side.roll.seats().iter();
                        all.map(|seat| weight_of(seat, measure)).fold(0, i128::saturating_add)
                    }
                    _ => self.participating(side.roll, measure),
                };
                let needed = needed(ratio, strictness, whole);
                // A share of nothing is not met.
                let never = self.participating(side.roll, measure).saturating_add(1);
                self.at_least(side, demand, measure, if whole == 0 { never } else { needed })
            }
        }
    }

    /// That the weight in favour is at least so much; or, where the rule is to fail, that it is less, so that
    /// the weight not in favour is what remains of the whole, and one more.
    fn at_least(&mut self, side: &Side<'_>, demand: Demand, measure: Measure, least: i128) -> Goal {
        let counts = |in_favour: bool| in_favour != side.fails;
        let value = |seat: usize, choice: usize| {
            let in_favour = side.in_favour.get(choice).copied().unwrap_or(false);
            if counts(in_favour) { weight(side.roll, seat, measure) } else { 0 }
        };
        let needed = if side.fails {
            self.participating(side.roll, measure).saturating_sub(least).saturating_add(1)
        } else {
            least
        };
        let fixed = side.fixed.filter(|(_, in_favour)| counts(*in_favour));
        let given = fixed.map_or(0, |(seat, _)| weight(side.roll, seat, measure));
        self.atom(demand, value, needed.saturating_sub(given))
    }

    /// A share of what two groups weigh: multiplied out, and that there is any weight in favour at all.
    fn of_both(&mut self, side: &Side<'_>, demand: Demand, (measure, ratio, _, strictness): Share) -> Goal {
        let (numerator, denominator) = (i128::from(ratio.numerator()), i128::from(ratio.denominator()));
        let value = |seat: usize, choice: usize| {
            let in_favour = side.in_favour.get(choice).copied().unwrap_or(false);
            let times = match (choice, in_favour) {
                (0, _) => 0,
                (_, true) => denominator.saturating_sub(numerator),
                (_, false) => numerator.saturating_neg(),
            };
            weight(side.roll, seat, measure).saturating_mul(times)
        };
        let share = self.atom(demand, value, i128::from(strictness.is_strict()));
        let some = match demand {
            Demand::Condition { rule, number } => Demand::SomeWeight { rule, number },
            other => other,
        };
        let some = self.at_least(side, some, measure, 1);
        Goal::List { place: Place::Both, least: 2, parts: vec![share, some] }
    }

    fn constant(&mut self, demand: Demand, holds: bool) -> Goal {
        self.atom(demand, |_, _| 0, i128::from(!holds))
    }

    fn atom(&mut self, demand: Demand, value: impl Fn(usize, usize) -> i128, needed: i128) -> Goal {
        let base = self.seats.iter().map(|&seat| value(seat, 0)).fold(0, i128::saturating_add);
        let mut adds = Vec::with_capacity(self.seats.len());
        for &seat in self.seats {
            let nothing = value(seat, 0);
            adds.extend((1..self.choices).map(|choice| value(seat, choice).saturating_sub(nothing)));
        }
        self.atoms.push(Atom { demand, adds, base, need: needed.saturating_sub(base) });
        Goal::Atom(self.atoms.len().saturating_sub(1))
    }

    /// The weight of all that take part.
    fn participating(&self, roll: &Roll, measure: Measure) -> i128 {
        (0..roll.seats().len()).map(|seat| weight(roll, seat, measure)).fold(0, i128::saturating_add)
    }
}

/// A list that must hold; or of which so many parts must fail that too few are left.
fn list(side: &Side<'_>, place: Place, least: usize, parts: Vec<Goal>) -> Goal {
    let least = if side.fails { parts.len().saturating_sub(least).saturating_add(1) } else { least };
    Goal::List { place, least, parts }
}

/// The least weight that is this share of the whole.
fn needed(ratio: Ratio, strictness: Strictness, whole: i128) -> i128 {
    let (numerator, denominator) = (i128::from(ratio.numerator()), i128::from(ratio.denominator()));
    let product = numerator.saturating_mul(whole);
    let below = if strictness.is_strict() { product } else { product.saturating_sub(1) };
    // The denominator is at least one. Of nothing this is -1 / denominator, which is rounded to zero, and the
    // caller does not ask.
    below.checked_div(denominator).unwrap_or(0).saturating_add(1)
}

fn wide(number: usize) -> i128 {
    i128::try_from(number).unwrap_or(i128::MAX)
}
