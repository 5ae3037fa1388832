//! On whom members rely, together or alone, and what it takes to have things otherwise.

use quorate_foresight::dependence::{Burden, Relied};

use super::{Asked, names};
use crate::failure::Failure;
use crate::present::{Screen, columns};

pub(super) fn tell(asked: &Asked<'_>, screen: &mut Screen) -> Result<(), Failure> {
    screen.line("\nOn whom members rely, and when all that it holds can be had otherwise")?;
    let head = ["", "members", "capabilities", "things", "after", "known cost"].map(str::to_owned).to_vec();
    let told = asked.read.relied_on_by(asked.member);
    let rows = told.iter().map(|one| row(asked, one));
    for line in columns(&std::iter::once(head).chain(rows).collect::<Vec<_>>()) {
        screen.line(&format!("   {line}"))?;
    }
    for one in asked.read.shared_suppliers(asked.member) {
        let name = names::holder(asked.read, one.holder);
        screen.paragraph(
            "   ",
            &format!("shared supplier: {name} supplies {}", names::members(&one).join(", ")),
        )?;
    }
    Ok(())
}

fn row(asked: &Asked<'_>, one: &Relied) -> Vec<String> {
    vec![
        names::holder(asked.read, one.holder),
        names::members(one).join(" "),
        one.capabilities.len().to_string(),
        one.burden.things.len().to_string(),
        one.burden.days.to_string(),
        cost(&one.burden),
    ]
}

/// What is known of the cost, and of how many things nothing is.
fn cost(burden: &Burden) -> String {
    let known: Vec<String> = burden.costs.values().map(|cost| cost.with_code().to_string()).collect();
    let too_large =
        burden.too_large.iter().map(|currency| format!("more {} than can be summed", currency.code()));
    let known: Vec<String> = known.into_iter().chain(too_large).collect();
    match (known.is_empty(), burden.without_cost) {
        (true, _) => "not public".into(),
        (false, 0) => known.join(", "),
        (false, more) => format!("{}, and {more} not public", known.join(", ")),
    }
}
