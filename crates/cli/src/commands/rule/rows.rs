//! The cases of who is left out, in rows: those that say the same are one.

use quorate_charter::MemberCode;
use quorate_foresight::Standing;

use super::words::{blockers, few};

/// What holds in some cases alike.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Row {
    /// Who is left out, one in each case.
    pub(super) out: Vec<MemberCode>,
    pub(super) blockers: String,
    pub(super) blocking: String,
    pub(super) adopting: String,
}

/// More names than these are a number.
const NAMED: usize = 4;

impl Row {
    fn of(standing: &Standing) -> Row {
        Row {
            out: standing.out.into_iter().collect(),
            blockers: blockers(standing),
            blocking: few(&standing.blocking),
            adopting: few(&standing.adopting),
        }
    }

    fn says_the_same(&self, other: &Row) -> bool {
        (&self.blockers, &self.blocking, &self.adopting)
            == (&other.blockers, &other.blocking, &other.adopting)
    }

    /// Who is left out, in words; `of` is the number of members.
    pub(super) fn label(&self, of: usize) -> String {
        match self.out.len() {
            0 => "nobody".into(),
            some if some <= NAMED => super::words::codes(&self.out),
            some if some == of => "any one member".into(),
            some => format!("each of {some} others"),
        }
    }
}

/// The rows: nobody left out first, then those with names, then those that stand for many.
pub(super) fn rows(standings: &[Standing]) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for standing in standings {
        let row = Row::of(standing);
        let same = rows.iter_mut().find(|known| !known.out.is_empty() && known.says_the_same(&row));
        match same {
            Some(known) => known.out.extend(row.out),
            None => rows.push(row),
        }
    }
    rows.sort_by_key(|row| row.out.len() > NAMED);
    rows
}
