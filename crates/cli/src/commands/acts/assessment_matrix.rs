//! Show members by items. It reads, and gives no command.

use clap::{Args, ValueEnum};
use quorate_charter::MemberCode;
use quorate_partnership::Command;
use quorate_partnership::frameworks::assessments::Sort;
use quorate_records::words::Language;
use quorate_records::{Matrix as Read, Records, matrix_csv, matrix_json, words};

use super::fund_liquidity::Format;
use super::{Desk, Reads, Typed, reads_only};
use crate::failure::Failure;
use crate::present::{Screen, columns};

/// A register of assessments.
#[derive(Clone, Copy, ValueEnum)]
enum Of {
    Legal,
    Pathways,
    Standards,
}

/// A language of the partnership.
#[derive(Clone, Copy, ValueEnum)]
enum In {
    En,
    Fr,
}

#[derive(Args)]
#[command(about = "Show what members say of themselves, members by items", long_about = include_str!("assessment_matrix.md").trim_end())]
pub(crate) struct Matrix {
    /// Of what.
    of: Of,
    /// The language.
    #[arg(long, value_enum, default_value_t = In::En)]
    lang: In,
    /// Show what hangs on this State as not there; may be given more than once.
    #[arg(long, value_name = "STATE")]
    independent_of: Vec<MemberCode>,
    /// Only what is for everybody: what is for members only counts as not known.
    #[arg(long)]
    public: bool,
    /// How to write it.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

impl Typed for Matrix {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        Err(reads_only("assessment matrix"))
    }

    fn reads(&self) -> Option<&dyn Reads> {
        Some(self)
    }
}

impl Reads for Matrix {
    fn run(&self, records: &Records, screen: &mut Screen) -> Result<(), Failure> {
        let sort = match self.of {
            Of::Legal => Sort::Legal,
            Of::Pathways => Sort::Pathway,
            Of::Standards => Sort::Standard,
        };
        let whole = records.matrix(sort);
        let matrix = if self.public { whole.public() } else { whole };
        let language = match self.lang {
            In::En => Language::English,
            In::Fr => Language::French,
        };
        match self.format {
            Format::Text => self.text(&matrix, language, records, screen),
            Format::Csv => screen.text(&matrix_csv(&matrix, language, &self.independent_of)),
            Format::Json => screen.text(&matrix_json(records, &matrix)),
        }
    }
}

impl Matrix {
    fn text(
        &self,
        matrix: &Read,
        language: Language,
        records: &Records,
        screen: &mut Screen,
    ) -> Result<(), Failure> {
        screen.line(&format!("{}, {}", matrix.title(language), words::minute(records.at())))?;
        let mut rows = vec![matrix.headings(language)];
        rows.extend(matrix.lines(language, &self.independent_of));
        for line in columns(&rows) {
            screen.line(&line)?;
        }
        Ok(())
    }
}
