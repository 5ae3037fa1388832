//! How long the registers of assessments and joint procurements take with ten thousand entries in each. `just bench` runs it.
#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::float_arithmetic, reason = "a benchmark")]
#![allow(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::indexing_slicing,
    clippy::cast_precision_loss,
    reason = "a benchmark"
)]
#![allow(missing_docs, clippy::missing_panics_doc, reason = "a benchmark")]

mod begun;

use std::hint::black_box;

use quorate_charter::MemberCode;
use quorate_ledger::{Currency, Money};
use quorate_partnership::frameworks::assessments::{
    Event as Assessed, Legal, Parliament, Particulars, Pathway, PathwayKind, Sort, Standard, Status,
};
use quorate_partnership::frameworks::procurement::{Event as Procured, Propose, Share};
use quorate_partnership::{
    AssessmentNo, Audience, CaseNo, Day, DocumentHash, Event, Moment, ProcurementNo, Wording,
};
use quorate_records::{Records, Register};

use begun::{BEGINS, begun, booked, member, told};

const CHARTER: &str = include_str!("../../../stories/assessments.toml");
const TODAY: Day = Day(20_454);
const ENTRIES: u32 = 10_000;
const LIMIT: f64 = 10.0;

fn main() {
    let records = filled(ENTRIES);
    let registers = [
        Register::LegalAuthorities,
        Register::ProcurementPathways,
        Register::Interoperability,
        Register::JointProcurements,
    ];
    for register in registers {
        told(&format!("{register}, {ENTRIES} entries"), LIMIT, || {
            black_box(records.register(register));
        });
    }
    told("matrix of standards", LIMIT, || {
        black_box(records.matrix(Sort::Standard));
    });
    // It reads three registers.
    let records = filled(ENTRIES / 3);
    told(&format!("{}, {ENTRIES} entries in three registers", Register::Gaps), LIMIT, || {
        black_box(records.register(Register::Gaps));
    });
}

/// So many entries in each register.
fn filled(entries: u32) -> Records {
    let mut records = begun(CHARTER);
    for number in 0..entries {
        for event in [legal(number), pathway(number), standard(number), procurement(number)] {
            records.hear(&booked(0, event));
        }
    }
    records
}

/// Four members speak in turn, each about the same items.
fn of(number: u32) -> (MemberCode, u32) {
    (member(number), number / 4)
}

fn particulars() -> Particulars {
    Particulars {
        on: TODAY,
        review: Day(TODAY.0 + 300),
        status: Status::Current,
        audience: Audience::Members,
        wording: Wording::new("by licence of the minister".parse().ok(), "par licence".parse().ok()).unwrap(),
        evidence: Some(DocumentHash([7; 32])),
        replaces: None,
    }
}

fn legal(number: u32) -> Event {
    let (by, item) = of(number);
    let legal = Legal {
        item: format!("item-{item}").parse().unwrap(),
        basis: "Export Control Act, s. 1".parse().unwrap(),
        decides: "the Cabinet".parse().unwrap(),
        parliament: Parliament::Informed,
        days: number % 60,
        particulars: particulars(),
        limits: None,
        until: None,
    };
    Assessed::LegalGiven { assessment: AssessmentNo(number * 3 + 1), by, legal, ends: None }.into()
}

fn pathway(number: u32) -> Event {
    let (by, item) = of(number);
    let pathway = Pathway {
        kind: PathwayKind::LeadNation,
        item: format!("item-{item}").parse().unwrap(),
        days: number % 60,
        open: number.is_multiple_of(2),
        end_user: true,
        particulars: particulars(),
        eligibility: "members of the partnership".parse().ok(),
        from: None,
        to: None,
        exemption: None,
        consent: "XYZ".parse().ok(),
    };
    Assessed::PathwayGiven { assessment: AssessmentNo(number * 3 + 2), by, pathway, ends: None }.into()
}

fn standard(number: u32) -> Event {
    let (by, item) = of(number);
    let standard = Standard {
        standard: format!("STANAG {item}").parse().unwrap(),
        edition: format!("Ed. {}", number % 3).parse().unwrap(),
        particulars: particulars(),
        owner: None,
        ratified: Some(TODAY),
        implemented: Some(TODAY),
        tested: None,
        certified: number.is_multiple_of(2).then_some(TODAY),
        exercised: Some(TODAY),
        crypto: None,
        keys: "XYZ".parse().ok(),
        codes: None,
    };
    Assessed::StandardGiven { assessment: AssessmentNo(number * 3 + 3), by, standard, ends: None }.into()
}

fn procurement(number: u32) -> Event {
    let share = |member: &str, parts| Share { member: member.parse().unwrap(), parts };
    let text = Propose {
        title: "ten generators".parse().unwrap(),
        lead: "GBR".parse().unwrap(),
        pathway: PathwayKind::Joint,
        case: CaseNo(1),
        whole: 100,
        shares: vec![share("GBR", 60), share("FRA", 40)],
        total: Money::parse("1000.00", Currency::from_code("USD").unwrap()).unwrap(),
        sign_by: TODAY,
        audience: Audience::Members,
    };
    let (procurement, by) = (ProcurementNo(number + 1), "GBR".parse().unwrap());
    Procured::Proposed { procurement, by, text, until: Moment(BEGINS) }.into()
}
