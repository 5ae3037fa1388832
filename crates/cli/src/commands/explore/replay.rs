//! Tell one run of a study as a story.

use std::path::{Path, PathBuf};

use clap::Args;
use quorate_charter::misleads;
use quorate_foresight::trajectory::Ran;

use super::kept::Kept;
use super::rows::Rows;
use super::{Read, read, tables};
use crate::commands::files::write_new_text;
use crate::failure::Failure;
use crate::present::{Screen, shell, visible};

#[derive(Args)]
#[command(about = "Tell one run of a study as a story", long_about = include_str!("replay.md").trim_end())]
pub(crate) struct Replay {
    /// The directory that `quorate explore` made.
    directory: PathBuf,
    /// The number of the run, from 0.
    #[arg(long, value_name = "NUMBER")]
    run: u64,
    /// Write the story to this file, for `quorate play`; else it is told here.
    #[arg(long, value_name = "FILE")]
    story: Option<PathBuf>,
}

impl Replay {
    pub(crate) fn run(&self, screen: &mut Screen) -> Result<(), Failure> {
        let kept = Kept::read(&self.directory)?;
        let runs = kept.numbers();
        if !runs.contains(&self.run) {
            let help = match runs.end.checked_sub(1) {
                Some(last) if !runs.is_empty() => format!("its runs are {} to {last}", runs.start),
                _ => "it has no runs".into(),
            };
            return Err(Failure::usage(format!("there is no run {} in this study", self.run), help));
        }
        let charter = self.directory.join("charter.toml");
        let read = read(&self.directory.join("scenario.toml"), Some(&charter))?;
        let named = named(&charter)?;
        let (ran, story) = read.study.told(kept.seed, self.run);
        self.is_as_written(&kept, &read, &ran)?;
        // The title stands before it, and may say anything in its one line.
        let story = story.replacen("\ncharter: {charter}\n", &format!("\ncharter: {named}\n"), 1);
        match &self.story {
            None => screen.text(&story),
            Some(file) => {
                let done = write_new_text(file, &story)?;
                let file = shell(file);
                screen.line(&format!("{file}: {done}; `quorate play {file}` plays it"))
            }
        }
    }

    /// Whether the run is what the study's table says of it, cell by cell: its seed, commands, refusals and the record's digest
    /// among them. Else the story would be another run's.
    fn is_as_written(&self, kept: &Kept, read: &Read, ran: &Ran) -> Result<(), Failure> {
        let heading = tables::heading(&read.study);
        let mut rows = Rows::open(&self.directory, kept)?;
        if !rows.is_headed(&heading) {
            return Err(rows.unwritten());
        }
        let number = self.run.to_string();
        while let Some(written) = rows.next()? {
            if rows.cell(&written, "run") != Some(&number) {
                continue;
            }
            let now = tables::run(&read.study, ran);
            let now = now.trim_end_matches(tables::ENDS).split(',');
            let both = heading.trim_end_matches(tables::ENDS).split(',').zip(now.zip(&written));
            let other: Vec<&str> =
                both.filter(|(_, (now, then))| now != then).map(|(name, _)| name).collect();
            if other.is_empty() {
                return Ok(());
            }
            let what = format!(
                "run {number} does not come out as {} says: {} differ",
                shell(&self.directory.join("runs.csv")),
                other.join(", ")
            );
            let help = "the files of the study were changed, or another version of quorate made them: run it \
                        again with `quorate explore`";
            return Err(Failure::usage(what, help));
        }
        Err(rows.unwritten())
    }
}

/// A file as a story names it: in a line of its own, from its first character to its last.
fn named(charter: &Path) -> Result<String, Failure> {
    let unreadable = |source| Failure::File { path: charter.into(), to_be: "read", source };
    let named = std::path::absolute(charter).map_err(unreadable)?;
    match named.to_str() {
        Some(text) if !text.chars().any(misleads) => Ok(text.to_owned()),
        _ => {
            let what = format!("a story cannot name {}", visible(&named.display().to_string()));
            Err(Failure::usage(
                what,
                "move the study to a directory whose name can be read; nothing was written",
            ))
        }
    }
}
