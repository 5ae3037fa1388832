//! The stages of consultations: at each the uncooperative member moves, then the caller and the others act.

use quorate_charter::{ConsultationsArticle, MemberCode};
use quorate_partnership::Moment;

use super::menu::Move;
use super::world::{HOUR, World};

/// A stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    Call,
    Session,
    Minutes,
    Text,
}

impl Stage {
    pub(super) const ALL: [Stage; 4] = [Stage::Call, Stage::Session, Stage::Minutes, Stage::Text];

    pub(super) const fn name(self) -> &'static str {
        match self {
            Stage::Call => "the call",
            Stage::Session => "the session",
            Stage::Minutes => "the minutes",
            Stage::Text => "the text",
        }
    }
}

/// Who calls and who is uncooperative; all others, the caller among them.
pub(super) struct Pair<'p> {
    pub(super) caller: MemberCode,
    pub(super) uncooperative: MemberCode,
    pub(super) others: alloc::vec::Vec<MemberCode>,
    pub(super) article: &'p ConsultationsArticle,
}

/// Whether the caller and the others got through a stage, whatever the uncooperative member did; nothing if they did not.
pub(super) fn pass(stage: Stage, world: &mut World, pair: &Pair<'_>, one: Option<Move>) -> Option<()> {
    match stage {
        Stage::Call => call(world, pair, one),
        Stage::Session => session(world, pair, one),
        Stage::Minutes => minutes(world, pair, one),
        Stage::Text => text(world, pair, one),
    }
}

fn holds(fact: bool) -> Option<()> {
    fact.then_some(())
}

fn call(world: &mut World, pair: &Pair<'_>, one: Option<Move>) -> Option<()> {
    let by = pair.uncooperative;
    match one {
        Some(Move::Flood) => world.flood(by),
        Some(Move::CallMany) => while world.call(by) {},
        Some(Move::Withdraw) => world.withdraw(by),
        _ => {}
    }
    // In force at once.
    holds(world.call(pair.caller) && world.follows(pair.caller) && world.is_open())
}

fn session(world: &mut World, pair: &Pair<'_>, one: Option<Move>) -> Option<()> {
    let (by, article) = (pair.uncooperative, pair.article);
    let (last, notice) = (world.first_session_by(), article.session_notice());
    match one {
        Some(Move::ConveneLate) => {
            world.convene(by, last, None);
        }
        Some(Move::ConveneTooLate) => {
            world.convene(by, last.plus(article.session_every()), None);
        }
        Some(Move::ConveneShort) => {
            let opens = world.now().plus(notice);
            world.convene(by, opens, Some(opens.plus(notice)));
        }
        Some(Move::ConveneMany) => while world.convene(by, world.now().plus(notice), None) {},
        Some(Move::Close) => {
            world.close(by);
        }
        _ => {}
    }
    // The session that is convened, or that of the rule.
    let opens = world.opens().unwrap_or(last).min(last);
    world.reach(opens);
    holds(world.is_open() && world.opens().is_some_and(|opens| opens <= world.now() && opens <= last))?;
    // The caller attends and states, whoever stays away.
    holds(world.attend(pair.caller) && world.state(pair.caller))
}

fn minutes(world: &mut World, pair: &Pair<'_>, one: Option<Move>) -> Option<()> {
    let within = pair.article.chair_within();
    if one == Some(Move::Minutes) {
        world.minutes(pair.uncooperative);
    }
    // The chair's turn, then the deputy's, then anybody's.
    let opens = world.opens()?;
    for turn in [opens, opens.plus(within), opens.plus(within).plus(within)] {
        world.reach(turn);
        let mut others = pair.others.iter();
        if world.has_minutes() || others.any(|member| world.minutes(*member)) {
            // What others' minutes leave out is stated, and stands.
            return holds(world.state(pair.caller) && world.is_open());
        }
    }
    None
}

fn text(world: &mut World, pair: &Pair<'_>, one: Option<Move>) -> Option<()> {
    let by = pair.uncooperative;
    if one == Some(Move::Rivals) {
        while world.table(by) {}
    }
    holds(world.table(pair.caller) && world.follows_text(pair.caller))?;
    let until = world.now().plus(pair.article.silence());
    let broken = object(world, pair, one, until);
    let supported = |world: &mut World| {
        let others = pair.others.iter().filter(|member| **member != pair.caller);
        others.for_each(|member| world.support(*member));
    };
    supported(world);
    if one == Some(Move::Conclude) {
        world.conclude(by);
    }
    // Its time alone records it.
    let most = until.plus(pair.article.conclude_within());
    for moment in [until, most] {
        if !world.is_recorded() {
            world.reach(moment);
        }
    }
    // Never agreed over an objection, and recorded in time.
    holds(
        world.is_recorded()
            && world.is_agreed() != broken
            && world.now() <= Moment(most.0.saturating_add(HOUR)),
    )?;
    // Nobody else closes, and the caller does.
    holds(!world.close(by) && world.is_open() && world.close(pair.caller) && !world.is_open())
}

/// Whether the uncooperative member broke the silence.
fn object(world: &mut World, pair: &Pair<'_>, one: Option<Move>, until: Moment) -> bool {
    let by = pair.uncooperative;
    match one {
        Some(Move::Break | Move::Conclude) => world.break_silence(by),
        Some(Move::BreakLate) => {
            world.reach(Moment(until.0.saturating_sub(HOUR / 2)));
            world.break_silence(by)
        }
        Some(Move::Turn) => {
            let broken = world.break_silence(by);
            for _ in 0..3 {
                world.support(by);
                world.dissociate(by);
            }
            broken
        }
        Some(Move::Close) => {
            world.close(by);
            false
        }
        _ => false,
    }
}
