//! Whether two groups could adopt against each other.

use alloc::vec::Vec;

use crate::group::adopts_against;
use crate::search::{Found, Question, Side, Voting, participating};
use crate::{Base, Effort, Formula, Parts, Proof, Roll, VerdictError};

/// Whether there are two opposed groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opposed {
    /// There are none. In the proof, rule 0 is that the first group adopts, rule 1 that the second does.
    Impossible(Proof),
    /// These two, each in the order of the roll.
    Groups(Vec<usize>, Vec<usize>),
    /// There was too little effort to say.
    Undecided,
}

/// Whether there are two disjoint groups of which each adopts against the other, as
/// [`adopts_against`](crate::adopts_against) says: then the rule could decide one thing and its contrary, and which is
/// done is a matter of who comes first.
///
/// ```
/// use quorate_voting::{Base, Effort, Formula, Measure, Opposed, Ratio, Roll, Seat, Strictness, opposed};
///
/// let roll = Roll::new(0, vec![Seat { participating: true, weights: vec![] }; 4])?;
/// let half = |strictness| -> Result<_, quorate_voting::RatioError> {
///     Ok(Formula::share(Measure::MEMBERS, Ratio::percent(50)?, Base::Participating, strictness))
/// };
/// let found = opposed(&half(Strictness::AtLeast)?, &roll, Effort::default())?;
/// assert!(matches!(found, Opposed::Groups(..)), "two and two");
/// let found = opposed(&half(Strictness::MoreThan)?, &roll, Effort::default())?;
/// assert!(matches!(found, Opposed::Impossible(_)), "three and three are more than four");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// As [`Formula::fits`].
pub fn opposed(formula: &Formula, roll: &Roll, effort: Effort) -> Result<Opposed, VerdictError> {
    let side = |in_favour| Side {
        formula,
        roll,
        fails: false,
        in_favour,
        voting: Voting::BothGroups,
        moving: &[],
        fixed: None,
    };
    // Where no share is of those who vote, whoever belongs to neither group may as well belong to the second:
    // that takes nothing from the first.
    let votes = formula
        .conditions()
        .any(|part| matches!(part.parts(), Parts::Share { base: Base::Present | Base::Cast, .. }));
    let (first, second): (&[bool], &[bool]) =
        if votes { (&[false, true, false], &[false, false, true]) } else { (&[false, true], &[true, false]) };
    let question = Question::ask(participating(roll), &[side(first), side(second)])?;
    Ok(match question.find(None, &mut { effort }) {
        Found::Nothing(proof) => Opposed::Impossible(proof),
        Found::Undecided => Opposed::Undecided,
        Found::Choices(choices) => {
            let second = question.group(&choices, if votes { 2 } else { 0 });
            let (first, second) = lean(formula, roll, question.group(&choices, 1), second);
            Opposed::Groups(first, second)
        }
    })
}

/// The same two without those who are not needed.
fn lean(
    formula: &Formula,
    roll: &Roll,
    mut first: Vec<usize>,
    mut second: Vec<usize>,
) -> (Vec<usize>, Vec<usize>) {
    let adopts =
        |group: &[usize], against: &[usize]| adopts_against(formula, roll, group, against).unwrap_or(false);
    for seat in first.clone() {
        let without: Vec<usize> = first.iter().copied().filter(|other| *other != seat).collect();
        if adopts(&without, &second) && adopts(&second, &without) {
            first = without;
        }
    }
    for seat in second.clone() {
        let without: Vec<usize> = second.iter().copied().filter(|other| *other != seat).collect();
        if adopts(&without, &first) && adopts(&first, &without) {
            second = without;
        }
    }
    (first, second)
}
