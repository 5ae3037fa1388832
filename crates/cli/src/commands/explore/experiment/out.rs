//! The directory of an experiment: what came out, and what is needed to run it again.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use quorate_foresight::trajectory::experiment::{Job, Plan, Row, SCENARIO, Tally, Told, charter};

use super::super::kept;
use super::super::report::In;
use super::asked::{Asked, Way};
use super::{Read, effects, lines, summary};
use crate::commands::files::{NewFile, write_new_text};
use crate::failure::Failure;
use crate::present::{Screen, shell};

/// One table that is being written.
struct Table {
    path: PathBuf,
    file: NewFile,
}

impl Table {
    fn begin(directory: &Path, name: &str, heading: &str) -> Result<Table, Failure> {
        let path = directory.join(name);
        let mut table = Table { file: NewFile::begin(&path)?, path };
        table.add(heading)?;
        Ok(table)
    }

    fn add(&mut self, text: &str) -> Result<(), Failure> {
        let unwritten = |source| Failure::File { path: self.path.clone(), to_be: "written", source };
        self.file.write_all(text.as_bytes()).map_err(unwritten)
    }
}

/// What comes out, as it comes.
pub(super) struct Out<'r> {
    directory: PathBuf,
    read: &'r Read,
    asked: &'r Asked,
    runs: Table,
    /// Of a whole experiment: what its runs come to.
    tables: Vec<(&'static str, Table)>,
    tally: Tally<'r>,
    summary: summary::Summary,
}

impl<'r> Out<'r> {
    pub(super) fn begin(
        directory: &Path,
        (read, plan, asked): (&'r Read, &'r Plan, &'r Asked),
    ) -> Result<Out<'r>, Failure> {
        kept::make(directory)?;
        let runs = Table::begin(directory, "runs.csv", &lines::runs_heading(&read.setting))?;
        let headings: Vec<(&str, String)> = match asked.way {
            _ if !asked.is_whole() => Vec::new(),
            Way::Grid {} => vec![("points.csv", lines::points_heading(&read.setting))],
            Way::Screening { .. } => vec![("effects.csv", effects::heading())],
            Way::Sensitivity { .. } => {
                vec![("tornado.csv", lines::tornado_heading()), ("indices.csv", lines::indices_heading())]
            }
        };
        let mut tables = Vec::new();
        for (name, heading) in headings {
            tables.push((name, Table::begin(directory, name, &heading)?));
        }
        let tally = Tally::begin(plan, read.setting.experiment().outputs().len());
        let directory = directory.to_path_buf();
        let summary = summary::Summary::default();
        Ok(Out { directory, read, asked, runs, tables, tally, summary })
    }

    /// A run that was made.
    pub(super) fn run(&mut self, row: &Row) -> Result<(), Failure> {
        let begins = lines::begins(&row.job, &row.values, row.chance, row.seed);
        self.line(&row.job, &begins, (&row.outputs, row.commands, row.balanced))
    }

    /// A run of which this is known.
    pub(super) fn line(
        &mut self,
        job: &Job,
        begins: &str,
        (outputs, commands, balanced): (&[Option<i64>], u64, bool),
    ) -> Result<(), Failure> {
        self.summary.ran(commands, balanced);
        self.runs.add(&format!("{begins}{}", lines::ends(outputs, commands, balanced)))?;
        if !self.asked.is_whole() {
            return Ok(());
        }
        let Some(told) = self.tally.add(job, outputs) else { return Ok(()) };
        let setting = &self.read.setting;
        let (name, text) = match &told {
            Told::Point(point) => ("points.csv", lines::point(setting, point)),
            Told::Effects(all) => {
                ("effects.csv", all.iter().map(|one| effects::lines(setting, one)).collect())
            }
            Told::Tornado(all) => {
                ("tornado.csv", all.iter().map(|one| lines::tornado(setting, one)).collect())
            }
            Told::Indices(all) => {
                ("indices.csv", all.iter().map(|one| lines::indices(setting, one)).collect())
            }
        };
        if let Some((_, table)) = self.tables.iter_mut().find(|(of, _)| *of == name) {
            table.add(&text)?;
        }
        self.summary.told(told);
        Ok(())
    }

    /// Puts all files in their places, what says what was asked at last, and tells what came out.
    pub(super) fn end(
        self,
        screen: &mut Screen,
        language: In,
        took: Option<Duration>,
    ) -> Result<(), Failure> {
        self.runs.file.put()?;
        let mut names = vec!["runs.csv"];
        for (name, table) in self.tables {
            table.file.put()?;
            names.push(name);
        }
        let written = |name: &str, text: &str| write_new_text(&self.directory.join(name), text);
        written("experiment.toml", &self.read.experiment)?;
        written(SCENARIO, &self.read.scenario)?;
        for (number, text) in (1..).zip(&self.read.charters) {
            written(&charter(number), text)?;
        }
        if let Some(page) = self.summary.report((self.read, self.asked), language)? {
            write_new_text(&self.directory.join("report.html"), &page)?;
            names.push("report.html");
        }
        let (name, text) = self.asked.file();
        write_new_text(&self.directory.join(name), &text)?;
        self.summary.tell(self.read, self.asked, screen)?;
        screen.line("")?;
        if let Some(took) = took {
            screen.line(&self.summary.pace(took))?;
        }
        let files = names.join(", ");
        screen
            .line(&format!("in {}: {files}, and what is needed to run it again", shell(&self.directory)))?;
        self.summary.sound()
    }
}
