//! Consultations: does one member's call come to a session, minutes, a recorded text and its caller's own close, whatever
//! another member does?
//!
//! The real rules are run in a rehearsal. At every stage the uncooperative member moves first, having seen all that the others
//! did; then the caller and the others act. Beside its moves it withholds everything: it acknowledges, attends, chairs and
//! supports nothing.

mod menu;
mod stages;
mod world;

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use quorate_charter::{Charter, ConsultationsArticle, MemberCode};

use self::menu::Move;
use self::stages::{Pair, Stage};
use self::world::World;
use crate::finding::{Counterexample, Finding, Outcome, Place, Promise, proven};
use crate::phrases::{counted, listed};

/// Up to so many members two moves are tried beside withholding everything; beyond, one.
const SMALL: usize = 6;

/// With more members than these nothing is explored.
const MOST: usize = 16;

const PLACE: &str = "consultations";

/// The longest times that were seen, in milliseconds.
#[derive(Clone, Copy, Debug, Default)]
struct Longest {
    session: u64,
    minutes: u64,
    text: u64,
}

/// What the exploration of all pairs found.
#[derive(Default)]
struct Explored {
    pairs: usize,
    positions: usize,
    longest: Longest,
    failing: Vec<MemberCode>,
    stuck: Option<String>,
}

/// The finding on consultations.
pub(crate) fn finding(charter: &Charter, text: &str) -> Finding {
    let Some(article) = charter.consultations() else {
        let says = "the text has no article by which a member calls consultations";
        return Finding::new(
            Promise::Consultations,
            Place::named(PLACE),
            Outcome::NotDeclared(says.into()),
            "",
        );
    };
    let place = Place::article(article.number(), PLACE);
    let members: Vec<MemberCode> = charter.members().map(|(member, _)| member).collect();
    if members.len() > MOST {
        let says = format!("more than {MOST} members are not explored");
        return Finding::new(Promise::Consultations, place, Outcome::Undecided(says), "");
    }
    let Some(world) = World::begun(&members, text).filter(|_| members.len() > 1) else {
        let says = "a rehearsal of this charter does not come to members that consult";
        return Finding::new(Promise::Consultations, place, Outcome::Undecided(says.into()), "");
    };
    let moves = if members.len() <= SMALL { 2 } else { 1 };
    let explored = explore(&members, &world, article, moves);
    let how = how(&explored, moves);
    Finding::new(Promise::Consultations, place, outcome(&explored, article), how)
}

fn explore(members: &[MemberCode], world: &World, article: &ConsultationsArticle, moves: usize) -> Explored {
    let mut explored = Explored::default();
    for caller in members {
        for uncooperative in members.iter().filter(|member| *member != caller) {
            explored.pairs = explored.pairs.saturating_add(1);
            let others = members.iter().copied().filter(|member| member != uncooperative).collect();
            let pair = Pair { caller: *caller, uncooperative: *uncooperative, others, article };
            let mut walk = Walk { pair: &pair, explored: &mut explored, moves, is_stuck: false };
            walk.along(&Stage::ALL, world, &[]);
            if walk.is_stuck {
                explored.failing.push(*uncooperative);
            }
        }
    }
    explored
}

/// One pair, as a tree over the stages.
struct Walk<'w> {
    pair: &'w Pair<'w>,
    explored: &'w mut Explored,
    moves: usize,
    is_stuck: bool,
}

impl Walk<'_> {
    fn along(&mut self, stages: &[Stage], world: &World, so_far: &[Move]) {
        let Some((stage, rest)) = stages.split_first() else { return self.over(world) };
        let left = so_far.len() < self.moves;
        let moves = menu::at(*stage).iter().filter(|_| left).map(|one| Some(*one));
        for one in core::iter::once(None).chain(moves) {
            if self.is_stuck {
                return;
            }
            self.explored.positions = self.explored.positions.saturating_add(1);
            let mut after = world.clone();
            let mut moves = so_far.to_vec();
            moves.extend(one);
            if stages::pass(*stage, &mut after, self.pair, one).is_none() {
                return self.stuck(*stage, &moves);
            }
            self.along(rest, &after, &moves);
        }
    }

    fn over(&mut self, world: &World) {
        let Longest { session, minutes, text } = &mut self.explored.longest;
        *session = (*session).max(world.until_session());
        *minutes = (*minutes).max(world.until_minutes());
        *text = (*text).max(world.until_recorded());
    }

    fn stuck(&mut self, stage: Stage, moves: &[Move]) {
        let Pair { caller, uncooperative, .. } = self.pair;
        let by = listed(&moves.iter().map(|one| one.says()).collect::<Vec<_>>(), "and");
        let by = if by.is_empty() { "withholds everything".into() } else { by };
        let says = format!(
            "{uncooperative} alone can hold up the consultations of {caller} at {}: it {by}",
            stage.name()
        );
        self.is_stuck = true;
        self.explored.stuck.get_or_insert(says);
    }
}

fn outcome(explored: &Explored, article: &ConsultationsArticle) -> Outcome {
    if let Some(says) = &explored.stuck {
        let mut members = explored.failing.clone();
        members.sort_unstable();
        members.dedup();
        let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let cases = Some((count(explored.failing.len()), count(explored.pairs)));
        let (says, steps, story) = (says.clone(), Vec::new(), None);
        return Outcome::Fails(Counterexample { says, members, steps, cases, story });
    }
    let Longest { session, minutes, text } = explored.longest;
    let first = article.first_session_within().hours();
    let chair = article.chair_within().hours().saturating_mul(2);
    let concluded = article.silence().hours().saturating_add(article.conclude_within().hours());
    let says = format!(
        "whatever any one member does, another's call is in force at once, a session is held within {}, and its own text \
         is recorded within {} more; only the caller closes",
        hours(first),
        hours(concluded)
    );
    let because = Vec::from([
        "call: at once: nobody accepts it, and another's calls and commands take nothing from it".into(),
        format!("session: {} at most by the article, {} seen", hours(first), seen(session)),
        format!(
            "minutes: {} at most after it opens, when its chair does nothing and its deputy neither; {} seen",
            hours(chair),
            seen(minutes)
        ),
        format!(
            "text: agreed or recorded with who supports it, {} at most after the tabling, {} seen; never agreed over an \
             objection",
            hours(concluded),
            seen(text)
        ),
        "close: refused to all but the caller (K6)".into(),
    ]);
    proven(says, because)
}

/// A line on the exploration, and the menu in lines.
fn how(explored: &Explored, moves: usize) -> String {
    let ran = format!(
        "by running the rules in a rehearsal: {}, {} explored, up to {} of the uncooperative member beside withholding \
         everything",
        counted(
            explored.pairs,
            "pair of one that calls and one that is uncooperative",
            "pairs of one that calls and one that is uncooperative"
        ),
        counted(explored.positions, "position", "positions"),
        counted(moves, "move", "moves"),
    );
    let mut lines = Vec::from([ran]);
    lines.extend(menu::printed());
    lines.join("\n")
}

fn hours(hours: u64) -> String {
    counted(usize::try_from(hours).unwrap_or(usize::MAX), "hour", "hours")
}

/// Whole hours, to the nearest: the milliseconds between blocks are none.
fn seen(millis: u64) -> String {
    let half = world::HOUR.checked_div(2).unwrap_or_default();
    hours(millis.saturating_add(half).checked_div(world::HOUR).unwrap_or_default())
}
