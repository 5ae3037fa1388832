//! What stands in a product beside its text, sealed as well.

use std::collections::BTreeSet;

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;
use quorate_partnership::{DocumentHash, Moment, Phrase, Post};

use super::{CompartmentId, ProductId, TearLine};
use crate::marking::{Audience, Marking};

/// The form that is written.
const VERSION: u8 = 2;
/// The longest header, in bytes.
pub(super) const MAX_HEADER: usize = 256 * 1024;
/// The length to which headers are filled up, or a multiple of it: the length of a title is not to be told.
const STEP: usize = 2048;
/// The most products that one is derived from, and the most States whose material it contains.
pub const MAX_SOURCES: usize = 256;

/// Where what a product says comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Provenance {
    /// The products that it was made of.
    pub derived_from: BTreeSet<ProductId>,
    /// The States whose material it contains, members or not.
    pub contains: BTreeSet<MemberCode>,
    /// What ties it to the whole of which it is a tear-line version.
    pub tear_line: Option<TearLine>,
}

/// What readers may do with a product, beside reading it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Handling {
    /// Whether they may act on it without asking. Else nobody does without the originator's consent to that action.
    pub may_act: bool,
    /// The members that read it although they have an earlier obligation to pass it to a State that its marking does not name.
    pub despite: BTreeSet<MemberCode>,
}

/// A State's consent that material of its own is passed on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consent {
    /// Whose consent.
    pub state: MemberCode,
    /// The document that gives it.
    pub document: DocumentHash,
    /// To whom.
    pub to: Audience,
}

/// The header of a product.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Header {
    #[n(0)]
    version: u8,
    /// What it is, in one line.
    #[n(1)]
    pub title: Phrase,
    /// Its marking.
    #[n(2)]
    pub marking: Marking,
    /// Whose it is.
    #[n(3)]
    pub originator: Post,
    /// In which compartment it was sealed.
    #[n(4)]
    pub compartment: CompartmentId,
    /// In which epoch.
    #[n(5)]
    pub epoch: u64,
    /// For how long it is kept.
    #[n(6)]
    pub class: Phrase,
    /// When it was sealed, as the originator says.
    #[n(7)]
    pub sealed: Moment,
    /// When it may be read by whom it does not name; at once, if there is none.
    #[n(8)]
    pub release: Option<Moment>,
    /// The length of its text, in bytes.
    #[n(9)]
    pub length: u64,
    #[n(10)]
    derived_from: Vec<ProductId>,
    #[n(11)]
    contains: Vec<MemberCode>,
    #[n(12)]
    consents: Vec<(MemberCode, DocumentHash)>,
    #[n(13)]
    tear_line: TearLine,
    /// Whether readers may act on it without asking its originator.
    #[n(14)]
    pub may_act: bool,
    #[n(15)]
    despite: Vec<MemberCode>,
}

/// What a header is made of; whose and in which compartment follows from the keys.
pub(crate) struct Said<'s> {
    pub(crate) title: &'s Phrase,
    pub(crate) marking: &'s Marking,
    pub(crate) originator: Post,
    pub(crate) archive: &'s super::ArchiveKey,
    pub(crate) sealed: Moment,
    pub(crate) release: Option<Moment>,
    pub(crate) length: u64,
    pub(crate) provenance: &'s Provenance,
    pub(crate) consents: &'s [Consent],
    /// What ties it to its whole, or chance.
    pub(crate) tear_line: TearLine,
    pub(crate) handling: &'s Handling,
}

impl Header {
    pub(crate) fn of(said: &Said<'_>) -> Header {
        let contains: Vec<MemberCode> = said.provenance.contains.iter().copied().collect();
        let needed = said.consents.iter().filter(|consent| contains.contains(&consent.state));
        let consents: BTreeSet<_> = needed.map(|consent| (consent.state, consent.document)).collect();
        Header {
            version: VERSION,
            title: said.title.clone(),
            marking: said.marking.clone(),
            originator: said.originator,
            compartment: said.archive.compartment,
            epoch: said.archive.epoch,
            class: said.archive.class.clone(),
            sealed: said.sealed,
            release: said.release,
            length: said.length,
            derived_from: said.provenance.derived_from.iter().copied().collect(),
            contains,
            consents: consents.into_iter().collect(),
            tear_line: said.tear_line,
            may_act: said.handling.may_act,
            despite: said.handling.despite.iter().copied().collect(),
        }
    }

    /// Where it comes from, but for whether it is a tear-line version: [`Header::tear_line`].
    #[must_use]
    pub fn provenance(&self) -> Provenance {
        Provenance {
            derived_from: self.derived_from.iter().copied().collect(),
            contains: self.contains.iter().copied().collect(),
            tear_line: None,
        }
    }

    /// What ties it to its whole, if it is a tear-line version; who is not told what opens it does not see whether it is one.
    #[must_use]
    pub fn tear_line(&self) -> TearLine {
        self.tear_line
    }

    /// The members of which the originator consents that they read it, although an earlier obligation of theirs reaches a State
    /// that the marking does not name.
    #[must_use]
    pub fn despite(&self) -> &[MemberCode] {
        &self.despite
    }

    /// The documents by which States consented that their material is in it.
    #[must_use]
    pub fn consents(&self) -> &[(MemberCode, DocumentHash)] {
        &self.consents
    }

    /// The bytes, filled up: how long it is, in four bytes, the header, and noughts.
    pub(super) fn to_bytes(&self) -> Option<Vec<u8>> {
        let header = minicbor::to_vec(self).ok()?;
        let mut bytes = u32::try_from(header.len()).ok()?.to_be_bytes().to_vec();
        bytes.extend_from_slice(&header);
        bytes.resize(bytes.len().checked_next_multiple_of(STEP)?, 0);
        (bytes.len() <= MAX_HEADER).then_some(bytes)
    }

    pub(super) fn read(bytes: &[u8]) -> Option<Header> {
        let (length, rest) = bytes.split_first_chunk()?;
        let header: Header =
            minicbor::decode(rest.get(..usize::try_from(u32::from_be_bytes(*length)).ok()?)?).ok()?;
        let is_ours = header.version == VERSION && header.to_bytes().as_deref() == Some(bytes);
        let few = header.derived_from.len() <= MAX_SOURCES
            && header.contains.len() <= MAX_SOURCES
            && header.despite.len() <= MAX_SOURCES;
        (is_ours && few).then_some(header)
    }
}
