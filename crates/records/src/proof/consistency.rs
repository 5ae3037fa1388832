//! That one record is the beginning of another, or that it is not: two checkpoints, and what lies between their roots.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use ct_merkle::{ConsistencyProof, RootHash};
use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;
use quorate_partnership::{Genesis, PublicKey, TreeRoot};
use sha2::{Digest as _, Sha256};

use super::check::{Expected, followed, founding};
use super::checkpoint::Checkpoint;
use super::fault::{Check, Fault};
use super::file::{MAX_RECORD_FILE_BYTES, Unprovable};
use super::nodes::{Change, History, MAX_NODE_CHANGES, contradicts};
use super::note::Note;
use super::whole::{Grown, Whole};

const KIND: &str = "consistency";
const VERSION: u8 = 1;

/// Two checkpoints, and what shows whether the record of the first is the beginning of that of the second.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct ConsistencyFile {
    #[n(0)]
    kind: String,
    #[n(1)]
    version: u8,
    /// The genesis' bytes.
    #[n(2)]
    genesis: ByteVec,
    /// The changes of the nodes from the genesis to the second checkpoint, in order.
    #[n(3)]
    changes: Vec<Change>,
    #[n(4)]
    first: String,
    #[n(5)]
    second: String,
    /// The root that the second record had when it was as long as the first.
    #[n(6)]
    root: TreeRoot,
    /// The hashes by which that root leads to the second checkpoint's (RFC 9162, 2.1.4), one after the other.
    #[n(7)]
    proof: ByteVec,
}

/// What a consistency file shows.
#[derive(Clone, Debug)]
pub struct Compared {
    /// The genesis that it carries.
    pub genesis: Genesis,
    /// The two checkpoints, as they were signed.
    pub notes: [Note; 2],
    /// The members whose nodes signed each.
    pub signers: [Vec<MemberCode>; 2],
    /// Why both cannot be of one record, if they cannot.
    pub fork: Option<Fork>,
}

/// Two records were signed of which there may be one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fork {
    /// What shows it.
    pub why: String,
    /// The nodes that signed both.
    pub both: Vec<(MemberCode, PublicKey)>,
}

/// Whether the bytes are meant as a consistency file, by what they begin with.
#[must_use]
pub fn is_consistency_file(bytes: &[u8]) -> bool {
    let mut decoder = minicbor::Decoder::new(bytes);
    decoder.array().is_ok() && decoder.str().is_ok_and(|kind| kind == KIND)
}

impl ConsistencyFile {
    /// The file that compares a checkpoint that somebody holds with one of this record, which is of the same height or a
    /// later one, and in which the nodes changed as these signed checkpoints say.
    ///
    /// # Errors
    /// [`Unprovable::Unchained`].
    pub fn new(
        genesis: &Genesis,
        (first, second): (&Note, &Note),
        of_changes: &[Note],
        whole: &Whole,
    ) -> Result<ConsistencyFile, Unprovable> {
        let size = first.checkpoint().extent.size;
        let Grown { tree, changes, root } = Grown::of(whole, of_changes, size)?;
        let added = tree.len().checked_sub(size).and_then(|added| usize::try_from(added).ok());
        let shows = contradicts(first.checkpoint(), second.checkpoint()).is_some();
        let (root, proof) = match added {
            _ if shows => (first.checkpoint().extent.root, Vec::new()),
            Some(added) if size > 0 => (root, tree.prove_consistency(added).as_bytes().to_vec()),
            _ => (root, Vec::new()),
        };
        Ok(ConsistencyFile {
            kind: KIND.into(),
            version: VERSION,
            genesis: genesis.to_bytes().into(),
            changes,
            first: first.text(),
            second: second.text(),
            root,
            proof: proof.into(),
        })
    }

    /// The file's bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        // Writing to memory cannot fail, and no encoder here refuses a value.
        minicbor::to_vec(self).unwrap_or_default()
    }

    fn read(bytes: &[u8]) -> Result<ConsistencyFile, Fault> {
        let fault = |what: &str| Fault::new(Check::Form, what);
        if bytes.len() > MAX_RECORD_FILE_BYTES {
            return Err(fault("it is longer than any such file"));
        }
        let file: ConsistencyFile = minicbor::decode(bytes)
            .map_err(|error| fault(&format!("these bytes are not a consistency file: {error}")))?;
        if file.kind != KIND || file.version != VERSION {
            return Err(fault("its version is not known here"));
        }
        if file.changes.len() > MAX_NODE_CHANGES {
            return Err(fault(&format!("a file has at most {MAX_NODE_CHANGES} changes of the nodes")));
        }
        if file.to_bytes() != bytes {
            return Err(fault("written again, the bytes differ"));
        }
        Ok(file)
    }
}

/// Checks a consistency file: both checkpoints are signed by enough of the nodes that agreed on their blocks, and what lies
/// between their roots shows that the record of the first is the beginning of that of the second, or that it is not.
///
/// # Errors
/// The first check that fails. A fork is no fault: the file shows it.
pub fn compare(bytes: &[u8], expected: Expected<'_>) -> Result<Compared, Fault> {
    let file = ConsistencyFile::read(bytes)?;
    let (genesis, _) = founding(&file.genesis, expected)?;
    let (first, second) = (Note::read(&file.first)?, Note::read(&file.second)?);
    let (mine, its) = (*first.checkpoint(), *second.checkpoint());
    let history = followed(&genesis, &file.changes, &its)?;
    let signed_second = history.judge(&second)?;
    if mine.height > its.height {
        return Err(Fault::new(Check::Consistency, "the first checkpoint is the later one"));
    }
    let signed_first = first.signers(genesis.id(), history.judges(mine.height))?;
    if let Some(held) = expected.held {
        history.goes_on_from(held, &its)?;
    }
    let why = file.forked(&mine, &its).map_err(|what| Fault::new(Check::Consistency, what))?;
    if why.is_none() {
        history.leads_to(&mine)?;
    }
    let both = |why| Fork { why, both: both(&history, (&mine, &signed_first), (&its, &signed_second)) };
    let fork = why.map(both);
    Ok(Compared { genesis, notes: [first, second], signers: [signed_first, signed_second], fork })
}

impl ConsistencyFile {
    /// Why the two are not of one record; or, if that is not shown either, what is wrong with the proof.
    fn forked(&self, first: &Checkpoint, second: &Checkpoint) -> Result<Option<String>, &'static str> {
        if let Some(why) = contradicts(first, second) {
            let is_bare = self.proof.is_empty() && self.root == first.extent.root;
            return if is_bare { Ok(Some(why.to_string())) } else { Err("it carries more than it needs") };
        }
        let size = first.extent.size;
        let leads = match size {
            // The record of nothing is the beginning of every other.
            0 => self.proof.is_empty() && self.root.0 == <[u8; 32]>::from(Sha256::new().finalize()),
            _ => self.leads_to(size, second),
        };
        if !leads {
            return Err("the hashes between the two roots lead from none to the other");
        }
        Ok((self.root != first.extent.root).then(|| {
            format!(
                "when the second record had {size} events its root was {}, and the first says {}",
                self.root, first.extent.root
            )
        }))
    }

    fn leads_to(&self, size: u64, second: &Checkpoint) -> bool {
        let root = RootHash::<Sha256>::new(self.root.0.into(), size);
        let last = RootHash::<Sha256>::new(second.extent.root.0.into(), second.extent.size);
        let proof = ConsistencyProof::try_from_bytes(self.proof.to_vec());
        proof.is_ok_and(|proof| last.verify_consistency(&root, &proof).is_ok())
    }
}

type Signed<'s> = (&'s Checkpoint, &'s [MemberCode]);

/// The nodes that signed the one and the other, each with one key.
fn both(history: &History, first: Signed<'_>, second: Signed<'_>) -> Vec<(MemberCode, PublicKey)> {
    let keys = |(checkpoint, signers): Signed<'_>| -> Vec<(MemberCode, PublicKey)> {
        let judges = history.judges(checkpoint.height).iter();
        judges.filter(|(member, _)| signers.contains(member)).copied().collect()
    };
    let second = keys(second);
    keys(first).into_iter().filter(|node| second.contains(node)).collect()
}
