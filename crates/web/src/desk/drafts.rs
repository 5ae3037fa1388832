//! What is drafted: prepared here, looked at by a second person, signed elsewhere, given from here. Drafts are the node's
//! own and nobody else's; they are not on record, and go when the pages end.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use quorate_charter::MemberCode;
use quorate_partnership::CommandId;

use crate::doorway::Acceptance;
use crate::prepared::{Author, Prepared};

/// The most drafts at once; the one with the least time left goes.
const MOST: usize = 500;

/// A draft.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) author: Author,
    /// The words in which it is typed.
    pub(crate) words: Vec<String>,
    pub(crate) prepared: Prepared,
    /// Who else looked at it and agreed.
    pub(crate) checked: Option<Author>,
    /// What became of it.
    pub(crate) given: Option<Acceptance>,
}

/// All drafts, by the id that each has once it is signed.
#[derive(Debug, Default)]
pub(crate) struct Drafts {
    drafts: Mutex<BTreeMap<CommandId, Draft>>,
}

impl Drafts {
    /// Keeps a draft.
    pub(crate) fn keep(&self, draft: Draft) {
        let mut drafts = self.drafts.lock().unwrap_or_else(PoisonError::into_inner);
        while drafts.len() >= MOST {
            let first = drafts.iter().min_by_key(|(_, draft)| draft.prepared.expires).map(|(id, _)| *id);
            let Some(first) = first else { break };
            drafts.remove(&first);
        }
        drafts.insert(draft.prepared.id, draft);
    }

    /// A draft, if there is one with this id.
    pub(crate) fn get(&self, id: &CommandId) -> Option<Draft> {
        self.drafts.lock().unwrap_or_else(PoisonError::into_inner).get(id).cloned()
    }

    /// Changes a draft.
    pub(crate) fn change(&self, id: &CommandId, change: impl FnOnce(&mut Draft)) {
        if let Some(draft) = self.drafts.lock().unwrap_or_else(PoisonError::into_inner).get_mut(id) {
            change(draft);
        }
    }

    /// Discards a draft.
    pub(crate) fn discard(&self, id: &CommandId) {
        self.drafts.lock().unwrap_or_else(PoisonError::into_inner).remove(id);
    }

    /// Those of a member that were not given yet.
    pub(crate) fn open(&self, member: MemberCode) -> Vec<Draft> {
        let drafts = self.drafts.lock().unwrap_or_else(PoisonError::into_inner);
        let open =
            drafts.values().filter(|draft| draft.given.is_none() && draft.author.post.member == member);
        open.cloned().collect()
    }
}
