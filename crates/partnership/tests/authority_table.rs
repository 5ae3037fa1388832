//! Who may give which command: every command tried by every office, as one table.
//!
//! To accept a change of the table, run the test with `INSTA_UPDATE=always` and read the difference in review.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::unwrap_used,
    reason = "tests count small numbers, and stop where they cannot go on"
)]

use std::fmt::Write;

use ed25519_dalek::SigningKey;
use quorate_charter::{Charter, Office};
use quorate_ledger::{Currency, Money, Rate};
use quorate_partnership::{
    Audience, Authentic, BlockId, CaseNo, Command, CommandId, ConsultationNo, Day, DecisionNo, EmergencyNo,
    FindingNo, Founder, FrameworkNo, Genesis, LineNo, Moment, Nature, NeedNo, OfferNo, Partnership,
    PartnershipId, PaymentNo, Phrase, Post, PublicKey, RateNo, ReportNo, SealNo, TrancheNo, Wording, audit,
    cases, consultations, decisions, frameworks, fund, members, validate,
};

const BEGINS: Moment = Moment(1_767_225_600_000);
const LATER: Moment = Moment(1_767_225_600_001);

fn usd() -> Money {
    Money::parse("1.00", Currency::from_code("USD").unwrap()).unwrap()
}

fn rate() -> Rate {
    let currency = |code| Currency::from_code(code).unwrap();
    Rate::parse("1.0842", currency("EUR"), currency("USD")).unwrap()
}

fn phrase() -> Phrase {
    "a sample".parse().unwrap()
}

fn wording() -> Wording {
    Wording::new(Some(phrase()), None).unwrap()
}

macro_rules! samples {
    ($($room:ident $name:ident :: $variant:ident { $($field:ident : $value:expr),* },)*) => {
        /// One of each command.
        fn samples() -> Vec<Command> {
            vec![$(Command::$name($room::Command::$variant($room::$variant { $($field: $value),* }))),*]
        }

        /// Does not compile while a command is missing from the list.
        #[allow(dead_code, reason = "the compiler's reading of it is the test")]
        fn is_in_the_list(command: &Command) {
            match command {
                $(Command::$name($room::Command::$variant(_)) => {})*
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
    cases Cases::Need {
        case: CaseNo(1), what: phrase(), quantity: 1, unit: phrase(), until: Day(0)
    },
    cases Cases::Offer { need: NeedNo(1), quantity: 1, lent: true, value: None },
    cases Cases::WithdrawOffer { offer: OfferNo(1) },
    cases Cases::Match { offer: OfferNo(1), quantity: 1 },
    cases Cases::Deliver { offer: OfferNo(1) },
    cases Cases::AcceptDelivery { offer: OfferNo(1), quantity: 1 },
    cases Cases::Return { offer: OfferNo(1) },
}

fn rehearsal() -> Partnership {
    under(include_str!("../../../charters/partnership.toml"))
}

fn under(text: &str) -> Partnership {
    let charter = Charter::read(text).unwrap();
    let key = |seed: u8| PublicKey(SigningKey::from_bytes(&[seed; 32]).verifying_key().to_bytes());
    let founder = |(at, (member, _)): (u8, _)| Founder {
        member,
        root: key(at),
        recovery: key(at.saturating_add(100)),
        node: key(at.saturating_add(200)),
    };
    let founders = (0..).zip(charter.members()).map(founder).collect();
    let genesis = Genesis::new(Nature::Rehearsal { rate: 0 }, BEGINS, text, founders).unwrap();
    Partnership::begin(&genesis).unwrap()
}

/// `may`, unless the rule O1 refuses.
fn result(partnership: &Partnership, office: Office, command: &Command) -> &'static str {
    let post = Post { member: "CAN".parse().unwrap(), office };
    let presumed = Authentic::presumed(CommandId([1; 32]), post, LATER, command.clone());
    match validate(partnership, &presumed, LATER) {
        Err(refusal) if refusal.rule().to_string() == "O1" => "-",
        _ => "may",
    }
}

#[test]
fn o1_who_may_give_which_command() {
    let partnership = rehearsal();
    let mut table = format!("{:<26}", "");
    for office in Office::ALL {
        write!(table, "{:<16}", office.name()).unwrap();
    }
    for command in samples() {
        write!(table, "\n{:<26}", command.provision().name()).unwrap();
        for office in Office::ALL {
            write!(table, "{:<16}", result(&partnership, office, &command)).unwrap();
        }
    }
    let lines: Vec<&str> = table.lines().map(str::trim_end).collect();
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn every_command_has_a_name_of_its_own_and_somebody_may_give_it() {
    let samples = samples();
    let names: std::collections::BTreeSet<&str> =
        samples.iter().map(|command| command.provision().name()).collect();
    assert_eq!(names.len(), samples.len());
    for command in &samples {
        assert!(!command.provision().offices().is_empty(), "{}", command.provision().name());
    }
}

/// What a State that is no member may give, once it is admitted to ask for help.
const OF_A_BENEFICIARY: [&str; 11] = [
    "member accredit",
    "member revoke",
    "member replace-root",
    "case request",
    "case sign-agreement",
    "case report-use",
    "case claim",
    "case need",
    "case match",
    "case accept-delivery",
    "case close",
];

/// A rehearsal in which `XAA` is admitted, and the moment of the next block.
fn with_a_beneficiary() -> (Partnership, Moment) {
    const HOURS_240: u64 = 240 * 3_600_000;
    let mut partnership = under(include_str!("../../../stories/assistance.toml"));
    let key = |seed: u8| PublicKey(SigningKey::from_bytes(&[seed; 32]).verifying_key().to_bytes());
    let terms = members::AdmitBeneficiary {
        state: "XAA".parse().unwrap(),
        name_en: phrase(),
        name_fr: phrase(),
        root: key(90),
        recovery: key(91),
    };
    let effect = decisions::Effect::Members(members::Effect::AdmitBeneficiary(terms));
    let decision = DecisionNo(1);
    let in_favour = || decisions::Vote::plain(decision, decisions::Choice::InFavour, None);
    let mut commands: Vec<(&str, decisions::Command)> = vec![
        ("DEU", decisions::Command::Table(decisions::Table { title: phrase(), effect })),
        ("DEU", decisions::Command::Open(decisions::Open { decision })),
    ];
    let members = ["CAN", "DEU", "FRA", "GBR"];
    commands.extend(members.map(|member| (member, decisions::Command::Vote(in_favour()))));
    commands.push(("DEU", decisions::Command::Execute(decisions::Execute { decision })));
    let mut at = LATER;
    for (number, (member, command)) in (10..).zip(commands) {
        if matches!(command, decisions::Command::Execute(_)) {
            at = Moment(at.0 + HOURS_240);
            partnership.step_presumed(at, &[]).unwrap();
        }
        at = Moment(at.0 + 1);
        let post = Post { member: member.parse().unwrap(), office: Office::Representative };
        let until = Moment(at.0 + 1000);
        let presumed = Authentic::presumed(CommandId([number; 32]), post, until, command.into());
        let stepped = partnership.step_presumed(at, &[presumed]).unwrap();
        assert!(stepped.outcomes.iter().all(|outcome| outcome.refusal.is_none()));
    }
    (partnership, Moment(at.0 + 1))
}

#[test]
fn m32_a_beneficiary_that_is_no_member_gives_these_commands_and_no_other() {
    let (partnership, at) = with_a_beneficiary();
    let mut allowed = 0;
    for command in samples() {
        let name = command.provision().name();
        for office in command.provision().offices() {
            let post = Post { member: "XAA".parse().unwrap(), office: *office };
            let presumed = Authentic::presumed(CommandId([1; 32]), post, at, command.clone());
            let refused =
                validate(&partnership, &presumed, at).err().map(|refusal| refusal.rule().to_string());
            match name {
                // It says by itself who may give it: those who are invited.
                "member accede" => assert_eq!(refused.as_deref(), Some("M17")),
                name if OF_A_BENEFICIARY.contains(&name) => {
                    assert_ne!(refused.as_deref(), Some("M32"), "{name}");
                    allowed += 1;
                }
                name => assert_eq!(refused.as_deref(), Some("M32"), "{name}"),
            }
        }
    }
    assert!(allowed >= OF_A_BENEFICIARY.len());
}
