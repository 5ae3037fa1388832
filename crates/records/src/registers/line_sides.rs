//! The sides of open lines, and what each has confirmed last. Read from the register of lines.

use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::MemberCode;
use quorate_partnership::{Audience, LiaisonLineNo};

use super::column;
use crate::continuity::Known;
use crate::table::{Cell, Column, Table};

const COLUMNS: &[Column] = &[
    column("line", "Line"),
    column("side", "Side"),
    column("state", "State"),
    column("last_confirmed", "Last confirmed"),
    column("reported_by", "As reported by"),
    column("stands_until", "Stands until"),
    column("out_since", "In outage since"),
    column("standing", "Standing"),
    column("audience", "Audience"),
];

/// One side of a line.
pub(super) struct Side {
    pub(super) line: LiaisonLineNo,
    pub(super) side: MemberCode,
    pub(super) known: Known,
    pub(super) audience: Audience,
}

pub(super) fn table(sides: impl Iterator<Item = Side>) -> Table {
    Table { name: "line-sides", columns: COLUMNS, rows: sides.map(|side| cells(&side)).collect() }
}

fn cells(side: &Side) -> Vec<Cell> {
    let known = side.known;
    let standing = match (known.state, known.last) {
        (Some(_), _) => "confirmed",
        (None, Some(_)) => "silent",
        (None, None) => "never confirmed",
    };
    vec![
        Cell::Number(u64::from(side.line.0)),
        Cell::text(side.side.as_str()),
        Cell::text(known.state.map_or("not known", |state| state.name())),
        known.last.map_or(Cell::Empty, Cell::At),
        Cell::shown(known.reported_by),
        known.stands_until.map_or(Cell::Empty, Cell::At),
        known.out_since.map_or(Cell::Empty, Cell::At),
        Cell::text(standing),
        Cell::text(side.audience.name()),
    ]
}
