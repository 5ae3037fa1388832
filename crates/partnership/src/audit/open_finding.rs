//! Open a finding: an auditor puts on record what is wrong, about something that is on record. Article: audit.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::independence::independent;
use super::{Event, Severity, Subject};
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::FindingNo;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::phrase::Phrase;
use crate::refusal::Refusal as AnyRefusal;

/// Puts a finding on record. It stops nothing.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct OpenFinding {
    /// What it is about.
    #[n(0)]
    pub subject: Subject,
    /// How grave it is.
    #[n(1)]
    pub severity: Severity,
    /// What was found.
    #[n(2)]
    pub text: Phrase,
}

impl Provision for OpenFinding {
    fn name(&self) -> &'static str {
        "audit open-finding"
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
        self.subject.exists(partnership)?;
        let finding = FindingNo::after(partnership.audit().findings.len());
        let (by, subject, severity, text) =
            (act.post().member, self.subject, self.severity, self.text.clone());
        Ok(vec![Event::FindingOpened { finding, by, subject, severity, text }.into()])
    }
}
