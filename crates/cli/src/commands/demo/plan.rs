//! Chapter 1: the plan.

use quorate_records::{Records, words};

use crate::failure::Failure;
use crate::present::{Screen, bar};

pub(super) fn tell(records: &Records, screen: &mut Screen) -> Result<(), Failure> {
    let plan = records.plan();
    let currency = records.charter().fund().currency();
    screen.line("\n1. The plan")?;
    let target = format!("Target {} bn {}", words::billions(plan.target), currency.code());
    if let (Some(announced), Some(open)) = (plan.announced, plan.open) {
        let (given, left) = (words::billions(announced), words::billions(open));
        screen.line(&format!("   {target}; {given} announced, {left} open."))?;
        screen.line(&format!("   {}", bar(announced, plan.target)))?;
    } else {
        screen.line(&format!("   {target}; more announced than can be counted."))?;
    }
    for share in &plan.shares {
        let amount = match (share.amount, share.standing) {
            (Some(amount), _) => format!("{} bn ", words::billions(amount)),
            (None, "not stated") => String::new(),
            (None, _) => "no amount, ".into(),
        };
        let source = share.source.as_deref().map(|source| format!(" ({source})")).unwrap_or_default();
        screen.line(&format!("   {}  {amount}{}{source}", share.member, share.standing))?;
    }
    screen.line("   None of this binds anyone.")
}
