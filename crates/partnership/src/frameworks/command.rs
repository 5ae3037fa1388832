//! The commands of the frameworks room.

use minicbor::{Decode, Encode};

use super::{
    Confirm, Depends, EndArrangement, GiveNotice, NoLongerDepends, Notice, Question, RecordArrangement,
    ReviewArrangement, ReviseArrangement, TakeNoticeBack, Update, WithdrawNotice, assessments, procurement,
};
use crate::command::Provision;

/// What can be asked about frameworks. The numbers from 20 on are for assessments, those from 30 on for procurement.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum Command {
    /// Tell the members of a framework.
    #[n(0)]
    Notice(#[n(0)] Notice),
    /// Confirm what another party reported.
    #[n(1)]
    Confirm(#[n(0)] Confirm),
    /// Take one's own word back.
    #[n(2)]
    WithdrawNotice(#[n(0)] WithdrawNotice),
    /// Report another status.
    #[n(3)]
    Update(#[n(0)] Update),
    /// Record an existing arrangement.
    #[n(5)]
    RecordArrangement(#[n(0)] RecordArrangement),
    /// Tell the own view of it anew.
    #[n(6)]
    ReviseArrangement(#[n(0)] ReviseArrangement),
    /// Tell of a review.
    #[n(7)]
    ReviewArrangement(#[n(0)] ReviewArrangement),
    /// Tell of notice.
    #[n(8)]
    GiveNotice(#[n(0)] GiveNotice),
    /// Tell that notice was taken back.
    #[n(9)]
    TakeNoticeBack(#[n(0)] TakeNoticeBack),
    /// Tell that it is over.
    #[n(10)]
    EndArrangement(#[n(0)] EndArrangement),
    /// Say what rests on it.
    #[n(11)]
    Depends(#[n(0)] Depends),
    /// Take that back.
    #[n(12)]
    NoLongerDepends(#[n(0)] NoLongerDepends),
    /// Report that it was put in question.
    #[n(13)]
    Question(#[n(0)] Question),
    /// Assessments.
    #[n(20)]
    Assessments(#[n(0)] assessments::Command),
    /// Joint procurements.
    #[n(30)]
    Procurement(#[n(0)] procurement::Command),
}

impl Command {
    pub(crate) fn provision(&self) -> &dyn Provision {
        match self {
            Command::Notice(command) => command,
            Command::Confirm(command) => command,
            Command::WithdrawNotice(command) => command,
            Command::Update(command) => command,
            Command::RecordArrangement(command) => command,
            Command::ReviseArrangement(command) => command,
            Command::ReviewArrangement(command) => command,
            Command::GiveNotice(command) => command,
            Command::TakeNoticeBack(command) => command,
            Command::EndArrangement(command) => command,
            Command::Depends(command) => command,
            Command::NoLongerDepends(command) => command,
            Command::Question(command) => command,
            Command::Assessments(command) => command.provision(),
            Command::Procurement(command) => command.provision(),
        }
    }
}
