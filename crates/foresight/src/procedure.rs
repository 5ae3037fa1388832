//! The procedure: from the request to the payment, do the others get there whatever one member does?
//!
//! The real rules are run in a rehearsal. At every gate the uncooperative member moves first, having seen all that the
//! others did; then the others act, each in turn until one is accepted, whatever it did: that is a strategy and not one
//! path. Beside its moves it withholds everything: it never helps.

mod delay;
mod gates;
mod menu;
mod votes;
mod world;

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};

use self::gates::{Cast, Gate};
use self::menu::Move;
use self::world::World;
use crate::finding::{Counterexample, Finding, Outcome, Place, Promise, proven};
use crate::money::NO_FUND;
use crate::phrases::{counted, listed};

/// Up to so many members every pair of one that asks and one that is uncooperative is explored, with two moves; beyond,
/// each member is uncooperative once, with one move.
const SMALL: usize = 6;

/// With more members than these nothing is explored, and the delay is by its formula alone.
const MOST: usize = 50;

/// What the exploration of all pairs found.
struct Explored {
    pairs: usize,
    positions: usize,
    moves: usize,
    /// The time from the request to the payment with everybody prompt, in milliseconds.
    prompt: Option<u64>,
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

/// The findings on procedure and delay. Whether no member alone blocks the rule on help is known.
pub(crate) fn findings(charter: &Charter, text: &str, unblocked: bool) -> Vec<Finding> {
    if !charter.has_fund() {
        let not_asked =
            |promise, of| Finding::new(promise, Place::named(of), Outcome::NotPromised(NO_FUND.into()), "");
        return Vec::from([
            not_asked(Promise::Procedure, "from request to payment"),
            not_asked(Promise::Delay, "delay"),
        ]);
    }
    let place = Place::article(charter.cases().number(), "from request to payment");
    let explored = if charter.members().len() > MOST {
        Err(format!(
            "more than {MOST} members are not explored; each gate is counted under block and offices"
        ))
    } else {
        match World::founded(charter, text) {
            None => Err("a rehearsal of this charter does not come to a funded partnership".into()),
            Some(world) => explore(charter, &world).ok_or("too few members to leave one out".into()),
        }
    };
    let (procedure, how) = match &explored {
        Err(says) => (Outcome::Undecided(says.clone()), String::new()),
        Ok(explored) => (passed(explored), how(charter, explored)),
    };
    let delayed = charter
        .promises()
        .map_or_else(|| Place::named("delay"), |article| Place::article(article.number(), "delay"));
    let (delay, from) = delay::outcome(charter, explored.as_ref().ok(), unblocked);
    Vec::from([
        Finding::new(Promise::Procedure, place, procedure, how),
        Finding::new(Promise::Delay, delayed, delay, from),
    ])
}

fn passed(explored: &Explored) -> Outcome {
    match &explored.stuck {
        Some(stuck) => held(explored, stuck),
        None => {
            let says = "whatever any one member does, the others get from the request to the payment";
            proven(says, Vec::new())
        }
    }
}

/// A line on the exploration, and the menu in lines.
fn how(charter: &Charter, explored: &Explored) -> String {
    let ran = format!(
        "by running the rules in a rehearsal: {}, {} explored, up to {} of the uncooperative member beside withholding \
         everything",
        counted(
            explored.pairs,
            "pair of one that asks and one that is uncooperative",
            "pairs of one that asks and one that is uncooperative"
        ),
        counted(explored.positions, "position", "positions"),
        counted(explored.moves, "move", "moves"),
    );
    let mut lines = Vec::from([ran]);
    lines.extend(menu::printed(&Gate::under(charter)));
    lines.join("\n")
}

fn explore(charter: &Charter, world: &World) -> Option<Explored> {
    let members: Vec<MemberCode> = charter.members().map(|(member, _)| member).collect();
    if members.len() < 3 {
        return None;
    }
    let moves = if members.len() <= SMALL { 2 } else { 1 };
    let prompt = prompt(charter, world);
    let mut explored =
        Explored { pairs: 0, positions: 0, moves, prompt, longest: None, failing: Vec::new(), stuck: None };
    let gates = Gate::under(charter);
    for (at, uncooperative) in members.iter().enumerate() {
        let small = members.len() <= SMALL;
        let next = members.get(at.saturating_add(1)).or(members.first()).copied();
        for asks in
            members.iter().copied().filter(|asks| asks != uncooperative && (small || Some(*asks) == next))
        {
            explored.pairs = explored.pairs.saturating_add(1);
            let cast = Cast::of(charter, asks, Some(*uncooperative));
            let mut walk = Walk { cast: &cast, explored: &mut explored, is_stuck: false };
            walk.along(&gates, world, &[]);
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
    fn along(&mut self, gates: &[Gate], world: &World, so_far: &[Move]) {
        let Some(uncooperative) = self.cast.uncooperative else { return };
        let Some((gate, rest)) = gates.split_first() else {
            return self.paid(world.since_request(), uncooperative, so_far);
        };
        let gate = *gate;
        // What silence has adopted is not voted on.
        let over = gate == Gate::Vote && world.adopted().is_some();
        let left = so_far.len() < self.explored.moves && !over;
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
            self.along(rest, &after, &moves);
        }
    }

    fn paid(&mut self, took: u64, uncooperative: MemberCode, moves: &[Move]) {
        if self.explored.longest.as_ref().is_none_or(|(longest, _, _)| took > *longest) {
            self.explored.longest = Some((took, uncooperative, moves.to_vec()));
        }
    }
}

fn held(explored: &Explored, stuck: &Stuck) -> Outcome {
    let Stuck { asks, uncooperative, gate, moves, world } = stuck;
    let by = told(moves);
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
    let gates = Gate::under(charter);
    let all = gates.into_iter().all(|gate| gates::pass(gate, &mut world, &cast, None));
    all.then(|| world.since_request())
}

/// The moves in words, after *it* or a member's code.
fn told(moves: &[Move]) -> String {
    match moves {
        [] => "withholds everything".into(),
        moves => listed(&moves.iter().map(|one| one.says()).collect::<Vec<_>>(), "and"),
    }
}
