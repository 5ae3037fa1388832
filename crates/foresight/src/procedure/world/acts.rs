//! What members do in a rehearsal, each as it is typed.

use alloc::format;
use alloc::vec::Vec;

use quorate_charter::{MemberCode, Office};
use quorate_ledger::Money;
use quorate_partnership::cases::{self, Attest, Countersign, Instruct, Request, SignAgreement, Terms};
use quorate_partnership::decisions::{
    self, Amend, Choice, Close, Effect, Execute, Object, Open, Reserve, Table, Vote,
};
use quorate_partnership::fund::{self, CountersignLine, EnterLine, Purpose};
use quorate_partnership::members::{self, Revoke, Withdraw};
use quorate_partnership::{CaseNo, CommandId, DecisionNo, PaymentNo, TrancheNo};

use super::{HOUR, World};

const CASE: CaseNo = CaseNo(1);
const TRANCHE: TrancheNo = TrancheNo(1);

impl World {
    /// A member asks for help.
    pub(in super::super) fn request(&mut self, asks: MemberCode) -> bool {
        self.requested = self.next;
        let made = || {
            let terms = Terms { amount: self.amount, condition: "delivered".parse().ok()?, ahead: None };
            Some(Request {
                purpose: "help".parse().ok()?,
                payee: "account 1".parse().ok()?,
                tranches: Vec::from([terms]),
                kind: None,
            })
        };
        let Some(request) = made() else { return false };
        let words =
            format!("case request --purpose help --payee \"account 1\" --tranche {} delivered", self.amount);
        self.give(asks, Office::Representative, &words, cases::Command::Request(request).into()).is_some()
    }

    /// A member tables the draft of help.
    pub(in super::super) fn table(&mut self, member: MemberCode) -> bool {
        let Ok(title) = "help".parse() else { return false };
        let table = Table { title, effect: Effect::Assist { case: CASE } };
        self.give(
            member,
            Office::Representative,
            "decision table help --assist 1",
            decisions::Command::Table(table).into(),
        )
        .is_some()
    }

    /// A member tables the draft and opens the vote on it.
    pub(in super::super) fn table_and_open(&mut self, member: MemberCode) -> bool {
        if !self.table(member) {
            return false;
        }
        let (decision, words) = (self.decision, format!("decision open {}", self.decision.0));
        let command = decisions::Command::Open(Open { decision }).into();
        self.give(member, Office::Representative, &words, command).is_some()
    }

    /// A member amends the title of its draft.
    pub(in super::super) fn amend(&mut self, member: MemberCode) {
        let (decision, version) = (self.decision, 1);
        let amend = Amend { decision, version, title: "other".parse().ok(), effect: None };
        let words = format!("decision amend {} --version 1 --title other", decision.0);
        self.give(member, Office::Representative, &words, decisions::Command::Amend(amend).into());
    }

    /// A member's representative gives as many commands as it may today, a thousand at most.
    pub(in super::super) fn flood(&mut self, member: MemberCode) {
        const NONE: DecisionNo = DecisionNo(9_999);
        for _ in 0..1_000 {
            let before = self.next;
            let vote = Vote::plain(NONE, Choice::Abstain, None);
            let command = decisions::Command::Vote(vote).into();
            self.give(member, Office::Representative, "decision vote 9999 abstain", command);
            if self.next == before {
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
        let vote = Vote { reserve, ..Vote::plain(self.decision, choice, self.standing(member)) };
        let how = match choice {
            Choice::InFavour => "in-favour",
            Choice::Against => "against",
            Choice::Abstain => "abstain",
        };
        let flag = if reserve.is_some() { " --ad-referendum" } else { "" };
        let words = format!("decision vote {} {how}{flag}", self.decision.0);
        let given = self.give(member, Office::Representative, &words, decisions::Command::Vote(vote).into());
        self.votes.extend(given.map(|id| (member, id)));
    }

    /// A member objects, in place of its last vote if it gave one.
    pub(in super::super) fn object(&mut self, member: MemberCode) {
        let (decision, replaces) = (self.decision, self.standing(member));
        let Ok(reason) = "not now".parse() else { return };
        let words = format!("decision object {} --reason \"not now\"", decision.0);
        let command = decisions::Command::Object(Object { decision, reason, replaces }).into();
        let given = self.give(member, Office::Representative, &words, command);
        self.votes.extend(given.map(|id| (member, id)));
    }

    /// A member closes the written vote, if all have voted.
    pub(in super::super) fn close(&mut self, member: MemberCode) {
        let (decision, words) = (self.decision, format!("decision close {}", self.decision.0));
        let command = decisions::Command::Close(Close { decision }).into();
        self.give(member, Office::Representative, &words, command);
    }

    /// Lets time pass until less than an hour, but some of it, is left before the deadline.
    pub(in super::super) fn wait_until_last_hour(&mut self) {
        let left = self.closes.since(self.next).saturating_sub(1);
        self.wait(left.checked_div(HOUR).unwrap_or_default());
    }

    /// Lets time pass until something is so, past one deadline after the other.
    pub(in super::super) fn wait_until(&mut self, so: impl Fn(&World) -> bool) {
        // Every deadline is at most a hundred years ahead, and few follow each other: far fewer waits than these.
        for _ in 0..1_000 {
            if so(self) {
                return;
            }
            let left = self.closes.since(self.next).checked_div(HOUR).unwrap_or_default();
            self.wait(left.max(1));
        }
    }

    /// A member executes the decision, or it was executed.
    pub(in super::super) fn execute(&mut self, member: MemberCode) -> bool {
        if self.executed {
            return true;
        }
        let (decision, words) = (self.decision, format!("decision execute {}", self.decision.0));
        self.give(
            member,
            Office::Representative,
            &words,
            decisions::Command::Execute(Execute { decision }).into(),
        )
        .is_some()
    }

    /// The one that asks signs the financing agreement of its case.
    pub(in super::super) fn sign_agreement(&mut self, asks: MemberCode) -> bool {
        let sign = cases::Command::SignAgreement(SignAgreement { case: CASE });
        self.give(asks, Office::Root, "case sign-agreement 1", sign.into()).is_some()
    }

    /// The one that asks says that it gets nothing elsewhere.
    pub(in super::super) fn declare_nothing(&mut self, asks: MemberCode) -> bool {
        let (case, declared, replaces, source) = (CASE, None, None, None);
        let said = cases::Command::Elsewhere(cases::Elsewhere { case, declared, replaces, source });
        self.give(asks, Office::Representative, "case elsewhere 1 --nothing", said.into()).is_some()
    }

    /// Whether the condition is attested.
    pub(in super::super) fn is_attested(&self) -> bool {
        self.attested
    }

    /// A member's case officer attests the condition.
    pub(in super::super) fn attest(&mut self, member: MemberCode) -> bool {
        let attest = Attest { case: CASE, tranche: TRANCHE };
        self.give(member, Office::CaseOfficer, "case attest 1 1", cases::Command::Attest(attest).into())
            .is_some()
    }

    /// Whether the payment is instructed.
    pub(in super::super) fn is_instructed(&self) -> bool {
        self.payment.is_some()
    }

    /// A member's treasurer instructs the payment.
    pub(in super::super) fn instruct(&mut self, member: MemberCode) -> bool {
        let instruct = Instruct { case: CASE, tranche: TRANCHE };
        self.give(
            member,
            Office::Treasurer,
            "payment instruct 1 1",
            cases::Command::Instruct(instruct).into(),
        )
        .is_some()
    }

    /// A member's treasurer countersigns. Whether the payment is with the bank.
    pub(in super::super) fn countersign(&mut self, member: MemberCode) -> bool {
        let payment = self.payment.unwrap_or(PaymentNo(0));
        let words = format!("payment countersign {}", payment.0);
        let command = cases::Command::Countersign(Countersign { payment }).into();
        self.give(member, Office::Treasurer, &words, command).is_some() && self.released
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
        let words = format!("bank enter {amount} --payment {} --reference {reference}", payment.0);
        let Ok(reference) = reference.parse() else { return false };
        let line = EnterLine {
            purpose: Purpose::Payment { payment },
            amount,
            value_date: self.next.day(),
            reference,
        };
        self.give(member, Office::Treasurer, &words, fund::Command::EnterLine(line).into()).is_some()
    }

    /// A member's treasurer countersigns the line entered last.
    pub(in super::super) fn countersign_line(&mut self, member: MemberCode) -> bool {
        let Some(line) = self.line else { return false };
        let words = format!("bank countersign {}", line.0);
        self.give(
            member,
            Office::Treasurer,
            &words,
            fund::Command::CountersignLine(CountersignLine { line }).into(),
        )
        .is_some()
    }

    /// A member gives notice of withdrawal.
    pub(in super::super) fn withdraw(&mut self, member: MemberCode) {
        self.give(member, Office::Root, "member withdraw", members::Command::Withdraw(Withdraw {}).into());
    }

    /// A member ends a credential of its own.
    pub(in super::super) fn revoke(&mut self, member: MemberCode, office: Office) {
        let revoke = Revoke { key: super::founding::key(member, office), office };
        let words = format!("member revoke {office}");
        self.give(member, Office::Root, &words, members::Command::Revoke(revoke).into());
    }
}
