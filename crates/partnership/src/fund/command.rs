//! The commands of the fund room.

use minicbor::{Decode, Encode};

use super::{
    CountersignCall, CountersignLine, EmergencyCall, EnterLine, Indicate, LodgeNote, Pledge, SignAgreement,
    WithdrawPledge,
};
use crate::command::Provision;

/// What can be asked about the fund.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum Command {
    /// Put on record what a member announces or is expected to give.
    #[n(0)]
    Indicate(#[n(0)] Indicate),
    /// Sign a contribution agreement.
    #[n(1)]
    SignAgreement(#[n(0)] SignAgreement),
    /// Enter a line of the bank's statement.
    #[n(2)]
    EnterLine(#[n(0)] EnterLine),
    /// Countersign a line that another member's treasurer entered.
    #[n(3)]
    CountersignLine(#[n(0)] CountersignLine),
    /// Put one's own member's pledge on record.
    #[n(4)]
    Pledge(#[n(0)] Pledge),
    /// Withdraw it.
    #[n(5)]
    WithdrawPledge(#[n(0)] WithdrawPledge),
    /// Lodge a note in the place of money to be paid in.
    #[n(6)]
    LodgeNote(#[n(0)] LodgeNote),
    /// Ask for an emergency call.
    #[n(7)]
    EmergencyCall(#[n(0)] EmergencyCall),
    /// Countersign an emergency call that another member's treasurer asked for.
    #[n(8)]
    CountersignCall(#[n(0)] CountersignCall),
}

impl Command {
    pub(crate) fn provision(&self) -> &dyn Provision {
        match self {
            Command::Indicate(command) => command,
            Command::SignAgreement(command) => command,
            Command::EnterLine(command) => command,
            Command::CountersignLine(command) => command,
            Command::Pledge(command) => command,
            Command::WithdrawPledge(command) => command,
            Command::LodgeNote(command) => command,
            Command::EmergencyCall(command) => command,
            Command::CountersignCall(command) => command,
        }
    }
}
