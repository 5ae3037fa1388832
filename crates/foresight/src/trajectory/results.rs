//! What came of a run.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use quorate_charter::MemberCode;
use quorate_partnership::fund::book;
use quorate_partnership::{Digest, RuleId};

use super::blocs::Blocs;
use super::run::Run;
use crate::rehearsal::account;

/// What a quarter came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quarter {
    /// How many asked for help.
    pub requests: u64,
    /// How many were paid, whenever they had asked.
    pub paid: u64,
    /// Of how many it became plain that nothing comes of them.
    pub blocked: u64,
    /// Votes that were counted.
    pub votes: u64,
    /// Votes in favour.
    pub favour: u64,
    /// How many members owed something that was due and paid nothing.
    pub withheld: u64,
    /// How many members are bound at its end.
    pub bound: u64,
    /// What can still be promised at its end, per mille of all that was signed at the beginning.
    pub capacity: i64,
    /// What is due and not paid at its end, in the same measure.
    pub arrears: i64,
    /// What those that are bound think of each other at its end, on the mean; none where fewer than two are.
    pub affinity: Option<i64>,
    /// Who stands with whom at its end; none where nobody is bound, or more are than a partition has room for.
    pub blocs: Option<Blocs>,
}

/// A member's part at the end, per mille of all of those that are bound.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// Of the votes, by the charter's first measure; by heads, if it has none.
    pub votes: i64,
    /// Of the money that they paid in.
    pub money: i64,
    /// Of what they can do, as assumed.
    pub capability: i64,
}

/// What came of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ran {
    /// The number of the run, from 0.
    pub number: u64,
    /// From which everything follows that is left to chance.
    pub seed: u64,
    /// How many asked for help: those paid, blocked and open together.
    pub requests: u64,
    /// Of how many nothing comes.
    pub blocked: u64,
    /// How many wait at the end.
    pub open: u64,
    /// Of each that was paid, hours from the request to the booking of the bank's line.
    pub hours: Vec<u64>,
    /// Calls that were carried out.
    pub calls: u64,
    /// Payments by members after the beginning.
    pub payments: u64,
    /// In how many quarters a member owed something that was due and paid nothing, of all members together.
    pub withheld: u64,
    /// How often a member came to be in default.
    pub defaults: u64,
    /// Who left, in this order.
    pub left: Vec<MemberCode>,
    /// The parts of those that are bound at the end.
    pub shares: BTreeMap<MemberCode, Share>,
    /// The part of the bloc that has the greatest capability at the end.
    pub greatest_bloc: Share,
    /// Commands that were given.
    pub commands: u64,
    /// What rules refused, by rule.
    pub refused: BTreeMap<RuleId, u64>,
    /// Whether the books balance at the end.
    pub balanced: bool,
    /// The record at the end.
    pub record: Digest,
    /// Quarter by quarter.
    pub quarters: Vec<Quarter>,
}

impl Ran {
    pub(super) fn begin(number: u64, seed: u64) -> Ran {
        Ran {
            number,
            seed,
            requests: 0,
            blocked: 0,
            open: 0,
            hours: Vec::new(),
            calls: 0,
            payments: 0,
            withheld: 0,
            defaults: 0,
            left: Vec::new(),
            shares: BTreeMap::new(),
            greatest_bloc: Share::default(),
            commands: 0,
            refused: BTreeMap::new(),
            balanced: false,
            record: Digest([0; 32]),
            quarters: Vec::new(),
        }
    }

    /// How many were paid.
    #[must_use]
    pub fn paid(&self) -> u64 {
        u64::try_from(self.hours.len()).unwrap_or(u64::MAX)
    }

    /// Hours from the request to the payment, on the mean; none, if nothing was paid.
    #[must_use]
    pub fn mean_hours(&self) -> Option<u64> {
        self.hours.iter().fold(0_u64, |sum, hours| sum.saturating_add(*hours)).checked_div(self.paid())
    }

    /// How many commands rules refused.
    #[must_use]
    pub fn refusals(&self) -> u64 {
        self.refused.values().fold(0, |sum, count| sum.saturating_add(*count))
    }

    /// The greatest part of votes, of money, and of capability, that one member has at the end.
    #[must_use]
    pub fn greatest(&self) -> Share {
        let of = |part: fn(&Share) -> i64| self.shares.values().map(part).max().unwrap_or_default();
        let capability = of(|share| share.capability);
        Share { votes: of(|share| share.votes), money: of(|share| share.money), capability }
    }
}

fn part(of: i128, sum: i128) -> i64 {
    let part = of.saturating_mul(1000).checked_div(sum).unwrap_or_default();
    i64::try_from(part).unwrap_or_default()
}

/// What those that are bound have of votes, money and capability.
struct Weights(BTreeMap<MemberCode, [i128; 3]>);

impl Weights {
    /// What these members have of it, per mille.
    fn share(&self, members: &[MemberCode]) -> Share {
        let sum = |at: usize, meant: &dyn Fn(&MemberCode) -> bool| {
            let of = self.0.iter().filter(|(member, _)| meant(member));
            of.filter_map(|(_, weights)| weights.get(at)).fold(0_i128, |sum, one| sum.saturating_add(*one))
        };
        let [votes, money, capability] =
            [0, 1, 2].map(|at| part(sum(at, &|member| members.contains(member)), sum(at, &|_| true)));
        Share { votes, money, capability }
    }
}

impl Run<'_> {
    fn weights(&self) -> Weights {
        let bound = self.bound();
        let charter = self.rehearsal.partnership().charter();
        let cash = book::cash(self.study.charter());
        let money = |member: MemberCode| {
            let of = |code| self.balance(cash, code, member.as_str());
            let asked = of(account::RECEIVABLE).saturating_add(of(account::DUE));
            of(account::PAID_IN).saturating_sub(asked)
        };
        let members = charter.members().filter(|(member, _)| bound.contains(member));
        let weights = members.map(|(member, terms)| {
            let votes = terms.weights().first().map_or(1, |weight| i128::from(*weight));
            let capability = i128::from(self.study.scenario.member(member).capability);
            (member, [votes, money(member), capability])
        });
        Weights(weights.collect())
    }

    /// The parts of those that are bound, and of the bloc with the greatest capability.
    pub(super) fn shares(&self) -> (BTreeMap<MemberCode, Share>, Share) {
        let weights = self.weights();
        let each = weights.0.keys().map(|member| (*member, weights.share(&[*member]))).collect();
        let last = self.ran.quarters.last().and_then(|quarter| quarter.blocs.as_ref());
        let bloc: Vec<MemberCode> = last.map(|blocs| blocs.greatest().collect()).unwrap_or_default();
        (each, weights.share(&bloc))
    }
}
