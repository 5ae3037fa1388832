//! Put the fund under stress, and tell the least by which a promise is not kept.

mod document;
mod names;
mod picture;
mod reverse;
mod shocks;
mod tell;
mod withheld;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use clap::Args;
use quorate_charter::{Charter, Faults, MAX_CHARTER_BYTES, MemberCode};
use quorate_foresight::stress::{
    Grid, Ladder, Least, MAX_RUNS, MAX_STRESS_BYTES, Outcome, Plan, Withheld, World,
};

use crate::args::At;
use crate::commands::depends::dependencies;
use crate::commands::files::{Laid, read_text};
use crate::failure::Failure;
use crate::format::Format;
use crate::present::{Progress, Screen};
use crate::session::Session;

/// What stands under the line of the exercise, on top of everything that is told of a stress test.
const ASSUMED: &str = "Under these assumptions, by the real rules and books, in a rehearsal: no forecast.";

/// Where the form of a stress file is told.
const FORM: &str = "what can stand in a stress file is described in docs/stress.md";

#[derive(Args)]
#[command(about = "Put the fund under stress, and tell the least by which a promise is not kept", long_about = include_str!("stress.md").trim_end())]
pub(crate) struct Stress {
    /// The stress file; with --dir it can be left out.
    file: Option<PathBuf>,
    /// The charter's file; else the one that the stress file names.
    #[arg(long, value_name = "FILE", conflicts_with = "dir")]
    charter: Option<PathBuf>,
    /// Draw the ladder into this file.
    #[arg(long, value_name = "FILE")]
    svg: Option<PathBuf>,
    /// How to write it.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// All that was found.
struct Found {
    world: World,
    ladder: Ladder,
    /// Nobody, every member and every pair that defaults, and what becomes of what is promised.
    defaults: Vec<(BTreeSet<MemberCode>, Outcome)>,
    late: Least<u32>,
    /// Each member alone is late.
    late_alone: Vec<(MemberCode, Least<u32>)>,
    /// Where something is held in other currencies.
    fall: Option<Least<u32>>,
    /// Nobody asks, one asks, two ask on one day.
    at_once: Vec<Outcome>,
    sets: Least<BTreeSet<MemberCode>>,
    grid: Grid,
    withheld: Option<Withheld>,
}

impl Stress {
    pub(crate) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let world = self.world(at)?;
        let withheld = self.withheld(&world)?;
        // Before the runs, which take their time.
        let svg = self.svg.as_deref().map(Laid::begin).transpose()?;
        let found = Found::of(world, withheld);
        let svg = svg.map(|svg| svg.hold(&picture::svg(&found))).transpose()?;
        Laid::after_in(svg, self.format, screen, |screen| match self.format {
            Format::Json => screen.text(&document::json(&found)),
            Format::Text => tell::all(&found, screen),
        })?;
        if found.is_balanced() {
            Ok(())
        } else {
            // That is a defect of the rules or of the books, and nothing that may be assumed.
            Err(Failure::Findings("the books of a run do not balance".into()))
        }
    }

    fn world(&self, at: &At) -> Result<World, Failure> {
        let read = self.file.as_deref().map(|file| read_text(file, MAX_STRESS_BYTES)).transpose()?;
        let wrong = |faults: Faults| match &read {
            Some((name, text)) => Failure::in_whole("this stress file", name, text, &faults, FORM),
            None => Failure::usage(faults.first().what(), faults.first().help()),
        };
        let plan = match &read {
            Some((_, text)) => Some(Plan::read(text).map_err(wrong)?),
            None => None,
        };
        if at.dir.is_some() {
            let session = Session::open(at)?;
            let node = session.node();
            Failure::without_fund(node.partnership().charter())?;
            let plan = plan.unwrap_or_else(Plan::of_record);
            return World::on_record(plan, node.partnership(), &node.records().liquidity()).map_err(wrong);
        }
        let (Some(plan), Some(file)) = (plan, &self.file) else {
            let help =
                "`quorate stress FILE`, or `quorate stress --dir DIRECTORY` for the fund of a partnership";
            return Err(Failure::usage("a stress file or a partnership is needed", help));
        };
        let beside = beside(file, plan.charter());
        let (name, text) = read_text(self.charter.as_deref().unwrap_or(&beside), MAX_CHARTER_BYTES)?;
        let charter = Charter::read(&text).map_err(|faults| Failure::in_charter(&name, &text, &faults))?;
        World::founded(plan, &charter, &text).map_err(wrong)
    }

    /// What a withholding asks of the fund, if the file says of one.
    fn withheld(&self, world: &World) -> Result<Option<Withheld>, Failure> {
        let (Some(withholding), Some(file)) = (world.plan().withholding(), &self.file) else {
            return Ok(None);
        };
        let read = dependencies(&beside(file, &withholding.dependencies))?;
        let names = withholding.by.iter().map(String::as_str);
        let gone = read.withheld(names).map_err(|name| names::unknown(&withholding.dependencies, name))?;
        Ok(world.withheld(&read, &gone))
    }
}

/// The questions beside those of each member alone.
const ONCE: u64 = 7;

/// How far it is with all that is asked.
struct Asked(Progress);

impl Asked {
    /// One more is answered.
    fn of<T>(&mut self, answer: T) -> T {
        self.0.did(1);
        answer
    }
}

impl Found {
    fn of(world: World, withheld: Option<Withheld>) -> Found {
        let holds_others = !world.abroad().is_empty();
        // All together take no more runs than any other question.
        let days = usize::try_from(world.plan().tests().late).unwrap_or(usize::MAX).saturating_add(1);
        let alone = world.members().iter().take(MAX_RUNS.checked_div(days).unwrap_or_default());
        let all = u64::try_from(alone.len()).unwrap_or_default().saturating_add(ONCE);
        let mut asked = Asked(Progress::begin(all, "questions"));
        Found {
            ladder: asked.of(world.ladder()),
            defaults: asked.of(world.each_default()),
            late: asked.of(world.least_late(None)),
            late_alone: alone.map(|member| (*member, asked.of(world.least_late(Some(*member))))).collect(),
            fall: asked.of(holds_others.then(|| world.least_fall())),
            at_once: asked.of(world.at_once()),
            sets: asked.of(world.least_defaults()),
            grid: asked.of(world.grid()),
            withheld,
            world,
        }
    }

    /// Nothing goes wrong.
    fn calm(&self) -> Option<&Outcome> {
        self.defaults.first().map(|(_, outcome)| outcome)
    }

    fn is_balanced(&self) -> bool {
        let outcomes = self.defaults.iter().map(|(_, outcome)| outcome).chain(&self.at_once);
        let withheld = self.withheld.iter().flat_map(|withheld| [&withheld.at_best, &withheld.at_worst]);
        let scanned = self.late_alone.iter().map(|(_, least)| least.balanced);
        let scanned = scanned.chain(self.fall.iter().map(|least| least.balanced));
        let scanned = scanned.chain([self.ladder.balanced, self.late.balanced, self.sets.balanced]);
        outcomes.chain(withheld).all(|outcome| outcome.balanced)
            && scanned.chain([self.grid.balanced]).all(|balanced| balanced)
    }
}

/// A file that another one names: beside it.
fn beside(file: &Path, named: &str) -> PathBuf {
    file.parent().unwrap_or(Path::new(".")).join(named)
}
