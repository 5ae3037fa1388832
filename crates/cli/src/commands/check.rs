//! Check that a charter keeps its promises.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use quorate_charter::{Body, Charter, MAX_CHARTER_BYTES, MemberCode};
use quorate_foresight::{Assurance, Finding, Outcome, json};

use crate::args::At;
use crate::commands::files::read_text;
use crate::failure::Failure;
use crate::present::Screen;
use crate::session::Session;

#[derive(Args)]
#[command(about = "Check that a charter keeps its promises whatever any one member does")]
#[command(long_about = include_str!("check.md").trim_end())]
pub(crate) struct Check {
    /// The charter's file.
    charter: PathBuf,
    /// Tell why each promise holds, and how that was found.
    #[arg(long)]
    explain: bool,
    /// Also ask whether what the members rely on is independent of this State: three capital letters.
    #[arg(long, value_name = "STATE")]
    independent_of: Option<MemberCode>,
    /// How to write it.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// The steps of a failure that are told without being asked for.
const FEW: usize = 4;

/// How findings are written.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people.
    Text,
    /// For programs.
    Json,
}

impl Check {
    pub(crate) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let (name, text) = read_text(&self.charter, MAX_CHARTER_BYTES)?;
        let body = Body::read(&text).map_err(|faults| Failure::in_charter(&name, &text, &faults))?;
        // The text of another institution has no fund; a charter's does.
        let charter = Charter::read(&text).ok();
        let assurance = match (at.dir.as_ref(), &charter) {
            (None, Some(charter)) => Assurance::of(charter),
            (None, None) => Assurance::of_body(&body),
            (Some(_), charter) => {
                let session = Session::open(at)?;
                let partnership = session.node().partnership();
                if charter.as_ref().is_none_or(|charter| partnership.charter() != charter) {
                    let what = format!("{name} is not the charter of this partnership");
                    return Err(Failure::usage(what, "name the charter under which the partnership began"));
                }
                Assurance::of_partnership(partnership)
            }
        };
        let assurance = match self.independent_of {
            Some(state) => assurance.independent_of(charter.as_ref(), state),
            None => assurance,
        };
        match self.format {
            Format::Json => screen.text(&json(&assurance))?,
            Format::Text => self.tell(&assurance, screen)?,
        }
        if assurance.holds() { Ok(()) } else { Err(Failure::Findings(assurance.counts())) }
    }

    fn tell(&self, assurance: &Assurance, screen: &mut Screen) -> Result<(), Failure> {
        screen.line(&assurance.answer())?;
        screen.line(assurance.title())?;
        let (missing, told): (Vec<&Finding>, Vec<&Finding>) =
            assurance.findings().iter().partition(|finding| is_missing(finding));
        let mut promise = None;
        for finding in told {
            if promise != Some(finding.promise) {
                screen.line(&format!("\n{}", finding.promise))?;
                promise = Some(finding.promise);
            }
            self.finding(finding, screen)?;
        }
        if missing.is_empty() {
            return Ok(());
        }
        screen.line("\nnot declared")?;
        let mut missing = missing.into_iter().peekable();
        while let Some(first) = missing.next() {
            // What is missing for the same reason stands in one line.
            let mut places = first.place.to_string();
            while let Some(next) = missing.next_if(|next| same(first, next)) {
                places = format!("{places}, {}", next.place.of);
            }
            screen.paragraph("   ", &format!("{places}: {}", first.outcome.says()))?;
        }
        Ok(())
    }

    fn finding(&self, finding: &Finding, screen: &mut Screen) -> Result<(), Failure> {
        let outcome = &finding.outcome;
        let line = format!("{}: {}: {}", finding.place, outcome.name(), outcome.says());
        screen.paragraph("   ", &line)?;
        let (lines, most) = match outcome {
            Outcome::Fails(found) => (found.steps.as_slice(), if self.explain { usize::MAX } else { FEW }),
            Outcome::Proven(certificate) if self.explain => (certificate.because.as_slice(), usize::MAX),
            _ => (&[][..], 0),
        };
        for line in lines.iter().take(most) {
            screen.item(line)?;
        }
        if let more @ 1.. = lines.len().saturating_sub(most) {
            screen.item(&format!("and {more} more: --explain"))?;
        }
        if self.explain && !finding.how.is_empty() {
            screen.item(&finding.how)?;
        }
        Ok(())
    }
}

fn is_missing(finding: &Finding) -> bool {
    matches!(finding.outcome, Outcome::NotDeclared(_))
}

fn same(one: &Finding, other: &Finding) -> bool {
    (one.place.article, &one.outcome) == (other.place.article, &other.outcome)
}
