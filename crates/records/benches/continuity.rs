//! How long the registers of lines take over ten thousand entries, and those of positions: every state and every share of
//! ninety days is worked out when it is read. `just bench` runs it.
#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::float_arithmetic, reason = "a benchmark")]
#![allow(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::indexing_slicing,
    reason = "a benchmark"
)]
#![allow(missing_docs, clippy::missing_panics_doc, reason = "a benchmark")]

use std::hint::black_box;
use std::time::Instant;

use quorate_charter::{Charter, MemberCode};
use quorate_partnership::continuity::{Event as Continuity, LineKind, LineState, Recorded, Said};
use quorate_partnership::positions::{Event as Positions, Leaning};
use quorate_partnership::{
    Audience, Booked, Event, Founder, Genesis, GroupingNo, LiaisonLineNo, Moment, Nature, PublicKey,
    SoundingNo, Wording,
};
use quorate_records::{Records, Register};

const CHARTER: &str = include_str!("../../../stories/continuity.toml");
const KEYS: &str = include_str!("../tests/registers/keys.txt");
const MEMBERS: [&str; 4] = ["CAN", "DEU", "FRA", "GBR"];
const BEGINS: u64 = 1_767_225_600_000;
const ENTRIES: u32 = 10_000;
const ROUNDS: usize = 101;
const LIMIT: f64 = 10.0;

fn main() {
    for (what, lines) in [("one line", 1), ("a hundred lines", 100), ("five thousand lines", 5_000)] {
        let mut records = begun();
        for number in 0..ENTRIES {
            records.hear(&of_lines(number, lines));
        }
        told(&format!("registers lines and line-sides, {ENTRIES} entries on {what}"), || {
            black_box(records.register(Register::Lines));
            black_box(records.register(Register::LineSides));
        });
    }
    let mut records = begun();
    for number in 0..ENTRIES {
        records.hear(&of_positions(number));
    }
    told(&format!("registers soundings, groupings and grouped-states, {ENTRIES} entries"), || {
        black_box(records.register(Register::Soundings));
        black_box(records.register(Register::Groupings));
        black_box(records.register(Register::GroupedStates));
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

fn member(number: u32) -> MemberCode {
    MEMBERS[number as usize % 4].parse().unwrap()
}

fn wording() -> Wording {
    Wording::new("a line between staffs".parse().ok(), None).unwrap()
}

fn booked(number: u32, event: Event) -> Booked {
    let at = Moment(BEGINS + u64::from(number) * 600_000);
    Booked { height: u64::from(number) + 1, at, fell_due: None, by: None, event }
}

/// First the lines, then their sides confirm them in turn.
fn of_lines(number: u32, lines: u32) -> Booked {
    let (by, other) = (member(number % lines), member(number % lines + 1));
    let event = if number < lines {
        let recorded = Recorded {
            kind: LineKind::Communication,
            title: wording(),
            sides: vec![by, other],
            audience: Audience::Members,
            fall_back: None,
            touched: None,
            test_every: None,
            follows: None,
        };
        Continuity::Recorded {
            line: LiaisonLineNo(number + 1),
            by,
            recorded,
            confirm_every: "7d".parse().unwrap(),
        }
    } else {
        let side = if (number / lines).is_multiple_of(2) { by } else { other };
        let said = Said { by: side, of: side };
        let state = if number.is_multiple_of(7) { LineState::Degraded } else { LineState::Working };
        Continuity::Confirmed { line: LiaisonLineNo(number % lines + 1), said, state, note: None }
    };
    booked(number, event.into())
}

/// Soundings, and every tenth a grouping of twenty States.
fn of_positions(number: u32) -> Booked {
    let (by, audience) = (member(number), Audience::Public);
    let event = if number.is_multiple_of(10) {
        let state = |letter: u32| format!("X{}{}", letters(number / 10 + letter), letters(letter));
        let mut states: Vec<MemberCode> = (0..20).map(|letter| state(letter).parse().unwrap()).collect();
        states.push(by);
        let (grouping, source) = (GroupingNo(number / 10 + 1), "its treaty".parse().unwrap());
        Positions::GroupingRecorded { grouping, by, name: wording(), states, source, audience }
    } else {
        let (sounding, leaning) = (SoundingNo(number - number / 10), Leaning::Open);
        Positions::Sounded { sounding, by, of: by, on: wording(), leaning, audience, replaces: None }
    };
    booked(number, event.into())
}

fn letters(number: u32) -> char {
    char::from(b'A' + u8::try_from(number % 26).unwrap())
}
