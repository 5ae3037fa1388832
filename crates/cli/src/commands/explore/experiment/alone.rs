//! What each parameter does alone, read again from the directory of a sensitivity.

use std::path::Path;

use quorate_foresight::trajectory::experiment::{Part, Setting, Tally, Told, Tornado};

use super::super::Read as Study;
use super::asked::{Asked, Way};
use super::made::made;
use super::{planned, read};
use crate::failure::Failure;
use crate::present::shell;

/// What each parameter of an experiment does alone.
pub(in super::super) struct Alone {
    /// The experiment, its scenario and its charters.
    pub(in super::super) setting: Setting,
    /// Of each output, under the charter of a study.
    pub(in super::super) tornados: Vec<Tornado>,
}

/// Reads it, of the scenario and the charter of a study.
///
/// # Errors
/// [`Failure`]: it is no whole sensitivity of them, or its runs are not as they were written.
pub(in super::super) fn alone(directory: &Path, study: &Study) -> Result<Alone, Failure> {
    let refused = |what: &str, help: &str| Failure::usage(format!("{} {what}", shell(directory)), help);
    let asked = Asked::read(directory)?;
    if !asked.is_whole() || !matches!(asked.way, Way::Sensitivity { .. }) {
        let help = "name a directory that `quorate explore sensitivity` made, or `merge` put together";
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
    let mut tornados = Vec::new();
    made((&asked, directory), (&read, &plan), &mut |job, _, (values, ..)| {
        if job.part == Part::Tornado
            && let Some(Told::Tornado(told)) = tally.add(job, values)
        {
            tornados.extend(told.into_iter().filter(|one| one.charter == charter));
        }
        Ok(())
    })?;
    Ok(Alone { setting: read.setting, tornados })
}
