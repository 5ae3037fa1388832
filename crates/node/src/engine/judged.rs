//! The form in which a node writes down what it found a block to be.

use arc_malachitebft_core_consensus as malachite;
use arc_malachitebft_core_types as types;
use malachite::ProposedValue;
use minicbor::{Decode, Encode};
use quorate_partnership::BlockId;
use types::{Round, Validity};

use super::context::{Choice, Height, Order, Seat};

/// What a node found a block to be that was proposed to it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct JudgedForm {
    #[n(0)]
    pub(super) height: Height,
    #[n(1)]
    round: u32,
    #[n(2)]
    lock: Option<u32>,
    #[n(3)]
    proposer: Seat,
    #[n(4)]
    choice: BlockId,
    #[n(5)]
    is_valid: bool,
}

impl JudgedForm {
    pub(super) fn of(judged: &ProposedValue<Order>) -> JudgedForm {
        JudgedForm {
            height: judged.height,
            round: judged.round.as_u32().unwrap_or_default(),
            lock: judged.valid_round.as_u32(),
            proposer: judged.proposer,
            choice: judged.value.0,
            is_valid: judged.validity.is_valid(),
        }
    }

    pub(super) fn read(self) -> ProposedValue<Order> {
        ProposedValue {
            height: self.height,
            round: Round::Some(self.round),
            valid_round: self.lock.map_or(Round::Nil, Round::Some),
            proposer: self.proposer,
            value: Choice(self.choice),
            validity: Validity::from_bool(self.is_valid),
        }
    }
}
