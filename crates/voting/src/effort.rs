//! How much work a search may do.

/// How much work a search may do, in steps: positions looked at. A search that runs out says so, and gives the
/// bounds that it has; it is never wrong.
///
/// A step takes some microseconds. A position that takes longer, because the rule has many conditions or the roll
/// many seats, counts as several steps, and so does what must be remembered: at most about half a kilobyte for
/// each. What is decided by sorting and adding up, as most rules are, takes a few dozen.
///
/// ```
/// use quorate_voting::Effort;
///
/// assert!(Effort::default() > Effort::steps(1_000));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Effort(u64);

impl Effort {
    /// So many steps.
    #[must_use]
    pub fn steps(steps: u64) -> Self {
        Self(steps)
    }

    /// The steps left.
    pub(crate) fn left(self) -> u64 {
        self.0
    }

    /// Takes that many steps, or all that are left.
    pub(crate) fn spend(&mut self, steps: u64) {
        self.0 = self.0.saturating_sub(steps);
    }

    /// Takes the steps of so many additions; fewer than a step has are part of the position looked at.
    pub(crate) fn work(&mut self, additions: usize) {
        let additions = u64::try_from(additions).unwrap_or(u64::MAX);
        self.spend(additions.checked_div(ADDITIONS).unwrap_or(0));
    }

    /// The additions of the steps left.
    pub(crate) fn additions(self) -> usize {
        usize::try_from(self.0.saturating_mul(ADDITIONS)).unwrap_or(usize::MAX)
    }

    /// Takes one step, or says that none is left.
    pub(crate) fn step(&mut self) -> bool {
        let left = self.0.checked_sub(1);
        self.0 = left.unwrap_or(0);
        left.is_some()
    }
}

/// How many numbers are added or compared in one step.
const ADDITIONS: u64 = 4_096;

/// What remembering one number counts for, in additions.
pub(crate) const REMEMBERED: usize = 256;

impl Default for Effort {
    /// 200,000 steps.
    fn default() -> Self {
        Self(200_000)
    }
}
