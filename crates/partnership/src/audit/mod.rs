//! External audit: what auditors find and what is answered, and their opinions on sealed periods. Nothing here stops
//! anything: an auditor reads what every member's node reads, and writes findings and opinions.

mod answer;
mod close_finding;
mod command;
mod event;
mod give_opinion;
mod independence;
mod open_finding;
mod refusal;
mod subject;

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;

pub use answer::Answer;
pub use close_finding::CloseFinding;
pub use command::Command;
pub use event::{CorrectedBy, Event, OpinionKind, Severity, Subject};
pub use give_opinion::GiveOpinion;
pub use open_finding::OpenFinding;
pub use refusal::Refusal;

use crate::ids::{FindingNo, OpinionNo};
use crate::moment::Day;

/// A finding, and whether it is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
struct Finding {
    #[n(0)]
    by: MemberCode,
    #[n(1)]
    subject: Subject,
    #[n(2)]
    open: bool,
}

/// What is true about the audit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub struct Audit {
    /// In the order of their numbers, from 1.
    #[n(0)]
    findings: Vec<Finding>,
    /// How many opinions were given.
    #[n(1)]
    opinions: usize,
    /// The opinion of each member's auditor that stands on each sealed period.
    #[n(2)]
    standing: BTreeMap<(Day, MemberCode), OpinionNo>,
}

impl Audit {
    fn open_finding(&self, number: FindingNo) -> Result<&Finding, Refusal> {
        let finding = number.index().and_then(|at| self.findings.get(at));
        // U2: the finding exists and is open.
        finding.filter(|finding| finding.open).ok_or(Refusal::NoOpenFinding(number))
    }

    pub(crate) fn apply(&mut self, event: &Event) {
        match event {
            Event::FindingOpened { by, subject, .. } => {
                self.findings.push(Finding { by: *by, subject: *subject, open: true });
            }
            Event::Answered { .. } => {}
            Event::FindingClosed { finding, .. } => {
                if let Some(closed) = finding.index().and_then(|at| self.findings.get_mut(at)) {
                    closed.open = false;
                }
            }
            Event::OpinionGiven { opinion, by, until, .. } => {
                self.opinions = self.opinions.saturating_add(1);
                self.standing.insert((*until, *by), *opinion);
            }
        }
    }
}

#[cfg(test)]
mod tests;
