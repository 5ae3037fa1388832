//! Say what one's own law allows.

use clap::{Args, ValueEnum};
use jiff::civil::Date;
use quorate_partnership::Command;
use quorate_partnership::frameworks::assessments::{self, Parliament};

use super::amounts::phrase;
use super::assessment_particulars::{Said, item};
use super::moments::day;
use super::{Desk, Typed};
use crate::failure::Failure;

/// What is asked of a parliament.
#[derive(Clone, Copy, ValueEnum)]
enum Asked {
    None,
    Informed,
    Approval,
}

#[derive(Args)]
#[command(about = "Say what your own law allows", long_about = include_str!("assessment_legal.md").trim_end())]
pub(crate) struct Legal {
    /// What is to be authorised, as in `transfer-of-arms`.
    item: String,
    /// The law and its article.
    #[arg(long, value_name = "TEXT")]
    basis: String,
    /// Who decides.
    #[arg(long, value_name = "TEXT")]
    decides: String,
    /// What is asked of the parliament.
    #[arg(long, default_value = "none")]
    parliament: Asked,
    /// How many days it takes.
    #[arg(long)]
    days: u32,
    /// Within what limits.
    #[arg(long, value_name = "TEXT")]
    limits: Option<String>,
    /// The last day on which the law is valid, if it ends.
    #[arg(long, value_name = "DATE")]
    until: Option<Date>,
    #[command(flatten)]
    said: Said,
}

impl Typed for Legal {
    fn command(&self, desk: &Desk<'_>) -> Result<Command, Failure> {
        let parliament = match self.parliament {
            Asked::None => Parliament::Nothing,
            Asked::Informed => Parliament::Informed,
            Asked::Approval => Parliament::Approves,
        };
        let legal = assessments::Legal {
            item: item(&self.item)?,
            basis: phrase(&self.basis)?,
            decides: phrase(&self.decides)?,
            parliament,
            days: self.days,
            particulars: self.said.particulars(desk)?,
            limits: self.limits.as_deref().map(phrase).transpose()?,
            until: self.until.map(day).transpose()?,
        };
        Ok(assessments::Command::Legal(legal).into())
    }
}
