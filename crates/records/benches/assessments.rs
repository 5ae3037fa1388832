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

use std::hint::black_box;
use std::time::Instant;

use quorate_charter::{Charter, MemberCode};
use quorate_ledger::{Currency, Money};
use quorate_partnership::frameworks::assessments::{
    Event as Assessed, Legal, Parliament, Particulars, Pathway, PathwayKind, Sort, Standard, Status,
};
use quorate_partnership::frameworks::procurement::{Event as Procured, Propose, Share};
use quorate_partnership::{
    AssessmentNo, Audience, Booked, CaseNo, Day, DocumentHash, Event, Founder, Genesis, Moment, Nature,
    ProcurementNo, PublicKey, Wording,
};
use quorate_records::{Records, Register};

const CHARTER: &str = include_str!("../../../stories/assessments.toml");
const KEYS: &str = include_str!("../tests/registers/keys.txt");
const MEMBERS: [&str; 4] = ["CAN", "DEU", "FRA", "GBR"];
const BEGINS: u64 = 1_767_225_600_000;
const TODAY: Day = Day(20_454);
const ENTRIES: u32 = 10_000;
const ROUNDS: usize = 101;
const LIMIT: f64 = 10.0;

fn main() {
    let mut records = begun();
    for number in 0..ENTRIES {
        for event in [legal(number), pathway(number), standard(number), procurement(number)] {
            records.hear(&booked(event));
        }
    }
    let registers = [
        Register::LegalAuthorities,
        Register::ProcurementPathways,
        Register::Interoperability,
        Register::Gaps,
        Register::JointProcurements,
    ];
    for register in registers {
        told(&format!("{register}, {ENTRIES} entries"), || {
            black_box(records.register(register));
        });
    }
    told("matrix of standards", || {
        black_box(records.matrix(Sort::Standard));
    });
}

/// The median of many rounds, against the limit.
fn told(what: &str, ask: impl Fn()) {
    let once = |_| {
        let started = Instant::now();
        ask();
        started.elapsed().as_secs_f64() * 1e3
    };
    let mut took: Vec<f64> = (0..ROUNDS).map(once).collect();
    took.sort_by(f64::total_cmp);
    println!(
        "{what}: {:.3} ms (to stay below: {LIMIT} ms), longest {:.3} ms",
        took[ROUNDS / 2],
        took[ROUNDS - 1]
    );
}

fn begun() -> Records {
    let key = |at: usize| -> PublicKey { KEYS.lines().nth(at).unwrap().parse().unwrap() };
    let founder = |(at, member): (usize, &&str)| Founder {
        member: member.parse().unwrap(),
        root: key(at),
        recovery: key(at + 4),
        node: key(at + 24),
    };
    let founders = (0..).zip(&MEMBERS).map(founder).collect();
    let genesis = Genesis::new(Nature::Rehearsal { rate: 0 }, Moment(BEGINS), CHARTER, founders).unwrap();
    Records::begin(&genesis, Charter::read(CHARTER).unwrap())
}

fn booked(event: Event) -> Booked {
    Booked { height: 1, at: Moment(BEGINS), fell_due: None, by: None, event }
}

/// Four members speak in turn, each about the same items.
fn of(number: u32) -> (MemberCode, u32) {
    (MEMBERS[number as usize % 4].parse().unwrap(), number / 4)
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
