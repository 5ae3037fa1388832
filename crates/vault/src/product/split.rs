//! The half of a product's key that is not in the file: who holds it, and how several hold it together.

use std::fmt;

use getrandom::SysRng;
use minicbor::{Decode, Encode};
use rand_core::UnwrapErr;
use vsss_rs::Gf256;
use zeroize::Zeroizing;

use super::{NoChance, ProductId, Secret};

/// The most release agents among which a half is split.
pub const MAX_AGENTS: u8 = 64;

/// The second half of a product's key. The originator's release agent keeps it and can refuse it until the product was
/// first opened; afterwards nothing takes the text back.
#[derive(Clone, Debug)]
pub struct SecondHalf {
    product: ProductId,
    half: Secret,
}

/// How many release agents together let a product be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scheme {
    needed: u8,
    agents: u8,
}

/// Numbers that are no scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SchemeError {
    /// One alone could open.
    #[error(
        "with one share needed, each release agent opens it alone and at any time: at least two are needed"
    )]
    OneOpens,
    /// More are needed than there are.
    #[error("it needs {0} release agents, and there are {1}")]
    TooFew(u8, u8),
    /// Too many.
    #[error("a half is split among at most {MAX_AGENTS} release agents")]
    TooMany,
}

/// What a scheme does not withstand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weakness {
    /// So many together open it before its time. Fewer learn nothing.
    Early(u8),
    /// So many that are away, or refuse, hold it up for ever.
    Stalls(u8),
}

impl Scheme {
    /// `needed` of `agents`.
    ///
    /// # Errors
    /// [`SchemeError`].
    pub fn of(needed: u8, agents: u8) -> Result<Scheme, SchemeError> {
        match (needed, agents) {
            (_, agents) if agents > MAX_AGENTS => Err(SchemeError::TooMany),
            (0 | 1, _) => Err(SchemeError::OneOpens),
            (needed, agents) if needed > agents => Err(SchemeError::TooFew(needed, agents)),
            (needed, agents) => Ok(Scheme { needed, agents }),
        }
    }

    /// What it does not withstand. Two agents are the worst case: both together open early, and either holds it up for
    /// ever, unless the originator releases the half itself.
    #[must_use]
    pub fn weaknesses(&self) -> [Weakness; 2] {
        let stalls = self.agents.saturating_sub(self.needed).saturating_add(1);
        [Weakness::Early(self.needed), Weakness::Stalls(stalls)]
    }
}

impl fmt::Display for Weakness {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Weakness::Early(agents) => {
                write!(f, "{agents} release agents together open it before its time; fewer learn nothing")
            }
            Weakness::Stalls(1) => {
                f.write_str("one release agent that is away or refuses holds it up for ever")
            }
            Weakness::Stalls(agents) => {
                write!(f, "{agents} release agents that are away or refuse hold it up for ever")
            }
        }
    }
}

/// A release agent's share of a half, in deterministic CBOR. Shares are split by Shamir's scheme over GF(2^8) (*How to share a
/// secret*, 1979). The library works on bytes without tables, so that its time does not depend on them.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
pub struct Share {
    #[n(0)]
    version: u8,
    #[n(1)]
    product: ProductId,
    #[n(2)]
    needed: u8,
    #[n(3)]
    agents: u8,
    #[cbor(n(4), with = "minicbor::bytes")]
    value: Zeroized,
}

/// Bytes that are wiped when they go.
#[derive(Clone, PartialEq, Eq)]
struct Zeroized(Zeroizing<Vec<u8>>);

impl AsRef<[u8]> for Zeroized {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl<C> minicbor::bytes::EncodeBytes<C> for Zeroized {
    fn encode_bytes<W: minicbor::encode::Write>(
        &self,
        e: &mut minicbor::Encoder<W>,
        _: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        e.bytes(&self.0)?.ok()
    }
}

impl<'b, C> minicbor::bytes::DecodeBytes<'b, C> for Zeroized {
    fn decode_bytes(d: &mut minicbor::Decoder<'b>, _: &mut C) -> Result<Zeroized, minicbor::decode::Error> {
        Ok(Zeroized(Zeroizing::new(d.bytes()?.to_vec())))
    }
}

impl fmt::Debug for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Share({} of {}, of {})", self.needed, self.agents, self.product)
    }
}

/// Why shares are no half.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ShareError {
    /// Bytes that are no share.
    #[error("this is no share of a second half")]
    Form,
    /// Shares of several products, or of several splittings.
    #[error("the shares are of different products, or were split at different times")]
    Mixed,
    /// Too few different ones.
    #[error("{needed} different shares are needed, and there are {given}")]
    TooFew {
        /// How many.
        needed: u8,
        /// How many there are.
        given: usize,
    },
}

impl SecondHalf {
    /// The second half of a product's key.
    #[must_use]
    pub fn of(product: ProductId, half: Secret) -> SecondHalf {
        SecondHalf { product, half }
    }

    /// Of which product.
    #[must_use]
    pub fn product(&self) -> ProductId {
        self.product
    }

    /// The half itself, for whoever keeps it.
    #[must_use]
    pub fn secret(&self) -> &Secret {
        &self.half
    }

    /// Splits it among release agents.
    ///
    /// # Errors
    /// [`NoChance`].
    pub fn split(&self, scheme: Scheme) -> Result<Vec<Share>, NoChance> {
        let Scheme { needed, agents } = scheme;
        // The library asks for random bytes that are always there: whether there are any is tried first.
        Secret::random()?;
        let chance = UnwrapErr(SysRng);
        let values = Gf256::split_bytes(needed.into(), agents.into(), self.half.expose(), chance);
        let share = |value| Share {
            version: 1,
            product: self.product,
            needed,
            agents,
            value: Zeroized(Zeroizing::new(value)),
        };
        Ok(values.map_err(|_| NoChance)?.into_iter().map(share).collect())
    }

    /// Puts a half together. Shares that somebody made up give a half that opens nothing, and which of them it was does not show.
    ///
    /// # Errors
    /// [`ShareError`].
    pub fn combine(shares: &[Share]) -> Result<SecondHalf, ShareError> {
        let Some(Share { product, needed, agents, .. }) = shares.first() else {
            return Err(ShareError::TooFew { needed: 2, given: 0 });
        };
        let is_alike =
            |share: &Share| (share.product, share.needed, share.agents) == (*product, *needed, *agents);
        if !shares.iter().all(is_alike) {
            return Err(ShareError::Mixed);
        }
        let mut values: Vec<Vec<u8>> = shares.iter().map(|share| share.value.0.to_vec()).collect();
        values.sort_unstable();
        values.dedup();
        if values.len() < usize::from(*needed) {
            return Err(ShareError::TooFew { needed: *needed, given: values.len() });
        }
        let half = Gf256::combine_bytes(&values).map(Zeroizing::new);
        values.iter_mut().for_each(zeroize::Zeroize::zeroize);
        let half = half.map_err(|_| ShareError::Mixed)?;
        let half: &[u8; 32] = half.as_slice().try_into().map_err(|_| ShareError::Form)?;
        Ok(SecondHalf { product: *product, half: Secret::of(half) })
    }
}

impl Share {
    /// Of which product's second half.
    #[must_use]
    pub fn product(&self) -> ProductId {
        self.product
    }

    /// Whether it is one of so many, of which so many are needed.
    #[must_use]
    pub fn is_of(&self, needed: u8, agents: usize) -> bool {
        (self.needed, usize::from(self.agents)) == (needed, agents)
    }

    /// Its bytes.
    #[must_use]
    pub fn to_cbor(&self) -> Zeroizing<Vec<u8>> {
        // Writing to memory does not fail.
        Zeroizing::new(minicbor::to_vec(self).unwrap_or_default())
    }

    /// Reads a share.
    ///
    /// # Errors
    /// [`ShareError::Form`].
    pub fn from_cbor(bytes: &[u8]) -> Result<Share, ShareError> {
        let share: Share = minicbor::decode(bytes).map_err(|_| ShareError::Form)?;
        let is_sound = share.version == 1
            && Scheme::of(share.needed, share.agents).is_ok()
            && share.value.0.len() == 33
            && share.to_cbor().as_slice() == bytes;
        if is_sound { Ok(share) } else { Err(ShareError::Form) }
    }
}
