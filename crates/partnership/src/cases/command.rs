//! The commands of the cases room.

use minicbor::{Decode, Encode};

use super::{
    AcceptDelivery, Attest, AttestUse, Claim, Close, Countersign, Deliver, Elsewhere, Instruct, Match, Need,
    Offer, ReportUse, Request, Return, SignAgreement, WithdrawOffer,
};
use crate::command::Provision;

/// What can be asked about cases.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum Command {
    /// Ask for help.
    #[n(0)]
    Request(#[n(0)] Request),
    /// Attest that a tranche's condition is met.
    #[n(1)]
    Attest(#[n(0)] Attest),
    /// Instruct the payment of a tranche.
    #[n(2)]
    Instruct(#[n(0)] Instruct),
    /// Countersign an instruction.
    #[n(3)]
    Countersign(#[n(0)] Countersign),
    /// Close a case that is paid.
    #[n(4)]
    Close(#[n(0)] Close),
    /// Claim under a guarantee.
    #[n(5)]
    Claim(#[n(0)] Claim),
    /// Sign the financing agreement of one's own case.
    #[n(6)]
    SignAgreement(#[n(0)] SignAgreement),
    /// Say what is needed in kind.
    #[n(7)]
    Need(#[n(0)] Need),
    /// Offer what is needed, for one's own member.
    #[n(8)]
    Offer(#[n(0)] Offer),
    /// Withdraw an offer that nobody matched.
    #[n(9)]
    WithdrawOffer(#[n(0)] WithdrawOffer),
    /// Match an offer with the need.
    #[n(10)]
    Match(#[n(0)] Match),
    /// Say that what was matched is delivered.
    #[n(11)]
    Deliver(#[n(0)] Deliver),
    /// Accept a delivery.
    #[n(12)]
    AcceptDelivery(#[n(0)] AcceptDelivery),
    /// Say that what was lent is back.
    #[n(13)]
    Return(#[n(0)] Return),
    /// Account for money that was paid.
    #[n(14)]
    ReportUse(#[n(0)] ReportUse),
    /// Attest a report of use.
    #[n(15)]
    AttestUse(#[n(0)] AttestUse),
    /// Say what another body gives.
    #[n(20)]
    Elsewhere(#[n(0)] Elsewhere),
}

impl Command {
    pub(crate) fn provision(&self) -> &dyn Provision {
        match self {
            Command::Request(command) => command,
            Command::Attest(command) => command,
            Command::Instruct(command) => command,
            Command::Countersign(command) => command,
            Command::Close(command) => command,
            Command::Claim(command) => command,
            Command::Need(command) => command,
            Command::Offer(command) => command,
            Command::WithdrawOffer(command) => command,
            Command::Match(command) => command,
            Command::Deliver(command) => command,
            Command::AcceptDelivery(command) => command,
            Command::Return(command) => command,
            Command::SignAgreement(command) => command,
            Command::ReportUse(command) => command,
            Command::AttestUse(command) => command,
            Command::Elsewhere(command) => command,
        }
    }
}
