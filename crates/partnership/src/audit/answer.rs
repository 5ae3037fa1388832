//! Answer a finding: a treasurer of any member says what is to be said, and what corrects it. Article: audit.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::{CorrectedBy, Event, Refusal, Subject};
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::FindingNo;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::phrase::Phrase;
use crate::refusal::Refusal as AnyRefusal;

/// Answers an open finding; it stays open until an auditor closes it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Answer {
    /// The finding.
    #[n(0)]
    pub finding: FindingNo,
    /// The answer.
    #[n(1)]
    pub text: Phrase,
    /// The entry or line that corrects it, if one does.
    #[n(2)]
    pub corrected_by: Option<CorrectedBy>,
}

impl Provision for Answer {
    fn name(&self) -> &'static str {
        "audit answer"
    }

    fn offices(&self) -> Offices {
        &[Office::Treasurer]
    }

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        _now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let finding = partnership.audit().open_finding(self.finding)?;
        if let Some(correction) = self.corrected_by {
            Subject::from(correction).exists(partnership)?;
            // U4: nothing is corrected by itself, or by what was there before.
            if !finding.subject.comes_before(correction) {
                return Err(Refusal::CorrectedBefore.into());
            }
        }
        let (by, text, corrected_by) = (act.post().member, self.text.clone(), self.corrected_by);
        Ok(vec![Event::Answered { finding: self.finding, by, text, corrected_by }.into()])
    }
}
