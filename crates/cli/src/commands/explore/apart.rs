//! Studies that are told apart: what was counted in each, and which facts tell one from others.

use std::ops::Range;
use std::path::{Path, PathBuf};

use quorate_charter::Charter;
use quorate_foresight::trajectory::{Counted, Spread, signposts};
use quorate_records::words::Language;
use quorate_web::report::{Apart, Beside, Divided};

use super::Read;
use super::counted::Tables;
use super::kept::Kept;
use crate::failure::Failure;
use crate::present::{shell, visible};

/// A study that was read.
pub(super) struct Seen {
    pub(super) label: String,
    pub(super) title: String,
    pub(super) charter: Charter,
    quarters: u32,
    /// Their numbers.
    runs: Range<u64>,
    spread: Spread,
}

impl Seen {
    /// What was read of a study.
    pub(super) fn of(read: &Read, kept: &Kept, spread: Spread) -> Seen {
        let scenario = read.study.scenario();
        Seen {
            label: String::new(),
            title: scenario.title().to_owned(),
            charter: read.study.charter().clone(),
            quarters: scenario.quarters(),
            runs: kept.numbers(),
            spread,
        }
    }

    fn beside(&self, language: Language) -> Beside<'_> {
        Beside {
            label: self.label.clone(),
            title: self.title.clone(),
            charter: language.of(self.charter.title()).to_owned(),
            runs: self.count(),
            spread: &self.spread,
        }
    }

    pub(super) fn count(&self) -> u64 {
        self.runs.end.saturating_sub(self.runs.start)
    }
}

/// Studies of the same number of quarters.
pub(super) struct Studies {
    pub(super) seen: Vec<Seen>,
    pub(super) quarters: u32,
}

impl Studies {
    /// Reads them, each by a name that no other has.
    pub(super) fn read(directories: &[PathBuf]) -> Result<Studies, Failure> {
        Studies::after(None, directories)
    }

    /// The same, where the first of them was read already.
    pub(super) fn after(first: Option<Seen>, directories: &[PathBuf]) -> Result<Studies, Failure> {
        differ(directories)?;
        let rest = directories.iter().skip(usize::from(first.is_some())).map(|study| read(study));
        let seen: Vec<Seen> = first.into_iter().map(Ok).chain(rest).collect::<Result<_, _>>()?;
        let seen = named(seen, directories);
        let quarters = seen.first().map_or(0, |first| first.quarters);
        for (study, directory) in seen.iter().zip(directories) {
            if study.quarters != quarters {
                let what = format!(
                    "{} has {} quarters, and the first study {quarters}",
                    shell(directory),
                    study.quarters
                );
                return Err(Failure::usage(what, "name studies of scenarios with the same `quarters`"));
            }
        }
        Ok(Studies { seen, quarters })
    }

    /// As a report has them: what tells these from those, in at least so many runs of a hundred.
    pub(super) fn apart(
        &self,
        which: Vec<(usize, Vec<usize>)>,
        level: u64,
        language: Language,
    ) -> Result<Apart<'_>, Failure> {
        let divided = self.divided(which, level.saturating_mul(10))?;
        let studies = self.seen.iter().map(|seen| seen.beside(language)).collect();
        Ok(Apart { studies, quarters: self.quarters, level: level.saturating_mul(10), divided })
    }

    /// Two from each other; more, each from all others, and then each from each.
    pub(super) fn each(&self) -> Vec<(usize, Vec<usize>)> {
        let count = self.seen.len();
        let each: Vec<(usize, Vec<usize>)> =
            if count > 2 { (0..count).map(|one| (one, self.rest(one))).collect() } else { Vec::new() };
        let pairs =
            (0..count).flat_map(|one| (one.saturating_add(1)..count).map(move |other| (one, vec![other])));
        each.into_iter().chain(pairs).collect()
    }

    /// The first from all others; of several, then from each.
    pub(super) fn first(&self) -> Vec<(usize, Vec<usize>)> {
        let others = self.rest(0);
        let alone = others.iter().filter(|_| others.len() > 1).map(|other| (0, vec![*other]));
        core::iter::once((0, others.clone())).chain(alone).collect()
    }

    fn rest(&self, one: usize) -> Vec<usize> {
        (0..self.seen.len()).filter(|other| *other != one).collect()
    }

    fn divided(&self, which: Vec<(usize, Vec<usize>)>, level: u64) -> Result<Vec<Divided>, Failure> {
        let counted = |at: &usize| {
            let seen = self.seen.get(*at)?;
            Some(Counted { spread: &seen.spread, runs: seen.runs.clone() })
        };
        let mut divided = Vec::new();
        for (one, others) in which {
            let of: Vec<Counted<'_>> = others.iter().filter_map(counted).collect();
            let Some(of_one) = counted(&one) else { continue };
            let found = signposts(&of_one, &of, self.quarters, level);
            let signposts = found.map_err(|why| {
                Failure::usage(why.to_string(), "run the studies again with the same `--runs`, two or more")
            })?;
            divided.push(Divided { one, others, signposts });
        }
        Ok(divided)
    }
}

/// Whether each directory is another one: a study told from itself says nothing, and one that counts twice too much.
fn differ(directories: &[PathBuf]) -> Result<(), Failure> {
    let wholes: Vec<Option<PathBuf>> = directories.iter().map(|study| study.canonicalize().ok()).collect();
    for (at, (directory, whole)) in directories.iter().zip(&wholes).enumerate() {
        if whole.is_some() && wholes.iter().take(at).any(|before| before == whole) {
            let what = format!("{} is named twice", shell(directory));
            return Err(Failure::usage(what, "name each study once"));
        }
    }
    Ok(())
}

/// Reads what was counted in a study's directory.
fn read(directory: &Path) -> Result<Seen, Failure> {
    let kept = Kept::read_whole(directory)?;
    let read = super::read(&directory.join("scenario.toml"), Some(&directory.join("charter.toml")))?;
    let tables = Tables::of(directory, &kept, &read);
    // What whole runs came to is not used, and has to be of as many.
    tables.totals()?;
    Ok(Seen::of(&read, &kept, tables.spread()?))
}

/// Each by the last part of its directory's name, and by all of it where two are alike.
fn named(mut seen: Vec<Seen>, directories: &[PathBuf]) -> Vec<Seen> {
    let short = |directory: &PathBuf| directory.file_name().map(|name| visible(&name.display().to_string()));
    let shorts: Vec<Option<String>> = directories.iter().map(short).collect();
    for ((study, directory), name) in seen.iter_mut().zip(directories).zip(&shorts) {
        let alike = shorts.iter().filter(|other| *other == name).count() > 1;
        study.label = match name {
            Some(name) if !alike => name.clone(),
            _ => visible(&directory.display().to_string()),
        };
    }
    seen
}
