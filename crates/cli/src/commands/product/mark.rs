//! Write a marking.

use std::path::PathBuf;

use clap::Args;
use quorate_charter::MemberCode;
use quorate_node::Clock;
use quorate_partnership::{Moment, Nature, Phrase};
use quorate_vault::marking::{Audience, Categories, Kind, Level, Marking, Tongue, date_time, read_date_time};

use super::agreements::agreements;
use super::files::marking;
use super::refused;
use crate::commands::files::write_new;
use crate::failure::Failure;
use crate::present::{Screen, shell, visible};

#[derive(Args)]
#[command(about = "Write a marking: how secret, for whom, on what conditions", long_about = include_str!("mark.md").trim_end())]
pub(super) struct Mark {
    /// Whose words the level and the categories are.
    #[arg(long, value_name = "NAME")]
    policy: Phrase,
    /// UNCLASSIFIED, RESTRICTED, CONFIDENTIAL, SECRET or "TOP SECRET".
    #[arg(long)]
    level: Level,
    /// The States that it is releasable to, such as CAN,FRA. Nobody else is.
    #[arg(long, value_name = "CODES")]
    to: Audience,
    /// A restrictive category: a reader holds ALL values of a name.
    #[arg(long, value_name = "NAME=VALUE", value_parser = category)]
    restrict: Vec<(Phrase, Phrase)>,
    /// A permissive category: a reader holds ANY value of a name.
    #[arg(long, value_name = "NAME=VALUE", value_parser = category)]
    permit: Vec<(Phrase, Phrase)>,
    /// An informative category: it restricts nobody.
    #[arg(long, value_name = "NAME=VALUE", value_parser = category)]
    inform: Vec<(Phrase, Phrase)>,
    /// When it is to be reviewed and nothing more is sealed under it, such as 2028-01-01T00:00:00Z.
    #[arg(long, value_name = "MOMENT", value_parser = moment)]
    expires: Option<Moment>,
    /// The marking of a source: the text is marked so as to be for no more than it.
    #[arg(long, value_name = "FILE")]
    and: Vec<PathBuf>,
    /// A file with security agreements: it is said who will see the text and who will not.
    #[arg(long, value_name = "FILE", requires_all = ["from", "among"])]
    agreements: Option<PathBuf>,
    /// Whose text it is.
    #[arg(long, value_name = "STATE", requires = "agreements")]
    from: Option<MemberCode>,
    /// The States to be told of, such as CAN,DEU,FRA,GBR.
    #[arg(long, value_name = "CODES", requires = "agreements")]
    among: Option<Audience>,
    /// The file: XML if its name ends so, else JSON.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

impl Mark {
    pub(super) fn run(&self, screen: &mut Screen) -> Result<(), Failure> {
        let mut marked = self.own()?;
        for source in &self.and {
            let help = "a text that is made of both is marked by an agreement of the two policies";
            marked = marked.with(&marking(source)?).map_err(|error| refused(&error, help))?;
        }
        let agreements = self.agreements.as_deref().map(agreements).transpose()?;
        let is_xml = self.out.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xml"));
        let text = if is_xml { marked.to_xml() } else { marked.to_json() };
        write_new(&self.out, text.as_bytes())?;
        screen.line(&format!("{}:", shell(&self.out)))?;
        told(&marked, screen)?;
        if let (Some(agreements), Some(from), Some(among)) = (agreements, self.from, &self.among) {
            let members: Vec<MemberCode> = among.iter().collect();
            for sentence in marked.seen(from, &members, &agreements).told(Tongue::English) {
                screen.line(&format!("  {sentence}"))?;
            }
        }
        Ok(())
    }

    fn own(&self) -> Result<Marking, Failure> {
        let mut categories = Categories::default();
        let kinds = [
            (Kind::Restrictive, &self.restrict),
            (Kind::Permissive, &self.permit),
            (Kind::Informative, &self.inform),
        ];
        for (kind, named) in kinds {
            for (name, value) in named {
                let added = categories.add(kind, name.clone(), value.clone());
                added.map_err(|error| Failure::usage(error.to_string(), "name fewer"))?;
            }
        }
        let created = Clock::new(Nature::Real, Moment(0)).now();
        let (policy, audience) = (self.policy.clone(), self.to.clone());
        Ok(Marking { policy, level: self.level, audience, categories, created, expires: self.expires })
    }
}

/// What a marking says, in words.
pub(super) fn told(marking: &Marking, screen: &mut Screen) -> Result<(), Failure> {
    screen.line(&format!("  {} {}", visible(marking.policy.as_str()), marking.level))?;
    screen.line(&match marking.audience.is_nobody() {
        true => "  Releasable to nobody: nothing is sealed under it.".to_owned(),
        false => format!("  Releasable to {}, and to nobody else.", marking.audience),
    })?;
    for (kind, name, values) in marking.categories.iter() {
        let values: Vec<&str> = values.iter().map(Phrase::as_str).collect();
        let says = match (kind, values.len()) {
            (Kind::Permissive, 0) => "Only for whom two sources name, and they name nobody in common",
            (Kind::Restrictive, _) => "Only for who holds all of",
            (Kind::Permissive, _) => "Only for who holds any of",
            (Kind::Informative, _) => "It says",
        };
        screen.line(&format!("  {says} {}: {}", visible(name.as_str()), visible(&values.join(", "))))?;
    }
    if let Some(expires) = marking.expires {
        screen.line(&format!(
            "  To be reviewed at {}; nothing more is sealed under it then.",
            date_time(expires)
        ))?;
    }
    Ok(())
}

fn category(text: &str) -> Result<(Phrase, Phrase), String> {
    let (name, value) = text.split_once('=').ok_or("it is a name, `=` and a value")?;
    let phrase = |text: &str| text.parse::<Phrase>().map_err(|error| error.to_string());
    Ok((phrase(name)?, phrase(value)?))
}

/// A moment, as RFC 3339 writes it.
pub(super) fn moment(text: &str) -> Result<Moment, String> {
    read_date_time(text).ok_or_else(|| "it is a moment as in 2028-01-01T00:00:00Z".into())
}
