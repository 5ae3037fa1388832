//! The end of provisional application: at once, or once a notice has run where the charter asks for one. Article: entry
//! into force.

use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::MemberCode;

use super::{InstrumentEvent, InstrumentRefusal};
use crate::members::Event;
use crate::members::standing::{Refusal, with_what_follows};
use crate::moment::Moment;
use crate::partnership::Partnership;

/// What it brings that a State which applies the charter provisionally ends that.
///
/// # Errors
/// M41, if its notice runs already.
pub(crate) fn ends_provisional(
    partnership: &Partnership,
    member: MemberCode,
    now: Moment,
) -> Result<Vec<Event>, Refusal> {
    // By the text that it accepted: no other lengthens the notice.
    let bond = partnership.members().standings.of.get(&member);
    let Some(notice) = bond.and_then(|bond| bond.terms.provisional_notice) else {
        return Ok(with_what_follows(partnership, Event::ProvisionalEnded { member }));
    };
    // M41: once.
    if partnership.members().instrument.ending.contains_key(&member) {
        return Err(InstrumentRefusal::EndsAlready(member).into());
    }
    let effective = now.plus(notice);
    Ok(vec![InstrumentEvent::ProvisionalEnds { member, effective }.into()])
}

/// A notice has run; nothing if the State was bound meanwhile, or left.
pub(crate) fn provisional_ends(partnership: &Partnership, member: MemberCode) -> Vec<Event> {
    let members = partnership.members();
    let runs = members.instrument.ending.contains_key(&member);
    let bond = members.standings.of.get(&member).filter(|_| runs);
    match bond {
        Some(bond) if bond.provisional && !(members.standings.in_force && bond.ratified) => {
            with_what_follows(partnership, Event::ProvisionalEnded { member })
        }
        _ => Vec::new(),
    }
}
