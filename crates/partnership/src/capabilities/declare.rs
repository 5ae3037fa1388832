//! Declare a thing that one's member has, or on which it relies. Article: capabilities.

use alloc::boxed::Box;
use alloc::collections::BTreeSet;
use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{MemberCode, Office, Offices};

use super::event::Event;
use super::has_article;
use super::name::Named;
use super::refusal::Refusal;
use super::thing::Thing;
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// The most things that a member has declared and not withdrawn.
pub const MAX_DECLARED: usize = 200;
/// The most things on which one relies, all groups together.
pub const MAX_RELIES_ON: usize = 64;

/// Declares a thing. What the member declared under this name before, it stands for no longer.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Declare {
    /// The thing.
    #[n(0)]
    pub thing: Thing,
}

impl Provision for Declare {
    fn name(&self) -> &'static str {
        "capability declare"
    }

    fn offices(&self) -> Offices {
        &[Office::Representative]
    }

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        _now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        has_article(partnership)?;
        let (by, thing) = (act.post().member, &self.thing);
        relies_on(thing, by)?;
        // T4: figures are of a size that can be meant.
        if !thing.lasts.is_bounded() || !thing.replaced_in.is_bounded() {
            return Err(Refusal::Days.into());
        }
        if thing.cost.is_some_and(|cost| cost.is_negative()) {
            return Err(Refusal::Cost.into());
        }
        let capabilities = partnership.capabilities();
        let before = capabilities.standing(by, &thing.name);
        match before {
            // T5: what is for everybody is not replaced by what is for the members alone.
            Some(before) if before.audience > thing.audience => return Err(Refusal::ForFewer.into()),
            // T6: nobody fills the register.
            None if capabilities.many(by) >= MAX_DECLARED => return Err(Refusal::TooMany(by).into()),
            _ => {}
        }
        let version = before.map_or(0, |before| before.version).saturating_add(1);
        Ok(vec![Event::Declared { by, version, thing: Box::new(thing.clone()) }.into()])
    }
}

/// What a thing is said to rely on.
fn relies_on(thing: &Thing, by: MemberCode) -> Result<(), Refusal> {
    // T2: something is said of it.
    let many = thing.relies_on().count();
    if many == 0 && !thing.is_held() {
        return Err(Refusal::NothingSaid);
    }
    // T3: it relies on others than itself, at most 64, each once; and of a group one of several is needed.
    let each_once: BTreeSet<&Named> = thing.relies_on().collect();
    let is_itself = |named: &&Named| named.of == by && named.name == thing.name;
    let grouped = thing.one_of.iter().all(|group| group.len() >= 2);
    if many > MAX_RELIES_ON
        || each_once.len() < many
        || thing.relies_on().any(|on| is_itself(&on))
        || !grouped
    {
        return Err(Refusal::ReliesOn);
    }
    Ok(())
}
