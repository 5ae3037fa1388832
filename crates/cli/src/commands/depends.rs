//! Tell who relies on whom, and what fails when it is withheld.

mod alone;
mod effects;
mod json;
mod names;
mod relied;

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use quorate_charter::MemberCode;
use quorate_foresight::dependence::{By, Dependencies, MAX_DEPENDENCIES_BYTES, Withheld};
use quorate_web::neighbourhood;

use crate::commands::files::{read_text, write_new_text};
use crate::failure::Failure;
use crate::present::{EXERCISE, Screen};

#[derive(Args)]
#[command(about = "Tell who relies on whom, and what fails when it is withheld", long_about = include_str!("depends.md").trim_end())]
pub(crate) struct Depends {
    /// The file of dependencies.
    file: PathBuf,
    /// Who or what withholds: a State, a supplier or a thing of the file; can be given several times.
    #[arg(long, value_name = "NAME")]
    withhold: Vec<String>,
    /// Only the capabilities of this member.
    #[arg(long, value_name = "MEMBER")]
    member: Option<MemberCode>,
    /// Of what cut sets are.
    #[arg(long, value_enum, default_value_t = Of::State)]
    by: Of,
    /// The thing, supplier or State whose neighbourhood is drawn.
    #[arg(long, value_name = "NAME", requires = "svg")]
    around: Option<String>,
    /// Draw that neighbourhood into this file.
    #[arg(long, value_name = "FILE", requires = "around")]
    svg: Option<PathBuf>,
    /// The most cut sets, things of a chain, and things that would have to be known, that are told of a capability.
    #[arg(long, value_name = "NUMBER", default_value_t = 10)]
    limit: usize,
    /// Tell of every thing by which a capability fails how sure that is, and where it is said.
    #[arg(long)]
    explain: bool,
    /// How to write it.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// Of what cut sets are.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Of {
    /// States.
    State,
    /// Suppliers.
    Supplier,
    /// Things.
    Thing,
}

impl From<Of> for By {
    fn from(of: Of) -> By {
        match of {
            Of::State => By::State,
            Of::Supplier => By::Supplier,
            Of::Thing => By::Thing,
        }
    }
}

/// How it is written.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people.
    Text,
    /// For programs.
    Json,
}

/// What is asked of a file that was read.
struct Asked<'a> {
    read: &'a Dependencies,
    member: Option<MemberCode>,
    limit: usize,
    explain: bool,
}

impl Asked<'_> {
    /// Whether a thing is a capability that is asked for.
    fn is_told(&self, place: usize) -> bool {
        let member = self.read.things().get(place).and_then(|thing| thing.member);
        member.is_some_and(|member| self.member.is_none_or(|only| only == member))
    }

    /// Of whom a capability is, and how it is called: in this order they are told.
    fn order(&self, place: usize) -> (Option<MemberCode>, &str) {
        (self.read.things().get(place).and_then(|thing| thing.member), names::thing(self.read, place))
    }
}

/// Reads a file of dependencies.
pub(crate) fn dependencies(file: &Path) -> Result<Dependencies, Failure> {
    let (name, text) = read_text(file, MAX_DEPENDENCIES_BYTES)?;
    Dependencies::read(&text).map_err(|faults| Failure::in_dependencies(&name, &text, &faults))
}

impl Depends {
    pub(crate) fn run(&self, screen: &mut Screen) -> Result<(), Failure> {
        let read = dependencies(&self.file)?;
        let asked = Asked { read: &read, member: self.member, limit: self.limit, explain: self.explain };
        if let Some(member) = self.member.filter(|_| !read.capabilities().any(|place| asked.is_told(place))) {
            let help = "name a member of which the file has a capability";
            return Err(Failure::usage(
                format!("{} says nothing of what {member} can do", self.file.display()),
                help,
            ));
        }
        let withheld = self.withheld(&read)?;
        if let (Some(file), Some(around)) = (&self.svg, &self.around) {
            let picture =
                neighbourhood(&read, around, &withheld).ok_or_else(|| names::unknown(&read, around))?;
            write_new_text(file, &picture)?;
        }
        if self.format == Format::Json {
            return screen.text(&json::json(&asked, &withheld, self.by.into()));
        }
        screen.paragraph("", EXERCISE)?;
        screen.line(read.title())?;
        if !self.withhold.is_empty() {
            effects::tell(&asked, &self.withhold, &withheld, screen)?;
        }
        alone::tell(&asked, self.by.into(), screen)?;
        relied::tell(&asked, screen)
    }

    fn withheld(&self, read: &Dependencies) -> Result<Withheld, Failure> {
        let names = self.withhold.iter().map(String::as_str);
        read.withheld(names).map_err(|name| names::unknown(read, name))
    }
}
