//! The runs of a part of an experiment, read again: each is held against what the experiment says that its run is.

use std::io::{BufRead as _, BufReader, Read as _};
use std::path::Path;

use quorate_foresight::trajectory::experiment::{Job, Plan};

use super::super::kept::unwritten;
use super::Read;
use super::asked::Asked;
use super::lines::{self, Ended};
use crate::commands::files::open_file;
use crate::failure::Failure;

/// The longest line that is read: twenty parameters and sixteen outputs make far shorter ones.
const MAX_LINE_BYTES: u64 = 16 * 1024;

/// Hands on every run that a part has to have, in order, with what was known of it before; `help` says what to do about a table
/// that is not as it was written.
pub(super) fn made(
    (asked, part): (&Asked, &Path),
    (read, plan): (&Read, &Plan),
    help: &str,
    take: &mut dyn FnMut(&Job, &str, &Ended) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let path = part.join("runs.csv");
    let outputs = read.setting.experiment().outputs().len();
    let unreadable = |source| Failure::File { path: path.clone(), to_be: "read", source };
    let mut file = BufReader::new(open_file(&path)?);
    let mut line = String::new();
    let mut next = |line: &mut String| {
        line.clear();
        (&mut file).take(MAX_LINE_BYTES).read_line(line).map_err(unreadable)
    };
    next(&mut line)?;
    if line != lines::runs_heading(&read.setting) {
        return Err(unwritten(&path, help));
    }
    for job in asked.shard().runs(plan.runs()).filter_map(|run| plan.job(run)) {
        next(&mut line)?;
        let (values, (_, chance)) = (plan.values(&job), plan.chance(&job));
        let begins = lines::begins(&job, &values, chance, read.setting.seed(plan, &job));
        let ended = line.strip_prefix(&begins).and_then(|rest| lines::read_ends(rest, outputs));
        take(&job, &begins, &ended.ok_or_else(|| unwritten(&path, help))?)?;
    }
    if next(&mut line)? > 0 { Err(unwritten(&path, help)) } else { Ok(()) }
}
