//! How long a register takes at ten thousand entries: it is arranged while it is heard, so that asking is copying.
//! `just bench` runs it.
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
use quorate_partnership::{
    Audience, Booked, ConsultationNo, Event, Founder, FrameworkNo, Genesis, Moment, Nature, PartnershipId,
    Phrase, PublicKey, Wording, consultations, frameworks,
};
use quorate_records::{Records, Register};

const CHARTER: &str = include_str!("../../../charters/partnership.toml");
const KEYS: &str = include_str!("../tests/registers/keys.txt");
const MEMBERS: [&str; 4] = ["CAN", "DEU", "FRA", "GBR"];
const BEGINS: u64 = 1_767_225_600_000;
const ENTRIES: u32 = 10_000;
const ROUNDS: usize = 51;
const LIMIT: f64 = 10.0;

/// An entry by its number, from 1, and the registers in which it is a row.
type Kind = (fn(u32) -> Vec<Event>, &'static [Register]);

fn main() {
    let kinds: [Kind; 2] = [
        (called, &[Register::Consultations, Register::Acknowledgements]),
        (noticed, &[Register::Frameworks]),
    ];
    for (entry, registers) in kinds {
        let mut records = begun();
        for number in 1..=ENTRIES {
            for event in entry(number) {
                let at = Moment(BEGINS + u64::from(number) * 60_000);
                records.hear(&Booked { height: u64::from(number), at, fell_due: None, by: None, event });
            }
        }
        for register in registers {
            told(*register, &records);
        }
    }
}

/// The median of many rounds, against the limit.
fn told(register: Register, records: &Records) {
    let once = |_| {
        let started = Instant::now();
        black_box(records.register(register));
        started.elapsed().as_secs_f64() * 1e3
    };
    let mut took: Vec<f64> = (0..ROUNDS).map(once).collect();
    took.sort_by(f64::total_cmp);
    println!(
        "register {register}, {} rows of {ENTRIES} entries: {:.3} ms (to stay below: {LIMIT} ms), longest {:.3} ms",
        records.register(register).rows.len(),
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

fn member(number: u32) -> MemberCode {
    MEMBERS[number as usize % 4].parse().unwrap()
}

fn others(number: u32) -> Vec<MemberCode> {
    let by = member(number);
    MEMBERS.iter().map(|code| code.parse().unwrap()).filter(|other| *other != by).collect()
}

fn wording(text: &str) -> Wording {
    let phrase: Phrase = text.parse().unwrap();
    Wording::new(Some(phrase.clone()), Some(phrase)).unwrap()
}

fn called(number: u32) -> Vec<Event> {
    let consultation = ConsultationNo(number);
    let called = consultations::Event::Called {
        consultation,
        by: member(number),
        threatened: vec![member(number)],
        subject: wording("Troops at the border"),
        audience: Audience::Public,
        paper: None,
        asked: others(number),
        first_session_by: Moment(BEGINS + u64::from(number) * 60_000 + 86_400_000),
    };
    let acknowledged = consultations::Event::Acknowledged { consultation, member: member(number + 1) };
    vec![Event::Consultations(called), Event::Consultations(acknowledged)]
}

fn noticed(number: u32) -> Vec<Event> {
    let (framework, by) = (FrameworkNo(number), member(number));
    let mut parties = vec![by, member(number + 1)];
    parties.sort_unstable();
    let notice = frameworks::Notice {
        title: wording("Bilateral coordination"),
        parties,
        form: frameworks::Form::Treaty,
        partnership: PartnershipId([7; 32]),
        text: None,
        audience: Audience::Members,
        status: frameworks::Status::Proposed,
    };
    vec![Event::Frameworks(frameworks::Event::Noticed { framework, by, notice })]
}
