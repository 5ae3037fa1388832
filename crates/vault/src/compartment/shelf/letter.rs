//! Letters: what an agent says to the agents of one member of the compartment alone.
//!
//! Its author signed its head, and each copy is sealed to one agent. Whoever else is in sees that there is one, from whom
//! and for whom; whoever is outside sees an item of a parcel.

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;
use quorate_partnership::PublicKey;

use super::super::held::Held;
use super::super::log::Unsealed;
use super::super::parcel::kind;
use super::super::take::{Taken, Told};
use super::super::vault::Vault;
use super::super::{Now, Parcel, Refusal};
use super::{acknowledge, acting, answer, asking};
use crate::agent::{Identity, SealedTo, Use};
use crate::filled::{filled, read_filled};

/// For what copies of letters are sealed.
const DOMAIN: &str = "quorate/letter/1";
/// Letters are filled up to a multiple of this many bytes: what they say is not to be told from their lengths.
const STEP: usize = 1024;

#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
struct Letter {
    #[n(0)]
    to: MemberCode,
    #[n(1)]
    copies: Vec<SealedTo>,
}

/// What letters say.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) enum Words {
    /// Whether a product may be passed on.
    #[n(0)]
    Ask(#[n(0)] asking::Ask),
    /// The originator's answer.
    #[n(1)]
    Answer(#[n(0)] answer::Answer),
    /// That a product came and was opened.
    #[n(2)]
    Acknowledge(#[n(0)] acknowledge::Acknowledgement),
    /// Whether a product may be acted on.
    #[n(3)]
    Act(#[n(0)] acting::Act),
}

/// A letter to the agents of a member that are in.
pub(super) fn to(
    held: &mut Held,
    identity: &Identity,
    member: MemberCode,
    words: &Words,
    now: &Now<'_>,
) -> Result<Parcel, Refusal> {
    let era = held.now()?;
    let (own, plain) = (identity.public(), filled(words, STEP));
    let (id, epoch) = (held.id, era.epoch);
    let used = Use { domain: DOMAIN, of: &id.0, by: &own };
    let mut copies = Vec::new();
    for seat in era.seats.iter().filter(|seat| seat.member() == member && seat.agent() != own) {
        let credential = seat.credential()?;
        // To whose credential stands no more nothing is said, and its member's other agents read it.
        if credential.stands(&now.partnership, now.record, now.at).is_ok() {
            let copy = SealedTo::seal(&credential, used, &plain);
            copies.push(copy.ok_or(Refusal::Group("nothing can be sealed to an agent"))?);
        }
    }
    if copies.is_empty() {
        return Err(Refusal::NotIn);
    }
    let body = minicbor::to_vec(Letter { to: member, copies }).map_err(|_| Refusal::Form)?;
    let sealed = held.seal(identity, kind::LETTER, Some(member), &body)?;
    Ok(Parcel::of(id).with(kind::LETTER, epoch, sealed))
}

/// Takes in a letter.
pub(in super::super) fn take(
    vault: &mut Vault,
    mut held: Held,
    said: &Unsealed,
    now: &Now<'_>,
    taken: &mut Taken,
) -> Result<(), Refusal> {
    held.usable()?;
    let by = held.author(said.epoch, &said.by, now)?.clone();
    let letter: Letter = read_filled(&said.body, 1).ok_or(Refusal::Form)?;
    let own = vault.identity.public();
    let Some(words) = opened(&letter, &vault.identity, &held, &by.agent())? else {
        let told =
            if by.agent() == own { Told::Known } else { Told::Letter { by: by.post(), to: letter.to } };
        taken.told.push(told);
        return Ok(());
    };
    let identity = &vault.identity;
    // What it says openly of whom it is for is true.
    if identity.credential()?.post().member != letter.to {
        return Err(Refusal::Form);
    }
    let told = match words {
        Words::Ask(ask) => asking::heard(&mut held, identity, &by, ask, now)?,
        Words::Act(act) => acting::heard(&mut held, identity, &by, act)?,
        Words::Answer(answer) => answer::heard(&mut held, identity, &by, answer, now)?,
        Words::Acknowledge(has) => acknowledge::heard(&mut held, identity, &by, said.epoch, has)?,
    };
    taken.told.push(told);
    vault.keep(held);
    vault.shelve_no_more();
    Ok(())
}

/// What a letter says to this agent; none if it is for others.
fn opened(
    letter: &Letter,
    identity: &Identity,
    held: &Held,
    by: &PublicKey,
) -> Result<Option<Words>, Refusal> {
    let own = identity.public();
    let Some(copy) = letter.copies.iter().find(|copy| copy.agent == own) else { return Ok(None) };
    let plain = copy.open(identity, Use { domain: DOMAIN, of: &held.id.0, by });
    let plain = plain.ok_or(Refusal::NotAuthentic)?;
    read_filled(&plain, STEP).map(Some).ok_or(Refusal::Form)
}
