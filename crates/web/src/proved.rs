//! What shows to outsiders that the pages say what is on record.

use quorate_charter::MemberCode;
use quorate_records::proof::Note;

/// What the record came to, signed by members' nodes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cosigned {
    /// The signed note.
    pub note: Note,
    /// The members whose nodes signed it, as far as this node could judge that.
    pub signers: Vec<MemberCode>,
    /// How many nodes there are to sign it.
    pub nodes: usize,
}

/// Why nothing is proved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoProof {
    /// Another is being made.
    Busy,
    /// There is none yet, or there never is: why, in a sentence.
    None(String),
    /// It would take too much work here: how many blocks are gone through at the most.
    TooMuch(u64),
    /// Whoever keeps the record does not answer, or keeps none.
    Away,
}
