//! The gallery of errors: each has a name, the command that causes it, and what is said, under snapshot.

mod acts;
mod files;
mod rules;
mod standing;
mod texts;

use std::collections::BTreeSet;

use crate::quorate::{Folder, complete, snapshot};

const CHARTER: &str = include_str!("../../../../../charters/partnership.toml");

/// The gallery on its way: the folder in which commands run, and the names so far.
struct Gallery {
    folder: Folder,
    names: BTreeSet<String>,
}

impl Gallery {
    fn new(folder: Folder) -> Gallery {
        Gallery { folder, names: BTreeSet::new() }
    }

    /// The command ends with this exit code, and says what stands under this name.
    fn says(&mut self, name: &str, code: i32, line: &str) {
        let run = self.folder.run(line);
        assert_eq!(run.code, code, "{name}: {}", run.shown());
        assert!(!run.err.is_empty(), "{name} says nothing on the standard error");
        snapshot("errors", name, &run.shown());
        assert!(self.names.insert(name.to_owned()), "{name} stands twice");
    }
}

#[test]
fn the_gallery() {
    let of_acts = [acts::usage(), acts::typed(), acts::in_a_post(), acts::not_taken()];
    let galleries = of_acts.into_iter().chain([
        files::gallery(),
        rules::gallery(),
        standing::gallery(),
        texts::gallery(),
    ]);
    let names: Vec<String> = galleries.flatten().collect();
    let all: BTreeSet<String> = names.iter().cloned().collect();
    assert_eq!(all.len(), names.len(), "a name stands twice");
    complete("errors", "", &all);
}
