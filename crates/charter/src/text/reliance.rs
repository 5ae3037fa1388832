//! The articles on promises and reliance.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use serde::Deserialize;
use toml::Spanned;

use super::check::number;
use super::{Findings, members, raw};
use crate::fault::Fault;
use crate::reliance::{Aspect, PromisesArticle, RelianceArticle, Thing};
use crate::rule::RuleName;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Promises {
    pub(super) article: Spanned<u32>,
    longest_delay: Spanned<String>,
}

type Things = BTreeMap<Spanned<String>, RawThing>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Reliance {
    pub(super) article: Spanned<u32>,
    #[serde(default)]
    hosts: Things,
    #[serde(default)]
    offices: Things,
    #[serde(default)]
    keys: Things,
    #[serde(default)]
    suppliers: Things,
    #[serde(default)]
    currency: Things,
    #[serde(default)]
    custodian: Things,
    #[serde(default)]
    correspondent_banks: Things,
    #[serde(default)]
    payment_messaging: Things,
    #[serde(default)]
    seat: Things,
    #[serde(default)]
    governing_law: Things,
    #[serde(default)]
    agreements: Things,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawThing {
    what: Spanned<String>,
    state: Option<Spanned<String>>,
    #[serde(default)]
    relies_on: Vec<Spanned<String>>,
    source: Spanned<String>,
}

pub(super) fn promises(raw: &raw::Charter, found: &mut Findings) -> Option<PromisesArticle> {
    let raw = raw.promises.as_ref()?;
    let longest_delay = found.parse(&raw.longest_delay)?;
    Some(PromisesArticle { number: number(&raw.article), longest_delay })
}

/// Things by aspect; each has a name of its own, and relies on things that stand in the article.
pub(super) fn reliance(raw: &raw::Charter, found: &mut Findings) -> Option<RelianceArticle> {
    let raw = raw.reliance.as_ref()?;
    let by_aspect = aspects(raw);
    let all = || by_aspect.iter().flat_map(|(_, things)| things.iter());
    let known: BTreeSet<&str> = all().map(|(name, _)| name.get_ref().as_str()).collect();
    let mut seen = BTreeSet::new();
    for (name, thing) in all() {
        if !seen.insert(name.get_ref()) {
            let help = "other things refer to it by its name: give each a name of its own";
            found.add(Fault::new(name.span(), format!("`{}` stands twice", name.get_ref()), help));
        }
        for other in thing.relies_on.iter().filter(|other| !known.contains(other.get_ref().as_str())) {
            let help = "name a thing of this article";
            found.add(Fault::new(other.span(), format!("there is no `{}`", other.get_ref()), help));
        }
        if thing.state.is_none() && thing.relies_on.is_empty() {
            let help = "give the State in whose hands it is, or the things that it relies on";
            found.add(Fault::new(name.span(), format!("nothing is said of `{}`", name.get_ref()), help));
        }
    }
    let mut things = Vec::new();
    for (aspect, of) in by_aspect {
        things.extend(of.iter().filter_map(|(name, raw)| thing(aspect, name, raw, found)));
    }
    Some(RelianceArticle { number: number(&raw.article), things })
}

fn thing(aspect: Aspect, name: &Spanned<String>, raw: &RawThing, found: &mut Findings) -> Option<Thing> {
    let parsed = found.parse::<RuleName>(name);
    let what = members::line(&raw.what, "what a thing is", found);
    let source = members::line(&raw.source, "a thing's source", found);
    let state = match &raw.state {
        Some(state) => Some(found.parse(state)?),
        None => None,
    };
    let name = parsed.filter(|_| what && source)?.as_str().into();
    let relies_on = raw.relies_on.iter().map(|other| other.get_ref().clone()).collect();
    Some(Thing {
        aspect,
        name,
        what: raw.what.get_ref().clone(),
        state,
        relies_on,
        source: raw.source.get_ref().clone(),
    })
}

fn aspects(raw: &Reliance) -> Vec<(Aspect, &Things)> {
    let of = |aspect: Aspect| match aspect {
        Aspect::Hosts => &raw.hosts,
        Aspect::Offices => &raw.offices,
        Aspect::Keys => &raw.keys,
        Aspect::Suppliers => &raw.suppliers,
        Aspect::Currency => &raw.currency,
        Aspect::Custodian => &raw.custodian,
        Aspect::CorrespondentBanks => &raw.correspondent_banks,
        Aspect::PaymentMessaging => &raw.payment_messaging,
        Aspect::Seat => &raw.seat,
        Aspect::GoverningLaw => &raw.governing_law,
        Aspect::Agreements => &raw.agreements,
    };
    Aspect::ALL.into_iter().map(|aspect| (aspect, of(aspect))).collect()
}
