//! One line that commits to all logs of all compartments of an agent at once, and tells how many there are to nobody.
//!
//! It is the root over 64 leaves, in ascending order: for each compartment a hash over chance and what its logs came to, and
//! chance for the rest. So that something was taken away shows to whoever is in, and that there is something to nobody.

use base64ct::{Base64, Encoding as _};
use ct_merkle::{InclusionProof, RootHash};
use minicbor::{Decode, Encode};
use quorate_partnership::{Moment, PublicKey, hash};
use sha2::Sha256;

use super::held::Held;
use super::log::{Compared, Front, Known, LogHead, leaf};
use super::parcel::{Item, Parcel, kind};
use super::sealing::Bound;
use super::take::{Taken, Told};
use super::{CompartmentId, Now, Refusal, Seat, Vault};
use crate::agent::Secret;
use crate::product::Signs as _;

/// How many leaves each checkpoint has: the most compartments of one agent that it can commit to.
pub const BLINDED_LEAVES: usize = 64;
/// The longest file of a checkpoint, in bytes.
pub const MAX_BLINDED_BYTES: usize = 512;
/// The most checkpoints that an agent can open: its oldest go first.
const MAX_KEPT: usize = 8;
/// What a line begins with, and what is signed.
const FORM: &str = "quorate-blinded-checkpoint-1";

/// Thirty-two bytes of a leaf.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(transparent)]
struct Leaf(#[cbor(n(0), with = "minicbor::bytes")] [u8; 32]);

/// What opens one leaf.
#[derive(Clone, Debug, Encode, Decode)]
#[cbor(array)]
struct Opens {
    #[n(0)]
    id: CompartmentId,
    #[n(1)]
    chance: Secret,
    #[n(2)]
    heads: Vec<LogHead>,
}

/// A checkpoint that this agent can open.
#[derive(Clone, Debug, Encode, Decode)]
pub(super) struct Kept {
    #[n(0)]
    line: String,
    #[n(1)]
    leaves: Vec<Leaf>,
    #[n(2)]
    opens: Vec<Opens>,
}

/// What members of one compartment are given of a checkpoint.
#[derive(Encode, Decode)]
#[cbor(array)]
struct Opening {
    #[n(0)]
    line: String,
    #[n(1)]
    chance: Secret,
    #[n(2)]
    heads: Vec<LogHead>,
    #[n(3)]
    index: u64,
    #[cbor(n(4), with = "minicbor::bytes")]
    path: Vec<u8>,
}

/// A checkpoint that a member opened for the others, as it compares with what is known here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Committed {
    /// Whose it is.
    pub by: Seat,
    /// When it was made, as it says.
    pub at: Moment,
    /// The SHA-256 of its file: to be found on the record.
    pub document: [u8; 32],
    /// Each log that it commits to, with what is known of it here.
    pub logs: Vec<(PublicKey, u64, Compared)>,
}

/// A line, read and its signature verified.
struct Line {
    agent: PublicKey,
    at: Moment,
    root: [u8; 32],
}

fn signed_text(agent: &PublicKey, at: Moment, root: &[u8; 32]) -> String {
    // Each part has one length, so that all lines have.
    format!("{FORM} {agent} {:020} {}", at.0, Base64::encode_string(root))
}

impl Line {
    fn read(line: &str) -> Option<Line> {
        let (text, signature) = line.strip_suffix('\n')?.rsplit_once(' ')?;
        let mut parts = text.split(' ').skip(1);
        let agent: PublicKey = parts.next()?.parse().ok()?;
        let at = Moment(parts.next()?.parse().ok()?);
        let root = Base64::decode_vec(parts.next()?).ok()?.try_into().ok()?;
        let signature = Base64::decode_vec(signature).ok()?.try_into().ok()?;
        let is_signed = signed_text(&agent, at, &root) == text && agent.verifies(text.as_bytes(), &signature);
        is_signed.then_some(Line { agent, at, root })
    }
}

impl Opens {
    fn leaf(&self) -> Leaf {
        let heads = minicbor::to_vec(&self.heads).unwrap_or_default();
        Leaf(hash("quorate/blinded/1", &[self.chance.expose(), &self.id.0, &heads]))
    }
}

impl Vault {
    /// One line that commits to what the logs of all compartments came to, in which this agent is. The agent keeps what opens it.
    ///
    /// # Errors
    /// [`Refusal::TooManyCompartments`] beyond [`BLINDED_LEAVES`]; the machine gives no random bytes.
    pub fn checkpoint(&mut self, now: &Now<'_>) -> Result<String, Refusal> {
        let chance = || Secret::random().map_err(|_| Refusal::Group("the machine gives no random bytes"));
        let mut opens = Vec::new();
        for held in self.held.iter().filter(|held| !held.out) {
            opens.push(Opens { id: held.id, chance: chance()?, heads: held.logs.heads() });
        }
        if opens.len() > BLINDED_LEAVES {
            return Err(Refusal::TooManyCompartments);
        }
        let mut leaves: Vec<Leaf> = opens.iter().map(Opens::leaf).collect();
        while leaves.len() < BLINDED_LEAVES {
            leaves.push(Leaf(*chance()?.expose()));
        }
        leaves.sort_unstable();
        let mut front = Front::default();
        leaves.iter().for_each(|Leaf(bytes)| front.push(leaf(bytes)));
        let text = signed_text(&self.identity.public(), now.at, &front.root());
        let signature = self.identity.sign(text.as_bytes());
        let signature = signature.map_err(|_| Refusal::Group("nothing can be signed"))?;
        let line = format!("{text} {}\n", Base64::encode_string(&signature));
        self.blinded.push(Kept { line: line.clone(), leaves, opens });
        let over = self.blinded.len().saturating_sub(MAX_KEPT);
        self.blinded.drain(..over);
        Ok(line)
    }

    /// Opens this agent's checkpoint for the members of one compartment, and for nobody else: it is sealed as all that they read.
    ///
    /// # Errors
    /// [`Refusal::NoCheckpoint`] if it is not this agent's, too old, or of before this compartment.
    pub fn open_checkpoint(&self, name: &str, line: &str) -> Result<Parcel, Refusal> {
        let held = self.named(name)?;
        held.usable()?;
        let kept = self.blinded.iter().find(|kept| kept.line == line).ok_or(Refusal::NoCheckpoint)?;
        let opens = kept.opens.iter().find(|one| one.id == held.id).ok_or(Refusal::NoCheckpoint)?;
        let own = opens.leaf();
        let at = kept.leaves.iter().position(|leaf| *leaf == own).ok_or(Refusal::NoCheckpoint)?;
        let index = u64::try_from(at).map_err(|_| Refusal::NoCheckpoint)?;
        let leaves: Vec<[u8; 32]> = kept.leaves.iter().map(|Leaf(bytes)| leaf(bytes)).collect();
        let (front, size) = (Front::default(), u64::try_from(leaves.len()).unwrap_or_default());
        let known = Known { front: &front, leaves: &leaves };
        let path = known.path(index, size).ok_or(Refusal::NoCheckpoint)?.concat();
        let (chance, heads) = (opens.chance.clone(), opens.heads.clone());
        let plain = minicbor::to_vec(Opening { line: line.into(), chance, heads, index, path });
        let era = held.now()?;
        let bound = Bound { id: held.id, epoch: era.epoch, kind: kind::OPENING };
        let sealed = bound.seal(&era.log_key, &plain.unwrap_or_default());
        let sealed = sealed.ok_or(Refusal::Group("nothing can be sealed"))?;
        Ok(Parcel::of(held.id).with(kind::OPENING, era.epoch, sealed))
    }
}

/// Takes in a checkpoint that a member opened: its line is signed by an agent that was in, and the leaf is in it.
pub(super) fn take(held: &Held, item: &Item, taken: &mut Taken) -> Result<(), Refusal> {
    let era = held.era_of(item.epoch)?;
    let bound = Bound { id: held.id, epoch: item.epoch, kind: item.kind };
    let plain = bound.open(&era.log_key, &item.bytes).ok_or(Refusal::NotAuthentic)?;
    let opening: Opening = minicbor::decode(&plain).map_err(|_| Refusal::Form)?;
    let Line { agent, at, root } = Line::read(&opening.line).ok_or(Refusal::NotAuthentic)?;
    let by = era.seats.iter().find(|seat| seat.agent() == agent).ok_or(Refusal::NotIn)?.clone();
    let opens = Opens { id: held.id, chance: opening.chance, heads: opening.heads };
    let path = InclusionProof::try_from_bytes(opening.path).map_err(|_| Refusal::Form)?;
    let size = u64::try_from(BLINDED_LEAVES).unwrap_or_default();
    let root = RootHash::<Sha256>::new(root.into(), size);
    let Leaf(bytes) = opens.leaf();
    let is_in =
        opening.index < size && root.verify_inclusion(&bytes.as_slice(), opening.index, &path).is_ok();
    if !is_in {
        return Err(Refusal::NotAuthentic);
    }
    let logs = opens.heads.iter().map(|head| (head.agent, head.size, held.logs.compare(head)));
    let document = {
        use sha2::Digest as _;
        Sha256::digest(&opening.line).into()
    };
    taken.told.push(Told::Committed(Box::new(Committed { by, at, document, logs: logs.collect() })));
    Ok(())
}

#[cfg(test)]
mod tests;
