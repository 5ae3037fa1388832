//! The parts of one study or experiment, in their order.

use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::present::shell;

/// A part that was read: which, what was asked of it, and its directory.
struct Part<'p, T> {
    number: u64,
    of: u64,
    asked: T,
    directory: &'p Path,
}

/// The parts in their order, all of them and each once: what was asked of each, and its directory. `read` says which of how many
/// a directory says that it is; `numbered` what another one of the same has to be as part so much.
pub(super) fn ordered<'p, T: PartialEq>(
    directories: &'p [PathBuf],
    of_one: &str,
    read: impl Fn(&Path) -> Result<((u64, u64), T), Failure>,
    numbered: impl Fn(&T, u64) -> T,
) -> Result<Vec<(T, &'p Path)>, Failure> {
    let help = format!("name all the directories that `--shard` made of one {of_one}, each once");
    let wrong = |what: String| Err(Failure::usage(what, help.clone()));
    let mut parts: Vec<Part<'p, T>> = Vec::new();
    for directory in directories {
        let ((number, of), asked) = read(directory)?;
        let part = Part { number, of, asked, directory };
        let first = parts.first().unwrap_or(&part);
        if part.asked != numbered(&first.asked, number) {
            let (one, other) = (shell(directory), shell(first.directory));
            return wrong(format!("{one} is not of the same {of_one} and as many parts as {other}"));
        }
        parts.push(part);
    }
    parts.sort_by_key(|part| part.number);
    for pair in parts.windows(2) {
        if let [one, other] = pair
            && one.number == other.number
        {
            let (number, of) = (one.number, one.of);
            let (one, other) = (shell(one.directory), shell(other.directory));
            return wrong(format!("part {number} of {of} is named twice: {one} and {other}"));
        }
    }
    let of = parts.first().ok_or_else(none)?.of;
    let is_there = |number: &u64| parts.iter().any(|part| part.number == *number);
    if let Some(number) = (1..=of).find(|number| !is_there(number)) {
        return wrong(format!("part {number} of {of} is missing"));
    }
    Ok(parts.into_iter().map(|part| (part.asked, part.directory)).collect())
}

/// Nothing is to be put together.
pub(super) fn none() -> Failure {
    Failure::usage("there are no parts", "name the directories that `--shard` made")
}
