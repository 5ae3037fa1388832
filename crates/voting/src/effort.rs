//! How much work a search may do.

/// How much work a search may do, in steps: positions looked at. A search that runs out says so, and gives the
/// bounds that it has; it is never wrong.
///
/// A step takes some microseconds for a rule of a few conditions. What is decided by sorting and adding up, as
/// most rules are, takes a few dozen.
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

    /// Takes one step, or says that none is left.
    pub(crate) fn step(&mut self) -> bool {
        let left = self.0.checked_sub(1);
        self.0 = left.unwrap_or(0);
        left.is_some()
    }
}

impl Default for Effort {
    /// 200,000 steps.
    fn default() -> Self {
        Self(200_000)
    }
}
