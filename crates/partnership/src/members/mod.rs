//! Members, their keys, and whom they accredit.

mod accredit;
mod command;
mod event;
mod refusal;
mod replace_root;
mod revoke;

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use ed25519_dalek::VerifyingKey;
use quorate_charter::{MemberCode, Office};

pub use accredit::Accredit;
pub use command::Command;
pub use event::Event;
pub use refusal::Refusal;
pub use replace_root::ReplaceRoot;
pub use revoke::Revoke;

use crate::author::Post;
use crate::genesis::Founder;
use crate::ids::PublicKey;
use crate::moment::Moment;

/// The most credentials that a member has at a time; those that were ended or whose term is over do not count.
pub const MAX_CREDENTIALS: usize = 256;

/// An office given to a key, from one moment until another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credential {
    key: PublicKey,
    office: Office,
    from: Moment,
    until: Moment,
}

impl Credential {
    fn holds(&self, at: Moment) -> bool {
        self.from <= at && !self.over(at)
    }

    fn over(&self, at: Moment) -> bool {
        self.until <= at
    }

    fn gives(&self, key: &PublicKey, office: Office) -> bool {
        self.key == *key && self.office == office
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Keys {
    root: PublicKey,
    recovery: PublicKey,
    /// Those that were not ended; one whose term is over goes when the next is given.
    credentials: Vec<Credential>,
    /// Every key that ever stood for the member, in any office: none is its root again.
    stood: BTreeSet<PublicKey>,
}

impl Keys {
    fn credential(&self, key: &PublicKey, office: Office) -> Option<&Credential> {
        self.credentials.iter().find(|held| held.gives(key, office))
    }

    fn end(&mut self, key: &PublicKey, office: Office) {
        self.credentials.retain(|held| !held.gives(key, office));
    }
}

/// What is true about members: their keys, now and before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Members {
    keys: BTreeMap<MemberCode, Keys>,
    /// Every key that ever stood for any member, ready to verify with. What it may do, `keys` says.
    known: BTreeMap<PublicKey, VerifyingKey>,
}

impl Members {
    /// The members with the keys that they brought to the founding.
    pub(crate) fn founded(founders: &[Founder]) -> Members {
        let mut members = Members::default();
        for founder in founders {
            let Founder { member, root, recovery } = *founder;
            let keys = Keys { root, recovery, credentials: Vec::new(), stood: BTreeSet::new() };
            members.keys.insert(member, keys);
            members.know(root, member);
            members.know(recovery, member);
        }
        members
    }

    /// Whether this key may act in this post at this moment, which is not before the last block.
    #[must_use]
    pub fn holds(&self, post: Post, key: &PublicKey, at: Moment) -> bool {
        let Some(keys) = self.keys.get(&post.member) else { return false };
        match post.office {
            Office::Root => keys.root == *key,
            Office::Recovery => keys.recovery == *key,
            office => keys.credential(key, office).is_some_and(|credential| credential.holds(at)),
        }
    }

    /// Whether what was signed in this post with this key still counts at this moment. What was presumed does.
    pub(crate) fn vouches(&self, post: Post, key: Option<&PublicKey>, at: Moment) -> bool {
        key.is_none_or(|key| self.holds(post, key, at))
    }

    /// The members that have someone in this office at this moment.
    #[must_use]
    pub fn with(&self, office: Office, at: Moment) -> BTreeSet<MemberCode> {
        let holds = |keys: &Keys| keys.credentials.iter().any(|c| c.office == office && c.holds(at));
        self.keys.iter().filter(|(_, keys)| holds(keys)).map(|(member, _)| *member).collect()
    }

    /// The key ready to verify with, if it ever stood for a member.
    pub(crate) fn verifying(&self, key: &PublicKey) -> Option<&VerifyingKey> {
        self.known.get(key)
    }

    fn know(&mut self, key: PublicKey, member: MemberCode) {
        // A key that is no point of the curve is never known, so that nothing verifies under it.
        if let Ok(verifying) = VerifyingKey::from_bytes(&key.0) {
            self.known.insert(key, verifying);
        }
        if let Some(keys) = self.keys.get_mut(&member) {
            keys.stood.insert(key);
        }
    }

    pub(crate) fn apply(&mut self, event: &Event, at: Moment) {
        match event {
            Event::Accredited { member, key, office, from, until } => {
                self.know(*key, *member);
                let Some(keys) = self.keys.get_mut(member) else { return };
                keys.end(key, *office);
                keys.credentials.retain(|held| !held.over(at));
                keys.credentials.push(Credential { key: *key, office: *office, from: *from, until: *until });
            }
            Event::Revoked { member, key, office } => {
                if let Some(keys) = self.keys.get_mut(member) {
                    keys.end(key, *office);
                }
            }
            Event::RootReplaced { member, root, end_credentials } => {
                self.know(*root, *member);
                let Some(keys) = self.keys.get_mut(member) else { return };
                keys.root = *root;
                if *end_credentials {
                    keys.credentials.clear();
                }
            }
        }
    }
}
