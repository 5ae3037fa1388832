//! What a State that leaves is paid back, and over how long. Without it nothing comes back.

use crate::period::Period;

/// The terms on which a State that left is paid its share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "minicbor", derive(minicbor::Encode, minicbor::Decode))]
pub struct Settlement {
    #[cfg_attr(feature = "minicbor", n(0))]
    pub(crate) instalments: u32,
    #[cfg_attr(feature = "minicbor", n(1))]
    pub(crate) every: Period,
}

impl Settlement {
    /// Into how many parts it is divided: 1 to 40.
    #[must_use]
    pub fn instalments(self) -> u32 {
        self.instalments
    }

    /// From the withdrawal to the first instalment, and from each to the next: at least a day.
    #[must_use]
    pub fn every(self) -> Period {
        self.every
    }
}
