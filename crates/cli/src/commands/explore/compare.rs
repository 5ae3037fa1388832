//! Set two studies of one scenario beside each other.

use std::fs::File;
use std::io::{BufRead as _, BufReader, Lines};
use std::path::{Path, PathBuf};

use clap::Args;
use quorate_foresight::trajectory::MAX_SCENARIO_BYTES;

use super::EXERCISE;
use super::kept::Kept;
use crate::commands::files::read_text;
use crate::failure::Failure;
use crate::present::{Screen, columns};

/// What is compared: the column of the table of runs, and what it is.
const COMPARED: [(&str, &str); 10] = [
    ("requests", "requests for help"),
    ("paid", "requests paid"),
    ("blocked", "requests blocked"),
    ("open", "requests open at the end"),
    ("hours-mean", "hours from request to paid, on the mean"),
    ("calls", "calls"),
    ("withheld", "dues that members did not pay"),
    ("defaults", "defaults"),
    ("bound", "members bound at the end"),
    ("refused", "commands that a rule refused"),
];

#[derive(Args)]
#[command(about = "Set two studies of one scenario beside each other", long_about = include_str!("compare.md").trim_end())]
pub(crate) struct Compare {
    /// The directory of the first study.
    first: PathBuf,
    /// The directory of the second.
    second: PathBuf,
}

/// The runs of a study, one after the other.
struct Runs {
    name: String,
    lines: Lines<BufReader<File>>,
    columns: Vec<String>,
}

/// One measure in both.
#[derive(Clone, Copy, Default)]
struct Sides {
    runs: u64,
    sums: (u64, u64),
    more: (u64, u64),
}

impl Runs {
    fn open(directory: &Path) -> Result<Runs, Failure> {
        let path = directory.join("runs.csv");
        let opened =
            File::open(&path).map_err(|source| Failure::File { path: path.clone(), to_be: "read", source });
        let mut runs = Runs {
            name: path.display().to_string(),
            lines: BufReader::new(opened?).lines(),
            columns: Vec::new(),
        };
        runs.columns = runs.next()?.unwrap_or_default();
        Ok(runs)
    }

    fn next(&mut self) -> Result<Option<Vec<String>>, Failure> {
        let Some(line) = self.lines.next() else { return Ok(None) };
        let line =
            line.map_err(|source| Failure::File { path: (&self.name).into(), to_be: "read", source })?;
        Ok(Some(line.split(',').map(str::to_owned).collect()))
    }

    /// What stands in a column; nothing, where it does not say.
    fn cell<'c>(&self, cells: &'c [String], column: &str) -> Option<&'c str> {
        let at = self.columns.iter().position(|name| name == column)?;
        cells.get(at).map(String::as_str)
    }

    fn number(&self, cells: &[String], column: &str) -> Option<u64> {
        self.cell(cells, column)?.parse().ok()
    }
}

impl Compare {
    pub(crate) fn run(&self, screen: &mut Screen) -> Result<(), Failure> {
        self.is_of_one_scenario()?;
        let (mut first, mut second) = (Runs::open(&self.first)?, Runs::open(&self.second)?);
        let mut sides = COMPARED.map(|_| Sides::default());
        let mut runs = 0_u64;
        while let (Some(one), Some(other)) = (first.next()?, second.next()?) {
            let seeds = (first.cell(&one, "seed"), second.cell(&other, "seed"));
            if seeds.0.is_none() || seeds.0 != seeds.1 {
                let help = "compare studies as `quorate explore` wrote them";
                let what = format!("{} and {} are not of the same runs", first.name, second.name);
                return Err(Failure::usage(what, help));
            }
            runs = runs.saturating_add(1);
            for ((column, _), side) in COMPARED.iter().zip(&mut sides) {
                if let (Some(one), Some(other)) = (first.number(&one, column), second.number(&other, column))
                {
                    side.add(one, other);
                }
            }
        }
        screen.paragraph("", EXERCISE)?;
        screen.line(&format!(
            "\n{runs} runs under the same chance: means, and shares of runs under these assumptions"
        ))?;
        let heading =
            ["", "first", "second", "first more", "same", "second more"].map(str::to_owned).to_vec();
        let rows = COMPARED.iter().zip(&sides).map(|((_, says), side)| side.row(says));
        let rows: Vec<Vec<String>> = std::iter::once(heading).chain(rows).collect();
        columns(&rows).iter().try_for_each(|line| screen.line(&format!("   {line}")))?;
        screen.line(&format!("\nfirst: {}\nsecond: {}", self.first.display(), self.second.display()))
    }

    fn is_of_one_scenario(&self) -> Result<(), Failure> {
        let asked = (Kept::read(&self.first)?, Kept::read(&self.second)?);
        let scenario = |directory: &Path| read_text(&directory.join("scenario.toml"), MAX_SCENARIO_BYTES);
        let same = scenario(&self.first)?.1 == scenario(&self.second)?.1;
        if same && asked.0 == asked.1 {
            return Ok(());
        }
        let other = if same { "seed, the same runs or the same shard" } else { "scenario" };
        let what =
            format!("{} and {} are not of the same {other}", self.first.display(), self.second.display());
        Err(Failure::usage(what, "run one scenario with the same --runs and --seed under two charters"))
    }
}

impl Sides {
    fn add(&mut self, one: u64, other: u64) {
        self.runs = self.runs.saturating_add(1);
        self.sums = (self.sums.0.saturating_add(one), self.sums.1.saturating_add(other));
        self.more.0 = self.more.0.saturating_add(u64::from(one > other));
        self.more.1 = self.more.1.saturating_add(u64::from(other > one));
    }

    /// Of the runs in which both have a number.
    fn row(&self, says: &str) -> Vec<String> {
        let same = self.runs.saturating_sub(self.more.0).saturating_sub(self.more.1);
        let mean = |sum: u64| super::summary::mean(sum, self.runs);
        let share = |count: u64| super::summary::percent(count, self.runs);
        let (first, second) = (mean(self.sums.0), mean(self.sums.1));
        Vec::from([says.into(), first, second, share(self.more.0), share(same), share(self.more.1)])
    }
}
