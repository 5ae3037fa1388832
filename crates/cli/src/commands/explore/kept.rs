//! The directory of a study: what came out, and what is needed to run it again.

use std::fs::DirBuilder;
use std::io::{self, Write as _};
use std::ops::Range;
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::experiment::is_one;
use super::report::{self, In};
use super::summary::Summary;
use super::{MOST_RUNS, Read, Shard, counted, tables};
use crate::commands::files::{NewFile, read_text, write_new_text};
use crate::failure::Failure;
use crate::present::shell;

const MAX_STUDY_BYTES: usize = 4096;
pub(super) const STUDY: &str = "study.toml";
/// What stands in a study's directory from its first run on, and until its last.
const RUNS: &str = "runs.csv";
const RUNS_SO_FAR: &str = "runs.csv.new";

/// What was asked for.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Kept {
    /// Which edition of the program made it: those before said none.
    #[serde(default)]
    pub(super) edition: u64,
    pub(super) runs: u64,
    pub(super) seed: u64,
    pub(super) part: u64,
    pub(super) of: u64,
}

/// What the tables of a study say is counted and recorded alike within one edition: the first said no number.
const EDITION: u64 = 2;

impl Kept {
    /// What is asked for now: so many runs from a seed, and of them this part.
    pub(super) fn new(runs: u64, seed: u64, Shard { part, of }: Shard) -> Kept {
        Kept { edition: EDITION, runs, seed, part, of }
    }

    fn text(&self) -> String {
        let Kept { edition, runs, seed, part, of } = self;
        format!(
            "# Shares of runs under the assumptions in scenario.toml; not a forecast.\n\
             edition = {edition}\nruns = {runs}\nseed = {seed}\npart = {part}\nof = {of}\n"
        )
    }

    /// Reads it from the directory of a whole study.
    pub(super) fn read_whole(directory: &Path) -> Result<Kept, Failure> {
        let kept = Kept::read(directory)?;
        let Kept { part, of, .. } = kept;
        if kept.is_whole() {
            return Ok(kept);
        }
        let what = format!("{} is part {part} of {of} of a study, and not whole", shell(directory));
        Err(Failure::usage(what, "put all its parts together first: `quorate explore merge WHOLE PART...`"))
    }

    pub(super) fn is_whole(&self) -> bool {
        self.of == 1
    }

    /// The numbers of its runs.
    pub(super) fn numbers(&self) -> Range<u64> {
        self.shard().runs(self.runs)
    }

    fn shard(&self) -> Shard {
        Shard { part: self.part, of: self.of }
    }

    /// Reads it from a study's directory.
    pub(super) fn read(directory: &Path) -> Result<Kept, Failure> {
        is_ended(directory)?;
        if is_one(directory) && !directory.join(STUDY).exists() {
            let what = format!("{} is of an experiment, and no study", shell(directory));
            return Err(Failure::usage(what, "name a directory that `quorate explore SCENARIO` made"));
        }
        let (name, text) = read_text(&directory.join(STUDY), MAX_STUDY_BYTES)?;
        let help = "name a directory that `quorate explore` made";
        let none = |why: &str| Failure::usage(format!("{name} is no study: {why}"), help);
        let kept: Kept = toml::from_str(&text).map_err(|error| none(error.message()))?;
        let Kept { edition, runs, part, of, .. } = kept;
        if edition != EDITION {
            let what = format!("{} was made by another edition of the program", shell(directory));
            return Err(Failure::usage(what, "run it again: what its tables count and record has changed"));
        }
        if !kept.shard().is_one() {
            return Err(none(&format!("it says that it is part {part} of {of}")));
        }
        if !(1..=MOST_RUNS).contains(&runs) {
            return Err(none(&format!("it says that it has {runs} runs: there are 1 to {MOST_RUNS}")));
        }
        Ok(kept)
    }
}

/// Whether what says last that all is written is there, where there are runs.
///
/// # Errors
/// [`Failure`]: it is not.
pub(super) fn is_ended(directory: &Path) -> Result<(), Failure> {
    let has = |name: &str| std::fs::symlink_metadata(directory.join(name)).is_ok();
    if has(STUDY) || is_one(directory) || !(has(RUNS) || has(RUNS_SO_FAR)) {
        return Ok(());
    }
    let what = format!(
        "{} was not written to its end: a command that ended half-way left it, or another one writes it now",
        shell(directory)
    );
    let help = "if no other command runs, remove the directory and run it again: its runs come out the same";
    Err(Failure::Absent { what, help: help.into() })
}

/// A table that is not as it was written.
pub(super) fn unwritten(path: &Path, help: impl Into<String>) -> Failure {
    Failure::usage(format!("{} is not as `quorate explore` wrote it", shell(path)), help)
}

/// The files of a study that is being run.
pub(super) struct Files {
    directory: PathBuf,
    runs: NewFile,
}

/// Makes the directory, which is not there yet, or is empty.
pub(super) fn begin(directory: &Path) -> Result<Files, Failure> {
    make(directory)?;
    Ok(Files { directory: directory.into(), runs: NewFile::begin(&directory.join(RUNS))? })
}

/// The same, without anything in it.
pub(super) fn make(directory: &Path) -> Result<(), Failure> {
    let unwritable = |source| Failure::File { path: directory.into(), to_be: "written", source };
    match DirBuilder::new().mode(0o700).create(directory) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            let mut there = directory.read_dir().map_err(unwritable)?;
            if there.next().is_some() {
                is_ended(directory)?;
                let what = format!("{} is there already, and is not empty", shell(directory));
                return Err(Failure::Absent {
                    what,
                    help: "name another directory; nothing was written".into(),
                });
            }
            Ok(())
        }
        made => made.map_err(unwritable),
    }
}

impl Files {
    /// Writes a line of the runs.
    pub(super) fn line(&mut self, line: &str) -> Result<(), Failure> {
        let path = self.directory.join(RUNS);
        self.runs.write_all(line.as_bytes()).map_err(|source| Failure::File {
            path,
            to_be: "written",
            source,
        })
    }

    /// Writes all the rest, what says that the study is whole at last.
    pub(super) fn end(
        self,
        read: &Read,
        kept: &Kept,
        summary: &Summary,
        language: In,
    ) -> Result<(), Failure> {
        let written = report::of(read, kept, summary, language)?;
        self.runs.put()?;
        let quarters = tables::quarters(&read.study, &summary.spread);
        let (spread, totals) = (tables::spread(&summary.spread), tables::totals(&summary.totals));
        let texts = [
            ("quarters.csv", quarters.as_str()),
            (counted::SPREAD, &spread),
            (counted::TOTALS, &totals),
            (counted::BLOCS, &tables::blocs(&summary.spread.blocs)),
            ("scenario.toml", read.scenario.as_str()),
            ("charter.toml", read.charter.as_str()),
        ];
        for (name, text) in texts {
            write_new_text(&self.directory.join(name), text)?;
        }
        let charts = self.directory.join("charts");
        let unwritable = |source| Failure::File { path: charts.clone(), to_be: "written", source };
        DirBuilder::new().mode(0o700).create(&charts).map_err(unwritable)?;
        for (name, text) in &written.charts {
            write_new_text(&charts.join(name), text)?;
        }
        write_new_text(&self.directory.join("report.html"), &written.page)?;
        write_new_text(&self.directory.join(STUDY), &kept.text())?;
        Ok(())
    }
}
