//! What members do on the way from one request to its payment.

use quorate_charter::{MemberCode, Office};
use quorate_ledger::Money;
use quorate_partnership::decisions::{self, Amend, Choice, Reserve};
use quorate_partnership::{CaseNo, CommandId, DecisionNo, PaymentNo};

use super::{HOUR, World};
use crate::rehearsal::Plays as _;
use crate::rehearsal::acts::{self, Act};

const CASE: CaseNo = CaseNo(1);

impl World {
    /// A member asks for help.
    pub(in super::super) fn request(&mut self, asks: MemberCode) -> bool {
        self.requested = self.now();
        self.does(asks, acts::request(&[self.amount]))
    }

    /// A member tables the draft of help.
    pub(in super::super) fn table(&mut self, member: MemberCode) -> bool {
        self.does(member, acts::assist(CASE))
    }

    /// A member tables the draft and opens the vote on it.
    pub(in super::super) fn table_and_open(&mut self, member: MemberCode) -> bool {
        self.table(member) && self.does(member, acts::open(self.decision))
    }

    /// A member amends the title of its draft.
    pub(in super::super) fn amend(&mut self, member: MemberCode) {
        let (decision, version) = (self.decision, 1);
        let amend = Amend { decision, version, title: "other".parse().ok(), effect: None };
        let words = alloc::format!("decision amend {} --version 1 --title other", decision.0);
        let command = decisions::Command::Amend(amend).into();
        self.does(
            member,
            Act { office: Office::Representative, words: alloc::boxed::Box::new(move || words), command },
        );
    }

    /// A member's representative gives as many commands as it may today, a thousand at most.
    pub(in super::super) fn flood(&mut self, member: MemberCode) {
        const NONE: DecisionNo = DecisionNo(9_999);
        for _ in 0..1_000 {
            let before = self.now();
            self.does(member, acts::vote(NONE, Choice::Abstain, None, None));
            if self.now() == before {
                return;
            }
        }
    }

    /// A member votes in favour, unless its vote stands or the vote is over.
    pub(in super::super) fn vote_in_favour(&mut self, member: MemberCode) {
        if self.standing(member).is_none() && self.adopted.is_none() {
            self.vote(member, Choice::InFavour);
        }
    }

    /// A member votes, in place of its last vote if it gave one.
    pub(in super::super) fn vote(&mut self, member: MemberCode, choice: Choice) {
        self.cast(member, choice, None);
    }

    /// A member votes in favour, to be confirmed.
    pub(in super::super) fn vote_to_be_confirmed(&mut self, member: MemberCode) {
        self.cast(member, Choice::InFavour, Some(Reserve::AdReferendum));
    }

    fn standing(&self, member: MemberCode) -> Option<CommandId> {
        self.votes.iter().rev().find(|(of, _)| *of == member).map(|(_, id)| *id)
    }

    fn cast(&mut self, member: MemberCode, choice: Choice, reserve: Option<Reserve>) {
        let act = acts::vote(self.decision, choice, self.standing(member), reserve);
        let given = self.give(member, act).accepted;
        self.votes.extend(given.map(|id| (member, id)));
    }

    /// A member objects, in place of its last vote if it gave one.
    pub(in super::super) fn object(&mut self, member: MemberCode) {
        let Some(act) = acts::object(self.decision, self.standing(member)) else { return };
        let given = self.give(member, act).accepted;
        self.votes.extend(given.map(|id| (member, id)));
    }

    /// A member closes the written vote, if all have voted.
    pub(in super::super) fn close(&mut self, member: MemberCode) {
        self.does(member, acts::close(self.decision));
    }

    /// Lets time pass until less than an hour, but some of it, is left before the deadline.
    pub(in super::super) fn wait_until_last_hour(&mut self) {
        let left = self.closes.since(self.now()).saturating_sub(1);
        self.wait(left.checked_div(HOUR).unwrap_or_default());
    }

    /// Lets time pass until something is so, past one deadline after the other.
    pub(in super::super) fn wait_until(&mut self, so: impl Fn(&World) -> bool) {
        // Every deadline is at most a hundred years ahead, and few follow each other: far fewer waits than these.
        for _ in 0..1_000 {
            if so(self) {
                return;
            }
            let left = self.closes.since(self.now()).checked_div(HOUR).unwrap_or_default();
            self.wait(left.max(1));
        }
    }

    /// A member executes the decision, or it was executed.
    pub(in super::super) fn execute(&mut self, member: MemberCode) -> bool {
        self.executed || self.does(member, acts::execute(self.decision))
    }

    /// The one that asks signs the financing agreement of its case.
    pub(in super::super) fn sign_agreement(&mut self, asks: MemberCode) -> bool {
        self.does(asks, acts::sign_agreement(CASE))
    }

    /// The one that asks says that it gets nothing elsewhere.
    pub(in super::super) fn declare_nothing(&mut self, asks: MemberCode) -> bool {
        self.does(asks, acts::declare_nothing(CASE))
    }

    /// Whether the condition is attested.
    pub(in super::super) fn is_attested(&self) -> bool {
        self.attested
    }

    /// A member's case officer attests the condition.
    pub(in super::super) fn attest(&mut self, member: MemberCode) -> bool {
        self.does(member, acts::attest(CASE, acts::FIRST))
    }

    /// Whether the payment is instructed.
    pub(in super::super) fn is_instructed(&self) -> bool {
        self.payment.is_some()
    }

    /// A member's treasurer instructs the payment.
    pub(in super::super) fn instruct(&mut self, member: MemberCode) -> bool {
        self.does(member, acts::instruct(CASE, acts::FIRST))
    }

    /// A member's treasurer countersigns. Whether the payment is with the bank.
    pub(in super::super) fn countersign(&mut self, member: MemberCode) -> bool {
        self.does(member, acts::countersign(self.payment.unwrap_or(PaymentNo(0)))) && self.released
    }

    /// A member's treasurer enters the bank's line for the payment.
    pub(in super::super) fn enter_payment(&mut self, member: MemberCode, reference: &str) -> bool {
        self.enter(member, reference, self.amount)
    }

    /// The same with a wrong amount.
    pub(in super::super) fn enter_wrong(&mut self, member: MemberCode) {
        if let Ok(wrong) = Money::new(1, self.amount.currency()) {
            self.enter(member, "wrong", wrong);
        }
    }

    fn enter(&mut self, member: MemberCode, reference: &str, amount: Money) -> bool {
        let payment = self.payment.unwrap_or(PaymentNo(0));
        let act = acts::enter_payment(payment, amount, self.now().day(), reference);
        self.does(member, act)
    }

    /// A member's treasurer countersigns the line entered last.
    pub(in super::super) fn countersign_line(&mut self, member: MemberCode) -> bool {
        self.line.is_some_and(|line| self.does(member, acts::countersign_line(line)))
    }

    /// A member gives notice of withdrawal.
    pub(in super::super) fn withdraw(&mut self, member: MemberCode) {
        self.does(member, acts::withdraw());
    }

    /// A member ends a credential of its own.
    pub(in super::super) fn revoke(&mut self, member: MemberCode, office: Office) {
        self.does(member, acts::revoke(member, office));
    }
}
