//! A verdict in words: what was reached, what was needed, and what decided.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use quorate_charter::Charter;
use quorate_voting::{Base, Measure, Reason, Strictness, Verdict};

use super::share::{needed, percent};

/// The verdict in a sentence: *in favour 2 of 3 participating members and 62.3 % of population, 65 % needed;
/// adopted by the clause: not in favour 1, at most 1*.
#[must_use]
pub fn verdict(verdict: &Verdict, charter: &Charter) -> String {
    let reached = reached(verdict.reasons(), charter);
    let clause = clauses(verdict.reasons());
    let outcome = match (verdict.adopted(), verdict.by_clause()) {
        (true, true) => format!("adopted by the clause: {clause}"),
        (true, false) => "adopted".into(),
        (false, _) if !verdict.anyone_in_favour() => "not adopted: nobody is in favour".into(),
        (false, _) if clause.is_empty() => "not adopted".into(),
        (false, _) => format!("not adopted: {clause}"),
    };
    if reached.is_empty() { outcome } else { format!("in favour {reached}; {outcome}") }
}

/// What was reached of every share, joined as the rule joins them; the clauses are told apart.
fn reached(reason: &Reason, charter: &Charter) -> String {
    match reason {
        Reason::Share { measure, ratio, strictness, base, in_favour, of, met, .. } => {
            let bar = if *met {
                String::new()
            } else {
                format!(", {}{} needed", more(*strictness), needed(*ratio))
            };
            if *measure == Measure::MEMBERS {
                format!("{in_favour} of {of} {}{bar}", members(*base))
            } else {
                let part = percent(*in_favour, *of, *ratio, *strictness);
                format!("{part} % of {}{bar}", charter.measure_name(*measure))
            }
        }
        Reason::All { parts, .. } => joined(parts, " and ", charter),
        Reason::Any { parts, .. } => joined(parts, " or ", charter),
        Reason::AtLeast { least, parts, .. } => match joined(parts, "; ", charter) {
            parts if parts.is_empty() => parts,
            parts => format!("at least {least} of ({parts})"),
        },
        _ => String::new(),
    }
}

/// The parts that compare a share, with brackets around those that are joined themselves.
fn joined(parts: &[Reason], join: &str, charter: &Charter) -> String {
    let shown: Vec<&Reason> = parts.iter().filter(|part| shares(part) > 0).collect();
    let alone = shown.len() == 1;
    let part = |part: &&Reason| match part {
        Reason::All { .. } | Reason::Any { .. } if !alone && shares(part) > 1 => {
            format!("({})", reached(part, charter))
        }
        _ => reached(part, charter),
    };
    shown.iter().map(part).fold(String::new(), |before, next| match before.as_str() {
        "" => next,
        // After what was needed, a comma: or the next share would seem to be part of it.
        text if text.ends_with("needed") && join.starts_with(' ') => format!("{before},{join}{next}"),
        _ => format!("{before}{join}{next}"),
    })
}

/// How many shares a reason compares.
fn shares(reason: &Reason) -> usize {
    match reason {
        Reason::Share { .. } => 1,
        Reason::All { parts, .. } | Reason::Any { parts, .. } | Reason::AtLeast { parts, .. } => {
            parts.iter().map(shares).fold(0, usize::saturating_add)
        }
        _ => 0,
    }
}

fn clauses(reason: &Reason) -> String {
    match reason {
        Reason::Clause { not_in_favour, at_most, .. } => {
            format!("not in favour {not_in_favour}, at most {at_most}")
        }
        Reason::All { parts, .. } | Reason::Any { parts, .. } | Reason::AtLeast { parts, .. } => {
            let parts: Vec<String> = parts.iter().map(clauses).filter(|part| !part.is_empty()).collect();
            parts.join("; ")
        }
        _ => String::new(),
    }
}

fn more(strictness: Strictness) -> &'static str {
    if strictness.is_strict() { "more than " } else { "" }
}

fn members(base: Base) -> &'static str {
    match base {
        Base::Membership => "members",
        Base::Participating => "participating members",
        Base::Present => "members present",
        Base::Cast => "votes cast",
    }
}
