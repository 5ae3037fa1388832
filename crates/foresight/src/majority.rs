//! Manufactured majority: can a group that cannot adopt now change who takes part until it can?
//!
//! The steps are those that a group adopts alone, all others against: it suspends a member, has one named as party to the
//! dispute, admits others, or amends the text. Every order of steps is tried, for every group.

mod walk;

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};

use crate::finding::{Finding, Outcome, Promise, fails, proven};
use crate::phrases::{counted, listed, several};
use crate::seats::Seats;
use crate::subject::Subject;

use self::walk::{Step, Walk};

/// The most members for which every group is tried: 1024 of them.
const MOST_MEMBERS: usize = 10;

/// The finding on each rule by which money is decided.
pub(crate) fn findings(charter: &Charter) -> Vec<Finding> {
    let seats = Seats::of(charter.body());
    let subject = Subject::of(charter);
    let mut targets = Vec::from([charter.cases().rule(), charter.calls().rule()]);
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
    let members = walk.seats.codes();
    let steps = listed(&walk.steps(), "or");
    if steps.is_empty() {
        let says = "nobody can suspend, name a party, admit or amend under this text";
        return (proven(says, Vec::new()), "there is no article for it".into());
    }
    let Some(groups) = groups(&members) else {
        let says = format!("with {} groups are too many to try", counted(members.len(), "member", "members"));
        return (Outcome::Undecided(says), "every group is tried up to ten members".into());
    };
    let mut tried = 0_usize;
    let mut asked = 0_usize;
    for group in &groups {
        for asks in walk.askers() {
            asked = asked.saturating_add(1);
            let Some(found) = walk.of(group, asks, &mut tried) else { continue };
            let outcome = told(walk, group, asks, &found);
            return (
                outcome,
                format!("by trying every order of steps ({steps}) for groups of up to {}", group.len()),
            );
        }
    }
    let how = format!(
        "by trying every order of steps ({steps}) for all {} groups: {}, {} reached; new keys for a member that has lost \
         its own are not among the steps, since one key left can object",
        groups.len(),
        counted(asked, "case", "cases"),
        counted(tried, "set of members", "sets of members")
    );
    (proven(format!("no group gets a majority by steps that it adopts alone: {steps}"), Vec::new()), how)
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

fn told(walk: &Walk<'_>, group: &[MemberCode], asks: Option<MemberCode>, steps: &[Step]) -> Outcome {
    let rule = walk.target.name();
    let to = asks.map(|member| format!(" to {member}")).unwrap_or_default();
    let who = several(group, "and");
    let first = format!("{who} cannot adopt {rule}{to} against the others");
    let last = format!("{who} adopt {rule}{to}");
    let mut lines = Vec::from([first]);
    lines.extend(steps.iter().map(ToString::to_string));
    lines.push(last);
    let says = format!(
        "{who} cannot adopt {rule}{to} now, and can after {}",
        counted(steps.len(), "step", "steps that they adopt alone")
    );
    fails(says, Vec::new(), lines)
}
