//! What a body says that its members are bound to.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use serde::Deserialize;
use toml::Spanned;

use super::{Findings, members};
use crate::fault::Fault;
use crate::obligation::{Concern, Obligation};

/// An obligation, as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Written {
    what: Spanned<String>,
    concerns: Spanned<String>,
    #[serde(default)]
    first: bool,
    source: Spanned<String>,
}

pub(super) fn obligations(raw: &BTreeMap<Spanned<String>, Written>, found: &mut Findings) -> Vec<Obligation> {
    let mut all = Vec::new();
    for (name, raw) in raw {
        members::line(name, "the name of an obligation", found);
        members::line(&raw.what, "an obligation", found);
        members::line(&raw.source, "an obligation's source", found);
        let known = Concern::ALL.into_iter().find(|(word, _)| word == raw.concerns.get_ref());
        let Some((_, concerns)) = known else {
            let what = format!("`{}` is not what an obligation concerns", raw.concerns.get_ref());
            let help = "it is one of `consultations`, `assistance`, `funding` and `engagements`";
            found.add(Fault::new(raw.concerns.span(), what, help));
            continue;
        };
        let (name, what) = (name.get_ref().clone(), raw.what.get_ref().clone());
        all.push(Obligation { name, what, concerns, first: raw.first, source: raw.source.get_ref().clone() });
    }
    all
}
