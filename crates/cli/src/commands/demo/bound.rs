//! Chapter 5: what no vote can do.

use quorate_records::{Records, Register};

use super::Telling;
use crate::failure::Failure;
use crate::present::Screen;

pub(super) fn tell(records: &Records, telling: &Telling, screen: &mut Screen) -> Result<(), Failure> {
    screen.line("\n5. What it cannot do: no member pays beyond what it signed")?;
    telling.print("A call, and what no vote can do", screen)?;
    let table = records.register(Register::Agreements);
    let columns = ["member", "signed_paid_in", "signed_callable", "called", "still_callable", "most"];
    let heads =
        ["", "signed: paid in", "signed: callable", "called so far", "still callable", "never asked more"];
    screen.line("")?;
    screen.line(&format!("   {}", line(&heads.map(str::to_owned))))?;
    for row in &table.rows {
        let member = row.first().map(quorate_records::Cell::plain).unwrap_or_default();
        let cells = columns.map(|column| {
            table.find(&[&member], column).map(quorate_records::Cell::readable).unwrap_or_default()
        });
        screen.line(&format!("   {}", line(&cells)))?;
    }
    screen.line(&format!(
        "\n   Tried in this run, and refused; each is on record with its rule and article ({}):",
        telling.refused().len()
    ))?;
    for refused in telling.refused() {
        screen.item(refused)?;
    }
    Ok(())
}

fn line(cells: &[String; 6]) -> String {
    let [member, amounts @ ..] = cells;
    let amounts: String = amounts.iter().map(|amount| format!("{amount:>19}")).collect();
    format!("{member:<4}{amounts}")
}
