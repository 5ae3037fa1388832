//! Put a line between militaries on record.

use clap::{Args, ValueEnum};
use quorate_charter::{MemberCode, Period};
use quorate_partnership::continuity::{self, FallBack, LineKind, Recorded};
use quorate_partnership::{Command, LiaisonLineNo};

use super::line_words::worded;
use super::wording::{For, Worded};
use super::{Desk, Typed};
use crate::failure::Failure;

/// What goes on between the sides.
#[derive(Clone, Copy, ValueEnum)]
enum Kind {
    CommunicationLine,
    Base,
    HostNationSupport,
    JointStaff,
    ExchangePost,
    Exercise,
}

#[derive(Args)]
#[command(about = "Put a line between militaries on record", long_about = include_str!("line_record.md").trim_end())]
pub(crate) struct Record {
    /// What goes on.
    #[arg(long)]
    kind: Kind,
    /// Its title, in English, in French, or in both.
    #[command(flatten)]
    title: Worded,
    /// Between which States: `CAN,USA`; yours among them.
    #[arg(long, value_name = "STATES", value_delimiter = ',', required = true)]
    sides: Vec<MemberCode>,
    /// The line that takes its place when it ends or does not work, by its number.
    #[arg(long, value_name = "LINE", conflicts_with_all = ["fall_back_en", "fall_back_fr"])]
    fall_back: Option<u32>,
    /// What takes its place, if that is no line on record, in English.
    #[arg(long, value_name = "TEXT")]
    fall_back_en: Option<String>,
    /// The same in French.
    #[arg(long, value_name = "TEXT")]
    fall_back_fr: Option<String>,
    /// What a political suspension of one of its sides would touch of it, in English.
    #[arg(long, value_name = "TEXT")]
    touched_en: Option<String>,
    /// The same in French.
    #[arg(long, value_name = "TEXT")]
    touched_fr: Option<String>,
    /// How long after a test the next is due: `30d`; else as the charter says.
    #[arg(long, value_name = "PERIOD")]
    test_every: Option<Period>,
    /// The closed line that it follows, by its number.
    #[arg(long, value_name = "LINE")]
    follows: Option<u32>,
    /// For whom the line is, and all that is said of it.
    #[arg(long, value_enum, default_value_t)]
    audience: For,
}

impl Typed for Record {
    fn command(&self, _desk: &Desk<'_>) -> Result<Command, Failure> {
        let kind = match self.kind {
            Kind::CommunicationLine => LineKind::Communication,
            Kind::Base => LineKind::Base,
            Kind::HostNationSupport => LineKind::HostNationSupport,
            Kind::JointStaff => LineKind::JointStaff,
            Kind::ExchangePost => LineKind::ExchangePost,
            Kind::Exercise => LineKind::Exercise,
        };
        let words = worded(self.fall_back_en.as_deref(), self.fall_back_fr.as_deref())?;
        let line = self.fall_back.map(|line| FallBack::Line(LiaisonLineNo(line)));
        let recorded = Recorded {
            kind,
            title: self.title.wording()?,
            sides: self.sides.clone(),
            audience: self.audience.into(),
            fall_back: line.or(words.map(FallBack::Words)),
            touched: worded(self.touched_en.as_deref(), self.touched_fr.as_deref())?,
            test_every: self.test_every,
            follows: self.follows.map(LiaisonLineNo),
        };
        Ok(continuity::Command::Record(continuity::Record { recorded }).into())
    }
}
