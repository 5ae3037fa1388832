//! Close a finding: only an auditor of the member whose auditor opened it. Article: audit.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::independence::independent;
use super::{Event, Refusal};
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::FindingNo;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Closes an open finding.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct CloseFinding {
    /// The finding.
    #[n(0)]
    pub finding: FindingNo,
}

impl Provision for CloseFinding {
    fn name(&self) -> &'static str {
        "audit close-finding"
    }

    fn offices(&self) -> Offices {
        &[Office::Auditor]
    }

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        independent(partnership, act, now)?;
        let (finding, by) = (self.finding, act.post().member);
        let opened_by = partnership.audit().open_finding(finding)?.by;
        // U3: nobody closes what another member's auditor found.
        if opened_by != by {
            return Err(Refusal::FoundByAnother { finding, member: opened_by }.into());
        }
        Ok(vec![Event::FindingClosed { finding, by }.into()])
    }
}
