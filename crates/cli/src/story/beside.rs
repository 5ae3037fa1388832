//! Further partnerships of one story, such as a framework between two of the members: each with a charter, an order and a
//! directory of its own, at the same moments.

use std::collections::BTreeMap;
use std::mem::replace;
use std::path::Path;

use super::{Desks, Story};
use crate::failure::Failure;

/// Under which a directory holds the partnerships beside its own.
const FOLDER: &str = "beside";

/// Where the steps of a story are given: in its own partnership, or in one beside it.
pub(super) struct Places {
    /// Where the next step is given: `None` in the story's own partnership.
    at: Option<usize>,
    desks: Desks,
    others: BTreeMap<Option<usize>, Desks>,
}

impl Places {
    /// The desks of the story's own partnership, and of those beside it in the order of the story.
    pub(super) fn new(own: Desks, beside: Vec<Desks>) -> Places {
        let others = beside.into_iter().enumerate().map(|(place, desks)| (Some(place), desks)).collect();
        Places { at: None, desks: own, others }
    }

    /// The desks at which steps are given now.
    pub(super) fn desks(&self) -> &Desks {
        &self.desks
    }

    pub(super) fn desks_mut(&mut self) -> &mut Desks {
        &mut self.desks
    }

    /// Where steps are given now.
    pub(super) fn here(&self) -> Option<usize> {
        self.at
    }

    /// The other partnerships of the story.
    pub(super) fn elsewhere(&self) -> Vec<Option<usize>> {
        self.others.keys().copied().collect()
    }

    /// The desks of the story's own partnership.
    pub(super) fn own(&self) -> &Desks {
        if self.at.is_none() { &self.desks } else { self.others.get(&None).unwrap_or(&self.desks) }
    }

    /// From now on steps are given there.
    pub(super) fn go(&mut self, to: Option<usize>) {
        if let Some(desks) = self.others.remove(&to) {
            let before = replace(&mut self.desks, desks);
            self.others.insert(replace(&mut self.at, to), before);
        }
    }

    /// The desks of the story's own partnership, once the story is played.
    pub(super) fn into_own(mut self) -> Desks {
        self.go(None);
        self.desks
    }

    /// A text in which the name of each partnership beside is replaced by its id.
    pub(super) fn fill(&self, story: &Story, text: &str) -> String {
        let filled = story.beside.iter().enumerate().map(|(place, beside)| {
            let desks =
                if self.at == Some(place) { Some(&self.desks) } else { self.others.get(&Some(place)) };
            let id = desks.map(|desks| desks.current().node().records().id().to_string());
            (format!("{{{}}}", beside.name), id.unwrap_or_default())
        });
        filled.fold(text.to_owned(), |text, (name, id)| text.replace(&name, &id))
    }
}

/// Where a partnership beside the story's own is kept.
pub(super) fn directory(own: &Path, name: &str) -> Result<std::path::PathBuf, Failure> {
    let folder = own.join(FOLDER);
    let kept = std::fs::create_dir_all(&folder);
    kept.map_err(|source| Failure::File { path: folder.clone(), to_be: "written", source })?;
    Ok(folder.join(name))
}
