//! Asking the originator whether a product may be passed on.

use std::collections::BTreeSet;

use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};
use quorate_partnership::{Moment, Phrase, Post, PublicKey, hash};

use super::super::held::Held;
use super::super::take::Told;
use super::super::vault::Vault;
use super::super::{Now, Parcel, Refusal, Seat};
use super::MAX_ASKED_FOR;
use super::letter::{self, Words};
use crate::agent::{Credential, Identity};
use crate::product::ProductId;

/// The question, as it is sealed.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(super) struct Ask {
    #[n(0)]
    pub(super) product: ProductId,
    /// The credentials of the agents that are to read it.
    #[n(1)]
    pub(super) whom: Vec<ByteVec>,
    #[n(2)]
    pub(super) why: Phrase,
    #[n(3)]
    pub(super) at: Moment,
}

impl Ask {
    fn id(&self, by: &PublicKey) -> [u8; 32] {
        hash("quorate/ask/1", &[&by.0, &minicbor::to_vec(self).unwrap_or_default()])
    }
}

/// What a question is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Aim {
    /// To pass a product on.
    #[n(0)]
    PassOn,
    /// To act on it.
    #[n(1)]
    Act,
}

/// A question, with its answer if there is one: one's own, or one that was asked here.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Asked {
    #[cbor(n(0), with = "minicbor::bytes")]
    pub(super) id: [u8; 32],
    /// Of which product.
    #[n(1)]
    pub product: ProductId,
    /// Whose it is.
    #[n(2)]
    pub originator: Post,
    /// Who is to read it; nobody, if it is to be acted on.
    #[n(3)]
    pub whom: Vec<Credential>,
    /// Why, as whoever asks says; or what would be done.
    #[n(4)]
    pub why: Phrase,
    /// Who asks.
    #[n(5)]
    pub by: Post,
    /// Its agent.
    #[n(6)]
    pub(super) agent: PublicKey,
    /// When, as it says.
    #[n(7)]
    pub at: Moment,
    /// The answer.
    #[n(8)]
    pub answered: Option<Answered>,
    /// What it is for.
    #[n(9)]
    pub aim: Aim,
    /// What another agent of the originator's answered otherwise: as long as the two differ nothing is allowed.
    #[n(10)]
    pub differs: Option<Answered>,
}

/// An originator's answer.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Answered {
    /// The release, if it may be passed on.
    #[cbor(n(0), with = "minicbor::bytes")]
    pub release: Option<ByteVec>,
    /// Why not; or on what conditions.
    #[n(1)]
    pub why: Option<Phrase>,
    /// When it was given, as the originator says; when it came, here.
    #[n(2)]
    pub at: Moment,
    /// Whether it is allowed.
    #[n(3)]
    pub allowed: bool,
}

impl Vault {
    /// Asks the originator of a product whether it may be passed on to these agents. Nothing of it goes on without an answer that
    /// allows it: the release in that answer is the only thing that opens it for them.
    ///
    /// # Errors
    /// [`Refusal::NoProduct`], [`Refusal::OwnProduct`], [`Refusal::Nobody`], [`Refusal::TooManyAskedFor`],
    /// [`Refusal::AskedForTwice`], [`Refusal::AskedBefore`]; a credential does not stand; or why the compartment cannot be used.
    pub fn ask(
        &mut self,
        name: &str,
        product: ProductId,
        whom: &[Credential],
        why: &Phrase,
        now: &Now<'_>,
    ) -> Result<Parcel, Refusal> {
        let own = self.own(now)?;
        let mut held = self.named(name)?.clone();
        held.usable()?;
        let shelved = held.shelf.product(product)?;
        let originator = shelved.header.originator;
        if originator.member == own.post().member {
            return Err(Refusal::OwnProduct);
        }
        named(whom, now)?;
        let credentials = whom.iter().map(|one| one.bytes().to_vec().into()).collect();
        let ask = Ask { product, whom: credentials, why: why.clone(), at: now.at };
        let seat = held.now()?.seats.iter().find(|seat| seat.agent() == own.agent()).cloned();
        let asked = asked(&seat.ok_or(Refusal::NotIn)?, ask.clone(), originator)?;
        held.shelf.is_new(&asked)?;
        let parcel = letter::to(&mut held, &self.identity, originator.member, &Words::Ask(ask), now)?;
        held.shelf.ask(asked);
        self.keep(held);
        self.shelve_no_more();
        Ok(parcel)
    }

    /// The questions of a compartment, one's own and those that are for this agent's member, the oldest first.
    ///
    /// # Errors
    /// [`Refusal::NoSuch`].
    pub fn asked(&self, name: &str) -> Result<&[Asked], Refusal> {
        Ok(&self.named(name)?.shelf.asked)
    }
}

fn named(whom: &[Credential], now: &Now<'_>) -> Result<(), Refusal> {
    match whom.len() {
        0 => return Err(Refusal::Nobody),
        count if count > MAX_ASKED_FOR => return Err(Refusal::TooManyAskedFor),
        _ => {}
    }
    // An answer that allows it names each once, and there could be none.
    let mut agents = BTreeSet::new();
    if let Some(twice) = whom.iter().map(Credential::agent).find(|agent| !agents.insert(*agent)) {
        return Err(Refusal::AskedForTwice(twice.short()));
    }
    Ok(whom.iter().try_for_each(|one| one.stands(&now.partnership, now.record, now.at))?)
}

pub(super) fn asked(seat: &Seat, ask: Ask, originator: Post) -> Result<Asked, Refusal> {
    let whom: Result<Vec<Credential>, _> = ask.whom.iter().map(|bytes| Credential::read(bytes)).collect();
    Ok(Asked {
        id: ask.id(&seat.agent()),
        product: ask.product,
        originator,
        whom: whom?,
        why: ask.why,
        by: seat.post(),
        agent: seat.agent(),
        at: ask.at,
        answered: None,
        aim: Aim::PassOn,
        differs: None,
    })
}

/// Takes in a question. It is for the originator's member, about a product that was shared here.
pub(super) fn heard(
    held: &mut Held,
    own: &Identity,
    by: &Seat,
    ask: Ask,
    now: &Now<'_>,
) -> Result<Told, Refusal> {
    let mine = own.credential()?.post().member;
    let shelved = held.shelf.of_member(ask.product, mine).ok_or(Refusal::NoProduct)?;
    let originator = shelved.header.originator;
    if originator.member == by.member() {
        return Err(Refusal::OwnProduct);
    }
    let asked = asked(by, ask, originator)?;
    named(&asked.whom, now)?;
    if held.shelf.asked.iter().any(|before| before.id == asked.id) {
        return Ok(Told::Known);
    }
    held.shelf.ask(asked.clone());
    Ok(Told::Asked(Box::new(asked)))
}

impl Asked {
    /// The answer by which it is allowed: there is one, and no other agent of the originator's says otherwise.
    #[must_use]
    pub fn allowed(&self) -> Option<&Answered> {
        self.answered.as_ref().filter(|answered| answered.allowed && self.differs.is_none())
    }

    /// Its name, by which it is answered.
    #[must_use]
    pub fn id(&self) -> [u8; 32] {
        self.id
    }
}

/// A question, as anybody could make it up.
#[cfg(test)]
pub(super) fn forged(product: ProductId, whom: &Credential, why: Phrase) -> Ask {
    Ask { product, whom: vec![whom.bytes().to_vec().into()], why, at: Moment(1) }
}
