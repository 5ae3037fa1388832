//! What happens in the frameworks room.

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;

use super::{ArrangementEvent, Notice, Status, assessments, procurement};
use crate::ids::FrameworkNo;

/// Something that happened about frameworks. The numbers from 20 on are for assessments, those from 30 on for procurement.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum Event {
    /// A party told the members of a framework.
    #[n(0)]
    Noticed {
        /// Its number.
        #[n(0)]
        framework: FrameworkNo,
        /// Which party.
        #[n(1)]
        by: MemberCode,
        /// What it told.
        #[n(2)]
        notice: Notice,
    },
    /// A party confirmed what was reported.
    #[n(1)]
    Confirmed {
        /// The framework.
        #[n(0)]
        framework: FrameworkNo,
        /// Which party.
        #[n(1)]
        by: MemberCode,
        /// The report.
        #[n(2)]
        version: u32,
    },
    /// A party took its word back.
    #[n(2)]
    WordTakenBack {
        /// The framework.
        #[n(0)]
        framework: FrameworkNo,
        /// Which party.
        #[n(1)]
        by: MemberCode,
    },
    /// A party reported another status.
    #[n(3)]
    Updated {
        /// The framework.
        #[n(0)]
        framework: FrameworkNo,
        /// Which party.
        #[n(1)]
        by: MemberCode,
        /// Which report this is.
        #[n(2)]
        version: u32,
        /// How far it has come.
        #[n(3)]
        status: Status,
    },
    /// Something about an existing arrangement.
    #[n(10)]
    Arrangements(#[n(0)] ArrangementEvent),
    /// Assessments.
    #[n(20)]
    Assessments(#[n(0)] assessments::Event),
    /// Joint procurements.
    #[n(30)]
    Procurement(#[n(0)] procurement::Event),
}
