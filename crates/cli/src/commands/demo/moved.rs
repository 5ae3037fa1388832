//! Chapter 4: the books.

use quorate_records::{Cell, Records, Register};

use crate::failure::Failure;
use crate::present::Screen;

pub(super) fn tell(records: &Records, screen: &mut Screen) -> Result<(), Failure> {
    let balanced = if records.books().is_balanced() { "balanced" } else { "NOT BALANCED" };
    let table = records.register(Register::Accounts);
    let entries =
        records.register(Register::Journal).rows.iter().filter_map(|row| row.first().cloned()).next_back();
    let entries = entries.map(|cell| cell.plain()).unwrap_or_default();
    screen.line(&format!(
        "\n4. The books: {balanced} after {entries} entries, amounts in {}",
        records.charter().fund().currency()
    ))?;
    let mut ledger = String::new();
    for row in &table.rows {
        let [Cell::Text(book), Cell::Number(code), Cell::Text(name), of, balance, held] = row.as_slice()
        else {
            continue;
        };
        if *book != ledger {
            screen.line(&format!("   {book}"))?;
            ledger = book.to_string();
        }
        let account = match of.plain().as_str() {
            "" => name.to_string(),
            of => format!("{name} {of}"),
        };
        let held =
            if *held == Cell::Empty { String::new() } else { format!("  ({} set aside)", held.readable()) };
        screen.line(&format!("     {code:>3}  {account:<42} {:>22}{held}", balance.readable()))?;
    }
    Ok(())
}
