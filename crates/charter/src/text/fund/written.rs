//! The articles on the fund, as they are written.

use alloc::string::String;

use serde::Deserialize;
use toml::Spanned;

use crate::text::treasury::Restore;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::text) struct Fund {
    pub(in crate::text) article: Spanned<u32>,
    pub(in crate::text) currency: Spanned<String>,
    pub(in crate::text) target: Spanned<String>,
    pub(in crate::text) authority: Authority,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(in crate::text) struct Authority {
    pub(in crate::text) paid_in: Spanned<String>,
    pub(in crate::text) notes: Option<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(in crate::text) struct Cases {
    pub(in crate::text) article: Spanned<u32>,
    pub(in crate::text) decided_by: Spanned<String>,
    pub(in crate::text) party_named_by: Option<Spanned<String>>,
    pub(in crate::text) most_tranches: Spanned<u32>,
    pub(in crate::text) lapses_after: Option<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(in crate::text) struct Calls {
    pub(in crate::text) article: Spanned<u32>,
    pub(in crate::text) decided_by: Spanned<String>,
    pub(in crate::text) due_within: Option<Spanned<String>>,
    pub(in crate::text) step_up: Option<Spanned<bool>>,
    pub(in crate::text) emergency: Option<Emergency>,
    pub(in crate::text) restore: Option<Restore>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(in crate::text) struct Emergency {
    pub(in crate::text) due_within: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(in crate::text) struct Payments {
    pub(in crate::text) article: Spanned<u32>,
    pub(in crate::text) signatures: Spanned<u32>,
    pub(in crate::text) able_to_sign: Spanned<u32>,
    pub(in crate::text) countersign_within: Spanned<String>,
}
