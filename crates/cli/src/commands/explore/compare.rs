//! Set two studies of one scenario beside each other.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use clap::Args;
use quorate_charter::{Charter, MAX_CHARTER_BYTES, MemberCode};
use quorate_foresight::trajectory::{Beside, FIGURES, MAX_SCENARIO_BYTES, Means, Scenario};
use quorate_records::words::Language;
use quorate_web::report::{Compared, Measured, compared};

use super::ASSUMED;
use super::experiment::decimal;
use super::kept::Kept;
use super::report::In;
use super::rows::Rows;
use super::summary::{many, percent};
use crate::commands::files::{Laid, read_text};
use crate::failure::Failure;
use crate::format::Format;
use crate::present::{EXERCISE, Screen, columns, shell};

#[derive(Args)]
#[command(about = "Set two studies of one scenario beside each other", long_about = include_str!("compare.md").trim_end())]
pub(crate) struct Compare {
    /// The directory of the first study.
    first: PathBuf,
    /// The directory of the second.
    second: PathBuf,
    /// Write it as a page to this file as well, with the differences drawn.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// The language of the page.
    #[arg(long, value_name = "LANGUAGE", default_value = "en")]
    lang: In,
}

/// What is told of both.
struct Told<'t> {
    runs: u64,
    charters: &'t (Charter, Charter),
    sides: &'t [Beside],
}

impl Compare {
    pub(crate) fn run(&self, screen: &mut Screen) -> Result<(), Failure> {
        let out = self.out.as_deref().map(Laid::begin).transpose()?;
        let kept = self.is_of_one_scenario()?;
        let charters = self.charters()?;
        let (mut first, mut second) = (Rows::open(&self.first, &kept)?, Rows::open(&self.second, &kept)?);
        let mut sides = FIGURES.map(|_| Beside::default());
        let mut runs = 0_u64;
        // Each says itself when it ends before its last run.
        while let (Some(one), Some(other)) = (first.next()?, second.next()?) {
            let seeds = (first.cell(&one, "seed"), second.cell(&other, "seed"));
            if seeds.0.is_none() || seeds.0 != seeds.1 {
                let help = "compare studies as `quorate explore` wrote them";
                return Err(Failure::usage(self.are_not("of the same runs"), help));
            }
            runs = runs.saturating_add(1);
            for (figure, side) in FIGURES.iter().zip(&mut sides) {
                side.add(first.number(&one, figure.name)?, second.number(&other, figure.name)?);
            }
        }
        let told = Told { runs, charters: &charters, sides: &sides };
        let held = |out: Laid| {
            let page = compared(&self.page(&told, kept.seed)?, self.lang.into());
            out.hold(&page.map_err(|what| Failure::usage(what, ""))?)
        };
        let out = out.map(held).transpose()?;
        Laid::after_in(out, Format::Text, screen, |screen| self.tell(&told, screen))
    }

    fn tell(&self, told: &Told<'_>, screen: &mut Screen) -> Result<(), Failure> {
        screen.paragraph("", EXERCISE)?;
        screen.paragraph("", ASSUMED)?;
        let runs = told.runs;
        screen.line(&format!(
            "\n{} under the same chance: means, and shares of runs under these assumptions",
            many(runs, "run")
        ))?;
        let heading =
            ["", "first", "second", "first more", "same", "second more"].map(str::to_owned).to_vec();
        let rows = FIGURES.iter().zip(told.sides).map(|(figure, side)| row(figure.says, side, runs));
        let rows: Vec<Vec<String>> = std::iter::once(heading).chain(rows).collect();
        columns(&rows).iter().try_for_each(|line| screen.line(&format!("   {line}")))?;
        let under = |which: &str, charter: &Charter, directory: &Path| {
            format!("{which}: under \"{}\", in {}", charter.title().en, shell(directory))
        };
        screen.line("")?;
        screen.line(&under("first", &told.charters.0, &self.first))?;
        screen.line(&under("second", &told.charters.1, &self.second))
    }

    fn page(&self, told: &Told<'_>, seed: u64) -> Result<Compared, Failure> {
        let title = |charter: &Charter| Language::from(self.lang).of(charter.title()).to_owned();
        let measures =
            FIGURES.iter().zip(told.sides).map(|(figure, side)| Measured::of(figure, side.clone()));
        Ok(Compared {
            title: self.title()?,
            charters: (title(&told.charters.0), title(&told.charters.1)),
            runs: told.runs,
            seed,
            measures: measures.collect(),
        })
    }

    fn title(&self) -> Result<String, Failure> {
        let (name, text) = read_text(&self.first.join("scenario.toml"), MAX_SCENARIO_BYTES)?;
        let scenario = Scenario::read(&text).map_err(|faults| Failure::in_scenario(&name, &text, &faults))?;
        Ok(scenario.title().to_owned())
    }

    fn is_of_one_scenario(&self) -> Result<Kept, Failure> {
        let asked = (Kept::read_whole(&self.first)?, Kept::read_whole(&self.second)?);
        let scenario = |directory: &Path| read_text(&directory.join("scenario.toml"), MAX_SCENARIO_BYTES);
        let same = scenario(&self.first)?.1 == scenario(&self.second)?.1;
        if same && asked.0 == asked.1 {
            return Ok(asked.0);
        }
        let other = if same { "seed or the same runs" } else { "scenario" };
        let what = self.are_not(&format!("of the same {other}"));
        Err(Failure::usage(what, "run one scenario with the same --runs and --seed under two charters"))
    }

    /// Both charters, which have the same members: what is left to chance is drawn for each member by its code, and other
    /// members meet other chance.
    fn charters(&self) -> Result<(Charter, Charter), Failure> {
        let charter = |directory: &Path| {
            let (name, text) = read_text(&directory.join("charter.toml"), MAX_CHARTER_BYTES)?;
            Charter::read(&text).map_err(|faults| Failure::in_charter(&name, &text, &faults))
        };
        let (first, second) = (charter(&self.first)?, charter(&self.second)?);
        let codes = |charter: &Charter| -> BTreeSet<MemberCode> {
            charter.members().map(|(member, _)| member).collect()
        };
        let (one, other) = (codes(&first), codes(&second));
        if one == other {
            return Ok((first, second));
        }
        let apart: Vec<String> = one.symmetric_difference(&other).map(ToString::to_string).collect();
        let what = self.are_not(&format!("of the same members: only one has {}", apart.join(", ")));
        Err(Failure::usage(what, "compare charters with the same members, who alone meet the same chance"))
    }

    fn are_not(&self, what: &str) -> String {
        format!("{} and {} are not {what}", shell(&self.first), shell(&self.second))
    }
}

/// Of the runs in which both have a number, and of how many those are, where they are not all.
fn row(says: &str, side: &Beside, all: u64) -> Vec<String> {
    let says = if side.runs == all { says.into() } else { format!("{says}: {}", many(side.runs, "run")) };
    let share = |count: u64| percent(count, side.runs);
    let mean = |mean: u64, places: u32| decimal(i64::try_from(mean).unwrap_or(i64::MAX), places);
    let [first, second] = side.means().map_or_else(
        || ["none", "none"].map(str::to_owned),
        |Means { first, second, places }| [first, second].map(|one| mean(one, places)),
    );
    Vec::from([says, first, second, share(side.more.0), share(side.same()), share(side.more.1)])
}
