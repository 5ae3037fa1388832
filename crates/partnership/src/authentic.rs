//! From a signed command to an authentic one: the key holds the post, the signature is good, it is in time, it
//! was not given before, and its author has not asked too much today.

use alloc::collections::{BTreeMap, BTreeSet};

use crate::author::Post;
use crate::command::{Class, Command};
use crate::ids::{CommandId, PublicKey};
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::quotas::{Used, allowed};
use crate::rules::RuleId;
use crate::signed::Signed;
use crate::verified::Verified;

/// The longest time from a block to the expiry of a command in it: seven days. Ids are remembered as long.
pub const LONGEST_EXPIRY_MILLIS: u64 = 7 * 24 * 60 * 60 * 1000;

/// Who acts, by which command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Act {
    id: CommandId,
    post: Post,
    /// `None` for a presumed command of a rehearsal.
    key: Option<PublicKey>,
}

impl Act {
    /// The command's id.
    #[must_use]
    pub fn id(&self) -> CommandId {
        self.id
    }

    pub(crate) fn id_bytes(&self) -> &[u8] {
        &self.id.0
    }

    /// The post that acts.
    #[must_use]
    pub fn post(&self) -> Post {
        self.post
    }

    /// The key that signed; `None` if the command is presumed.
    #[must_use]
    pub fn key(&self) -> Option<PublicKey> {
        self.key
    }
}

/// A command whose author is beyond doubt, or presumed in a rehearsal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Authentic {
    act: Act,
    expires: Moment,
    command: Command,
}

impl Authentic {
    /// A command that a rehearsal presumes to be authentic. A real partnership never accepts it.
    #[must_use]
    pub fn presumed(id: CommandId, post: Post, expires: Moment, command: Command) -> Authentic {
        Authentic { act: Act { id, post, key: None }, expires, command }
    }

    /// Who acts.
    #[must_use]
    pub fn act(&self) -> &Act {
        &self.act
    }

    /// The command.
    #[must_use]
    pub fn command(&self) -> &Command {
        &self.command
    }

    pub(crate) fn expires(&self) -> Moment {
        self.expires
    }

    /// The allowance from which the command is taken.
    pub(crate) fn class(&self) -> Class {
        self.command.provision().class()
    }
}

/// Why a command cannot be in a block. Such a command leaves nothing in the record.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unauthentic {
    /// A1
    #[error("this key is not accredited as `{0}` at this moment")]
    NotAccredited(Post),
    /// A2
    #[error("the signature does not verify for this partnership, this key and these bytes")]
    Signature,
    /// A3
    #[error("the command has expired")]
    Expired,
    /// A3
    #[error("the command would expire more than seven days ahead")]
    ExpiresTooLate,
    /// A4
    #[error("the command was ordered before, at height {height}")]
    Replayed {
        /// Where; the present block if it stands twice in it.
        height: u64,
    },
    /// A5
    #[error("`{post}` has used up the {allowed} commands of this kind that the charter allows a day")]
    TooMany {
        /// The author.
        post: Post,
        /// How many the charter allows.
        allowed: u32,
    },
    /// A7
    #[error(
        "the command was signed on a block that is not of this record, or not the last within seven days"
    )]
    OtherRecord,
    /// A6
    #[error("a presumed command is for a rehearsal only")]
    Presumed,
}

impl Unauthentic {
    /// The rule.
    #[must_use]
    pub fn rule(&self) -> RuleId {
        let number = match self {
            Unauthentic::NotAccredited(_) => 1,
            Unauthentic::Signature => 2,
            Unauthentic::Expired | Unauthentic::ExpiresTooLate => 3,
            Unauthentic::Replayed { .. } => 4,
            Unauthentic::TooMany { .. } => 5,
            Unauthentic::Presumed => 6,
            Unauthentic::OtherRecord => 7,
        };
        RuleId::new(b'A', number)
    }

    /// What to do about it.
    #[must_use]
    pub fn remedy(&self) -> &'static str {
        match self {
            Unauthentic::NotAccredited(_) => {
                "the member's root key accredits representatives, from the next block on"
            }
            Unauthentic::Signature => "sign the command for this partnership with the key that it names",
            Unauthentic::Expired | Unauthentic::ExpiresTooLate => "sign it anew, to expire within seven days",
            Unauthentic::Replayed { .. } => {
                "the answer stands in the record; sign a new command to say it again"
            }
            Unauthentic::TooMany { .. } => {
                "the allowance is renewed at midnight UTC; votes and a member's own case have a reserve"
            }
            Unauthentic::Presumed => "sign the command",
            Unauthentic::OtherRecord => "look at the record as it is now, and sign anew what is still meant",
        }
    }
}

/// Judges the commands of one block, one after the other, as of the parent block.
pub(crate) struct Gate<'p> {
    partnership: &'p Partnership,
    at: Moment,
    seen: BTreeSet<CommandId>,
    used: BTreeMap<Post, Used>,
    verified: &'p mut Verified,
}

impl<'p> Gate<'p> {
    pub(crate) fn new(partnership: &'p Partnership, at: Moment, verified: &'p mut Verified) -> Gate<'p> {
        Gate { partnership, at, seen: BTreeSet::new(), used: BTreeMap::new(), verified }
    }

    /// Judges a signed command.
    pub(crate) fn signed(&mut self, signed: &Signed) -> Result<Authentic, Unauthentic> {
        let (post, key) = (signed.post(), signed.key());
        // A1: the key holds the post, as of the parent block.
        let members = self.partnership.members();
        let known = members.verifying(&key).filter(|_| members.holds(post, &key, self.at));
        let known = known.ok_or(Unauthentic::NotAccredited(post))?;
        // A2: strictly, so that all implementations agree on every signature (RFC 8032, 5.1.7).
        if signed.partnership() != self.partnership.id() || !self.verified.is_good(known, signed) {
            return Err(Unauthentic::Signature);
        }
        // A7: on a block of this record, so that numbers mean what they meant to the author.
        if !self.partnership.knows(&signed.tip()) {
            return Err(Unauthentic::OtherRecord);
        }
        let act = Act { id: signed.id(), post, key: Some(key) };
        let authentic = Authentic { act, expires: signed.expires(), command: signed.command().clone() };
        self.admit(&authentic)?;
        Ok(authentic)
    }

    /// Judges a presumed command.
    pub(crate) fn presumed(&mut self, authentic: &Authentic) -> Result<(), Unauthentic> {
        // A6: only a rehearsal presumes.
        if !self.partnership.is_rehearsal() || authentic.act.key.is_some() {
            return Err(Unauthentic::Presumed);
        }
        self.admit(authentic)
    }

    fn admit(&mut self, authentic: &Authentic) -> Result<(), Unauthentic> {
        let Act { id, post, .. } = authentic.act;
        // A3: in time, and not for longer than ids are remembered.
        if authentic.expires <= self.at {
            return Err(Unauthentic::Expired);
        }
        if authentic.expires.since(self.at) > LONGEST_EXPIRY_MILLIS {
            return Err(Unauthentic::ExpiresTooLate);
        }
        // A4: each command once.
        if let Some(before) = self.partnership.remembered(&id) {
            return Err(Unauthentic::Replayed { height: before.height });
        }
        if !self.seen.insert(id) {
            return Err(Unauthentic::Replayed { height: self.partnership.height().saturating_add(1) });
        }
        // A5: within the day's allowance; refused commands count too.
        let (class, charter) = (authentic.class(), self.partnership.charter());
        let before = self.partnership.quotas().used(post, self.at.day());
        let used = self.used.entry(post).or_insert(before);
        let too_many = Unauthentic::TooMany { post, allowed: allowed(charter, class) };
        used.take(used.allowance(class, charter).ok_or(too_many)?);
        Ok(())
    }
}

#[cfg(test)]
mod tests;
