//! Put the parts of an experiment together.

use std::path::{Path, PathBuf};

use quorate_foresight::trajectory::experiment::{SCENARIO, charter};

use super::super::merge::AGAIN;
use super::super::parts::{none, ordered};
use super::super::report::In;
use super::asked::Asked;
use super::made::made;
use super::out::Out;
use super::{Read, planned, read};
use crate::commands::files::read_text;
use crate::failure::Failure;
use crate::present::{Screen, shell};

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
    let help = "put together only what is of one experiment";
    let of_one = |directory: &Path| Asked::read(directory, help).map(|asked| ((asked.part, asked.of), asked));
    let parts = ordered(parts, "experiment", of_one, |first, part| Asked { part, ..*first })?;
    let Some((asked, first)) = parts.first() else { return Err(none()) };
    let whole = Asked { part: 1, of: 1, ..*asked };
    let read = read(&first.join("experiment.toml"), Some(first))?;
    let plan = planned(&read, &whole)?;
    for (_, part) in parts.iter().skip(1) {
        is_of(&read, part)?;
    }
    let mut out = Out::begin(out, (&read, &plan, &whole))?;
    for (asked, part) in &parts {
        made((asked, part), (&read, &plan), AGAIN, &mut |job, begins, (values, commands, balanced)| {
            out.line(job, begins, (values, *commands, *balanced))
        })?;
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
