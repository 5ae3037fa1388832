//! What carriers say: who dialled speaks, who was dialled answers.

use crate::folder::{Id, Lane};

/// A cell: as much as fits one record of TLS (RFC 8446, section 5.1), so that each is one record.
pub const CELL_BYTES: usize = 16 * 1024;
/// Every answer is as long as every other.
pub(crate) const ANSWER_BYTES: usize = 64;
/// The most bytes of a file in one message: what is left of a cell by its length, the kind, the row and the offset.
pub(crate) const MAX_PART_BYTES: usize = CELL_BYTES - 2 - 1 - 1 - 8;

/// What is said on a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Said {
    /// Only that somebody is there.
    Beat,
    /// Something is to be taken.
    Offer { lane: Lane, id: Id, length: u64 },
    /// A part of what was offered last in this row.
    Part { lane: Lane, at: u64, bytes: Vec<u8> },
}

/// What is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    /// Only that somebody is there.
    Beat,
    /// It is taken, from this byte on.
    From { lane: Lane, id: Id, at: u64 },
    /// It is on the disk.
    Have { lane: Lane, id: Id },
    /// Not now: there is no room, or it came to something else.
    Later { lane: Lane, id: Id },
    /// It is longer than all the room there is.
    Never { lane: Lane, id: Id },
}

fn number(bytes: &[u8]) -> Option<u64> {
    Some(u64::from_be_bytes(bytes.try_into().ok()?))
}

impl Said {
    /// In bytes.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        match self {
            Said::Beat => vec![0],
            Said::Offer { lane, id, length } => {
                [[1, lane.number()].as_slice(), &id.0, &length.to_be_bytes()].concat()
            }
            Said::Part { lane, at, bytes } => {
                [[2, lane.number()].as_slice(), &at.to_be_bytes(), bytes].concat()
            }
        }
    }

    /// Reads it; nothing if it is nothing that carriers say.
    pub(crate) fn read(bytes: &[u8]) -> Option<Said> {
        match bytes {
            [0] => Some(Said::Beat),
            [1, lane, rest @ ..] => {
                let (id, length) = rest.split_first_chunk::<32>()?;
                Some(Said::Offer { lane: Lane::of(*lane)?, id: Id(*id), length: number(length)? })
            }
            [2, lane, rest @ ..] => {
                let (at, bytes) = rest.split_first_chunk::<8>()?;
                let fits = (1..=MAX_PART_BYTES).contains(&bytes.len());
                fits.then_some(Said::Part { lane: Lane::of(*lane)?, at: number(at)?, bytes: bytes.to_vec() })
            }
            _ => None,
        }
    }
}

impl Answer {
    /// In bytes, filled up with noughts.
    pub(crate) fn bytes(self) -> [u8; ANSWER_BYTES] {
        let (kind, of, at) = match self {
            Answer::Beat => (0, None, 0),
            Answer::From { lane, id, at } => (1, Some((lane, id)), at),
            Answer::Have { lane, id } => (2, Some((lane, id)), 0),
            Answer::Later { lane, id } => (3, Some((lane, id)), 0),
            Answer::Never { lane, id } => (4, Some((lane, id)), 0),
        };
        let (lane, id) = of.unwrap_or((Lane::Parcels, Id([0; 32])));
        let said = [[kind, lane.number()].as_slice(), &id.0, &at.to_be_bytes()].concat();
        let mut bytes = [0; ANSWER_BYTES];
        for (place, byte) in bytes.iter_mut().zip(said) {
            *place = byte;
        }
        bytes
    }

    /// Reads it; nothing if it is nothing that carriers answer.
    pub(crate) fn read(bytes: &[u8; ANSWER_BYTES]) -> Option<Answer> {
        let [kind, lane, rest @ ..] = bytes;
        let (id, rest) = rest.split_first_chunk::<32>()?;
        let (lane, id, at) = (Lane::of(*lane)?, Id(*id), number(rest.get(..8)?)?);
        let answer = match kind {
            0 => Answer::Beat,
            1 => Answer::From { lane, id, at },
            2 => Answer::Have { lane, id },
            3 => Answer::Later { lane, id },
            4 => Answer::Never { lane, id },
            _ => return None,
        };
        (answer.bytes() == *bytes).then_some(answer)
    }
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_read_is_written_the_same(bytes in vec(any::<u8>(), 0..80), kind in 0..4_u8, lane in 0..3_u8) {
            let bytes = [vec![kind, lane], bytes].concat();
            for bytes in [&bytes[..], &bytes[..1], &bytes[2..]] {
                if let Some(said) = Said::read(bytes) {
                    prop_assert_eq!(said.bytes(), bytes);
                }
            }
        }

        #[test]
        fn answers_are_read_as_they_are_written_and_nothing_else_is(
            kind in 0..6_u8, lane in 0..3_u8, id: [u8; 32], at: u64, more: [u8; 2],
        ) {
            let mut bytes = [0; ANSWER_BYTES];
            bytes[0] = kind;
            bytes[1] = lane;
            bytes[2..34].copy_from_slice(&id);
            bytes[34..42].copy_from_slice(&at.to_be_bytes());
            bytes[62..].copy_from_slice(&more);
            if let Some(answer) = Answer::read(&bytes) {
                prop_assert_eq!(answer.bytes(), bytes);
                prop_assert_eq!(more, [0, 0]);
            }
        }
    }

    #[test]
    fn parts_fit_a_cell_and_no_more() {
        for (length, fits) in [(0, false), (1, true), (MAX_PART_BYTES, true), (MAX_PART_BYTES + 1, false)] {
            let part = Said::Part { lane: Lane::Products, at: 7, bytes: vec![1; length] };
            assert_eq!(Said::read(&part.bytes()).is_some(), fits, "{length}");
        }
        let part = Said::Part { lane: Lane::Products, at: 7, bytes: vec![1; MAX_PART_BYTES] };
        assert_eq!(part.bytes().len() + 2, CELL_BYTES);
        for answer in [
            Answer::Beat,
            Answer::From { lane: Lane::Products, id: Id([3; 32]), at: u64::MAX },
            Answer::Never { lane: Lane::Parcels, id: Id([4; 32]) },
        ] {
            assert_eq!(Answer::read(&answer.bytes()), Some(answer));
        }
    }
}
