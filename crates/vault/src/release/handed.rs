//! A release agent hands over its share once the release time has come.

use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};
use quorate_partnership::Moment;

use super::{HANDED, MAX_NAMED, MAX_RELEASE_BYTES, Release, ReleaseError};
use crate::agent::{Credential, Envelope, Identity, SealedTo, Use};
use crate::compartment::Now;
use crate::product::Share;

#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
struct Said {
    #[n(0)]
    version: u8,
    #[n(1)]
    by: ByteVec,
    #[n(2)]
    at: Moment,
    #[n(3)]
    to: Vec<SealedTo>,
}

/// A share, handed over to everybody who reads later. It is bound to one release.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handed {
    bytes: Vec<u8>,
    said: Said,
    by: Credential,
}

/// What a release agent knows of the time.
#[derive(Clone, Copy, Debug)]
pub struct Clocks {
    /// What the machine's own clock says, whatever others agreed on.
    pub own: Moment,
    /// The moment of the last block of the partnership's record.
    pub recorded: Moment,
}

/// Hands over this agent's share of a release, if its time has come by both clocks. So neither a clock that somebody moved on nor
/// a moment that other nodes agreed on opens early alone.
///
/// # Errors
/// [`ReleaseError::TooEarly`], [`ReleaseError::RecordEarly`], [`ReleaseError::NotNamed`]; or a reader's credential
/// stands no more.
pub fn hand_over(
    by: &Identity,
    release: &Release,
    clocks: Clocks,
    now: &Now<'_>,
) -> Result<Handed, ReleaseError> {
    let share = release.share(by).ok_or(ReleaseError::NotNamed)?;
    let at = release.opens().ok_or(ReleaseError::Form)?;
    let Clocks { own, recorded } = clocks;
    if own < at {
        return Err(ReleaseError::TooEarly { now: own, at });
    }
    if recorded < at {
        return Err(ReleaseError::RecordEarly { recorded, at });
    }
    let share = Share::from_cbor(&share)?;
    let (needed, agents) = release.scheme();
    if share.product() != release.product() || !share.is_of(needed, agents) {
        return Err(ReleaseError::Form);
    }
    let own = by.credential()?;
    own.stands(&now.partnership, now.record, now.at)?;
    let (of, public) = (release.digest(), by.public());
    // Who lost its post gets nothing, and does not hold up the others. A term that is over since does not matter.
    let stands = |to: &Credential| now.stands(to, release.at()).is_ok();
    let readers: Vec<Credential> = release.readers_later()?.into_iter().filter(stands).collect();
    if readers.is_empty() {
        return Err(ReleaseError::Nobody);
    }
    let used = Use { domain: HANDED, of: &of, by: &public };
    let seal = |to: &Credential| SealedTo::seal(to, used, &share.to_cbor()).ok_or(ReleaseError::Sealing);
    let to = readers.iter().map(seal).collect::<Result<_, _>>()?;
    let said = Said { version: 1, by: own.bytes().to_vec().into(), at: now.at, to };
    let payload = minicbor::to_vec(&said).map_err(|_| ReleaseError::Form)?;
    Ok(Handed { bytes: by.envelope(HANDED, &of, &payload), said, by: own })
}

impl Handed {
    /// Reads what a release agent handed over by this release, and verifies it.
    ///
    /// # Errors
    /// [`ReleaseError::Form`], [`ReleaseError::OtherProduct`], [`ReleaseError::NotNamed`] if whoever handed it over is no release
    /// agent of it, or its credential stands no more.
    pub fn read(bytes: &[u8], release: &Release, now: &Now<'_>) -> Result<Handed, ReleaseError> {
        let (handed, envelope) = Handed::unjudged(bytes)?;
        if !envelope.is_signed(HANDED, &release.digest()) {
            return Err(ReleaseError::OtherProduct);
        }
        now.stands(&handed.by, handed.said.at)?;
        let [.., agents] = release.named();
        agents.contains(&handed.by.agent()).then_some(()).ok_or(ReleaseError::NotNamed)?;
        Ok(handed)
    }

    /// Whether this has the form of what a release agent hands over. By which release, and whether it is well signed, is told by
    /// that release.
    #[must_use]
    pub fn is_one(bytes: &[u8]) -> bool {
        Handed::unjudged(bytes).is_ok()
    }

    fn unjudged(bytes: &[u8]) -> Result<(Handed, Envelope<'_>), ReleaseError> {
        if bytes.len() > MAX_RELEASE_BYTES {
            return Err(ReleaseError::Form);
        }
        let envelope = Envelope::read(bytes).ok_or(ReleaseError::Form)?;
        let said: Said = minicbor::decode(envelope.payload).map_err(|_| ReleaseError::Form)?;
        let is_ours = said.version == 1
            && said.to.len() <= MAX_NAMED
            && minicbor::to_vec(&said).is_ok_and(|again| again == envelope.payload);
        let by = Credential::read(&said.by)?;
        if !is_ours || by.agent() != envelope.key {
            return Err(ReleaseError::Form);
        }
        Ok((Handed { bytes: bytes.to_vec(), said, by }, envelope))
    }

    /// Its bytes.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Who handed it over.
    #[must_use]
    pub fn by(&self) -> &Credential {
        &self.by
    }

    /// When, as it says.
    #[must_use]
    pub fn at(&self) -> Moment {
        self.said.at
    }

    /// The share, if it was handed to this agent.
    pub(super) fn share(&self, identity: &Identity, release: &Release) -> Result<Share, ReleaseError> {
        let (own, of, by) = (identity.public(), release.digest(), self.by.agent());
        let found = self.said.to.iter().find(|one| one.agent == own).ok_or(ReleaseError::NotNamed)?;
        let plain = found.open(identity, Use { domain: HANDED, of: &of, by: &by });
        let share = Share::from_cbor(&plain.ok_or(ReleaseError::Form)?)?;
        let (needed, agents) = release.scheme();
        let fits = share.product() == release.product() && share.is_of(needed, agents);
        if fits { Ok(share) } else { Err(ReleaseError::Form) }
    }
}
