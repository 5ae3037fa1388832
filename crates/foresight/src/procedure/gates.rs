//! The gates from the request to the payment, and how the others pass each.

use alloc::format;
use alloc::vec::Vec;

use quorate_charter::{Charter, Interest, MemberCode, Office};
use quorate_partnership::decisions::Choice;

use super::menu::Move;
use super::world::World;

/// A gate on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gate {
    Request,
    Table,
    Vote,
    Execute,
    Attest,
    Instruct,
    Countersign,
    Line,
    LineBooked,
}

impl Gate {
    pub(super) const fn next(self) -> Option<Gate> {
        Some(match self {
            Gate::Request => Gate::Table,
            Gate::Table => Gate::Vote,
            Gate::Vote => Gate::Execute,
            Gate::Execute => Gate::Attest,
            Gate::Attest => Gate::Instruct,
            Gate::Instruct => Gate::Countersign,
            Gate::Countersign => Gate::Line,
            Gate::Line => Gate::LineBooked,
            Gate::LineBooked => return None,
        })
    }

    pub(super) const fn name(self) -> &'static str {
        match self {
            Gate::Request => "the request",
            Gate::Table => "the tabling",
            Gate::Vote => "the vote",
            Gate::Execute => "the execution",
            Gate::Attest => "the attestation",
            Gate::Instruct => "the instruction",
            Gate::Countersign => "the countersignature",
            Gate::Line => "the bank line",
            Gate::LineBooked => "the booking of the bank line",
        }
    }
}

/// Who asks, who is uncooperative, and the others.
pub(super) struct Cast {
    pub(super) asks: MemberCode,
    pub(super) uncooperative: Option<MemberCode>,
    pub(super) others: Vec<MemberCode>,
    /// The others that take part in the decision: where the rule does not leave it out, the one that asks too.
    voters: Vec<MemberCode>,
}

impl Cast {
    pub(super) fn of(charter: &Charter, asks: MemberCode, uncooperative: Option<MemberCode>) -> Cast {
        let votes = !charter.cases().rule().leaves_out(Interest::Beneficiary);
        let members =
            || charter.members().map(|(member, _)| member).filter(|member| Some(*member) != uncooperative);
        let others = members().filter(|member| *member != asks).collect();
        let voters = members().filter(|member| *member != asks || votes).collect();
        Cast { asks, uncooperative, others, voters }
    }
}

/// The uncooperative member's move, if it makes one, then what the others do. Whether the gate is passed.
pub(super) fn pass(gate: Gate, world: &mut World, cast: &Cast, one: Option<Move>) -> bool {
    if gate != Gate::Vote
        && let (Some(one), Some(member)) = (one, cast.uncooperative)
    {
        make(one, world, member);
    }
    let others = &cast.others;
    match gate {
        Gate::Request => world.request(cast.asks),
        Gate::Table => others.iter().any(|member| world.table_and_open(*member, cast.asks)),
        Gate::Vote => vote(world, cast, one),
        Gate::Execute => others.iter().any(|member| world.execute(*member)),
        Gate::Attest => world.is_attested() || others.iter().any(|member| world.attest(*member)),
        Gate::Instruct => world.is_instructed() || others.iter().any(|member| world.instruct(*member)),
        Gate::Countersign => others.iter().any(|member| world.countersign(*member)),
        Gate::Line => others.iter().any(|member| world.enter_payment(*member, "own")),
        Gate::LineBooked => others.iter().any(|member| world.countersign_line(*member)),
    }
}

/// The others vote in favour at once; the uncooperative member votes when it wants; then the deadline comes.
fn vote(world: &mut World, cast: &Cast, one: Option<Move>) -> bool {
    let (early, late) = match one {
        Some(Move::Against) => (Some(Choice::Against), None),
        Some(Move::Abstain) => (Some(Choice::Abstain), None),
        Some(Move::LateAgainst) => (None, Some(Choice::Against)),
        Some(Move::Flip) => (Some(Choice::InFavour), Some(Choice::Against)),
        Some(Move::LateFavour | Move::FlipByReserve) => (Some(Choice::Against), Some(Choice::InFavour)),
        _ => (None, None),
    };
    for member in &cast.voters {
        world.vote(*member, Choice::InFavour);
    }
    if let Some(member) = cast.uncooperative {
        if one == Some(Move::Withdraw) {
            make(Move::Withdraw, world, member);
        }
        early.into_iter().for_each(|choice| {
            world.vote(member, choice);
        });
        if one == Some(Move::Reserve) {
            world.vote_to_be_confirmed(member);
        }
        world.wait_until_last_hour();
        match late {
            Some(_) if one == Some(Move::FlipByReserve) => {
                world.vote_to_be_confirmed(member);
            }
            Some(choice) => {
                world.vote(member, choice);
            }
            None => {}
        }
    }
    world.wait_until_closed()
}

fn make(one: Move, world: &mut World, member: MemberCode) {
    match one {
        Move::Table => {
            world.table(member);
        }
        Move::Withdraw => world.withdraw(member),
        Move::Execute => {
            world.execute(member);
        }
        Move::Attest => {
            world.attest(member);
        }
        Move::Instruct => {
            world.instruct(member);
        }
        Move::EndCredential => world.revoke(member, Office::Treasurer),
        Move::EnterLine => {
            world.enter_payment(member, &format!("{member}"));
        }
        Move::WrongLine => world.enter_wrong(member),
        // These are votes, and made where the others vote.
        _ => {}
    }
}
