//! The charter as an instrument: its text adopted, signed and consented to, what States reserve and declare, and what its
//! members adopt under it. Articles: instrument, entry into force, decisions.

mod adopt;
mod adopt_text;
mod apply;
mod command;
mod complete_step;
mod confirm_signature;
mod consent;
mod declare;
mod declare_step;
mod event;
mod lodge_full_powers;
mod note_registration;
mod object_to_reservation;
mod provisional;
mod refusal;
mod reserve;
mod sign_ad_referendum;
mod signatories;
mod take_in;
mod withdraw_objection;
mod withdraw_reservation;

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{InstrumentArticle, Means, MemberCode};

pub use adopt::Adopt;
pub use adopt_text::AdoptText;
pub use command::Command as InstrumentCommand;
pub use complete_step::CompleteStep;
pub use confirm_signature::ConfirmSignature;
pub use consent::Consent;
pub use declare::Declare;
pub use declare_step::DeclareStep;
pub use event::Event as InstrumentEvent;
pub use lodge_full_powers::LodgeFullPowers;
pub use note_registration::NoteRegistration;
pub use object_to_reservation::ObjectToReservation;
pub(crate) use provisional::{ends_provisional, provisional_ends};
pub use refusal::Refusal as InstrumentRefusal;
pub use reserve::Reserve;
pub use sign_ad_referendum::SignAdReferendum;
pub(super) use signatories::{asked_beyond, depositaries};
pub use take_in::TakeIn;
pub use withdraw_objection::WithdrawObjection;
pub use withdraw_reservation::WithdrawReservation;

use super::standing::{On, Refusal, with_what_follows};
use super::{BeneficiaryRefusal, Event};
use crate::ids::{DocumentHash, StepNo};
use crate::moment::Moment;
use crate::partnership::Partnership;

/// The most reservations of a State that stand at a time.
const MAX_RESERVATIONS: usize = 16;
/// The most declarations of a State in a year from the first of them.
const MAX_DECLARATIONS: u32 = 64;
/// The most open steps of a State.
const MAX_STEPS: usize = 64;
/// The most registrations that a member notes, for good.
const MAX_REGISTRATIONS: u32 = 16;
/// For so long an objection can be made: 365 days.
pub(crate) const TWELVE_MONTHS: u64 = 365 * 24 * 3_600_000;

/// For what full powers are lodged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(index_only)]
pub enum Act {
    /// A signature.
    #[n(0)]
    Signature,
    /// A ratification, an acceptance or an approval.
    #[n(1)]
    Ratification,
}

impl Act {
    /// The act in a word, as it is typed.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Act::Signature => "signature",
            Act::Ratification => "ratification",
        }
    }
}

/// A reservation that stands.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
struct Reservation {
    #[n(0)]
    at: Moment,
    /// Who has objected.
    #[n(1)]
    objections: BTreeSet<MemberCode>,
}

/// What is true about the instrument.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub(super) struct Instrument {
    /// The texts that were adopted, by their documents.
    #[n(0)]
    texts: BTreeSet<DocumentHash>,
    /// Who adopted the charter's text.
    #[n(1)]
    agreed: BTreeSet<MemberCode>,
    #[n(2)]
    full_powers: BTreeSet<(MemberCode, Act)>,
    /// Whose signature waits for its confirmation.
    #[n(3)]
    ad_referendum: BTreeSet<MemberCode>,
    /// What was lodged and no depositary has taken in.
    #[n(4)]
    lodged: BTreeMap<MemberCode, Means>,
    /// When provisional application ends, where notice was given.
    #[n(5)]
    ending: BTreeMap<MemberCode, Moment>,
    #[n(6)]
    reservations: BTreeMap<(MemberCode, u16), Reservation>,
    /// Since when they are counted, and how many were made since.
    #[n(7)]
    declarations: BTreeMap<MemberCode, (Moment, u32)>,
    /// The number of the last declaration.
    #[n(8)]
    declared: u32,
    /// Steps that are open, and whose they are.
    #[n(9)]
    steps: BTreeMap<StepNo, MemberCode>,
    /// The number of the last step.
    #[n(10)]
    stepped: u32,
    #[n(11)]
    registrations: BTreeMap<MemberCode, u32>,
    /// To which articles a State withdrew a reservation: it makes none to them again.
    #[n(12)]
    withdrawn: BTreeSet<(MemberCode, u16)>,
}

impl Instrument {
    fn reservation(&self, member: MemberCode, article: u16) -> Option<&Reservation> {
        self.reservations.get(&(member, article))
    }

    /// Whether the State has made a reservation to the article, withdrawn or not: one that is made again would shed what
    /// others objected to it.
    fn reserved(&self, member: MemberCode, article: u16) -> bool {
        self.reservation(member, article).is_some() || self.withdrawn.contains(&(member, article))
    }

    fn reservations_of(&self, member: MemberCode) -> usize {
        self.reservations.range((member, 0)..=(member, u16::MAX)).count()
    }

    /// The declarations of a State that are counted, and since when: those of the year in which this moment is.
    fn declarations_of(&self, member: MemberCode, now: Moment) -> (Moment, u32) {
        let counted = self.declarations.get(&member).copied();
        counted.filter(|(since, _)| now.since(*since) < TWELVE_MONTHS).unwrap_or((now, 0))
    }

    fn steps_of(&self, member: MemberCode) -> usize {
        self.steps.values().filter(|of| **of == member).count()
    }

    fn registrations_of(&self, member: MemberCode) -> u32 {
        self.registrations.get(&member).copied().unwrap_or_default()
    }
}

/// The charter's article on the instrument.
///
/// # Errors
/// M10, if it has none.
fn article(partnership: &Partnership) -> Result<&InstrumentArticle, Refusal> {
    // M10: what the charter does not provide for cannot be done under it.
    partnership.charter().instrument().ok_or(Refusal::NoArticle(On::Instrument))
}

/// M32: a State that is no member and asks for help alone has nothing to do with the instrument, unless it is invited.
fn is_no_stranger(partnership: &Partnership, member: MemberCode) -> Result<(), Refusal> {
    let members = partnership.members();
    let stranger = members.is_beneficiary(member) && !members.standings.invited.contains_key(&member);
    if stranger { Err(BeneficiaryRefusal::NoMember(member).into()) } else { Ok(()) }
}

/// Whether a State has its consent still before it: it has a place and has given none, or it is invited to accede.
fn is_to_consent(partnership: &Partnership, member: MemberCode) -> bool {
    let members = partnership.members();
    let bond = members.standings.of.get(&member).filter(|bond| !bond.left);
    let ahead = bond.is_some_and(|bond| !bond.ratified) && !members.instrument.lodged.contains_key(&member);
    ahead || members.standings.invited.contains_key(&member)
}

/// Whether a State may sign now, and has what it needs for it.
pub(super) fn may_sign(partnership: &Partnership, member: MemberCode) -> Result<(), Refusal> {
    let (charter, members) = (partnership.charter(), partnership.members());
    // M10: there is an entry into force to wait for.
    charter.entry_into_force().ok_or(Refusal::NoArticle(On::EntryIntoForce))?;
    // M11: once.
    let signed = members.standings.of.get(&member).is_some_and(|bond| bond.signed);
    if signed || members.instrument.ad_referendum.contains(&member) {
        return Err(Refusal::SignedAlready(member));
    }
    has_full_powers(partnership, member, Act::Signature)
}

/// M36: full powers were lodged, where the charter asks for them.
fn has_full_powers(partnership: &Partnership, member: MemberCode, act: Act) -> Result<(), Refusal> {
    let asked = partnership.charter().instrument().is_some_and(InstrumentArticle::full_powers);
    if asked && !partnership.members().instrument.full_powers.contains(&(member, act)) {
        return Err(InstrumentRefusal::NoFullPowers { member, act }.into());
    }
    Ok(())
}

/// What a full signature brings: in an arrangement taking part in it.
pub(super) fn signs(partnership: &Partnership, member: MemberCode, provisionally: bool) -> Vec<Event> {
    let mut events = vec![Event::Signed { member, provisionally }];
    if partnership.charter().instrument().is_some_and(InstrumentArticle::is_arrangement) {
        let takes_part = InstrumentEvent::TakesPart { member };
        events.extend(with_what_follows(partnership, takes_part.into()));
    }
    events
}

/// What the consent of a State brings, by this means: it counts at once, or once a depositary has taken it in.
///
/// # Errors
/// M38, M12, M36, M39.
pub(super) fn consents(
    partnership: &Partnership,
    member: MemberCode,
    means: Means,
) -> Result<Vec<Event>, Refusal> {
    let (charter, members) = (partnership.charter(), partnership.members());
    // M10: there is an entry into force to wait for.
    charter.entry_into_force().ok_or(Refusal::NoArticle(On::EntryIntoForce))?;
    let article = charter.instrument();
    // M38: an arrangement is not ratified.
    if article.is_some_and(InstrumentArticle::is_arrangement) {
        return Err(InstrumentRefusal::Arrangement.into());
    }
    // M12: after the signature, and once.
    if members.instrument.lodged.contains_key(&member) {
        return Err(InstrumentRefusal::Lodged(member).into());
    }
    match members.standings.of.get(&member) {
        Some(bond) if bond.signed && !bond.ratified => {}
        _ => return Err(Refusal::NotToRatify(member)),
    }
    has_full_powers(partnership, member, Act::Ratification)?;
    let Some(article) = article else {
        return Ok(with_what_follows(partnership, Event::Ratified { member }));
    };
    // M39: by a means that the article names.
    if !article.means().contains(&means) {
        return Err(InstrumentRefusal::OtherMeans(means).into());
    }
    let mut events = vec![InstrumentEvent::ConsentGiven { member, means }.into()];
    if depositaries(&members.standings, charter).is_empty() {
        events.extend(with_what_follows(partnership, Event::Ratified { member }));
    }
    Ok(events)
}

#[cfg(test)]
mod tests;
