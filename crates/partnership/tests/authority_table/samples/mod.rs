//! One of each command: for the authority table, and for the test that every command is typed by its name.

mod assessments;
mod instrument;

use quorate_charter::Office;
use quorate_ledger::{Currency, Money, Rate};
use quorate_partnership::{
    ArrangementNo, Audience, BlockId, BriefingNo, CaseNo, Command, ConsultationNo, Day, DecisionNo,
    DependencyNo, DocumentHash, EmergencyNo, FindingNo, FrameworkNo, GroupingNo, LiaisonLineNo, LineNo,
    Moment, NeedNo, OfferNo, PartnershipId, PaymentNo, Phrase, PublicKey, RateNo, ReportNo, SealNo,
    SessionNo, TextNo, TrancheNo, Wording, audit, capabilities, cases, consultations, continuity, decisions,
    frameworks, fund, members, positions,
};

pub(crate) const BEGINS: Moment = Moment(1_767_225_600_000);
pub(crate) const LATER: Moment = Moment(1_767_225_600_001);
const LINE: LiaisonLineNo = LiaisonLineNo(1);

fn usd() -> Money {
    Money::parse("1.00", Currency::from_code("USD").unwrap()).unwrap()
}

fn rate() -> Rate {
    let currency = |code| Currency::from_code(code).unwrap();
    Rate::parse("1.0842", currency("EUR"), currency("USD")).unwrap()
}

pub(crate) fn phrase() -> Phrase {
    "a sample".parse().unwrap()
}

pub(crate) fn wording() -> Wording {
    Wording::new(Some(phrase()), None).unwrap()
}

fn line() -> continuity::Recorded {
    continuity::Recorded {
        kind: continuity::LineKind::Base,
        title: wording(),
        sides: Vec::new(),
        audience: Audience::Members,
        fall_back: None,
        touched: None,
        test_every: None,
        follows: None,
    }
}

fn thing() -> capabilities::Thing {
    capabilities::Thing {
        name: "airframes".parse().unwrap(),
        what: wording(),
        kind: capabilities::Kind::Component,
        needs: vec!["DEU/bases".parse().unwrap()],
        one_of: vec![vec!["CAN/base".parse().unwrap(), "DEU/base".parse().unwrap()]],
        lasts: capabilities::Days::Known(90),
        replaced_in: capabilities::Days::NotPublic,
        confidence: capabilities::Confidence::Moderate,
        source: phrase(),
        audience: Audience::Members,
        in_hands_of: Some("XUS".parse().unwrap()),
        supplier: Some("maker".parse().unwrap()),
        cost: Some(usd()),
    }
}

fn view() -> frameworks::View {
    frameworks::View {
        title: Wording::new(Some(phrase()), None).unwrap(),
        kind: phrase(),
        basis: phrase(),
        since: Day(0),
        review: Day(9),
        notice_days: 1,
        audience: Audience::Members,
    }
}

macro_rules! samples {
    ($($room:ident $name:ident :: $variant:ident { $($field:ident : $value:expr),* },)*) => {
        /// One of each command.
        pub(crate) fn samples() -> Vec<Command> {
            let mut samples =
                vec![$(Command::$name($room::Command::$variant($room::$variant { $($field: $value),* }))),*];
            samples.extend(assessments::samples());
            samples.extend(instrument::samples());
            samples
        }

        /// Does not compile while a command is missing from the list.
        #[allow(dead_code, reason = "the compiler's reading of it is the test")]
        fn is_in_the_list(command: &Command) {
            match command {
                Command::Members(members::Command::Instrument(_)) => {}
                $(Command::$name($room::Command::$variant(_)) => {})*
                Command::Frameworks(frameworks::Command::Assessments(_) | frameworks::Command::Procurement(_)) => {}
            }
        }
    };
}

samples! {
    members Members::Accredit {
        key: PublicKey([9; 32]), office: Office::Representative, from: BEGINS, until: LATER
    },
    members Members::Revoke { key: PublicKey([9; 32]), office: Office::Representative },
    members Members::ReplaceRoot { root: PublicKey([9; 32]), end_credentials: false },
    members Members::Sign { provisionally: true },
    members Members::Ratify {},
    members Members::EndProvisional {},
    members Members::Withdraw {},
    members Members::Stay {},
    members Members::Accede {},
    members Members::Accept { version: 2 },
    members Members::ObjectKeys {},
    members Members::NameNode {
        ready: members::Ready { node: PublicKey([9; 32]), tip: BlockId([8; 32]), seal: [7; 64] }
    },
    members Members::State { decision: DecisionNo(1), text: phrase() },
    decisions Decisions::Table { title: phrase(), effect: decisions::Effect::Call { total: usd() } },
    decisions Decisions::Open { decision: DecisionNo(1) },
    decisions Decisions::Vote {
        decision: DecisionNo(1), choice: decisions::Choice::Abstain, replaces: None,
        explanation: None, reserve: None
    },
    decisions Decisions::Execute { decision: DecisionNo(1) },
    decisions Decisions::Amend { decision: DecisionNo(1), version: 1, title: None, effect: None },
    decisions Decisions::Withdraw { decision: DecisionNo(1) },
    decisions Decisions::Close { decision: DecisionNo(1) },
    decisions Decisions::Object { decision: DecisionNo(1), reason: phrase(), replaces: None },
    decisions Decisions::Proxy { decision: DecisionNo(1), to: None },
    fund Fund::Indicate {
        of: "GBR".parse().unwrap(), standing: fund::Standing::Announced, amount: None, source: phrase()
    },
    fund Fund::Pledge { amount: None, condition: None, lapses: None },
    fund Fund::WithdrawPledge {},
    fund Fund::LodgeNote { encashments: Vec::new() },
    fund Fund::EmergencyCall { total: usd() },
    fund Fund::CountersignCall { emergency: EmergencyNo(1) },
    fund Fund::SignAgreement { paid_in: usd(), callable: usd(), instalments: None },
    fund Fund::EnterLine {
        purpose: fund::Purpose::Receipt { from: "GBR".parse().unwrap() },
        amount: usd(),
        value_date: Day(0),
        reference: "a sample".parse().unwrap()
    },
    fund Fund::CountersignLine { line: LineNo(1) },
    fund Fund::SealPeriod { until: Day(0) },
    fund Fund::CountersignSeal { seal: SealNo(1) },
    fund Fund::IdentifyLine { line: LineNo(1), from: "GBR".parse().unwrap() },
    fund Fund::TakeBackLine { line: LineNo(1) },
    fund Fund::EnterRate {
        rate: rate(), day: Day(0), kind: fund::RateKind::Closing, source: phrase()
    },
    fund Fund::CountersignRate { rate: RateNo(1) },
    fund Fund::Revalue { day: Day(0) },
    cases Cases::Request {
        purpose: phrase(), payee: phrase(), tranches: vec![cases::Terms { amount: usd(), condition: phrase(), ahead: None }],
        kind: None
    },
    cases Cases::SignAgreement { case: CaseNo(1) },
    cases Cases::ReportUse { case: CaseNo(1), amount: usd(), what: phrase(), replaces: None },
    cases Cases::AttestUse { case: CaseNo(1), report: ReportNo(1) },
    cases Cases::Elsewhere { case: CaseNo(1), declared: None, replaces: None, source: None },
    cases Cases::Attest { case: CaseNo(1), tranche: TrancheNo(1) },
    cases Cases::Instruct { case: CaseNo(1), tranche: TrancheNo(1) },
    cases Cases::Countersign { payment: PaymentNo(1) },
    cases Cases::Close { case: CaseNo(1) },
    cases Cases::Claim { case: CaseNo(1), amount: usd(), evidence: phrase() },
    audit Audit::OpenFinding {
        subject: audit::Subject::Line(LineNo(1)), severity: audit::Severity::Finding, text: phrase()
    },
    audit Audit::Answer { finding: FindingNo(1), text: phrase(), corrected_by: None },
    audit Audit::CloseFinding { finding: FindingNo(1) },
    audit Audit::GiveOpinion {
        until: Day(0), kind: audit::OpinionKind::Unmodified, replaces: None, basis: None, document: None
    },
    frameworks Frameworks::RecordArrangement { with: Vec::new(), members: Vec::new(), view: view() },
    frameworks Frameworks::ReviseArrangement { arrangement: ArrangementNo(1), version: 1, view: view() },
    frameworks Frameworks::ReviewArrangement {
        arrangement: ArrangementNo(1), outcome: frameworks::Outcome::Keep, on: Day(0), next: Day(1)
    },
    frameworks Frameworks::GiveNotice { arrangement: ArrangementNo(1), by: "USA".parse().unwrap(), given: Day(0) },
    frameworks Frameworks::TakeNoticeBack { arrangement: ArrangementNo(1) },
    frameworks Frameworks::EndArrangement { arrangement: ArrangementNo(1) },
    frameworks Frameworks::Depends {
        on: ArrangementNo(1), what: frameworks::Resting::Line(LiaisonLineNo(1)), audience: Audience::Members, source: None
    },
    frameworks Frameworks::NoLongerDepends { dependency: DependencyNo(1) },
    frameworks Frameworks::Question {
        arrangement: ArrangementNo(1), by: "USA".parse().unwrap(), source: phrase(), audience: Audience::Members
    },
    frameworks Frameworks::Notice {
        title: Wording::new(Some(phrase()), None).unwrap(), parties: Vec::new(), form: frameworks::Form::Treaty,
        partnership: PartnershipId([7; 32]), status: frameworks::Status::Proposed, audience: Audience::Members, text: None
    },
    frameworks Frameworks::Confirm { framework: FrameworkNo(1), version: 1 },
    frameworks Frameworks::WithdrawNotice { framework: FrameworkNo(1) },
    frameworks Frameworks::Update { framework: FrameworkNo(1), version: 1, status: frameworks::Status::Signed },
    consultations Consultations::Call {
        threatened: vec!["CAN".parse().unwrap()], subject: wording(), audience: Audience::Public, paper: None
    },
    consultations Consultations::Acknowledge { consultation: ConsultationNo(1) },
    consultations Consultations::Close { consultation: ConsultationNo(1) },
    consultations Consultations::Convene {
        consultation: ConsultationNo(1), opens: Moment(1), closes: None, agenda: None, document: None
    },
    consultations Consultations::Attend { session: SessionNo(1) },
    consultations Consultations::GiveMinutes { session: SessionNo(1), audience: Audience::Members, en: None, fr: None },
    consultations Consultations::State {
        consultation: ConsultationNo(1), text: wording(), audience: Audience::Members, about: None, document: None
    },
    consultations Consultations::TableText {
        consultation: ConsultationNo(1), outcome: consultations::Outcome::Statement, wording: wording(),
        audience: Audience::Members, silence: None, document: None
    },
    consultations Consultations::BreakSilence { text: TextNo(1), reason: phrase() },
    consultations Consultations::Support { text: TextNo(1) },
    consultations Consultations::Dissociate { text: TextNo(1), reason: phrase() },
    consultations Consultations::Conclude { text: TextNo(1) },
    consultations Consultations::NameDecision { text: TextNo(1), decision: DecisionNo(1) },
    consultations Consultations::Link {
        body: phrase(), status: consultations::ProceedingStatus::Called, source: phrase(),
        audience: Audience::Members, consultation: None, on: None
    },
    cases Cases::Need {
        case: CaseNo(1), what: phrase(), quantity: 1, unit: phrase(), until: Day(0)
    },
    cases Cases::Offer { need: NeedNo(1), quantity: 1, lent: true, value: None },
    cases Cases::WithdrawOffer { offer: OfferNo(1) },
    cases Cases::Match { offer: OfferNo(1), quantity: 1 },
    cases Cases::Deliver { offer: OfferNo(1) },
    cases Cases::AcceptDelivery { offer: OfferNo(1), quantity: 1 },
    cases Cases::Return { offer: OfferNo(1) },
    continuity Continuity::Record { recorded: line() },
    continuity Continuity::Confirm { line: LINE, state: continuity::LineState::Working, note: None, reported_of: None },
    continuity Continuity::Test { line: LINE, result: continuity::TestResult::Passed, on: None },
    continuity Continuity::Outage { line: LINE, began: Moment(0), cause: None, reported_of: None },
    continuity Continuity::Restored { line: LINE, at: Moment(0), reported_of: None },
    continuity Continuity::StartFallBack { line: LINE },
    continuity Continuity::Close { line: LINE, reason: wording(), reported_of: None },
    positions Positions::Sound {
        on: wording(), leaning: positions::Leaning::Open, audience: Audience::Members, reported_of: None, replaces: None
    },
    positions Positions::Explain {
        on: positions::Subject::Words(wording()), audience: Audience::Members, text: None, document: None
    },
    positions Positions::Report {
        of: "XUS".parse().unwrap(), office: phrase(), on: wording(), tone: positions::Tone::Neutral, source: phrase(),
        audience: Audience::Members
    },
    positions Positions::RecordGrouping {
        name: wording(), states: Vec::new(), source: phrase(), audience: Audience::Members
    },
    positions Positions::ReviseGrouping { grouping: GroupingNo(1), version: 1, states: Vec::new(), source: phrase() },
    positions Positions::Announce {
        to: Vec::new(), subject: wording(), document: DocumentHash([7; 32]), release: Moment(0), audience: Audience::Members
    },
    positions Positions::Acknowledge { briefing: BriefingNo(1) },
    capabilities Capabilities::Declare { thing: thing() },
    capabilities Capabilities::Withdraw { name: "airframes".parse().unwrap() },
}
