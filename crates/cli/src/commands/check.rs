//! Check that a charter keeps its promises.

mod tell;

use std::path::{Path, PathBuf};

use clap::Args;
use quorate_charter::{Body, Charter, MAX_CHARTER_BYTES, MemberCode};
use quorate_foresight::{Assurance, Kept, Mend, Promise, apply, json};
use quorate_records::Records;

use crate::args::At;
use crate::commands::depends::{Gathered, gathered};
use crate::commands::files::{read_text, write_new_text};
use crate::failure::Failure;
use crate::format::Format;
use crate::present::Screen;
use crate::session::Session;

#[derive(Args)]
#[command(about = "Check that a charter keeps its promises whatever any one member does", long_about = include_str!("check.md").trim_end())]
pub(crate) struct Check {
    /// The charter's file.
    charter: PathBuf,
    /// Tell why each promise holds, and how that was found.
    #[arg(long)]
    explain: bool,
    /// Also ask whether what the members rely on is independent of this State: three capital letters.
    #[arg(long, value_name = "STATE")]
    independent_of: Option<MemberCode>,
    /// With --independent-of: also ask it of every capability in this file of dependencies, beside what `--dir` has on record.
    #[arg(long, value_name = "FILE", requires = "independent_of")]
    dependencies: Option<PathBuf>,
    /// Also set the text beside that of another institution's body, or of another charter.
    #[arg(long, value_name = "FILE")]
    compatible_with: Option<PathBuf>,
    /// Write the story of how one member holds a payment up, if one can, to this file, for `quorate play`.
    #[arg(long, value_name = "FILE")]
    story: Option<PathBuf>,
    /// Print the text with every failing rule amended so that no member alone can block, and nothing else changed.
    #[arg(long, conflicts_with_all = ["explain", "format", "independent_of", "compatible_with"])]
    apply: bool,
    /// With --apply, also amend so that a minority could adopt.
    #[arg(long, requires = "apply")]
    even_if_a_minority_could_adopt: bool,
    /// How to write it.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

impl Check {
    pub(crate) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let (name, text) = read_text(&self.charter, MAX_CHARTER_BYTES)?;
        let body = Body::read(&text).map_err(|faults| Failure::in_charter(&name, &text, &faults))?;
        // The text of another institution has no fund; a charter's does.
        let charter = Charter::read(&text).ok();
        let session = at.dir.is_some().then(|| Session::open(at)).transpose()?;
        let assurance = match (&session, &charter) {
            (None, Some(charter)) => Assurance::of(charter),
            (None, None) => Assurance::of_body(&body),
            (Some(session), charter) => {
                let partnership = session.node().partnership();
                if charter.as_ref().is_none_or(|charter| partnership.charter() != charter) {
                    let what = format!("{name} is not the charter of this partnership");
                    return Err(Failure::usage(what, "name the charter under which the partnership began"));
                }
                let kept = match session.node().is_alone() {
                    true => Kept::ByOneNode,
                    false => Kept::ByNodes(partnership.nodes().count()),
                };
                Assurance::of_partnership(partnership, &session.node().records().liquidity(), kept)
            }
        };
        if self.apply {
            return self.amended(&text, &assurance, screen);
        }
        let assurance = match &charter {
            Some(charter) => assurance.rehearsed(charter, &text),
            None => assurance,
        };
        let assurance = match self.independent_of {
            Some(state) => assurance.independent_of(charter.as_ref(), state),
            None => assurance,
        };
        let records = session.as_ref().map(|session| session.node().records());
        let assurance = self.capable(assurance, records)?;
        let assurance = match &self.compatible_with {
            Some(file) => {
                let (name, text) = read_text(file, MAX_CHARTER_BYTES)?;
                let other = Body::read(&text).map_err(|faults| Failure::in_charter(&name, &text, &faults))?;
                assurance.compatible_with(charter.as_ref(), &body, &other)
            }
            None => assurance,
        };
        if let Some(file) = &self.story {
            self.write_story(file, &assurance)?;
        }
        match self.format {
            Format::Json => screen.text(&json(&assurance))?,
            Format::Text => tell::assurance(&assurance, self.explain, screen)?,
        }
        if assurance.holds() { Ok(()) } else { Err(Failure::Findings(assurance.counts())) }
    }

    /// With what is found of capabilities: of those that members have declared on the record, and of a file.
    fn capable(&self, assurance: Assurance, records: Option<&Records>) -> Result<Assurance, Failure> {
        let is_declared = records.is_some_and(|records| records.things().next().is_some());
        match self.independent_of.filter(|_| is_declared || self.dependencies.is_some()) {
            Some(state) => {
                let files = self.dependencies.iter().map(PathBuf::as_path);
                let Gathered { read, replaced, .. } = gathered(files, records)?;
                Ok(assurance.capable_without(&read, replaced, state))
            }
            None => Ok(assurance),
        }
    }

    /// Prints the text with the best mend of every rule that needs one.
    fn amended(&self, text: &str, assurance: &Assurance, screen: &mut Screen) -> Result<(), Failure> {
        let mut chosen: Vec<&Mend> = Vec::new();
        let may = |mend: &&Mend| {
            mend.adopted().is_some() && (self.even_if_a_minority_could_adopt || !mend.lets_a_minority_adopt())
        };
        for mend in assurance.mends().iter().filter(may) {
            if chosen.iter().all(|other| other.rule() != mend.rule()) {
                chosen.push(mend);
            }
        }
        let left = |rule: &&str| chosen.iter().all(|mend| mend.rule().as_str() != *rule);
        let blocked = assurance.findings().iter().filter(|finding| finding.promise == Promise::Block);
        let failing = blocked.filter(|finding| finding.outcome.counterexample().is_some());
        if let Some(rule) = failing.map(|finding| finding.place.of.as_str()).find(left) {
            let what = format!(
                "no words were found under which no member alone blocks `{rule}` and no minority adopts"
            );
            return Err(Failure::Findings(what));
        }
        match apply(text, &chosen) {
            Some(amended) => screen.text(&amended),
            None => Err(Failure::Findings("the rules stand in a form that is not amended here".into())),
        }
    }

    /// The first failure that the rules were run for, as a story beside which the charter is found.
    fn write_story(&self, file: &Path, assurance: &Assurance) -> Result<(), Failure> {
        let failing = assurance.findings().iter().filter_map(|finding| finding.outcome.counterexample());
        let Some(story) = failing.filter_map(|found| found.story.as_deref()).next() else { return Ok(()) };
        let named = if file.parent() == self.charter.parent() {
            self.charter.file_name().map(PathBuf::from).unwrap_or_default()
        } else {
            std::path::absolute(&self.charter).map_err(|source| unwritable(&self.charter, source))?
        };
        let story = story.replace("{charter}", &named.display().to_string());
        write_new_text(file, &story).map(|_| ())
    }
}

fn unwritable(path: &Path, source: std::io::Error) -> Failure {
    Failure::File { path: path.into(), to_be: "written", source }
}
