//! Votes: can one member alone stop a decision, or make one, and can two opposed groups both adopt?
//!
//! Asked for every admissible set of participating members. Leaving a member out re-bases the sums and can create a
//! blocker, hence every set and not only the whole.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use quorate_charter::MemberCode;
use quorate_voting::{Formula, Measure, Roll, Verdict};

use crate::asking::{self, Opposed};
use crate::finding::{Counterexample, Finding, Outcome, Place, Promise, proven};
use crate::phrases::{counted, reached, several, short_of};
use crate::seats::{Seats, heaviest};
use crate::situations::{Situation, Situations};

/// A rule, as it is asked here.
pub(crate) struct Asked<'a> {
    pub(crate) name: &'a str,
    pub(crate) place: Place,
    pub(crate) formula: &'a Formula,
    /// If it weighs by weights that move: with every share of them never met, and always met.
    pub(crate) unmoved: Option<(Formula, Formula)>,
    pub(crate) essential: bool,
    /// Whether help is decided by it.
    pub(crate) helps: bool,
    /// In a procedure that silence can adopt in: how many must be on record in favour.
    pub(crate) support: Option<u32>,
    /// Whether a vote can be given to another member.
    pub(crate) proxies: bool,
}

/// What single members can do in one situation.
struct Found<'s> {
    situation: &'s Situation,
    members: Vec<(MemberCode, Verdict)>,
    asked: usize,
}

/// The two findings on the votes of a rule.
pub(crate) fn findings(asked: &Asked<'_>, seats: &Seats, situations: &Situations) -> Vec<Finding> {
    let how = how(situations);
    let made = [
        (Promise::Block, block(asked, seats, situations)),
        (Promise::Impose, impose(asked, seats, situations)),
    ];
    made.into_iter()
        .map(|(promise, outcome)| {
            let outcome = if asked.essential { outcome } else { not_promised(outcome) };
            Finding::new(promise, asked.place.clone(), outcome, how.clone())
        })
        .collect()
}

/// Under a rule that is not essential a failure is told as what was not promised.
fn not_promised(outcome: Outcome) -> Outcome {
    match outcome {
        Outcome::Fails(found) => {
            Outcome::NotPromised(format!("not essential, says the text: {}", found.says))
        }
        other => other,
    }
}

fn how(situations: &Situations) -> String {
    let tried =
        counted(situations.admissible.len(), "set of participating members", "sets of participating members");
    match situations.too_few {
        0 => format!("by trying each member alone in {tried}"),
        few => format!(
            "by trying each member alone in {tried}; {few} more would leave too few taking part, and are refused"
        ),
    }
}

/// Who blocks alone. Members that another outweighs are asked only where that one blocks.
fn blockers<'s>(formula: &Formula, seats: &Seats, situation: &'s Situation) -> Option<Found<'s>> {
    found(formula, seats, situation, asking::without, |verdict| !verdict.adopted())
}

/// Who adopts alone.
fn adopters<'s>(formula: &Formula, seats: &Seats, situation: &'s Situation) -> Option<Found<'s>> {
    found(formula, seats, situation, asking::alone, Verdict::adopted)
}

fn found<'s>(
    formula: &Formula,
    seats: &Seats,
    situation: &'s Situation,
    ask: fn(&Formula, &Roll, usize) -> Option<Verdict>,
    bad: fn(&Verdict) -> bool,
) -> Option<Found<'s>> {
    let (roll, codes) = seats.roll(situation)?;
    let asked = roll.seats().iter().filter(|seat| seat.participating).count();
    let mut members = Vec::new();
    let is_bad = |seat: &usize| ask(formula, &roll, *seat).is_none_or(|verdict| bad(&verdict));
    if heaviest(&roll).iter().any(is_bad) {
        for (seat, code) in codes.iter().enumerate() {
            if !roll.seats().get(seat)?.participating {
                continue;
            }
            let verdict = ask(formula, &roll, seat)?;
            if bad(&verdict) {
                members.push((*code, verdict));
            }
        }
    }
    Some(Found { situation, members, asked })
}

fn block(asked: &Asked<'_>, seats: &Seats, situations: &Situations) -> Outcome {
    let all: Option<Vec<Found<'_>>> =
        situations.admissible.iter().map(|one| blockers(asked.formula, seats, one)).collect();
    let Some(all) = all else { return unreadable() };
    let Some(worst) = worst(&all) else {
        let mut because: Vec<String> = tightest(asked, seats, situations).into_iter().collect();
        because.extend(proxies(asked, seats, situations));
        let moving = asked.unmoved.as_ref().map(|(never, _)| never);
        if let Some(member) = moving.and_then(|never| anyone(never, seats, situations, blockers)) {
            let says = format!(
                "while the weights are those of today; they move, and {member} alone could block when it has enough"
            );
            return Outcome::Condition(says);
        }
        return proven(of_any_weights("no member alone blocks", moving.is_some()), because);
    };
    let names: Vec<MemberCode> = worst.members.iter().map(|(member, _)| *member).collect();
    let helped = worst.situation.beneficiary().filter(|_| asked.helps);
    let (to, when) = match helped {
        Some(member) if worst.situation.out.len() == 1 => (format!(" to {member}"), String::new()),
        _ => (String::new(), worst.situation.words()),
    };
    let who = any_of(&names, seats);
    let short = worst.members.first().map(|(_, verdict)| short_of(verdict.reasons(), &|m| seats.measure(m)));
    let of = match names.as_slice() {
        [first, _, ..] => format!("{first}"),
        _ => "it".into(),
    };
    let says = format!(
        "one member can block {}{to}{}: {who}. Without {of} those in favour have {}",
        asked.name,
        spaced(&when),
        short.unwrap_or_default()
    );
    counterexample(says, &all, seats)
}

/// The first plain situation in which somebody can, else the first of all.
fn worst<'f, 's>(all: &'f [Found<'s>]) -> Option<&'f Found<'s>> {
    let can = |found: &&Found<'_>| !found.members.is_empty();
    let plain =
        all.iter().filter(can).find(|f| f.situation.is_plain() && f.situation.beneficiary().is_some());
    plain.or_else(|| all.iter().find(can))
}

/// Cases are pairs of a situation and a member alone: those in which a member asks, where the rule leaves that one
/// out, because that is the question that people ask; else all.
fn counterexample(says: String, all: &[Found<'_>], seats: &Seats) -> Outcome {
    let asks = |found: &&Found<'_>| found.situation.is_plain() && found.situation.out.len() == 1;
    let chosen: Vec<&Found<'_>> = match all.iter().any(|found| asks(&found)) {
        true if all.iter().filter(asks).any(|found| !found.members.is_empty()) => {
            all.iter().filter(asks).collect()
        }
        _ => all.iter().collect(),
    };
    let count = |count: fn(&Found<'_>) -> usize| {
        let sum = chosen.iter().map(|found| count(found)).fold(0, usize::saturating_add);
        u32::try_from(sum).unwrap_or(u32::MAX)
    };
    let cases = Some((count(|found| found.members.len()), count(|found| found.asked)));
    let mut members: Vec<MemberCode> =
        all.iter().flat_map(|found| found.members.iter().map(|(member, _)| *member)).collect();
    members.sort_unstable();
    members.dedup();
    Outcome::Fails(Counterexample { says, members, steps: steps(all, seats), cases, story: None })
}

/// The most situations that are told one by one.
const MOST_STEPS: usize = 12;

fn steps(all: &[Found<'_>], seats: &Seats) -> Vec<String> {
    let failing: Vec<&Found<'_>> = all.iter().filter(|found| !found.members.is_empty()).collect();
    if failing.len() > 1 && all.iter().all(|found| found.members.len() == found.asked) {
        let sets = counted(all.len(), "set", "sets");
        return Vec::from([format!("any member, in each of {sets} of participating members")]);
    }
    let mut steps: Vec<String> = failing.iter().take(MOST_STEPS).map(|found| step(found, seats)).collect();
    if let more @ 1.. = failing.len().saturating_sub(MOST_STEPS) {
        steps.push(format!("and in {}", counted(more, "further set", "further sets")));
    }
    steps
}

fn step(found: &Found<'_>, seats: &Seats) -> String {
    let when = match found.situation.words() {
        words if words.is_empty() => "when all take part".into(),
        words => words,
    };
    match found.members.as_slice() {
        [(member, verdict)] => {
            format!("{when}: {member} (in favour {})", reached(verdict.reasons(), &|m| seats.measure(m)))
        }
        many => {
            format!("{when}: {}", several(&many.iter().map(|(member, _)| *member).collect::<Vec<_>>(), "or"))
        }
    }
}

/// The vote that comes nearest to being blocked: the first that only the clause saves, else the first of all.
fn tightest(asked: &Asked<'_>, seats: &Seats, situations: &Situations) -> Option<String> {
    let mut first = None;
    for situation in situations.admissible.iter().filter(|situation| situation.is_plain()) {
        let (roll, codes) = seats.roll(situation)?;
        for seat in heaviest(&roll) {
            let verdict = asking::without(asked.formula, &roll, seat)?;
            let told = told(&verdict, situation, *codes.get(seat)?, &|m| seats.measure(m));
            if verdict.by_clause() {
                return Some(told);
            }
            first.get_or_insert(told);
        }
    }
    first
}

fn told(
    verdict: &Verdict,
    situation: &Situation,
    member: MemberCode,
    name: &dyn Fn(Measure) -> String,
) -> String {
    let when = spaced(&situation.words());
    let by = if verdict.by_clause() { ", adopted by the clause" } else { ", adopted" };
    match reached(verdict.reasons(), name) {
        shares if shares.is_empty() => format!("{member} alone against{when}{by}"),
        shares => format!("{member} alone against{when}: in favour {shares}{by}"),
    }
}

fn impose(asked: &Asked<'_>, seats: &Seats, situations: &Situations) -> Outcome {
    let all: Option<Vec<Found<'_>>> =
        situations.admissible.iter().map(|one| adopters(asked.formula, seats, one)).collect();
    let Some(all) = all else { return unreadable() };
    if let Some(worst) = worst(&all) {
        let names: Vec<MemberCode> = worst.members.iter().map(|(member, _)| *member).collect();
        let says = format!(
            "one member alone can adopt {}{}: {}",
            asked.name,
            spaced(&worst.situation.words()),
            any_of(&names, seats)
        );
        return counterexample(says, &all, seats);
    }
    if asked.support.is_some_and(|support| support < 2) {
        let says = format!(
            "one member alone can adopt {}: it is on record in favour, and the others are silent",
            asked.name
        );
        return crate::finding::fails(says, seats.codes(), Vec::new());
    }
    let moving = asked.unmoved.as_ref().map(|(_, always)| always);
    if let Some(member) = moving.and_then(|always| anyone(always, seats, situations, adopters)) {
        let says = format!(
            "while the weights are those of today; they move, and {member} alone could adopt when it has enough"
        );
        return Outcome::Condition(says);
    }
    two_opposed(asked, seats, situations)
}

fn two_opposed(asked: &Asked<'_>, seats: &Seats, situations: &Situations) -> Outcome {
    let formula = asked.unmoved.as_ref().map_or(asked.formula, |(_, always)| always);
    let mut undecided = 0_usize;
    for situation in &situations.admissible {
        let Some((roll, codes)) = seats.roll(situation) else { return unreadable() };
        match asking::opposed(formula, &roll) {
            Opposed::Never => {}
            Opposed::Undecided => undecided = undecided.saturating_add(1),
            Opposed::Both(one, other) => return two_groups(asked, situation, &codes, &one, &other),
        }
    }
    match undecided {
        0 => {
            let says = "no member alone adopts, and no two opposed groups both do";
            let support = asked
                .support
                .map(|support| format!("silence adopts only with {support} on record in favour"));
            proven(of_any_weights(says, asked.unmoved.is_some()), support.into_iter().collect())
        }
        sets => Outcome::Undecided(format!(
            "no member alone adopts; whether two opposed groups both can is not decided in {}",
            counted(sets, "set", "sets")
        )),
    }
}

fn two_groups(
    asked: &Asked<'_>,
    situation: &Situation,
    codes: &[MemberCode],
    one: &[usize],
    other: &[usize],
) -> Outcome {
    let named = |group: &[usize]| -> Vec<MemberCode> {
        group.iter().filter_map(|seat| codes.get(*seat)).copied().collect()
    };
    let (one, other) = (named(one), named(other));
    let says = format!(
        "two opposed groups can both adopt {}{}: {} against {}",
        asked.name,
        spaced(&situation.words()),
        several(&one, "and"),
        several(&other, "and")
    );
    crate::finding::fails(says, Vec::new(), Vec::new())
}

/// Their names, or that it is any of all.
pub(crate) fn any_of(members: &[MemberCode], seats: &Seats) -> String {
    match seats.codes().len() {
        all if all == members.len() && all > 2 => format!("any of the {all}"),
        _ => several(members, "or"),
    }
}

fn of_any_weights(says: &str, moving: bool) -> String {
    if moving { format!("{says}, whatever the weights become") } else { says.into() }
}

type Ask = for<'s> fn(&Formula, &Seats, &'s Situation) -> Option<Found<'s>>;

/// The first member that can do it alone in any situation.
fn anyone(formula: &Formula, seats: &Seats, situations: &Situations, ask: Ask) -> Option<MemberCode> {
    let mut found = situations.admissible.iter().filter_map(|situation| ask(formula, seats, situation));
    found.find_map(|found| found.members.first().map(|(member, _)| *member))
}

/// Of how many pairs one would block if it held the other's vote: such a proxy is refused when it is given.
fn proxies(asked: &Asked<'_>, seats: &Seats, situations: &Situations) -> Option<String> {
    let first = situations.admissible.first().filter(|_| asked.proxies)?;
    let (roll, codes) = seats.roll(first)?;
    let (mut pairs, mut refused) = (0_usize, 0_usize);
    for one in 0..codes.len() {
        for other in 0..one {
            pairs = pairs.saturating_add(1);
            let blocks = quorate_voting::blocks(asked.formula, &roll, &[other, one]).ok()?;
            refused = refused.saturating_add(usize::from(blocks));
        }
    }
    Some(format!(
        "when all take part, {refused} of {pairs} pairs would block by a proxy, and such a proxy is refused"
    ))
}

fn spaced(words: &str) -> String {
    if words.is_empty() { String::new() } else { format!(" {words}") }
}

fn unreadable() -> Outcome {
    Outcome::Undecided("the members are too many to be put to the vote".into())
}
