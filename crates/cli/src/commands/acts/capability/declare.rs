//! Declare a thing that one's member has, or on which it relies.

use clap::{Args, ValueEnum};
use quorate_charter::MemberCode;
use quorate_ledger::Money;
use quorate_partnership::Command;
use quorate_partnership::capabilities::{self, Confidence, Days, Kind, Named, ReplacedIn, Thing, ThingName};

use super::amounts::{amount_in, currency, phrase};
use super::wording::{For, Worded};
use super::{Desk, Typed};
use crate::failure::Failure;
use crate::present::visible;

/// What kind of thing it is.
#[derive(Clone, Copy, ValueEnum)]
enum Sort {
    /// What a member can do.
    Capability,
    /// Equipment, or a part of some.
    Component,
    /// What somebody does again and again: upkeep, launches, training.
    Service,
    /// A place with what stands there.
    Base,
    /// Data, keys, codes, imagery.
    Data,
}

/// How sure your member is of it.
#[derive(Clone, Copy, Default, ValueEnum)]
enum Sure {
    /// Little is known of it, or the sources are poor.
    #[default]
    Low,
    /// Plausible, from credible sources.
    Moderate,
    /// From good sources that agree.
    High,
}

#[derive(Args)]
#[command(about = "Declare a thing that your member has, or on which it relies", long_about = include_str!("declare.md").trim_end())]
pub(crate) struct Declare {
    /// Its name among the things of your member.
    name: ThingName,
    /// What it is, in English, in French, or in both.
    #[command(flatten)]
    what: Worded,
    /// What kind of thing it is.
    #[arg(long, value_enum)]
    kind: Sort,
    /// All these it needs: `airframes,DEU/bases`; another member's with its code.
    #[arg(long, value_name = "THINGS", value_delimiter = ',')]
    needs: Vec<String>,
    /// Of these it needs one: `own-base,DEU/base`. May stand several times.
    #[arg(long, value_name = "THINGS")]
    one_of: Vec<String>,
    /// The State in whose hands it is; your own member, if it is in its own.
    #[arg(long, value_name = "STATE")]
    in_hands_of: Option<MemberCode>,
    /// From whom it comes, by a name that every member uses.
    #[arg(long, value_name = "NAME")]
    supplier: Option<ThingName>,
    /// How long it goes on when what it relies on is gone: `90d`, `none`, `never` (it does not end), `not-public`.
    #[arg(long, value_name = "DAYS")]
    lasts: Option<Days>,
    /// When it can be had otherwise, from the withholding on: `1500d`, `at-once`, `never`, `not-public`.
    #[arg(long, value_name = "DAYS")]
    replaced_in: Option<ReplacedIn>,
    /// What that costs, with its currency: `40000000.00 USD`; else it is not public.
    #[arg(long, value_name = "AMOUNT")]
    cost: Option<String>,
    /// How sure your member is of it.
    #[arg(long, value_enum, default_value_t)]
    confidence: Sure,
    /// Where it is known from.
    #[arg(long)]
    source: String,
    /// For whom the entry is.
    #[arg(long, value_enum, default_value_t)]
    audience: For,
}

impl Typed for Declare {
    fn command(&self, desk: &Desk<'_>) -> Result<Command, Failure> {
        let of = desk.post.member;
        let group = |group: &String| -> Result<Vec<Named>, Failure> {
            group.split(',').map(|thing| named(of, thing)).collect()
        };
        let is_held = self.in_hands_of.is_some() || self.supplier.is_some();
        let thing = Thing {
            name: self.name.clone(),
            what: self.what.wording()?,
            kind: self.kind.into(),
            needs: self.needs.iter().map(|thing| named(of, thing)).collect::<Result<_, Failure>>()?,
            one_of: self.one_of.iter().map(group).collect::<Result<_, Failure>>()?,
            lasts: self.lasts.unwrap_or(Days::lasts_left_out(is_held)),
            replaced_in: self.replaced_in.map_or(Days::replaced_left_out(is_held), |ReplacedIn(days)| days),
            confidence: self.confidence.into(),
            source: phrase(&self.source)?,
            audience: self.audience.into(),
            in_hands_of: self.in_hands_of,
            supplier: self.supplier.clone(),
            cost: self.cost.as_deref().map(cost).transpose()?,
        };
        Ok(capabilities::Command::Declare(capabilities::Declare { thing }).into())
    }
}

/// A thing: of one's own member, unless another's code stands before its name.
fn named(of: MemberCode, typed: &str) -> Result<Named, Failure> {
    let typed = typed.trim();
    let own = || typed.parse().ok().map(|name| Named { of, name });
    typed.parse().ok().or_else(own).ok_or_else(|| {
        let what = format!("`{}` names no thing", visible(typed));
        Failure::usage(what, "give small letters, digits and hyphens, and another member's as `DEU/bases`")
    })
}

/// An amount with its currency behind it.
fn cost(typed: &str) -> Result<Money, Failure> {
    let help = "give the amount and its currency: `40000000.00 USD`";
    let (amount, code) = typed.trim().split_once(' ').ok_or_else(|| {
        Failure::usage(format!("`{}` is no amount with its currency", visible(typed)), help)
    })?;
    amount_in(currency(code)?, amount)
}

impl From<Sort> for Kind {
    fn from(sort: Sort) -> Kind {
        match sort {
            Sort::Capability => Kind::Capability,
            Sort::Component => Kind::Component,
            Sort::Service => Kind::Service,
            Sort::Base => Kind::Base,
            Sort::Data => Kind::Data,
        }
    }
}

impl From<Sure> for Confidence {
    fn from(sure: Sure) -> Confidence {
        match sure {
            Sure::Low => Confidence::Low,
            Sure::Moderate => Confidence::Moderate,
            Sure::High => Confidence::High,
        }
    }
}
