//! Logs in a file: for each author the newest checkpoint before which nothing is missing, and its leaves, each with its proof.
//! Whoever is in and has no store at hand checks them by this alone.

use base64ct::{Base64, Encoding as _};
use ct_merkle::{InclusionProof, RootHash};
use quorate_partnership::PublicKey;
use serde::{Deserialize, Serialize};
use sha2::Sha256;

use super::author::{Author, MAX_LEAVES, Stated};
use super::statement::{Of, Statement};
use super::tree::{Hash, Known};
use crate::compartment::seat::MAX_SEATS;
use crate::compartment::{CompartmentId, Refusal, Vault};

/// The largest file of logs, in bytes.
pub const MAX_LOGS_BYTES: usize = 64 * 1024 * 1024;
/// What the file says that it is.
const FORM: &str = "quorate compartment logs 1";

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    form: String,
    compartment: String,
    logs: Vec<Log>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    contradiction: Option<Contradicts>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Log {
    agent: String,
    /// As the exporting agent knows it; the file does not prove it.
    post: String,
    sealed: u64,
    missing: Vec<(u64, u64)>,
    lost: u64,
    checkpoint: Option<String>,
    leaves: Vec<Proven>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Proven {
    index: u64,
    note: String,
    path: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Contradicts {
    agent: String,
    notes: Vec<String>,
}

/// Why a file of logs does not hold.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LogFault {
    /// It is no such file.
    #[error("this is no file of logs: `quorate compartment log NAME --export FILE` writes one")]
    Form,
    /// A note is not signed by the author, or not in its one form.
    #[error("what agent {0} is said to have signed is not signed by it, or not of this log")]
    Signature(String),
    /// A leaf is not in the log.
    #[error("number {index} of the log of agent {agent} is not in it")]
    NotIn {
        /// The author.
        agent: String,
        /// Its place.
        index: u64,
    },
}

/// One author's log, as a file has it, and checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedLog {
    /// Of which compartment.
    pub compartment: CompartmentId,
    /// Whose.
    pub agent: PublicKey,
    /// Its post, as whoever wrote the file says.
    pub post: String,
    /// The size and root that the author signed; none if nothing of it could be proven.
    pub signed: Option<(u64, Hash)>,
    /// How many things are proven to be in it.
    pub proven: usize,
    /// What did not come to whoever wrote the file.
    pub missing: Vec<(u64, u64)>,
    /// Two notes that this author signed and that cannot both be true, if the file has some.
    pub contradicts: bool,
}

impl Author {
    fn export(&self, id: CompartmentId, own: quorate_charter::MemberCode) -> Log {
        let of = self.of(id);
        let follow = self.follow();
        let hashes: Vec<Hash> = follow.iter().map(|(_, leaf)| leaf.hash).collect();
        let known = Known { front: &self.base, leaves: &hashes };
        let end = self.base.size.saturating_add(u64::try_from(hashes.len()).unwrap_or_default());
        // What comes after the last of them may be signed with their root, too.
        let stated = self.leaves.values().rev().filter_map(|leaf| leaf.stated.as_ref());
        let newest = stated.map(|one| &one.statement).find(|one| one.size <= end);
        let proven = |(at, leaf): &(&u64, &super::author::Leaf)| {
            let Stated { statement, .. } = leaf.stated.as_ref()?;
            let path = known.path(**at, newest?.size)?.concat();
            Some(Proven { index: **at, note: statement.note(of), path: Base64::encode_string(&path) })
        };
        Log {
            agent: self.agent().to_string(),
            post: self.seat.post().to_string(),
            sealed: self.seen,
            missing: self.missing(own),
            lost: self.lost,
            checkpoint: newest.map(|one| one.note(of)),
            leaves: follow.iter().filter_map(proven).collect(),
        }
    }
}

impl Log {
    fn check(self, compartment: CompartmentId) -> Result<CheckedLog, LogFault> {
        let agent: PublicKey = self.agent.parse().map_err(|_| LogFault::Form)?;
        let of = Of { id: compartment, agent };
        let unsigned = || LogFault::Signature(agent.short());
        let checkpoint = self.checkpoint.as_deref();
        let checkpoint = checkpoint.map(|note| Statement::read(note, of).ok_or_else(unsigned)).transpose()?;
        if self.leaves.len() > MAX_LEAVES {
            return Err(LogFault::Form);
        }
        for Proven { index, note, path } in &self.leaves {
            let fault = || LogFault::NotIn { agent: agent.short(), index: *index };
            let statement = Statement::read(note, of).ok_or_else(unsigned)?;
            let Statement { size, root, .. } = checkpoint.as_ref().ok_or_else(fault)?;
            if index >= size || statement.size != *index {
                return Err(fault());
            }
            let path = Base64::decode_vec(path).map_err(|_| LogFault::Form)?;
            let path = InclusionProof::try_from_bytes(path).map_err(|_| LogFault::Form)?;
            let root = RootHash::<Sha256>::new((*root).into(), *size);
            let text = statement.text(of);
            root.verify_inclusion(&text.as_bytes(), *index, &path).map_err(|_| fault())?;
        }
        Ok(CheckedLog {
            compartment,
            agent,
            post: self.post,
            signed: checkpoint.map(|one| (one.size, one.root)),
            proven: self.leaves.len(),
            missing: self.missing,
            contradicts: false,
        })
    }
}

impl Contradicts {
    /// The author that signed both; they are two for one place, or two of one size.
    fn check(&self, id: CompartmentId) -> Result<PublicKey, LogFault> {
        let agent: PublicKey = self.agent.parse().map_err(|_| LogFault::Form)?;
        let of = Of { id, agent };
        let read =
            |note: &String| Statement::read(note, of).ok_or_else(|| LogFault::Signature(agent.short()));
        let notes: Vec<Statement> = self.notes.iter().map(read).collect::<Result<_, _>>()?;
        match notes.as_slice() {
            // An honest author signs one note for each size: two of different sizes show nothing by themselves.
            [one, other] if one.size == other.size && one.text(of) != other.text(of) => Ok(agent),
            _ => Err(LogFault::Form),
        }
    }
}

impl Vault {
    /// Every log that is known here, as a file for whoever is in.
    ///
    /// # Errors
    /// [`Refusal::NoSuch`], or this agent has no credential.
    pub fn export_logs(&self, name: &str) -> Result<String, Refusal> {
        let (held, own) = (self.named(name)?, self.identity.credential()?.post().member);
        let contradicts = |proof: &super::Proof| {
            let of = Of { id: held.id, agent: proof.agent };
            let both = proof.contradiction.one.iter().chain([&proof.contradiction.other]);
            Contradicts { agent: proof.agent.to_string(), notes: both.map(|one| one.note(of)).collect() }
        };
        let file = File {
            form: FORM.into(),
            compartment: held.id.to_string(),
            logs: held.logs.authors.iter().map(|author| author.export(held.id, own)).collect(),
            contradiction: held.logs.proof.as_ref().filter(|proof| proof.shows()).map(contradicts),
        };
        serde_json::to_string_pretty(&file).map_err(|_| Refusal::Form)
    }
}

/// Checks a file of logs: every note is signed by its author, and every thing is in the log of the checkpoint.
///
/// # Errors
/// [`LogFault`].
pub fn check_logs(text: &str) -> Result<Vec<CheckedLog>, LogFault> {
    if text.len() > MAX_LOGS_BYTES {
        return Err(LogFault::Form);
    }
    let file: File = serde_json::from_str(text).map_err(|_| LogFault::Form)?;
    if file.form != FORM || file.logs.len() > MAX_SEATS.saturating_mul(8) {
        return Err(LogFault::Form);
    }
    let id: CompartmentId = file.compartment.parse().map_err(|_| LogFault::Form)?;
    let contradicts = file.contradiction.map(|both| both.check(id)).transpose()?;
    let mut logs: Vec<CheckedLog> =
        file.logs.into_iter().map(|log| log.check(id)).collect::<Result<_, _>>()?;
    logs.iter_mut().for_each(|log| log.contradicts = contradicts == Some(log.agent));
    Ok(logs)
}
