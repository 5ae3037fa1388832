//! What was asked of an experiment: by it, its runs are made again.

use std::path::Path;

use quorate_foresight::trajectory::experiment::Design;
use serde::Deserialize;

use super::super::Shard;
use super::super::kept::{STUDY, is_ended};
use crate::commands::files::read_text;
use crate::failure::Failure;
use crate::present::shell;

const MAX_ASKED_BYTES: usize = 4096;
const FILE: &str = "asked.toml";

/// Whether a directory is of an experiment.
pub(in super::super) fn is_one(directory: &Path) -> bool {
    directory.join(FILE).exists()
}

/// In which way it is run.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(in super::super) enum Way {
    Grid {},
    Screening { paths: u64, levels: u64, each: u64 },
    Sensitivity { samples: u64, each: u64 },
}

/// What was asked for.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Asked {
    pub(super) seed: u64,
    pub(super) part: u64,
    pub(super) of: u64,
    pub(super) way: Way,
}

impl Way {
    pub(super) fn design(self) -> Design {
        match self {
            Way::Grid {} => Design::Grid,
            Way::Screening { paths, levels, each } => Design::Screening { paths, levels, each },
            Way::Sensitivity { samples, each } => Design::Sensitivity { samples, each },
        }
    }
}

impl Asked {
    /// The name of its file, and its text.
    pub(super) fn file(&self) -> (&'static str, String) {
        let Asked { way, seed, part, of } = self;
        let way = match way {
            Way::Grid {} => "[way.grid]\n".into(),
            Way::Screening { paths, levels, each } => {
                format!("[way.screening]\npaths = {paths}\nlevels = {levels}\neach = {each}\n")
            }
            Way::Sensitivity { samples, each } => {
                format!("[way.sensitivity]\nsamples = {samples}\neach = {each}\n")
            }
        };
        let text = format!(
            "# Shares of runs under the assumptions in scenario.toml and experiment.toml; not a forecast.\n\
             seed = {seed}\npart = {part}\nof = {of}\n\n{way}"
        );
        (FILE, text)
    }

    /// Reads it from an experiment's directory; `help` says what to do about a study's.
    pub(super) fn read(directory: &Path, help: &str) -> Result<Asked, Failure> {
        is_ended(directory)?;
        if !is_one(directory) && directory.join(STUDY).exists() {
            let what = format!("{} is of a study, and no experiment", shell(directory));
            return Err(Failure::usage(what, help));
        }
        let (name, text) = read_text(&directory.join(FILE), MAX_ASKED_BYTES)?;
        let help = "name a directory that `quorate explore grid`, `screening` or `sensitivity` made";
        let none = |why: &str| Failure::usage(format!("{name} is no experiment's: {why}"), help);
        let asked: Asked = toml::from_str(&text).map_err(|error| none(error.message()))?;
        if !asked.shard().is_one() {
            return Err(none(&format!("it says that it is part {} of {}", asked.part, asked.of)));
        }
        Ok(asked)
    }

    pub(super) fn shard(&self) -> Shard {
        Shard { part: self.part, of: self.of }
    }

    /// What runs all of it again, from its directory.
    pub(super) fn again(&self) -> String {
        let way = match self.way {
            Way::Grid {} => "grid experiment.toml".into(),
            Way::Screening { paths, levels, each } => {
                format!("screening experiment.toml --paths {paths} --levels {levels} --each {each}")
            }
            Way::Sensitivity { samples, each } => {
                format!("sensitivity experiment.toml --samples {samples} --each {each}")
            }
        };
        format!("quorate explore {way} --seed {} --out again", self.seed)
    }

    pub(super) fn is_whole(&self) -> bool {
        self.of == 1
    }
}
