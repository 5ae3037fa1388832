//! Checks a record file, from its bytes alone.

mod commands;
mod count;

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};
use quorate_ledger::Money;
use quorate_partnership::{Booked, CaseNo, DecisionNo, Event, Genesis, Moment, TrancheNo, cases, fund};

use super::checkpoint::Checkpoint;
use super::fault::{Check, Fault};
use super::file::RecordFile;
use super::item::Item;
use super::nodes::{Change, History};
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
    /// How many nodes there were to sign it.
    pub nodes: usize,
    /// How the nodes changed between the genesis and the checkpoint, a sentence a change.
    pub changes: Vec<(Moment, String)>,
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

/// What a reader knows already, and holds a file against.
#[derive(Clone, Copy, Debug, Default)]
pub struct Expected<'e> {
    /// The genesis that the file must carry.
    pub genesis: Option<&'e Genesis>,
    /// A checkpoint that the file's must be, or go on from.
    pub held: Option<&'e Note>,
}

/// Checks a record file, and that it is of what is expected.
///
/// # Errors
/// The first check that fails, and where.
pub fn verify(bytes: &[u8], expected: Expected<'_>) -> Result<Proven, Fault> {
    let file = RecordFile::read(bytes)?;
    let (genesis, charter) = founding(&file.genesis, expected)?;
    let note = Note::read(&file.note)?;
    let checkpoint = *note.checkpoint();
    let history = followed(&genesis, &file.changes, &checkpoint)?;
    let signers = history.judge(&note)?;
    if let Some(held) = expected.held {
        history.goes_on_from(held, &checkpoint)?;
    }
    let events = included(&file.items, &checkpoint)?;
    let read: Vec<Booked> = events.iter().map(|(_, booked)| booked.clone()).collect();
    concern(&events, &read, file.decision)?;
    let commands = commands::read(&file, &events, &genesis)?;
    commands::hold_posts(&events, &commands, &genesis, charter.clone())?;
    let outlook = count::again(&events, &genesis, charter.clone(), file.decision)?;
    let (payee, checked) = (payee(&read), (events.len(), commands.len()));
    let (nodes, changes) = (history.judges(checkpoint.height).len(), history.told(&charter));
    let told = told(&read, charter);
    Ok(Proven { genesis, checkpoint, signers, nodes, changes, outlook, payee, told, checked })
}

/// The genesis of a file, and its charter.
pub(super) fn founding(bytes: &[u8], expected: Expected<'_>) -> Result<(Genesis, Charter), Fault> {
    let genesis =
        Genesis::from_bytes(bytes).map_err(|error| Fault::new(Check::Genesis, error.to_string()))?;
    if let Some(other) = expected.genesis.filter(|other| **other != genesis) {
        let what = alloc::format!(
            "the file's is that of partnership {}, and that of {} was expected",
            genesis.id(),
            other.id()
        );
        return Err(Fault::new(Check::Genesis, what));
    }
    let charter = genesis.read_charter().map_err(|error| Fault::new(Check::Genesis, error.to_string()))?;
    Ok((genesis, charter))
}

/// The nodes from the genesis to the checkpoint of a file.
pub(super) fn followed(genesis: &Genesis, changes: &[Change], last: &Checkpoint) -> Result<History, Fault> {
    if last.partnership != genesis.id() {
        return Err(Fault::new(Check::Checkpoint, "it is of another partnership than the genesis"));
    }
    History::follow(genesis, changes, last)
}

/// An event, and its place in the record.
type Placed = (u64, Booked);

/// Every item is an event of the record, and they stand in its order.
fn included(items: &[Item], checkpoint: &Checkpoint) -> Result<Vec<Placed>, Fault> {
    let mut events: Vec<Placed> = Vec::new();
    for item in items {
        let fault = |what| Fault::at(Check::Inclusion, item.index, what);
        if events.last().is_some_and(|(before, _)| *before >= item.index) {
            return Err(fault("it stands after a later one, or twice"));
        }
        let booked = item.read_in(&checkpoint.extent).map_err(fault)?;
        let earlier = events.last().map_or((0, Moment(0)), |(_, before)| (before.height, before.at));
        if (booked.height, booked.at) < earlier || booked.height > checkpoint.height {
            return Err(fault("its height or moment does not fit the events around it"));
        }
        events.push((item.index, booked));
    }
    Ok(events)
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
                let tranches = crate::registers::tranches_of(request);
                let tranches = tranches.iter().map(|terms| (terms.amount, false)).collect();
                let payee = request.payee.as_str().into();
                found = Some(Payee { case: *case, beneficiary: *beneficiary, payee, tranches });
            }
            Event::Cases(cases::Event::Paid { tranche, .. }) => paid(found.as_mut(), *tranche, true),
            Event::Fund(fund::Event::PaymentReturned { tranche, .. }) => {
                paid(found.as_mut(), *tranche, false);
            }
            Event::Cases(cases::Event::Claimed { amount, .. }) => {
                if let Some(payee) = &mut found {
                    payee.tranches.push((*amount, false));
                }
            }
            _ => {}
        }
    }
    found
}

fn paid(payee: Option<&mut Payee>, tranche: TrancheNo, is: bool) {
    let found = payee.and_then(|payee| payee.tranches.get_mut(tranche.index()?));
    if let Some((_, paid)) = found {
        *paid = is;
    }
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
