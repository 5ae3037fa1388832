//! A partition into at most two blocs.

/// Who stands in the second bloc. The first bloc is that of the first State that a number ties to another; States without any
/// tie stand with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Partition(pub(super) u64);

impl Partition {
    /// Everybody in one bloc.
    pub const WHOLE: Partition = Partition(0);

    /// Whether a State stands in the second bloc, by its place.
    #[must_use]
    pub fn is_second(self, state: usize) -> bool {
        let bit = u32::try_from(state).ok().and_then(|state| self.0.checked_shr(state));
        bit.is_some_and(|rest| rest & 1 == 1)
    }

    /// Whether two States stand in the same bloc.
    #[must_use]
    pub fn together(self, one: usize, other: usize) -> bool {
        self.is_second(one) == self.is_second(other)
    }

    /// Whether everybody stands in one bloc.
    #[must_use]
    pub fn is_whole(self) -> bool {
        self.0 == 0
    }

    /// 1 in the first bloc, -1 in the second.
    pub(super) fn side(self, state: usize) -> i64 {
        if self.is_second(state) { -1 } else { 1 }
    }

    pub(super) fn moved(self, state: usize) -> Partition {
        Partition(self.0 ^ bit(state))
    }
}

/// The bit of a State.
pub(super) fn bit(state: usize) -> u64 {
    u32::try_from(state).ok().and_then(|state| 1_u64.checked_shl(state)).unwrap_or_default()
}
