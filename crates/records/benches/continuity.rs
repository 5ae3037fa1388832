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

mod begun;

use std::hint::black_box;

use quorate_charter::MemberCode;
use quorate_partnership::continuity::{Event as Continuity, LineKind, LineState, Recorded, Said};
use quorate_partnership::positions::{Event as Positions, Leaning};
use quorate_partnership::{Audience, Booked, GroupingNo, LiaisonLineNo, SoundingNo};
use quorate_records::Register;

use begun::{begun, booked, member, told, wording};

const CHARTER: &str = include_str!("../../../stories/continuity.toml");
const ENTRIES: u32 = 10_000;
const LIMIT: f64 = 10.0;

fn main() {
    for (what, lines) in [("one line", 1), ("a hundred lines", 100), ("five thousand lines", 5_000)] {
        let mut records = begun(CHARTER);
        for number in 0..ENTRIES {
            records.hear(&of_lines(number, lines));
        }
        told(&format!("registers lines and line-sides, {ENTRIES} entries on {what}"), LIMIT, || {
            black_box(records.register(Register::Lines));
            black_box(records.register(Register::LineSides));
        });
    }
    let mut records = begun(CHARTER);
    for number in 0..ENTRIES {
        records.hear(&of_positions(number));
    }
    told(&format!("registers soundings, groupings and grouped-states, {ENTRIES} entries"), LIMIT, || {
        black_box(records.register(Register::Soundings));
        black_box(records.register(Register::Groupings));
        black_box(records.register(Register::GroupedStates));
    });
}

/// First the lines, then their sides confirm them in turn.
fn of_lines(number: u32, lines: u32) -> Booked {
    let (by, other) = (member(number % lines), member(number % lines + 1));
    let event = if number < lines {
        let recorded = Recorded {
            kind: LineKind::Communication,
            title: wording("a line between staffs"),
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
    booked(number, event)
}

/// Soundings, and every tenth a grouping of twenty States.
fn of_positions(number: u32) -> Booked {
    let (by, audience) = (member(number), Audience::Public);
    let event = if number.is_multiple_of(10) {
        let state = |letter: u32| format!("X{}{}", letters(number / 10 + letter), letters(letter));
        let mut states: Vec<MemberCode> = (0..20).map(|letter| state(letter).parse().unwrap()).collect();
        states.push(by);
        let (grouping, source) = (GroupingNo(number / 10 + 1), "its treaty".parse().unwrap());
        Positions::GroupingRecorded {
            grouping,
            by,
            name: wording("a line between staffs"),
            states,
            source,
            audience,
        }
    } else {
        let (sounding, leaning) = (SoundingNo(number - number / 10), Leaning::Open);
        Positions::Sounded {
            sounding,
            by,
            of: by,
            on: wording("a line between staffs"),
            leaning,
            audience,
            replaces: None,
        }
    };
    booked(number, event)
}

fn letters(number: u32) -> char {
    char::from(b'A' + u8::try_from(number % 26).unwrap())
}
