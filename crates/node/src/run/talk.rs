//! What is asked at a node's door, and what it answers.

use std::io::{self, Read, Write};

use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};
use quorate_partnership::{Moment, Phrase};

use super::status::Standing;
use crate::documents::{Deposit, Media};

/// The longest question or answer, in bytes: a block and what goes with it.
pub(super) const MAX_TALK_BYTES: u32 = 16 * 1024 * 1024;

/// Where a command stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Place {
    /// The height of its block.
    #[n(0)]
    pub height: u64,
    /// Its place among the commands of the block, from 0.
    #[n(1)]
    pub position: u32,
}

/// A question.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub(super) enum Request {
    /// Order these signed commands.
    #[n(0)]
    Submit(#[n(0)] Vec<ByteVec>),
    /// How do you stand?
    #[n(1)]
    Standing,
    /// The blocks from this height on.
    #[n(2)]
    Blocks(#[n(0)] u64),
    /// Let the time of a rehearsal pass until this moment.
    #[n(3)]
    Pass(#[n(0)] Moment),
    /// What the record came to, signed by as many nodes as it takes.
    #[n(4)]
    Note,
    /// Where the partnership begins.
    #[n(5)]
    Genesis,
    /// The changes of the nodes from this height on, as they are signed by now.
    #[n(6)]
    Changes(#[n(0)] u64),
    /// Keep this document, and have the other nodes keep it.
    #[n(7)]
    Deposit(#[n(0)] Phrase, #[n(1)] Media, #[n(2)] ByteVec),
    /// What is left of blocks from this height on, whose bodies went.
    #[n(8)]
    Left(#[n(0)] u64),
    /// What was true after the last block whose body went, from this byte on.
    #[n(9)]
    Base(#[n(0)] u64),
}

impl Request {
    /// What is asked, in words.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Request::Submit(_) => "a submission",
            Request::Standing => "how it stands",
            Request::Blocks(_) => "a wish for blocks",
            Request::Pass(_) => "a wish that time pass",
            Request::Note => "a wish for a checkpoint",
            Request::Genesis => "a wish for the genesis",
            Request::Changes(_) => "a wish for the changes of the nodes",
            Request::Deposit(..) => "the deposit of a document",
            Request::Left(_) | Request::Base(_) => "a wish for what is left of blocks",
        }
    }
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub(super) enum Reply {
    /// Where each of the commands stands.
    #[n(0)]
    Ordered(#[n(0)] Vec<Place>),
    /// They wait.
    #[n(1)]
    NotYet,
    /// So it stands.
    #[n(2)]
    Standing(#[n(0)] Box<Standing>),
    /// Blocks, in order; none if there are none.
    #[n(3)]
    Blocks(#[n(0)] Vec<ByteVec>),
    /// Done.
    #[n(4)]
    Done,
    /// A signed checkpoint.
    #[n(5)]
    Note(#[n(0)] String),
    /// That cannot be.
    #[n(6)]
    Failed(#[n(0)] String),
    /// There it begins.
    #[n(7)]
    Genesis(#[n(0)] ByteVec),
    /// Changes of the nodes, in order; none if there are none.
    #[n(8)]
    Changes(#[n(0)] Vec<ByteVec>),
    /// The document is kept.
    #[n(9)]
    Deposited(#[n(0)] Box<Deposit>),
    /// What is left of blocks, in order; none if there is nothing more.
    #[n(10)]
    Left(#[n(0)] Vec<ByteVec>),
    /// Some bytes of what was true; none at its end.
    #[n(11)]
    Base(#[n(0)] ByteVec),
}

/// Writes one frame: its length in four bytes, then its bytes.
pub(super) fn write<T: Encode<()>>(to: &mut impl Write, what: &T) -> io::Result<()> {
    let bytes = minicbor::to_vec(what).map_err(|error| io::Error::other(error.to_string()))?;
    let long = u32::try_from(bytes.len()).ok().filter(|long| *long <= MAX_TALK_BYTES);
    let long = long.ok_or_else(|| io::Error::new(io::ErrorKind::InvalidData, "it is too long"))?;
    to.write_all(&long.to_be_bytes())?;
    to.write_all(&bytes)?;
    to.flush()
}

/// Reads one frame. Memory is taken as bytes come, not as they are announced.
pub(super) fn read<T: for<'b> Decode<'b, ()>>(from: &mut impl Read) -> io::Result<T> {
    let mut long = [0; 4];
    from.read_exact(&mut long)?;
    let long = u32::from_be_bytes(long);
    if long > MAX_TALK_BYTES {
        return Err(io::Error::new(io::ErrorKind::InvalidData, "it is too long"));
    }
    let mut bytes = Vec::new();
    from.take(u64::from(long)).read_to_end(&mut bytes)?;
    if u32::try_from(bytes.len()) != Ok(long) {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    minicbor::decode(&bytes).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error.to_string()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let mut bytes = Vec::new();
        let asked = Request::Submit(vec![ByteVec::from(vec![1, 2])]);
        write(&mut bytes, &asked).unwrap();
        write(&mut bytes, &Request::Note).unwrap();
        let mut from = bytes.as_slice();
        assert_eq!(read::<Request>(&mut from).unwrap(), asked);
        assert_eq!(read::<Request>(&mut from).unwrap(), Request::Note);
        assert!(read::<Request>(&mut from).is_err());
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_not(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
            let _ = read::<Request>(&mut bytes.as_slice());
            let _ = read::<Reply>(&mut bytes.as_slice());
        }
    }
}
