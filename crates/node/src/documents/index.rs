//! What documents a node knows of, whose room they take, and which are here.

use std::collections::BTreeMap;
use std::ops::Bound;
use std::path::Path;

use quorate_charter::MemberCode;
use quorate_partnership::PartnershipId;
use tracing::{info, warn};

use super::deposit::{Deposit, DocumentId};
use super::error::{DocumentError, NotHere, NotTaken};
use super::folder::Documents;

/// The most documents that one member's nodes deposit.
pub(crate) const MAX_DOCUMENTS_OF_MEMBER: usize = 256;
/// The most bytes of them.
pub(crate) const MAX_BYTES_OF_MEMBER: usize = 64 * 1024 * 1024;

struct Known {
    deposit: Deposit,
    is_here: bool,
}

/// The documents that a node knows of.
pub(super) struct Index {
    folder: Documents,
    known: BTreeMap<DocumentId, Known>,
}

impl Index {
    /// Those whose deposits are in a directory; a file that holds none, or one of another partnership, is named.
    pub(super) fn open(directory: &Path, partnership: PartnershipId) -> Index {
        let mut index = Index { folder: Documents::of(directory), known: BTreeMap::new() };
        for read in index.folder.deposits() {
            match read {
                Ok(deposit) if deposit.partnership() != partnership => {
                    let what = DocumentError::Partnership;
                    warn!(document = %deposit.document(), %what, "a document is left alone");
                }
                Ok(deposit) => index.put(deposit),
                Err((path, what)) => {
                    warn!(path = %path.display(), what, "the deposit of a document is left alone");
                }
            }
        }
        index
    }

    fn put(&mut self, deposit: Deposit) {
        let is_here = self.folder.seems_here(&deposit);
        let path = self.folder.path(deposit.document());
        if !is_here && path.exists() {
            warn!(error = %NotHere::Bent(path), "a document is fetched again");
        }
        if !self.folder.is_refused(deposit.document()) {
            self.known.insert(deposit.document(), Known { deposit, is_here });
        }
    }

    pub(super) fn deposit(&self, document: DocumentId) -> Option<&Deposit> {
        self.known.get(&document).map(|known| &known.deposit)
    }

    pub(super) fn is_here(&self, document: DocumentId) -> bool {
        self.known.get(&document).is_some_and(|known| known.is_here)
    }

    /// That a member has room for one more of this length, and the operator does not refuse it.
    pub(super) fn has_room(&self, deposit: &Deposit) -> Result<(), NotTaken> {
        let (document, member) = (deposit.document(), deposit.member());
        if self.folder.is_refused(document) {
            return Err(NotTaken::Refused(document));
        }
        let (mut count, mut bytes) = (0_usize, deposit.length());
        for (_, known) in self.known.iter().filter(|(of, known)| is_of(member, known) && **of != document) {
            count = count.saturating_add(1);
            bytes = bytes.saturating_add(known.deposit.length());
        }
        match () {
            () if count >= MAX_DOCUMENTS_OF_MEMBER => Err(NotTaken::Many(member)),
            () if bytes > MAX_BYTES_OF_MEMBER => Err(NotTaken::Long(member)),
            () => Ok(()),
        }
    }

    /// Keeps a deposit that has been checked, in place of the one before, if there is room.
    pub(super) fn take(&mut self, deposit: Deposit) -> Result<(), NotTaken> {
        self.has_room(&deposit)?;
        self.folder.keep_deposit(&deposit)?;
        self.put(deposit);
        Ok(())
    }

    /// Keeps the bytes of a document whose deposit is here, once they are those of its name.
    pub(super) fn keep(&mut self, document: DocumentId, bytes: &[u8]) -> Result<(), NotTaken> {
        let Some(known) = self.known.get_mut(&document) else { return Ok(()) };
        self.folder.keep(document, bytes)?;
        known.is_here = true;
        info!(%document, by = %known.deposit.member(), "a document is here");
        Ok(())
    }

    /// The bytes of a document. One that cannot be used is named, and counts as missing from now on.
    pub(super) fn read(&mut self, document: DocumentId) -> Option<Vec<u8>> {
        let known = self.known.get_mut(&document).filter(|known| known.is_here)?;
        match self.folder.read(&known.deposit) {
            Ok(bytes) => Some(bytes),
            Err(error) => {
                known.is_here = false;
                let is_refused = self.folder.is_refused(document);
                if is_refused {
                    self.known.remove(&document);
                }
                if !(is_refused && matches!(error, NotHere::Missing(_))) {
                    warn!(%error, "a document is fetched again");
                }
                None
            }
        }
    }

    /// Those that are not here, from after this one on, and from the first on again.
    pub(super) fn missing(&self, after: Option<DocumentId>) -> impl Iterator<Item = &Deposit> {
        self.around(after).filter(|known| !known.is_here).map(|known| &known.deposit)
    }

    /// Those that are here, likewise.
    pub(super) fn here(&self, after: Option<DocumentId>) -> impl Iterator<Item = &Deposit> {
        self.around(after).filter(|known| known.is_here).map(|known| &known.deposit)
    }

    fn around(&self, after: Option<DocumentId>) -> impl Iterator<Item = &Known> {
        let above = after.map_or(Bound::Unbounded, Bound::Excluded);
        let rest = after.map(|after| self.known.range(..=after)).into_iter().flatten();
        self.known.range((above, Bound::Unbounded)).chain(rest).map(|(_, known)| known)
    }
}

fn is_of(member: MemberCode, known: &Known) -> bool {
    known.deposit.member() == member
}
