//! Where a partnership begins: its charter, its members' first keys, its nature and its first moment.

use alloc::string::String;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Charter, Faults, MAX_CHARTER_BYTES, MemberCode};

use crate::ids::{PartnershipId, PublicKey, hash};
use crate::moment::Moment;

/// Real, or a rehearsal: for ever, since it is part of the partnership's id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum Nature {
    /// The real thing: only signed commands, and the nodes' own clocks.
    #[n(0)]
    Real,
    /// A rehearsal: presumed commands are accepted, and agreed time has its own rate.
    #[n(1)]
    Rehearsal {
        /// Agreed milliseconds for each millisecond that passes at the node; 0: time passes only when told to.
        #[n(0)]
        rate: u32,
    },
}

/// A member's first keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Founder {
    /// The member.
    #[n(0)]
    pub member: MemberCode,
    /// Accredits the member's representatives.
    #[n(1)]
    pub root: PublicKey,
    /// Replaces a lost root; kept elsewhere.
    #[n(2)]
    pub recovery: PublicKey,
    /// Signs, for the member's node, what the record came to.
    #[n(3)]
    pub node: PublicKey,
}

/// The first bytes of a partnership: everything else follows from them and from what was ordered.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Genesis {
    #[n(0)]
    version: u8,
    #[n(1)]
    nature: Nature,
    #[n(2)]
    begins: Moment,
    #[n(3)]
    charter: String,
    #[n(4)]
    founders: Vec<Founder>,
}

/// Why there can be no such partnership.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GenesisError {
    /// The charter's text has faults.
    #[error("the charter cannot be read: {}", .0.first().what())]
    Charter(Faults),
    /// Founders and members differ.
    #[error(
        "the founders are not the members of the charter: `{0}` is missing, or stands twice or out of order, or is no member"
    )]
    Founders(MemberCode),
    /// One key for two purposes.
    #[error("a root, recovery or node key of `{0}` stands twice")]
    KeyTwice(MemberCode),
    /// A key under which no signature proves anything.
    #[error("a root, recovery or node key of `{0}` is not a sound Ed25519 public key")]
    UnsoundKey(MemberCode),
    /// Longer than any genesis.
    #[error("a genesis has at most {MAX_GENESIS_BYTES} bytes")]
    TooLong,
    /// Bytes that are no genesis, or not in the one form that a genesis has.
    #[error("these bytes are not a genesis in its one canonical form")]
    Form,
}

const VERSION: u8 = 2;

/// The longest genesis that is read, in bytes: a charter of full length, its members' keys and some to spare.
pub const MAX_GENESIS_BYTES: usize = MAX_CHARTER_BYTES + 64 * 1024;

impl Genesis {
    /// A partnership under this charter, begun at this moment by these founders (one a member, in the order
    /// of their codes).
    ///
    /// # Errors
    /// When the charter has faults, the founders are not its members, or a key stands twice.
    pub fn new(
        nature: Nature,
        begins: Moment,
        charter: &str,
        founders: Vec<Founder>,
    ) -> Result<Genesis, GenesisError> {
        let genesis = Genesis { version: VERSION, nature, begins, charter: charter.into(), founders };
        genesis.read_charter()?;
        Ok(genesis)
    }

    /// Reads a genesis from its bytes.
    ///
    /// # Errors
    /// As [`Genesis::new`], [`GenesisError::TooLong`], and [`GenesisError::Form`] for bytes that are not the
    /// canonical form.
    pub fn from_bytes(bytes: &[u8]) -> Result<Genesis, GenesisError> {
        if bytes.len() > MAX_GENESIS_BYTES {
            return Err(GenesisError::TooLong);
        }
        let genesis: Genesis = minicbor::decode(bytes).map_err(|_| GenesisError::Form)?;
        if genesis.version != VERSION || genesis.to_bytes() != bytes {
            return Err(GenesisError::Form);
        }
        genesis.read_charter()?;
        Ok(genesis)
    }

    /// The canonical bytes, of which the partnership's id is the hash.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        crate::wire::bytes(self)
    }

    /// The partnership's id.
    #[must_use]
    pub fn id(&self) -> PartnershipId {
        PartnershipId(hash("quorate/genesis/1", &[&self.to_bytes()]))
    }

    /// Real or rehearsal.
    #[must_use]
    pub fn nature(&self) -> Nature {
        self.nature
    }

    /// The first moment: every block is later.
    #[must_use]
    pub fn begins(&self) -> Moment {
        self.begins
    }

    /// The founders, in the order of their codes.
    #[must_use]
    pub fn founders(&self) -> &[Founder] {
        &self.founders
    }

    /// The charter's text.
    #[must_use]
    pub fn charter_text(&self) -> &str {
        &self.charter
    }

    /// The charter, read and checked against the founders.
    ///
    /// # Errors
    /// As [`Genesis::new`]; never for a genesis that was made or read by it.
    pub fn read_charter(&self) -> Result<Charter, GenesisError> {
        let charter = Charter::read(&self.charter).map_err(GenesisError::Charter)?;
        let mut keys: Vec<PublicKey> = Vec::new();
        let mut founders = self.founders.iter();
        for (member, _) in charter.members() {
            let founder = founders.next().filter(|founder| founder.member == member);
            let founder = founder.ok_or(GenesisError::Founders(member))?;
            for key in [founder.root, founder.recovery, founder.node] {
                if key.point().is_none() {
                    return Err(GenesisError::UnsoundKey(member));
                }
                if keys.contains(&key) {
                    return Err(GenesisError::KeyTwice(member));
                }
                keys.push(key);
            }
        }
        match founders.next() {
            Some(extra) => Err(GenesisError::Founders(extra.member)),
            None => Ok(charter),
        }
    }
}

#[cfg(test)]
mod tests;
