//! The charter in force.

use serde::Serialize;
use utoipa::ToSchema;

use super::ask::{Answered, AsOf, Ask, Asked, Nothing};
use super::value::Both;

/// The charter in force.
#[derive(Serialize, ToSchema)]
pub(crate) struct Charter {
    #[serde(flatten)]
    as_of: AsOf,
    /// Its title.
    title: Both,
    /// The version of its text; 1 is that of the beginning.
    #[schema(minimum = 1)]
    version: u32,
    /// Its rules of decision.
    rules: Vec<Rule>,
    /// Its text (TOML 1.1), as it was agreed; members that acceded since stand in the record alone.
    text: String,
}

/// A rule of decision.
#[derive(Serialize, ToSchema)]
pub(crate) struct Rule {
    /// Its name.
    #[schema(example = "substantive")]
    name: String,
    /// When something is adopted under it, in the language of rules.
    adopted_when: String,
}

/// The charter in force
///
/// Its text and its rules of decision.
#[utoipa::path(
    get, path = "/api/v1/charter", operation_id = "charter", tag = "The partnership",
    responses((status = 200, body = Charter))
)]
pub(crate) async fn charter(ask: Ask, _: Asked<Nothing>) -> Answered {
    let charter = ask.records.charter();
    let rule = |rule: &quorate_charter::Rule| Rule {
        name: rule.name().as_str().to_owned(),
        adopted_when: rule.adopted_when().to_owned(),
    };
    ask.give(&Charter {
        as_of: AsOf::of(&ask.records),
        title: Both::of(charter.title()),
        version: ask.records.text_version(),
        rules: charter.body().rules().map(rule).collect(),
        text: ask.app.door.charter_text().as_ref().to_owned(),
    })
}
