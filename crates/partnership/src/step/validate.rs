//! What is asked of every command, before the rules of its own room.

use alloc::string::String;
use alloc::vec::Vec;

use quorate_charter::Offices;

use crate::authentic::Authentic;
use crate::event::Event;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal;

/// Reads what is true and says what a command would bring, or which rule refuses. Writes nothing.
///
/// # Errors
/// The first rule that refuses: O1 to O3, then M7 to M9 or M32, M10 and M34, then those of the command's room, in the order of
/// docs/rules.md.
pub fn validate(
    partnership: &Partnership,
    authentic: &Authentic,
    now: Moment,
) -> Result<Vec<Event>, Refusal> {
    let (act, provision) = (authentic.act(), authentic.command().provision());
    // O1: the office may give the command.
    if !provision.offices().contains(&act.post().office) {
        let (command, may) = (provision.name(), listed(provision.offices()));
        return Err(Refusal::Office { post: act.post(), command, may });
    }
    // O2: the credential was not ended earlier in this block.
    if act.key().is_some_and(|key| !partnership.members().holds(act.post(), &key, now)) {
        return Err(Refusal::Ended(act.post()));
    }
    // O3: without a fund there is nothing to pledge, to ask for, to pay or to audit.
    if authentic.command().needs_fund() && !partnership.charter().has_fund() {
        return Err(Refusal::NoFund(provision.name()));
    }
    // M7, M8 and M9: the member's standing allows it; M32 and M34: it is one that a State that is no member gives.
    partnership.members().may(act.post().member, provision, partnership.charter())?;
    provision.validate(partnership, act, now)
}

fn listed(offices: Offices) -> String {
    let names: Vec<String> = offices.iter().map(|office| alloc::format!("`{office}`")).collect();
    names.join(", ")
}
