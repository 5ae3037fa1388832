//! Taking in what was carried here: changes, acceptances, messages, grants.

use openmls_traits::OpenMlsProvider as _;
use quorate_charter::MemberCode;
use quorate_partnership::Post;

use super::archive;
use super::change::{self, Staged};
use super::count;
use super::entry::{Acceptance, Entry, hash};
use super::grant::{self, Grant};
use super::held::{Held, MAX_PENDING};
use super::keystore;
use super::parcel::{Item, Parcel, kind};
use super::say::{self, Said};
use super::sealing::Bound;
use super::seat::Seat;
use super::vault::{era, load};
use super::{Alarm, Asked, Now, Refusal, Shelved, Vault, shelf};
use crate::agent::Secret;
use crate::product::ProductId;

/// What came of one thing in a parcel.
#[derive(Debug)]
pub enum Told {
    /// A change is known that is not in force yet.
    Change {
        /// Who makes it.
        by: Seat,
        /// Who comes.
        comes: Vec<Seat>,
        /// Who goes.
        goes: Vec<Seat>,
    },
    /// This agent accepted a change.
    Accepted,
    /// A member accepted a change.
    AcceptedBy(MemberCode),
    /// A change is in force, and this epoch began.
    InForce(u64),
    /// This agent was removed.
    Out,
    /// A message was read.
    Said(Said),
    /// Archive keys were granted.
    Granted(Grant),
    /// A product was shared.
    Shared(Box<Shelved>),
    /// A member asks whether a product of this one's may be passed on.
    Asked(Box<Asked>),
    /// The originator of a product answered.
    Answered(Box<Asked>),
    /// A member has a product of this one's.
    Acknowledged {
        /// Which.
        product: ProductId,
        /// Who has it.
        by: Post,
    },
    /// A letter between others.
    Letter {
        /// By whom.
        by: Post,
        /// For whom.
        to: MemberCode,
    },
    /// It was taken in before, or made here; nothing changed.
    Known,
    /// Members do not see the same.
    Alarm(Alarm),
    /// One thing in the parcel is refused, and why; the others count.
    Refused(Refusal),
}

/// What came of a parcel, and what is to be carried to the others.
#[derive(Debug)]
pub struct Taken {
    /// In the order of the parcel.
    pub told: Vec<Told>,
    /// For the others; it may be empty.
    pub parcel: Parcel,
}

impl Vault {
    /// Takes in a parcel. With `accept`, changes in it that may be accepted are: at most one an epoch.
    ///
    /// # Errors
    /// [`Refusal::NoSuch`] if the compartment is not held here. What is wrong in it is told thing by thing.
    pub fn take(&mut self, parcel: &Parcel, accept: bool, now: &Now<'_>) -> Result<Taken, Refusal> {
        if !self.held.iter().any(|held| held.id == parcel.id) {
            return Err(Refusal::NoSuch);
        }
        let mut taken = Taken { told: Vec::new(), parcel: Parcel::of(parcel.id) };
        for item in &parcel.items {
            let done = match item.kind {
                kind::CHANGE => self.take_change(parcel, item, accept, now, &mut taken),
                kind::ACCEPTANCE => self.take_acceptance(parcel, item, now, &mut taken),
                kind::MESSAGE => say::take(self, parcel, item, now, &mut taken),
                kind::GRANT => self.take_grant(parcel, item, now, &mut taken),
                kind::NOTICE => shelf::take_notice(self, parcel, item, now, &mut taken),
                kind::LETTER => shelf::take_letter(self, parcel, item, now, &mut taken),
                // What lets newcomers in is not for who is in.
                kind::WELCOME | kind::PROOF => Ok(()),
                _ => Err(Refusal::Form),
            };
            if let Err(refusal) = done {
                taken.told.push(Told::Refused(refusal));
            }
        }
        Ok(taken)
    }

    pub(super) fn of(&self, parcel: &Parcel) -> Result<Held, Refusal> {
        self.held.iter().find(|held| held.id == parcel.id).cloned().ok_or(Refusal::NoSuch)
    }

    fn take_change(
        &mut self,
        parcel: &Parcel,
        item: &Item,
        accept: bool,
        now: &Now<'_>,
        taken: &mut Taken,
    ) -> Result<(), Refusal> {
        let mut held = self.of(parcel)?;
        let commit = hash("quorate/commit/1", &[&item.bytes]);
        let known = |entry: &Entry| entry.commit == commit;
        if held.log.iter().any(known) {
            taken.told.push(Told::Known);
            return Ok(());
        }
        held.usable()?;
        if held.pending.iter().any(|pending| known(&pending.entry)) {
            taken.told.push(Told::Known);
        } else {
            if held.pending.len() >= MAX_PENDING {
                return Err(Refusal::TooMany);
            }
            // Staged on a copy: the group stays as it was until the change is in force.
            let provider = keystore::load(&self.kept);
            let Staged { pending, .. } = change::stage(&provider, &held, &item.bytes, now)?;
            let (by, comes, goes) = (pending.by.clone(), pending.comes.clone(), pending.goes.clone());
            taken.told.push(Told::Change { by, comes, goes });
            held.pending.push(pending);
            self.keep(held.clone());
        }
        if accept { self.accept(held, &commit, now, taken) } else { Ok(()) }
    }

    /// Signs that this agent accepts a change, unless its member accepted another.
    fn accept(
        &mut self,
        mut held: Held,
        commit: &[u8; 32],
        now: &Now<'_>,
        taken: &mut Taken,
    ) -> Result<(), Refusal> {
        let own = self.own(now)?;
        let pending = held.pending.iter().find(|pending| pending.entry.commit == *commit);
        let entry = pending.ok_or(Refusal::NoSuch)?.entry.clone();
        if entry.removed.contains(&own.agent()) {
            return Ok(());
        }
        if change::accepted_by(&held, own.post().member)?.is_some_and(|other| other != *commit) {
            return Err(Refusal::AcceptedAnother);
        }
        let acceptance = Acceptance::sign(&self.identity, held.id, &entry, &held.now()?.seats);
        if held.hear(&acceptance) {
            taken.told.push(Told::Accepted);
            taken.parcel = std::mem::replace(&mut taken.parcel, Parcel::of(held.id)).with(
                kind::ACCEPTANCE,
                entry.epoch,
                sealed_acceptance(&held, &acceptance)?,
            );
        }
        self.keep(held.clone());
        self.settle(held, now, taken)
    }

    fn take_acceptance(
        &mut self,
        parcel: &Parcel,
        item: &Item,
        now: &Now<'_>,
        taken: &mut Taken,
    ) -> Result<(), Refusal> {
        let mut held = self.of(parcel)?;
        let last = held.now()?.epoch;
        let era = held.era(item.epoch);
        let era = era.ok_or(if item.epoch > last { Refusal::Ahead } else { Refusal::Past })?.clone();
        let bound = Bound { id: held.id, epoch: item.epoch, kind: kind::ACCEPTANCE };
        let bytes = bound.open(&era.log_key, &item.bytes).ok_or(Refusal::NotAuthentic)?;
        let acceptance = Acceptance::read(&bytes, held.id).ok_or(Refusal::Form)?;
        let seat = era.seats.iter().find(|seat| seat.agent() == acceptance.agent).ok_or(Refusal::NotIn)?;
        if acceptance.accepts.epoch != item.epoch {
            return Err(Refusal::Form);
        }
        seat.credential()?.stands(&now.partnership, now.record, now.at)?;
        if !held.hear(&acceptance) {
            taken.told.push(Told::Known);
            return Ok(());
        }
        taken.told.push(Told::AcceptedBy(seat.member()));
        if held.alarm.is_none() {
            held.alarm = count::alarm(&held, &era);
            taken.told.extend(held.alarm.clone().map(Told::Alarm));
        }
        self.keep(held.clone());
        self.settle(held, now, taken)
    }

    fn take_grant(
        &mut self,
        parcel: &Parcel,
        item: &Item,
        now: &Now<'_>,
        taken: &mut Taken,
    ) -> Result<(), Refusal> {
        let mut held = self.of(parcel)?;
        held.usable()?;
        let grant = grant::hear(&mut held, &self.identity, item.epoch, &item.bytes, now)?;
        taken.told.push(grant.map_or(Told::Known, Told::Granted));
        self.keep(held);
        Ok(())
    }

    /// Puts a change in force that enough members accepted. It is judged once more, at this moment.
    pub(super) fn settle(&mut self, mut held: Held, now: &Now<'_>, taken: &mut Taken) -> Result<(), Refusal> {
        if held.usable().is_err() {
            return Ok(());
        }
        let last = held.now()?.clone();
        let acceptances = held.acceptances();
        let counts = |pending: &&super::held::Pending| {
            let Entry { commit, removed, .. } = &pending.entry;
            let of = count::who_counts(&last.seats, removed).len();
            count::accepted(&acceptances, &last.seats, removed, commit).len() >= count::needed(of)
        };
        let Some(pending) = held.pending.iter().find(counts).cloned() else { return Ok(()) };
        let provider = keystore::load(&self.kept);
        let mut group = load(&provider, held.id)?;
        if pending.own {
            change::judge(&last.seats, &pending, now)?;
            group
                .merge_pending_commit(&provider)
                .map_err(|_| Refusal::Group("a change cannot be put in force"))?;
        } else {
            let _ = group.clear_pending_commit(provider.storage());
            let Staged { mut group, commit, .. } = change::stage(&provider, &held, &pending.commit, now)?;
            group
                .merge_staged_commit(&provider, *commit)
                .map_err(|_| Refusal::Group("a change cannot be put in force"))?;
        }
        let group = load(&provider, held.id)?;
        let id = held.id;
        if !group.is_active() {
            held.out = true;
            held.pending.clear();
            held.eras.iter_mut().for_each(|era| era.log_key = Secret::default());
            taken.told.push(Told::Out);
        } else {
            held.begin(pending.entry.clone(), era(&provider, &group)?);
            archive::keep(&mut held, &provider, &group)?;
            taken.told.push(Told::InForce(held.now()?.epoch));
            if pending.own && !pending.welcome.is_empty() {
                let epoch = held.now()?.epoch;
                let proof = super::join::proof(&held, &pending, &acceptances)?;
                taken.parcel = std::mem::replace(&mut taken.parcel, Parcel::of(id))
                    .with(kind::WELCOME, epoch, pending.welcome)
                    .with(kind::PROOF, epoch, proof);
            }
        }
        self.put(held, &provider);
        Ok(())
    }

    /// Puts what became of a compartment in its place, where its group did not move.
    pub(super) fn keep(&mut self, held: Held) {
        if let Some(before) = self.held.iter_mut().find(|before| before.id == held.id) {
            *before = held;
        }
    }
}

/// An acceptance, sealed for whoever was in at its epoch.
pub(super) fn sealed_acceptance(held: &Held, acceptance: &Acceptance) -> Result<Vec<u8>, Refusal> {
    let epoch = acceptance.accepts.epoch;
    let era = held.era(epoch).ok_or(Refusal::Past)?;
    let bound = Bound { id: held.id, epoch, kind: kind::ACCEPTANCE };
    bound.seal(&era.log_key, &acceptance.bytes).ok_or(Refusal::Group("nothing can be sealed"))
}
