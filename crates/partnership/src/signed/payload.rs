//! What is signed: who, until when, and the command.

use minicbor::{Decode, Encode};
use quorate_charter::{MemberCode, Office};

use super::SignedError;
use crate::author::Post;
use crate::command::Command;
use crate::ids::BlockId;
use crate::moment::Moment;

const VERSION: u8 = 1;

#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Payload {
    #[n(0)]
    version: u8,
    #[n(1)]
    member: MemberCode,
    #[n(2)]
    office: Office,
    #[n(3)]
    expires: Moment,
    #[n(4)]
    nonce: u64,
    #[n(5)]
    tip: BlockId,
    #[n(6)]
    command: Command,
}

impl Payload {
    pub(super) fn new(post: Post, expires: Moment, nonce: u64, tip: BlockId, command: Command) -> Payload {
        Payload { version: VERSION, member: post.member, office: post.office, expires, nonce, tip, command }
    }

    pub(super) fn read(bytes: &[u8]) -> Result<Payload, SignedError> {
        let payload: Payload = minicbor::decode(bytes)
            .map_err(|error| SignedError::Payload(error.position().unwrap_or_default()))?;
        if payload.version == VERSION { Ok(payload) } else { Err(SignedError::Payload(0)) }
    }

    pub(super) fn post(&self) -> Post {
        Post { member: self.member, office: self.office }
    }

    pub(super) fn expires(&self) -> Moment {
        self.expires
    }

    pub(super) fn tip(&self) -> BlockId {
        self.tip
    }

    pub(super) fn command(&self) -> &Command {
        &self.command
    }
}
