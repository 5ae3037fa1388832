//! Offices: how many must act, against how many can, when one of them is uncooperative and the beneficiary may not.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::{Article, Charter, MemberCode, Office};
use quorate_partnership::{Moment, Partnership};

use crate::finding::{Finding, Outcome, Place, Promise, fails, proven};
use crate::phrases::several;

/// A gate that an office holds on the way to a payment.
struct Gate {
    of: &'static str,
    office: Office,
    needed: usize,
    /// Whether it stands on the way to help, so that the member that asks is not counted.
    to_help: bool,
}

fn gates(charter: &Charter) -> Vec<(Article, Gate)> {
    let execution = Gate { of: "execution", office: Office::Representative, needed: 1, to_help: true };
    if !charter.has_fund() {
        return vec![(charter.decisions().number(), Gate { to_help: false, ..execution })];
    }
    let signatures = usize::try_from(charter.payments().signatures()).unwrap_or(usize::MAX);
    let (payments, cases) = (charter.payments().number(), charter.cases().number());
    vec![
        (cases, Gate { of: "attestation", office: Office::CaseOfficer, needed: 1, to_help: true }),
        (payments, Gate { of: "signatures", office: Office::Treasurer, needed: signatures, to_help: true }),
        // A line is entered by one treasurer and booked by the signature of another member's.
        (payments, Gate { of: "bank lines", office: Office::Treasurer, needed: 2, to_help: true }),
        (charter.decisions().number(), execution),
    ]
}

/// By the charter: each member accredits in each office.
pub(crate) fn of_charter(charter: &Charter) -> Vec<Finding> {
    let members: BTreeSet<MemberCode> = charter.members().map(|(member, _)| member).collect();
    let how = match charter.has_fund() {
        true => {
            "by counting holders without the beneficiary; assumes that each member accredits in each office"
        }
        false => "by counting holders; assumes that each member accredits in each office",
    };
    gates(charter)
        .into_iter()
        .map(|(article, gate)| finding(article, &gate, &members, &members, how))
        .collect()
}

/// By the credentials as they stand.
pub(crate) fn of_partnership(partnership: &Partnership, now: Moment) -> Vec<Finding> {
    let charter = partnership.charter();
    let members: BTreeSet<MemberCode> = charter.members().map(|(member, _)| member).collect();
    let how = match charter.has_fund() {
        true => "by counting the credentials that hold at the agreed time, without the beneficiary's",
        false => "by counting the credentials that hold at the agreed time",
    };
    let one = |(article, gate): (Article, Gate)| {
        let holders = partnership.members().with(gate.office, now);
        finding(article, &gate, &members, &holders, how)
    };
    gates(charter).into_iter().map(one).collect()
}

fn finding(
    article: Article,
    gate: &Gate,
    members: &BTreeSet<MemberCode>,
    holders: &BTreeSet<MemberCode>,
    how: &str,
) -> Finding {
    let place = Place::article(article, gate.of);
    Finding::new(Promise::Offices, place, outcome(gate, members, holders), how)
}

fn outcome(gate: &Gate, members: &BTreeSet<MemberCode>, holders: &BTreeSet<MemberCode>) -> Outcome {
    let others = |asks: &MemberCode| holders.iter().filter(|holder| !gate.to_help || *holder != asks).count();
    let needed = gate.needed.saturating_add(1);
    let short: Vec<MemberCode> = members.iter().filter(|asks| others(asks) < needed).copied().collect();
    let least = members.iter().map(others).min().unwrap_or_default();
    let sum = format!("{} needed + 1 uncooperative", gate.needed);
    let beside = if gate.to_help { " beside the beneficiary's" } else { "" };
    let of = format!("{least} {}{beside}", plural(gate.office, least));
    if short.is_empty() {
        return proven(format!("{sum} <= {of}"), Vec::new());
    }
    let held: Vec<MemberCode> = holders.iter().copied().collect();
    let can: Vec<MemberCode> = if least < gate.needed { Vec::new() } else { held.clone() };
    let who = if held.is_empty() {
        "nobody holds the office".into()
    } else {
        format!("held by {}", several(&held, "and"))
    };
    let when = if gate.to_help { format!(", when {} asks", several(&short, "or")) } else { String::new() };
    fails(format!("{sum} > {of}{when}"), can, vec![who])
}

fn plural(office: Office, count: usize) -> String {
    let name = match office {
        Office::CaseOfficer => "case officer",
        Office::Treasurer => "treasurer",
        Office::Representative => "representative",
        _ => "holder",
    };
    if count == 1 { name.into() } else { format!("{name}s") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(list: &[&str]) -> BTreeSet<MemberCode> {
        list.iter().map(|code| code.parse().unwrap()).collect()
    }

    #[test]
    fn one_more_than_needed_must_hold_the_office() {
        let gate = Gate { of: "signatures", office: Office::Treasurer, needed: 2, to_help: true };
        let members = codes(&["CAN", "DEU", "FRA", "GBR"]);
        assert_eq!(outcome(&gate, &members, &members).name(), "proven");
        // At the border: three hold it, and one of them asks.
        let three = codes(&["DEU", "FRA", "GBR"]);
        let found = outcome(&gate, &members, &three);
        assert_eq!(found.name(), "fails");
        assert!(found.says().ends_with("when DEU, FRA or GBR asks"), "{}", found.says());
    }
}
