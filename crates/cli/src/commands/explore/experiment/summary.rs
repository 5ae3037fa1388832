//! What an experiment came to, for people.

use std::time::Duration;

use quorate_foresight::trajectory::experiment::{
    Bar, CHANCE, Effects, Estimate, Experiment, Index, Indices, Parameter, Told, Tornado,
};

use quorate_web::report::{Gridded, MOST_SPOTS, Sensed, Spot, gridded, sensed};

use super::super::report::In;
use super::super::summary::{many, pace, sound};
use super::super::{ASSUMED, assumed};
use super::asked::{Asked, Way};
use super::lines::{decimal, mean};
use super::{Read, effects};
use crate::failure::Failure;
use crate::present::{EXERCISE, Screen, columns};

/// What is told of indices that are not to be relied on.
const FEW: &str =
    "   fewer than 256 samples, or an interval wholly below 0, where no index is: this is for a look";

/// So many points of a grid are told; the table has the rest.
const TOLD: usize = 20;

/// What is told: it does not grow with the runs.
#[derive(Default)]
pub(super) struct Summary {
    runs: u64,
    commands: u64,
    unsound: u64,
    points: Vec<Spot>,
    all_points: u64,
    effects: Vec<Effects>,
    tornados: Vec<Tornado>,
    indices: Vec<Indices>,
}

impl Summary {
    /// A run came to its end.
    pub(super) fn ran(&mut self, commands: u64, balanced: bool) {
        self.runs = self.runs.saturating_add(1);
        self.commands = self.commands.saturating_add(commands);
        self.unsound = self.unsound.saturating_add(u64::from(!balanced));
    }

    /// Something was told of them.
    pub(super) fn told(&mut self, told: Told) {
        match told {
            Told::Point(point) => {
                self.all_points = self.all_points.saturating_add(1);
                if self.points.len() < MOST_SPOTS {
                    self.points.push(Spot::of(&point));
                }
            }
            Told::Effects(all) => self.effects.extend(all),
            Told::Tornado(all) => self.tornados.extend(all),
            Told::Indices(all) => self.indices.extend(all),
        }
    }

    /// Tells it.
    pub(super) fn tell(&self, read: &Read, asked: &Asked, screen: &mut Screen) -> Result<(), Failure> {
        let experiment = read.setting.experiment();
        screen.paragraph("", EXERCISE)?;
        screen.paragraph("", ASSUMED)?;
        let Some(study) = read.setting.studies().first() else { return Ok(()) };
        let scenario = study.scenario();
        let (title, quarters) = (experiment.title(), scenario.quarters());
        screen.line(&format!(
            "\n{title}: {} of {}",
            many(self.runs, "run"),
            many(quarters.into(), "quarter")
        ))?;
        screen.line(&format!("Scenario: {}", scenario.title()))?;
        for (number, study) in (1..).zip(read.setting.studies()) {
            screen.line(&format!("Charter {number}: {}", study.charter().title().en))?;
        }
        assumed::tell(scenario, screen)?;
        screen.line("\nWhat is varied, and how far")?;
        let heading = ["", "from", "to", "values", "source"].map(str::to_owned).to_vec();
        let varied = experiment.parameters().iter().map(varied);
        table(screen, std::iter::once(heading).chain(varied))?;
        if !asked.is_whole() {
            let of = "`quorate explore merge` tells what all parts come to";
            return screen.line(&format!("\nPart {} of {}: {of}", asked.part, asked.of));
        }
        match asked.way {
            Way::Grid {} => self.tell_points(experiment, screen),
            Way::Screening { .. } => {
                self.effects.iter().try_for_each(|one| effects::tell(experiment, one, screen))
            }
            Way::Sensitivity { .. } => {
                self.tornados.iter().try_for_each(|one| tell_tornado(experiment, one, screen))?;
                self.indices.iter().try_for_each(|one| tell_indices(experiment, one, screen))
            }
        }
    }

    /// The page of a whole grid or sensitivity.
    pub(super) fn report(
        &self,
        (read, asked): (&Read, &Asked),
        language: In,
    ) -> Result<Option<String>, Failure> {
        if !asked.is_whole() {
            return Ok(None);
        }
        let (setting, seed, again) = (&read.setting, asked.seed, asked.again());
        let page = match asked.way {
            Way::Grid {} => {
                let (points, all) = (self.points.as_slice(), self.all_points);
                gridded(
                    &Gridded { setting, scenario: &read.scenario, seed, points, all, again },
                    language.into(),
                )
            }
            Way::Screening { .. } => return Ok(None),
            Way::Sensitivity { samples, each } => {
                let (tornados, indices) = (self.tornados.as_slice(), self.indices.as_slice());
                sensed(
                    &Sensed { setting, samples: (samples, each), seed, tornados, indices, again },
                    language.into(),
                )
            }
        };
        page.map(Some).map_err(|what| Failure::usage(what, ""))
    }

    fn tell_points(&self, experiment: &Experiment, screen: &mut Screen) -> Result<(), Failure> {
        screen.line(&format!("\nMeans of {} of each point", many(experiment.replicates(), "run")))?;
        let parameters = experiment.parameters();
        let names = parameters.iter().map(|parameter| parameter.name.clone());
        let outputs = experiment.outputs().iter().map(|output| output.name.to_owned());
        let heading: Vec<String> =
            ["charter".into(), "point".into()].into_iter().chain(names).chain(outputs).collect();
        let row = |point: &Spot| -> Vec<String> {
            let first = [point.charter.saturating_add(1).to_string(), point.point.to_string()];
            let values = parameters.iter().zip(&point.values).map(|(one, value)| one.written(*value));
            let mean = |mean: i64| decimal(mean, 3);
            let means = point.outputs.iter().map(|spread| or_none(spread.mean.map(mean).unwrap_or_default()));
            first.into_iter().chain(values).chain(means).collect()
        };
        table(screen, std::iter::once(heading).chain(self.points.iter().take(TOLD).map(row)))?;
        match self.all_points.saturating_sub(u64::try_from(TOLD).unwrap_or(u64::MAX)) {
            0 => Ok(()),
            more => screen.line(&format!("   and {more} more points, which stand in points.csv")),
        }
    }

    /// How much was done, and how fast.
    pub(super) fn pace(&self, took: Duration) -> String {
        pace(took, (self.runs, self.commands), "")
    }

    /// Whether the books of every run balance.
    pub(super) fn sound(&self) -> Result<(), Failure> {
        sound(self.unsound)
    }
}

fn varied(parameter: &Parameter) -> Vec<String> {
    let values = parameter.steps.map_or_else(|| "-".into(), |steps| steps.to_string());
    let (from, to) = (parameter.written(parameter.from), parameter.written(parameter.to));
    vec![parameter.name.clone(), from, to, values, parameter.source.clone()]
}

pub(super) fn table(screen: &mut Screen, rows: impl Iterator<Item = Vec<String>>) -> Result<(), Failure> {
    let rows: Vec<Vec<String>> = rows.collect();
    columns(&rows).iter().try_for_each(|line| screen.line(&format!("   {line}")))
}

fn or_none(text: String) -> String {
    if text.is_empty() { "none".into() } else { text }
}

/// What an output is, and under which charter.
pub(super) fn of(experiment: &Experiment, output: usize, charter: usize) -> String {
    let says = experiment.outputs().get(output).map(|output| output.says).unwrap_or_default();
    format!("{says}, charter {}", charter.saturating_add(1))
}

fn tell_tornado(experiment: &Experiment, told: &Tornado, screen: &mut Screen) -> Result<(), Failure> {
    let middle = or_none(mean(told.middle));
    let of = of(experiment, told.output, told.charter);
    screen.line(&format!("\nEach parameter alone: {of} (in the middle {middle})"))?;
    let heading = ["", "from", "to", "at from", "at to", "swing", "less", "same", "more"];
    let row = |bar: &Bar| -> Vec<String> {
        let parameter = experiment.parameters().get(bar.parameter);
        let written = |value| parameter.map(|parameter| parameter.written(value)).unwrap_or_default();
        let name = parameter.map(|parameter| parameter.name.clone()).unwrap_or_default();
        let swing = bar.swing().map_or_else(|| "none".into(), |swing| decimal(swing, 3));
        let (less, same, more) = bar.pairs;
        let pairs = [less, same, more].map(|count| count.to_string());
        let cells =
            [name, written(bar.ends.0), written(bar.ends.1), or_none(mean(bar.low)), or_none(mean(bar.high))];
        cells.into_iter().chain([swing]).chain(pairs).collect()
    };
    table(screen, std::iter::once(heading.map(str::to_owned).to_vec()).chain(told.bars.iter().map(row)))
}

fn tell_indices(experiment: &Experiment, told: &Indices, screen: &mut Screen) -> Result<(), Failure> {
    let of = of(experiment, told.output, told.charter);
    let (mean, deviation) = (decimal(told.mean, 3), decimal(told.deviation, 3));
    screen.line(&format!("\nAll together: {of} (mean {mean}, standard deviation {deviation})"))?;
    if told.used < told.samples {
        let used = format!(
            "{} of {} samples, those in which it was measured at every point",
            told.used, told.samples
        );
        screen.line(&format!("   of {used}"))?;
    }
    if told.indices.is_empty() {
        return screen.line("   it did not vary");
    }
    if told.is_for_a_look() {
        screen.line(FEW)?;
    }
    let heading = ["", "first", "95 %", "total", "95 %"].map(str::to_owned).to_vec();
    let row = |index: &Index| -> Vec<String> {
        let parameter = index.parameter.and_then(|place| experiment.parameters().get(place));
        let name = parameter.map_or_else(|| CHANCE.to_owned(), |parameter| parameter.name.clone());
        let within = |estimate: Estimate| format!("{} to {}", share(estimate.low), share(estimate.high));
        vec![
            name,
            share(index.first.value),
            within(index.first),
            share(index.total.value),
            within(index.total),
        ]
    };
    table(screen, std::iter::once(heading).chain(told.by_total().into_iter().map(row)))
}

/// A share, to a thousandth, towards nothing.
fn share(billionths: i64) -> String {
    decimal(billionths.checked_div(1_000_000).unwrap_or_default(), 3)
}
