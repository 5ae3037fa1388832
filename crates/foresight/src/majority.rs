//! Manufactured majority: can a group that cannot adopt now change who takes part until it can?
//!
//! The steps are those that a group adopts alone, all others against: it suspends a member, has one named as party to the
//! dispute, admits others, or amends the text. For each first step a proof is sought that whoever adopts it adopts the
//! rule already; where there is none, steps are followed: of every group up to ten members, beyond of those that the
//! search for a proof names.

mod first;
mod walk;

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};

use crate::finding::{Finding, Outcome, Promise, fails, proven};
use crate::phrases::{counted, listed, several};
use crate::seats::Seats;
use crate::subject::Subject;

use self::walk::{State, Step, Trail, Walk};

/// The most members for which every group is tried: 1024 of them.
const MOST_MEMBERS: usize = 10;

/// The most groups whose steps are followed, where there are more members.
const MOST_WALKS: usize = 100;

/// The finding on each rule by which money is decided; without a fund, on that by which texts are adopted.
pub(crate) fn findings(charter: &Charter) -> Vec<Finding> {
    let seats = Seats::of(charter.body());
    let subject = Subject::of(charter);
    let mut targets = match charter.has_fund() {
        true => Vec::from([charter.cases().rule(), charter.calls().rule()]),
        false => charter.decisions().texts_rule().into_iter().collect(),
    };
    targets.dedup_by_key(|rule| rule.name().clone());
    let essential = targets.into_iter().filter(|rule| rule.is_essential());
    let one = |rule| {
        let walk = Walk { subject, charter, seats: &seats, target: rule };
        let (outcome, how) = search(&walk);
        Finding::new(Promise::Majority, subject.place(rule), outcome, how)
    };
    essential.map(one).collect()
}

fn search(walk: &Walk<'_>) -> (Outcome, String) {
    let steps = listed(&walk.steps(), "or");
    if steps.is_empty() {
        let says = "nobody can suspend, name a party, admit or amend under this text";
        return (proven(says, Vec::new()), "there is no article for it".into());
    }
    let groups = groups(&walk.seats.codes());
    let mut count = Count { walks_left: MOST_WALKS, ..Count::default() };
    for start in walk.starts() {
        let mut open = Vec::new();
        for asks in walk.askers(&start).into_iter().filter(|asks| walk.is_admissible(&start, *asks)) {
            count.cases = count.cases.saturating_add(1);
            let unproven = first::unproven(walk, &start, asks, &mut count.proofs);
            if !unproven.is_empty() {
                open.push((asks, unproven));
            }
        }
        let found = match &groups {
            Some(groups) => by_any(walk, groups, &start, &open, &mut count),
            None => by_those(walk, &start, &open, &mut count),
        };
        if let Some((group, asks, found)) = found {
            let how = format!("by following the steps of a group ({steps}), each counted again");
            return (told(walk, &group, (&start, asks), &found), how);
        }
        if count.undecided > 0 && count.walks_left == 0 {
            break;
        }
    }
    let how = format!("{}; {ASSUMED}", count.told(&steps));
    match count.undecided {
        0 => (
            proven(format!("no group gets a majority by steps that it adopts alone: {steps}"), Vec::new()),
            how,
        ),
        open => {
            let cases = counted(open, "case", "cases");
            let says = format!(
                "in {cases} some group adopts a step and not the rule; no steps were found that lead it there, and not all \
                 were tried"
            );
            (Outcome::Undecided(says), how)
        }
    }
}

/// What is assumed throughout.
const ASSUMED: &str = "asked while nobody is out, and with each one that has withdrawn or that others have suspended or \
                       named; new keys for a member that has lost its own are not among the steps, since one key left can \
                       object";

/// How much was done.
#[derive(Default)]
struct Count {
    cases: usize,
    proofs: usize,
    walked: usize,
    trail: Trail,
    undecided: usize,
    walks_left: usize,
}

impl Count {
    fn told(&self, steps: &str) -> String {
        let cases = counted(self.cases, "case", "cases");
        let proofs = counted(self.proofs, "proof", "proofs");
        let mut told = format!(
            "in {cases}, for every first step ({steps}), by a proof that whoever adopts it adopts the rule already: {proofs}, \
             read again by a second checker"
        );
        if self.walked > 0 {
            let walked = counted(self.walked, "case", "cases");
            let reached = counted(self.trail.reached, "set of members", "sets of members");
            told.push_str("; where there is none, by following the steps of groups: ");
            told.push_str(&format!("{walked}, {reached} reached"));
        }
        told
    }
}

/// A group, who asks, and the steps by which the group comes to adopt.
type Way = (Vec<MemberCode>, Option<MemberCode>, Vec<Step>);
/// Who asks, and the first steps of which it is not proven that they help nobody, each by whom it is adopted.
type Open = (Option<MemberCode>, Vec<Option<Vec<MemberCode>>>);

/// By every group, the small first.
fn by_any(
    walk: &Walk<'_>,
    groups: &[Vec<MemberCode>],
    start: &State,
    open: &[Open],
    count: &mut Count,
) -> Option<Way> {
    count.walked = count.walked.saturating_add(open.len());
    count.trail.cut = false;
    for group in groups {
        for (asks, _) in open {
            if let Some(steps) = walk.of(group, start, *asks, &mut count.trail) {
                return Some((group.clone(), *asks, steps));
            }
        }
    }
    if count.trail.cut {
        count.undecided = count.undecided.saturating_add(open.len());
    }
    None
}

/// By the groups that adopt a first step and not the rule, first with all whom they can have with them.
fn by_those(walk: &Walk<'_>, start: &State, open: &[Open], count: &mut Count) -> Option<Way> {
    for (asks, groups) in open {
        count.walked = count.walked.saturating_add(1);
        count.undecided = count.undecided.saturating_add(1);
        for group in groups.iter().flatten() {
            count.walks_left = count.walks_left.checked_sub(1)?;
            for group in [first::enlarged(walk, group, start, *asks), group.clone()] {
                if let Some(steps) = walk.of(&group, start, *asks, &mut count.trail) {
                    return Some((group, *asks, steps));
                }
            }
        }
    }
    None
}

/// Every group, the small first.
fn groups(members: &[MemberCode]) -> Option<Vec<Vec<MemberCode>>> {
    let many = u32::try_from(members.len()).ok().filter(|_| members.len() <= MOST_MEMBERS)?;
    let all = 1..1_u64.checked_shl(many)?;
    let of = |mask: u64| -> Vec<MemberCode> {
        members
            .iter()
            .enumerate()
            .filter(|(at, _)| crate::asking::bit(mask, *at))
            .map(|(_, code)| *code)
            .collect()
    };
    let mut groups: Vec<Vec<MemberCode>> = all.map(of).collect();
    groups.sort_by_key(Vec::len);
    Some(groups)
}

fn told(
    walk: &Walk<'_>,
    group: &[MemberCode],
    (start, asks): (&State, Option<MemberCode>),
    steps: &[Step],
) -> Outcome {
    let rule = walk.target.name();
    let to = asks.map(|member| format!(" to {member}")).unwrap_or_default();
    let when = match start.words() {
        words if words.is_empty() => words,
        words => format!("{words}: "),
    };
    let who = named(group, walk);
    let first = format!("{when}{who} cannot adopt {rule}{to} against the others");
    let last = format!("{who} adopt {rule}{to}");
    let mut lines = Vec::from([first]);
    lines.extend(steps.iter().map(ToString::to_string));
    lines.push(last);
    let says = format!(
        "{when}{who} cannot adopt {rule}{to} now, and can after {}",
        counted(steps.len(), "step", "steps that they adopt alone")
    );
    fails(says, Vec::new(), lines)
}

/// The group by name, or by who is not in it where these are few.
fn named(group: &[MemberCode], walk: &Walk<'_>) -> String {
    let others: Vec<MemberCode> =
        walk.seats.codes().into_iter().filter(|member| !group.contains(member)).collect();
    match group.len() {
        6.. if others.len() < group.len() => format!("all but {}", several(&others, "and")),
        _ => several(group, "and"),
    }
}

#[cfg(test)]
mod tests;
