//! What a share is measured in, of whom, and how strictly.

/// What each seat counts for: [`Measure::MEMBERS`], one each, or the weight declared at that place.
///
/// Place 1 is the first of a seat's [`weights`](crate::Seat::weights), and so on. Every number is a measure;
/// whether a roll declares it is asked by [`Formula::fits`](crate::Formula::fits).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "minicbor", derive(minicbor::Encode, minicbor::Decode), cbor(transparent))]
pub struct Measure(#[cfg_attr(feature = "minicbor", n(0))] pub u16);

impl Measure {
    /// Each seat counts one.
    pub const MEMBERS: Self = Self(0);
}

/// The seats of whose weight a share is taken, from the widest to the narrowest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "minicbor", derive(minicbor::Encode, minicbor::Decode), cbor(index_only))]
pub enum Base {
    /// Every seat, also those that do not take part.
    #[cfg_attr(feature = "minicbor", n(0))]
    Membership,
    /// The seats that take part.
    #[cfg_attr(feature = "minicbor", n(1))]
    Participating,
    /// The seats that take part and are not absent.
    #[cfg_attr(feature = "minicbor", n(2))]
    Present,
    /// The seats that take part and are in favour or against.
    #[cfg_attr(feature = "minicbor", n(3))]
    Cast,
}

impl Base {
    /// All four, from the widest to the narrowest.
    pub const ALL: [Self; 4] = [Self::Membership, Self::Participating, Self::Present, Self::Cast];
}

/// Whether reaching the share exactly is enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "minicbor", derive(minicbor::Encode, minicbor::Decode), cbor(index_only))]
pub enum Strictness {
    /// Exactly the share is enough.
    #[cfg_attr(feature = "minicbor", n(0))]
    AtLeast,
    /// Exactly the share is not enough. More than the whole is never reached.
    #[cfg_attr(feature = "minicbor", n(1))]
    MoreThan,
}

impl Strictness {
    /// Whether this is [`Strictness::MoreThan`], as [`Ratio::is_met`](crate::Ratio::is_met) asks.
    #[must_use]
    pub fn is_strict(self) -> bool {
        self == Self::MoreThan
    }
}
