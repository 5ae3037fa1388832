//! The nodes that judge a checkpoint: those of the genesis, and each change of them since, signed by those before it.

use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Charter, MemberCode};
use quorate_partnership::members::Nodes;
use quorate_partnership::{Booked, Event, Genesis, Moment, NodesDigest, PartnershipId, PublicKey};

use super::checkpoint::Checkpoint;
use super::fault::{Check, Fault};
use super::item::Item;
use super::note::Note;
use crate::words;

/// The most changes of the nodes in a file.
pub const MAX_NODE_CHANGES: usize = 1024;

/// The members that have a node, each with its key, in the order of their codes.
pub type Judges = Vec<(MemberCode, PublicKey)>;

/// A change of the nodes, as a file carries it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Change {
    /// The event, in the record as the checkpoint beside it names it.
    #[n(0)]
    pub(super) item: Item,
    /// The checkpoint of its block, signed by the nodes that agreed on the block.
    #[n(1)]
    pub(super) note: String,
}

/// The nodes from the genesis on, change by change.
pub(super) struct History {
    partnership: PartnershipId,
    /// Never none, and in order.
    stages: Vec<Stage>,
}

/// The nodes that agree on the blocks above a height.
struct Stage {
    above: u64,
    judges: Judges,
    digest: NodesDigest,
    /// What brought them, if it is not the genesis.
    by: Option<Booked>,
}

impl Stage {
    fn of(nodes: &Nodes, above: u64, by: Option<Booked>) -> Stage {
        Stage { above, judges: nodes.each().collect(), digest: nodes.digest(), by }
    }
}

impl History {
    /// Follows the changes of a file that ends with this checkpoint: each is in the record, changes the nodes, and stands under
    /// a checkpoint of its block that nodes of before it signed.
    pub(super) fn follow(genesis: &Genesis, changes: &[Change], last: &Checkpoint) -> Result<History, Fault> {
        let mut nodes = Nodes::begin(genesis);
        let mut history = History { partnership: genesis.id(), stages: vec![Stage::of(&nodes, 0, None)] };
        let mut before = (0, Moment(0), 0);
        for Change { item, note } in changes {
            let fault = |what: String| Fault::at(Check::Nodes, item.index, what);
            let note = Note::read(note).map_err(|wrong| fault(wrong.what))?;
            let at = note.checkpoint();
            let booked = item.read_in(&at.extent).map_err(|what| fault(what.into()))?;
            if (booked.height, booked.at) != (at.height, at.moment) {
                return Err(fault("the checkpoint beside it is not that of its block".into()));
            }
            if at.height <= before.0 || at.moment <= before.1 || item.index < before.2 {
                return Err(fault("it stands after a later change, or twice".into()));
            }
            if at.height > last.height || at.extent.size > last.extent.size {
                return Err(fault("it is later than the checkpoint of the file".into()));
            }
            if !is_heard(&mut nodes, &booked) {
                return Err(fault("it does not change the nodes".into()));
            }
            history.stages.push(Stage::of(&nodes, at.height, Some(booked)));
            history.judge(&note).map_err(|wrong| fault(wrong.what))?;
            before = (at.height, at.moment, at.extent.size);
        }
        Ok(history)
    }

    /// The members whose nodes signed a checkpoint: enough of those that agreed on its block. It names the nodes that the
    /// changes up to its block lead to.
    pub(super) fn judge(&self, note: &Note) -> Result<Vec<MemberCode>, Fault> {
        let checkpoint = note.checkpoint();
        self.leads_to(checkpoint)?;
        note.signers(self.partnership, self.judges(checkpoint.height))
    }

    /// Whether the changes up to a checkpoint's block are those that it names: none is missing, and none is one too many.
    pub(super) fn leads_to(&self, checkpoint: &Checkpoint) -> Result<(), Fault> {
        if self.partnership != checkpoint.partnership {
            return Err(Fault::new(Check::Checkpoint, "it is of another partnership than the genesis"));
        }
        let after = self.stages.iter().rev().find(|stage| stage.above <= checkpoint.height);
        if after.is_none_or(|stage| stage.digest != checkpoint.nodes) {
            let what = format!(
                "the changes in the file do not lead to the nodes that the checkpoint of height {} names",
                checkpoint.height
            );
            return Err(Fault::new(Check::Nodes, what));
        }
        Ok(())
    }

    /// The nodes that agreed on the block of a height.
    pub(super) fn judges(&self, height: u64) -> &[(MemberCode, PublicKey)] {
        let first = || self.stages.first();
        let stage = self.stages.iter().rev().find(|stage| stage.above < height).or_else(first);
        stage.map(|stage| stage.judges.as_slice()).unwrap_or_default()
    }

    /// The changes, a sentence each.
    pub(super) fn told(&self, charter: &Charter) -> Vec<(Moment, String)> {
        let sentence = |by: &Booked| words::sentence(by, charter).map(|sentence| (by.at, sentence));
        self.stages.iter().filter_map(|stage| sentence(stage.by.as_ref()?)).collect()
    }

    /// Whether a file's checkpoint goes on from one that its reader holds already: the same, or a later one that the nodes lead
    /// to through those that the other names.
    pub(super) fn goes_on_from(&self, held: &Note, checkpoint: &Checkpoint) -> Result<(), Fault> {
        let fault = |what: String| Fault::new(Check::Held, what);
        let (mine, its) = (held.checkpoint(), checkpoint);
        if mine.height > its.height {
            return Err(fault(format!(
                "the file's checkpoint is of height {}, and you hold one of height {}; have the file made again",
                its.height, mine.height
            )));
        }
        if contradicts(mine, its).is_some() {
            return Err(fault(format!(
                "the file's checkpoint, of height {}, is of another record than the one that you hold, of height {}",
                its.height, mine.height
            )));
        }
        self.judge(held)
            .map(|_| ())
            .map_err(|wrong| fault(format!("of the checkpoint that you hold: {}", wrong.what)))
    }
}

/// Why two checkpoints of one partnership, of which the first is of the same height or a lower one, cannot both be true,
/// if that shows without more.
pub(super) fn contradicts(first: &Checkpoint, second: &Checkpoint) -> Option<&'static str> {
    if first.height == second.height {
        return (first != second).then_some("they are of the same height and say different things");
    }
    let shrinks = second.extent.size < first.extent.size || second.moment <= first.moment;
    shrinks.then_some("the second is of a later block and of a shorter record or an earlier moment")
}

/// Takes in an event; whether it changes the nodes.
fn is_heard(nodes: &mut Nodes, booked: &Booked) -> bool {
    match &booked.event {
        Event::Members(event) => nodes.hear(event, booked.at),
        _ => false,
    }
}
