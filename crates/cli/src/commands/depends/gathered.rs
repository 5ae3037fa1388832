//! What is asked about: what members have declared on a record, and files that whoever asks keeps to itself.

use std::path::Path;

use quorate_foresight::dependence::{Dependencies, MAX_DEPENDENCIES_BYTES};
use quorate_partnership::Nature;
use quorate_records::Records;

use crate::commands::files::read_text;
use crate::failure::Failure;

/// Everything together.
pub(crate) struct Gathered {
    pub(crate) read: Dependencies,
    /// The names of what a file says of a thing in the place of the record.
    pub(crate) replaced: Vec<String>,
    /// Whether it is of a partnership that is real.
    pub(super) is_real: bool,
}

/// Reads a file of dependencies.
pub(crate) fn dependencies(file: &Path) -> Result<Dependencies, Failure> {
    let (name, text) = read_text(file, MAX_DEPENDENCIES_BYTES)?;
    Dependencies::read(&text).map_err(|faults| Failure::in_dependencies(&name, &text, &faults))
}

/// Files beside one another.
fn all<'f>(files: impl Iterator<Item = &'f Path>) -> Result<Option<Dependencies>, Failure> {
    let mut together: Option<Dependencies> = None;
    for file in files {
        let read = dependencies(file)?;
        together = Some(match together {
            None => read,
            Some(before) => before.beside(&read).map_err(|clash| {
                let what = format!("{} does not go with what was read before it: {clash}", file.display());
                Failure::usage(what, clash.remedy())
            })?,
        });
    }
    Ok(together)
}

/// Files, and what a record holds if there is one: nothing of a file comes to any record.
pub(crate) fn gathered<'f>(
    files: impl Iterator<Item = &'f Path>,
    records: Option<&Records>,
) -> Result<Gathered, Failure> {
    let files = all(files)?;
    let is_real = records.is_some_and(|records| matches!(records.nature(), Nature::Real));
    let recorded = records.map(Dependencies::recorded);
    let (read, replaced) = match (recorded, files) {
        (None, None) => {
            let help = "name a file, or a partnership by `--dir DIRECTORY`";
            return Err(Failure::usage("of what?", help));
        }
        (Some(recorded), None) if recorded.things().is_empty() => {
            let help = "a member declares one by `quorate capability declare`; or name a file";
            return Err(Failure::usage("no member of this partnership has declared a capability", help));
        }
        (Some(one), None) | (None, Some(one)) => (one, Vec::new()),
        (Some(recorded), Some(files)) => recorded.under(&files).map_err(|clash| {
            Failure::usage(format!("the files do not go with the record: {clash}"), clash.remedy())
        })?,
    };
    Ok(Gathered { read, replaced, is_real })
}
