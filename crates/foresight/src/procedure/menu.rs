//! The finite menu of an uncooperative member's moves.

use super::gates::Gate;

/// A move beside withholding everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Move {
    Table,
    Against,
    Abstain,
    LateAgainst,
    Flip,
    LateFavour,
    Reserve,
    FlipByReserve,
    Withdraw,
    Execute,
    Attest,
    Instruct,
    EndCredential,
    EnterLine,
    WrongLine,
}

impl Move {
    pub(super) const ALL: [Move; 15] = [
        Move::Table,
        Move::Against,
        Move::Abstain,
        Move::LateAgainst,
        Move::Flip,
        Move::LateFavour,
        Move::Reserve,
        Move::FlipByReserve,
        Move::Withdraw,
        Move::Execute,
        Move::Attest,
        Move::Instruct,
        Move::EndCredential,
        Move::EnterLine,
        Move::WrongLine,
    ];

    /// The move in words, after *it* or a member's code.
    pub(super) const fn says(self) -> &'static str {
        match self {
            Move::Table => "tables the draft itself and does not open it",
            Move::Against => "votes against",
            Move::Abstain => "abstains",
            Move::LateAgainst => "votes against in the last hour",
            Move::Flip => "votes in favour, and against in the last hour",
            Move::LateFavour => "votes against, and in favour in the last hour",
            Move::Reserve => "votes in favour ad referendum and never confirms",
            Move::FlipByReserve => "votes against, and in favour ad referendum in the last hour",
            Move::Withdraw => "gives notice of withdrawal",
            Move::Execute => "executes the decision itself",
            Move::Attest => "attests the condition itself",
            Move::Instruct => "instructs the payment itself and signs no further",
            Move::EndCredential => "ends its own treasurer's credential",
            Move::EnterLine => "enters the bank line itself",
            Move::WrongLine => "enters a wrong bank line",
        }
    }
}

/// The moves at a gate.
pub(super) const fn at(gate: Gate) -> &'static [Move] {
    match gate {
        Gate::Request => &[Move::Withdraw],
        Gate::Table => &[Move::Table],
        Gate::Vote => &[
            Move::Against,
            Move::Abstain,
            Move::LateAgainst,
            Move::Flip,
            Move::LateFavour,
            Move::Reserve,
            Move::FlipByReserve,
            Move::Withdraw,
        ],
        Gate::Execute => &[Move::Execute],
        Gate::Attest => &[Move::Attest, Move::Withdraw],
        Gate::Instruct => &[Move::Instruct, Move::EndCredential],
        Gate::Countersign => &[Move::EndCredential, Move::Withdraw],
        Gate::Line => &[Move::EnterLine, Move::WrongLine, Move::EndCredential],
        Gate::LineBooked => &[Move::EndCredential],
    }
}
