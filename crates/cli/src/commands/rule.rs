//! Say who can block and who can adopt under a rule of decision.

mod asked;
mod change;
mod compare;
mod json;
mod overview;
mod picture;
mod report;
mod rows;
mod words;

use std::path::PathBuf;

use clap::Args;
use quorate_charter::{MemberCode, RuleName};

use crate::args::Nowhere;
use crate::commands::files::Laid;
use crate::failure::Failure;
use crate::format::Format;
use crate::present::Screen;
use asked::{Asked, Source};

#[derive(Args)]
#[command(about = "Say who can block and who can adopt under a rule of decision", long_about = include_str!("rule.md").trim_end())]
pub(crate) struct Rule {
    /// The file of the charter or body.
    file: PathBuf,
    /// The rule; without it, all rules in a line each.
    #[arg(long, value_name = "NAME")]
    rule: Option<RuleName>,
    /// Tell in full what holds when this member, as the interested party, does not take part.
    #[arg(long, value_name = "MEMBER", requires = "rule")]
    interested: Option<MemberCode>,
    /// Beside it, the rule of the same name in another file.
    #[arg(long, value_name = "FILE", requires = "rule")]
    compare: Option<PathBuf>,
    /// Beside it, another rule.
    #[arg(long, value_name = "NAME", requires = "rule")]
    rule2: Option<RuleName>,
    /// Beside it, the same after this member withdrew; can be given several times.
    #[arg(long, value_name = "MEMBER", requires = "rule")]
    without: Vec<MemberCode>,
    /// Beside it, the same after this State acceded, with its weights; can be given several times.
    #[arg(long, value_name = "MEMBER:MEASURE=WEIGHT,...", requires = "rule")]
    with: Vec<String>,
    /// Beside it, the same with another share: `population=70%`, or `key@cast=2/3` where two weigh by one measure.
    #[arg(long, value_name = "MEASURE=SHARE", requires = "rule")]
    threshold: Vec<String>,
    /// Draw it into this file: everyone's weight, and the line above which one alone blocks.
    #[arg(long, value_name = "FILE", requires = "rule")]
    #[arg(conflicts_with_all = ["compare", "rule2", "without", "with", "threshold"])]
    svg: Option<PathBuf>,
    /// The most groups to list that block, and that adopt.
    #[arg(long, value_name = "NUMBER", default_value_t = 20)]
    limit: usize,
    /// How to write it.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    #[command(flatten)]
    nowhere: Nowhere,
}

impl Rule {
    pub(crate) fn run(&self, screen: &mut Screen) -> Result<(), Failure> {
        self.nowhere.hold()?;
        let source = Source::read(&self.file)?;
        let Some(name) = &self.rule else {
            let all = source.all()?;
            return match self.format {
                Format::Text => overview::tell(&source, &all, screen),
                Format::Json => screen.text(&json::all(&source, &all)),
            };
        };
        let asked = source.asked(name)?;
        if self.is_compared() {
            let after = self.after(&source, name)?;
            return match self.format {
                Format::Text => compare::tell(&asked, &after, screen),
                Format::Json => screen.text(&json::both(&asked, &after)),
            };
        }
        let shown = report::Shown::of(&asked, self.interested)?;
        let svg = self.svg.as_deref().map(|file| {
            let svg = picture::svg(&asked, &shown.full);
            let none = || Failure::usage("there is nothing to draw: nobody takes part", "");
            Laid::begin(file)?.hold(&svg.ok_or_else(none)?)
        });
        Laid::after_in(svg.transpose()?, self.format, screen, |screen| match self.format {
            Format::Text => report::tell(&asked, &shown, self.limit, screen),
            Format::Json => screen.text(&json::one(&asked, &shown, self.limit)),
        })
    }

    fn is_compared(&self) -> bool {
        let lists = self.without.is_empty() && self.with.is_empty() && self.threshold.is_empty();
        self.compare.is_some() || self.rule2.is_some() || !lists
    }

    /// What stands beside it: of the other file and rule if they are named, after every change in turn.
    fn after(&self, source: &Source, name: &RuleName) -> Result<Asked, Failure> {
        let name = self.rule2.as_ref().unwrap_or(name);
        let mut after = match &self.compare {
            Some(other) => Source::read(other)?.asked(name)?,
            None => source.asked(name)?,
        };
        for member in &self.without {
            change::withdraw(&mut after, *member)?;
        }
        for newcomer in &self.with {
            change::accede(&mut after, newcomer)?;
        }
        for threshold in &self.threshold {
            change::threshold(&mut after, threshold)?;
        }
        Ok(after)
    }
}
