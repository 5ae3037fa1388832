//! Where the partnerships of a story begin: in a rehearsal, with exercise keys.

use std::path::Path;

use quorate_charter::{Charter, MemberCode, Office};
use quorate_node::{Key, KeyRing, Node};
use quorate_partnership::{Founder, Genesis, Moment, Nature, Post};

use super::{Desks, Story};
use crate::failure::Failure;
use crate::session::Session;

/// The texts of a story's charters: of its own partnership, and of those beside it in the order of the story.
pub(crate) struct Charters<'s> {
    pub(crate) own: &'s str,
    pub(crate) beside: &'s [String],
}

/// Where a story's partnership begins, with exercise keys.
pub(crate) fn genesis(story: &Story, charter: &str) -> Result<Genesis, Failure> {
    begun(story, (&story.title, &story.charter), charter)
}

/// Where a partnership of a story begins, its own or one beside it: its exercise keys follow from a title.
pub(super) fn begun(story: &Story, (title, file): (&str, &str), charter: &str) -> Result<Genesis, Failure> {
    let read = Charter::read(charter).map_err(|faults| Failure::in_charter(file, charter, &faults))?;
    let key = |member, office| Key::of_exercise(title, Post { member, office });
    let founder = |member| Founder {
        member,
        root: key(member, Office::Root).public(),
        recovery: key(member, Office::Recovery).public(),
        node: Key::of_exercise_node(title, member).public(),
    };
    let begins = u64::try_from(story.begins.as_millisecond()).unwrap_or_default();
    let founders = read.members().map(|(member, _)| founder(member)).collect();
    Ok(Genesis::new(Nature::Rehearsal { rate: 0 }, Moment(begins), charter, founders)?)
}

/// A partnership begun on one node, in a directory that has none.
pub(super) fn alone(
    story: &Story,
    title: &str,
    genesis: &Genesis,
    directory: &Path,
) -> Result<Desks, Failure> {
    let node = Node::create(directory, genesis)?;
    let members: Vec<MemberCode> = genesis.founders().iter().map(|founder| founder.member).collect();
    for member in members.iter().chain(&story.newcomer) {
        keep_keys(title, *member, &KeyRing::of(directory))?;
    }
    for member in members {
        keep_node_key(title, member, &KeyRing::of(directory))?;
    }
    Ok(Desks::alone(Session::with(node)))
}

/// Keeps the exercise keys of a member's posts.
pub(crate) fn keep_keys(title: &str, member: MemberCode, ring: &KeyRing) -> Result<(), Failure> {
    for office in Office::ALL {
        let post = Post { member, office };
        ring.keep(post, &Key::of_exercise(title, post))?;
    }
    Ok(())
}

/// Keeps the exercise key of a member's node.
pub(crate) fn keep_node_key(title: &str, member: MemberCode, ring: &KeyRing) -> Result<(), Failure> {
    Ok(ring.keep_node(member, &Key::of_exercise_node(title, member))?)
}
