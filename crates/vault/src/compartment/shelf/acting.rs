//! Asking the originator whether a product may be acted on: any use beyond reading from which others could see that it is known.
//!
//! Nothing technical holds back whoever has read it. What is asked and answered is on both shelves, and in the accounts of the
//! two.

use std::collections::BTreeSet;

use minicbor::{Decode, Encode};
use quorate_partnership::{Moment, Phrase, PublicKey, hash};

use super::super::held::Held;
use super::super::take::Told;
use super::super::vault::Vault;
use super::super::{Now, Parcel, Refusal, Seat};
use super::asking::{Aim, Asked};
use super::letter::{self, Words};
use crate::agent::Identity;
use crate::policy::Action;
use crate::product::ProductId;

/// The question, as it is sealed.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(super) struct Act {
    #[n(0)]
    pub(super) product: ProductId,
    /// What would be done.
    #[n(1)]
    pub(super) what: Phrase,
    #[n(2)]
    pub(super) at: Moment,
}

impl Act {
    fn id(&self, by: &PublicKey) -> [u8; 32] {
        hash("quorate/act/1", &[&by.0, &minicbor::to_vec(self).unwrap_or_default()])
    }

    pub(super) fn asked(self, seat: &Seat, originator: quorate_partnership::Post) -> Asked {
        Asked {
            id: self.id(&seat.agent()),
            product: self.product,
            originator,
            whom: Vec::new(),
            why: self.what,
            by: seat.post(),
            agent: seat.agent(),
            at: self.at,
            answered: None,
            aim: Aim::Act,
            differs: None,
        }
    }
}

impl Vault {
    /// Asks the originator of a product for its consent to act on it so.
    ///
    /// # Errors
    /// [`Refusal::NoProduct`]; [`Refusal::NothingToAsk`] of one's own product, and where the policy lets it act unasked;
    /// [`Refusal::Policy`] if no consent would do; [`Refusal::AskedBefore`]; or why the compartment cannot be used.
    pub fn act_on(
        &mut self,
        name: &str,
        product: ProductId,
        what: &Phrase,
        now: &Now<'_>,
    ) -> Result<Parcel, Refusal> {
        let own = self.own(now)?;
        let mut held = self.named(name)?.clone();
        held.usable()?;
        let shelved = held.shelf.product(product)?;
        let originator = shelved.header.originator;
        let may = |consented| {
            let would = shelved.would(own.post(), Action::Act, BTreeSet::new(), consented);
            self.may(&held, would, now)
        };
        // Where its originator lets readers act there can be an obligation that does not: then its consent is asked all the same.
        let unasked = shelved.header.may_act && may(false).is_ok();
        if originator.member == own.post().member || unasked {
            return Err(Refusal::NothingToAsk);
        }
        may(true)?;
        let act = Act { product, what: what.clone(), at: now.at };
        let seat = held.now()?.seats.iter().find(|seat| seat.agent() == own.agent()).cloned();
        let asked = act.clone().asked(&seat.ok_or(Refusal::NotIn)?, originator);
        held.shelf.is_new(&asked)?;
        let parcel = letter::to(&mut held, &self.identity, originator.member, &Words::Act(act), now)?;
        held.shelf.ask(asked);
        self.keep(held);
        self.shelve_no_more();
        Ok(parcel)
    }

    /// Whether the policy lets this agent's member act on a product as one of its questions says, or in any way where its
    /// originator lets readers act.
    ///
    /// # Errors
    /// [`Refusal::Policy`], [`Refusal::NoProduct`], or why the compartment cannot be used.
    pub fn may_act(
        &self,
        name: &str,
        product: ProductId,
        question: Option<&[u8; 32]>,
        now: &Now<'_>,
    ) -> Result<(), Refusal> {
        let (own, held) = (self.own(now)?.post(), self.named(name)?);
        held.usable()?;
        let is_it = |asked: &&Asked| {
            Some(&asked.id) == question && asked.product == product && asked.by.member == own.member
        };
        let asked = held.shelf.asked.iter().find(is_it).filter(|asked| asked.aim == Aim::Act);
        let consented = asked.and_then(Asked::allowed).is_some();
        self.may(held, held.shelf.product(product)?.would(own, Action::Act, BTreeSet::new(), consented), now)
    }
}

/// Takes in a question. It is for the originator's member, about a product that was shared here.
pub(super) fn heard(held: &mut Held, own: &Identity, by: &Seat, act: Act) -> Result<Told, Refusal> {
    let mine = own.credential()?.post().member;
    let shelved = held.shelf.of_member(act.product, mine).ok_or(Refusal::NoProduct)?;
    let originator = shelved.header.originator;
    if originator.member == by.member() {
        return Err(Refusal::NothingToAsk);
    }
    let asked = act.asked(by, originator);
    if held.shelf.asked.iter().any(|before| before.id == asked.id) {
        return Ok(Told::Known);
    }
    held.shelf.ask(asked.clone());
    Ok(Told::Asked(Box::new(asked)))
}
