//! Where commands come in: each is judged by courtesy, those that can be ordered go into one block together.

use std::collections::{BTreeMap, BTreeSet};

use quorate_partnership::{
    CommandId, MAX_BLOCK_BYTES, MAX_BLOCK_COMMANDS, Partnership, Refused, Signed, SignedError, Unauthentic,
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
    pub refusal: Option<Refused>,
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

/// The answers so far: they are kept apart from the partnership, which forgets a command once it has expired, and
/// that may be while the others of its batch are ordered.
pub(crate) type Answers = BTreeMap<CommandId, Result<Answer, NotTaken>>;

/// Submissions, and the commands among them that are to be ordered.
pub(crate) struct Batch {
    /// For each submission, in order: its id, or why it is no command.
    read: Vec<Result<CommandId, SignedError>>,
    /// The commands that nobody submitted before, each once.
    fresh: Vec<Signed>,
    /// The answers to what was ordered before.
    known: Answers,
}

impl Batch {
    /// Sorts submissions: what is no command, what was answered before, what is new.
    pub(crate) fn sort(partnership: &Partnership, submissions: &[Vec<u8>]) -> Batch {
        let mut batch = Batch { read: Vec::new(), fresh: Vec::new(), known: Answers::new() };
        let mut seen = BTreeSet::new();
        for bytes in submissions {
            let signed = Signed::read(bytes, &partnership.id());
            batch.read.push(signed.as_ref().map(Signed::id).map_err(|error| *error));
            let Ok(signed) = signed else { continue };
            let id = signed.id();
            if let Some(ordered) = partnership.remembered(&id) {
                let (height, position, refusal) = (ordered.height, ordered.position, ordered.refusal.clone());
                batch.known.insert(id, Ok(Answer { id, height, position, refusal }));
            } else if seen.insert(id) {
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
    pub(crate) fn answers(self, ordered: &Answers) -> Vec<Result<Answer, NotTaken>> {
        let Batch { read, known, .. } = self;
        let answer = |read: Result<CommandId, SignedError>| match read {
            Ok(id) => known.get(&id).or_else(|| ordered.get(&id)).cloned(),
            Err(error) => Some(Err(error.into())),
        };
        read.into_iter().filter_map(answer).collect()
    }
}

/// The room for commands in a block, with some to spare for its head.
const ROOM: usize = MAX_BLOCK_BYTES / 2;
/// What a command adds to its own length.
const HEAD: usize = 5;
