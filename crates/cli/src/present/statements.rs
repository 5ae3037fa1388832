//! The accounts of a period as text.

use quorate_ledger::Money;
use quorate_records::{Records, StatementLine, Statements, words};

/// The widest label and list of codes that stand in one line with their figures.
const LABEL: usize = 48;
const CODES: usize = 16;
const FIGURE: usize = 24;

/// Statement under statement, the figures in two columns.
pub(crate) fn statements(records: &Records, accounts: &Statements) -> String {
    let ((from, to), (prior_from, prior_to)) = (accounts.period, accounts.prior);
    let currency = records.charter().fund().currency().code();
    let mut text = format!("Accounts from {} to {}, in {currency}\n", words::day(from), words::day(to));
    text.push_str(&format!("Beside them: {} to {}\n", words::day(prior_from), words::day(prior_to)));
    let mut statement = "";
    for line in &accounts.lines {
        if line.statement != statement {
            statement = line.statement;
            text.push_str(&format!("\n{}\n", capital(statement)));
        }
        text.push_str(&shown(line));
        text.push('\n');
    }
    text
}

fn shown(line: &StatementLine) -> String {
    let mark = if line.is_total { "= " } else { "  " };
    if !line.note.is_empty() {
        return format!("  {mark}{:<30}{}", line.line, line.note);
    }
    let figure = |amount: Option<Money>| amount.map_or_else(String::new, words::grouped);
    let codes = line.accounts();
    let codes = if codes.len() > CODES { several(&line.codes) } else { codes };
    let (first, rest) = wrapped(&line.line);
    let mut text = format!(
        "  {mark}{first:<LABEL$}{codes:<CODES$}{:>FIGURE$}{:>FIGURE$}",
        figure(line.current),
        figure(line.prior)
    );
    for more in rest {
        text.push_str(&format!("\n      {more}"));
    }
    text
}

/// A label in pieces that leave a space before the codes; the words of the first stand beside the figures.
fn wrapped(label: &str) -> (String, Vec<String>) {
    let mut lines = vec![String::new()];
    for word in label.split(' ') {
        match lines.last_mut() {
            Some(line) if line.is_empty() => line.push_str(word),
            Some(line) if line.len().saturating_add(word.len()) < LABEL.saturating_sub(4) => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.into()),
        }
    }
    let rest = lines.split_off(1);
    (lines.concat(), rest)
}

/// The first and the last of many codes; JSON and CSV give them all.
fn several(codes: &[u16]) -> String {
    match (codes.first(), codes.last()) {
        (Some(first), Some(last)) => format!("{first} ... {last}"),
        _ => String::new(),
    }
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    let first: String = letters.next().map(|c| c.to_uppercase().collect()).unwrap_or_default();
    first + letters.as_str()
}
