//! A block: commands in one order, at one agreed moment, on top of one parent.

use alloc::vec::Vec;

use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};

use crate::ids::{BlockId, Digest, PartnershipId, TreeRoot, hash};
use crate::moment::Moment;
use crate::ordering::Orderer;
use crate::partnership::Partnership;
use crate::signed::{Signed, SignedError};
use crate::tree::Extent;
use crate::wire;

/// The most commands in a block.
pub const MAX_BLOCK_COMMANDS: usize = 4096;
/// The longest block that is read, in bytes.
pub const MAX_BLOCK_BYTES: usize = 8 * 1024 * 1024;

const VERSION: u8 = 3;

/// Commands in one order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    height: u64,
    parent: BlockId,
    moment: Moment,
    extent: Extent,
    orderer: Option<Orderer>,
    commands: Vec<Signed>,
    bytes: Vec<u8>,
}

/// Where a block stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// The height: the first block has 1.
    pub height: u64,
    /// The parent block, or the genesis under the first.
    pub parent: BlockId,
    /// The record after the parent.
    pub extent: Extent,
    /// The agreed moment.
    pub moment: Moment,
}

impl Partnership {
    /// Where a block of this moment stands that follows.
    #[must_use]
    pub fn head(&self, moment: Moment) -> Head {
        let height = self.height().saturating_add(1);
        Head { height, parent: self.tip(), extent: self.extent(), moment }
    }
}

/// The form of a block in bytes.
#[derive(Encode, Decode)]
struct Form {
    #[n(0)]
    version: u8,
    #[n(1)]
    height: u64,
    #[n(2)]
    parent: BlockId,
    #[n(3)]
    moment: Moment,
    #[n(4)]
    digest: Digest,
    #[n(5)]
    size: u64,
    #[n(6)]
    root: TreeRoot,
    #[n(7)]
    orderer: Option<Orderer>,
    #[n(8)]
    commands: Vec<ByteVec>,
}

/// Why bytes are not a block.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BlockError {
    /// Longer than any block.
    #[error("a block has at most {MAX_BLOCK_BYTES} bytes and {MAX_BLOCK_COMMANDS} commands")]
    TooLong,
    /// Not a block; the offset is within the bytes.
    #[error("this is not a block (byte {0})")]
    Form(usize),
    /// Readable, but not in the one form that it has.
    #[error("these bytes are not in canonical form: written again, they differ")]
    NotCanonical,
    /// A command in it is not one.
    #[error("command {position}: {error}")]
    Command {
        /// Its place, from 0.
        position: usize,
        /// What is wrong with it.
        error: SignedError,
    },
}

/// How many commands a block claims to hold, read before any of them is.
fn claimed(bytes: &[u8]) -> Option<usize> {
    let mut decoder = minicbor::Decoder::new(bytes);
    decoder.array().ok()?;
    for _ in 0..8 {
        decoder.skip().ok()?;
    }
    usize::try_from(decoder.array().ok()??).ok()
}

impl Block {
    /// A block of these commands on top of a parent: its height, its id, the record after it. It names no node, as in a
    /// partnership on one.
    ///
    /// # Errors
    /// [`BlockError::TooLong`].
    pub fn new(
        height: u64,
        parent: BlockId,
        extent: Extent,
        moment: Moment,
        commands: Vec<Signed>,
    ) -> Result<Block, BlockError> {
        Block::made(Head { height, parent, extent, moment }, None, commands)
    }

    /// A block of these commands, ordered by a node among nodes.
    ///
    /// # Errors
    /// [`BlockError::TooLong`].
    pub fn ordered(head: Head, orderer: Orderer, commands: Vec<Signed>) -> Result<Block, BlockError> {
        Block::made(head, Some(orderer), commands)
    }

    fn made(head: Head, orderer: Option<Orderer>, commands: Vec<Signed>) -> Result<Block, BlockError> {
        let Head { height, parent, extent, moment } = head;
        let bodies = commands.iter().map(|command| ByteVec::from(command.bytes().to_vec())).collect();
        let Extent { size, root, digest } = extent;
        let (version, named) = (VERSION, orderer.clone());
        let form =
            Form { version, height, parent, moment, digest, size, root, orderer: named, commands: bodies };
        let bytes = wire::bytes(&form);
        if commands.len() > MAX_BLOCK_COMMANDS || bytes.len() > MAX_BLOCK_BYTES {
            return Err(BlockError::TooLong);
        }
        Ok(Block { height, parent, moment, extent, orderer, commands, bytes })
    }

    /// Reads a block of this partnership.
    ///
    /// # Errors
    /// [`BlockError`]: what about the bytes is not a block in canonical form.
    pub fn read(bytes: &[u8], partnership: &PartnershipId) -> Result<Block, BlockError> {
        if bytes.len() > MAX_BLOCK_BYTES {
            return Err(BlockError::TooLong);
        }
        if claimed(bytes).is_some_and(|commands| commands > MAX_BLOCK_COMMANDS) {
            return Err(BlockError::TooLong);
        }
        let form: Form = minicbor::decode(bytes)
            .map_err(|error| BlockError::Form(error.position().unwrap_or_default()))?;
        if form.version != VERSION {
            return Err(BlockError::Form(0));
        }
        if wire::bytes(&form) != bytes {
            return Err(BlockError::NotCanonical);
        }
        let command = |(position, body): (usize, &ByteVec)| {
            Signed::read(body, partnership).map_err(|error| BlockError::Command { position, error })
        };
        let commands = form.commands.iter().enumerate().map(command).collect::<Result<_, _>>()?;
        let Form { height, parent, moment, digest, size, root, orderer, .. } = form;
        let extent = Extent { size, root, digest };
        Ok(Block { height, parent, moment, extent, orderer, commands, bytes: bytes.to_vec() })
    }

    /// Where it stands.
    #[must_use]
    pub fn head(&self) -> Head {
        Head { height: self.height, parent: self.parent, extent: self.extent, moment: self.moment }
    }

    /// The block's id.
    #[must_use]
    pub fn id(&self) -> BlockId {
        Block::id_of(&self.bytes)
    }

    /// The id that a block of these bytes has, whether or not they are one.
    #[must_use]
    pub fn id_of(bytes: &[u8]) -> BlockId {
        BlockId(hash("quorate/block/1", &[bytes]))
    }

    /// The canonical bytes.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The height: the first block has 1.
    #[must_use]
    pub fn height(&self) -> u64 {
        self.height
    }

    /// The parent block, or the genesis under the first.
    #[must_use]
    pub fn parent(&self) -> BlockId {
        self.parent
    }

    /// The agreed moment.
    #[must_use]
    pub fn moment(&self) -> Moment {
        self.moment
    }

    /// The record after the parent.
    #[must_use]
    pub fn extent(&self) -> Extent {
        self.extent
    }

    /// What the node that ordered it says; none in a partnership on one node.
    #[must_use]
    pub fn orderer(&self) -> Option<&Orderer> {
        self.orderer.as_ref()
    }

    /// The commands, in order.
    #[must_use]
    pub fn commands(&self) -> &[Signed] {
        &self.commands
    }
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "tests count small numbers")]
mod tests {
    use alloc::vec;

    use super::*;
    use crate::exercise::Real;
    use crate::exercise::commands::indicate;

    const EXTENT: Extent = Extent { size: 1, root: TreeRoot([4; 32]), digest: Digest([2; 32]) };

    fn block(commands: Vec<Signed>) -> Result<Block, BlockError> {
        Block::new(1, BlockId([1; 32]), EXTENT, Moment(3), commands)
    }

    #[test]
    fn a_block_is_read_as_it_was_made() {
        let mut real = Real::begin();
        let id = real.partnership.id();
        let signed = real.sign("CAN/representative", indicate("GBR", None));
        for commands in [vec![], vec![signed.clone()], vec![signed.clone(), signed]] {
            let made = block(commands.clone()).unwrap();
            let read = Block::read(made.bytes(), &id).unwrap();
            assert_eq!(read, made);
            assert_eq!((read.id(), read.commands()), (made.id(), commands.as_slice()));
        }
    }

    #[test]
    fn a_block_has_a_bounded_number_of_commands() {
        let mut real = Real::begin();
        let signed = real.sign("CAN/representative", indicate("GBR", None));
        let full = block(vec![signed.clone(); MAX_BLOCK_COMMANDS]).unwrap();
        assert!(Block::read(full.bytes(), &real.partnership.id()).is_ok());
        assert_eq!(block(vec![signed.clone(); MAX_BLOCK_COMMANDS + 1]), Err(BlockError::TooLong));
        // The same block by hand, since it cannot be made otherwise.
        let bodies = vec![ByteVec::from(signed.bytes().to_vec()); MAX_BLOCK_COMMANDS + 1];
        let form = Form {
            version: VERSION,
            height: 1,
            parent: BlockId([1; 32]),
            moment: Moment(3),
            digest: EXTENT.digest,
            size: EXTENT.size,
            root: EXTENT.root,
            orderer: None,
            commands: bodies,
        };
        assert_eq!(Block::read(&wire::bytes(&form), &real.partnership.id()), Err(BlockError::TooLong));
    }

    #[test]
    fn a_command_that_is_none_is_named_by_its_place() {
        let mut real = Real::begin();
        let signed = real.sign("CAN/representative", indicate("GBR", None));
        let commands = vec![ByteVec::from(signed.bytes().to_vec()), ByteVec::from(vec![0])];
        let form = Form {
            version: VERSION,
            height: 1,
            parent: BlockId([1; 32]),
            moment: Moment(3),
            digest: EXTENT.digest,
            size: EXTENT.size,
            root: EXTENT.root,
            orderer: None,
            commands,
        };
        let error = SignedError::Envelope;
        let read = Block::read(&wire::bytes(&form), &real.partnership.id());
        assert_eq!(read, Err(BlockError::Command { position: 1, error }));
        let other_version = Form { version: 2, commands: vec![], ..form };
        assert_eq!(
            Block::read(&wire::bytes(&other_version), &real.partnership.id()),
            Err(BlockError::Form(0))
        );
    }
}
