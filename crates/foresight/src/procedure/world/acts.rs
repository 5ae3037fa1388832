//! What members do in a rehearsal, each as it is typed.

use alloc::format;
use alloc::vec::Vec;

use quorate_charter::{MemberCode, Office};
use quorate_ledger::Money;
use quorate_partnership::cases::{self, Attest, Countersign, Instruct, Request, Terms};
use quorate_partnership::decisions::{self, Choice, Effect, Execute, Open, Reserve, Table, Vote};
use quorate_partnership::fund::{self, CountersignLine, EnterLine, Purpose};
use quorate_partnership::members::{self, Revoke, Withdraw};
use quorate_partnership::{CaseNo, PaymentNo, TrancheNo};

use super::super::world::{HOUR, World};

const CASE: CaseNo = CaseNo(1);
const TRANCHE: TrancheNo = TrancheNo(1);

impl World {
    /// A member asks for help.
    pub(in super::super) fn request(&mut self, asks: MemberCode) -> bool {
        self.requested = self.next;
        let made = || {
            let terms = Terms { amount: self.amount, condition: "delivered".parse().ok()? };
            Some(Request {
                purpose: "help".parse().ok()?,
                payee: "account 1".parse().ok()?,
                tranches: Vec::from([terms]),
            })
        };
        let Some(request) = made() else { return false };
        let words =
            format!("case request --purpose help --payee \"account 1\" --tranche {} delivered", self.amount);
        self.give(asks, Office::Representative, &words, cases::Command::Request(request).into()).is_ok()
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
        .is_ok()
    }

    /// A member tables the draft and opens the vote on it.
    pub(in super::super) fn table_and_open(&mut self, member: MemberCode, _asks: MemberCode) -> bool {
        if !self.table(member) {
            return false;
        }
        let (decision, words) = (self.decision, format!("decision open {}", self.decision.0));
        self.give(member, Office::Representative, &words, decisions::Command::Open(Open { decision }).into())
            .is_ok()
    }

    /// A member votes, in place of its last vote if it gave one.
    pub(in super::super) fn vote(&mut self, member: MemberCode, choice: Choice) -> bool {
        self.cast(member, choice, None)
    }

    /// A member votes in favour, to be confirmed.
    pub(in super::super) fn vote_to_be_confirmed(&mut self, member: MemberCode) -> bool {
        self.cast(member, Choice::InFavour, Some(Reserve::AdReferendum))
    }

    fn cast(&mut self, member: MemberCode, choice: Choice, reserve: Option<Reserve>) -> bool {
        let replaces = self.votes.iter().rev().find(|(of, _)| *of == member).map(|(_, id)| *id);
        let vote = Vote { reserve, ..Vote::plain(self.decision, choice, replaces) };
        let how = match choice {
            Choice::InFavour => "in-favour",
            Choice::Against => "against",
            Choice::Abstain => "abstain",
        };
        let flag = if reserve.is_some() { " --ad-referendum" } else { "" };
        let words = format!("decision vote {} {how}{flag}", self.decision.0);
        let given = self.give(member, Office::Representative, &words, decisions::Command::Vote(vote).into());
        given.map(|id| self.votes.push((member, id))).is_ok()
    }

    /// Lets time pass until the last hour before the deadline.
    pub(in super::super) fn wait_until_last_hour(&mut self) {
        let left = self.closes.since(self.next).checked_div(HOUR).unwrap_or_default();
        self.wait(left.saturating_sub(1));
    }

    /// Lets time pass until the vote is closed, however often it is extended. Whether it is adopted.
    pub(in super::super) fn wait_until_closed(&mut self) -> bool {
        // A vote is open for a hundred years at most: far fewer waits than these.
        for _ in 0..1_000 {
            if let Some(adopted) = self.adopted {
                return adopted;
            }
            let left = self.closes.since(self.next).checked_div(HOUR).unwrap_or_default();
            self.wait(left.max(1));
        }
        false
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
        .is_ok()
    }

    /// Whether the condition is attested.
    pub(in super::super) fn is_attested(&self) -> bool {
        self.attested
    }

    /// A member's case officer attests the condition.
    pub(in super::super) fn attest(&mut self, member: MemberCode) -> bool {
        let attest = Attest { case: CASE, tranche: TRANCHE };
        self.give(member, Office::CaseOfficer, "case attest 1 1", cases::Command::Attest(attest).into())
            .is_ok()
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
        .is_ok()
    }

    /// A member's treasurer countersigns. Whether the payment is with the bank.
    pub(in super::super) fn countersign(&mut self, member: MemberCode) -> bool {
        let payment = self.payment.unwrap_or(PaymentNo(0));
        let words = format!("payment countersign {}", payment.0);
        let command = cases::Command::Countersign(Countersign { payment }).into();
        self.give(member, Office::Treasurer, &words, command).is_ok() && self.released
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
        self.give(member, Office::Treasurer, &words, fund::Command::EnterLine(line).into()).is_ok()
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
        .is_ok()
    }

    /// A member gives notice of withdrawal.
    pub(in super::super) fn withdraw(&mut self, member: MemberCode) {
        let _ = self.give(
            member,
            Office::Root,
            "member withdraw",
            members::Command::Withdraw(Withdraw {}).into(),
        );
    }

    /// A member ends a credential of its own.
    pub(in super::super) fn revoke(&mut self, member: MemberCode, office: Office) {
        let revoke = Revoke { key: super::founding::key(member, office), office };
        let words = format!("member revoke {office}");
        let _ = self.give(member, Office::Root, &words, members::Command::Revoke(revoke).into());
    }
}
