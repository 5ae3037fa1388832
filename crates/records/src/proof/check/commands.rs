//! The signed commands: each is there once, well signed, says what its events say, and was given by who held the post.

use alloc::collections::BTreeMap;
use alloc::collections::btree_map::Entry;
use alloc::string::ToString;
use alloc::sync::Arc;

use quorate_charter::Charter;
use quorate_partnership::{CommandId, Event, Genesis, Signed};

use super::super::fault::{Check, Fault};
use super::super::file::RecordFile;
use super::super::says::says;
use super::Placed;

/// Reads the commands: those that the events name, in that order, and no other.
pub(super) fn read(
    file: &RecordFile,
    events: &[Placed],
    genesis: &Genesis,
) -> Result<BTreeMap<CommandId, Signed>, Fault> {
    let id = genesis.id();
    let mut left = file.commands.iter();
    let mut commands: BTreeMap<CommandId, Signed> = BTreeMap::new();
    for (index, booked) in events {
        let Some(by) = booked.by else { continue };
        let fault = |what: &str| Fault::at(Check::Command, *index, what);
        if let Entry::Vacant(place) = commands.entry(by.command) {
            let bytes = left.next().ok_or_else(|| fault("its signed command is missing"))?;
            let signed = Signed::read(bytes, &id).map_err(|error| fault(&error.to_string()))?;
            if signed.id() != by.command {
                return Err(fault("the signed command in its place is another"));
            }
            if !signed.is_well_signed() {
                return Err(fault("the signature of its command does not verify"));
            }
            place.insert(signed);
        }
        let signed = commands.get(&by.command).ok_or_else(|| fault("its signed command is missing"))?;
        if (signed.post(), Some(signed.key())) != (by.post, by.key) {
            return Err(fault("it names another post or key than its signed command"));
        }
        if signed.expires() <= booked.at {
            return Err(fault("its command had expired"));
        }
        if !says(signed, booked) {
            return Err(fault("it is not what its signed command says"));
        }
    }
    match left.next() {
        None => Ok(commands),
        Some(_) => Err(Fault::new(Check::Command, "a signed command brought none of the events")),
    }
}

/// Each key held the post as of the block before: what a block gives works from the next on.
pub(super) fn hold_posts(
    events: &[Placed],
    commands: &BTreeMap<CommandId, Signed>,
    genesis: &Genesis,
    charter: Charter,
) -> Result<(), Fault> {
    let mut charter = Arc::new(charter);
    let mut members = quorate_partnership::members::Members::of(genesis, &charter);
    let mut rest = events;
    while let Some((_, first)) = rest.first() {
        let in_block = rest.iter().take_while(|(_, booked)| booked.height == first.height).count();
        let Some((block, later)) = rest.split_at_checked(in_block) else { break };
        for (index, booked) in block {
            let Some(signed) = booked.by.and_then(|by| commands.get(&by.command)) else { continue };
            if !members.holds(signed.post(), &signed.key(), booked.at) {
                let what = alloc::format!("the key that signed did not hold the post `{}`", signed.post());
                return Err(Fault::at(Check::Post, *index, what));
            }
        }
        for (_, booked) in block {
            if let Event::Members(event) = &booked.event {
                members.hear(&mut charter, event, booked.at);
            }
        }
        rest = later;
    }
    Ok(())
}
