//! Read a statement of the bank, and enter its lines.

mod matching;

use std::path::PathBuf;

use clap::Args;
use quorate_ledger::{Account, Money, Side};
use quorate_partnership::{Command, Post, fund};
use quorate_records::{Records, words};

use self::matching::{Known, Match};
use super::{Desk, Imports, Typed, known};
use crate::commands::files::read_text;
use crate::failure::Failure;
use crate::present::{Screen, columns};
use crate::session::{Session, nonce};
use crate::statement::{self, Line, MAX_STATEMENT_BYTES, Statement};

#[derive(Args)]
#[command(about = "Read a statement of the bank, and enter its lines", long_about = include_str!("bank_import.md").trim_end())]
pub(crate) struct Import {
    /// The file: CSV, or camt.053.
    file: PathBuf,
    /// Enter all that can be entered.
    #[arg(long)]
    enter: bool,
}

impl Typed for Import {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        Err(Failure::usage("a statement is many commands", "stories enter each line: `bank enter`"))
    }

    fn imports(&self) -> Option<&dyn Imports> {
        Some(self)
    }
}

impl Imports for Import {
    fn run(&self, session: &mut Session, post: Option<Post>, screen: &mut Screen) -> Result<(), Failure> {
        Failure::without_fund(session.node().records().charter())?;
        let (name, text) = read_text(&self.file, MAX_STATEMENT_BYTES)?;
        let statement = statement::read(&text).map_err(|fault| {
            let what = format!("{name} is no statement that is read here: {}: {}", fault.at, fault.what);
            Failure::usage(
                what,
                "give CSV with the header of docs/formats.md, camt.053.001.02 or camt.053.001.08",
            )
        })?;
        drop(text);
        let today = session.node().next_moment().day();
        let matches = Known::of(session.node().records(), today).matched(&statement);
        tell(&statement, &matches, screen)?;
        let sound = balances(&statement, screen)?;
        if self.enter {
            if !sound {
                let help =
                    "ask the bank for the whole statement; a line can be entered by itself: `bank enter`";
                return Err(Failure::usage(
                    "the closing balance is not the opening balance and the lines",
                    help,
                ));
            }
            let help = "name the treasurer's post: `--as GBR/treasurer`";
            let post = post.ok_or_else(|| Failure::usage("as whom?", help))?;
            known(post, session.node().records())?;
            enter(session, post, matches, screen)?;
        }
        if let Some(closing) = statement.closing {
            screen.line(&compared(closing, session.node().records()))?;
        }
        Ok(())
    }
}

/// Each line with what it would be entered as, or why it would not.
fn tell(statement: &Statement, matches: &[Match], screen: &mut Screen) -> Result<(), Failure> {
    let row = |(line, found): (&Line, &Match)| {
        let amount = line.amount.map_or_else(|| "?".into(), |amount| amount.to_string());
        let day = line.value_date.map_or_else(|| "?".into(), words::day);
        let is = found.is.map_or_else(String::new, words::purpose);
        let becomes =
            found.enter.as_ref().map_or_else(|why| format!("refused: {why}"), |_| "can be entered".into());
        // A longer one is refused; as much as shows which it is.
        let reference = line.reference.escape_debug().take(fund::MAX_REFERENCE_BYTES.saturating_mul(2));
        vec![reference.collect(), day, amount, is, becomes]
    };
    let mut rows = vec![["Reference", "Value date", "Amount", "Taken for", ""].map(str::to_owned).to_vec()];
    rows.extend(statement.lines.iter().zip(matches).map(row));
    for line in columns(&rows) {
        screen.line(&line)?;
    }
    let fit = matches.iter().filter(|found| found.enter.is_ok()).count();
    screen.line(&format!("{} lines, of which {fit} can be entered", matches.len()))
}

/// Whether the lines lead from the opening to the closing balance; where a balance is missing, that is told.
fn balances(statement: &Statement, screen: &mut Screen) -> Result<bool, Failure> {
    match statement.adds_up() {
        Some((after, closing)) if after == closing => Ok(true),
        Some((after, closing)) => {
            let (after, closing) = (words::amount(after), words::amount(closing));
            screen.line(&format!(
                "refused: opening balance and lines come to {after}, and the closing balance is {closing}"
            ))?;
            Ok(false)
        }
        None if statement.opening.is_none() || statement.closing.is_none() => {
            screen
                .line("the statement does not say both balances: whether a line is missing cannot be told")?;
            Ok(true)
        }
        None => {
            screen.line("refused: an amount cannot be read, or is in another currency than the balances")?;
            Ok(false)
        }
    }
}

fn enter(session: &mut Session, post: Post, matches: Vec<Match>, screen: &mut Screen) -> Result<(), Failure> {
    let keys = session.keys().clone();
    let key = keys.get(post)?;
    let (mut entered, mut refused, mut last) = (0_usize, 0_usize, None);
    let unfit = matches.iter().filter(|found| found.enter.is_err()).count();
    for line in matches.into_iter().filter_map(|found| found.enter.ok()) {
        let given = session.give(&*key, post, fund::Command::EnterLine(line).into(), nonce()?)?;
        session.tell(screen, &given.booked)?;
        match given.refusal {
            None => entered = entered.saturating_add(1),
            Some(refusal) => {
                refused = refused.saturating_add(1);
                let told =
                    format!("refused by rule {}, article {}: {refusal}", refusal.rule(), refusal.article());
                screen.paragraph("   ", &told)?;
                last = Some(refusal);
            }
        }
    }
    let others = if unfit == 0 { String::new() } else { format!(", not given {unfit}") };
    let next = if entered == 0 { "" } else { "; a treasurer of another member countersigns" };
    screen.line(&format!("entered {entered}, refused {refused}{others}{next}"))?;
    match last {
        Some(refusal) if entered == 0 => Err(session.refused(&refusal)),
        _ => Ok(()),
    }
}

/// Whether the closing balance is the cash in the books as they are now.
fn compared(closing: Money, records: &Records) -> String {
    let book = fund::book::cash(records.charter());
    let account =
        Account::new(CASH, "").map(|account| records.books().balance(&book, &account).net(Side::Debit));
    let cash = account.ok().and_then(|minor| Money::new(minor, book.currency()).ok());
    let Some(cash) = cash else { return "the books have no cash account".into() };
    let (said, stands) = (words::amount(closing), words::amount(cash));
    match closing.checked_sub(cash) {
        Ok(nothing) if nothing.is_zero() => format!("closing balance {said}: equal to the cash in the books"),
        Ok(by) => {
            let by = words::amount(by);
            format!("closing balance {said}, cash in the books {stands}: differs by {by}")
        }
        Err(_) => format!("closing balance {said}, cash in the books {stands}: of two currencies"),
    }
}

/// The account of the bank's money in the chart of accounts.
const CASH: u16 = 100;
