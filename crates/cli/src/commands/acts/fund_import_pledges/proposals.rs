//! What each row of a table would put on record, or what is wrong with it.

use quorate_charter::{Charter, MemberCode};
use quorate_ledger::Money;
use quorate_partnership::fund::{self, Condition, Standing};
use quorate_partnership::{Command, Post};

use super::super::amounts::{amount_in, currency, phrase};
use super::super::fund_pledge::share;
use super::super::moments::day;
use super::said;
use crate::failure::Failure;
use crate::pledge_table::{Cells, PledgeTable, Row};
use crate::session::Session;

/// A row, and the command that it comes to.
pub(super) struct Proposal {
    /// The row's number in the file.
    pub(super) row: usize,
    /// Its member, kind and amount, as the file has them.
    pub(super) said: [String; 3],
    pub(super) command: Result<Command, Wrong>,
}

/// What is wrong with a row: in which column, if in one; what; and what is expected.
#[derive(Clone)]
pub(super) struct Wrong {
    pub(super) column: &'static str,
    pub(super) what: String,
    pub(super) help: String,
}

impl Wrong {
    fn new(column: &'static str, what: impl Into<String>, help: impl Into<String>) -> Wrong {
        Wrong { column, what: what.into(), help: help.into() }
    }
}

/// The same words as for what is typed.
fn wrong(column: &'static str) -> impl Fn(Failure) -> Wrong {
    move |failure| match failure {
        Failure::Usage { what, help } => Wrong::new(column, what, help),
        other => Wrong::new(column, other.to_string(), ""),
    }
}

/// Every row, in its order.
pub(super) fn proposals(table: &PledgeTable, session: &Session, post: Post) -> Vec<Proposal> {
    let charter = session.node().records().charter();
    let mut proposals: Vec<Proposal> = table.rows.iter().map(|row| proposal(row, charter, post)).collect();
    let of = |(row, proposal): (&Row, &Proposal)| Said {
        row: row.number,
        place: match (&proposal.command, &row.cells) {
            (Ok(command), _) => Some(place(command)),
            (Err(_), Ok(cells)) => meant(cells, charter, post),
            (Err(_), Err(_)) => None,
        },
        command: proposal.command.as_ref().ok().cloned(),
    };
    let said: Vec<Said> = table.rows.iter().zip(&proposals).map(of).collect();
    for (at, proposal) in proposals.iter_mut().enumerate() {
        if let Some(wrong) = repeated(&said, at) {
            proposal.command = Err(wrong);
        }
    }
    proposals
}

/// What a row says, where it would stand, if that can be told, and the command, if it can be read.
struct Said {
    row: usize,
    place: Option<Place>,
    command: Option<Command>,
}

/// What is put on record stands there once: a member's indication, or, without a member, the pledge of one's own.
type Place = Option<MemberCode>;

/// Whether another row says the same, or something else where there is room for one.
fn repeated(said: &[Said], at: usize) -> Option<Wrong> {
    let here = said.get(at)?;
    let command = here.command.as_ref()?;
    let others = said.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, other)| other);
    let mut others = others.filter(|other| other.place == here.place);
    if let Some(other) = others.clone().find(|other| other.command.as_ref() != Some(command)) {
        let row = other.row;
        let (what, help) = match other.command {
            Some(_) => ("says something else of the same member", "leave one of them"),
            None => ("is on the same member too, and cannot be read", "put it right or leave it out"),
        };
        return Some(Wrong::new("", format!("row {row} {what}"), format!("{help}: neither is entered")));
    }
    let other = others.find(|other| other.row < here.row)?;
    Some(Wrong::new("", format!("it says the same as row {}", other.row), "leave it out"))
}

fn place(command: &Command) -> Place {
    match command {
        Command::Fund(fund::Command::Indicate(indicate)) => Some(indicate.of),
        _ => None,
    }
}

/// Where a row that cannot be read would stand: a pledge that is another's stands nowhere.
fn meant(cells: &Cells, charter: &Charter, post: Post) -> Option<Place> {
    let of = member(&cells.member, charter).ok()?;
    match cells.kind.eq_ignore_ascii_case("pledge") {
        true => Some(None).filter(|_| of == post.member),
        false => Some(Some(of)),
    }
}

fn proposal(row: &Row, charter: &Charter, post: Post) -> Proposal {
    let (said, command) = match &row.cells {
        Ok(cells) => (said(cells), command(cells, charter, post)),
        Err(why) => {
            let help = "quote cells with the character that parts them, and write amounts with a point";
            (Default::default(), Err(Wrong::new("", why.clone(), help)))
        }
    };
    Proposal { row: row.number, said, command }
}

fn command(cells: &Cells, charter: &Charter, post: Post) -> Result<Command, Wrong> {
    let of = member(&cells.member, charter)?;
    let amount = amount(cells, charter)?;
    let standing = match cells.kind.to_ascii_lowercase().as_str() {
        "announced" => Standing::Announced,
        "expected" => Standing::Expected,
        "pledge" if of == post.member => return pledge(cells, amount),
        "pledge" => {
            let help = format!("write `announced`, or let {of} give it");
            return Err(Wrong::new("kind", format!("{post} cannot pledge for {of}"), help));
        }
        other => {
            let what = format!("`{}` is no kind", other.escape_debug());
            return Err(Wrong::new("kind", what, "write `announced`, `expected` or `pledge`"));
        }
    };
    for (column, cell) in
        [("condition", &cells.condition), ("matching", &cells.matching), ("lapses", &cells.lapses)]
    {
        if !cell.is_empty() {
            let help = "leave it empty, or let the member pledge";
            return Err(Wrong::new(column, "only a pledge has it", help));
        }
    }
    if cells.source.is_empty() {
        return Err(Wrong::new("source", "it is empty", "say where it is known from"));
    }
    let source = phrase(&cells.source).map_err(wrong("source"))?;
    Ok(fund::Command::Indicate(fund::Indicate { of, standing, amount, source }).into())
}

fn pledge(cells: &Cells, amount: Option<Money>) -> Result<Command, Wrong> {
    let condition = match (cells.condition.as_str(), cells.matching.as_str()) {
        ("", "") => None,
        (words, "") => Some(Condition::Words(phrase(words).map_err(wrong("condition"))?)),
        ("", typed) => Some(Condition::Matching(share(typed).map_err(wrong("matching"))?)),
        _ => {
            let what = "a pledge depends on words or on what others give, not on both";
            return Err(Wrong::new("matching", what, "leave one of the two empty"));
        }
    };
    let lapses = match cells.lapses.as_str() {
        "" => None,
        typed => {
            let date = typed.parse().map_err(|_| {
                Wrong::new(
                    "lapses",
                    format!("`{}` is not a day", typed.escape_debug()),
                    "write it as 2027-12-31",
                )
            })?;
            Some(day(date).map_err(wrong("lapses"))?)
        }
    };
    Ok(fund::Command::Pledge(fund::Pledge { amount, condition, lapses }).into())
}

/// An amount that is not said is unknown.
fn amount(cells: &Cells, charter: &Charter) -> Result<Option<Money>, Wrong> {
    if cells.amount.is_empty() || cells.amount.eq_ignore_ascii_case("unknown") {
        return Ok(None);
    }
    let currency = match cells.currency.as_str() {
        "" => charter.fund().currency(),
        code => currency(code).map_err(wrong("currency"))?,
    };
    amount_in(currency, &cells.amount).map(Some).map_err(wrong("amount"))
}

/// A State by its code, or a member by its name in the charter.
fn member(cell: &str, charter: &Charter) -> Result<MemberCode, Wrong> {
    let named = |name: &str| name.eq_ignore_ascii_case(cell);
    let found = charter.members().find(|(_, member)| named(&member.name().en) || named(&member.name().fr));
    match (found, cell.parse()) {
        (Some((code, _)), _) | (None, Ok(code)) => Ok(code),
        (None, Err(_)) => {
            let members: Vec<String> = charter.members().map(|(code, _)| code.to_string()).collect();
            let what = format!("`{}` is neither a code nor the name of a member", cell.escape_debug());
            Err(Wrong::new("member", what, format!("the members are {}", members.join(", "))))
        }
    }
}
