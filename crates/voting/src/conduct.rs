//! What a seat does when a decision is put to the vote.

/// The conduct of one seat. Saying nothing is a conduct too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "minicbor", derive(minicbor::Encode, minicbor::Decode), cbor(index_only))]
pub enum Conduct {
    /// Votes in favour.
    #[cfg_attr(feature = "minicbor", n(0))]
    InFavour,
    /// Votes against.
    #[cfg_attr(feature = "minicbor", n(1))]
    Against,
    /// Is present and abstains.
    #[cfg_attr(feature = "minicbor", n(2))]
    Abstain,
    /// Is not heard of; also the only conduct of a seat that does not take part.
    #[cfg_attr(feature = "minicbor", n(3))]
    Absent,
}

impl Conduct {
    /// All four conducts.
    pub const ALL: [Self; 4] = [Self::InFavour, Self::Against, Self::Abstain, Self::Absent];

    /// The three ways of not being in favour, in the order in which they are tried.
    pub const NOT_IN_FAVOUR: [Self; 3] = [Self::Against, Self::Abstain, Self::Absent];

    /// Whether the seat counts in [`Base::Present`](crate::Base::Present).
    #[must_use]
    pub fn is_present(self) -> bool {
        self != Self::Absent
    }

    /// Whether the seat counts in [`Base::Cast`](crate::Base::Cast).
    #[must_use]
    pub fn is_cast(self) -> bool {
        matches!(self, Self::InFavour | Self::Against)
    }
}
