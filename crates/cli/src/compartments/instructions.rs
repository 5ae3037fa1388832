//! What a capital instructs, as pages tell it, and what is known of it on one decision.

use std::collections::BTreeSet;

use quorate_carrier::{Lane, OwnKey, inbox};
use quorate_charter::MemberCode;
use quorate_partnership::{DecisionNo, PartnershipId};
use quorate_vault::compartment::{self as vault, CompartmentId, MAX_PARCEL_BYTES, Parcel, Refusal};
use quorate_web::agent::compartments::{Force, Instructing, Instruction, OnDecision, Sign, Stop};

use super::folder::Folder;
use super::told::{self, alarm, stop};
use crate::commands::compartment::opened::Opened;
use crate::commands::files::read_bytes;

/// The instructions of a compartment.
pub(super) fn all(opened: &Opened, name: &str) -> Result<Vec<Instruction>, Stop> {
    let all = opened.vault.instructions(name, opened.at()).map_err(stop)?;
    Ok(all.into_iter().map(|(one, force)| instruction(one, force)).collect())
}

fn instruction(one: &vault::Instructed, force: vault::Force) -> Instruction {
    let vault::Instruction { decision, vote, until, text } = &one.instruction;
    Instruction {
        what: Instructing { decision: *decision, vote: *vote, until: *until, text: text.clone() },
        by: one.by,
        agent: one.agent.short(),
        at: one.at,
        force: match force {
            vault::Force::Stands => Force::Stands,
            vault::Force::Replaced => Force::Replaced,
            vault::Force::Expired => Force::Expired,
            vault::Force::AgentGone => Force::AgentGone,
        },
    }
}

/// What is instructed, as the vault seals it.
pub(super) fn instructing(what: &Instructing) -> vault::Instruction {
    let Instructing { decision, vote, until, text } = what.clone();
    vault::Instruction { decision, vote, until, text }
}

/// What is known of the instructions on a decision, in all compartments of this member's own agents; none for another member
/// or partnership.
pub(super) fn on(
    opened: &Opened,
    folder: &Folder,
    (partnership, member): (&PartnershipId, MemberCode),
    decision: DecisionNo,
) -> Result<Option<OnDecision>, Stop> {
    if opened.node().basis().partnership != *partnership || told::own(opened)? != member {
        return Ok(None);
    }
    let (mut found, mut ids) = (OnDecision::default(), BTreeSet::new());
    for name in opened.vault.names() {
        let mut its = all(opened, name)?;
        its.retain(|one| one.what.decision == decision);
        if its.is_empty() && !opened.vault.is_among_own(name).map_err(stop)? {
            continue;
        }
        found.instructions.extend(its);
        found.signs.extend(signs(opened, name, &mut ids).map_err(stop)?);
    }
    let waits = waiting(folder, &ids)?;
    found.signs.extend((waits > 0).then_some(Sign::Waits(waits)));
    Ok(Some(found))
}

/// Why a later instruction may not have come in this compartment.
fn signs(opened: &Opened, name: &str, ids: &mut BTreeSet<CompartmentId>) -> Result<Vec<Sign>, Refusal> {
    let standing = opened.vault.standing(name)?;
    ids.insert(standing.id);
    let logs = opened.vault.logs(name)?;
    let is_missing = logs.iter().any(|log| !log.missing.is_empty() || log.lost > 0);
    let named = || name.to_owned();
    let alarm = standing.alarm.as_ref().map(|sign| Sign::Alarm(named(), alarm(sign)));
    let removed = standing.out.then(|| Sign::Removed(named()));
    let missing = is_missing.then(|| Sign::Missing(named()));
    Ok(alarm.into_iter().chain(removed).chain(missing).collect())
}

/// How many parcels of these compartments lie in the inbox.
fn waiting(folder: &Folder, ids: &BTreeSet<CompartmentId>) -> Result<usize, Stop> {
    let carrier = folder.carrier();
    // Where there is no carrier nothing comes by it.
    if ids.is_empty() || !OwnKey::is_made(&carrier) {
        return Ok(0);
    }
    let all = inbox::all(&carrier).map_err(|error| told::failed(&error))?;
    let is_of = |kept: &quorate_carrier::Kept| {
        let bytes = read_bytes(&kept.path, MAX_PARCEL_BYTES).ok();
        let parcel = bytes.and_then(|bytes| Parcel::read(&bytes).ok());
        parcel.is_some_and(|parcel| ids.contains(&parcel.id()))
    };
    let parcels = all.iter().filter(|(_, kept)| matches!(Lane::of_file(&kept.path), Ok(Lane::Parcels)));
    Ok(parcels.filter(|(_, kept)| is_of(kept)).count())
}
