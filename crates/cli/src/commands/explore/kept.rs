//! The directory of a study: what came out, and what is needed to run it again.

use std::fs::DirBuilder;
use std::io::{self, Write as _};
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::report::{self, In};
use super::summary::Summary;
use super::{Read, tables};
use crate::commands::files::{NewFile, read_text, write_new_text};
use crate::failure::Failure;
use crate::present::shell;

const MAX_STUDY_BYTES: usize = 4096;
/// The longest table of how often each value was met.
pub(super) const MAX_SPREAD_BYTES: usize = 64 * 1024 * 1024;
/// The longest table of what whole runs came to.
pub(super) const MAX_TOTALS_BYTES: usize = 64 * 1024 * 1024;

/// What was asked for.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Kept {
    pub(super) runs: u64,
    pub(super) seed: u64,
    pub(super) part: u64,
    pub(super) of: u64,
}

impl Kept {
    fn text(&self) -> String {
        let Kept { runs, seed, part, of } = self;
        format!(
            "# Shares of runs under the assumptions in scenario.toml; not a forecast.\n\
             runs = {runs}\nseed = {seed}\npart = {part}\nof = {of}\n"
        )
    }

    /// Reads it from a study's directory.
    pub(super) fn read(directory: &Path) -> Result<Kept, Failure> {
        let (name, text) = read_text(&directory.join("study.toml"), MAX_STUDY_BYTES)?;
        let help = "name a directory that `quorate explore` made";
        toml::from_str(&text)
            .map_err(|error| Failure::usage(format!("{name} is no study: {}", error.message()), help))
    }
}

/// The files of a study that is being run.
pub(super) struct Files {
    directory: PathBuf,
    runs: NewFile,
}

/// Makes the directory, which is not there yet, or is empty.
pub(super) fn begin(directory: &Path) -> Result<Files, Failure> {
    make(directory)?;
    Ok(Files { directory: directory.into(), runs: NewFile::begin(&directory.join("runs.csv"))? })
}

/// The same, without anything in it.
pub(super) fn make(directory: &Path) -> Result<(), Failure> {
    let unwritable = |source| Failure::File { path: directory.into(), to_be: "written", source };
    match DirBuilder::new().mode(0o700).create(directory) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            let mut there = directory.read_dir().map_err(unwritable)?;
            if there.next().is_some() {
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
        let path = self.directory.join("runs.csv");
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
            ("spread.csv", &spread),
            ("totals.csv", &totals),
            ("blocs.csv", &tables::blocs(&summary.spread.blocs)),
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
        write_new_text(&self.directory.join("study.toml"), &kept.text())?;
        Ok(())
    }
}
