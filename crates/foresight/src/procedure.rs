//! The procedure: from the request to the payment, do the others get there whatever one member does?
//!
//! The real rules are run in a rehearsal. At every gate the uncooperative member moves first, having seen all that the
//! others did; then the others act, each in turn until one is accepted, whatever it did: that is a strategy and not one
//! path. Beside its moves it withholds everything: it never helps.

mod gates;
mod menu;
mod world;

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use quorate_charter::{Charter, Course, MemberCode};

use self::gates::{Cast, Gate};
use self::menu::Move;
use self::world::World;
use crate::finding::{Counterexample, Finding, Outcome, Place, Promise, fails, proven};
use crate::phrases::{counted, listed};

/// Up to so many members every pair of one that asks and one that is uncooperative is explored, with two moves; beyond,
/// each member is uncooperative once, with one move.
const SMALL: usize = 6;

/// What the exploration of all pairs found.
struct Explored {
    pairs: usize,
    positions: usize,
    moves: usize,
    /// The longest time from the request to the payment, in milliseconds, and who took it.
    longest: Option<(u64, MemberCode, Vec<Move>)>,
    /// The pairs in which the others did not get on, and how in the first.
    failing: Vec<MemberCode>,
    stuck: Option<Stuck>,
}

/// Where the others did not get on.
struct Stuck {
    asks: MemberCode,
    uncooperative: MemberCode,
    gate: Gate,
    moves: Vec<Move>,
    world: World,
}

/// The findings on procedure and delay.
pub(crate) fn findings(charter: &Charter, text: &str) -> Vec<Finding> {
    let place = Place::article(charter.cases().number(), "from request to payment");
    let course = charter.cases().rule().procedure().map(|procedure| procedure.course());
    let undecided = |says: &str| {
        let one = |promise| Finding::new(promise, place.clone(), Outcome::Undecided(says.into()), "");
        Vec::from([Promise::Procedure, Promise::Delay].map(one))
    };
    if course != Some(Course::Vote) {
        return undecided("only procedures by vote are explored");
    }
    let Some(world) = World::founded(charter, text) else {
        return undecided("a rehearsal of this charter does not come to a funded partnership");
    };
    let Some(explored) = explore(charter, &world) else {
        return undecided("too few members to leave one out");
    };
    let how = how(&explored);
    let procedure = match &explored.stuck {
        Some(stuck) => held(&explored, stuck),
        None => {
            let says = "whatever any one member does, the others get from the request to the payment";
            proven(says, Vec::new())
        }
    };
    let prompt = prompt(charter, &world);
    let delay = delay(charter, &explored, prompt);
    let delayed = charter
        .promises()
        .map_or_else(|| Place::named("delay"), |article| Place::article(article.number(), "delay"));
    Vec::from([
        Finding::new(Promise::Procedure, place, procedure, how),
        Finding::new(Promise::Delay, delayed, delay, "from the same exploration"),
    ])
}

fn how(explored: &Explored) -> String {
    format!(
        "by running the rules in a rehearsal: {}, {} explored, up to {} of the uncooperative member beside withholding \
         everything: {}",
        counted(
            explored.pairs,
            "pair of one that asks and one that is uncooperative",
            "pairs of one that asks and one that is uncooperative"
        ),
        counted(explored.positions, "position", "positions"),
        counted(explored.moves, "move", "moves"),
        listed(&Move::ALL.map(Move::says), "and")
    )
}

fn explore(charter: &Charter, world: &World) -> Option<Explored> {
    let members: Vec<MemberCode> = charter.members().map(|(member, _)| member).collect();
    if members.len() < 3 {
        return None;
    }
    let moves = if members.len() <= SMALL { 2 } else { 1 };
    let mut explored =
        Explored { pairs: 0, positions: 0, moves, longest: None, failing: Vec::new(), stuck: None };
    for (at, uncooperative) in members.iter().enumerate() {
        let small = members.len() <= SMALL;
        let next = members.get(at.saturating_add(1)).or(members.first()).copied();
        for asks in
            members.iter().copied().filter(|asks| asks != uncooperative && (small || Some(*asks) == next))
        {
            explored.pairs = explored.pairs.saturating_add(1);
            let cast = Cast::of(charter, asks, Some(*uncooperative));
            let mut walk = Walk { cast: &cast, explored: &mut explored, is_stuck: false };
            walk.from(Gate::Request, world, &[]);
            if walk.is_stuck {
                explored.failing.push(*uncooperative);
            }
        }
    }
    Some(explored)
}

/// One pair, as a tree over the gates.
struct Walk<'w> {
    cast: &'w Cast,
    explored: &'w mut Explored,
    is_stuck: bool,
}

impl Walk<'_> {
    fn from(&mut self, gate: Gate, world: &World, so_far: &[Move]) {
        let Some(uncooperative) = self.cast.uncooperative else { return };
        let left = so_far.len() < self.explored.moves;
        let moves = menu::at(gate).iter().filter(|_| left).map(|one| Some(*one));
        for one in core::iter::once(None).chain(moves) {
            if self.is_stuck {
                return;
            }
            self.explored.positions = self.explored.positions.saturating_add(1);
            let mut after = world.clone();
            let mut moves = so_far.to_vec();
            moves.extend(one);
            if !gates::pass(gate, &mut after, self.cast, one) {
                let (asks, world) = (self.cast.asks, after);
                self.is_stuck = true;
                self.explored.stuck.get_or_insert(Stuck { asks, uncooperative, gate, moves, world });
                return;
            }
            match gate.next() {
                Some(next) => self.from(next, &after, &moves),
                None => self.paid(after.since_request(), uncooperative, moves),
            }
        }
    }

    fn paid(&mut self, took: u64, uncooperative: MemberCode, moves: Vec<Move>) {
        if self.explored.longest.as_ref().is_none_or(|(longest, _, _)| took > *longest) {
            self.explored.longest = Some((took, uncooperative, moves));
        }
    }
}

fn held(explored: &Explored, stuck: &Stuck) -> Outcome {
    let Stuck { asks, uncooperative, gate, moves, world } = stuck;
    let by = match moves.as_slice() {
        [] => "withholds everything".into(),
        moves => listed(&moves.iter().map(|one| one.says()).collect::<Vec<_>>(), "and"),
    };
    let says = format!("{uncooperative} alone can hold up help to {asks} at {}: it {by}", gate.name());
    let steps =
        Vec::from(["the steps are a story: `--story FILE` writes it, `quorate play FILE` plays it".into()]);
    let story = world.story(&format!("Help to {asks}, held up by one member at {}", gate.name()));
    let mut members = explored.failing.clone();
    members.dedup();
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let cases = Some((count(explored.failing.len()), count(explored.pairs)));
    Outcome::Fails(Counterexample { says, members, steps, cases, story: Some(story) })
}

/// The time from the request to the payment when everybody helps at once.
fn prompt(charter: &Charter, world: &World) -> Option<u64> {
    let (first, _) = charter.members().next()?;
    let cast = Cast::of(charter, first, None);
    let mut world = world.clone();
    let mut gate = Some(Gate::Request);
    while let Some(at) = gate {
        if !gates::pass(at, &mut world, &cast, None) {
            return None;
        }
        gate = at.next();
    }
    Some(world.since_request())
}

const HOUR: u64 = 3_600_000;

/// Whole hours, rounded up: less than an hour, such as the milliseconds between blocks, is none.
fn hours(millis: u64) -> u64 {
    millis.saturating_add(HOUR / 2).checked_div(HOUR).unwrap_or_default()
}

fn delay(charter: &Charter, explored: &Explored, prompt: Option<u64>) -> Outcome {
    let (Some((longest, by, moves)), None, Some(prompt)) = (&explored.longest, &explored.stuck, prompt)
    else {
        return Outcome::Undecided("one member can hold the payment up for good".into());
    };
    let delay = hours(longest.saturating_sub(prompt));
    let steps = if moves.is_empty() {
        "withholds everything".into()
    } else {
        listed(&moves.iter().map(|one| one.says()).collect::<Vec<_>>(), "and")
    };
    let measured = format!(
        "any one member delays it by {} at most; with everybody prompt it takes {}",
        counted(usize::try_from(delay).unwrap_or(usize::MAX), "hour", "hours"),
        counted(usize::try_from(hours(prompt)).unwrap_or(usize::MAX), "hour", "hours")
    );
    let because = Vec::from([format!("longest where {by} {steps}: {} hours in all", hours(*longest))]);
    match charter.promises().map(|article| article.longest_delay().hours()) {
        None => Outcome::NotDeclared(format!("the text promises no longest delay; {measured}")),
        Some(most) if delay <= most => proven(format!("{measured}; {most} hours promised"), because),
        Some(most) => fails(
            format!("{by} can delay a payment by {delay} hours, {most} promised"),
            Vec::from([*by]),
            because,
        ),
    }
}
