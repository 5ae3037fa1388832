//! Small words: lists, counts, and why a share was not reached.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use quorate_charter::MemberCode;
use quorate_records::words::{needed, percent};
use quorate_voting::{Base, Measure, Reason};

/// `DEU`, `DEU and FRA`, `DEU, FRA and GBR`; the word that joins the last is given.
pub(crate) fn listed<T: ToString>(things: &[T], join: &str) -> String {
    let words: Vec<String> = things.iter().map(ToString::to_string).collect();
    match words.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, before)) => format!("{} {join} {last}", before.join(", ")),
    }
}

/// The first few of many members, and how many more there are.
pub(crate) fn several(members: &[MemberCode], join: &str) -> String {
    const SHOWN: usize = 6;
    match members.get(..SHOWN) {
        Some(shown) if members.len() > SHOWN => {
            format!("{} and {} more", listed(shown, ","), members.len().saturating_sub(SHOWN))
                .replace(" , ", ", ")
        }
        _ => listed(members, join),
    }
}

/// `1 case`, `12 cases`.
pub(crate) fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// What falls short in a vote that adopts nothing: *62.3 % of population, 65 % needed*.
pub(crate) fn short_of(reason: &Reason, name: &dyn Fn(Measure) -> String) -> String {
    let mut short = Vec::new();
    unmet(reason, name, &mut short);
    listed(&short, "and")
}

fn unmet(reason: &Reason, name: &dyn Fn(Measure) -> String, into: &mut Vec<String>) {
    match reason {
        Reason::Share { measure, ratio, strictness, base, in_favour, of, met: false, .. } => {
            let bar = format!("{}{}", if strictness.is_strict() { "more than " } else { "" }, needed(*ratio));
            into.push(if *measure == Measure::MEMBERS {
                format!("{in_favour} of {of} {}, {bar} needed", members(*base))
            } else {
                let part = percent(*in_favour, *of, *ratio, *strictness);
                format!("{part} % of {}, {bar} needed", name(*measure))
            });
        }
        Reason::All { met: false, parts, .. }
        | Reason::Any { met: false, parts, .. }
        | Reason::AtLeast { met: false, parts, .. } => {
            for part in parts {
                unmet(part, name, into);
            }
        }
        _ => {}
    }
}

/// What is reached of every share, met or not.
pub(crate) fn reached(reason: &Reason, name: &dyn Fn(Measure) -> String) -> String {
    let mut all = Vec::new();
    shares(reason, name, &mut all);
    listed(&all, "and")
}

fn shares(reason: &Reason, name: &dyn Fn(Measure) -> String, into: &mut Vec<String>) {
    match reason {
        Reason::Share { measure, ratio, strictness, base, in_favour, of, .. } => {
            into.push(if *measure == Measure::MEMBERS {
                format!("{in_favour} of {of} {}", members(*base))
            } else {
                format!("{} % of {}", percent(*in_favour, *of, *ratio, *strictness), name(*measure))
            });
        }
        Reason::All { parts, .. } | Reason::Any { parts, .. } | Reason::AtLeast { parts, .. } => {
            for part in parts {
                shares(part, name, into);
            }
        }
        _ => {}
    }
}

fn members(base: Base) -> &'static str {
    match base {
        Base::Membership => "members",
        Base::Participating => "participating members",
        Base::Present => "members present",
        Base::Cast => "votes cast",
    }
}
