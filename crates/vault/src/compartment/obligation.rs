//! The register of prior sharing obligations: that a member has to pass material on to a State, by a document older than the
//! compartment. Each member says so of itself, in a notice to everyone who is in; the policy takes it from here (V13).

use std::collections::{BTreeMap, BTreeSet};

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;
use quorate_partnership::{DocumentHash, Moment, Post};

use super::held::Held;
use super::shelf::{Notice, Sharing, sealed_notice};
use super::take::Told;
use super::{Now, Parcel, Refusal, Seat, Vault};
use crate::marking::Level;
use crate::product::Header;

/// An obligation, as it stands in the register.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Obligation {
    /// Whose it is.
    #[n(0)]
    pub member: MemberCode,
    /// To which State material has to be passed on.
    #[n(1)]
    pub to: MemberCode,
    /// The document under which.
    #[n(2)]
    pub under: DocumentHash,
    /// Of which levels, as markings have them; of all, if none is named.
    #[n(3)]
    pub levels: BTreeSet<Level>,
    /// Who said so last.
    #[n(4)]
    pub by: Post,
    /// When, as it says.
    #[n(5)]
    pub at: Moment,
    /// Whether it ended.
    #[n(6)]
    pub ended: bool,
}

/// What a member says of an obligation of its own, as it is sealed.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Obliging {
    /// To which State.
    #[n(0)]
    pub to: MemberCode,
    /// Under which document.
    #[n(1)]
    pub under: DocumentHash,
    /// Of which levels; of all, if none is named.
    #[n(2)]
    pub levels: BTreeSet<Level>,
    /// Whether it ended.
    #[n(3)]
    pub ended: bool,
}

/// The same with its moment.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(super) struct Stated {
    #[n(0)]
    pub(super) obliging: Obliging,
    #[n(1)]
    pub(super) at: Moment,
}

impl Obligation {
    /// Whether it reaches material of this level.
    #[must_use]
    pub fn reaches(&self, level: Level) -> bool {
        !self.ended && (self.levels.is_empty() || self.levels.contains(&level))
    }

    /// Whether it is the one of that member to that State under that document.
    fn is(&self, member: MemberCode, of: &Obliging) -> bool {
        (self.member, self.to, self.under) == (member, of.to, of.under)
    }
}

impl Vault {
    /// Says in a compartment that this agent's member has an earlier obligation, or that it ended. Everyone who is in is told.
    ///
    /// # Errors
    /// [`Refusal::ObligedToItself`], [`Refusal::NoObligation`], [`Refusal::KnownObligation`], [`Refusal::TooManyObligations`], or
    /// why the compartment cannot be used.
    pub fn oblige(&mut self, name: &str, obliging: &Obliging, now: &Now<'_>) -> Result<Parcel, Refusal> {
        let credential = self.own(now)?;
        let (own, agent) = (credential.post(), credential.agent());
        let mut held = self.named(name)?.clone();
        held.usable()?;
        if obliging.to == own.member {
            return Err(Refusal::ObligedToItself);
        }
        let had = held.obligations.iter().find(|had| had.is(own.member, obliging));
        let in_force = had.filter(|had| !had.ended);
        let said = held.mark((own.member, obliging.to, obliging.under));
        match (obliging.ended, in_force) {
            (true, None) => return Err(Refusal::NoObligation),
            // What others only told of it a member says itself.
            (false, Some(had))
                if had.levels == obliging.levels && said.is_some_and(|said| said.at == had.at) =>
            {
                return Err(Refusal::KnownObligation);
            }
            _ => {}
        }
        // What is said later counts: of one agent by its log, and after another of the member's by the moment.
        let other = said.filter(|said| said.agent != agent);
        let after = other.map_or(0, |said| said.at.0.saturating_add(1));
        let stated = Stated { obliging: obliging.clone(), at: Moment(now.at.0.max(after)) };
        let new = obligation(own, &stated);
        let parcel = sealed_notice(&mut held, &self.identity, &Notice::Obliged(stated))?;
        let place = held.logs.last_of(&agent).ok_or(Refusal::Form)?;
        if !held.register(new, (agent, place))? {
            return Err(Refusal::KnownObligation);
        }
        self.keep(held);
        Ok(parcel)
    }

    /// The register of a compartment: what members said of their obligations, in force and ended.
    ///
    /// # Errors
    /// [`Refusal::NoSuch`].
    pub fn obligations(&self, name: &str) -> Result<&[Obligation], Refusal> {
        Ok(&self.named(name)?.obligations)
    }

    /// The members to which a product is refused by obligations of theirs (V13): for whoever serves what was opened once, and
    /// asks no policy of each reader.
    #[must_use]
    pub fn kept_from(&self, header: &Header) -> BTreeSet<MemberCode> {
        let own = header.originator.member;
        let Some(held) = self.held.iter().find(|held| held.id == header.compartment) else {
            return BTreeSet::new();
        };
        let carries = |one: &&Obligation| {
            one.member != own
                && one.to != own
                && one.reaches(header.marking.level)
                && !header.marking.audience.has(one.to)
                && !header.despite().contains(&one.member)
        };
        held.obligations.iter().filter(carries).map(|one| one.member).collect()
    }

    /// Who that is in would be refused what is to be shared, by an obligation of its own to a State that the marking does not
    /// name: and by which. The policy is asked, as when it is opened.
    ///
    /// # Errors
    /// Why the compartment cannot be used, or nothing can be decided.
    pub fn refused_by_obligation(
        &self,
        name: &str,
        sharing: &Sharing<'_>,
        now: &Now<'_>,
    ) -> Result<BTreeMap<MemberCode, Vec<Obligation>>, Refusal> {
        let held = self.named(name)?;
        held.usable()?;
        let own = self.own(now)?.post().member;
        let mut refused = BTreeMap::new();
        for member in self.bound_readers(held, sharing, now)? {
            let reaches = |one: &&Obligation| {
                one.member == member
                    && one.to != own
                    && one.reaches(sharing.marking.level)
                    && !sharing.marking.audience.has(one.to)
            };
            refused.insert(member, held.obligations.iter().filter(reaches).cloned().collect());
        }
        Ok(refused)
    }
}

fn obligation(by: Post, stated: &Stated) -> Obligation {
    let Stated { obliging: Obliging { to, under, levels, ended }, at } = stated.clone();
    Obligation { member: by.member, to, under, levels, by, at, ended }
}

/// Takes in what a member says of an obligation of its own.
pub(super) fn heard(
    held: &mut Held,
    (by, place): (&Seat, u64),
    stated: &Stated,
    now: &Now<'_>,
) -> Result<Told, Refusal> {
    if stated.obliging.to == by.member() {
        return Err(Refusal::ObligedToItself);
    }
    let new = obligation(by.post(), stated);
    if new.is_ahead(now.at) {
        return Err(Refusal::ObligationAhead);
    }
    let told = Told::Obliged(Box::new(new.clone()));
    Ok(if held.register(new, (by.agent(), place))? { told } else { Told::Known })
}
