//! What rests in a compartment: the products that were shared there, who asked to pass one on, what its originator answered,
//! and who acknowledged what.
//!
//! ```text
//!  share ──▶ a sealed product, for any store       and a notice, to everyone who is in
//!  ask   ──▶ a letter to the originator's agents ──▶ answer: a letter back, with a release if it is allowed
//!  acknowledge ──▶ a letter to the originator's agents
//! ```
//!
//! A notice is read by everyone who is in, a letter by the agents of one member alone: what two members owe each other is not
//! seen by the others.

mod account;
mod acknowledge;
mod answer;
mod asking;
mod letter;
mod notice;
mod open;
mod permit;
mod share;

use minicbor::{Decode, Encode};
use quorate_partnership::{Moment, PublicKey};

use super::{Refusal, Retention};
use crate::agent::{Credential, Secret};
use crate::product::{Header, ProductId};

pub use account::{Account, Side};
pub use answer::Answering;
pub use asking::{Answered, Asked};
pub use share::Sharing;

pub(super) use letter::take as take_letter;
pub(super) use notice::take as take_notice;

/// The longest header of a product that is shared, in bytes: everyone who is in keeps it.
pub const MAX_SHARED_HEADER: usize = 16 * 1024;
/// The most bytes of headers that are kept of one member's products: its own oldest go first.
const MAX_MEMBER_BYTES: u64 = 1024 * 1024;
/// The most questions of one member that are kept, and of one's own: the oldest that were answered go first.
const MAX_ASKED: usize = 128;

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
    pub acknowledged: Vec<(Credential, Moment)>,
    /// The agents to which the originator released it: known to the agent that did.
    #[n(6)]
    pub released: Vec<(PublicKey, Moment)>,
    /// The half that this agent holds back.
    #[n(7)]
    second: Option<Half>,
    /// The length of the header, in bytes.
    #[n(8)]
    bytes: u64,
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
    fn product(&self, product: ProductId) -> Result<&Shelved, Refusal> {
        self.shared.iter().find(|shelved| shelved.product == product).ok_or(Refusal::NoProduct)
    }

    fn product_mut(&mut self, product: ProductId) -> Result<&mut Shelved, Refusal> {
        self.shared.iter_mut().find(|shelved| shelved.product == product).ok_or(Refusal::NoProduct)
    }

    /// Keeps a product; the oldest of the same member go where it has too many.
    fn keep(&mut self, shelved: Shelved) {
        let member = shelved.header.originator.member;
        self.shared.push(shelved);
        let of = |shelved: &&Shelved| shelved.header.originator.member == member;
        let mut total = self.shared.iter().filter(of).map(|one| one.bytes).fold(0_u64, u64::saturating_add);
        while total > MAX_MEMBER_BYTES {
            let Some(oldest) = self.shared.iter().position(|shelved| of(&shelved)) else { return };
            total = total.saturating_sub(self.shared.remove(oldest).bytes);
        }
    }
}

/// How long a header is, in bytes; none if it is too long to be shared.
fn length(header: &Header) -> Option<u64> {
    let bytes = minicbor::to_vec(header).ok()?;
    u64::try_from(bytes.len()).ok().filter(|_| bytes.len() <= MAX_SHARED_HEADER)
}

#[cfg(test)]
mod tests;
