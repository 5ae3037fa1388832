//! What each parameter does alone, read again from the directory of a sensitivity.

use std::path::Path;

use quorate_foresight::trajectory::experiment::{Part, Setting, Tally, Told, Tornado};
use quorate_web::report;

use super::super::Read as Study;
use super::asked::{Asked, Way};
use super::made::made;
use super::{planned, read};
use crate::failure::Failure;
use crate::present::shell;

/// What each parameter of an experiment does alone.
pub(in super::super) struct Alone {
    /// The experiment, its scenario and its charters.
    setting: Setting,
    /// Of each output, under the charter of a study.
    tornados: Vec<Tornado>,
    /// From which all chance follows.
    seed: u64,
    /// What runs it again, from its directory.
    again: String,
    /// In how many runs the books did not balance.
    pub(in super::super) unsound: u64,
}

impl Alone {
    /// As a report has it.
    pub(in super::super) fn told(&self) -> report::Alone<'_> {
        let Alone { setting, tornados, seed, again, .. } = self;
        report::Alone { setting, tornados, seed: *seed, again }
    }
}

/// Reads it, of the scenario and the charter of a study.
///
/// # Errors
/// [`Failure`]: it is no whole sensitivity of them, or its runs are not as they were written.
pub(in super::super) fn alone(directory: &Path, study: &Study) -> Result<Alone, Failure> {
    let refused = |what: &str, help: &str| Failure::usage(format!("{} {what}", shell(directory)), help);
    let help = "name a directory that `quorate explore sensitivity` made, or `merge` put together";
    let asked = Asked::read(directory, help)?;
    if !asked.is_whole() || !matches!(asked.way, Way::Sensitivity { .. }) {
        return Err(refused("is of no whole sensitivity", help));
    }
    let read = read(&directory.join("experiment.toml"), Some(directory))?;
    if read.scenario != study.scenario {
        let help = "name a sensitivity of an experiment on the scenario of the study, as it was run";
        return Err(refused("is of another scenario", help));
    }
    let Some(charter) = read.charters.iter().position(|text| *text == study.charter) else {
        let help = "name a sensitivity of an experiment under the charter of the study";
        return Err(refused("is under another charter", help));
    };
    let plan = planned(&read, &asked)?;
    let mut tally = Tally::begin(&plan, read.setting.experiment().outputs().len());
    let (mut tornados, mut unsound) = (Vec::new(), 0_u64);
    let again = "run the sensitivity again";
    made((&asked, directory), (&read, &plan), again, &mut |job, _, (values, _, balanced)| {
        unsound = unsound.saturating_add(u64::from(!balanced));
        if job.part == Part::Tornado
            && let Some(Told::Tornado(told)) = tally.add(job, values)
        {
            tornados.extend(told.into_iter().filter(|one| one.charter == charter));
        }
        Ok(())
    })?;
    let (seed, again) = (asked.seed, asked.again());
    Ok(Alone { setting: read.setting, tornados, seed, again, unsound })
}
