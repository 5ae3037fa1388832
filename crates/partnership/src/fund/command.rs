//! The commands of the fund room.

use minicbor::{Decode, Encode};

use super::{
    CountersignCall, CountersignLine, CountersignRate, CountersignSeal, EmergencyCall, EnterLine, EnterRate,
    IdentifyLine, Indicate, LodgeNote, Pledge, Revalue, SealPeriod, SignAgreement, TakeBackLine,
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
    /// Seal a period.
    #[n(15)]
    SealPeriod(#[n(0)] SealPeriod),
    /// Countersign a seal that another member's treasurer gave.
    #[n(16)]
    CountersignSeal(#[n(0)] CountersignSeal),
    /// Put one's own member's pledge on record.
    #[n(4)]
    Pledge(#[n(0)] Pledge),
    /// Withdraw it.
    #[n(5)]
    WithdrawPledge(#[n(0)] WithdrawPledge),
    /// Lodge a note in the place of money to be paid in.
    #[n(6)]
    LodgeNote(#[n(0)] LodgeNote),
    /// Say from whom the money of a booked line came.
    #[n(10)]
    IdentifyLine(#[n(0)] IdentifyLine),
    /// Take a booked line back.
    #[n(11)]
    TakeBackLine(#[n(0)] TakeBackLine),
    /// Enter a rate of exchange.
    #[n(20)]
    EnterRate(#[n(0)] EnterRate),
    /// Countersign a rate that another member's treasurer entered.
    #[n(21)]
    CountersignRate(#[n(0)] CountersignRate),
    /// Value what is held of other currencies at a day's closing rates.
    #[n(22)]
    Revalue(#[n(0)] Revalue),
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
            Command::SealPeriod(command) => command,
            Command::CountersignSeal(command) => command,
            Command::Pledge(command) => command,
            Command::WithdrawPledge(command) => command,
            Command::LodgeNote(command) => command,
            Command::IdentifyLine(command) => command,
            Command::TakeBackLine(command) => command,
            Command::EnterRate(command) => command,
            Command::CountersignRate(command) => command,
            Command::Revalue(command) => command,
            Command::EmergencyCall(command) => command,
            Command::CountersignCall(command) => command,
        }
    }
}
