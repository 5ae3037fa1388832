//! The ids of commands already ordered, until they expire, and what was answered.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use minicbor::decode::Error as DecodeError;
use minicbor::encode::{Error as EncodeError, Write};
use minicbor::{Decode, Decoder, Encode, Encoder};

use crate::ids::CommandId;
use crate::moment::Moment;
use crate::refusal::Refused;

/// A command that was ordered, and the answer to it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Remembered {
    /// The height of its block.
    #[n(0)]
    pub height: u64,
    /// Its place among the commands of the block, from 0.
    #[n(1)]
    pub position: u32,
    /// Why it was refused, if it was.
    #[n(2)]
    pub refusal: Option<Refused>,
}

/// The ids that may not come again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Memory {
    by_id: BTreeMap<CommandId, Remembered>,
    by_expiry: BTreeSet<(Moment, CommandId)>,
}

impl Memory {
    pub(crate) fn get(&self, id: &CommandId) -> Option<&Remembered> {
        self.by_id.get(id)
    }

    pub(crate) fn keep(&mut self, id: CommandId, expires: Moment, remembered: Remembered) {
        self.by_id.insert(id, remembered);
        self.by_expiry.insert((expires, id));
    }

    /// Forgets what has expired by then: a command that expired cannot come again anyhow.
    pub(crate) fn forget(&mut self, until: Moment) {
        while let Some((expires, id)) = self.by_expiry.first().copied()
            && expires <= until
        {
            self.by_expiry.pop_first();
            self.by_id.remove(&id);
        }
    }
}

impl<C> Encode<C> for Memory {
    fn encode<W: Write>(&self, e: &mut Encoder<W>, ctx: &mut C) -> Result<(), EncodeError<W::Error>> {
        let Memory { by_id, by_expiry } = self;
        let all = by_expiry.iter().filter_map(|(expires, id)| Some((expires, id, by_id.get(id)?)));
        e.encode_with(all.collect::<Vec<(&Moment, &CommandId, &Remembered)>>(), ctx)?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Memory {
    fn decode(d: &mut Decoder<'b>, ctx: &mut C) -> Result<Memory, DecodeError> {
        let mut memory = Memory::default();
        for known in d.array_iter_with::<C, (Moment, CommandId, Remembered)>(ctx)? {
            let (expires, id, remembered) = known?;
            memory.keep(id, expires, remembered);
        }
        Ok(memory)
    }
}
