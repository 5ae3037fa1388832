//! Why a release is not made, not read, or does not open yet.

use quorate_charter::MemberCode;
use quorate_partnership::{Moment, Post};

use super::MAX_NAMED;
use crate::agent::{CredentialError, IdentityError};
use crate::marking::date_time;
use crate::product::{NoChance, SchemeError, ShareError};

/// Why not. None tells what is sealed.
#[derive(Debug, thiserror::Error)]
pub enum ReleaseError {
    /// An empty audience is nobody.
    #[error("a release names at least one agent that is to read: nobody is not everybody")]
    Nobody,
    /// Too many, or one named twice.
    #[error("a release names at most {MAX_NAMED} readers and {MAX_NAMED} release agents, each once")]
    Named,
    /// Of a State that the marking does not name.
    #[error(
        "the marking of this product is not releasable to {0}: a version marked for it is another product"
    )]
    NotReleasable(MemberCode),
    /// Another post's product.
    #[error("this product is of {0}: its originator alone releases it")]
    NotOriginator(Post),
    /// A time that is over is no release time.
    #[error("the release time is not in the future: name the readers for now")]
    Over,
    /// Readers for later, and nobody that hands over shares, or the other way round.
    #[error("readers for later need release agents, and release agents somebody who reads later")]
    Agents,
    /// A scheme that is none.
    #[error(transparent)]
    Scheme(#[from] SchemeError),
    /// A credential does not stand.
    #[error(transparent)]
    Credential(#[from] CredentialError),
    /// The agent's keys.
    #[error(transparent)]
    Identity(#[from] IdentityError),
    /// No random bytes.
    #[error(transparent)]
    NoChance(#[from] NoChance),
    /// Not in the one form, or not signed by the agent that it names.
    #[error("this is no release of a product, or it was changed on its way")]
    Form,
    /// Not signed for this product or this release.
    #[error("this release is of another product")]
    OtherProduct,
    /// This agent is not named.
    #[error("this release does not name this agent")]
    NotNamed,
    /// Before the release time, by this machine's clock.
    #[error("it is not released before its time: it is {}, and the release time is {}", date_time(*now), date_time(*at))]
    TooEarly {
        /// Now.
        now: Moment,
        /// The release time.
        at: Moment,
    },
    /// Before the release time, by the record.
    #[error(
        "it is not released before its time: the partnership's record goes to {}, and the release time is {}; the next thing that is ordered moves it on",
        date_time(*recorded),
        date_time(*at)
    )]
    RecordEarly {
        /// The moment of the record's last block.
        recorded: Moment,
        /// The release time.
        at: Moment,
    },
    /// Shares that do not go together.
    #[error(transparent)]
    Shares(#[from] ShareError),
    /// Nothing can be sealed to an agent.
    #[error("nothing can be sealed to an agent that this release names")]
    Sealing,
}
