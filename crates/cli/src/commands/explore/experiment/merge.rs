//! Put the parts of an experiment together.

use std::io::{BufRead as _, BufReader, Read as _};
use std::path::{Path, PathBuf};

use quorate_foresight::trajectory::experiment::{SCENARIO, charter};

use super::super::Shard;
use super::super::kept::unwritten;
use super::super::merge::AGAIN;
use super::super::parts::{none, ordered};
use super::super::report::In;
use super::asked::Asked;
use super::out::Out;
use super::{Read, lines, planned, read};
use crate::commands::files::{open_file, read_text};
use crate::failure::Failure;
use crate::present::{Screen, shell};

/// The longest line that is read: twenty parameters and sixteen outputs make far shorter ones.
const MAX_LINE_BYTES: u64 = 16 * 1024;
/// The longest text that is compared: none of those that are read is longer.
const MAX_TEXT_BYTES: usize = 1024 * 1024;

/// Puts them together in a new directory: the same bytes as if all runs had been made at once. Every line is held against
/// what the experiment says that its run is.
pub(in super::super) fn merge(
    out: &Path,
    parts: &[PathBuf],
    language: In,
    screen: &mut Screen,
) -> Result<(), Failure> {
    let of_one = |directory: &Path| Asked::read(directory).map(|asked| ((asked.part, asked.of), asked));
    let parts = ordered(parts, "experiment", of_one, |first, part| Asked { part, ..*first })?;
    let Some((asked, first)) = parts.first() else { return Err(none()) };
    let whole = Asked { part: 1, of: 1, ..*asked };
    let read = read(&first.join("experiment.toml"), Some(first))?;
    let plan = planned(&read, &whole)?;
    for (_, part) in parts.iter().skip(1) {
        is_of(&read, part)?;
    }
    let mut out = Out::begin(out, (&read, &plan, &whole))?;
    let outputs = read.setting.experiment().outputs().len();
    for (asked, part) in &parts {
        let path = part.join("runs.csv");
        let unreadable = |source| Failure::File { path: path.clone(), to_be: "read", source };
        let mut file = BufReader::new(open_file(&path)?);
        let mut line = String::new();
        let mut next = |line: &mut String| {
            line.clear();
            (&mut file).take(MAX_LINE_BYTES).read_line(line).map_err(unreadable)
        };
        next(&mut line)?;
        if line != lines::runs_heading(&read.setting) {
            return Err(unwritten(&path, AGAIN));
        }
        let shard = Shard { part: asked.part, of: asked.of };
        for job in shard.runs(plan.runs()).filter_map(|run| plan.job(run)) {
            next(&mut line)?;
            let (values, (_, chance)) = (plan.values(&job), plan.chance(&job));
            let begins = lines::begins(&job, &values, chance, read.setting.seed(&plan, &job));
            let rest = line.strip_prefix(&begins).and_then(|rest| lines::read_ends(rest, outputs));
            let (values, commands, balanced) = rest.ok_or_else(|| unwritten(&path, AGAIN))?;
            out.line(&job, &begins, (&values, commands, balanced))?;
        }
        if next(&mut line)? > 0 {
            return Err(unwritten(&path, AGAIN));
        }
    }
    out.end(screen, language, None)
}

/// Whether a part is of the same texts.
fn is_of(read: &Read, part: &Path) -> Result<(), Failure> {
    let numbered = (1..).zip(&read.charters).map(|(number, text)| (charter(number), text));
    let texts = [("experiment.toml".to_owned(), &read.experiment), (SCENARIO.to_owned(), &read.scenario)];
    for (name, text) in texts.into_iter().chain(numbered) {
        if read_text(&part.join(&name), MAX_TEXT_BYTES)?.1 != *text {
            let what = format!("{} is not the one of the other parts", shell(&part.join(&name)));
            return Err(Failure::usage(what, "put together only what is of one experiment"));
        }
    }
    Ok(())
}
