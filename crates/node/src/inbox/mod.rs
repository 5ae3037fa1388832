//! Where commands come in: each is judged by courtesy, those that can be ordered go into one block together.

use std::collections::{BTreeMap, BTreeSet};

use quorate_partnership::{
    CommandId, MAX_BLOCK_BYTES, MAX_BLOCK_COMMANDS, Partnership, Refusal, Signed, SignedError, Unauthentic,
};

/// The answer to a command that was ordered: where it stands, and the refusal if a rule refused it. Submitting
/// the same command again gives the same answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The command.
    pub id: CommandId,
    /// The height of its block.
    pub height: u64,
    /// Its place among the commands of the block, from 0.
    pub position: u32,
    /// Why it was refused, if it was.
    pub refusal: Option<Refusal>,
}

/// Why a command was not ordered. Nothing of it stands in the record.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotTaken {
    /// The bytes are no signed command.
    #[error(transparent)]
    Form(#[from] SignedError),
    /// It is not authentic.
    #[error(transparent)]
    Unauthentic(#[from] Unauthentic),
}

/// Submissions, and the commands among them that are to be ordered.
pub(crate) struct Batch {
    /// For each submission, in order: its id, or why it is no command.
    read: Vec<Result<CommandId, SignedError>>,
    /// The commands that nobody submitted before, each once.
    fresh: Vec<Signed>,
}

impl Batch {
    /// Sorts submissions: what is no command, what was answered before, what is new.
    pub(crate) fn sort(partnership: &Partnership, submissions: &[Vec<u8>]) -> Batch {
        let mut batch = Batch { read: Vec::new(), fresh: Vec::new() };
        let mut seen = BTreeSet::new();
        for bytes in submissions {
            let signed = Signed::read(bytes, &partnership.id());
            batch.read.push(signed.as_ref().map(Signed::id).map_err(|error| *error));
            if let Ok(signed) = signed
                && partnership.remembered(&signed.id()).is_none()
                && seen.insert(signed.id())
            {
                batch.fresh.push(signed);
            }
        }
        batch
    }

    /// The commands to be ordered, in parts that fit a block.
    pub(crate) fn parts(&self) -> Vec<&[Signed]> {
        let mut parts = Vec::new();
        let mut rest = self.fresh.as_slice();
        while !rest.is_empty() {
            let mut room = ROOM;
            let fits = |signed: &Signed| {
                let left = room.checked_sub(signed.bytes().len().saturating_add(HEAD));
                room = left.unwrap_or_default();
                left.is_some()
            };
            let fitting =
                rest.iter().take(MAX_BLOCK_COMMANDS).map(fits).take_while(|fits| *fits).count().max(1);
            let (part, after) = rest.split_at_checked(fitting).unwrap_or((rest, &[]));
            parts.push(part);
            rest = after;
        }
        parts
    }

    /// The answers, in the order of the submissions, once everything was ordered that could be.
    pub(crate) fn answers(
        self,
        partnership: &Partnership,
        not_taken: &BTreeMap<CommandId, Unauthentic>,
    ) -> Vec<Result<Answer, NotTaken>> {
        let answer = |read: Result<CommandId, SignedError>| {
            let id = match read {
                Ok(id) => id,
                Err(error) => return Some(Err(error.into())),
            };
            match partnership.remembered(&id) {
                Some(ordered) => {
                    let (height, position, refusal) =
                        (ordered.height, ordered.position, ordered.refusal.clone());
                    Some(Ok(Answer { id, height, position, refusal }))
                }
                None => not_taken.get(&id).cloned().map(|reason| Err(reason.into())),
            }
        };
        self.read.into_iter().filter_map(answer).collect()
    }
}

/// The room for commands in a block, with some to spare for its head.
const ROOM: usize = MAX_BLOCK_BYTES / 2;
/// What a command adds to its own length.
const HEAD: usize = 5;
