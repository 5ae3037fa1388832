//! The form of a charter's text, and of a body's: every key that may stand in it. An unknown key is a fault.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use serde::Deserialize;
use serde::de::IgnoredAny;
use toml::Spanned;

use super::capabilities::Capabilities;
use super::consultations::Consultations;
use super::continuity::Continuity;
use super::currencies::Currencies;
use super::money_in::Contributions;
use super::positions::Positions;
use super::publication::Publication;
use super::{
    assessments, beneficiaries, financing, fund, instrument, obligation, relation, reliance, settlement,
    treasury,
};

type Text = Spanned<String>;
type Number = Spanned<u32>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Charter {
    pub(super) title: Title,
    pub(super) fund: Option<fund::Fund>,
    pub(super) membership: Membership,
    #[serde(default)]
    pub(super) member: BTreeMap<Text, Member>,
    #[serde(default)]
    pub(super) measure: BTreeMap<Text, Measure>,
    pub(super) offices: Offices,
    pub(super) decisions: Decisions,
    #[serde(default)]
    pub(super) rule: BTreeMap<Text, Rule>,
    pub(super) contributions: Option<Contributions>,
    pub(super) cases: Option<fund::Cases>,
    pub(super) calls: Option<fund::Calls>,
    pub(super) payments: Option<fund::Payments>,
    pub(super) limits: Limits,
    pub(super) entry_into_force: Option<EntryIntoForce>,
    pub(super) accession: Option<Accession>,
    pub(super) withdrawal: Option<Withdrawal>,
    pub(super) suspension: Option<Suspension>,
    pub(super) amendment: Option<Amendment>,
    pub(super) lost_keys: Option<LostKeys>,
    pub(super) publication: Option<Publication>,
    pub(super) promises: Option<reliance::Promises>,
    pub(super) reliance: Option<reliance::Reliance>,
    pub(super) currencies: Option<Currencies>,
    pub(super) audit: Option<Audit>,
    pub(super) financing_agreement: Option<financing::FinancingAgreement>,
    pub(super) beneficiaries: Option<beneficiaries::Beneficiaries>,
    pub(super) reserve: Option<treasury::Reserve>,
    pub(super) treasury: Option<treasury::Treasury>,
    pub(super) budget: Option<treasury::Budget>,
    pub(super) instrument: Option<instrument::Instrument>,
    pub(super) consultations: Option<Consultations>,
    pub(super) continuity: Option<Continuity>,
    pub(super) relation: Option<relation::Relation>,
    pub(super) arrangements: Option<relation::Arrangements>,
    pub(super) positions: Option<Positions>,
    pub(super) capabilities: Option<Capabilities>,
    pub(super) assessments: Option<assessments::Assessments>,
}

impl Charter {
    /// What a body has too.
    pub(super) fn tables(&self) -> Tables<'_> {
        let Charter { title, member, measure, rule, .. } = self;
        Tables { title, member, measure, rule, procedures: true }
    }
}

/// The text of a body: it has no articles, and its rules need no procedure.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Body {
    title: Title,
    #[serde(default)]
    member: BTreeMap<Text, Member>,
    #[serde(default)]
    measure: BTreeMap<Text, Measure>,
    #[serde(default)]
    rule: BTreeMap<Text, Rule>,
    pub(super) institution: Option<Text>,
    #[serde(default)]
    pub(super) obligation: BTreeMap<Text, obligation::Written>,
}

impl Body {
    pub(super) fn tables(&self) -> Tables<'_> {
        let Body { title, member, measure, rule, .. } = self;
        Tables { title, member, measure, rule, procedures: false }
    }
}

/// What charters and bodies have in common.
#[derive(Clone, Copy)]
pub(super) struct Tables<'a> {
    pub(super) title: &'a Title,
    pub(super) member: &'a BTreeMap<Text, Member>,
    pub(super) measure: &'a BTreeMap<Text, Measure>,
    pub(super) rule: &'a BTreeMap<Text, Rule>,
    /// Whether every rule must give a procedure.
    pub(super) procedures: bool,
}

/// Whether a text means to be a charter: it has a table that charters have and no body.
#[derive(Deserialize)]
pub(super) struct Kind {
    fund: Option<IgnoredAny>,
    membership: Option<IgnoredAny>,
    offices: Option<IgnoredAny>,
}

impl Kind {
    pub(super) fn is_charter(&self) -> bool {
        self.fund.is_some() || self.membership.is_some() || self.offices.is_some()
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Title {
    pub(super) en: Text,
    pub(super) fr: Text,
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
    #[serde(default)]
    pub(super) moves: bool,
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
    pub(super) texts_by: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Rule {
    pub(super) adopted: Text,
    pub(super) not_taking_part: Vec<Text>,
    pub(super) procedure: Option<Procedure>,
    #[serde(default = "essential")]
    pub(super) essential: bool,
    pub(super) source: Option<Text>,
}

/// A rule is essential unless it says otherwise.
fn essential() -> bool {
    true
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Procedure {
    pub(super) kind: Text,
    pub(super) open: Text,
    pub(super) extend: Option<Text>,
    pub(super) extend_at_most: Option<Text>,
    pub(super) confirm_within: Option<Text>,
    pub(super) objections: Option<Number>,
    pub(super) support: Option<Number>,
    pub(super) vote_within: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Limits {
    pub(super) article: Number,
    pub(super) commands_a_day: Number,
    pub(super) reserve_a_day: Number,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct EntryIntoForce {
    pub(super) article: Number,
    pub(super) rule: Text,
    pub(super) provisional: bool,
    pub(super) provisional_notice: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Accession {
    pub(super) article: Number,
    pub(super) decided_by: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Withdrawal {
    pub(super) article: Number,
    pub(super) notice: Text,
    pub(super) settlement: Option<settlement::Settlement>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Suspension {
    pub(super) article: Number,
    pub(super) decided_by: Text,
    pub(super) hearing: Text,
    pub(super) at_most: Text,
    pub(super) in_arrears: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Amendment {
    pub(super) article: Number,
    pub(super) decided_by: Text,
    pub(super) in_force_by: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct LostKeys {
    pub(super) article: Number,
    pub(super) decided_by: Text,
    pub(super) wait: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Audit {
    pub(super) article: Number,
    pub(super) opinions: Number,
}
