//! Read a table of pledges, and put its rows on record.

mod proposals;
mod rehearsal;

use std::path::PathBuf;

use clap::Args;
use quorate_partnership::{Command, Post};
use quorate_records::words;

use self::proposals::{Proposal, Wrong, proposals};
use self::rehearsal::{Found, Rehearsal};
use super::{Desk, Imports, Typed, known};
use crate::commands::files::read_text;
use crate::failure::Failure;
use crate::pledge_table::{self, Cells, MAX_TABLE_BYTES, PledgeTable};
use crate::present::{Screen, columns, unbroken};
use crate::session::{Session, nonce};

#[derive(Args)]
#[command(about = "Read a table of pledges, and put its rows on record", long_about = include_str!("fund_import_pledges.md").trim_end())]
pub(crate) struct ImportPledges {
    /// The file: CSV with a header.
    file: PathBuf,
    /// Enter all that can be entered.
    #[arg(long)]
    enter: bool,
}

impl Typed for ImportPledges {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let help = "stories give each row: `fund indicate`, `fund pledge`";
        Err(Failure::usage("a table of pledges is many commands", help))
    }

    fn imports(&self) -> Option<&dyn Imports> {
        Some(self)
    }
}

/// What would become of a row.
enum Outcome {
    Found(Found),
    Wrong(Wrong),
}

impl Imports for ImportPledges {
    fn run(&self, session: &mut Session, post: Option<Post>, screen: &mut Screen) -> Result<(), Failure> {
        Failure::without_fund(session.node().records().charter())?;
        let (name, text) = read_text(&self.file, MAX_TABLE_BYTES)?;
        let table = pledge_table::read(&text).map_err(|fault| {
            let what = format!("{name} is no table of pledges: row {}: {}", fault.row, fault.what);
            Failure::usage(what, "give CSV with the columns `member`, `kind` and `amount` (docs/formats.md)")
        })?;
        let help = "a pledge is its member's own: name the post, `--as GBR/representative`";
        let post = post.ok_or_else(|| Failure::usage("as whom?", help))?;
        known(post, session.node().records())?;
        let mut rehearsal = Rehearsal::of(session, post);
        let proposals = proposals(&table, session, post);
        let outcome = |proposal: &Proposal| match &proposal.command {
            Ok(command) => Outcome::Found(rehearsal.finds(command)),
            Err(wrong) => Outcome::Wrong(wrong.clone()),
        };
        let outcomes: Vec<Outcome> = proposals.iter().map(outcome).collect();
        tell(&table, &proposals, &outcomes, screen)?;
        accredited(session, post, screen)?;
        if self.enter { enter(session, post, proposals, &outcomes, screen) } else { Ok(()) }
    }
}

/// A row each, what is wrong under them, and how many there are of which.
fn tell(
    table: &PledgeTable,
    proposals: &[Proposal],
    outcomes: &[Outcome],
    screen: &mut Screen,
) -> Result<(), Failure> {
    let mut rows = vec![["Row", "Member", "Kind", "Amount", ""].map(str::to_owned).to_vec()];
    let mut reasons = Vec::new();
    let mut counts = [0_usize; 4];
    for (proposal, outcome) in proposals.iter().zip(outcomes) {
        let row = proposal.row;
        let (count, becomes) = match outcome {
            Outcome::Found(Found::New { before: None }) => (0, "can be entered".to_owned()),
            Outcome::Found(Found::New { before: Some(before) }) => {
                (0, format!("can be entered, in the place of {before}"))
            }
            Outcome::Found(Found::Same) => (1, "on record already".into()),
            Outcome::Found(Found::Refused(refusal)) => {
                let (rule, article) = (refusal.rule(), refusal.article());
                let remedy = refusal.remedy();
                reasons.push(format!("row {row}: rule {rule}, article {article}: {refusal}; {remedy}"));
                (2, format!("refused by rule {rule}, article {article}"))
            }
            Outcome::Found(Found::NotTaken(why)) => {
                reasons.push(format!("row {row}: {why}; give the rest of the table tomorrow"));
                (2, "not taken".into())
            }
            Outcome::Wrong(Wrong { column, what, help }) => {
                let place = if column.is_empty() { String::new() } else { format!(", column `{column}`") };
                let help = if help.is_empty() { String::new() } else { format!("; {help}") };
                reasons.push(format!("row {row}{place}: {what}{help}"));
                (3, "error".into())
            }
        };
        if let Some(count) = counts.get_mut(count) {
            *count = count.saturating_add(1);
        }
        let [member, kind, amount] = proposal.said.clone();
        rows.push(vec![row.to_string(), member, kind, unbroken(&amount), becomes]);
    }
    for line in columns(&rows) {
        screen.line(&line)?;
    }
    for reason in &reasons {
        screen.item(reason)?;
    }
    unread(&table.unread, screen)?;
    let [new, same, refused, wrong] = counts;
    let all = outcomes.len();
    screen.line(&format!(
        "{all} rows: {new} can be entered, {same} on record already, {refused} refused, {wrong} with errors"
    ))
}

/// The headings of columns that are not read, as many as are shown.
fn unread(headings: &[String], screen: &mut Screen) -> Result<(), Failure> {
    if headings.is_empty() {
        return Ok(());
    }
    let mut named: Vec<String> = headings.iter().take(MAX_HEADINGS).map(|cell| shown(cell)).collect();
    let more = headings.len().saturating_sub(named.len());
    if more > 0 {
        named.push(format!("and {more} more"));
    }
    screen.paragraph("", &format!("columns that are not read: {}", named.join(", ")))
}

/// The rehearsal presumes that the post is held: where the key that is here does not hold it, that is told.
fn accredited(session: &Session, post: Post, screen: &mut Screen) -> Result<(), Failure> {
    let now = session.node().next_moment();
    match session.keys().public(post) {
        Ok(key) if !session.node().partnership().members().holds(post, &key, now) => {
            let at = words::minute(now);
            screen.paragraph(
                "",
                &format!("the key of {post} that is here is not accredited at {at}: it could enter nothing"),
            )
        }
        _ => Ok(()),
    }
}

fn enter(
    session: &mut Session,
    post: Post,
    proposals: Vec<Proposal>,
    outcomes: &[Outcome],
    screen: &mut Screen,
) -> Result<(), Failure> {
    let keys = session.keys().clone();
    let key = keys.get(post)?;
    let (mut entered, mut left, mut last) = (0_usize, 0_usize, None);
    for (proposal, outcome) in proposals.into_iter().zip(outcomes) {
        let command = match (proposal.command, outcome) {
            (Ok(command), Outcome::Found(Found::New { .. })) => command,
            (_, Outcome::Found(Found::Same)) => continue,
            _ => {
                left = left.saturating_add(1);
                continue;
            }
        };
        let given = session.give(&*key, post, command, nonce()?)?;
        session.tell(screen, &given.booked)?;
        match given.refusal {
            None => entered = entered.saturating_add(1),
            Some(refusal) => {
                left = left.saturating_add(1);
                last = Some(refusal);
            }
        }
    }
    screen.line(&format!("entered {entered}, not entered {left}"))?;
    match last {
        Some(refusal) if entered == 0 => Err(session.refused(&refusal)),
        _ => Ok(()),
    }
}

/// The cells by which a row is known, as they stand in the file.
fn said(cells: &Cells) -> [String; 3] {
    let amount = if cells.amount.is_empty() { "unknown" } else { &cells.amount };
    [&cells.member, &cells.kind, amount].map(shown)
}

/// What a file says, as far as a line holds it, and nothing that moves a terminal.
fn shown(cell: &str) -> String {
    cell.escape_debug().take(SHOWN).collect()
}

/// The most characters of a cell that are shown.
const SHOWN: usize = 40;
/// The most headings that are shown.
const MAX_HEADINGS: usize = 20;
