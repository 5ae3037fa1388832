//! Identifiers: a type for each kind of thing, so that none is taken for another.

use core::fmt;
use core::str::FromStr;

use minicbor::{Decode, Encode};
use sha2::{Digest as _, Sha256};

macro_rules! hash_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
        #[cbor(transparent)]
        pub struct $name(#[cbor(n(0), with = "minicbor::bytes")] pub [u8; 32]);

        impl $name {
            /// The first eight hexadecimal digits: enough for people to tell two apart.
            #[must_use]
            pub fn short(&self) -> alloc::string::String {
                let mut text = alloc::format!("{self}");
                text.truncate(8);
                text
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let mut digits = [0; 64];
                f.write_str(base16ct::lower::encode_str(&self.0, &mut digits).map_err(|_| fmt::Error)?)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{self}")
            }
        }

        impl FromStr for $name {
            type Err = HexError;

            fn from_str(text: &str) -> Result<$name, HexError> {
                hex(text).map($name)
            }
        }
    };
}

/// A text that is not the name of 32 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("it is written as 64 small hexadecimal digits")]
pub struct HexError;

fn hex(text: &str) -> Result<[u8; 32], HexError> {
    let mut bytes = [0; 32];
    if text.len() != 64 || !text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')) {
        return Err(HexError);
    }
    for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks(2)) {
        let digits = core::str::from_utf8(pair).map_err(|_| HexError)?;
        *byte = u8::from_str_radix(digits, 16).map_err(|_| HexError)?;
    }
    Ok(bytes)
}

hash_id! {
    /// A partnership: the hash of its genesis.
    PartnershipId
}
hash_id! {
    /// A command: the hash of the structure that was signed (RFC 9052, section 4.4), so that no second
    /// encoding of the signature makes a second command.
    CommandId
}
hash_id! {
    /// A block: the hash of its bytes.
    BlockId
}
hash_id! {
    /// The record so far: each event's hash chained to the digest before it.
    Digest
}
hash_id! {
    /// The nodes that agree: those of the genesis, and each change of them hashed with what was before it.
    NodesDigest
}
hash_id! {
    /// The root of the record's tree: every event is under it, in order (RFC 9162, section 2.1).
    TreeRoot
}
hash_id! {
    /// What a decision does, bound by hash when it is tabled: the effect and, for help, the case's terms.
    EffectHash
}
hash_id! {
    /// What a beneficiary signs: the case as approved, and the terms.
    AgreementHash
}
hash_id! {
    /// The text of a charter that a draft carries.
    TextHash
}
hash_id! {
    /// A document: SHA-256 of its bytes, by which documents are named.
    DocumentHash
}
hash_id! {
    /// What stood on every account at the end of a sealed day.
    BalancesHash
}
hash_id! {
    /// An Ed25519 public key (RFC 8032); also the key's name in signed commands.
    PublicKey
}

impl Digest {
    /// The digest once an event follows, given in its canonical bytes.
    #[must_use]
    pub fn then(self, event: &[u8]) -> Digest {
        Digest(hash("quorate/event/1", &[&self.0, event]))
    }
}

/// SHA-256 over a domain name and parts. Every use has a domain of its own, so that no hash of one kind can
/// stand for another. Of several parts all but the last have fixed lengths.
#[must_use]
pub fn hash(domain: &str, parts: &[&[u8]]) -> [u8; 32] {
    let mut hasher = Sha256::new();
    hasher.update(domain.as_bytes());
    hasher.update([0]);
    for part in parts {
        hasher.update(part);
    }
    hasher.finalize().into()
}

macro_rules! number {
    ($(#[$doc:meta])* $name:ident, $word:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
        #[cbor(transparent)]
        pub struct $name(#[n(0)] pub u32);

        impl $name {
            /// The number given after this many have been given; numbers start at 1.
            #[must_use]
            pub(crate) fn after(given: usize) -> $name {
                $name(u32::try_from(given).unwrap_or(u32::MAX).saturating_add(1))
            }

            /// The place in a list that is kept in the order of the numbers, from 0; none for number 0.
            #[must_use]
            pub fn index(self) -> Option<usize> {
                usize::try_from(self.0.checked_sub(1)?).ok()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!($word, " {}"), self.0)
            }
        }
    };
}

number! {
    /// A decision's number, given in the agreed order, from 1.
    DecisionNo, "decision"
}
number! {
    /// A case's number, given in the agreed order, from 1.
    CaseNo, "case"
}
number! {
    /// A tranche's number within its case, from 1.
    TrancheNo, "tranche"
}
number! {
    /// The number of a report of use within its case, from 1.
    ReportNo, "report"
}
number! {
    /// A need's number, given in the agreed order, from 1.
    NeedNo, "need"
}
number! {
    /// An offer's number, given in the agreed order, from 1.
    OfferNo, "offer"
}
number! {
    /// A payment instruction's number, given in the agreed order, from 1.
    PaymentNo, "payment"
}
number! {
    /// A bank-statement line's number, given in the agreed order, from 1.
    LineNo, "bank line"
}
number! {
    /// A rate of exchange's number, given in the agreed order, from 1.
    RateNo, "rate"
}
number! {
    /// A call's number, given in the agreed order, from 1.
    CallNo, "call"
}
number! {
    /// An emergency call's number, given in the agreed order, from 1. The call that it becomes has one of its own.
    EmergencyNo, "emergency call"
}
number! {
    /// A loss's number, given in the agreed order, from 1.
    LossNo, "loss"
}
number! {
    /// A book entry's number, given in the agreed order, from 1.
    EntryNo, "entry"
}
number! {
    /// The number of a period's seal, given in the agreed order, from 1.
    SealNo, "seal"
}
number! {
    /// An auditor's finding, by its number in the agreed order, from 1.
    FindingNo, "finding"
}
number! {
    /// A framework, by the number of its notice in the agreed order, from 1.
    FrameworkNo, "framework"
}
number! {
    /// An existing arrangement, by its number in the agreed order, from 1.
    ArrangementNo, "arrangement"
}
number! {
    /// That something rests on an arrangement, by its number in the agreed order, from 1.
    DependencyNo, "dependency"
}
number! {
    /// An assessment's number, given in the agreed order over all its registers, from 1.
    AssessmentNo, "assessment"
}
number! {
    /// A joint procurement's number, given in the agreed order, from 1.
    ProcurementNo, "procurement"
}
number! {
    /// An auditor's opinion, by its number in the agreed order, from 1.
    OpinionNo, "opinion"
}
number! {
    /// The number of consultations, given in the agreed order, from 1.
    ConsultationNo, "consultation"
}
number! {
    /// The number of a line between militaries, given in the agreed order, from 1. No line of a bank's statement.
    LiaisonLineNo, "liaison line"
}
number! {
    /// The number of a sounding, given in the agreed order, from 1.
    SoundingNo, "sounding"
}
number! {
    /// The number of a grouping of States, given in the agreed order, from 1.
    GroupingNo, "grouping"
}
number! {
    /// The number of a briefing, given in the agreed order, from 1.
    BriefingNo, "briefing"
}
number! {
    /// A session's number, given in the agreed order, from 1.
    SessionNo, "session"
}
number! {
    /// The number of a statement in consultations, given in the agreed order, from 1.
    StatementNo, "statement"
}
number! {
    /// The number of a text of consultations, given in the agreed order, from 1.
    TextNo, "text"
}
number! {
    /// The number of a report of proceedings in another body, given in the agreed order, from 1.
    ProceedingNo, "proceeding"
}
number! {
    /// A declaration under the instrument, by its number in the agreed order, from 1.
    DeclarationNo, "declaration"
}
number! {
    /// A State's own step on the way to its consent, by its number in the agreed order, from 1.
    StepNo, "step"
}
