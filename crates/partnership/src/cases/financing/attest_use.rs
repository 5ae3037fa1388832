//! Attest use: a case officer of another member says that money was used as reported. Pre-financing is cleared by it.
//! Article: financing agreements.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::{Event, Refusal, clear};
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::{CaseNo, ReportNo};
use crate::members::Needs;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Attests a report of the beneficiary.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct AttestUse {
    /// The case.
    #[n(0)]
    pub case: CaseNo,
    /// The report.
    #[n(1)]
    pub report: ReportNo,
}

impl Provision for AttestUse {
    fn name(&self) -> &'static str {
        "case attest-use"
    }

    fn offices(&self) -> Offices {
        &[Office::CaseOfficer]
    }

    fn needs(&self) -> Needs {
        Needs::Voice
    }

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let (number, report, by) = (self.case, self.report, act.post().member);
        let case = partnership.cases().get(number)?;
        case.not_by_beneficiary(by)?;
        // C39: something of what it tells of did not come back.
        let counts = case.report(report)?.counts();
        if counts <= 0 {
            return Err(Refusal::CameBack { case: number, report }.into());
        }
        let mut events = vec![Event::UseAttested { case: number, report, by }.into()];
        events.extend(clear(partnership, (number, report), counts, now)?);
        Ok(events)
    }
}
