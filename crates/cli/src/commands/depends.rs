//! Tell who relies on whom, and what fails when it is withheld.

mod alone;
mod effects;
mod gathered;
mod json;
mod names;
mod relied;

use std::collections::BTreeSet;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use quorate_charter::MemberCode;
use quorate_foresight::dependence::{By, Dependencies, Withheld};
use quorate_web::neighbourhood;

pub(crate) use self::gathered::{Gathered, dependencies, gathered};
use crate::args::At;
use crate::commands::files::Laid;
use crate::failure::Failure;
use crate::format::Format;
use crate::present::{EXERCISE, Screen};
use crate::session::Session;

#[derive(Args)]
#[command(about = "Tell who relies on whom, and what fails when it is withheld", long_about = include_str!("depends.md").trim_end())]
pub(crate) struct Depends {
    /// The file of dependencies; none: what members have declared in the partnership that `--dir` names.
    file: Option<PathBuf>,
    /// A further file, put together with the others and the record on this machine; can be given several times.
    #[arg(long, value_name = "FILE")]
    with: Vec<PathBuf>,
    /// Who or what withholds: a State, a supplier or a thing of those named; can be given several times.
    #[arg(long, value_name = "NAME")]
    withhold: Vec<String>,
    /// Only the capabilities of this member, and on whom it relies.
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

/// What is asked of what was read.
struct Asked<'a> {
    read: &'a Dependencies,
    replaced: &'a [String],
    is_real: bool,
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

    /// What a file says in the place of the record, and what is named and nobody declares.
    fn tell_what_is_behind_it(&self, screen: &mut Screen) -> Result<(), Failure> {
        let undeclared = self.read.undeclared().map(|place| names::thing(self.read, place).to_owned());
        let nameless = names::suppliers_of_no_state(self.read).map(str::to_owned);
        let (undeclared, nameless) = (undeclared.collect(), nameless.collect());
        for (what, names) in [
            ("In the place of what is on record", self.replaced.to_vec()),
            ("Not declared, so that it is not known in whose hands it is", undeclared),
            (
                "Suppliers of which no State is told, so that it is not known which can withhold what comes from them",
                nameless,
            ),
        ] {
            if !names.is_empty() {
                let told = names::cut(names.into_iter(), self.limit, "and ").join(", ");
                screen.paragraph("", &format!("{what}: {told}"))?;
            }
        }
        Ok(())
    }

    /// Of whom a capability is, and how it is called: in this order they are told.
    fn order(&self, place: usize) -> (Option<MemberCode>, &str) {
        (self.read.things().get(place).and_then(|thing| thing.member), names::thing(self.read, place))
    }
}

impl Depends {
    pub(crate) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let session = at.dir.is_some().then(|| Session::open(at)).transpose()?;
        let records = session.as_ref().map(|session| session.node().records());
        let files = self.file.iter().chain(&self.with).map(PathBuf::as_path);
        let Gathered { read, replaced, is_real } = gathered(files, records)?;
        let (member, limit, explain) = (self.member, self.limit, self.explain);
        let asked = Asked { read: &read, replaced: &replaced, is_real, member, limit, explain };
        if let Some(member) = member.filter(|_| !read.capabilities().any(|place| asked.is_told(place))) {
            let help = "name a member of which there is a capability";
            return Err(Failure::usage(format!("nothing is said of what {member} can do"), help));
        }
        let withheld = self.withheld(&read)?;
        let svg = self.svg.as_deref().zip(self.around.as_deref()).map(|(file, around)| {
            let picture = neighbourhood(&read, around, &withheld);
            Laid::begin(file)?.hold(&picture.ok_or_else(|| names::unknown(&read, around))?)
        });
        Laid::after_in(svg.transpose()?, self.format, screen, |screen| match self.format {
            Format::Json => screen.text(&json::json(&asked, &withheld, self.by.into())),
            Format::Text => self.tell(&asked, &withheld, screen),
        })
    }

    fn tell(&self, asked: &Asked<'_>, withheld: &Withheld, screen: &mut Screen) -> Result<(), Failure> {
        if !asked.is_real {
            screen.paragraph("", EXERCISE)?;
        }
        screen.paragraph("", asked.read.title())?;
        asked.tell_what_is_behind_it(screen)?;
        if !self.withhold.is_empty() {
            let mut named = BTreeSet::new();
            let who: Vec<&str> =
                self.withhold.iter().map(String::as_str).filter(|name| named.insert(*name)).collect();
            effects::tell(asked, &who, withheld, screen)?;
        }
        alone::tell(asked, self.by.into(), screen)?;
        relied::tell(asked, screen)
    }

    fn withheld(&self, read: &Dependencies) -> Result<Withheld, Failure> {
        let names = self.withhold.iter().map(String::as_str);
        read.withheld(names).map_err(|name| names::unknown(read, name))
    }
}
