//! What a screening came to, as CSV and for people.

use quorate_foresight::trajectory::experiment::{Effect, Effects, Estimate, Experiment, Setting};

use super::super::tables::line;
use super::lines::{decimal, number};
use super::summary::{of, table};
use crate::failure::Failure;
use crate::present::Screen;

/// The heading of the table of effects.
pub(super) fn heading() -> String {
    let cells = [
        "charter",
        "output",
        "parameter",
        "paths",
        "used",
        "mu-star",
        "mu-star-low",
        "mu-star-high",
        "mu",
        "sigma",
    ];
    line(cells.into_iter().map(str::to_owned))
}

/// The effects on an output: a line for each parameter, the one with the greatest first. Where too few paths are used, they stand
/// in the order of the experiment, and nothing behind them.
pub(super) fn lines(setting: &Setting, told: &Effects) -> String {
    let experiment = setting.experiment();
    let output = experiment.outputs().get(told.output).map(|output| output.name).unwrap_or_default();
    let of = |parameter: usize, cells: [String; 5]| {
        let first = [number(told.charter), output.to_owned(), name(experiment, parameter)];
        line(first.into_iter().chain([told.paths.to_string(), told.used.to_string()]).chain(cells))
    };
    if told.effects.is_empty() {
        return (0..experiment.parameters().len()).map(|place| of(place, Default::default())).collect();
    }
    let cells = |Effect { size, mean, deviation, .. }: &Effect| {
        [size.value, size.low, size.high, *mean, *deviation].map(|value| decimal(value, 3))
    };
    told.effects.iter().map(|effect| of(effect.parameter, cells(effect))).collect()
}

/// Tells the effects on an output.
pub(super) fn tell(experiment: &Experiment, told: &Effects, screen: &mut Screen) -> Result<(), Failure> {
    screen.line(&format!("\nEffects for the whole range: {}", of(experiment, told.output, told.charter)))?;
    if told.used < told.paths {
        let used =
            format!("{} of {} paths, those on which it was measured at every point", told.used, told.paths);
        screen.line(&format!("   of {used}"))?;
    }
    if told.effects.is_empty() {
        return screen.line("   too few to tell anything");
    }
    if told.effects.iter().all(|effect| effect.size == Estimate::default()) {
        return screen.line("   no parameter changed it on any path");
    }
    let heading = ["", "mu*", "95 %", "mu", "sigma"].map(str::to_owned).to_vec();
    let row = |effect: &Effect| -> Vec<String> {
        let Estimate { value, low, high } = effect.size;
        let [value, low, high, mean, deviation] =
            [value, low, high, effect.mean, effect.deviation].map(|value| decimal(value, 3));
        vec![name(experiment, effect.parameter), value, format!("{low} to {high}"), mean, deviation]
    };
    table(screen, std::iter::once(heading).chain(told.effects.iter().map(row)))
}

fn name(experiment: &Experiment, parameter: usize) -> String {
    experiment.parameters().get(parameter).map(|parameter| parameter.name.clone()).unwrap_or_default()
}
