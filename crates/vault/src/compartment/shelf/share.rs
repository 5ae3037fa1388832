//! Sharing a product with everyone who is in a compartment.

use std::collections::BTreeSet;
use std::io::{Read, Write};

use quorate_charter::MemberCode;
use quorate_partnership::{Moment, Phrase};

use super::super::held::{Era, Held};
use super::super::vault::Vault;
use super::super::{Now, Parcel, Refusal, Retention};
use super::permit::Would;
use super::{Half, Shelved, length, notice};
use crate::marking::Marking;
use crate::policy::{self, Action, Rule};
use crate::product::{
    Consent, Control, Handling, Header, ProductId, Provenance, Said, SealError, Sealed, Sealing, TearLine,
    seal,
};

/// The room for a product whose half is held back: such a one never goes by itself.
const HALF_ROOM: u64 = 17 * 1024;

/// What is shared, and for whom: all of it is said before the first byte is sealed.
#[derive(Clone, Copy, Debug)]
pub struct Sharing<'s> {
    /// What it is, in one line.
    pub title: &'s Phrase,
    /// Its marking: it has to name the State of everybody who is in.
    pub marking: &'s Marking,
    /// For how long it is kept.
    pub class: Retention,
    /// Whether a half of its key is held back by this agent.
    pub control: Control,
    /// From when it may be read by whom its releases do not name for now.
    pub release: Option<Moment>,
    /// Where it comes from.
    pub provenance: &'s Provenance,
    /// The consents of States whose material it contains.
    pub consents: &'s [Consent],
    /// What readers may do with it.
    pub handling: &'s Handling,
}

impl Vault {
    /// Seals a text under the compartment's archive key of this epoch and signs it by this agent. The product goes to
    /// `to`, for any
    /// store; the parcel with its notice to everyone who is in.
    ///
    /// # Errors
    /// [`Refusal::NotReleasable`] if the marking leaves somebody out who is in, [`Refusal::Seal`] and why the
    /// compartment cannot be
    /// used. What was written then is no product.
    pub fn share(
        &mut self,
        name: &str,
        sharing: &Sharing<'_>,
        text: &mut dyn Read,
        to: &mut dyn Write,
        now: &Now<'_>,
    ) -> Result<(Sealed, Parcel), Refusal> {
        let own = self.own(now)?;
        let mut held = self.named(name)?.clone();
        held.usable()?;
        let era = held.now()?.clone();
        everybody_may_read(&era, own.post().member, sharing.marking, now)?;
        let Sharing { title, marking, control, release, provenance, consents, handling, .. } = *sharing;
        let archive = held.archive(era.epoch, sharing.class).ok_or(Refusal::NoArchiveKey)?;
        if control == Control::Originator && !held.shelf.has_room(&own.agent(), HALF_ROOM) {
            return Err(Refusal::ShelfFull);
        }
        self.everybody_may_list(&held, sharing, now)?;
        let (originator, sealed, archive) = (own.post(), now.at, &archive);
        let sealing = Sealing {
            title,
            marking,
            originator,
            archive,
            sealed,
            release,
            provenance,
            consents,
            handling,
            control,
        };
        let sealed = seal(&sealing, &self.identity, text, to)?;
        let bytes = length(&sealed.header).ok_or(SealError::HeaderTooLong)?;
        let shelved = Shelved {
            product: sealed.product,
            header: sealed.header.clone(),
            class: sharing.class,
            agent: own.agent(),
            held_back: control == Control::Originator,
            acknowledged: Vec::new(),
            released: Vec::new(),
            second: sealed.second.as_ref().map(|half| Half(half.secret().clone())),
            bytes,
            tear_lines: Vec::new(),
        };
        let parcel = notice::of(&mut held, &self.identity, &shelved)?;
        held.shelf.keep(shelved);
        self.keep(held);
        self.shelve_no_more();
        Ok((sealed, parcel))
    }
}

impl Vault {
    /// The header that a product will have, but for its length.
    pub(super) fn planned(
        &self,
        held: &Held,
        sharing: &Sharing<'_>,
        now: &Now<'_>,
    ) -> Result<Header, Refusal> {
        let Sharing { title, marking, class, release, provenance, consents, handling, .. } = *sharing;
        let archive = held.archive(held.now()?.epoch, class).ok_or(Refusal::NoArchiveKey)?;
        let (originator, archive) = (self.own(now)?.post(), &archive);
        let (sealed, length) = (now.at, 0);
        let tear_line = TearLine::default();
        let said = Said {
            title,
            marking,
            originator,
            archive,
            sealed,
            release,
            length,
            provenance,
            consents,
            tear_line,
            handling,
        };
        Ok(Header::of(&said))
    }

    /// The members that are in and would be refused what is to be shared by an obligation of theirs, as the policy says.
    pub(in super::super) fn bound_readers(
        &self,
        held: &Held,
        sharing: &Sharing<'_>,
        now: &Now<'_>,
    ) -> Result<BTreeSet<MemberCode>, Refusal> {
        let header = self.planned(held, sharing, now)?;
        let guard = self.guard(held, now)?;
        let mut bound = BTreeSet::new();
        for seat in &held.now()?.seats {
            let would = Would {
                reader: seat.post(),
                action: Action::Open,
                product: ProductId([0; 32]),
                header: &header,
                controlled: false,
                to: BTreeSet::new(),
                consented: false,
            };
            // Whatever else refuses it stops the sealing itself, and is told by that.
            if let Err(Refusal::Policy(why)) = guard.may(would, now)
                && matches!(*why, policy::Refusal::Denied(denied) if denied.rules.contains(&Rule::Bound))
            {
                bound.insert(seat.member());
            }
        }
        Ok(bound)
    }

    /// Asks the policy of everybody who is in, before the first byte is sealed.
    fn everybody_may_list(&self, held: &Held, sharing: &Sharing<'_>, now: &Now<'_>) -> Result<(), Refusal> {
        let header = self.planned(held, sharing, now)?;
        let guard = self.guard(held, now)?;
        for seat in &held.now()?.seats {
            let would = Would {
                reader: seat.post(),
                action: Action::List,
                product: ProductId([0; 32]),
                header: &header,
                controlled: false,
                to: BTreeSet::new(),
                consented: true,
            };
            guard.may(would, now)?;
        }
        Ok(())
    }
}

/// Whoever is in opens what is sealed there: so nobody is in whom the marking does not name, or whose credential stands no more.
fn everybody_may_read(era: &Era, own: MemberCode, marking: &Marking, now: &Now<'_>) -> Result<(), Refusal> {
    for seat in &era.seats {
        if seat.member() != own && !marking.audience.has(seat.member()) {
            return Err(Refusal::NotReleasable(seat.member()));
        }
        let stands = seat.credential()?.stands(&now.partnership, now.record, now.at);
        stands.map_err(|_| Refusal::StillIn(seat.post()))?;
    }
    Ok(())
}
