//! Tear-line versions: a part of a product, or a version without its sources, that goes more widely than the whole.
//!
//! ```text
//!  header of every product: 32 bytes ── H(whole, opening) of a tear-line version, chance of all others
//!  opening ── a notice in the whole's compartment, by the originator ──▶ who holds both sees which belongs to which
//! ```

use std::io::{Read, Write};

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;
use quorate_partnership::Phrase;

use super::super::held::Held;
use super::super::take::Told;
use super::super::vault::Vault;
use super::super::{Now, Parcel, Refusal, Seat};
use super::notice::{self, Notice};
use super::{Sharing, Shelved};
use crate::marking::{Categories, Kind, Level, Marking};
use crate::product::{Control, ProductId, Provenance, SealError, Sealed, Secret, TearLine};

/// The most tear-line versions of one product.
const MAX_TEAR_LINES: usize = 32;

/// What opens the commitment in a tear-line version's header.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(transparent)]
pub(in super::super) struct Opening(#[cbor(n(0), with = "minicbor::bytes")] [u8; 32]);

/// That a product has a tear-line version, as it is sealed: which that is sees who has it, and nobody else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(in super::super) struct Made {
    #[n(0)]
    pub(super) whole: ProductId,
    #[n(1)]
    pub(super) opening: Opening,
}

/// Of what a product is a tear-line version, and which it has, as far as this agent holds them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TearLines {
    /// The products of which it is one.
    pub of: Vec<ProductId>,
    /// The tear-line versions that it has; none for one that was not shared where this agent is in.
    pub versions: Vec<Option<ProductId>>,
}

/// Why something is no tear-line version of a whole: it would be for fewer, or tell of the whole.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TearLineFault {
    /// Levels of two policies are not compared.
    #[error(
        "the whole is marked by the policy {0}, whose levels are not those of this one: mark both by one policy"
    )]
    Policy(Phrase),
    /// A higher level.
    #[error("it is {version}, and the whole is {whole}: mark it no higher than the whole")]
    Higher {
        /// The level of the whole.
        whole: Level,
        /// Its level.
        version: Level,
    },
    /// It leaves out a State.
    #[error("the whole is releasable to {0}, and it is not: name everybody whom the whole's marking names")]
    Narrower(MemberCode),
    /// A category that restricts more than the whole's.
    #[error("its category {0} restricts more than the whole's: leave it out, or widen it")]
    Category(Phrase),
    /// A half of its key is held back.
    #[error("half of its key is held back, and of the whole's it is not: share it without")]
    HeldBack,
    /// It opens later.
    #[error("it opens later than the whole: give it an earlier release time, or none")]
    Later,
    /// Material that the whole does not have.
    #[error(
        "it contains material of {0}, and the whole says nothing of that: share it as a product of its own"
    )]
    Contains(MemberCode),
    /// It names the whole.
    #[error("it names the whole as what it was made of, and so tells its readers of it: leave that out")]
    Tells,
    /// It has the whole's title.
    #[error("it has the whole's title, and so tells its readers that: give it one of its own")]
    Title,
    /// It is for nobody more.
    #[error(
        "it is for nobody who may not read the whole: lower its level, name more States, or leave out what restricts it; or share \
         it as a product of its own"
    )]
    NoWider,
    /// More than are kept.
    #[error("a product has at most {MAX_TEAR_LINES} tear-line versions")]
    TooMany,
}

impl Vault {
    /// The product of which this agent would make a tear-line version: one of its own member's; and what the compartment in
    /// which it lies is called, which can be used.
    ///
    /// # Errors
    /// [`Refusal::NoProduct`], [`Refusal::NotOriginator`], or why the compartment cannot be used.
    pub fn whole(&self, whole: ProductId) -> Result<(&str, &Shelved), Refusal> {
        let held = self.holds_whole(whole)?;
        let own = self.identity.credential()?.post().member;
        let shelved = held.shelf.of_member(whole, own).ok_or(Refusal::NoProduct)?;
        Ok((&held.name, shelved))
    }

    fn holds_whole(&self, whole: ProductId) -> Result<&Held, Refusal> {
        let own = self.identity.credential()?.post().member;
        let held = self.held.iter().find(|held| held.shelf.of_member(whole, own).is_some());
        let is_anothers = || self.held.iter().any(|held| held.shelf.claims(whole).next().is_some());
        let held =
            held.ok_or_else(|| if is_anothers() { Refusal::NotOriginator } else { Refusal::NoProduct })?;
        held.usable()?;
        Ok(held)
    }

    /// Shares a product as a tear-line version of another of this member's, in the same compartment or in one that this agent
    /// is in, too. The first parcel is its notice; the second goes to everyone who is in the whole's compartment, if that is
    /// another.
    ///
    /// # Errors
    /// As [`Vault::whole`] and [`Vault::share`]; [`Refusal::TearLine`]. Nothing was sealed or kept then.
    pub fn share_tear_line(
        &mut self,
        name: &str,
        (sharing, whole): (&Sharing<'_>, ProductId),
        (text, to): (&mut dyn Read, &mut dyn Write),
        now: &Now<'_>,
    ) -> Result<(Sealed, Parcel, Option<Parcel>), Refusal> {
        self.is_tear_line(sharing, whole)?;
        let opening = Opening(*Secret::random().map_err(SealError::from)?.expose());
        let provenance =
            Provenance { tear_line: Some(TearLine::of(whole, &opening.0)), ..sharing.provenance.clone() };
        // On a copy: two things are sealed, or none.
        let mut copy = self.clone();
        let sharing = Sharing { provenance: &provenance, ..*sharing };
        let (sealed, mut parcel) = copy.share(name, &sharing, text, to, now)?;
        let mut held = copy.holds_whole(whole)?.clone();
        let told = notice::sealed(&mut held, &copy.identity, &Notice::TearLine(Made { whole, opening }))?;
        let own = copy.own(now)?.post().member;
        held.shelf.of_member_mut(whole, own)?.tear_lines.push(opening);
        let elsewhere = held.id != parcel.id;
        copy.keep(held);
        *self = copy;
        if elsewhere {
            return Ok((sealed, parcel, Some(told)));
        }
        parcel.items.extend(told.items);
        Ok((sealed, parcel, None))
    }

    /// Whether what is to be shared is a tear-line version of that product.
    ///
    /// # Errors
    /// As [`Vault::share_tear_line`], before anything is sealed.
    pub fn is_tear_line(&self, sharing: &Sharing<'_>, whole: ProductId) -> Result<(), Refusal> {
        let (_, whole) = self.whole(whole)?;
        Ok(check(whole, sharing)?)
    }

    /// Of what a product is a tear-line version, and which it has. Both have to be held by this agent, in whatever compartments.
    #[must_use]
    pub fn tear_lines(&self, of: &Shelved) -> TearLines {
        let all = || self.held.iter().flat_map(|held| &held.shelf.shared);
        let is_version = |whole: &Shelved, version: &Shelved, opening: &Opening| {
            whole.header.originator.member == version.header.originator.member
                && version.header.tear_line().is_of(whole.product, &opening.0)
        };
        let wholes = all().filter(|whole| whole.tear_lines.iter().any(|one| is_version(whole, of, one)));
        let version =
            |opening: &Opening| all().find(|one| is_version(of, one, opening)).map(|one| one.product);
        TearLines {
            of: wholes.map(|whole| whole.product).collect(),
            versions: of.tear_lines.iter().map(version).collect(),
        }
    }
}

/// Takes in that a product has a tear-line version: its originator says so, and nobody else.
pub(super) fn heard(held: &mut Held, by: &Seat, made: Made) -> Result<Told, Refusal> {
    if held.shelf.claims(made.whole).next().is_none() {
        return Err(Refusal::NoProduct);
    }
    let whole = held.shelf.of_member_mut(made.whole, by.member()).map_err(|_| Refusal::NotOriginator)?;
    if whole.tear_lines.contains(&made.opening) {
        return Ok(Told::Known);
    }
    if whole.tear_lines.len() >= MAX_TEAR_LINES {
        return Err(TearLineFault::TooMany.into());
    }
    whole.tear_lines.push(made.opening);
    Ok(Told::TearLine { whole: made.whole, by: by.post() })
}

/// Whether something may go as a tear-line version: nowhere narrower than the whole, somewhere wider, and silent of it.
fn check(whole: &Shelved, version: &Sharing<'_>) -> Result<(), TearLineFault> {
    let wider = is_wider(&whole.header.marking, version.marking, whole.header.originator.member)?;
    let held_back = version.control == Control::Originator;
    if held_back && !whole.held_back {
        return Err(TearLineFault::HeldBack);
    }
    if version.release > whole.header.release {
        return Err(TearLineFault::Later);
    }
    let contained = whole.header.provenance().contains;
    let own = whole.header.originator.member;
    let other = |state: &&MemberCode| **state != own && !contained.contains(state);
    if let Some(state) = version.provenance.contains.iter().find(other) {
        return Err(TearLineFault::Contains(*state));
    }
    if version.provenance.derived_from.contains(&whole.product) {
        return Err(TearLineFault::Tells);
    }
    if version.title.as_str().to_lowercase() == whole.header.title.as_str().to_lowercase() {
        return Err(TearLineFault::Title);
    }
    if whole.tear_lines.len() >= MAX_TEAR_LINES {
        return Err(TearLineFault::TooMany);
    }
    let sooner = version.release < whole.header.release;
    if wider || sooner || whole.held_back && !held_back { Ok(()) } else { Err(TearLineFault::NoWider) }
}

/// Whether a marking is for more than another, in something; it is for fewer in nothing, or that is the fault.
fn is_wider(whole: &Marking, version: &Marking, own: MemberCode) -> Result<bool, TearLineFault> {
    if whole.policy != version.policy {
        return Err(TearLineFault::Policy(whole.policy.clone()));
    }
    if version.level > whole.level {
        return Err(TearLineFault::Higher { whole: whole.level, version: version.level });
    }
    let left_out = |state: &MemberCode| *state != own && !version.audience.has(*state);
    if let Some(state) = whole.audience.iter().find(left_out) {
        return Err(TearLineFault::Narrower(state));
    }
    if let Some(name) = stricter(&whole.categories, &version.categories) {
        return Err(TearLineFault::Category(name.clone()));
    }
    let more = version.audience.iter().any(|state| state != own && !whole.audience.has(state));
    let looser = stricter(&version.categories, &whole.categories).is_some();
    Ok(version.level < whole.level || more || looser)
}

/// The first category of the second that shuts somebody out whom the first lets in.
fn stricter<'c>(first: &Categories, second: &'c Categories) -> Option<&'c Phrase> {
    second.iter().find_map(|(kind, name, values)| {
        let had = first.iter().find(|(of, called, _)| (*of, *called) == (kind, name)).map(|(_, _, had)| had);
        let is_stricter = match (kind, had) {
            (Kind::Informative, _) => false,
            (Kind::Restrictive, had) => !values.is_empty() && had.is_none_or(|had| !values.is_subset(had)),
            (Kind::Permissive, had) => had.is_none_or(|had| !values.is_superset(had)),
        };
        is_stricter.then_some(name)
    })
}

/// What opens nothing, as anybody could make it up.
#[cfg(test)]
pub(super) fn forged() -> Opening {
    Opening([1; 32])
}
