//! Founding the partnership of a stress file: what does not fit the charter, and what is signed and paid in on day 0.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use quorate_charter::{Charter, Fault, Faults, MemberCode};
use quorate_ledger::{Currency, Money};
use quorate_partnership::fund::{self, CurrencyEvent, Instalment};
use quorate_partnership::{Day, Event};

use super::plan::{Holding, Plan, Signed};
use super::world::figures;
use crate::rehearsal::{BEGINS, Rehearsal, acts, founding, moves};

const MILLIS_A_DAY: u64 = 86_400_000;
/// Credentials are given for two years at most.
const MOST_TERM: u64 = 730;
/// Credentials have to hold for longer than it takes to decide and to pay.
const LEAST_TERM: u64 = 60;

/// How long credentials are given for, in days.
pub(super) fn term_days(charter: &Charter) -> u64 {
    let longest = charter.offices().longest_term().millis();
    longest.checked_div(MILLIS_A_DAY).unwrap_or_default().min(MOST_TERM)
}

pub(super) fn unfounded(why: &str) -> Faults {
    let what = format!("the partnership cannot be founded: {why}");
    Fault::new(0..0, what, "docs/rules.md has the rule: change what is signed, or give another charter")
        .into()
}

/// What of a plan does not fit the charter.
pub(super) fn misfits(plan: &Plan, charter: &Charter, founds: bool) -> Vec<Fault> {
    let members: Vec<MemberCode> = charter.members().map(|(member, _)| member).collect();
    let codes: Vec<&str> = members.iter().map(MemberCode::as_str).collect();
    let unknown = plan.named.iter().filter(|(member, _)| !members.contains(member));
    let mut faults: Vec<Fault> = unknown
        .map(|(member, at)| {
            let help = format!("its members are {}", codes.join(", "));
            Fault::new(at.clone(), format!("{member} is no member of the charter"), help)
        })
        .collect();
    if !charter.has_fund() {
        let help = "give a charter with a fund";
        faults.push(Fault::new(0..0, "the charter has no fund, and nobody can ask for money", help));
        return faults;
    }
    let currency = charter.fund().currency();
    for (money, at) in plan.amounts.iter().filter(|(money, _)| money.currency() != currency) {
        let what = format!("{money} {} is not in the fund's currency", money.currency());
        faults.push(Fault::new(at.clone(), what, format!("the fund is in {currency}")));
    }
    if term_days(charter) < LEAST_TERM {
        let what = format!("the charter's credentials hold for less than {LEAST_TERM} days");
        faults.push(Fault::new(0..0, what, "give a charter whose `longest-term` is longer"));
    }
    if founds {
        let accepts = |other| charter.currencies().is_some_and(|article| article.accepts(other));
        for (money, at) in plan.held.iter().filter(|(money, _)| !accepts(money.currency())) {
            let what = format!("the charter takes no {}", money.currency());
            faults.push(Fault::new(at.clone(), what, "an article [currencies] says what it takes"));
        }
        let silent: Vec<&str> =
            members.iter().filter(|member| plan.signed(**member).is_none()).map(MemberCode::as_str).collect();
        if !silent.is_empty() {
            let what = format!("nothing is said of what {} sign", silent.join(", "));
            faults.push(Fault::new(0..0, what, "say it under [member.CODE], or of all under [members]"));
        }
    }
    faults
}

/// Everybody accredited and bound, what is signed signed, and what is due on day 0 paid.
pub(super) fn found(plan: &Plan, charter: &Charter, text: &str) -> Result<Rehearsal, String> {
    let mut rehearsal = founding::bound(charter, text, term_days(charter))?;
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
