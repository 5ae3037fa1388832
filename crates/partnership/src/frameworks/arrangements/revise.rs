//! Revise: a member tells its own view of an arrangement anew. Article: arrangements.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::{Event, Refusal, View};
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::ArrangementNo;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Tells the own view of an arrangement, in the place of the one that is named.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct ReviseArrangement {
    /// The arrangement.
    #[n(0)]
    pub arrangement: ArrangementNo,
    /// The version of the own view that it replaces; 0 if none was told.
    #[n(1)]
    pub version: u32,
    /// What the author says of it now.
    #[n(2)]
    pub view: View,
}

impl Provision for ReviseArrangement {
    fn name(&self) -> &'static str {
        "arrangement revise"
    }

    fn offices(&self) -> Offices {
        &[Office::Representative]
    }

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let (known, by) = (partnership.frameworks().arrangements(), act.post().member);
        let found = known.get(self.arrangement)?;
        found.only_party(by)?;
        let side = found.sides.get(&by);
        // R12: what ended for a member is recorded anew.
        if side.is_some_and(|side| side.ended) {
            return Err(Refusal::NotStanding(by).into());
        }
        // R16: a revision names the version of the own view that it replaces.
        let standing = side.map_or(0, |side| side.version);
        if self.version != standing {
            return Err(Refusal::OtherVersion { standing }.into());
        }
        self.view.is_sound(partnership, now)?;
        let (arrangement, version, view) = (self.arrangement, standing.saturating_add(1), self.view.clone());
        Ok(vec![Event::Revised { arrangement, by, version, view }.into()])
    }
}
