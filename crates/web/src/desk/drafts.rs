//! What is drafted: prepared here, looked at by a second person, signed elsewhere, given from here. Drafts are the node's
//! own and nobody else's; they are not on record, and are kept in a drawer on its disk.

mod kept;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use quorate_charter::MemberCode;
use quorate_partnership::CommandId;

use crate::doorway::{Acceptance, Doorway};
use crate::drawer::Drawer;
use crate::prepared::{Author, Prepared};

/// The most drafts at once; the one with the least time left goes.
const MOST: usize = 500;

/// A draft.
#[derive(Clone, Debug, PartialEq, Eq)]
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

type All = BTreeMap<CommandId, Draft>;

/// All drafts, by the id that each has once it is signed.
pub(crate) struct Drafts {
    door: Arc<dyn Doorway>,
    /// The drafts, or why the drawer cannot be read: then nothing is put in it, so that nothing in it is lost.
    drafts: Mutex<Result<All, String>>,
}

impl Drafts {
    /// Those that are kept behind a door.
    pub(crate) fn open(door: &Arc<dyn Doorway>) -> Drafts {
        let partnership = door.records().id();
        let read = kept::read(door.kept(Drawer::Drafts), &partnership);
        Drafts { door: Arc::clone(door), drafts: Mutex::new(read) }
    }

    fn all(&self) -> MutexGuard<'_, Result<All, String>> {
        self.drafts.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Why there are none, if they cannot be read.
    pub(crate) fn fault(&self) -> Option<String> {
        self.all().as_ref().err().cloned()
    }

    /// Changes what is kept; what cannot be written to the disk is not so in memory either.
    fn write(&self, change: impl FnOnce(&mut All)) -> Result<(), String> {
        let mut held = self.all();
        let all = held.as_mut().map_err(|why| why.clone())?;
        let mut next = all.clone();
        change(&mut next);
        self.door.keep(Drawer::Drafts, &kept::write(&next)?)?;
        *all = next;
        Ok(())
    }

    /// Keeps a draft. It waits for the disk.
    ///
    /// # Errors
    /// Why it cannot be kept.
    pub(crate) fn keep(&self, draft: Draft) -> Result<(), String> {
        self.write(|drafts| {
            while drafts.len() >= MOST {
                let first = drafts.iter().min_by_key(|(_, draft)| draft.prepared.expires).map(|(id, _)| *id);
                let Some(first) = first else { break };
                drafts.remove(&first);
            }
            drafts.insert(draft.prepared.id, draft);
        })
    }

    /// A draft, if there is one with this id.
    pub(crate) fn get(&self, id: &CommandId) -> Option<Draft> {
        self.all().as_ref().ok()?.get(id).cloned()
    }

    /// Changes a draft. It waits for the disk.
    ///
    /// # Errors
    /// Why it cannot be kept.
    pub(crate) fn change(&self, id: &CommandId, change: impl FnOnce(&mut Draft)) -> Result<(), String> {
        self.write(|drafts| {
            if let Some(draft) = drafts.get_mut(id) {
                change(draft);
            }
        })
    }

    /// Discards a draft. It waits for the disk.
    ///
    /// # Errors
    /// Why it cannot be.
    pub(crate) fn discard(&self, id: &CommandId) -> Result<(), String> {
        self.write(|drafts| {
            drafts.remove(id);
        })
    }

    /// Those of a member that were not given yet.
    pub(crate) fn of(&self, member: MemberCode) -> Vec<Draft> {
        let held = self.all();
        let all = held.as_ref().map(BTreeMap::values).into_iter().flatten();
        all.filter(|draft| draft.given.is_none() && draft.author.post.member == member).cloned().collect()
    }
}
