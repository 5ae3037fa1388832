//! Where a program begins: what there is.

use std::collections::BTreeMap;

use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;

use super::Description;
use super::ask::{Answered, AsOf, Ask, Asked, Nothing};

/// What there is to be asked.
#[derive(Serialize, ToSchema)]
pub(crate) struct Begin {
    #[serde(flatten)]
    as_of: AsOf,
    /// The addresses, by a name for each; braces stand for what is filled in (RFC 6570).
    #[schema(example = json!({ "registers": "/api/v1/registers" }))]
    links: BTreeMap<&'static str, &'static str>,
}

const LINKS: [(&str, &str); 16] = [
    ("description", "/api/v1/openapi.json"),
    ("partnership", "/api/v1/partnership"),
    ("charter", "/api/v1/charter"),
    ("findings", "/api/v1/findings"),
    ("nodes", "/api/v1/nodes"),
    ("registers", "/api/v1/registers"),
    ("register", "/api/v1/registers/{register}{?cursor,limit,q,as-of}"),
    ("public", "/api/v1/public"),
    ("public-register", "/api/v1/public/{register}{?cursor,limit,q,as-of}"),
    ("decision", "/api/v1/decisions/{number}{?otherwise*}"),
    ("decision-proof", "/api/v1/decisions/{number}/proof"),
    ("height", "/api/v1/heights/{height}"),
    ("plan", "/api/v1/plan"),
    ("liquidity", "/api/v1/liquidity{?default*}"),
    ("commands", "/api/v1/commands"),
    ("events", "/api/v1/events"),
];

/// What there is
///
/// The addresses of this interface, and as of which block they answer now.
#[utoipa::path(get, path = "/api/v1", operation_id = "begin", tag = "The interface", responses((status = 200, body = Begin)))]
pub(crate) async fn begin(ask: Ask, _: Asked<Nothing>) -> Answered {
    ask.give(&Begin { as_of: AsOf::of(&ask.records), links: LINKS.into() })
}

/// This description
///
/// The interface as an OpenAPI document.
#[utoipa::path(
    get, path = "/api/v1/openapi.json", operation_id = "description", tag = "The interface",
    responses((status = 200, description = "An OpenAPI 3.1 document", body = Object))
)]
pub(crate) async fn openapi(
    ask: Ask,
    State(Description(described)): State<Description>,
    _: Asked<Nothing>,
) -> Answered {
    ask.give(&*described)
}
