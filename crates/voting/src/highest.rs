//! How high a share may be asked for before so many seats can block.

use alloc::vec;
use alloc::vec::Vec;
use core::cmp::Ordering;

use thiserror::Error;

use crate::least::blocking;
use crate::ratio::greatest_common_divisor;
use crate::search::question::{Atom, Goal, weight, weight_of};
use crate::search::{Found, participating};
use crate::{Base, Demand, Effort, Formula, Measure, Parts, Place, Ratio, Roll, Strictness, VerdictError};

/// How high one share of a rule may be, all else as written, before so many seats can block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Highest {
    /// However high: the rest of the rule protects.
    AnyShare,
    /// Up to this.
    UpTo(Limit),
    /// Not even the smallest share would do.
    NoShare,
    /// There was too little effort to say.
    Undecided,
}

/// The border of a share: weights, in lowest terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Limit {
    in_favour: u64,
    of: u64,
    inclusive: bool,
}

/// Why a share has no border.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum HighestError {
    /// The formula has no share of that number.
    #[error("condition {number}, counted from 0, is no share of the rule")]
    NoSuchShare {
        /// The number asked for.
        number: usize,
    },
    /// The formula does not fit the roll.
    #[error(transparent)]
    Verdict(#[from] VerdictError),
}

impl Limit {
    /// The weight that remains in favour, divided by what it has in common with the whole.
    #[must_use]
    pub fn in_favour(self) -> u64 {
        self.in_favour
    }

    /// The whole, divided likewise; at least one.
    #[must_use]
    pub fn of(self) -> u64 {
        self.of
    }

    /// Whether exactly this share will do.
    #[must_use]
    pub fn is_inclusive(self) -> bool {
        self.inclusive
    }

    /// Whether a share of this ratio is within the border.
    #[must_use]
    pub fn allows(self, ratio: Ratio) -> bool {
        ratio.is_met(self.in_favour, self.of, !self.inclusive)
    }

    /// The highest whole number of these parts, such as hundredths, that is within the border; `None` if not
    /// even one part is, or if there may not be so many parts.
    #[must_use]
    pub fn rounded_down(self, parts: u64) -> Option<Ratio> {
        let product = u128::from(self.in_favour).checked_mul(parts.into())?;
        let least = if self.inclusive { product } else { product.checked_sub(1)? };
        let number = u64::try_from(least.checked_div(self.of.into())?).ok()?;
        Ratio::new(number.min(parts), parts).ok()
    }
}

/// The lower border first; at the same share, the one that excludes it.
impl Ord for Limit {
    fn cmp(&self, other: &Self) -> Ordering {
        // Both are below 2^63, so the products are exact.
        let mine = u128::from(self.in_favour).saturating_mul(other.of.into());
        let its = u128::from(other.in_favour).saturating_mul(self.of.into());
        mine.cmp(&its).then(self.inclusive.cmp(&other.inclusive))
    }
}

impl PartialOrd for Limit {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The greatest ratio of one share, given by its number among [`Formula::conditions`], under which no `seats`
/// seats together block; all other conditions as they are written, and *at least* or *more than* as it is.
///
/// ```
/// use quorate_voting::{
///     Base, Effort, Formula, Highest, Measure, Ratio, Roll, Seat, Strictness, highest_share,
/// };
///
/// let seat = |weight| Seat { participating: true, weights: vec![weight] };
/// let roll = Roll::new(1, vec![seat(40), seat(30), seat(20), seat(10)])?;
/// let rule = Formula::share(Measure(1), Ratio::percent(65)?, Base::Participating, Strictness::AtLeast);
/// let Highest::UpTo(single) = highest_share(&rule, &roll, 0, 1, Effort::default())? else { panic!() };
/// assert_eq!((single.in_favour(), single.of(), single.is_inclusive()), (3, 5, true));
/// assert_eq!(single.rounded_down(100), Some(Ratio::percent(60)?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// A number that is not that of a share; then, as [`Formula::fits`].
pub fn highest_share(
    formula: &Formula,
    roll: &Roll,
    number: usize,
    seats: usize,
    mut effort: Effort,
) -> Result<Highest, HighestError> {
    let no_such = HighestError::NoSuchShare { number };
    let share = formula.conditions().nth(number).ok_or(no_such)?;
    let Parts::Share { measure, base, strictness, .. } = share.parts() else { return Err(no_such) };
    formula.fits(roll)?;
    let met = Formula::not_in_favour_at_most(u32::MAX);
    let with = |condition| formula.with_condition(number, &condition).ok_or(no_such);
    // Do they block even when the share is met?
    match blocking(&with(met)?, roll, &[])?.find(Some(seats), &mut effort) {
        Found::Choices(_) => return Ok(Highest::NoShare),
        Found::Undecided => return Ok(Highest::Undecided),
        Found::Nothing(_) => {}
    }
    let failed = Formula::share(Measure::MEMBERS, Ratio::WHOLE, Base::Participating, Strictness::MoreThan);
    let refusing = Refusing { formula: with(failed)?, roll, measure, seats };
    let all = participating(roll).iter().map(|&seat| weight(roll, seat, measure)).sum::<i128>();
    let whole = match base {
        Base::Membership => roll.seats().iter().map(|seat| weight_of(seat, measure)).sum(),
        _ => all,
    };
    Ok(match refusing.most(all, &mut effort)? {
        Most::Nobody => Highest::AnyShare,
        Most::Undecided => Highest::Undecided,
        Most::Weighs(refused) => {
            let left = all.saturating_sub(refused);
            Limit::new(left, whole, !strictness.is_strict()).map_or(Highest::NoShare, Highest::UpTo)
        }
    })
}

impl Limit {
    /// `None` if nothing is in favour. Both numbers are weights of rolls, at most 2^62.
    fn new(in_favour: i128, of: i128, inclusive: bool) -> Option<Self> {
        let (in_favour, of) = (u64::try_from(in_favour).ok()?, u64::try_from(of).ok()?);
        let divisor = greatest_common_divisor(in_favour, of);
        let (in_favour, of) = (in_favour.checked_div(divisor)?, of.checked_div(divisor)?);
        (in_favour > 0).then_some(Self { in_favour, of, inclusive })
    }
}

/// Groups of at most so many seats that block a rule.
struct Refusing<'a> {
    formula: Formula,
    roll: &'a Roll,
    measure: Measure,
    seats: usize,
}

enum Most {
    Nobody,
    Weighs(i128),
    Undecided,
}

impl Refusing<'_> {
    /// The most that such a group weighs, found by halving.
    fn most(&self, all: i128, effort: &mut Effort) -> Result<Most, VerdictError> {
        let mut low = match self.group_of(0, effort)? {
            Most::Weighs(weight) => weight,
            other => return Ok(other),
        };
        let mut high = all.saturating_add(1);
        while high.saturating_sub(low) > 1 {
            let middle = low.midpoint(high);
            match self.group_of(middle, effort)? {
                Most::Weighs(weight) => low = weight,
                Most::Nobody => high = middle,
                Most::Undecided => return Ok(Most::Undecided),
            }
        }
        Ok(Most::Weighs(low))
    }

    /// What a group weighs that has at least this weight.
    fn group_of(&self, least: i128, effort: &mut Effort) -> Result<Most, VerdictError> {
        let mut question = blocking(&self.formula, self.roll, &[])?;
        let atom = question.atoms.len();
        let adds: Vec<i128> =
            question.seats.iter().map(|&seat| weight(self.roll, seat, self.measure)).collect();
        question.atoms.push(Atom { demand: Demand::Somebody { rule: 1 }, adds, base: 0, need: least });
        let parts = vec![question.goal.clone(), Goal::Atom(atom)];
        question.goal = Goal::List { place: Place::Both, least: 2, parts };
        Ok(match question.find(Some(self.seats), effort) {
            Found::Choices(choices) => Most::Weighs(question.sums(&choices).get(atom).copied().unwrap_or(0)),
            Found::Nothing(_) => Most::Nobody,
            Found::Undecided => Most::Undecided,
        })
    }
}

#[cfg(test)]
mod tests;
