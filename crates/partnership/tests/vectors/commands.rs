//! A sample of every command, and of both forms where a field can be missing or of two kinds.

use quorate_charter::Office;
use quorate_ledger::{Currency, Money};
use quorate_partnership::cases::{
    Attest, Claim, Close, Command as Cases, Countersign, Guarantee, Instalment as Repayment, Instruct, Kind,
    Loan, Request, Terms,
};
use quorate_partnership::decisions::{
    self, Choice, Command as Decisions, Effect, Execute, Object, Open, Proxy, Reserve, Table, Vote,
};
use quorate_partnership::fund::{
    Command as Fund, CountersignLine, CountersignSeal, EnterLine, IdentifyLine, Indicate, Purpose,
    SealPeriod, SignAgreement, Standing, TakeBackLine,
};
use quorate_partnership::members::{
    self, Accede, Accept, Accredit, Admit, Amend, Command as Members, EndProvisional, NameNode, ObjectKeys,
    Ratify, Reaccredit, Ready, ReplaceRoot, Restore, Revoke, Sign, State, Stay, Suspend, Text, Weight,
    Withdraw,
};
use quorate_partnership::{
    BlockId, CaseNo, Command, CommandId, Day, DecisionNo, LineNo, Moment, PartnershipId, PaymentNo, Phrase,
    SealNo, TrancheNo,
};

use crate::cast::{BEGINS, DAY, key, post, public, signed};
use crate::control::audit;

/// What a vector shows, who gives the command, and the command.
pub(crate) type Sample = (&'static str, &'static str, Command);

/// A sample, signed. Its nonce is the length of its name, so that it stays the same when others are added.
pub(crate) fn of_sample(partnership: &PartnershipId, (name, by, command): Sample) -> Vec<u8> {
    signed(partnership, post(by), u64::try_from(name.len()).unwrap(), command)
}

pub(crate) fn usd(amount: &str) -> Money {
    money(amount, "USD")
}

pub(crate) fn money(amount: &str, currency: &str) -> Money {
    Money::parse(amount, Currency::from_code(currency).unwrap()).unwrap()
}

pub(crate) fn phrase(text: &str) -> Phrase {
    text.parse().unwrap()
}

pub(crate) fn samples() -> Vec<Sample> {
    let mut samples = Vec::new();
    for (name, by, command) in of_members().into_iter().chain(crate::instrument::commands()) {
        samples.push((name, by, Command::from(command)));
    }
    for (name, by, command) in decisions()
        .into_iter()
        .chain(on_standing())
        .chain(crate::financing::drafts())
        .chain(crate::elsewhere::drafts())
        .chain(crate::treasury::decisions())
    {
        samples.push((name, by, Command::from(command)));
    }
    for (name, by, command) in fund()
        .into_iter()
        .chain(crate::contributions::commands())
        .chain(crate::currencies::commands())
        .chain(crate::leaving::commands())
        .chain(crate::treasury::commands())
    {
        samples.push((name, by, Command::from(command)));
    }
    let on_cases = cases().into_iter().chain(crate::kinds::commands()).chain(crate::financing::commands());
    let on_cases = on_cases.chain(crate::elsewhere::commands());
    samples.extend(on_cases.map(|(name, by, command)| (name, by, command.into())));
    samples.extend(audit().into_iter().map(|(name, by, command)| (name, by, command.into())));
    let on_frameworks = crate::frameworks::commands().into_iter().chain(crate::arrangements::commands());
    samples.extend(on_frameworks.map(|(name, by, command)| (name, by, command.into())));
    samples.extend(crate::rooms::commands());
    samples
}

fn of_members() -> Vec<(&'static str, &'static str, Members)> {
    let key = public(&key(3));
    let until = Moment(BEGINS.0 + 365 * DAY);
    let accredit = Accredit { key, office: Office::Representative, from: BEGINS, until };
    let ready = Ready { node: key, tip: BlockId([6; 32]), seal: [7; 64] };
    let revoke = Revoke { key, office: Office::CaseOfficer };
    let replace_root = ReplaceRoot { root: key, end_credentials: true };
    vec![
        ("member accredit", "XAA/root", Members::Accredit(accredit)),
        ("member revoke", "XAA/root", Members::Revoke(revoke)),
        ("member replace-root", "XAA/recovery", Members::ReplaceRoot(replace_root)),
        ("member sign", "XAA/root", Members::Sign(Sign { provisionally: true })),
        ("member ratify", "XAA/root", Members::Ratify(Ratify {})),
        ("member end-provisional", "XAA/root", Members::EndProvisional(EndProvisional {})),
        ("member withdraw", "XAA/root", Members::Withdraw(Withdraw {})),
        ("member stay", "XAA/root", Members::Stay(Stay {})),
        ("member accede", "XBB/root", Members::Accede(Accede {})),
        ("member accept-amendment", "XAA/root", Members::Accept(Accept { version: 2 })),
        ("member object-keys", "XAA/recovery", Members::ObjectKeys(ObjectKeys {})),
        ("member name-node", "XBB/root", Members::NameNode(NameNode { ready })),
        (
            "decision state",
            "XAA/case-officer",
            Members::State(State { decision: DecisionNo(1), text: phrase("We were not asked.") }),
        ),
    ]
}

/// A draft about the standing of a member, or about the text.
fn standing(effect: members::Effect) -> Decisions {
    Decisions::Table(Table { title: phrase("Standing"), effect: Effect::Members(effect) })
}

pub(crate) fn admit() -> Admit {
    let weight = |measure: &str, weight| Weight { measure: measure.parse().unwrap(), weight };
    Admit {
        member: "XCC".parse().unwrap(),
        name_en: phrase("Third State"),
        name_fr: phrase("État tiers"),
        weights: vec![weight("population", 5_000_000)],
        root: public(&key(21)),
        recovery: public(&key(22)),
    }
}

pub(crate) fn amend() -> Amend {
    Amend { amends: 1, text: Text::new("title = {}\n".into()).unwrap() }
}

fn on_standing() -> Vec<(&'static str, &'static str, Decisions)> {
    let (by, member) = ("XAA/representative", "XBB".parse().unwrap());
    let renewed = Reaccredit { member, root: public(&key(23)), recovery: public(&key(24)) };
    let table = |name, effect| (name, by, standing(effect));
    let of_beneficiaries = crate::beneficiaries::effects().map(|(name, effect)| table(name, effect));
    let mut drafts = vec![
        table("decision table, suspension", members::Effect::Suspend(Suspend { member })),
        table("decision table, restoring", members::Effect::Restore(Restore { member })),
        table("decision table, admission", members::Effect::Admit(admit())),
        table("decision table, amendment", members::Effect::Amend(amend())),
        table("decision table, new keys", members::Effect::Reaccredit(renewed)),
    ];
    drafts.extend(of_beneficiaries);
    drafts.extend(crate::instrument::effects().map(|(name, effect)| table(name, effect)));
    drafts
}

pub(crate) fn vote(replaces: Option<CommandId>) -> Vote {
    Vote::plain(DecisionNo(1), Choice::InFavour, replaces)
}

fn decisions() -> Vec<(&'static str, &'static str, Decisions)> {
    let by = "XAA/representative";
    let assist = Table { title: phrase("Winter resupply"), effect: Effect::Assist { case: CaseNo(1) } };
    let call = Table { title: phrase("Premier appel"), effect: Effect::Call { total: usd("250000.00") } };
    let write_off = Table { title: phrase("A loss"), effect: Effect::WriteOff { case: CaseNo(1) } };
    let release = Table { title: phrase("Release"), effect: Effect::ReleaseGuarantee { case: CaseNo(1) } };
    // Their rooms refuse these two; as bytes they are in order.
    let no_decimals = Table { title: phrase("100"), effect: Effect::Call { total: money("100", "JPY") } };
    let negative = Table { title: phrase("-"), effect: Effect::Call { total: money("-0.001", "BHD") } };
    let against = Vote { choice: Choice::Against, ..vote(Some(CommandId([0x5a; 32]))) };
    let abstain = Vote::plain(DecisionNo(u32::MAX), Choice::Abstain, None);
    let explained = Vote { explanation: Some(phrase("Nous regrettons le délai.")), ..vote(None) };
    let reserve = Some(Reserve::AdReferendum);
    let to_confirm = Vote { replaces: Some(CommandId([0x5a; 32])), reserve, ..vote(None) };
    let reserve = Some(Reserve::Parliamentary);
    let both = Vote { choice: Choice::Abstain, reserve, ..explained.clone() };
    let decision = DecisionNo(1);
    let (title, effect) = (Some(phrase("Winter resupply")), Some(Effect::Assist { case: CaseNo(1) }));
    let party = Effect::NameParty { case: CaseNo(1), member: "XBB".parse().unwrap() };
    let party = Table { title: phrase("A party to the dispute"), effect: party };
    let object = |replaces| Object { decision, reason: phrase("too soon"), replaces };
    let proxy = |to: Option<&str>| Proxy { decision, to: to.map(|to| to.parse().unwrap()) };
    let amend = |title, effect| Decisions::Amend(decisions::Amend { decision, version: 1, title, effect });
    vec![
        ("decision table, a party to the dispute", by, Decisions::Table(party)),
        ("decision vote, with an explanation", by, Decisions::Vote(explained)),
        ("decision vote, ad referendum in the place of another", by, Decisions::Vote(to_confirm)),
        ("decision vote, under parliamentary reserve and explained", by, Decisions::Vote(both)),
        ("decision amend, title and effect", by, amend(title.clone(), effect.clone())),
        ("decision amend, the title", by, amend(title, None)),
        ("decision amend, the effect", by, amend(None, effect)),
        ("decision withdraw", by, Decisions::Withdraw(decisions::Withdraw { decision })),
        ("decision close", "XAA/treasurer", Decisions::Close(decisions::Close { decision })),
        ("decision object", by, Decisions::Object(object(None))),
        ("decision object, replacing a vote", by, Decisions::Object(object(Some(CommandId([0x5a; 32]))))),
        ("decision proxy", by, Decisions::Proxy(proxy(Some("XBB")))),
        ("decision proxy, taken back", by, Decisions::Proxy(proxy(None))),
        ("decision table, assistance", by, Decisions::Table(assist)),
        ("decision table, call", by, Decisions::Table(call)),
        ("decision table, writing off", by, Decisions::Table(write_off)),
        ("decision table, release of a guarantee", by, Decisions::Table(release)),
        ("decision table, a currency without decimals", by, Decisions::Table(no_decimals)),
        ("decision table, an amount below zero", by, Decisions::Table(negative)),
        ("decision open", by, Decisions::Open(Open { decision: DecisionNo(23) })),
        ("decision vote, the first", by, Decisions::Vote(vote(None))),
        ("decision vote, replacing another", by, Decisions::Vote(against)),
        ("decision vote, the largest number", by, Decisions::Vote(abstain)),
        ("decision execute", "XAA/treasurer", Decisions::Execute(Execute { decision: DecisionNo(24) })),
    ]
}

fn fund() -> Vec<(&'static str, &'static str, Fund)> {
    let of = "XBB".parse().unwrap();
    let source = phrase("déclaration du 1er janvier");
    let announced = Indicate {
        of,
        standing: Standing::Announced,
        amount: Some(usd("0.01")),
        source: phrase("announced in parliament"),
    };
    let expected = Indicate { of, standing: Standing::Expected, amount: None, source };
    let agreement =
        SignAgreement { paid_in: usd("10000.00"), callable: usd("10000000000000000.00"), instalments: None };
    let line = |purpose, value_date| EnterLine {
        purpose,
        amount: usd("10000.00"),
        value_date: Day(value_date),
        reference: "2026-01-02/000123".parse().unwrap(),
    };
    let receipt = line(Purpose::Receipt { from: of }, 20_454);
    let less_a_fee = line(Purpose::ReceiptLessFee { from: of, fee: usd("25.00") }, 20_454);
    let payment = line(Purpose::Payment { payment: PaymentNo(1) }, 0);
    let returned = line(Purpose::Returned { payment: PaymentNo(1) }, 20_454);
    let (alarm, made_good) =
        (line(Purpose::NotInstructed, 20_454), line(Purpose::MadeGood { line: LineNo(1) }, 20_454));
    let recovery = line(Purpose::Recovery { case: CaseNo(1) }, 20_819);
    let repayment = line(Purpose::Repayment { case: CaseNo(1) }, 20_819);
    vec![
        ("fund indicate, announced", "XBB/representative", Fund::Indicate(announced)),
        ("fund indicate, amount unknown", "XAA/representative", Fund::Indicate(expected)),
        ("fund sign-agreement", "XAA/root", Fund::SignAgreement(agreement)),
        ("bank enter, receipt", "XAA/treasurer", Fund::EnterLine(receipt)),
        ("bank enter, receipt less a fee", "XAA/treasurer", Fund::EnterLine(less_a_fee)),
        ("bank enter, payment", "XAA/treasurer", Fund::EnterLine(payment)),
        ("bank enter, unidentified", "XAA/treasurer", Fund::EnterLine(line(Purpose::Unidentified, 20_454))),
        ("bank enter, a charge", "XAA/treasurer", Fund::EnterLine(line(Purpose::BankCharge, 20_454))),
        ("bank enter, income", "XAA/treasurer", Fund::EnterLine(line(Purpose::Income, 20_454))),
        ("bank enter, a refund", "XAA/treasurer", Fund::EnterLine(line(Purpose::Refund { to: of }, 20_454))),
        ("bank enter, what came back", "XAA/treasurer", Fund::EnterLine(returned)),
        ("bank enter, an uninstructed debit", "XAA/treasurer", Fund::EnterLine(alarm)),
        ("bank enter, what was made good", "XAA/treasurer", Fund::EnterLine(made_good)),
        ("bank enter, recovery", "XAA/treasurer", Fund::EnterLine(recovery)),
        ("bank enter, repayment", "XAA/treasurer", Fund::EnterLine(repayment)),
        ("bank countersign", "XBB/treasurer", Fund::CountersignLine(CountersignLine { line: LineNo(255) })),
        ("books seal", "XAA/treasurer", Fund::SealPeriod(SealPeriod { until: Day(20_453) })),
        ("bank identify", "XBB/treasurer", Fund::IdentifyLine(IdentifyLine { line: LineNo(3), from: of })),
        ("bank take-back", "XBB/treasurer", Fund::TakeBackLine(TakeBackLine { line: LineNo(256) })),
        ("books countersign", "XBB/treasurer", Fund::CountersignSeal(CountersignSeal { seal: SealNo(1) })),
    ]
}

pub(crate) fn request(tranches: &[(&str, &str)]) -> Request {
    let tranches = tranches.iter();
    let terms = tranches.map(|(amount, condition)| Terms {
        amount: usd(amount),
        condition: phrase(condition),
        ahead: None,
    });
    Request {
        purpose: phrase("Generators for hospitals"),
        payee: phrase("XB00 1234 5678"),
        tranches: terms.collect(),
        kind: None,
    }
}

fn one() -> Request {
    request(&[("6000.00", "the lender's demand")])
}

pub(crate) fn loan(interest: Option<u32>) -> Kind {
    let instalment = |day, amount| Repayment { day, amount: usd(amount) };
    let instalments = vec![instalment(0, "2500.00"), instalment(365, "7500.00")];
    Kind::Loan(Loan { grace: 30, instalments, interest })
}

fn cases() -> Vec<(&'static str, &'static str, Cases)> {
    let (case, tranche) = (CaseNo(256), TrancheNo(1));
    let request = request(&[("6000.00", "contract signed"), ("4000.00", "generators delivered")]);
    let countersign = Countersign { payment: PaymentNo(65_536) };
    let of_kind = |kind| Cases::Request(Request { kind: Some(kind), ..request.clone() });
    let in_kind = Request { tranches: Vec::new(), kind: Some(Kind::InKind), ..request.clone() };
    let guarantee = Request { kind: Some(Kind::Guarantee(Guarantee { term: 730 })), ..one() };
    let claim = Claim { case, amount: usd("6000.00"), evidence: phrase("the lender's demand") };
    vec![
        ("case request, a loan", "XBB/representative", of_kind(loan(Some(15_000)))),
        ("case request, a loan without interest", "XBB/representative", of_kind(loan(None))),
        ("case request, a guarantee", "XBB/representative", Cases::Request(guarantee)),
        ("case request, in kind", "XBB/representative", Cases::Request(in_kind)),
        ("case claim", "XBB/case-officer", Cases::Claim(claim)),
        ("case request", "XBB/representative", Cases::Request(request.clone())),
        ("case attest", "XAA/case-officer", Cases::Attest(Attest { case, tranche })),
        ("payment instruct", "XAA/treasurer", Cases::Instruct(Instruct { case, tranche })),
        ("payment countersign", "XBB/treasurer", Cases::Countersign(countersign)),
        ("case close", "XAA/case-officer", Cases::Close(Close { case })),
    ]
}
