//! Seal a briefing.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use clap::Args;
use quorate_partnership::Moment;
use quorate_vault::marking::date_time;
use quorate_vault::product::{Control, Scheme};
use quorate_vault::release::{Later, Terms};

use super::mark::moment;
use super::named::{cards, each_once};
use super::release::named;
use super::seen::briefed_readers;
use super::share::Text;
use crate::args::At;
use crate::commands::compartment::opened::{Opened, Which, cannot};
use crate::commands::files::{NewFile, names_file};
use crate::failure::Failure;
use crate::present::{Screen, shell};

#[derive(Args)]
#[command(about = "Seal a briefing for named agents, now or from a time on", long_about = include_str!("brief.md").trim_end())]
pub(super) struct Brief {
    #[command(flatten)]
    text: Text,
    /// The card of an agent that reads from the release time on.
    #[arg(long, value_name = "CARD", required = true)]
    to: Vec<PathBuf>,
    /// The card of an agent that reads at once.
    #[arg(long, value_name = "CARD")]
    now: Vec<PathBuf>,
    /// From when the others read it, such as 2028-01-01T09:00:00Z.
    #[arg(long, value_name = "MOMENT", value_parser = moment)]
    release_at: Moment,
    /// The card of a release agent: it hands over its share from that time on, and reads nothing by it.
    #[arg(long, value_name = "CARD", required = true)]
    release_agent: Vec<PathBuf>,
    /// How many release agents together let it be read: at least 2.
    #[arg(long)]
    needed: u8,
    #[command(flatten)]
    which: Which,
    /// Where to write: `.sealed`, `.release` and `.notice` are put behind this name.
    #[arg(long, value_name = "NAME")]
    out: PathBuf,
}

impl Brief {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        names_file(&self.out)?;
        let places = [".sealed", ".release", ".notice"].map(|ending| behind(&self.out, ending));
        let agents = cards(&self.release_agent)?;
        let count = u8::try_from(agents.len()).unwrap_or(u8::MAX);
        let help = "with `--needed 2` and three `--release-agent` any two of three open it, and one may be away; nothing was sealed";
        let scheme =
            Scheme::of(self.needed, count).map_err(|error| Failure::usage(error.to_string(), help))?;
        let (to, now) = (cards(&self.to)?, cards(&self.now)?);
        each_once(self.to.iter().chain(&self.now).zip(to.iter().chain(&now)))?;
        let later = Later { at: self.release_at, to, agents, needed: self.needed };
        let terms = Terms { now, later: Some(later) };
        let named_members = terms.readers().map(|one| one.post().member).collect();
        let marking = self.text.marking()?;
        let mut opened = Opened::open(at, &self.which)?;
        let name = &self.text.name;
        let mut files = Vec::new();
        for place in &places {
            files.push(NewFile::begin_with_store(place)?);
        }
        let [product, paper, told] = files.as_mut_slice() else { return Ok(()) };
        self.text.told((&opened, &marking), true, screen)?;
        let (id, parcel, made) =
            self.text.with(&marking, (Control::Originator, Some(self.release_at)), |sharing, text| {
                briefed_readers((&opened, name), sharing, &named_members, screen)?;
                screen.flush()?;
                opened.act(|vault, now| vault.brief(name, sharing, &terms, (text, product), now))
            })?;
        let [sealed, release, notice] = &places;
        paper.write_all(made.bytes()).map_err(|source| cannot(release, source))?;
        told.write_all(&parcel.bytes()).map_err(|source| cannot(notice, source))?;
        opened.keep_files(files)?;
        screen.line(&format!("{}", id.product))?;
        screen.line(&format!("  From {} on it is read by:", date_time(self.release_at)))?;
        let later = terms.later.iter().flat_map(|later| &later.to);
        later.into_iter().try_for_each(|to| screen.item(&named(to)))?;
        for to in &terms.now {
            screen.item(&format!("{}, at once", named(to)))?;
        }
        for weakness in scheme.weaknesses() {
            screen.item(&weakness.to_string())?;
        }
        screen.line(&format!("{} and {}: for whom it names", shell(sealed), shell(release)))?;
        screen.line(&format!("{}: for the release agents, too", shell(release)))?;
        screen.line(&format!("{}: carry it to everyone who is in {name}", shell(notice)))
    }
}

fn behind(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}
