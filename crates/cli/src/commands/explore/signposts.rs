//! Which facts tell studies apart, and from when on.

use std::ops::Range;
use std::path::{Path, PathBuf};

use clap::Args;
use quorate_charter::{Charter, MAX_CHARTER_BYTES};
use quorate_foresight::trajectory::{
    Counted, MAX_SCENARIO_BYTES, MAX_STUDIES, Scenario, Signpost, Spread, signposts,
};
use quorate_records::words::Language;
use quorate_web::report::{Apart, Beside, Divided, apart};

use super::ASSUMED;
use super::counted::Tables;
use super::kept::Kept;
use super::report::In;
use super::summary::per_cent;
use crate::commands::files::{Laid, read_text};
use crate::failure::Failure;
use crate::format::Format;
use crate::present::{EXERCISE, Screen, columns, shell, visible};

/// So many signposts of each are told on the screen.
const TOLD: usize = 8;

#[derive(Args)]
#[command(about = "Tell which facts tell studies apart, and from when on", long_about = include_str!("signposts.md").trim_end())]
pub(crate) struct Signposts {
    /// The directories of the studies, of the same number of quarters.
    #[arg(required = true, num_args = 2..=MAX_STUDIES)]
    studies: Vec<PathBuf>,
    /// So many of a hundred runs have to be on their right side.
    #[arg(long, value_name = "PER-CENT", default_value_t = 80, value_parser = clap::value_parser!(u64).range(51..=100))]
    level: u64,
    /// Write it as a page to this file as well.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// The language of the page.
    #[arg(long, value_name = "LANGUAGE", default_value = "en")]
    lang: In,
}

/// A study that was read.
struct Seen {
    label: String,
    title: String,
    charter: Charter,
    quarters: u32,
    /// Their numbers.
    runs: Range<u64>,
    spread: Spread,
}

impl Seen {
    fn beside(&self, language: Language) -> Beside<'_> {
        Beside {
            label: self.label.clone(),
            title: self.title.clone(),
            charter: language.of(self.charter.title()).to_owned(),
            runs: self.count(),
            spread: &self.spread,
        }
    }

    fn count(&self) -> u64 {
        self.runs.end.saturating_sub(self.runs.start)
    }
}

impl Signposts {
    pub(crate) fn run(&self, screen: &mut Screen) -> Result<(), Failure> {
        let out = self.out.as_deref().map(Laid::begin).transpose()?;
        let seen: Vec<Seen> = self.studies.iter().map(|study| read(study)).collect::<Result<_, _>>()?;
        let seen = named(seen, &self.studies);
        let quarters = self.quarters(&seen)?;
        let divided = self.divided(&seen, quarters)?;
        let language = Language::from(self.lang);
        let studies = seen.iter().map(|seen| seen.beside(language)).collect();
        let of = Apart { studies, quarters, level: self.level.saturating_mul(10), divided };
        let held = |out: Laid| out.hold(&apart(&of, language).map_err(|what| Failure::usage(what, ""))?);
        let out = out.map(held).transpose()?;
        Laid::after_in(out, Format::Text, screen, |screen| tell(&seen, &of.divided, self.level, screen))
    }

    fn quarters(&self, seen: &[Seen]) -> Result<u32, Failure> {
        let quarters = seen.first().map_or(0, |first| first.quarters);
        for (study, directory) in seen.iter().zip(&self.studies) {
            if study.quarters != quarters {
                let what = format!(
                    "{} has {} quarters, and the first study {quarters}",
                    shell(directory),
                    study.quarters
                );
                return Err(Failure::usage(what, "name studies of scenarios with the same `quarters`"));
            }
        }
        Ok(quarters)
    }

    /// Two from each other; more, each from all others, and then each from each.
    fn divided(&self, seen: &[Seen], quarters: u32) -> Result<Vec<Divided>, Failure> {
        let count = seen.len();
        let rest = |one: usize| (0..count).filter(|other| *other != one).collect::<Vec<usize>>();
        let each: Vec<(usize, Vec<usize>)> =
            if count > 2 { (0..count).map(|one| (one, rest(one))).collect() } else { Vec::new() };
        let pairs =
            (0..count).flat_map(|one| (one.saturating_add(1)..count).map(move |other| (one, vec![other])));
        let counted = |at: &usize| {
            let seen = seen.get(*at)?;
            Some(Counted { spread: &seen.spread, runs: seen.runs.clone() })
        };
        let mut divided = Vec::new();
        for (one, others) in each.into_iter().chain(pairs) {
            let of: Vec<Counted<'_>> = others.iter().filter_map(counted).collect();
            let Some(of_one) = counted(&one) else { continue };
            let found = signposts(&of_one, &of, quarters, self.level.saturating_mul(10));
            let signposts = found.map_err(|why| {
                Failure::usage(why.to_string(), "run the studies again with the same `--runs`, two or more")
            })?;
            divided.push(Divided { one, others, signposts });
        }
        Ok(divided)
    }
}

/// Reads what was counted in a study's directory.
fn read(directory: &Path) -> Result<Seen, Failure> {
    let kept = Kept::read_whole(directory)?;
    let (name, text) = read_text(&directory.join("scenario.toml"), MAX_SCENARIO_BYTES)?;
    let scenario = Scenario::read(&text).map_err(|faults| Failure::in_scenario(&name, &text, &faults))?;
    let (name, text) = read_text(&directory.join("charter.toml"), MAX_CHARTER_BYTES)?;
    let charter = Charter::read(&text).map_err(|faults| Failure::in_charter(&name, &text, &faults))?;
    let of = (&charter, scenario.quarters());
    let tables = Tables::new((directory, &kept), of, "run the study again with `quorate explore`");
    // What whole runs came to is not used, and has to be of as many.
    tables.totals()?;
    let spread = tables.spread()?;
    Ok(Seen {
        label: String::new(),
        title: scenario.title().to_owned(),
        charter,
        quarters: scenario.quarters(),
        runs: kept.numbers(),
        spread,
    })
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

/// Tells it on the screen.
fn tell(seen: &[Seen], divided: &[Divided], level: u64, screen: &mut Screen) -> Result<(), Failure> {
    screen.paragraph("", EXERCISE)?;
    screen.paragraph("", ASSUMED)?;
    let says = format!(
        "A signpost tells these assumptions apart in at least {level} of a hundred of the runs of even number, in every quarter \
         from the one named to the last: by these it was chosen. The shares that stand beside it are of the runs of odd number, \
         by which nothing was chosen, and may be less. It says nothing about what else there could be."
    );
    screen.line("")?;
    screen.paragraph("", &says)?;
    screen.line("")?;
    for study in seen {
        let (runs, charter) = (study.count(), &study.charter.title().en);
        screen
            .paragraph("", &format!("{}: {}; {runs} runs under \"{charter}\"", study.label, study.title))?;
    }
    let label = |at: &usize| seen.get(*at).map(|study| study.label.as_str()).unwrap_or_default();
    for one in divided {
        let others: Vec<&str> = one.others.iter().map(label).collect();
        screen.line(&format!("\n{}, told from {}", label(&one.one), others.join(", ")))?;
        if one.signposts.is_empty() {
            screen.line("   no fact with one threshold does so until the last quarter")?;
            continue;
        }
        let heading = ["it speaks for the first", "from quarter", "right then", "fewest since"];
        let heading = heading.map(str::to_owned).to_vec();
        let rows = one.signposts.iter().take(TOLD).map(row);
        let rows: Vec<Vec<String>> = std::iter::once(heading).chain(rows).collect();
        columns(&rows).iter().try_for_each(|line| screen.line(&format!("   {line}")))?;
    }
    Ok(())
}

fn row(post: &Signpost) -> Vec<String> {
    let which = if post.threshold.at_least { "at least" } else { "at most" };
    let percent = |share: u64| format!("{} %", per_cent(share));
    vec![
        format!("{}: {which} {}", post.measure.says, post.threshold.value),
        post.from.to_string(),
        percent(post.right),
        percent(post.least),
    ]
}
