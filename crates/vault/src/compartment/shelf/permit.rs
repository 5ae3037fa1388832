//! What the policy says, asked before anything is shared, opened, passed on or released: here, and nowhere else.
//!
//! The policy follows from the roster as the log has it. It is compared with the roster in the group's own tree each time, and
//! decides nothing where the two differ.

use std::collections::BTreeSet;

use quorate_charter::MemberCode;
use quorate_partnership::Post;

use super::super::held::Held;
use super::super::seat::{Seat, members, seats};
use super::super::vault::{Vault, load};
use super::super::{Now, Obligation, Refusal, keystore};
use crate::marking::{Agreements, Level};
use crate::policy::{Action, Circumstances, Facts, Known, Policy, Question, Reader, Roster, decide};
use crate::product::{Header, ProductId};

/// What somebody would do.
pub(super) struct Would<'w> {
    pub(super) reader: Post,
    pub(super) action: Action,
    pub(super) product: ProductId,
    pub(super) header: &'w Header,
    /// Whether the originator decides of each reader.
    pub(super) controlled: bool,
    /// To whom it would go on.
    pub(super) to: BTreeSet<MemberCode>,
    /// Whether the originator consents to this very action.
    pub(super) consented: bool,
}

/// The policy of one compartment, and who is in as the group's own tree has it.
pub(super) struct Guard<'v> {
    policy: Policy,
    known: Known,
    held: &'v Held,
    agreements: &'v Agreements,
}

impl Guard<'_> {
    /// Asks the policy.
    pub(super) fn may(&self, would: Would<'_>, now: &Now<'_>) -> Result<(), Refusal> {
        let question = question(would, &self.known.members, (self.held, self.agreements), now);
        decide(&self.policy, &self.known, &question)?;
        Ok(())
    }
}

impl Vault {
    /// Makes the policy of a compartment from its log, and looks up who is in by the group's own tree.
    pub(super) fn guard<'v>(&'v self, held: &'v Held, now: &Now<'_>) -> Result<Guard<'v>, Refusal> {
        let era = held.now()?;
        let roster = |epoch, seats: &[Seat]| Roster::of(held.id, epoch, members(seats));
        // Who stands no more on record is no member for the policy, and holds up nobody else's reading.
        let stand = standing(&era.seats, now)?;
        let policy = Policy::of(&Known { members: stand, rosters: vec![roster(era.epoch, &era.seats)?] })?;
        let (epoch, inside) = if held.out {
            // The group goes on without this agent: what it had is judged by the last roster that it was on.
            (era.epoch, era.seats.clone())
        } else {
            let group = load(&keystore::load(&self.kept), held.id)?;
            (group.epoch().as_u64(), seats(&group)?)
        };
        let there = roster(epoch, &inside)?;
        let known = Known { members: standing(&inside, now)?, rosters: vec![there] };
        Ok(Guard { policy, known, held, agreements: &self.agreements })
    }

    /// Asks the policy once.
    pub(super) fn may(&self, held: &Held, would: Would<'_>, now: &Now<'_>) -> Result<(), Refusal> {
        self.guard(held, now)?.may(would, now)
    }

    /// The obligations by which a product of this member's would be refused to these members, did it not consent: for whoever is
    /// about to consent by a release or an answer.
    ///
    /// # Errors
    /// [`Refusal::NoSuch`], [`Refusal::NoProduct`], or this agent has no credential.
    pub fn obliged_readers(
        &self,
        name: &str,
        product: ProductId,
        readers: &BTreeSet<MemberCode>,
    ) -> Result<Vec<Obligation>, Refusal> {
        let (held, own) = (self.named(name)?, self.identity.credential()?.post().member);
        let header = &held.shelf.of_member(product, own).ok_or(Refusal::NoProduct)?.header;
        let carries = |one: &&Obligation| {
            readers.contains(&one.member)
                && one.member != own
                && one.to != own
                && one.reaches(header.marking.level)
                && !header.marking.audience.has(one.to)
                && !header.despite().contains(&one.member)
        };
        Ok(held.obligations.iter().filter(carries).cloned().collect())
    }

    /// Takes the security agreements in force, in place of those before.
    pub fn agree(&mut self, agreements: Agreements) {
        self.agreements = agreements;
    }

    /// The security agreements in force, as this agent was told.
    #[must_use]
    pub fn agreements(&self) -> &Agreements {
        &self.agreements
    }

    /// Whether each of these States keeps a product as its originator's agreement with it says: without one nothing is released.
    pub(super) fn agreed<'m>(
        &self,
        header: &Header,
        to: impl IntoIterator<Item = &'m MemberCode>,
    ) -> Result<(), Refusal> {
        let from = header.originator.member;
        to.into_iter()
            .try_for_each(|to| Ok(self.agreements.release(&header.marking, from, *to).map(|_| ())?))
    }
}

/// The members of which an agent stands on record.
fn standing(inside: &[Seat], now: &Now<'_>) -> Result<BTreeSet<MemberCode>, Refusal> {
    let mut standing = BTreeSet::new();
    for seat in inside {
        if seat.credential()?.stands(&now.partnership, now.record, now.at).is_ok() {
            standing.insert(seat.member());
        }
    }
    Ok(standing)
}

fn question(
    would: Would<'_>,
    inside: &BTreeSet<MemberCode>,
    (held, agreements): (&Held, &Agreements),
    now: &Now<'_>,
) -> Question {
    let Would { reader, action, product, header, controlled, to, consented } = would;
    let originator = header.originator.member;
    let contributors = header.provenance().contains;
    let mut consents: BTreeSet<MemberCode> = header.consents().iter().map(|(state, _)| *state).collect();
    // By its header the originator consented that these read it, and to nothing more.
    let reads = matches!(action, Action::Open | Action::List) || action == Action::Act && header.may_act;
    let despite = reads && header.despite().contains(&reader.member);
    consents.extend((consented || despite).then_some(originator));
    let kept = agreements.release(&header.marking, originator, reader.member).ok();
    // A delegation clears its own people: for how it keeps a product it answers itself.
    let mut bound = held.bound(reader.member, header.marking.level);
    bound.remove(&originator);
    let reader = Reader { post: reader, cleared: Level::TopSecret, bound };
    let facts = Facts {
        product,
        originator,
        releasable: header.marking.audience.clone(),
        level: header.marking.level,
        compartments: [held.id].into(),
        release: header.release,
        // Whoever is in is told of it at once; when it opens is for the key. Whom the marking does not name is refused by that.
        advance: inside.iter().copied().filter(|code| header.marking.audience.has(*code)).collect(),
        controlled,
        contributors,
        actionable: header.may_act,
    };
    Question { reader, action, facts, circumstances: Circumstances { now: now.at, kept, consents, to } }
}
