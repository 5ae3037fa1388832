//! Sealed messages: a secure consultation among all who are in.

use std::collections::BTreeMap;

use minicbor::{Decode, Encode};
use openmls::framing::{MlsMessageBodyIn, MlsMessageIn, ProcessedMessageContent, Sender};
use quorate_charter::MemberCode;
use quorate_partnership::{Moment, Post};
use tls_codec::DeserializeBytes as _;

use super::held::Held;
use super::instruct::{self, Instruction};
use super::keystore::Provider;
use super::log::Head;
use super::parcel::{Item, Parcel, kind};
use super::take::{Taken, Told};
use super::vault::load;
use super::{CompartmentId, Now, Refusal, Vault, keystore};
use crate::filled::read_filled;

/// The longest message, in bytes of UTF-8.
pub const MAX_MESSAGE_BYTES: usize = 64 * 1024;
/// How much of all messages is kept, in bytes: the oldest go first of whoever said most in one compartment.
pub const MAX_KEPT_BYTES: usize = 16 * 1024 * 1024;
/// What a message takes beside its text, in bytes.
const BESIDE: usize = 64;

/// A message, as read or sent.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
pub struct Said {
    /// Who said it.
    #[n(0)]
    pub by: Post,
    /// When, as its sender says.
    #[n(1)]
    pub at: Moment,
    /// In which epoch.
    #[n(2)]
    pub epoch: u64,
    /// What.
    #[n(3)]
    pub text: String,
}

impl std::fmt::Debug for Said {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "a message by {} in epoch {}", self.by, self.epoch)
    }
}

/// What is sealed to all who are in.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
pub(super) enum Body {
    /// What is said.
    #[n(0)]
    Words(#[n(0)] String, #[n(1)] Moment),
    /// What a capital instructs its delegation.
    #[n(1)]
    Instruction(#[n(0)] Instruction, #[n(1)] Moment),
}

impl Body {
    /// Reads one in its one form.
    pub(super) fn read(bytes: &[u8]) -> Result<Body, Refusal> {
        read_filled(bytes, 1).ok_or(Refusal::Form)
    }
}

/// Seals a body to all who are in. The group's state goes on in what it gives, and in nothing else.
pub(super) fn sealed(vault: &Vault, held: &mut Held, body: &Body) -> Result<(Parcel, Provider), Refusal> {
    let provider = keystore::load(&vault.kept);
    let mut group = load(&provider, held.id)?;
    let body = minicbor::to_vec(body).map_err(|_| Refusal::Form)?;
    let headed = held.headed(&vault.identity, kind::MESSAGE, None, &body)?;
    let sealed = group.create_message(&provider, &vault.identity, &headed);
    let bytes = sealed.ok().and_then(|message| message.to_bytes().ok());
    let bytes = bytes.ok_or(Refusal::Group("nothing can be sealed"))?;
    Ok((Parcel::of(held.id).with(kind::MESSAGE, held.now()?.epoch, bytes), provider))
}

impl Vault {
    /// Seals a message to all who are in, and nobody else.
    ///
    /// # Errors
    /// [`Refusal`]: too long, or the compartment cannot be used.
    pub fn say(&mut self, name: &str, text: &str, now: &Now<'_>) -> Result<Parcel, Refusal> {
        let own = self.own(now)?;
        let mut held = self.named(name)?.clone();
        held.usable()?;
        if text.is_empty() || text.len() > MAX_MESSAGE_BYTES {
            return Err(Refusal::Message);
        }
        let (parcel, provider) = sealed(self, &mut held, &Body::Words(text.into(), now.at))?;
        let epoch = held.now()?.epoch;
        held.said.push(Said { by: own.post(), at: now.at, epoch, text: text.into() });
        self.put(held, &provider);
        self.keep_no_more(MAX_KEPT_BYTES);
        Ok(parcel)
    }

    /// What was said in a compartment while this agent was in.
    ///
    /// # Errors
    /// [`Refusal::NoSuch`].
    pub fn said(&self, name: &str) -> Result<&[Said], Refusal> {
        Ok(&self.named(name)?.said)
    }

    /// Lets go of messages until no more than this is kept: of whoever said most in one compartment the oldest, so that
    /// nobody pushes out what others said, and the store stays small enough to be sealed.
    pub(super) fn keep_no_more(&mut self, than: usize) {
        let size = |said: &Said| said.text.len().saturating_add(BESIDE);
        let mut sizes: BTreeMap<(CompartmentId, MemberCode), usize> = BTreeMap::new();
        for held in &self.held {
            for said in &held.said {
                let of = sizes.entry((held.id, said.by.member)).or_default();
                *of = of.saturating_add(size(said));
            }
        }
        while sizes.values().fold(0_usize, |sum, of| sum.saturating_add(*of)) > than {
            let Some((&(id, member), _)) = sizes.iter().max_by_key(|(_, of)| **of) else { return };
            let Some(held) = self.held.iter_mut().find(|held| held.id == id) else { return };
            let Some(oldest) = held.said.iter().position(|said| said.by.member == member) else { return };
            let gone = held.said.remove(oldest);
            sizes.entry((id, member)).and_modify(|of| *of = of.saturating_sub(size(&gone)));
        }
    }
}

/// Takes in a message. Who says it has to be in, with a credential that stands.
pub(super) fn take(
    vault: &mut Vault,
    parcel: &Parcel,
    item: &Item,
    now: &Now<'_>,
    taken: &mut Taken,
) -> Result<(), Refusal> {
    let mut held = vault.of(parcel)?;
    held.usable()?;
    let last = held.now()?.epoch;
    if item.epoch > last {
        return Err(Refusal::Ahead);
    }
    let era = held.era(item.epoch).ok_or(Refusal::Past)?.clone();
    let message = MlsMessageIn::tls_deserialize_exact_bytes(&item.bytes).map_err(|_| Refusal::Form)?;
    let MlsMessageBodyIn::PrivateMessage(message) = message.extract() else {
        return Err(Refusal::NotPrivate);
    };
    let provider = keystore::load(&vault.kept);
    let mut group = load(&provider, held.id)?;
    let processed = group.process_message(&provider, message).map_err(|_| Refusal::NotAuthentic)?;
    let Sender::Member(leaf) = *processed.sender() else { return Err(Refusal::NotPrivate) };
    if processed.epoch().as_u64() != item.epoch {
        return Err(Refusal::Form);
    }
    let seat = era.seats.iter().find(|seat| seat.leaf() == leaf.u32()).ok_or(Refusal::NotIn)?;
    if !held.now()?.seats.iter().any(|now| now.agent() == seat.agent()) {
        return Err(Refusal::NotIn);
    }
    let told = match processed.into_content() {
        ProcessedMessageContent::OwnPrivateMessage => Told::Known,
        ProcessedMessageContent::ApplicationMessage(message) => {
            let (head, body) = Head::read(held.id, item, &message.into_bytes())?;
            if head.agent != seat.agent() {
                return Err(Refusal::NotAuthentic);
            }
            taken.told.extend(held.note(&vault.identity, &head).map(Told::Alarm));
            // What is refused now came, too; an alarm is kept.
            vault.keep(held.clone());
            held.usable()?;
            held.author(item.epoch, &seat.agent(), now)?;
            match Body::read(&body)? {
                Body::Words(text, at) => {
                    heard(&mut held, Said { by: seat.post(), at, epoch: item.epoch, text })?
                }
                Body::Instruction(instruction, at) => {
                    instruct::heard(&mut held, &era, (seat, head.place()), (instruction, at))?
                }
            }
        }
        _ => return Err(Refusal::OtherChange),
    };
    taken.told.push(told);
    vault.put(held, &provider);
    vault.keep_no_more(MAX_KEPT_BYTES);
    instruct::keep_no_more(vault);
    Ok(())
}

fn heard(held: &mut Held, said: Said) -> Result<Told, Refusal> {
    if said.text.len() > MAX_MESSAGE_BYTES {
        return Err(Refusal::Message);
    }
    held.said.push(said.clone());
    Ok(Told::Said(said))
}
