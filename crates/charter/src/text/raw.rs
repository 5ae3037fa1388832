//! The form of a charter's text: every key that may stand in it. An unknown key is a fault.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use serde::Deserialize;
use toml::Spanned;

type Text = Spanned<String>;
type Number = Spanned<u32>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Charter {
    pub(super) title: Title,
    pub(super) fund: Fund,
    pub(super) membership: Membership,
    #[serde(default)]
    pub(super) member: BTreeMap<Text, Member>,
    #[serde(default)]
    pub(super) measure: BTreeMap<Text, Measure>,
    pub(super) offices: Offices,
    pub(super) decisions: Decisions,
    #[serde(default)]
    pub(super) rule: BTreeMap<Text, Rule>,
    pub(super) contributions: Contributions,
    pub(super) cases: Cases,
    pub(super) calls: Calls,
    pub(super) payments: Payments,
    pub(super) limits: Limits,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Title {
    pub(super) en: Text,
    pub(super) fr: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Fund {
    pub(super) article: Number,
    pub(super) currency: Text,
    pub(super) target: Text,
    pub(super) authority: Authority,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Authority {
    pub(super) paid_in: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Membership {
    pub(super) article: Number,
    pub(super) least_participating: Number,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Member {
    pub(super) name: Title,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Measure {
    pub(super) unit: Text,
    pub(super) source: Text,
    pub(super) weight: Spanned<BTreeMap<Text, Spanned<u64>>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Offices {
    pub(super) article: Number,
    pub(super) longest_term: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Decisions {
    pub(super) article: Number,
    pub(super) executable_for: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Rule {
    pub(super) adopted: Text,
    pub(super) not_taking_part: Vec<Text>,
    pub(super) procedure: Procedure,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Procedure {
    pub(super) kind: Text,
    pub(super) open: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Contributions {
    pub(super) article: Number,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Cases {
    pub(super) article: Number,
    pub(super) decided_by: Text,
    pub(super) most_tranches: Number,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Calls {
    pub(super) article: Number,
    pub(super) decided_by: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Payments {
    pub(super) article: Number,
    pub(super) signatures: Number,
    pub(super) able_to_sign: Number,
    pub(super) countersign_within: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Limits {
    pub(super) article: Number,
    pub(super) commands_a_day: Number,
    pub(super) reserve_a_day: Number,
}
