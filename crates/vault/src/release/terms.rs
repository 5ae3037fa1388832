//! To whom a product is released, and when.

use std::collections::BTreeSet;

use quorate_partnership::{Moment, PublicKey};

use super::{MAX_NAMED, ReleaseError};
use crate::agent::Credential;
use crate::compartment::Now;
use crate::product::Scheme;

/// Who reads later, and by whom.
#[derive(Clone, Debug)]
pub struct Later {
    /// The release time.
    pub at: Moment,
    /// Who reads then.
    pub to: Vec<Credential>,
    /// The release agents, in the order of their shares.
    pub agents: Vec<Credential>,
    /// How many of them together let it be read.
    pub needed: u8,
}

/// To whom a product is released.
#[derive(Clone, Debug, Default)]
pub struct Terms {
    /// Who reads at once.
    pub now: Vec<Credential>,
    /// Who reads later.
    pub later: Option<Later>,
}

impl Terms {
    /// Whether the terms can be released under, by themselves, and whether every credential in them stands.
    ///
    /// # Errors
    /// [`ReleaseError`].
    pub fn check(&self, now: &Now<'_>) -> Result<Option<Scheme>, ReleaseError> {
        let scheme = self.scheme(now.at)?;
        self.everybody().try_for_each(|one| one.stands(&now.partnership, now.record, now.at))?;
        Ok(scheme)
    }

    fn scheme(&self, now: Moment) -> Result<Option<Scheme>, ReleaseError> {
        let (none, later) = (Vec::new(), self.later.as_ref());
        let then = later.map_or(&none, |later| &later.to);
        let readers: BTreeSet<PublicKey> = self.now.iter().chain(then).map(Credential::agent).collect();
        if readers.is_empty() {
            return Err(ReleaseError::Nobody);
        }
        let Some(Later { at, to, agents, needed }) = later else {
            let once = readers.len() == self.now.len() && readers.len() <= MAX_NAMED;
            return if once { Ok(None) } else { Err(ReleaseError::Named) };
        };
        let release_agents: BTreeSet<PublicKey> = agents.iter().map(Credential::agent).collect();
        let once = readers.len() == self.now.len().saturating_add(to.len())
            && release_agents.len() == agents.len()
            && readers.len() <= MAX_NAMED
            && agents.len() <= MAX_NAMED;
        if !once {
            return Err(ReleaseError::Named);
        }
        if to.is_empty() || agents.is_empty() {
            return Err(ReleaseError::Agents);
        }
        if *at <= now {
            return Err(ReleaseError::Over);
        }
        let count = u8::try_from(agents.len()).map_err(|_| ReleaseError::Named)?;
        Ok(Some(Scheme::of(*needed, count)?))
    }

    /// Everybody who reads by it, now or later.
    pub fn readers(&self) -> impl Iterator<Item = &Credential> {
        self.now.iter().chain(self.later.iter().flat_map(|later| &later.to))
    }

    fn everybody(&self) -> impl Iterator<Item = &Credential> {
        let later = self.later.iter().flat_map(|later| later.to.iter().chain(&later.agents));
        self.now.iter().chain(later)
    }
}
