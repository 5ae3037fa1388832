//! What two States have agreed about each other's secrets.

use std::collections::BTreeMap;

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;
use quorate_partnership::DocumentHash;

use super::{Level, Marking};

/// A security agreement between two States: what each level of one is called and kept as in the other. A level that stands in no
/// table is not released.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Agreement {
    #[n(0)]
    parties: (MemberCode, MemberCode),
    #[n(1)]
    document: DocumentHash,
    #[n(2)]
    tables: [BTreeMap<Level, Level>; 2],
}

/// Why two tables are no agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AgreementError {
    /// Of a State with itself.
    #[error("an agreement is between two States")]
    OneParty,
    /// A table would let a text be kept less well than its originator keeps it.
    #[error("{0} would be kept as {1} there, which is lower")]
    Lower(Level, Level),
    /// A higher level would be kept less well than a lower one.
    #[error("{0} would be kept below what a lower level is kept as")]
    Crossed(Level),
}

/// Why nothing is released.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoRelease {
    /// The marking does not name the State.
    #[error("it is not releasable to {0}")]
    NotNamed(MemberCode),
    /// No agreement between the two.
    #[error("{0} and {1} have no security agreement")]
    NoAgreement(MemberCode, MemberCode),
    /// None for the level.
    #[error("the agreement of {0} and {1} says nothing of {2}")]
    NoLevel(MemberCode, MemberCode, Level),
}

impl Agreement {
    /// An agreement between two States by the document that was signed: how the second keeps the levels of the first, and the
    /// first those of the second.
    ///
    /// # Errors
    /// [`AgreementError`]: a level may be kept higher than at home, never lower, and the order of levels stays.
    pub fn between(
        one: MemberCode,
        two: MemberCode,
        document: DocumentHash,
        kept_by_two: BTreeMap<Level, Level>,
        kept_by_one: BTreeMap<Level, Level>,
    ) -> Result<Agreement, AgreementError> {
        if one == two {
            return Err(AgreementError::OneParty);
        }
        for table in [&kept_by_two, &kept_by_one] {
            let mut floor = Level::Unclassified;
            for (own, there) in table {
                if there < own {
                    return Err(AgreementError::Lower(*own, *there));
                }
                if *there < floor {
                    return Err(AgreementError::Crossed(*own));
                }
                floor = *there;
            }
        }
        Ok(Agreement { parties: (one, two), document, tables: [kept_by_two, kept_by_one] })
    }

    /// The document that was signed.
    #[must_use]
    pub fn document(&self) -> DocumentHash {
        self.document
    }

    /// The two States.
    #[must_use]
    pub fn parties(&self) -> (MemberCode, MemberCode) {
        self.parties
    }

    fn kept(&self, from: MemberCode, to: MemberCode, level: Level) -> Option<Level> {
        let [by_two, by_one] = &self.tables;
        let table = match self.parties {
            parties if parties == (from, to) => by_two,
            parties if parties == (to, from) => by_one,
            _ => return None,
        };
        table.get(&level).copied()
    }
}

/// The agreements that are in force, one for each pair of States.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
#[cbor(transparent)]
pub struct Agreements(#[n(0)] BTreeMap<(MemberCode, MemberCode), Agreement>);

impl Agreements {
    /// Takes an agreement, in place of the one between the same two States.
    pub fn put(&mut self, agreement: Agreement) {
        let (one, two) = agreement.parties;
        self.0.insert((one.min(two), one.max(two)), agreement);
    }

    /// Each of them.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Agreement> {
        self.0.values()
    }

    /// What a marked text of one State is kept as in another: the level in the other's words. No agreement, no release. At home
    /// a text keeps its level.
    ///
    /// # Errors
    /// [`NoRelease`]: why it stays at home.
    pub fn release(&self, marking: &Marking, from: MemberCode, to: MemberCode) -> Result<Level, NoRelease> {
        if from == to {
            return Ok(marking.level);
        }
        if !marking.audience.has(to) {
            return Err(NoRelease::NotNamed(to));
        }
        let agreement = self.0.get(&(from.min(to), from.max(to))).ok_or(NoRelease::NoAgreement(from, to))?;
        agreement.kept(from, to, marking.level).ok_or(NoRelease::NoLevel(from, to, marking.level))
    }
}
