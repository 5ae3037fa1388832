//! Taking in what was carried here: changes, acceptances, messages, grants.

use quorate_charter::MemberCode;
use quorate_partnership::{Post, hash};

use super::change::{self, Staged};
use super::count;
use super::entry::{Acceptance, Entry};
use super::grant::{self, Grant};
use super::held::{Held, Pending};
use super::keystore;
use super::log::Unsealed;
use super::parcel::{Item, Parcel, kind};
use super::say::{self, Said};
use super::seat::Seat;
use super::{Alarm, Asked, Committed, Instructed, Now, Obligation, Refusal, Shelved, Vault, blinded, shelf};
use crate::product::ProductId;

/// How often what is in a parcel is tried again, after something else in it was taken in.
const ROUNDS: usize = 8;
/// The most changes of one epoch and member that are kept.
pub(super) const MAX_PENDING: usize = 2;

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
    /// An instruction came, from another agent of this member's.
    Instructed(Box<Instructed>),
    /// Archive keys were granted.
    Granted(Grant),
    /// A product was shared.
    Shared(Box<Shelved>),
    /// A tear-line version of a product was made, and this agent sees which it is, should it have it.
    TearLine {
        /// Of which.
        whole: ProductId,
        /// By whom.
        by: Post,
    },
    /// A member says that it has an earlier obligation, or that one ended.
    Obliged(Box<Obligation>),
    /// A member asks whether a product of this one's may be passed on.
    Asked(Box<Asked>),
    /// The originator of a product answered.
    Answered(Box<Asked>),
    /// An answer came to a question that is not this agent's: another agent of its member asked.
    AnsweredElsewhere {
        /// By whom.
        by: Post,
        /// For whom.
        to: MemberCode,
    },
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
    /// A member opened its checkpoint.
    Committed(Box<Committed>),
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
    /// What was refused: its place in the parcel, from 1, and what it is. In the order in which `told` has why.
    pub refused: Vec<(usize, &'static str)>,
}

impl Taken {
    pub(super) fn of(parcel: Parcel) -> Taken {
        Taken { told: Vec::new(), parcel, refused: Vec::new() }
    }

    fn refuse(&mut self, at: usize, item: &Item, refusal: Refusal) {
        self.told.push(Told::Refused(refusal));
        self.refused.push((at, item.words()));
    }
}

impl Vault {
    /// Whether a parcel is of the compartment that this agent calls so.
    ///
    /// # Errors
    /// [`Refusal::NoSuch`], [`Refusal::OtherCompartment`].
    pub fn expects(&self, name: &str, parcel: &Parcel) -> Result<(), Refusal> {
        let is_its = self.named(name)?.id == parcel.id;
        if is_its { Ok(()) } else { Err(Refusal::OtherCompartment) }
    }

    /// Takes in a parcel. With `accept`, changes in it that may be accepted are: at most one an epoch. What has to wait for
    /// something else in the parcel is tried again after it.
    ///
    /// # Errors
    /// [`Refusal::NoSuch`] if the compartment is not held here. What is wrong in it is told thing by thing.
    pub fn take(&mut self, parcel: &Parcel, accept: bool, now: &Now<'_>) -> Result<Taken, Refusal> {
        if !self.held.iter().any(|held| held.id == parcel.id) {
            return Err(Refusal::NoSuch);
        }
        let mut taken = Taken::of(Parcel::of(parcel.id));
        let mut items: Vec<(usize, &Item)> = (1..).zip(&parcel.items).collect();
        for round in 1..=ROUNDS {
            let mut again = Vec::new();
            let mut refused = Vec::new();
            for (at, item) in &items {
                match self.take_one(parcel, item, accept, now, &mut taken) {
                    Err(refusal) if refusal.may_pass() => {
                        again.push((*at, *item));
                        refused.push((*at, *item, refusal));
                    }
                    Err(refusal) => taken.refuse(*at, item, refusal),
                    Ok(()) => {}
                }
            }
            if again.len() == items.len() || again.is_empty() || round == ROUNDS {
                refused.into_iter().for_each(|(at, item, refusal)| taken.refuse(at, item, refusal));
                break;
            }
            items = again;
        }
        Ok(taken)
    }

    fn take_one(
        &mut self,
        parcel: &Parcel,
        item: &Item,
        accept: bool,
        now: &Now<'_>,
        taken: &mut Taken,
    ) -> Result<(), Refusal> {
        match item.kind {
            kind::CHANGE => self.take_change(parcel, item, accept, now, taken),
            kind::MESSAGE => say::take(self, parcel, item, now, taken),
            kind::ACCEPTANCE | kind::GRANT | kind::NOTICE | kind::LETTER => {
                let said = self.unsealed(parcel, item, taken)?;
                let held = self.of(parcel)?;
                match item.kind {
                    kind::ACCEPTANCE => self.take_acceptance(held, &said, now, taken),
                    kind::GRANT => self.take_grant(held, &said, now, taken),
                    kind::NOTICE => shelf::take_notice(self, held, &said, now, taken),
                    _ => shelf::take_letter(self, held, &said, now, taken),
                }
            }
            kind::OPENING => blinded::take(&self.of(parcel)?, item, taken),
            // What lets newcomers in is not for who is in.
            kind::WELCOME | kind::PROOF => Ok(()),
            _ => Err(Refusal::Form),
        }
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
            // Staged on a copy: the group stays as it was until the change is in force.
            let provider = keystore::load(&self.kept);
            let Staged { pending, .. } = change::stage(&provider, &held, item)?;
            judge_when_accepted(&held, &pending, now)?;
            make_room(&mut held, &pending, &self.identity.public())?;
            let (by, comes, goes) = (pending.by.clone(), pending.comes.clone(), pending.goes.clone());
            taken.told.push(Told::Change { by, comes, goes });
            held.pending.push(pending);
            let epoch = held.now()?.epoch;
            watch(&mut held, epoch, taken);
            self.keep(held.clone());
        }
        if accept { self.accept(held, &commit, now, taken) } else { self.settle(held, now, taken) }
    }

    fn take_grant(
        &mut self,
        mut held: Held,
        said: &Unsealed,
        now: &Now<'_>,
        taken: &mut Taken,
    ) -> Result<(), Refusal> {
        held.usable()?;
        let grant = grant::hear(&mut held, &self.identity, said, now)?;
        taken.told.push(grant.map_or(Told::Known, Told::Granted));
        self.keep(held);
        Ok(())
    }

    /// Puts what became of a compartment in its place, where its group did not move.
    pub(super) fn keep(&mut self, held: Held) {
        if let Some(before) = self.held.iter_mut().find(|before| before.id == held.id) {
            *before = held;
        }
    }
}

/// Judges a change at this moment; and, if somebody's credential does not stand now, at each moment at which it was accepted,
/// as far as is known: an agent that was away comes after the others by that. Its own acceptance is another matter.
fn judge_when_accepted(held: &Held, pending: &Pending, now: &Now<'_>) -> Result<(), Refusal> {
    let seats = &held.now()?.seats;
    let refusal = match change::judge(seats, pending, now, now.at) {
        Err(refusal @ (Refusal::Credential(_) | Refusal::LeftIn(_))) => refusal,
        other => return other,
    };
    let of = |held: &Acceptance| held.accepts.commit == pending.entry.commit && held.at < now.at;
    let mut moments = held.acceptances().into_iter().filter(of).map(|held| held.at);
    let stood = moments.any(|at| change::judge(seats, pending, now, at).is_ok());
    if stood { Ok(()) } else { Err(refusal) }
}

/// Makes room for a change: of one member's changes of an epoch those are kept that most members accepted, and the newest.
/// Nobody pushes out what others made.
fn make_room(held: &mut Held, new: &Pending, own: &quorate_partnership::PublicKey) -> Result<(), Refusal> {
    let era = held.now()?;
    let mine = |pending: &Pending| pending.by.member() == new.by.member();
    if held.pending.iter().filter(|pending| mine(pending)).count() < MAX_PENDING {
        return Ok(());
    }
    let acceptances = held.acceptances();
    let signed = |pending: &Pending| {
        acceptances.iter().any(|held| held.agent == *own && held.accepts.commit == pending.entry.commit)
    };
    let voices = |pending: &Pending| count::voices(held, era, &pending.entry).len();
    let at = |(at, pending): (usize, &Pending)| {
        (mine(pending) && !pending.own && !signed(pending)).then(|| (voices(pending), at))
    };
    let least = held.pending.iter().enumerate().filter_map(at).min();
    let (_, at) = least.filter(|(least, _)| *least <= voices(new)).ok_or(Refusal::Crowded)?;
    held.pending.remove(at);
    Ok(())
}

/// Looks whether what is known of an epoch fits together.
pub(super) fn watch(held: &mut Held, epoch: u64, taken: &mut Taken) {
    let Some(era) = held.era(epoch) else { return };
    if held.alarm.is_none() {
        held.alarm = count::alarm(held, era);
        taken.told.extend(held.alarm.clone().map(Told::Alarm));
    }
}
