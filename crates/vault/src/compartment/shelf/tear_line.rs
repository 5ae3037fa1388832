//! Tear-line versions: a part of a product, or a version without its sources, that goes more widely than the whole.
//!
//! ```text
//!  header of every product: 32 bytes ── H(whole, opening) of a tear-line version, chance of all others
//!  opening ── a notice in the whole's compartment, by the originator ──▶ who holds both sees which belongs to which
//! ```

use std::io::{Read, Write};

use super::super::held::Held;
use super::super::take::Told;
use super::super::vault::Vault;
use super::super::{Now, Parcel, Refusal, Seat};
use super::notice::{self, Notice};
use super::wider::{MAX_TEAR_LINES, TearLineFault, check};
use super::{Sharing, Shelved};
use crate::product::{ProductId, Provenance, SealError, Sealed, Secret, TearLine};
use minicbor::{Decode, Encode};

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

/// What opens nothing, as anybody could make it up.
#[cfg(test)]
pub(super) fn forged() -> Opening {
    Opening([1; 32])
}
