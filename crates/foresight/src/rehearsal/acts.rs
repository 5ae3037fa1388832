//! What members do in a rehearsal, each as it is typed.

use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use quorate_charter::{MemberCode, Office};
use quorate_ledger::Money;
use quorate_partnership::cases::{self, Attest, Countersign, Instruct, Request, Terms};
use quorate_partnership::decisions::{
    self, Choice, Close, Effect, Execute, Object, Open, Reserve, Table, Vote,
};
use quorate_partnership::fund::{self, CountersignLine, EnterLine, Instalment, Purpose};
use quorate_partnership::members::{self, Accredit, Ratify, Revoke, Sign, Stay, Withdraw};
use quorate_partnership::{
    CaseNo, Command, CommandId, Day, DecisionNo, LineNo, Moment, PaymentNo, PublicKey, TrancheNo,
};
use quorate_records::words;

use super::{DAY, key};

/// Where help is asked for in one tranche.
pub(crate) const FIRST: TrancheNo = TrancheNo(1);

/// A command, who gives it, and how it is typed.
pub(crate) struct Act {
    pub(crate) office: Office,
    /// Said only where a story is told: most runs tell none.
    pub(crate) words: Box<dyn FnOnce() -> String>,
    pub(crate) command: Command,
}

pub(super) fn act(
    office: Office,
    words: impl FnOnce() -> String + 'static,
    command: impl Into<Command>,
) -> Act {
    Act { office, words: Box::new(words), command: command.into() }
}

fn decision(words: impl FnOnce() -> String + 'static, command: decisions::Command) -> Act {
    act(Office::Representative, words, command)
}

/// Ask for help in these tranches.
pub(crate) fn request(amounts: &[Money]) -> Option<Act> {
    let mut tranches = Vec::new();
    for amount in amounts {
        tranches.push(Terms { amount: *amount, condition: "delivered".parse().ok()?, ahead: None });
    }
    let request =
        Request { purpose: "help".parse().ok()?, payee: "account 1".parse().ok()?, tranches, kind: None };
    let amounts = amounts.to_vec();
    let words = move || {
        let each: String = amounts.iter().map(|amount| format!(" --tranche {amount} delivered")).collect();
        format!("case request --purpose help --payee \"account 1\"{each}")
    };
    Some(act(Office::Representative, words, cases::Command::Request(request)))
}

/// Table the draft of help.
pub(crate) fn assist(case: CaseNo) -> Option<Act> {
    let table = Table { title: "help".parse().ok()?, effect: Effect::Assist { case } };
    Some(decision(
        move || format!("decision table help --assist {}", case.0),
        decisions::Command::Table(table),
    ))
}

/// Table the draft of a call.
pub(crate) fn call(total: Money) -> Option<Act> {
    let table = Table { title: "call".parse().ok()?, effect: Effect::Call { total } };
    Some(decision(move || format!("decision table call --call {total}"), decisions::Command::Table(table)))
}

/// Open the vote on a draft.
pub(crate) fn open(of: DecisionNo) -> Act {
    decision(move || format!("decision open {}", of.0), decisions::Command::Open(Open { decision: of }))
}

/// Vote, in place of the last vote if there was one.
pub(crate) fn vote(
    of: DecisionNo,
    choice: Choice,
    replaces: Option<CommandId>,
    reserve: Option<Reserve>,
) -> Act {
    let vote = Vote { reserve, ..Vote::plain(of, choice, replaces) };
    let how = match choice {
        Choice::InFavour => "in-favour",
        Choice::Against => "against",
        Choice::Abstain => "abstain",
    };
    let flag = if reserve.is_some() { " --ad-referendum" } else { "" };
    decision(move || format!("decision vote {} {how}{flag}", of.0), decisions::Command::Vote(vote))
}

/// Object, in place of the last vote if there was one.
pub(crate) fn object(of: DecisionNo, replaces: Option<CommandId>) -> Option<Act> {
    let object = Object { decision: of, reason: "not now".parse().ok()?, replaces };
    let words = move || format!("decision object {} --reason \"not now\"", of.0);
    Some(decision(words, decisions::Command::Object(object)))
}

/// Close a written vote on which all have voted.
pub(crate) fn close(of: DecisionNo) -> Act {
    decision(move || format!("decision close {}", of.0), decisions::Command::Close(Close { decision: of }))
}

/// Execute an adopted decision.
pub(crate) fn execute(of: DecisionNo) -> Act {
    decision(
        move || format!("decision execute {}", of.0),
        decisions::Command::Execute(Execute { decision: of }),
    )
}

/// Sign the financing agreement of the own case.
pub(crate) fn sign_agreement(case: CaseNo) -> Act {
    let sign = cases::Command::SignAgreement(cases::SignAgreement { case });
    act(Office::Root, move || format!("case sign-agreement {}", case.0), sign)
}

/// Say that nothing comes from elsewhere.
pub(crate) fn declare_nothing(case: CaseNo) -> Act {
    let (declared, replaces, source) = (None, None, None);
    let said = cases::Command::Elsewhere(cases::Elsewhere { case, declared, replaces, source });
    act(Office::Representative, move || format!("case elsewhere {} --nothing", case.0), said)
}

/// Attest the condition of a tranche.
pub(crate) fn attest(case: CaseNo, tranche: TrancheNo) -> Act {
    let attest = cases::Command::Attest(Attest { case, tranche });
    act(Office::CaseOfficer, move || format!("case attest {} {}", case.0, tranche.0), attest)
}

/// Instruct the payment of a tranche.
pub(crate) fn instruct(case: CaseNo, tranche: TrancheNo) -> Act {
    let instruct = cases::Command::Instruct(Instruct { case, tranche });
    act(Office::Treasurer, move || format!("payment instruct {} {}", case.0, tranche.0), instruct)
}

/// Countersign a payment.
pub(crate) fn countersign(payment: PaymentNo) -> Act {
    let words = move || format!("payment countersign {}", payment.0);
    act(Office::Treasurer, words, cases::Command::Countersign(Countersign { payment }))
}

/// Enter the bank's line for a payment.
pub(crate) fn enter_payment(payment: PaymentNo, amount: Money, day: Day, reference: &str) -> Option<Act> {
    let said = String::from(reference);
    let words = move || format!("bank enter {amount} --payment {} --reference {said}", payment.0);
    line(Purpose::Payment { payment }, (amount, day), reference, words)
}

/// Enter the bank's line for what a member paid.
pub(crate) fn enter_receipt(from: MemberCode, amount: Money, day: Day, reference: &str) -> Option<Act> {
    let said = String::from(reference);
    let words = move || format!("bank enter {amount} --from {from} --reference \"{said}\"");
    line(Purpose::Receipt { from }, (amount, day), reference, words)
}

pub(super) fn line(
    purpose: Purpose,
    (amount, value_date): (Money, Day),
    reference: &str,
    words: impl FnOnce() -> String + 'static,
) -> Option<Act> {
    let line = EnterLine { purpose, amount, value_date, reference: reference.parse().ok()? };
    Some(act(Office::Treasurer, words, fund::Command::EnterLine(line)))
}

/// Countersign a line of the bank.
pub(crate) fn countersign_line(line: LineNo) -> Act {
    let words = move || format!("bank countersign {}", line.0);
    act(Office::Treasurer, words, fund::Command::CountersignLine(CountersignLine { line }))
}

/// Sign what is paid in, of which some may fall due later, and what can be called.
pub(crate) fn sign_fund(paid_in: Money, callable: Money, later: Vec<Instalment>) -> Act {
    let instalments = if later.is_empty() { None } else { Some(later.clone()) };
    let sign = fund::SignAgreement { paid_in, callable, instalments };
    let words = move || {
        let next = |next: &Instalment| format!(" --instalment {} {}", words::day(next.day), next.amount);
        let each: String = later.iter().map(next).collect();
        format!("fund sign-agreement --paid-in {paid_in} --callable {callable}{each}")
    };
    act(Office::Root, words, fund::Command::SignAgreement(sign))
}

/// Give an office for so many days.
pub(crate) fn accredit(key: PublicKey, office: Office, (from, days): (Moment, u64)) -> Act {
    let until = Moment(from.0.saturating_add(DAY.saturating_mul(days)));
    let accredit = Accredit { key, office, from, until };
    act(
        Office::Root,
        move || format!("member accredit {office} --for {days}d"),
        members::Command::Accredit(accredit),
    )
}

/// Sign the charter.
pub(crate) fn sign() -> Act {
    act(Office::Root, || "member sign".into(), members::Command::Sign(Sign { provisionally: false }))
}

/// Ratify it.
pub(crate) fn ratify() -> Act {
    act(Office::Root, || "member ratify".into(), members::Command::Ratify(Ratify {}))
}

/// Give notice of withdrawal.
pub(crate) fn withdraw() -> Act {
    act(Office::Root, || "member withdraw".into(), members::Command::Withdraw(Withdraw {}))
}

/// Take the notice back.
pub(crate) fn stay() -> Act {
    act(Office::Root, || "member stay".into(), members::Command::Stay(Stay {}))
}

/// End a credential of one's own.
pub(crate) fn revoke(member: MemberCode, office: Office) -> Act {
    let revoke = Revoke { key: key(member, office), office };
    act(Office::Root, move || format!("member revoke {office}"), members::Command::Revoke(revoke))
}
