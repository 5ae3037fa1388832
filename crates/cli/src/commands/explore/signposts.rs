//! Which facts tell studies apart, and from when on.

use std::path::PathBuf;

use clap::Args;
use quorate_foresight::trajectory::{MAX_STUDIES, Signpost};
use quorate_records::words::Language;
use quorate_web::report::{Divided, apart};

use super::ASSUMED;
use super::apart::{Seen, Studies};
use super::report::In;
use super::summary::per_cent;
use crate::commands::files::Laid;
use crate::failure::Failure;
use crate::format::Format;
use crate::present::{EXERCISE, Screen, columns};

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

impl Signposts {
    pub(crate) fn run(&self, screen: &mut Screen) -> Result<(), Failure> {
        let out = self.out.as_deref().map(Laid::begin).transpose()?;
        let studies = Studies::read(&self.studies)?;
        let language = Language::from(self.lang);
        let of = studies.apart(studies.each(), self.level, language)?;
        let held = |out: Laid| out.hold(&apart(&of, language).map_err(|what| Failure::usage(what, ""))?);
        let out = out.map(held).transpose()?;
        Laid::after_in(out, Format::Text, screen, |screen| {
            tell(&studies.seen, &of.divided, self.level, screen)
        })
    }
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
