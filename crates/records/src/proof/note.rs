//! A signed note (<https://c2sp.org/signed-note>): a checkpoint, and under it the signatures of members' nodes.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use base64ct::{Base64, Encoding};
use quorate_charter::MemberCode;
use quorate_partnership::{PartnershipId, PublicKey};
use sha2::{Digest as _, Sha256};

use super::checkpoint::Checkpoint;
use super::false_nodes;
use super::fault::{Check, Fault};

/// The longest note that is read, in bytes: a checkpoint and a line for each of the most members.
pub const MAX_NOTE_BYTES: usize = 64 * 1024;

/// The kind of signature: Ed25519 over the note's text.
const ED25519: u8 = 1;

/// A checkpoint with signatures. That it was read says nothing about them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    checkpoint: Checkpoint,
    lines: Vec<Line>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Line {
    name: String,
    key_id: [u8; 4],
    signature: [u8; 64],
}

impl Line {
    fn show(&self) -> String {
        let mut bytes = Vec::from(self.key_id);
        bytes.extend(self.signature);
        format!("\u{2014} {} {}\n", self.name, Base64::encode_string(&bytes))
    }

    fn read(line: &str) -> Option<Line> {
        let (name, bytes) = line.strip_prefix("\u{2014} ")?.split_once(' ')?;
        let bytes = Base64::decode_vec(bytes).ok()?;
        let (key_id, signature) = bytes.split_first_chunk::<4>()?;
        Some(Line { name: name.into(), key_id: *key_id, signature: signature.try_into().ok()? })
    }
}

/// The name under which a member's node signs the checkpoints of a record.
fn key_name(checkpoint: &Checkpoint, member: MemberCode) -> String {
    format!("{}/{member}", checkpoint.origin())
}

/// The first four bytes of SHA-256 over the name, a line feed, the kind and the key.
fn key_id(name: &str, key: &PublicKey) -> [u8; 4] {
    let hash = Sha256::new().chain_update(name).chain_update([0x0a, ED25519]).chain_update(key.0).finalize();
    hash.first_chunk().copied().unwrap_or_default()
}

impl Note {
    /// A note over signatures of members' nodes, each with the node's key, in the order of their codes.
    #[must_use]
    pub fn new(checkpoint: Checkpoint, signatures: &[(MemberCode, PublicKey, [u8; 64])]) -> Note {
        let line = |(member, key, signature): &(MemberCode, PublicKey, [u8; 64])| {
            let name = key_name(&checkpoint, *member);
            Line { key_id: key_id(&name, key), name, signature: *signature }
        };
        Note { checkpoint, lines: signatures.iter().map(line).collect() }
    }

    /// The text of the note.
    #[must_use]
    pub fn text(&self) -> String {
        let signatures: String = self.lines.iter().map(Line::show).collect();
        format!("{}\n{signatures}", self.checkpoint.text())
    }

    /// The checkpoint, of which nothing is known before [`Note::signers`].
    #[must_use]
    pub fn checkpoint(&self) -> &Checkpoint {
        &self.checkpoint
    }

    /// Reads a note in its one form.
    ///
    /// # Errors
    /// [`Check::Checkpoint`].
    pub fn read(text: &str) -> Result<Note, Fault> {
        let fault = || Fault::new(Check::Checkpoint, "it is not a signed checkpoint in its one form");
        if text.len() > MAX_NOTE_BYTES {
            return Err(fault());
        }
        let (body, signatures) = text.split_once("\n\n").ok_or_else(fault)?;
        let checkpoint = Checkpoint::read(&format!("{body}\n")).ok_or_else(fault)?;
        let lines = signatures.lines().map(Line::read).collect::<Option<Vec<Line>>>().ok_or_else(fault)?;
        let note = Note { checkpoint, lines };
        if note.text() == text { Ok(note) } else { Err(fault()) }
    }

    /// The members whose nodes signed, judged by the nodes that agreed on the checkpoint's block, in the order of the members'
    /// codes: each line is one of theirs, in that order, every signature is good, and one more than could be false together
    /// signed.
    ///
    /// # Errors
    /// [`Check::Checkpoint`] if it is of another partnership; [`Check::Signers`].
    pub fn signers(
        &self,
        partnership: PartnershipId,
        judges: &[(MemberCode, PublicKey)],
    ) -> Result<Vec<MemberCode>, Fault> {
        if self.checkpoint.partnership != partnership {
            return Err(Fault::new(Check::Checkpoint, "it is of another partnership than the genesis"));
        }
        let text = self.checkpoint.text();
        let mut left = judges.iter();
        let mut signers = Vec::new();
        for line in &self.lines {
            let judge = left.find(|(member, _)| key_name(&self.checkpoint, *member) == line.name);
            let unknown =
                || format!("`{}` has no node that judges this, or stands twice or out of order", line.name);
            let (member, key) = judge.ok_or_else(|| Fault::new(Check::Signers, unknown()))?;
            let good =
                line.key_id == key_id(&line.name, key) && key.verifies(text.as_bytes(), &line.signature);
            if !good {
                let what = format!("the signature of the node of {member} does not verify");
                return Err(Fault::new(Check::Signers, what));
            }
            signers.push(*member);
        }
        let need = false_nodes(judges.len()).saturating_add(1);
        if signers.len() < need {
            let what = format!("{} of {} nodes signed, and {need} must", signers.len(), judges.len());
            return Err(Fault::new(Check::Signers, what));
        }
        Ok(signers)
    }
}

#[cfg(test)]
mod tests {
    use super::super::checkpoint::tests::checkpoint;
    use super::*;

    #[test]
    fn a_note_is_read_as_it_was_written_and_in_no_other_form() {
        let [canada, germany] = ["CAN", "DEU"].map(|code| code.parse().unwrap());
        let key = PublicKey([7; 32]);
        let text = Note::new(checkpoint(), &[(canada, key, [8; 64]), (germany, key, [9; 64])]).text();
        assert_eq!(Note::read(&text).unwrap().text(), text);
        for other in [
            text.replace("\n\n", "\n"),
            text.replace('\u{2014}', "-"),
            text.replace("/CAN ", "/CAN  "),
            text.trim_end().into(),
            format!("{text}\n"),
            " ".repeat(MAX_NOTE_BYTES + 1),
        ] {
            assert_eq!(Note::read(&other).map_err(|fault| fault.check), Err(Check::Checkpoint), "{other}");
        }
    }

    #[test]
    fn a_key_id_is_that_of_the_published_example() {
        // The example of golang.org/x/mod/sumdb/note: `PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW`.
        let key = Base64::decode_vec("ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW").unwrap();
        let key = PublicKey(key[1..].try_into().unwrap());
        assert_eq!(key_id("PeterNeumann", &key), [0xc7, 0x4f, 0x20, 0xa3]);
    }
}
