//! Changes of who is in: made, and judged. Everything that changes a roster passes [`judge`], made here or elsewhere.

use openmls::framing::{MlsMessageBodyIn, MlsMessageIn, ProcessedMessageContent, ProtocolMessage, Sender};
use openmls::group::{MlsGroup, StagedCommit};
use openmls::messages::proposals::Proposal;
use openmls_traits::OpenMlsProvider as _;
use quorate_charter::MemberCode;
use quorate_partnership::{Moment, PublicKey, hash};
use tls_codec::DeserializeBytes as _;

use super::accept::sealed_acceptance;
use super::count;
use super::entry::{Acceptance, Accepts, Entry};
use super::held::{Held, Pending};
use super::keystore::Provider;
use super::parcel::{Item, Parcel, kind};
use super::seat::{MAX_SEATS, Seat, members};
use super::take::{Taken, watch};
use super::vault::load;
use super::{Now, Refusal, Vault, join, keystore};

mod make;

/// The largest commit, in bytes: one that lets in 199 agents has about 900 thousand.
pub(super) const MAX_CHANGE_BYTES: usize = 1024 * 1024;

/// A change that was checked, with what puts it in force.
pub(super) struct Staged {
    pub(super) pending: Pending,
    pub(super) group: MlsGroup,
    pub(super) commit: Box<StagedCommit>,
}

/// The commit that a member accepted in the epoch that lasts, as far as is known here.
pub(super) fn accepted_by(held: &Held, member: MemberCode) -> Result<Option<[u8; 32]>, Refusal> {
    let era = held.now()?;
    let of = |acceptance: &Acceptance| {
        let own = |seat: &Seat| seat.member() == member && seat.agent() == acceptance.agent;
        acceptance.accepts.epoch == era.epoch && era.seats.iter().any(own)
    };
    Ok(held.acceptances().into_iter().find(of).map(|acceptance| acceptance.accepts.commit))
}

/// Whether a change may be, with everyone's credential asked of the record: who makes it, comes and stays in. Each stands now,
/// or stood at an earlier moment at which others accepted the change. Who goes is asked for nothing but to be in.
pub(super) fn judge(seats: &[Seat], change: &Pending, now: &Now<'_>, then: Moment) -> Result<(), Refusal> {
    let Pending { by, comes, goes, .. } = change;
    let stands = |seat: &Seat| now.stands(&seat.credential()?, then);
    let before = seats.iter().find(|seat| seat.agent() == by.agent()).ok_or(Refusal::NotIn)?;
    if before.post().member != by.post().member {
        return Err(Refusal::OtherKey(before.post()));
    }
    stands(by)?;
    for (at, seat) in comes.iter().enumerate() {
        stands(seat)?;
        let twice = comes.iter().take(at).any(|other| other.agent() == seat.agent());
        if twice || seats.iter().any(|other| other.agent() == seat.agent()) {
            return Err(Refusal::InAlready);
        }
    }
    if goes.iter().any(|seat| seat.agent() == by.agent()) {
        return Err(Refusal::OwnRemoval);
    }
    let gone: Vec<PublicKey> = goes.iter().map(Seat::agent).collect();
    let left = count::who_counts(seats, &gone);
    let were = members(seats);
    if left.len() < count::needed(were.len()) {
        return Err(if were.len() == 2 { Refusal::TwoMembers } else { Refusal::MostGo });
    }
    let stay = || seats.iter().filter(|seat| !gone.contains(&seat.agent()));
    // By its own next credential an agent may come back while others' are over, or all could be shut in by the calendar.
    let is_renewal = comes.is_empty() && goes.is_empty();
    let is_over = |seat: &Seat| seat.credential().is_ok_and(|credential| now.is_only_over(&credential));
    let may_stay = |seat: &Seat| stands(seat).is_ok() || (is_renewal && is_over(seat));
    if let Some(fallen) = stay().filter(|seat| seat.agent() != by.agent()).find(|seat| !may_stay(seat)) {
        return Err(Refusal::LeftIn(fallen.post()));
    }
    if stay().count().saturating_add(comes.len()) > MAX_SEATS {
        return Err(Refusal::TooMany);
    }
    Ok(())
}

/// Reads a commit by another agent; it has to be judged. The provider is a copy: nothing is kept of it unless the change is in
/// force.
pub(super) fn stage(provider: &Provider, held: &Held, item: &Item) -> Result<Staged, Refusal> {
    let mut group = load(provider, held.id)?;
    let bytes = &item.bytes;
    let message = private(&group, bytes)?;
    let epoch = group.epoch().as_u64();
    match message.epoch().as_u64() {
        other if other != item.epoch => return Err(Refusal::Form),
        other if other < epoch => return Err(Refusal::Past),
        other if other > epoch => return Err(Refusal::Ahead),
        _ => {}
    }
    let seats = &held.now()?.seats;
    let processed = group.process_message(provider, message).map_err(|_| Refusal::NotAuthentic)?;
    let Sender::Member(leaf) = *processed.sender() else { return Err(Refusal::NotPrivate) };
    let author = seats.iter().find(|seat| seat.leaf() == leaf.u32()).ok_or(Refusal::NotIn)?;
    let ProcessedMessageContent::StagedCommitMessage(commit) = processed.into_content() else {
        return Err(Refusal::OtherChange);
    };
    let (comes, goes) = who(&commit, author, seats)?;
    // A path brings a new leaf of its author: the key is the same, and the credential may be the next one.
    let path = commit.update_path_leaf_node().ok_or(Refusal::OtherChange)?;
    let by = Seat::read(author.leaf(), path.credential(), path.signature_key().as_slice())?;
    let entry = Entry {
        commit: hash("quorate/commit/1", &[bytes]),
        authenticator: commit.epoch_authenticator().map(|a| a.as_slice().to_vec()).unwrap_or_default(),
        ..Entry::of(epoch, held.head(), &comes, &goes)
    };
    let (bytes, welcome) = (bytes.clone(), Vec::new());
    let pending = Pending { entry, commit: bytes, by, comes, goes, own: false, welcome };
    Ok(Staged { pending, group, commit })
}

/// A sealed message of this group. Open ones, as commits from outside have to be, are refused before anything is made of them.
fn private(group: &MlsGroup, bytes: &[u8]) -> Result<ProtocolMessage, Refusal> {
    if bytes.len() > MAX_CHANGE_BYTES {
        return Err(Refusal::Form);
    }
    let message = MlsMessageIn::tls_deserialize_exact_bytes(bytes).map_err(|_| Refusal::Form)?;
    let MlsMessageBodyIn::PrivateMessage(message) = message.extract() else {
        return Err(Refusal::NotPrivate);
    };
    let message = ProtocolMessage::from(message);
    if message.group_id() != group.group_id() { Err(Refusal::NotAuthentic) } else { Ok(message) }
}

/// Who comes and who goes by a commit. It does nothing else: no update of another's leaf, no key from elsewhere, no change
/// of the group's context, nobody from outside.
fn who(commit: &StagedCommit, author: &Seat, seats: &[Seat]) -> Result<(Vec<Seat>, Vec<Seat>), Refusal> {
    let (mut comes, mut goes) = (Vec::new(), Vec::new());
    for queued in commit.queued_proposals() {
        if !matches!(queued.sender(), Sender::Member(leaf) if leaf.u32() == author.leaf()) {
            return Err(Refusal::OtherChange);
        }
        match queued.proposal() {
            Proposal::Add(add) => {
                let leaf = add.key_package().leaf_node();
                comes.push(Seat::read(u32::MAX, leaf.credential(), leaf.signature_key().as_slice())?);
            }
            Proposal::Remove(remove) => {
                let gone = seats.iter().find(|seat| seat.leaf() == remove.removed().u32());
                goes.push(gone.ok_or(Refusal::NotIn)?.clone());
            }
            _ => return Err(Refusal::OtherChange),
        }
    }
    Ok((comes, goes))
}
