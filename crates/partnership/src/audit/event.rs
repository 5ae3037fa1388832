//! What happens in the audit room.

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;

use crate::ids::{CaseNo, DocumentHash, EntryNo, FindingNo, LineNo, OpinionNo, PaymentNo};
use crate::moment::Day;
use crate::phrase::Phrase;

/// What a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum Subject {
    /// An entry in the books.
    #[n(0)]
    Entry(#[n(0)] EntryNo),
    /// A line of the bank's statement.
    #[n(1)]
    Line(#[n(0)] LineNo),
    /// A payment.
    #[n(2)]
    Payment(#[n(0)] PaymentNo),
    /// A case.
    #[n(3)]
    Case(#[n(0)] CaseNo),
    /// A sealed period, by its last day.
    #[n(4)]
    Period(#[n(0)] Day),
}

/// What corrects what was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum CorrectedBy {
    /// An entry in the books.
    #[n(0)]
    Entry(#[n(0)] EntryNo),
    /// A line of the bank's statement.
    #[n(1)]
    Line(#[n(0)] LineNo),
}

impl From<CorrectedBy> for Subject {
    fn from(correction: CorrectedBy) -> Subject {
        match correction {
            CorrectedBy::Entry(entry) => Subject::Entry(entry),
            CorrectedBy::Line(line) => Subject::Line(line),
        }
    }
}

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(index_only)]
pub enum Severity {
    /// Worth a remark.
    #[n(0)]
    Observation,
    /// Something is wrong.
    #[n(1)]
    Finding,
    /// Something is so wrong that whoever relies on the accounts would decide otherwise.
    #[n(2)]
    Material,
}

impl Severity {
    /// The severity in words.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Severity::Observation => "observation",
            Severity::Finding => "finding",
            Severity::Material => "material finding",
        }
    }
}

/// What an auditor thinks of the accounts of a period: the four opinions of ISA 700 and 705.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum OpinionKind {
    /// They are right in all that matters.
    #[n(0)]
    Unmodified,
    /// They are, but for what the basis says.
    #[n(1)]
    Qualified,
    /// They are not.
    #[n(2)]
    Adverse,
    /// The auditor could not tell.
    #[n(3)]
    Disclaimer,
}

impl OpinionKind {
    /// The opinion in words.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            OpinionKind::Unmodified => "unmodified",
            OpinionKind::Qualified => "qualified",
            OpinionKind::Adverse => "adverse",
            OpinionKind::Disclaimer => "disclaimer",
        }
    }
}

/// Something that happened in the audit.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum Event {
    /// An auditor put a finding on record.
    #[n(0)]
    FindingOpened {
        /// Its number.
        #[n(0)]
        finding: FindingNo,
        /// Whose auditor.
        #[n(1)]
        by: MemberCode,
        /// What it is about.
        #[n(2)]
        subject: Subject,
        /// How grave it is.
        #[n(3)]
        severity: Severity,
        /// What was found.
        #[n(4)]
        text: Phrase,
    },
    /// A treasurer answered a finding.
    #[n(1)]
    Answered {
        /// The finding.
        #[n(0)]
        finding: FindingNo,
        /// Whose treasurer.
        #[n(1)]
        by: MemberCode,
        /// The answer.
        #[n(2)]
        text: Phrase,
        /// What corrects it.
        #[n(3)]
        corrected_by: Option<CorrectedBy>,
    },
    /// An auditor of the member whose auditor opened it closed a finding.
    #[n(2)]
    FindingClosed {
        /// The finding.
        #[n(0)]
        finding: FindingNo,
        /// Whose auditor.
        #[n(1)]
        by: MemberCode,
    },
    /// An auditor gave an opinion on a sealed period.
    #[n(3)]
    OpinionGiven {
        /// Its number.
        #[n(0)]
        opinion: OpinionNo,
        /// Whose auditor.
        #[n(1)]
        by: MemberCode,
        /// The last day of the period.
        #[n(2)]
        until: Day,
        /// The opinion.
        #[n(3)]
        kind: OpinionKind,
        /// The opinion in whose place it stands.
        #[n(4)]
        replaces: Option<OpinionNo>,
        /// On what basis it is modified.
        #[n(5)]
        basis: Option<Phrase>,
        /// The hash of the auditor's report.
        #[n(6)]
        document: Option<DocumentHash>,
    },
}
