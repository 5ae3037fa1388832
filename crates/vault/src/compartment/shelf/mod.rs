//! What rests in a compartment: the products that were shared there, who asked to pass one on or to act on it, what its
//! originator answered, and who acknowledged what.
//!
//! ```text
//!  share ──▶ a sealed product, for any store       and a notice, to everyone who is in
//!  ask   ──▶ a letter to the originator's agents ──▶ answer: a letter back, with a release if it is allowed
//!  act on ──▶ a letter to the originator's agents ──▶ answer: a letter back, with its consent or without
//!  acknowledge ──▶ a letter to the originator's agents
//! ```
//!
//! A notice is read by everyone who is in, a letter by the agents of one member alone: what two members owe each other is not
//! seen by the others.

mod account;
mod acknowledge;
mod acting;
mod answer;
mod asking;
mod brief;
mod letter;
mod notice;
mod open;
mod permit;
mod room;
mod share;
mod tear_line;
#[cfg(test)]
pub(super) mod vectors;
mod wider;

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;
use quorate_partnership::{Moment, Post, PublicKey};

use super::{Refusal, Retention};
use crate::agent::Secret;
use crate::product::{Header, ProductId};

pub use account::{Account, Side};
pub use answer::Answering;
pub use asking::{Aim, Answered, Asked};
pub use share::Sharing;
use tear_line::Opening;
pub use tear_line::TearLines;
pub use wider::TearLineFault;

pub(super) use letter::take as take_letter;
pub(super) use notice::{Notice, sealed as sealed_notice, take as take_notice};

/// The longest header of a product that is shared, in bytes: everyone who is in keeps it.
pub const MAX_SHARED_HEADER: usize = 16 * 1024;
/// The most questions of one agent that are kept: the oldest go first.
const MAX_ASKED: usize = 64;
/// The most agents that one question names.
const MAX_ASKED_FOR: usize = 16;

/// Everything of it that an agent keeps of one compartment.
#[derive(Clone, Debug, Default, Encode, Decode)]
pub(super) struct Shelf {
    #[n(0)]
    shared: Vec<Shelved>,
    #[n(1)]
    asked: Vec<Asked>,
}

/// A product that was shared in a compartment, as its notice told.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Shelved {
    /// Its id.
    #[n(0)]
    pub product: ProductId,
    /// What it is, for whom, whose and from what.
    #[n(1)]
    pub header: Header,
    /// The class of retention.
    #[n(2)]
    pub class: Retention,
    /// The agent of the originator that sealed it.
    #[n(3)]
    pub agent: PublicKey,
    /// Whether the originator holds back a half of its key.
    #[n(4)]
    pub held_back: bool,
    /// Who acknowledged it, and when: known to the originator's agents alone.
    #[n(5)]
    pub acknowledged: Vec<(Post, PublicKey, Moment)>,
    /// The agents to which the originator released it: known to the agent that did.
    #[n(6)]
    pub released: Vec<(PublicKey, Moment)>,
    /// The half that this agent holds back.
    #[n(7)]
    second: Option<Half>,
    /// The length of the header, in bytes.
    #[n(8)]
    bytes: u64,
    /// What opens the commitments of its tear-line versions.
    #[n(9)]
    tear_lines: Vec<Opening>,
}

#[derive(Clone, Debug, Encode, Decode)]
#[cbor(transparent)]
struct Half(#[n(0)] Secret);

impl PartialEq for Half {
    fn eq(&self, _: &Half) -> bool {
        true
    }
}

impl Eq for Half {}

impl Shelf {
    /// A product by its id: an id is claimed by whoever sends a notice of it first, and only one claim is true.
    fn product(&self, product: ProductId) -> Result<&Shelved, Refusal> {
        let mut claims = self.claims(product);
        match (claims.next(), claims.next()) {
            (Some(one), None) => Ok(one),
            (None, _) => Err(Refusal::NoProduct),
            (Some(one), Some(other)) => {
                Err(Refusal::TwoOriginators(one.header.originator, other.header.originator))
            }
        }
    }

    /// Everybody's notices of a product.
    fn claims(&self, product: ProductId) -> impl Iterator<Item = &Shelved> {
        self.shared.iter().filter(move |shelved| shelved.product == product)
    }

    /// The product as an agent of this member shared it.
    fn of_member(&self, product: ProductId, member: MemberCode) -> Option<&Shelved> {
        self.claims(product).find(|shelved| shelved.header.originator.member == member)
    }

    /// The same, to be changed.
    fn of_member_mut(&mut self, product: ProductId, member: MemberCode) -> Result<&mut Shelved, Refusal> {
        let is_its = |one: &&mut Shelved| one.product == product && one.header.originator.member == member;
        self.shared.iter_mut().find(is_its).ok_or(Refusal::NoProduct)
    }

    /// The product of an agent.
    fn product_of(&mut self, product: ProductId, agent: &PublicKey) -> Result<&mut Shelved, Refusal> {
        let is_its = |shelved: &&mut Shelved| shelved.product == product && shelved.agent == *agent;
        self.shared.iter_mut().find(is_its).ok_or(Refusal::NoProduct)
    }
}

/// How long a header is, in bytes; none if it is too long to be shared.
fn length(header: &Header) -> Option<u64> {
    let bytes = minicbor::to_vec(header).ok()?;
    u64::try_from(bytes.len()).ok().filter(|_| bytes.len() <= MAX_SHARED_HEADER)
}

#[cfg(test)]
mod tests;
