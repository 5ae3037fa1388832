//! What goes over a link.

use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};

use crate::documents::{Deposit, DocumentId};
use crate::engine::{Message, Seal, Seat};

/// One thing that a node sends another. Who sends it is known from the link.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub(crate) enum Parcel {
    /// What replicas tell one another.
    #[n(0)]
    Engine(#[n(0)] Message),
    /// The sender's signature on what the record came to after this height.
    #[n(1)]
    Cosigned(#[n(0)] u64, #[n(1)] Seal),
    /// Who signed what the record came to after this height, with which the nodes changed?
    #[n(2)]
    SealsWanted(#[n(0)] u64),
    /// These did.
    #[n(3)]
    Seals(#[n(0)] u64, #[n(1)] Vec<(Seat, Seal)>),
    /// The sender has the documents of these deposits.
    #[n(4)]
    Have(#[n(0)] Vec<Deposit>),
    /// What is in this document from this byte on?
    #[n(5)]
    Want(#[n(0)] DocumentId, #[n(1)] u32),
    /// This is.
    #[n(6)]
    Piece(#[n(0)] DocumentId, #[n(1)] u32, #[n(2)] ByteVec),
}

impl Parcel {
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        // Writing to a vector in memory does not fail.
        minicbor::to_vec(self).unwrap_or_default()
    }

    /// Reads a parcel; nothing if the bytes are none, to the last.
    pub(crate) fn from_bytes(bytes: &[u8]) -> Option<Parcel> {
        let mut decoder = minicbor::Decoder::new(bytes);
        let parcel = decoder.decode().ok()?;
        (decoder.position() == bytes.len()).then_some(parcel)
    }
}

#[cfg(test)]
mod tests {
    use quorate_partnership::PublicKey;

    use super::*;
    use crate::documents::tests::deposit;
    use crate::engine::Height;

    #[test]
    fn what_is_written_is_read_to_the_last_byte() {
        let seals = vec![(Seat(PublicKey([2; 32])), Seal([3; 64]))];
        let parcels = [
            Parcel::Engine(Message::Reached(Height(7))),
            Parcel::Cosigned(7, Seal([3; 64])),
            Parcel::SealsWanted(7),
            Parcel::Seals(7, seals),
            Parcel::Have(vec![deposit("CAN", b"a text")]),
            Parcel::Want(DocumentId([4; 32]), 65_536),
            Parcel::Piece(DocumentId([4; 32]), 65_536, vec![5; 6].into()),
        ];
        for parcel in parcels {
            let mut bytes = parcel.to_bytes();
            assert_eq!(Parcel::from_bytes(&bytes), Some(parcel));
            bytes.push(0);
            assert_eq!(Parcel::from_bytes(&bytes), None);
        }
    }
}
