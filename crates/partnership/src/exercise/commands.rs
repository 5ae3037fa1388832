//! Commands, as short as they are typed.

use quorate_charter::Office;
use quorate_ledger::{Currency, Money, Rate};

use crate::audit::{
    self, Answer, CloseFinding, CorrectedBy, GiveOpinion, OpenFinding, OpinionKind, Severity, Subject,
};
use crate::cases::{
    self, Attest, Claim, Close, Countersign, Guarantee, Instalment, Instruct, Kind, Loan, Request, Terms,
};
use crate::command::Command;
use crate::decisions::{
    self, Amend, Choice, Effect, Execute, Object, Open, Proxy, Reserve, Table, Vote, Withdraw,
};
use crate::fund::{
    self, CountersignLine, CountersignRate, CountersignSeal, EnterLine, EnterRate, IdentifyLine, Indicate,
    Purpose, RateKind, Revalue, SealPeriod, SignAgreement, Standing, TakeBackLine,
};
use crate::ids::{
    CaseNo, CommandId, DecisionNo, EmergencyNo, FindingNo, LineNo, OpinionNo, PaymentNo, PublicKey, RateNo,
    SealNo, TrancheNo,
};
use crate::members::{self, Accredit, ReplaceRoot, Revoke};
use crate::moment::{Day, Moment};
use crate::phrase::Phrase;

/// An amount in the fund's currency.
pub(crate) fn usd(amount: &str) -> Money {
    Money::parse(amount, Currency::from_code("USD").unwrap()).unwrap()
}

/// An amount in another currency.
pub(crate) fn eur(amount: &str) -> Money {
    Money::parse(amount, Currency::from_code("EUR").unwrap()).unwrap()
}

pub(crate) fn gbp(amount: &str) -> Money {
    Money::parse(amount, Currency::from_code("GBP").unwrap()).unwrap()
}

pub(crate) fn phrase(text: &str) -> Phrase {
    text.parse().unwrap()
}

pub(crate) fn accredit(key: PublicKey, office: Office, from: Moment, until: Moment) -> Command {
    members::Command::Accredit(Accredit { key, office, from, until }).into()
}

pub(crate) fn revoke(key: PublicKey, office: Office) -> Command {
    members::Command::Revoke(Revoke { key, office }).into()
}

/// After a loss: what the old root gave stays.
pub(crate) fn replace_root(root: PublicKey) -> Command {
    members::Command::ReplaceRoot(ReplaceRoot { root, end_credentials: false }).into()
}

/// After a theft: what the old root gave ends.
pub(crate) fn replace_stolen_root(root: PublicKey) -> Command {
    members::Command::ReplaceRoot(ReplaceRoot { root, end_credentials: true }).into()
}

/// The effect of approving a case.
pub(crate) fn assist(case: u32) -> Effect {
    Effect::Assist { case: CaseNo(case) }
}

/// The effect of a call.
pub(crate) fn call(total: &str) -> Effect {
    Effect::Call { total: usd(total) }
}

pub(crate) fn table(effect: Effect) -> Command {
    decisions::Command::Table(Table { title: phrase("a draft"), effect }).into()
}

pub(crate) fn open(decision: u32) -> Command {
    decisions::Command::Open(Open { decision: DecisionNo(decision) }).into()
}

/// A member's first vote.
pub(crate) fn vote(decision: u32, choice: Choice) -> Command {
    replacing(decision, choice, None)
}

/// A vote that names the one it replaces.
pub(crate) fn replacing(decision: u32, choice: Choice, replaces: Option<CommandId>) -> Command {
    decisions::Command::Vote(Vote::plain(DecisionNo(decision), choice, replaces)).into()
}

/// A vote that is to be confirmed.
pub(crate) fn reserving(decision: u32, choice: Choice, reserve: Reserve) -> Command {
    let vote = Vote::plain(DecisionNo(decision), choice, None);
    decisions::Command::Vote(Vote { reserve: Some(reserve), ..vote }).into()
}

/// An amendment of what a draft does.
pub(crate) fn amend(decision: u32, version: u32, effect: Effect) -> Command {
    let (decision, effect) = (DecisionNo(decision), Some(effect));
    decisions::Command::Amend(Amend { decision, version, title: None, effect }).into()
}

pub(crate) fn withdraw(decision: u32) -> Command {
    decisions::Command::Withdraw(Withdraw { decision: DecisionNo(decision) }).into()
}

pub(crate) fn close_vote(decision: u32) -> Command {
    decisions::Command::Close(decisions::Close { decision: DecisionNo(decision) }).into()
}

/// A member's first objection.
pub(crate) fn object(decision: u32) -> Command {
    let (decision, reason) = (DecisionNo(decision), phrase("too soon"));
    decisions::Command::Object(Object { decision, reason, replaces: None }).into()
}

/// A vote given to this member, or taken back.
pub(crate) fn proxy(decision: u32, to: Option<&str>) -> Command {
    let (decision, to) = (DecisionNo(decision), to.map(|to| to.parse().unwrap()));
    decisions::Command::Proxy(Proxy { decision, to }).into()
}

/// The effect of naming a party to the dispute about a case.
pub(crate) fn name_party(case: u32, member: &str) -> Effect {
    Effect::NameParty { case: CaseNo(case), member: member.parse().unwrap() }
}

pub(crate) fn execute(decision: u32) -> Command {
    decisions::Command::Execute(Execute { decision: DecisionNo(decision) }).into()
}

pub(crate) fn indicate(of: &str, amount: Option<Money>) -> Command {
    let (of, source) = (of.parse().unwrap(), phrase("a press article"));
    fund::Command::Indicate(Indicate { of, standing: Standing::Announced, amount, source }).into()
}

pub(crate) fn sign(paid_in: Money, callable: Money) -> Command {
    fund::Command::SignAgreement(SignAgreement { paid_in, callable, instalments: None }).into()
}

/// A pledge without condition or end.
pub(crate) fn pledge(amount: Option<Money>) -> Command {
    fund::Command::Pledge(fund::Pledge { amount, condition: None, lapses: None }).into()
}

pub(crate) fn withdraw_pledge() -> Command {
    fund::Command::WithdrawPledge(fund::WithdrawPledge {}).into()
}

pub(crate) fn emergency_call(total: &str) -> Command {
    fund::Command::EmergencyCall(fund::EmergencyCall { total: usd(total) }).into()
}

pub(crate) fn countersign_call(number: u32) -> Command {
    let emergency = EmergencyNo(number);
    fund::Command::CountersignCall(fund::CountersignCall { emergency }).into()
}

/// A line for money that came from a member.
pub(crate) fn receipt(from: &str, amount: Money, value_date: Day, reference: &str) -> Command {
    line(Purpose::Receipt { from: from.parse().unwrap() }, amount, value_date, reference)
}

/// A line for money that left by an instruction.
pub(crate) fn payment(payment: u32, amount: Money, value_date: Day, reference: &str) -> Command {
    line(Purpose::Payment { payment: PaymentNo(payment) }, amount, value_date, reference)
}

/// A line of this purpose.
pub(crate) fn line(purpose: Purpose, amount: Money, value_date: Day, reference: &str) -> Command {
    let reference = reference.parse().unwrap();
    fund::Command::EnterLine(EnterLine { purpose, amount, value_date, reference }).into()
}

pub(crate) fn countersign_line(line: u32) -> Command {
    fund::Command::CountersignLine(CountersignLine { line: LineNo(line) }).into()
}

pub(crate) fn identify(line: u32, from: &str) -> Command {
    fund::Command::IdentifyLine(IdentifyLine { line: LineNo(line), from: from.parse().unwrap() }).into()
}

pub(crate) fn take_back(line: u32) -> Command {
    fund::Command::TakeBackLine(TakeBackLine { line: LineNo(line) }).into()
}

/// A line for money in another currency that was exchanged.
pub(crate) fn exchange(sold: Money, bought: Money, value_date: Day, reference: &str) -> Command {
    line(Purpose::Exchange { bought }, sold, value_date, reference)
}

/// A spot rate.
pub(crate) fn rate(base: &str, quote: &str, rate: &str, day: Day) -> Command {
    rate_of(RateKind::Spot, base, quote, rate, day)
}

pub(crate) fn closing_rate(base: &str, rate: &str, day: Day) -> Command {
    rate_of(RateKind::Closing, base, "USD", rate, day)
}

fn rate_of(kind: RateKind, base: &str, quote: &str, rate: &str, day: Day) -> Command {
    let currency = |code| Currency::from_code(code).unwrap();
    let rate = Rate::parse(rate, currency(base), currency(quote)).unwrap();
    let source = phrase("a central bank's reference rates");
    fund::Command::EnterRate(EnterRate { rate, day, kind, source }).into()
}

pub(crate) fn countersign_rate(rate: u32) -> Command {
    fund::Command::CountersignRate(CountersignRate { rate: RateNo(rate) }).into()
}

pub(crate) fn revalue(day: Day) -> Command {
    fund::Command::Revalue(Revalue { day }).into()
}

/// A request for these tranches.
pub(crate) fn request(amounts: &[Money]) -> Command {
    request_of(amounts, None)
}

/// The same, of this kind.
pub(crate) fn request_of(amounts: &[Money], kind: Option<Kind>) -> Command {
    let terms = |amount: &Money| Terms { amount: *amount, condition: phrase("a convoy came"), ahead: None };
    let (purpose, payee) = (phrase("winter resupply"), phrase("account 1 of the treasury"));
    let tranches = amounts.iter().map(terms).collect();
    cases::Command::Request(Request { purpose, payee, tranches, kind }).into()
}

pub(crate) fn attest(case: u32, tranche: u32) -> Command {
    cases::Command::Attest(Attest { case: CaseNo(case), tranche: TrancheNo(tranche) }).into()
}

pub(crate) fn instruct(case: u32, tranche: u32) -> Command {
    cases::Command::Instruct(Instruct { case: CaseNo(case), tranche: TrancheNo(tranche) }).into()
}

pub(crate) fn countersign(payment: u32) -> Command {
    cases::Command::Countersign(Countersign { payment: PaymentNo(payment) }).into()
}

pub(crate) fn close(case: u32) -> Command {
    cases::Command::Close(Close { case: CaseNo(case) }).into()
}

/// The seal of all days until this one.
pub(crate) fn seal(until: Day) -> Command {
    fund::Command::SealPeriod(SealPeriod { until }).into()
}

pub(crate) fn countersign_seal(seal: u32) -> Command {
    fund::Command::CountersignSeal(CountersignSeal { seal: SealNo(seal) }).into()
}

/// A loan with these instalments: days after the first payment, and amounts.
pub(crate) fn loan(grace: u32, instalments: &[(u32, &str)], interest: Option<u32>) -> Kind {
    let instalment = |(day, amount): &(u32, &str)| Instalment { day: *day, amount: usd(amount) };
    Kind::Loan(Loan { grace, instalments: instalments.iter().map(instalment).collect(), interest })
}

pub(crate) fn guarantee(term: u32) -> Kind {
    Kind::Guarantee(Guarantee { term })
}

pub(crate) fn claim(case: u32, amount: Money) -> Command {
    cases::Command::Claim(Claim { case: CaseNo(case), amount, evidence: phrase("the lender's demand") })
        .into()
}

/// A line for money that was given and came back.
pub(crate) fn recovery(case: u32, amount: Money, value_date: Day, reference: &str) -> Command {
    line(Purpose::Recovery { case: CaseNo(case) }, amount, value_date, reference)
}

/// A line for money that came back on a loan.
pub(crate) fn repayment(case: u32, amount: Money, value_date: Day, reference: &str) -> Command {
    line(Purpose::Repayment { case: CaseNo(case) }, amount, value_date, reference)
}

/// A finding about this.
pub(crate) fn open_finding(subject: Subject) -> Command {
    let (severity, text) = (Severity::Finding, phrase("the amount is another"));
    audit::Command::OpenFinding(OpenFinding { subject, severity, text }).into()
}

pub(crate) fn answer(finding: u32, corrected_by: Option<CorrectedBy>) -> Command {
    let (finding, text) = (FindingNo(finding), phrase("it was typed wrong"));
    audit::Command::Answer(Answer { finding, text, corrected_by }).into()
}

pub(crate) fn close_finding(finding: u32) -> Command {
    audit::Command::CloseFinding(CloseFinding { finding: FindingNo(finding) }).into()
}

pub(crate) fn opinion(until: Day, kind: OpinionKind, replaces: Option<u32>, basis: Option<&str>) -> Command {
    let (replaces, basis) = (replaces.map(OpinionNo), basis.map(phrase));
    audit::Command::GiveOpinion(GiveOpinion { until, kind, replaces, basis, document: None }).into()
}
