//! What an agent signs of its log before each thing that it seals: a checkpoint as a signed note of C2SP, with a line of what
//! comes next. Its text is that thing's leaf.

use base64ct::{Base64, Encoding as _};
use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;
use quorate_partnership::PublicKey;
use sha2::{Digest as _, Sha256};

use super::tree::{Hash, MAX_SIZE, leaf};
use crate::compartment::CompartmentId;

/// The most epochs of which it is said at which size they began.
pub(super) const MAX_ERAS: usize = 8;
/// The most letters before it that are told, so that whom they are not for does not miss them.
pub(super) const MAX_LETTERS: usize = 16;
/// The kind of signature: Ed25519 over the note's text (<https://c2sp.org/signed-note>).
const ED25519: u8 = 1;

/// Whose log, of which compartment.
#[derive(Clone, Copy, Debug)]
pub(super) struct Of {
    pub(super) id: CompartmentId,
    pub(super) agent: PublicKey,
}

impl Of {
    /// The name of the log, the first line of its checkpoints.
    pub(super) fn origin(&self) -> String {
        format!("quorate/compartment/{}/{}", self.id, self.agent)
    }
}

/// A letter before, by its place, whom it is for and its leaf.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(super) struct Letter {
    #[n(0)]
    pub(super) size: u64,
    #[n(1)]
    pub(super) to: MemberCode,
    #[cbor(n(2), with = "minicbor::bytes")]
    pub(super) leaf: Hash,
}

/// What is sealed next.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(super) struct Next {
    /// Its kind, as parcels have it, and its epoch.
    #[n(0)]
    pub(super) kind: u8,
    #[n(1)]
    pub(super) epoch: u64,
    /// Of the last epochs in which something was sealed, each with the size at which it began.
    #[n(2)]
    pub(super) eras: Vec<(u64, u64)>,
    /// For whom, if it is a letter.
    #[n(3)]
    pub(super) to: Option<MemberCode>,
    /// The last letters before it.
    #[n(4)]
    pub(super) letters: Vec<Letter>,
    /// The digest of what is sealed.
    #[cbor(n(5), with = "minicbor::bytes")]
    pub(super) digest: Hash,
}

/// The size and root of a log, what comes next, and its author's signature.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(super) struct Statement {
    #[n(0)]
    pub(super) size: u64,
    #[cbor(n(1), with = "minicbor::bytes")]
    pub(super) root: Hash,
    #[n(2)]
    pub(super) next: Next,
    #[cbor(n(3), with = "minicbor::bytes")]
    pub(super) signature: [u8; 64],
}

impl Statement {
    /// The text that is signed, its last line ended.
    pub(super) fn text(&self, of: Of) -> String {
        let next = Base64::encode_string(&minicbor::to_vec(&self.next).unwrap_or_default());
        format!("{}\n{}\n{}\nnext {next}\n", of.origin(), self.size, Base64::encode_string(&self.root))
    }

    pub(super) fn leaf(&self, of: Of) -> Hash {
        leaf(self.text(of).as_bytes())
    }

    /// Whether its form is one that honest agents write, and its author signed it.
    pub(super) fn is_signed(&self, of: Of) -> bool {
        let Next { eras, letters, .. } = &self.next;
        let ascending =
            eras.iter().zip(eras.iter().skip(1)).all(|(one, next)| one.0 < next.0 && one.1 <= next.1);
        let begun = eras.last().is_some_and(|last| last.0 == self.next.epoch);
        self.size < MAX_SIZE
            && ascending
            && begun
            && eras.iter().all(|era| era.1 <= self.size)
            && eras.len() <= MAX_ERAS
            && letters.len() <= MAX_LETTERS
            && letters.iter().all(|letter| letter.size < self.size)
            && of.agent.verifies(self.text(of).as_bytes(), &self.signature)
    }

    /// The note: the text, and the line of its signature.
    pub(super) fn note(&self, of: Of) -> String {
        let bytes = [key_id(of).as_slice(), &self.signature].concat();
        format!("{}\n\u{2014} {} {}\n", self.text(of), of.origin(), Base64::encode_string(&bytes))
    }

    /// Reads a note of this log in its one form; none if its author did not sign it.
    pub(super) fn read(note: &str, of: Of) -> Option<Statement> {
        let (text, signature) = note.split_once("\n\n\u{2014} ")?;
        let mut lines = text.lines().skip(1);
        let size = lines.next()?.parse().ok()?;
        let root = Base64::decode_vec(lines.next()?).ok()?.try_into().ok()?;
        let next = Base64::decode_vec(lines.next()?.strip_prefix("next ")?).ok()?;
        let next = minicbor::decode(&next).ok()?;
        let signature = Base64::decode_vec(signature.trim_end().rsplit_once(' ')?.1).ok()?;
        let signature = signature.get(4..)?.try_into().ok()?;
        let statement = Statement { size, root, next, signature };
        (statement.note(of) == note && statement.is_signed(of)).then_some(statement)
    }
}

/// The first four bytes of SHA-256 over the name, a line feed, the kind and the key.
fn key_id(of: Of) -> [u8; 4] {
    let hash = Sha256::new().chain_update(of.origin()).chain_update([0x0a, ED25519]).chain_update(of.agent.0);
    hash.finalize().first_chunk().copied().unwrap_or_default()
}
