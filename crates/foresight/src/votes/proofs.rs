//! The least groups that block and that adopt, with proofs that a checker which shares no code with the search reads again.

use alloc::format;
use alloc::string::String;

use quorate_voting::{Effort, Formula, Least, audit, least_adopting, least_blocking};

use crate::phrases::counted;
use crate::seats::Seats;
use crate::situations::Situations;

/// The most sets of which proofs are made; single members are tried in all.
const MOST_SETS: usize = 100;

/// A question whose answer comes with a proof, and the checker of that proof.
#[derive(Clone, Copy)]
pub(super) enum Asked {
    Blocking,
    Adopting,
}

impl Asked {
    fn least(self, formula: &Formula, roll: &quorate_voting::Roll) -> Option<Least> {
        let (ask, check): (Ask, Check) = match self {
            Asked::Blocking => (least_blocking, audit::blocking),
            Asked::Adopting => (least_adopting, audit::adopting),
        };
        let least = ask(formula, roll, Effort::default()).ok()?;
        check(formula, roll, &[], &least).is_ok().then_some(least)
    }

    const fn verb(self) -> &'static str {
        match self {
            Asked::Blocking => "block",
            Asked::Adopting => "adopt",
        }
    }
}

type Ask = fn(&Formula, &quorate_voting::Roll, Effort) -> Result<Least, quorate_voting::VerdictError>;
type Check =
    fn(&Formula, &quorate_voting::Roll, &[quorate_voting::Measure], &Least) -> Result<(), audit::Objection>;

/// How many members are needed at least, in the first sets; nothing where a proof was not found or not confirmed.
pub(super) fn told(
    asked: Asked,
    formula: &Formula,
    seats: &Seats,
    situations: &Situations,
) -> Option<String> {
    let mut fewest = usize::MAX;
    let mut sets = 0_usize;
    for situation in situations.admissible.iter().filter(|situation| situation.is_plain()).take(MOST_SETS) {
        let (roll, _) = seats.roll(situation)?;
        fewest = fewest.min(asked.least(formula, &roll)?.at_least);
        sets = sets.saturating_add(1);
    }
    let members = counted(fewest, "member", "members");
    let sets = counted(sets, "set", "sets");
    Some(format!(
        "at least {members} together {}: the proofs for {sets} were read again by a second checker",
        asked.verb()
    ))
}
