//! How the others pass a vote, and the objections before one, whatever the uncooperative member does.

use quorate_charter::{Course, MemberCode};
use quorate_partnership::decisions::Choice;

use super::gates::{self, Cast};
use super::menu::Move;
use super::world::{HOUR, World};

/// What the uncooperative member says to a draft, beside nothing.
#[derive(Clone, Copy)]
enum Word {
    Vote(Choice),
    ToBeConfirmed,
    Objection,
}

/// What it says as soon as the others have voted, and what in the last hour.
fn words(one: Move) -> (Option<Word>, Option<Word>) {
    let (favour, against) = (Some(Word::Vote(Choice::InFavour)), Some(Word::Vote(Choice::Against)));
    let abstain = Some(Word::Vote(Choice::Abstain));
    match one {
        Move::Object => (Some(Word::Objection), None),
        Move::LateObject => (None, Some(Word::Objection)),
        Move::TurnSupport => (favour, abstain),
        Move::Against => (against, None),
        Move::Abstain => (abstain, None),
        Move::LateAgainst => (None, against),
        Move::FirstLate => (None, favour),
        Move::Flip | Move::Turn => (favour, against),
        Move::LateFavour => (against, favour),
        Move::Reserve => (Some(Word::ToBeConfirmed), None),
        Move::FlipByReserve => (against, Some(Word::ToBeConfirmed)),
        _ => (None, None),
    }
}

/// The others support at once; the uncooperative member speaks when it wants; then the deadline comes. Silence adopts,
/// or members are to vote: no objection rejects.
pub(super) fn object(world: &mut World, cast: &Cast, one: Option<Move>) -> bool {
    let phase = world.phase();
    speak(world, cast, one);
    world.wait_until(|world| world.phase() != phase);
    world.adopted() != Some(false)
}

/// The others vote in favour at once and close what they can; the uncooperative member votes when it wants; then the
/// deadline comes. Whether the draft is adopted.
pub(super) fn vote(world: &mut World, cast: &Cast, one: Option<Move>) -> bool {
    speak(world, cast, one);
    world.wait_until(|world| world.adopted().is_some());
    world.adopted() == Some(true)
}

fn speak(world: &mut World, cast: &Cast, one: Option<Move>) {
    let phase = world.phase();
    for member in &cast.voters {
        world.vote_in_favour(*member);
    }
    let (Some(member), None) = (cast.uncooperative, world.adopted()) else {
        close(world, cast);
        return;
    };
    if one == Some(Move::Withdraw) {
        gates::make(Move::Withdraw, world, member);
    }
    let (early, late) = one.map_or((None, None), words);
    if let Some(word) = early {
        say(word, world, member);
    }
    close(world, cast);
    let (Some(late), true) = (late, world.phase() == phase) else { return };
    world.wait_until_last_hour();
    say(late, world, member);
    close(world, cast);
    if matches!(one, Some(Move::Turn | Move::TurnSupport)) {
        turn(world, cast, early, late);
    }
}

/// Turns as long as turning moves the deadline, and once more, so that it ends on what it does not support.
fn turn(world: &mut World, cast: &Cast, early: Option<Word>, late: Word) {
    let Some((member, early)) = cast.uncooperative.zip(early) else { return };
    let phase = world.phase();
    // All extensions together are bounded, and each of these adds half an hour at least.
    loop {
        let before = world.deadline();
        world.wait_until_last_hour();
        say(early, world, member);
        world.wait_until_last_hour();
        say(late, world, member);
        if world.phase() != phase || world.deadline().since(before) < HOUR / 2 {
            return;
        }
    }
}

fn say(word: Word, world: &mut World, member: MemberCode) {
    match word {
        Word::Vote(choice) => {
            world.vote(member, choice);
        }
        Word::ToBeConfirmed => {
            world.vote_to_be_confirmed(member);
        }
        Word::Objection => {
            world.object(member);
        }
    }
}

/// Anyone closes a written vote as soon as all have voted.
fn close(world: &mut World, cast: &Cast) {
    if let (Some(Course::Written), Some(member), None) = (cast.course, cast.voters.first(), world.adopted()) {
        world.close(*member);
    }
}
