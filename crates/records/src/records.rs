//! Everything that can be read, kept up to date event by event.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};
use quorate_ledger::Books;
use quorate_partnership::capabilities::Thing;
use quorate_partnership::frameworks::View;
use quorate_partnership::fund::EnteredLine;
use quorate_partnership::{
    ArrangementNo, Booked, CaseNo, CommandId, DecisionNo, FrameworkNo, Genesis, Moment, Nature, PartnershipId,
};

use crate::assessed::Assessed;
use crate::charter::CharterInForce;
use crate::extract::Extract;
use crate::history::History;
use crate::liquidity::Obligations;
use crate::plan::{Plan, Progress};
use crate::polls::Polls;
use crate::registers::{Register, Registers};
use crate::table::Table;

/// The registers of one partnership, as of its last event.
#[derive(Clone, Debug)]
pub struct Records {
    id: PartnershipId,
    nature: Nature,
    charter: CharterInForce,
    height: u64,
    at: Moment,
    last_call: u64,
    polls: Polls,
    registers: Registers,
    obligations: Obligations,
    assessed: Assessed,
    history: History,
}

impl Records {
    /// The records before anything happened. The charter is the genesis's own.
    #[must_use]
    pub fn begin(genesis: &Genesis, charter: Charter) -> Records {
        let (registers, obligations) = (Registers::new(&charter), Obligations::new(&charter));
        Records {
            id: genesis.id(),
            nature: genesis.nature(),
            charter: CharterInForce::founding(charter),
            height: 0,
            at: genesis.begins(),
            last_call: 1,
            polls: Polls::default(),
            registers,
            obligations,
            assessed: Assessed::default(),
            history: History::default(),
        }
    }

    /// Takes in what happened next.
    pub fn hear(&mut self, booked: &Booked) {
        self.reach(booked.height, booked.at);
        self.polls.hear(booked, &self.charter.charter);
        self.charter.hear(booked);
        self.registers.hear(booked);
        self.obligations.hear(booked);
        self.assessed.hear(booked);
        self.history.hear(booked);
    }

    /// Takes note of a block, which may have brought nothing.
    pub fn reach(&mut self, height: u64, at: Moment) {
        self.registers.arrears.reach(at);
        self.registers.steps.reach(at);
        self.registers.acknowledgements.reach(at);
        self.registers.lines.reach(at);
        self.registers.arrangements.reach(at);
        self.registers.sessions.reach(at);
        self.height = height;
        self.at = at;
    }

    /// Takes note of how many blocks past a deadline still hear votes.
    pub fn hears_out(&mut self, blocks: u64) {
        self.last_call = blocks;
    }

    pub(crate) fn last_call(&self) -> u64 {
        self.last_call
    }

    pub(crate) fn polls(&self) -> &Polls {
        &self.polls
    }

    pub(crate) fn registers(&self) -> &Registers {
        &self.registers
    }

    pub(crate) fn obligations(&self) -> &Obligations {
        &self.obligations
    }

    pub(crate) fn assessed(&self) -> &Assessed {
        &self.assessed
    }

    /// A register as it stands.
    #[must_use]
    pub fn register(&self, register: Register) -> Table {
        self.extract(register, &Extract::whole()).0
    }

    /// Part of a register as it stands, without making the rest, and how many rows it has.
    #[must_use]
    pub fn extract(&self, register: Register, part: &Extract) -> (Table, usize) {
        if register.counts_money_of_each() && !self.charter.charter.has_fund() {
            return (Table::empty(register.name()), 0);
        }
        let heard = self.registers.table(register, &self.charter.charter, part);
        let table =
            heard.or_else(|| self.answer(register, part)).unwrap_or_else(|| Table::empty(register.name()));
        part.cut(table)
    }

    /// What members announced, against the target.
    #[must_use]
    pub fn plan(&self) -> Plan {
        self.registers.plan.summary(&self.charter.charter)
    }

    /// How far the plan has come.
    #[must_use]
    pub fn progress(&self) -> Progress {
        let (agreements, plan) = (&self.registers.agreements, &self.registers.plan);
        let mut promised: BTreeMap<MemberCode, i128> = agreements.signed().collect();
        let signed = total(&promised);
        for (member, announced) in plan.announced() {
            let most = promised.entry(member).or_default();
            *most = announced.max(*most);
        }
        let target = self.charter().fund().target();
        Progress { target, paid: agreements.received(), signed, promised: total(&promised) }
    }

    /// The command of a member's vote that stands on a decision, if it has voted.
    #[must_use]
    pub fn standing_vote(&self, decision: DecisionNo, member: MemberCode) -> Option<CommandId> {
        self.registers.votes.standing(decision, member)
    }

    /// The votes on one decision, as the register of votes has them.
    #[must_use]
    pub fn votes_on(&self, decision: DecisionNo) -> Table {
        self.registers.votes.on(decision)
    }

    /// What happened to one decision, in the order of the record: the place of each event in it, counted from 0, and the event.
    /// Whoever hears a part of the record alone counts the places of that part.
    pub fn history(&self, decision: DecisionNo) -> impl Iterator<Item = (u64, &Booked)> {
        self.history.of(decision)
    }

    /// The number of the newest report of a framework.
    #[must_use]
    pub fn framework_report(&self, framework: FrameworkNo) -> Option<u32> {
        self.registers.frameworks.newest(framework)
    }

    /// The version of a member's own view of an arrangement; 0 if it told none.
    #[must_use]
    pub fn arrangement_version(&self, arrangement: ArrangementNo, member: MemberCode) -> u32 {
        self.registers.arrangements.version(arrangement, member)
    }

    /// The view that a member last told of an arrangement.
    #[must_use]
    pub fn arrangement_view(&self, arrangement: ArrangementNo, member: MemberCode) -> Option<&View> {
        self.registers.arrangements.view(arrangement, member)
    }

    /// The number of a State's word on what a body gives for a case, if one stands.
    #[must_use]
    pub fn word_elsewhere(&self, case: CaseNo, by: MemberCode, body: &str) -> Option<u32> {
        self.registers.funding_elsewhere.standing(case, by, body)
    }

    /// What would fall with an arrangement, and when it does if notice was given; none if there is no such arrangement.
    #[must_use]
    pub fn would_fall(&self, arrangement: ArrangementNo) -> Option<Table> {
        self.registers.arrangements.would_fall(arrangement)
    }

    /// Every thing that members have declared and not withdrawn, with whose it is: in the order of members and names.
    pub fn things(&self) -> impl Iterator<Item = (MemberCode, &Thing)> {
        self.registers.capabilities.standing()
    }

    /// The books, as the entries make them.
    #[must_use]
    pub fn books(&self) -> &Books {
        self.registers.accounts.books()
    }

    /// The partnership.
    #[must_use]
    pub fn id(&self) -> PartnershipId {
        self.id
    }

    /// Real or rehearsal.
    #[must_use]
    pub fn nature(&self) -> Nature {
        self.nature
    }

    /// The charter in force.
    #[must_use]
    pub fn charter(&self) -> &Charter {
        &self.charter.charter
    }

    /// The version of the charter's text in force; 1 is that of the genesis.
    #[must_use]
    pub fn text_version(&self) -> u32 {
        self.charter.version
    }

    /// The States whose standing is anything else than in force, what it is, and until when if that is known.
    #[must_use]
    pub fn standings(&self) -> Vec<(MemberCode, &'static str, Option<Moment>)> {
        self.registers.membership.exceptions()
    }

    /// Debits that nobody instructed, as far as they are not over: the line, and whether two treasurers say so.
    pub fn alarms(&self) -> impl Iterator<Item = (&EnteredLine, bool)> {
        self.registers.alarms.standing()
    }

    /// Whether a State stands in the register of membership, as a member, invited, or one that left; or in that of
    /// beneficiaries.
    #[must_use]
    pub fn knows(&self, state: MemberCode) -> bool {
        self.registers.membership.knows(state) || self.registers.beneficiaries.knows(state)
    }

    /// The height of the last block.
    #[must_use]
    pub fn height(&self) -> u64 {
        self.height
    }

    /// The moment of the last block.
    #[must_use]
    pub fn at(&self) -> Moment {
        self.at
    }
}

fn total(amounts: &BTreeMap<MemberCode, i128>) -> i128 {
    amounts.values().fold(0, |sum, minor| sum.saturating_add(*minor))
}
