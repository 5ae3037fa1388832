//! What the capital instructs its delegation to vote: kept at the delegation's own node, with its history, and nowhere else.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use quorate_charter::MemberCode;
use quorate_partnership::decisions::Choice;
use quorate_partnership::{DecisionNo, Moment};
use serde::{Deserialize, Serialize};

use crate::doorway::Doorway;
use crate::drawer::Drawer;
use crate::drawn::{self, Who};
use crate::prepared::Author;

/// The longest text of an instruction, in bytes.
pub(crate) const MAX_TEXT_BYTES: usize = 4000;
/// The most instructions on one decision, those that others replaced included.
const MOST_ON_ONE: usize = 50;
/// The most in all.
const MOST: usize = 10_000;

/// An instruction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Instruction {
    pub(crate) decision: DecisionNo,
    pub(crate) choice: Choice,
    pub(crate) text: String,
    /// Who wrote it.
    pub(crate) by: Author,
    pub(crate) at: Moment,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct One {
    decision: u32,
    vote: String,
    text: String,
    by: Who,
    at: u64,
}

/// Why an instruction is not kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum NotKept {
    /// There are as many as there may be.
    TooMany,
    /// The drawer cannot be read or written: why.
    Failed(String),
}

/// All instructions, in the order in which they were written.
pub(crate) struct Instructions {
    door: Arc<dyn Doorway>,
    /// Those that are kept, or why the drawer cannot be read: then nothing is put in it, so that nothing in it is lost.
    all: Mutex<Result<Vec<Instruction>, String>>,
}

impl Instructions {
    /// Those that are kept behind a door.
    pub(crate) fn open(door: &Arc<dyn Doorway>) -> Instructions {
        let read = drawn::read(door.kept(Drawer::Instructions), instruction);
        Instructions { door: Arc::clone(door), all: Mutex::new(read) }
    }

    fn all(&self) -> MutexGuard<'_, Result<Vec<Instruction>, String>> {
        self.all.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Why there are none, if they cannot be read.
    pub(crate) fn fault(&self) -> Option<String> {
        self.all().as_ref().err().cloned()
    }

    /// What a member's capital instructed on a decision, the oldest first: the last one stands.
    pub(crate) fn on(&self, member: MemberCode, decision: DecisionNo) -> Vec<Instruction> {
        let held = self.all();
        let all = held.as_ref().map(|all| all.iter()).into_iter().flatten();
        all.filter(|one| one.decision == decision && one.by.post.member == member).cloned().collect()
    }

    /// Keeps one. It waits for the disk.
    pub(crate) fn keep(&self, instruction: Instruction) -> Result<(), NotKept> {
        let mut held = self.all();
        let all = held.as_mut().map_err(|why| NotKept::Failed(why.clone()))?;
        let same = |one: &&Instruction| {
            one.decision == instruction.decision && one.by.post.member == instruction.by.post.member
        };
        if all.len() >= MOST || all.iter().filter(same).count() >= MOST_ON_ONE {
            return Err(NotKept::TooMany);
        }
        all.push(instruction);
        let kept = written(all).and_then(|bytes| self.door.keep(Drawer::Instructions, &bytes));
        kept.map_err(|why| {
            all.pop();
            NotKept::Failed(why)
        })
    }
}

fn written(all: &[Instruction]) -> Result<Vec<u8>, String> {
    let one = |one: &Instruction| One {
        decision: one.decision.0,
        vote: one.choice.name().into(),
        text: one.text.clone(),
        by: Who::of(&one.by),
        at: one.at.0,
    };
    drawn::write(all.iter().map(one))
}

fn instruction(one: One) -> Option<Instruction> {
    let choice = Choice::ALL.into_iter().find(|choice| choice.name() == one.vote)?;
    let (decision, by, at) = (DecisionNo(one.decision), one.by.author()?, Moment(one.at));
    Some(Instruction { decision, choice, text: one.text, by, at })
}
