//! Coming in: a card that others are given, and a Welcome with the proof that members let this agent in.

use std::collections::BTreeMap;

use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};
use openmls::framing::{MlsMessageBodyIn, MlsMessageIn, MlsMessageOut};
use openmls::group::{GroupId, MlsGroup, StagedWelcome};
use openmls::key_packages::KeyPackage;
use openmls::messages::Welcome;
use openmls::versions::ProtocolVersion;
use openmls_traits::OpenMlsProvider as _;
use quorate_charter::MemberCode;
use quorate_partnership::Moment;
use tls_codec::DeserializeBytes as _;

use super::entry::{Acceptance, Entry};
use super::held::{Held, Pending};
use super::keystore::Provider;
use super::parcel::{Parcel, kind};
use super::sealing::Bound;
use super::seat::{MAX_SEATS, Seat, members};
use super::vault::{carrier, era, join_config};
use super::{CompartmentId, Now, Obligation, Refusal, Suite, Vault, archive, count, keystore};
use crate::agent::Credential;

/// The largest card, in bytes.
pub const MAX_CARD_BYTES: usize = 16 * 1024;

/// By what a newcomer is in: the change, and who accepted it.
#[derive(Encode, Decode)]
#[cbor(array)]
pub(super) struct Proof {
    #[n(0)]
    pub(super) entry: Entry,
    #[n(1)]
    pub(super) acceptances: Vec<ByteVec>,
    /// The register of obligations, as whoever lets the newcomer in knows it: what its members say later counts.
    #[n(2)]
    pub(super) obligations: Vec<Obligation>,
}

impl Vault {
    /// A card: what others need to let this agent in, once (RFC 9420, section 10). It may be seen by anybody; it says who
    /// it is of.
    ///
    /// # Errors
    /// [`Refusal`]: the agent's credential does not stand.
    pub fn card(&mut self, suite: Suite, now: &Now<'_>) -> Result<Vec<u8>, Refusal> {
        let own = self.own(now)?;
        let provider = keystore::load(&self.kept);
        let bundle = KeyPackage::builder()
            .build(suite.number(), &provider, &self.identity, carrier(&own))
            .map_err(|_| Refusal::Group("no card can be made"))?;
        let card = MlsMessageOut::from(bundle.into_key_package()).to_bytes();
        keystore::keep(&mut self.kept, &provider);
        card.map_err(|_| Refusal::Group("no card can be made"))
    }

    /// Comes in, by a parcel with a Welcome for one of this agent's cards, under a name of its own. Who was removed and comes
    /// in again keeps what it had, and has nothing of between.
    ///
    /// # Errors
    /// [`Refusal`]: it is for another agent, somebody in it has no credential that stands, or too few members accepted it.
    pub fn join(&mut self, name: &str, parcel: &Parcel, now: &Now<'_>) -> Result<CompartmentId, Refusal> {
        let id = parcel.id;
        let before = self.held.iter().find(|held| held.id == id).cloned();
        if before.as_ref().is_none_or(|before| before.name != name) {
            self.name_is_free(name)?;
        }
        let own = self.own(now)?;
        if before.as_ref().is_some_and(|before| !before.out) {
            return Err(Refusal::Exists);
        }
        let items = |kind| parcel.items.iter().filter(move |item| item.kind == kind);
        let provider = keystore::load(&self.kept);
        let welcomes: Result<Vec<Welcome>, Refusal> =
            items(kind::WELCOME).map(|item| welcome(&item.bytes)).collect();
        let mut groups = welcomes?.into_iter().filter_map(|welcome| staged(&provider, welcome));
        let group = groups.next().ok_or(Refusal::NotAuthentic)?;
        if group.group_context().group_id() != &GroupId::from_slice(&id.0) {
            return Err(Refusal::NotAuthentic);
        }
        let group = group.into_group(&provider).map_err(|_| Refusal::NotAuthentic)?;
        Suite::of(group.ciphersuite()).ok_or(Refusal::OtherChange)?;
        let now_era = era(&provider, &group)?;
        let mut seats = now_era.seats.iter();
        if let Some(seat) = seats.find(|seat| seat.agent() == own.agent() && seat.post() != own.post()) {
            return Err(Refusal::CardOfBefore(seat.post()));
        }
        let epoch = now_era.epoch;
        let open = |item: &super::parcel::Item| {
            let plain = Bound { id, epoch, kind: kind::PROOF }.open(&now_era.log_key, &item.bytes)?;
            minicbor::decode::<Proof>(&plain).ok()
        };
        let shown = |proof: Proof| Some((self.since(id, &proof, &now_era.seats, &group)?, proof));
        let proof = items(kind::PROOF).filter_map(open).find_map(shown);
        let (since, proof) = proof.ok_or(Refusal::NotAccepted)?;
        for seat in &now_era.seats {
            now.stands(&seat.credential()?, since)?;
        }
        let mut held = Held::founded(id, name, now_era);
        if let Some(before) = before {
            held.comes_again(before)?;
        }
        held.take_register(proof.obligations, now.at);
        held.log.push(proof.entry);
        archive::keep(&mut held, &provider, &group)?;
        self.held.retain(|held| held.id != id);
        self.put(held, &provider);
        Ok(id)
    }

    /// Since when more than half of the members had accepted the change by which this agent is in, if a proof shows that.
    fn since(&self, id: CompartmentId, proof: &Proof, seats: &[Seat], group: &MlsGroup) -> Option<Moment> {
        let Proof { entry, acceptances, .. } = proof;
        // Who goes by the same change does not count in it.
        let came = |seat: &&Seat| !entry.added.contains(&seat.agent());
        let count: Vec<&Seat> = seats.iter().filter(came).collect();
        let fits = entry.added.contains(&self.identity.public())
            && entry.epoch.checked_add(1) == Some(group.epoch().as_u64())
            && entry.authenticator == group.epoch_authenticator().as_slice();
        let digest = entry.digest();
        let mut accepted: BTreeMap<MemberCode, Moment> = BTreeMap::new();
        let read = |bytes: &ByteVec| Acceptance::read(bytes, id);
        for acceptance in acceptances.iter().filter_map(read).filter(|held| held.accepts.digest == digest) {
            if let Some(seat) = count.iter().find(|seat| seat.agent() == acceptance.agent) {
                let first = accepted.entry(seat.member()).or_insert(acceptance.at);
                *first = acceptance.at.min(*first);
            }
        }
        let mut moments: Vec<Moment> = accepted.into_values().collect();
        moments.sort_unstable();
        let needed = count::needed(members(count).len());
        moments.get(needed.saturating_sub(1)).copied().filter(|_| fits)
    }
}

/// The proof for newcomers, sealed under the log key of their first epoch.
pub(super) fn proof(held: &Held, pending: &Pending, acceptances: &[Acceptance]) -> Result<Vec<u8>, Refusal> {
    let digest = pending.entry.digest();
    let of = |held: &&Acceptance| held.accepts.digest == digest;
    let acceptances = acceptances.iter().filter(of).map(|held| held.bytes.clone().into()).collect();
    let obligations = held.obligations.clone();
    let proof = Proof { entry: pending.entry.clone(), acceptances, obligations };
    let era = held.now()?;
    let bound = Bound { id: held.id, epoch: era.epoch, kind: kind::PROOF };
    let plain = minicbor::to_vec(&proof).unwrap_or_default();
    bound.seal(&era.log_key, &plain).ok_or(Refusal::Group("nothing can be sealed"))
}

/// Reads cards: well formed, well signed, of the compartment's suite. Whether who they are of may come in is judged with
/// the change.
pub(super) fn read_cards(
    provider: &Provider,
    group: &MlsGroup,
    cards: &[Vec<u8>],
) -> Result<(Vec<KeyPackage>, Vec<Seat>), Refusal> {
    if cards.len() > MAX_SEATS {
        return Err(Refusal::TooMany);
    }
    let read = |card: &Vec<u8>| {
        let (package, seat) = read_card(provider, card)?;
        let fits = package.ciphersuite() == group.ciphersuite();
        fits.then_some((package, seat)).ok_or(Refusal::Group("a card is for the other cipher suite"))
    };
    let read: Result<Vec<_>, Refusal> = cards.iter().map(read).collect();
    Ok(read?.into_iter().unzip())
}

fn read_card(provider: &Provider, card: &[u8]) -> Result<(KeyPackage, Seat), Refusal> {
    if card.len() > MAX_CARD_BYTES {
        return Err(Refusal::Form);
    }
    let message = MlsMessageIn::tls_deserialize_exact_bytes(card).map_err(|_| Refusal::Form)?;
    let MlsMessageBodyIn::KeyPackage(package) = message.extract() else { return Err(Refusal::Form) };
    let package =
        package.validate(provider.crypto(), ProtocolVersion::Mls10).map_err(|_| Refusal::NotAuthentic)?;
    let leaf = package.leaf_node();
    let seat = Seat::read(u32::MAX, leaf.credential(), leaf.signature_key().as_slice())?;
    Ok((package, seat))
}

/// Whose card it is: to release something to that agent without letting it in. Whether its credential stands is asked where it
/// is used.
///
/// # Errors
/// [`Refusal::Form`] or [`Refusal::NotAuthentic`]: it is no card, or its time is over.
pub fn whose_card(card: &[u8]) -> Result<Credential, Refusal> {
    let (_, seat) = read_card(&Provider::default(), card)?;
    Ok(seat.credential()?)
}

fn welcome(bytes: &[u8]) -> Result<Welcome, Refusal> {
    let message = MlsMessageIn::tls_deserialize_exact_bytes(bytes).map_err(|_| Refusal::Form)?;
    match message.extract() {
        MlsMessageBodyIn::Welcome(welcome) => Ok(welcome),
        _ => Err(Refusal::Form),
    }
}

/// What a Welcome lets into, if it is for one of this agent's cards. Who was removed and comes in again begins anew. How
/// long a leaf was to live when it came in does not matter: credentials say who may be in.
fn staged(provider: &Provider, welcome: Welcome) -> Option<StagedWelcome> {
    let builder = StagedWelcome::build_from_welcome(provider, &join_config(), welcome).ok()?;
    builder.skip_lifetime_validation().replace_old_group().build().ok()
}
