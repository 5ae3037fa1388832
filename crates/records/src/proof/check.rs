//! Checks a record file, from its bytes alone.

mod commands;
mod count;

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use ct_merkle::{InclusionProof, RootHash};
use quorate_charter::{Charter, MemberCode};
use quorate_ledger::Money;
use quorate_partnership::{Booked, CaseNo, DecisionNo, Event, Genesis, Moment, cases, members};
use sha2::Sha256;

use super::checkpoint::Checkpoint;
use super::fault::{Check, Fault};
use super::file::{Item, RecordFile};
use super::note::Note;
use super::select::concerns;
use crate::outlook::Outlook;
use crate::words;

/// What a record file proves, to whoever knows that the genesis is the right one.
#[derive(Clone, Debug)]
pub struct Proven {
    /// The genesis that it carries: all that has to be believed.
    pub genesis: Genesis,
    /// What the record came to.
    pub checkpoint: Checkpoint,
    /// The members whose nodes signed that.
    pub signers: Vec<MemberCode>,
    /// The decision, who voted how, and the verdict, counted anew.
    pub outlook: Outlook,
    /// The case that it is about, if it is about one.
    pub payee: Option<Payee>,
    /// What the record says of it, in order, a sentence an event.
    pub told: Vec<(Moment, String)>,
    /// How many events were checked, and how many signed commands.
    pub checked: (usize, usize),
}

/// To whom a case is paid, and what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payee {
    /// The case.
    pub case: CaseNo,
    /// The member that asked.
    pub beneficiary: MemberCode,
    /// To whom, as the request says.
    pub payee: String,
    /// The amount of each tranche, and whether the file shows that the bank's statement confirmed it.
    pub tranches: Vec<(Money, bool)>,
}

/// Checks a record file. Where a genesis is given, the file's must be the same.
///
/// # Errors
/// The first check that fails, and where.
pub fn verify(bytes: &[u8], pinned: Option<&Genesis>) -> Result<Proven, Fault> {
    let file = RecordFile::read(bytes)?;
    let genesis =
        Genesis::from_bytes(&file.genesis).map_err(|error| Fault::new(Check::Genesis, error.to_string()))?;
    if pinned.is_some_and(|pinned| *pinned != genesis) {
        let what =
            alloc::format!("the file's is that of partnership {}, and another was expected", genesis.id());
        return Err(Fault::new(Check::Genesis, what));
    }
    let charter = genesis.read_charter().map_err(|error| Fault::new(Check::Genesis, error.to_string()))?;
    let note = Note::read(&file.note)?;
    let signers = note.signers(&genesis)?;
    let checkpoint = *note.checkpoint();
    let events = included(&file.items, &checkpoint)?;
    let read: Vec<Booked> = events.iter().map(|(_, booked)| booked.clone()).collect();
    nodes_stay(&events)?;
    concern(&events, &read, file.decision)?;
    let commands = commands::read(&file, &events, &genesis)?;
    commands::hold_posts(&events, &commands, &genesis, charter.clone())?;
    let outlook = count::again(&events, &genesis, charter.clone(), file.decision)?;
    let (payee, checked) = (payee(&read), (events.len(), commands.len()));
    let told = told(&read, charter);
    Ok(Proven { genesis, checkpoint, signers, outlook, payee, told, checked })
}

/// An event, and its place in the record.
type Placed = (u64, Booked);

/// Every item is an event of the record, and they stand in its order.
fn included(items: &[Item], checkpoint: &Checkpoint) -> Result<Vec<Placed>, Fault> {
    let root = RootHash::<Sha256>::new(checkpoint.extent.root.0.into(), checkpoint.extent.size);
    let mut events: Vec<Placed> = Vec::new();
    for item in items {
        let fault = |what| Fault::at(Check::Inclusion, item.index, what);
        if events.last().is_some_and(|(before, _)| *before >= item.index) {
            return Err(fault("it stands after a later one, or twice"));
        }
        if item.index >= checkpoint.extent.size {
            return Err(fault("the record of the checkpoint is shorter"));
        }
        let path = InclusionProof::try_from_bytes(item.path.to_vec());
        let path = path.map_err(|_| fault("its path is not made of hashes"))?;
        root.verify_inclusion(&item.leaf.as_slice(), item.index, &path)
            .map_err(|_| fault("it is not in the record of the checkpoint at this place"))?;
        let booked =
            Booked::from_bytes(&item.leaf).ok_or_else(|| fault("it is no event that is known here"))?;
        let earlier = events.last().map_or((0, Moment(0)), |(_, before)| (before.height, before.at));
        if (booked.height, booked.at) < earlier || booked.height > checkpoint.height {
            return Err(fault("its height or moment does not fit the events around it"));
        }
        events.push((item.index, booked));
    }
    Ok(events)
}

/// The checkpoint is judged by the nodes of the genesis. A file that says that nodes came or went would need the chain
/// of their changes, signed by those before, and there is no form for that yet.
fn nodes_stay(events: &[Placed]) -> Result<(), Fault> {
    use members::Event as E;
    match events.iter().find(|(_, booked)| {
        matches!(booked.event, Event::Members(E::NodeNamed { .. } | E::NodeGone { .. } | E::Left { .. }))
    }) {
        None => Ok(()),
        Some((index, _)) => Err(Fault::at(
            Check::Nodes,
            *index,
            "a node came, went or was replaced; such a record cannot be proven from the genesis alone yet",
        )),
    }
}

fn concern(events: &[Placed], read: &[Booked], decision: DecisionNo) -> Result<(), Fault> {
    let stranger = events.iter().zip(concerns(read, decision)).find(|(_, concerns)| !concerns);
    match stranger {
        None => Ok(()),
        Some(((index, _), _)) => {
            Err(Fault::at(Check::Concern, *index, alloc::format!("it does not concern {decision}")))
        }
    }
}

fn payee(events: &[Booked]) -> Option<Payee> {
    let mut found: Option<Payee> = None;
    for booked in events {
        match &booked.event {
            Event::Cases(cases::Event::Requested { case, beneficiary, request }) => {
                let tranches = request.tranches.iter().map(|terms| (terms.amount, false)).collect();
                let payee = request.payee.as_str().into();
                found = Some(Payee { case: *case, beneficiary: *beneficiary, payee, tranches });
            }
            Event::Cases(cases::Event::Paid { tranche, .. }) => {
                let at = tranche.index();
                let paid = at.and_then(|at| found.as_mut()?.tranches.get_mut(at));
                if let Some((_, paid)) = paid {
                    *paid = true;
                }
            }
            _ => {}
        }
    }
    found
}

/// Keys and standings are what the rest is checked by; they are not told again.
fn told(events: &[Booked], charter: Charter) -> Vec<(Moment, String)> {
    let mut in_force = crate::charter::CharterInForce::founding(charter);
    let mut told = Vec::new();
    for booked in events {
        in_force.hear(booked);
        if !matches!(booked.event, Event::Members(_)) {
            let sentence = words::sentence(booked, &in_force.charter);
            told.extend(sentence.map(|sentence| (booked.fell_due.unwrap_or(booked.at), sentence)));
        }
    }
    told
}
