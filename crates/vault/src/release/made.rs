//! A release, made by the originator's agent and read by everybody that it reaches.

use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};
use quorate_partnership::{Moment, PublicKey, hash};
use zeroize::Zeroizing;

use super::{Later, MAX_NAMED, MAX_RELEASE_BYTES, RELEASE, ReleaseError, Terms};
use crate::agent::{Credential, Envelope, Identity, SealedTo, Use};
use crate::compartment::Now;
use crate::product::{Header, ProductId, ProductKey, SecondHalf, Secret};

/// What is signed.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
struct Said {
    #[n(0)]
    version: u8,
    #[n(1)]
    product: ProductId,
    #[n(2)]
    by: ByteVec,
    #[n(3)]
    at: Moment,
    #[n(4)]
    opens: Option<Moment>,
    #[n(5)]
    needed: u8,
    #[n(6)]
    now: Vec<SealedTo>,
    #[n(7)]
    later: Vec<ReadsLater>,
    #[n(8)]
    agents: Vec<SealedTo>,
}

/// Who reads later: with the credential, for release agents seal their shares to it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
struct ReadsLater {
    #[n(0)]
    credential: ByteVec,
    #[n(1)]
    part: SealedTo,
}

/// A release, well signed. Its author has to be the originator of the product: that is seen when the product is opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Release {
    bytes: Vec<u8>,
    said: Said,
    by: Credential,
}

/// Lets agents read a product. Every credential has to stand, and the marking to name the State of whoever reads; release agents
/// read nothing by it.
///
/// # Errors
/// [`ReleaseError`].
pub fn release(
    by: &Identity,
    key: &ProductKey,
    header: &Header,
    terms: &Terms,
    now: &Now<'_>,
) -> Result<Release, ReleaseError> {
    let own = by.credential()?;
    if own.post() != header.originator {
        return Err(ReleaseError::NotOriginator(header.originator));
    }
    own.stands(&now.partnership, now.record, now.at)?;
    let scheme = terms.check(now)?;
    let then = terms.later.iter().flat_map(|later| &later.to);
    for reader in terms.now.iter().chain(then) {
        let member = reader.post().member;
        if !header.marking.audience.has(member) && member != header.originator.member {
            return Err(ReleaseError::NotReleasable(member));
        }
    }
    let public = by.public();
    let seal = |to: &Credential, plain: &[u8]| {
        let used = Use { domain: RELEASE, of: &key.product.0, by: &public };
        SealedTo::seal(to, used, plain).ok_or(ReleaseError::Sealing)
    };
    let (mut later, mut agents) = (Vec::new(), Vec::new());
    if let (Some(Later { to, agents: named, .. }), Some(scheme)) = (&terms.later, scheme) {
        let part = Secret::random()?;
        let other = SecondHalf::of(key.product, key.key.xor(&part));
        let reads = |to: &Credential| {
            let credential = to.bytes().to_vec().into();
            Ok(ReadsLater { credential, part: seal(to, part.expose())? })
        };
        later = to.iter().map(reads).collect::<Result<_, ReleaseError>>()?;
        let shares = other.split(scheme)?;
        let shared = named.iter().zip(&shares).map(|(agent, share)| seal(agent, &share.to_cbor()));
        agents = shared.collect::<Result<_, _>>()?;
    }
    let said = Said {
        version: 1,
        product: key.product,
        by: own.bytes().to_vec().into(),
        at: now.at,
        opens: terms.later.as_ref().map(|later| later.at),
        needed: terms.later.as_ref().map_or(0, |later| later.needed),
        now: terms.now.iter().map(|to| seal(to, key.key.expose())).collect::<Result<_, _>>()?,
        later,
        agents,
    };
    let payload = minicbor::to_vec(&said).map_err(|_| ReleaseError::Form)?;
    let bytes = by.envelope(RELEASE, &key.product.0, &payload);
    Ok(Release { bytes, said, by: own })
}

impl Release {
    /// Reads a release, verifies it, and judges its author's credential by the record.
    ///
    /// # Errors
    /// [`ReleaseError::Form`], or the credential does not stand.
    pub fn read(bytes: &[u8], now: &Now<'_>) -> Result<Release, ReleaseError> {
        let release = Release::unjudged(bytes)?;
        // A release outlives the term of its author's credential, not its post.
        now.stands(&release.by, release.said.at)?;
        Ok(release)
    }

    /// Whether this is a release, well signed by whoever it says; whether that is anybody, the record says.
    #[must_use]
    pub fn is_one(bytes: &[u8]) -> bool {
        Release::unjudged(bytes).is_ok()
    }

    fn unjudged(bytes: &[u8]) -> Result<Release, ReleaseError> {
        if bytes.len() > MAX_RELEASE_BYTES {
            return Err(ReleaseError::Form);
        }
        let envelope = Envelope::read(bytes).ok_or(ReleaseError::Form)?;
        let said: Said = minicbor::decode(envelope.payload).map_err(|_| ReleaseError::Form)?;
        let is_ours = said.version == 1
            && [said.now.len(), said.later.len(), said.agents.len()].iter().all(|count| *count <= MAX_NAMED)
            && said.opens.is_some() != said.later.is_empty()
            && minicbor::to_vec(&said).is_ok_and(|again| again == envelope.payload);
        let by = Credential::read(&said.by)?;
        if !is_ours || by.agent() != envelope.key || !envelope.is_signed(RELEASE, &said.product.0) {
            return Err(ReleaseError::Form);
        }
        Ok(Release { bytes: bytes.to_vec(), said, by })
    }

    /// Its bytes.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Of which product.
    #[must_use]
    pub fn product(&self) -> ProductId {
        self.said.product
    }

    /// Who made it, for the originator as it says.
    #[must_use]
    pub fn by(&self) -> &Credential {
        &self.by
    }

    /// When it was made, as its author says.
    #[must_use]
    pub fn at(&self) -> Moment {
        self.said.at
    }

    /// The release time, if somebody reads later only.
    #[must_use]
    pub fn opens(&self) -> Option<Moment> {
        self.said.opens
    }

    /// How many release agents together let it be read, and how many there are.
    #[must_use]
    pub fn scheme(&self) -> (u8, usize) {
        (self.said.needed, self.said.agents.len())
    }

    /// The agents that it names: who reads at once, who reads later, and release agents.
    #[must_use]
    pub fn named(&self) -> [Vec<PublicKey>; 3] {
        let Said { now, later, agents, .. } = &self.said;
        let keys = |named: &[SealedTo]| named.iter().map(|one| one.agent).collect();
        [keys(now), later.iter().map(|one| one.part.agent).collect(), keys(agents)]
    }

    /// The credentials of those who read later.
    ///
    /// # Errors
    /// [`ReleaseError::Form`]: one is none, or is of another agent than the one whose part it stands beside.
    pub fn readers_later(&self) -> Result<Vec<Credential>, ReleaseError> {
        let read = |one: &ReadsLater| {
            let credential = Credential::read(&one.credential)?;
            let is_its = credential.agent() == one.part.agent;
            is_its.then_some(credential).ok_or(ReleaseError::Form)
        };
        self.said.later.iter().map(read).collect()
    }

    /// Names it, for whoever hands over a share by it.
    pub(super) fn digest(&self) -> [u8; 32] {
        hash("quorate/release-id/1", &[&self.bytes])
    }

    /// The key whole, if this agent reads at once.
    pub(super) fn whole(&self, identity: &Identity) -> Option<Zeroizing<Vec<u8>>> {
        self.open(&self.said.now, identity)
    }

    /// A part of the key, if this agent reads later.
    pub(super) fn part(&self, identity: &Identity) -> Option<Zeroizing<Vec<u8>>> {
        let own = identity.public();
        let found = self.said.later.iter().find(|one| one.part.agent == own)?;
        found.part.open(identity, self.used(&self.by.agent()))
    }

    /// A share of the other part, if this agent is a release agent.
    pub(super) fn share(&self, identity: &Identity) -> Option<Zeroizing<Vec<u8>>> {
        self.open(&self.said.agents, identity)
    }

    fn open(&self, named: &[SealedTo], identity: &Identity) -> Option<Zeroizing<Vec<u8>>> {
        let own = identity.public();
        named.iter().find(|one| one.agent == own)?.open(identity, self.used(&self.by.agent()))
    }

    fn used<'u>(&'u self, by: &'u PublicKey) -> Use<'u> {
        Use { domain: RELEASE, of: &self.said.product.0, by }
    }
}
