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

/// The most credentials that a member has at a time, ended ones included until they are replaced.
pub const MAX_CREDENTIALS: usize = 256;

/// An office given to a key, from one moment until another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credential {
    key: PublicKey,
    office: Office,
    from: Moment,
    until: Moment,
    revoked: bool,
}

impl Credential {
    fn holds(&self, at: Moment) -> bool {
        !self.revoked && self.from <= at && at < self.until
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Keys {
    root: PublicKey,
    recovery: PublicKey,
    credentials: Vec<Credential>,
}

/// A key that has stood for a member, ready to verify with.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Known {
    member: MemberCode,
    key: VerifyingKey,
}

/// What is true about members: their keys, now and before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Members {
    keys: BTreeMap<MemberCode, Keys>,
    /// Every key that ever stood for a member: none may stand for another.
    known: BTreeMap<PublicKey, Known>,
}

impl Members {
    /// The members with the keys that they brought to the founding.
    pub(crate) fn founded(founders: &[Founder]) -> Members {
        let mut members = Members::default();
        for founder in founders {
            members.know(founder.root, founder.member);
            members.know(founder.recovery, founder.member);
            let keys = Keys { root: founder.root, recovery: founder.recovery, credentials: Vec::new() };
            members.keys.insert(founder.member, keys);
        }
        members
    }

    /// Whether this key may act in this post at this moment.
    #[must_use]
    pub fn holds(&self, post: Post, key: &PublicKey, at: Moment) -> bool {
        let Some(keys) = self.keys.get(&post.member) else { return false };
        match post.office {
            Office::Root => keys.root == *key,
            Office::Recovery => keys.recovery == *key,
            office => keys.credentials.iter().any(|c| c.key == *key && c.office == office && c.holds(at)),
        }
    }

    /// The members that have someone in this office at this moment.
    #[must_use]
    pub fn with(&self, office: Office, at: Moment) -> BTreeSet<MemberCode> {
        let holds = |keys: &Keys| keys.credentials.iter().any(|c| c.office == office && c.holds(at));
        self.keys.iter().filter(|(_, keys)| holds(keys)).map(|(member, _)| *member).collect()
    }

    /// The key ready to verify with, if it ever stood for a member.
    pub(crate) fn verifying(&self, key: &PublicKey) -> Option<&VerifyingKey> {
        self.known.get(key).map(|known| &known.key)
    }

    fn know(&mut self, key: PublicKey, member: MemberCode) {
        // A key that is no point of the curve is never known, so that nothing verifies under it.
        if let Ok(verifying) = VerifyingKey::from_bytes(&key.0) {
            self.known.insert(key, Known { member, key: verifying });
        }
    }

    pub(crate) fn apply(&mut self, event: &Event) {
        match event {
            Event::Accredited { member, key, office, from, until } => {
                self.know(*key, *member);
                let Some(keys) = self.keys.get_mut(member) else { return };
                keys.credentials.retain(|held| held.key != *key || held.office != *office);
                let credential =
                    Credential { key: *key, office: *office, from: *from, until: *until, revoked: false };
                keys.credentials.push(credential);
            }
            Event::Revoked { member, key, office } => {
                let Some(keys) = self.keys.get_mut(member) else { return };
                for held in
                    keys.credentials.iter_mut().filter(|held| held.key == *key && held.office == *office)
                {
                    held.revoked = true;
                }
            }
            Event::RootReplaced { member, root } => {
                self.know(*root, *member);
                if let Some(keys) = self.keys.get_mut(member) {
                    keys.root = *root;
                }
            }
        }
    }
}
