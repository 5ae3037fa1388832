//! What was found of the promises of the charter in force.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::ask::{Answered, AsOf, Ask, Asked, Nothing};
use super::problem::{Kind, Problem};

/// What was found of each promise.
#[derive(Serialize, ToSchema)]
pub(crate) struct Findings {
    #[serde(flatten)]
    as_of: AsOf,
    #[serde(flatten)]
    found: Found,
}

/// What was found, as `quorate check --format json` gives it.
#[derive(Deserialize, Serialize, ToSchema)]
pub(crate) struct Found {
    /// The title of the charter.
    title: String,
    /// All of it in a sentence.
    answer: String,
    /// Whether nothing that is promised was found to fail.
    holds: bool,
    /// Rules that would mend what fails.
    mends: Vec<Mend>,
    /// Each finding.
    findings: Vec<Finding>,
}

/// A rule that would mend what fails.
#[derive(Deserialize, Serialize, ToSchema)]
pub(crate) struct Mend {
    /// The rule that it would take the place of.
    rule: String,
    /// What it does, in a sentence.
    says: String,
    /// The rule in the language of rules.
    adopted: String,
    /// Whether it lets a minority adopt.
    #[serde(rename = "a minority could adopt")]
    a_minority_could_adopt: bool,
}

/// What was found of one promise in one place.
#[derive(Deserialize, Serialize, ToSchema)]
pub(crate) struct Finding {
    /// The promise.
    promise: String,
    /// The article that it is about; nothing where it is about no one article.
    #[schema(required)]
    article: Option<u16>,
    /// What of the article it is about.
    of: String,
    /// The outcome: whether it is proven, fails, holds under a condition, or is not promised, declared or decided.
    outcome: String,
    /// The outcome in a sentence.
    says: String,
    /// How it was found, with what was assumed and up to which bound.
    how: String,
    /// Why it is so, where it is proven.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    because: Option<Vec<String>>,
    /// By whom it fails.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    members: Option<Vec<String>>,
    /// The steps that lead to where it fails.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    steps: Option<Vec<String>>,
    /// In how many of the cases that were tried it fails.
    #[serde(skip_serializing_if = "Option::is_none")]
    cases: Option<Cases>,
}

/// In how many of the cases that were tried it fails.
#[derive(Deserialize, Serialize, ToSchema)]
pub(crate) struct Cases {
    /// In so many.
    failing: u64,
    /// Of so many.
    of: u64,
}

/// What was found of the promises
///
/// Each finding with its proof or counterexample. They take a moment to work out after each change of the charter.
#[utoipa::path(
    get, path = "/api/v1/findings", operation_id = "findings", tag = "The partnership",
    responses((status = 200, body = Findings))
)]
pub(crate) async fn findings(ask: Ask, _: Asked<Nothing>) -> Answered {
    let assurance = ask.app.door.assurance().ok_or_else(|| {
        let what = "the findings of the charter in force are still being worked out";
        Problem::new(Kind::NotFoundYet, what, "ask again in a moment")
    })?;
    let found: Found =
        serde_json::from_str(&quorate_foresight::json(&assurance)).map_err(|_| Problem::failed())?;
    ask.give(&Findings { as_of: AsOf::of(&ask.records), found })
}
