//! Founding the partnership of a stress file: what does not fit the charter, and what is signed and paid in on day 0.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use quorate_charter::{Charter, Fault, MemberCode};
use quorate_ledger::{Currency, Money};
use quorate_partnership::fund::{self, CurrencyEvent, Instalment};
use quorate_partnership::{Day, Event};

use super::plan::{Holding, Plan, Signed};
use super::world::figures;
use crate::rehearsal::{BEGINS, Rehearsal, acts, founding, moves};

/// Credentials have to hold for longer than it takes to decide and to pay.
const LEAST_TERM: u64 = 60;

/// What of a plan does not fit the charter.
pub(super) fn misfits(plan: &Plan, charter: &Charter, founds: bool) -> Vec<Fault> {
    let mut faults = founding::misfits(charter, &plan.named, &plan.amounts, LEAST_TERM);
    if !founds || !charter.has_fund() {
        return faults;
    }
    let accepts = |other| charter.currencies().is_some_and(|article| article.accepts(other));
    for (money, at) in plan.held.iter().filter(|(money, _)| !accepts(money.currency())) {
        let what = format!("the charter takes no {}", money.currency());
        faults.push(Fault::new(at.clone(), what, "an article [currencies] says what it takes"));
    }
    let members = charter.members().map(|(member, _)| member);
    let silent: Vec<String> =
        members.filter(|member| plan.signed(*member).is_none()).map(|member| member.to_string()).collect();
    if !silent.is_empty() {
        let what = format!("nothing is said of what {} sign", silent.join(", "));
        faults.push(Fault::new(0..0, what, "say it under [member.CODE], or of all under [members]"));
    }
    faults
}

/// Everybody accredited and bound, what is signed signed, and what is due on day 0 paid.
pub(super) fn found(plan: &Plan, charter: &Charter, text: &str) -> Result<Rehearsal, String> {
    let mut rehearsal = founding::bound(charter, text, founding::term_days(charter))?;
    let members: Vec<MemberCode> = charter.members().map(|(member, _)| member).collect();
    for member in &members {
        let Some(signed) = plan.signed(*member) else { continue };
        if signed.paid_in.is_zero() && signed.callable.is_zero() {
            continue;
        }
        let later = later(signed);
        let signs = acts::sign_fund(signed.paid_in, signed.callable, later);
        founding::given(&mut rehearsal, *member, Some(signs))?;
    }
    rates(&mut rehearsal, plan, charter, &members)?;
    let mut number = 0_usize;
    for holding in &plan.holdings {
        founding::paid_in(&mut rehearsal, (holding.member, holding.amount), number, &members)?;
        number = number.saturating_add(1);
        let prepaid = figures(&rehearsal).liquidity().prepaid;
        if prepaid.get(&holding.member).is_some_and(|minor| *minor > 0) {
            return Err(format!(
                "{} {} of {} is worth more than it pays in on day 0",
                holding.amount,
                holding.amount.currency(),
                holding.member
            ));
        }
    }
    for member in &members {
        let (owes, _) = figures(&rehearsal).owes(*member);
        let amount = Money::new(owes, charter.fund().currency()).map_err(|error| error.to_string())?;
        if amount.is_positive() {
            founding::paid_in(&mut rehearsal, (*member, amount), number, &members)?;
            number = number.saturating_add(1);
        }
    }
    rehearsal.told_by_heading();
    rehearsal.tells(false);
    Ok(rehearsal)
}

fn later(signed: &Signed) -> Vec<Instalment> {
    let day = |ahead: u32| Day(BEGINS.day().0.saturating_add(ahead));
    signed
        .instalments
        .iter()
        .map(|(ahead, amount)| Instalment { day: day(*ahead), amount: *amount })
        .collect()
}

/// Each rate of the plan once on record.
fn rates(
    rehearsal: &mut Rehearsal,
    plan: &Plan,
    charter: &Charter,
    members: &[MemberCode],
) -> Result<(), String> {
    let mut first: BTreeMap<Currency, &Holding> = BTreeMap::new();
    for holding in &plan.holdings {
        let of = first.entry(holding.amount.currency()).or_insert(holding);
        if of.rate != holding.rate {
            return Err(format!("two rates of {} are given for one day", holding.amount.currency()));
        }
    }
    let [one, other, ..] = members else { return Err("a rate takes two members".into()) };
    for holding in first.into_values() {
        let rate = holding.rate_in(charter.fund().currency());
        let rate = rate.ok_or_else(|| format!("`{}` is no rate, as in 1.0842", holding.rate))?;
        let day = rehearsal.now().day();
        let events = founding::given(rehearsal, *one, moves::rate(rate, day))?;
        let number = events.iter().find_map(|event| match event {
            Event::Fund(fund::Event::Currencies(CurrencyEvent::RateEntered { rate, .. })) => {
                Some(rate.number)
            }
            _ => None,
        });
        let number = number.ok_or("the rate is not on record")?;
        founding::given(rehearsal, *other, Some(moves::countersign_rate(number)))?;
    }
    Ok(())
}
