//! What a report of a study tells of other runs: what each assumption does alone, and which facts tell it from other studies.

use maud::{Markup, html};
use quorate_foresight::trajectory::experiment::{Setting, Tornado};

use super::apart::{self, Apart};
use super::experiment::{varied, what_was_run};
use super::sensed;
use super::tell::Tell;

/// What was run beside a study, as far as anything was.
#[derive(Clone, Copy, Default)]
pub struct More<'s> {
    /// What each number that an experiment on its scenario varies does alone.
    pub alone: Option<Alone<'s>>,
    /// The study, which is the first of them, beside others.
    pub apart: Option<&'s Apart<'s>>,
}

/// An experiment, and what each parameter does alone to each output.
#[derive(Clone, Copy)]
pub struct Alone<'s> {
    /// The experiment, its scenario and charters.
    pub setting: &'s Setting,
    /// What each parameter does, by output.
    pub tornados: &'s [Tornado],
    /// From which all chance follows.
    pub seed: u64,
    /// What runs it again, from its directory.
    pub again: &'s str,
}

/// Both, as far as they are there.
pub(super) fn told(of: More<'_>, tell: &Tell<'_>) -> Markup {
    html! {
        @if let Some(alone) = of.alone {
            h2 { (tell.t("sensed-alone")) }
            (told_alone(alone, tell))
        }
        @if let Some(apart) = of.apart {
            h2 { (tell.t("apart-title")) }
            (apart::found(apart, tell))
        }
    }
}

fn told_alone(of: Alone<'_>, tell: &Tell<'_>) -> Markup {
    let experiment = of.setting.experiment();
    let about = [("sensed-alone-runs", experiment.replicates()), ("sensed-seed", of.seed)];
    let about = about.map(|(key, number)| (key, number.to_string()));
    html! {
        p { strong { (experiment.title()) } }
        (what_was_run(of.setting, &about, tell))
        (sensed::alone(of.tornados, of.setting, tell))
        h3 { (tell.t("sensed-varied")) }
        (varied(experiment, false, tell))
        p { (tell.t("experiment-again-says")) }
        pre { (of.again) }
    }
}
