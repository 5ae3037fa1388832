//! Capabilities: what members can do, of what that is made and in whose hands each part is, as each says it of itself. Plain
//! entries: none of them binds anybody or stops anything, and what follows from them is worked out elsewhere.

mod command;
mod days;
mod declare;
mod event;
mod name;
mod refusal;
mod thing;
mod withdraw;

use alloc::collections::BTreeMap;

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;

pub use command::Command;
pub use days::{Days, DaysError, MAX_DAYS, ReplacedIn, ReplacedInError};
pub use declare::{Declare, MAX_DECLARED, MAX_RELIES_ON};
pub use event::Event;
pub use name::{Named, NamedError, ThingName};
pub use refusal::Refusal;
pub use thing::{Confidence, Kind, Thing};
pub use withdraw::Withdraw;

use crate::audience::Audience;
use crate::partnership::Partnership;

/// A thing that stands: how often it was declared, and for whom it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
struct Standing {
    #[n(0)]
    version: u32,
    #[n(1)]
    audience: Audience,
}

/// What is true about capabilities: which things each member has declared and not withdrawn. What they say, no rule reads.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub struct Capabilities {
    #[n(0)]
    declared: BTreeMap<MemberCode, BTreeMap<ThingName, Standing>>,
}

/// T1: the charter has an article on capabilities.
fn has_article(partnership: &Partnership) -> Result<(), Refusal> {
    partnership.charter().capabilities().map(|_| ()).ok_or(Refusal::NoArticle)
}

impl Capabilities {
    fn standing(&self, by: MemberCode, name: &ThingName) -> Option<Standing> {
        self.declared.get(&by)?.get(name).copied()
    }

    fn many(&self, by: MemberCode) -> usize {
        self.declared.get(&by).map_or(0, BTreeMap::len)
    }

    pub(crate) fn apply(&mut self, event: &Event) {
        match event {
            Event::Declared { by, version, thing } => {
                let standing = Standing { version: *version, audience: thing.audience };
                self.declared.entry(*by).or_default().insert(thing.name.clone(), standing);
            }
            Event::Withdrawn { by, name } => {
                if let Some(own) = self.declared.get_mut(by) {
                    own.remove(name);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests;
