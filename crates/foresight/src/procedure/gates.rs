//! The gates from the request to the payment, and how the others pass each.

use alloc::format;
use alloc::vec::Vec;

use quorate_charter::{Charter, Course, Interest, MemberCode, Office};

use super::menu::Move;
use super::votes;
use super::world::World;

/// A gate on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gate {
    Request,
    Table,
    /// Where silence would adopt; passed when it did, or when members are to vote.
    Objections,
    Vote,
    Execute,
    /// Where the charter asks for one: the beneficiary signs the financing agreement.
    Agreement,
    /// Where the charter excludes double funding: the beneficiary says what it gets elsewhere.
    Declaration,
    Attest,
    Instruct,
    Countersign,
    Line,
    LineBooked,
}

impl Gate {
    const ALL: [Gate; 12] = [
        Gate::Request,
        Gate::Table,
        Gate::Objections,
        Gate::Vote,
        Gate::Execute,
        Gate::Agreement,
        Gate::Declaration,
        Gate::Attest,
        Gate::Instruct,
        Gate::Countersign,
        Gate::Line,
        Gate::LineBooked,
    ];

    /// The gates under a charter, in their order.
    pub(super) fn under(charter: &Charter) -> Vec<Gate> {
        let course = charter.cases().rule().procedure().map(|procedure| procedure.course());
        let silence = matches!(course, Some(Course::NoObjection(_) | Course::Silence(_)));
        let is = |gate: &Gate| match gate {
            Gate::Objections => silence,
            Gate::Agreement => charter.financing().is_some(),
            Gate::Declaration => charter.relation().is_some_and(|article| article.excludes_double_funding()),
            _ => true,
        };
        Gate::ALL.into_iter().filter(is).collect()
    }

    pub(super) const fn name(self) -> &'static str {
        match self {
            Gate::Request => "the request",
            Gate::Table => "the tabling",
            Gate::Objections => "the objections",
            Gate::Vote => "the vote",
            Gate::Execute => "the execution",
            Gate::Agreement => "the financing agreement",
            Gate::Declaration => "the word on help elsewhere",
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
    pub(super) voters: Vec<MemberCode>,
    /// The procedure by which help is decided.
    pub(super) course: Option<Course>,
    /// Hours from the request in which another body comes first.
    pub(super) other_body_first: u64,
}

impl Cast {
    pub(super) fn of(charter: &Charter, asks: MemberCode, uncooperative: Option<MemberCode>) -> Cast {
        let rule = charter.cases().rule();
        let votes = !rule.leaves_out(Interest::Beneficiary);
        let members =
            || charter.members().map(|(member, _)| member).filter(|member| Some(*member) != uncooperative);
        let others = members().filter(|member| *member != asks).collect();
        let voters = members().filter(|member| *member != asks || votes).collect();
        let course = rule.procedure().map(|procedure| procedure.course());
        let after = charter.relation().and_then(|article| article.acts_after());
        let other_body_first = after.map_or(0, |after| after.hours());
        Cast { asks, uncooperative, others, voters, course, other_body_first }
    }
}

/// The uncooperative member's move, if it makes one, then what the others do. Whether the gate is passed.
pub(super) fn pass(gate: Gate, world: &mut World, cast: &Cast, one: Option<Move>) -> bool {
    if let (Some(one), Some(member)) = (one, cast.uncooperative)
        && !matches!(gate, Gate::Objections | Gate::Vote)
    {
        make(one, world, member);
    }
    let others = &cast.others;
    match gate {
        Gate::Request => world.request(cast.asks),
        Gate::Table => {
            world.wait(cast.other_body_first);
            others.iter().any(|member| world.table_and_open(*member))
        }
        Gate::Objections => votes::object(world, cast, one),
        Gate::Vote => votes::vote(world, cast, one),
        Gate::Execute => others.iter().any(|member| world.execute(*member)),
        Gate::Agreement => world.sign_agreement(cast.asks),
        Gate::Declaration => world.declare_nothing(cast.asks),
        Gate::Attest => world.is_attested() || others.iter().any(|member| world.attest(*member)),
        Gate::Instruct => world.is_instructed() || others.iter().any(|member| world.instruct(*member)),
        Gate::Countersign => others.iter().any(|member| world.countersign(*member)),
        Gate::Line => others.iter().any(|member| world.enter_payment(*member, "own")),
        Gate::LineBooked => others.iter().any(|member| world.countersign_line(*member)),
    }
}

pub(super) fn make(one: Move, world: &mut World, member: MemberCode) {
    match one {
        Move::Flood => world.flood(member),
        Move::Table => {
            world.table(member);
        }
        Move::Amend => {
            world.table(member);
            world.amend(member);
        }
        Move::Rival => {
            world.table_and_open(member);
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
        // These are votes and objections, and made where the others vote.
        _ => {}
    }
}
