//! The members' nodes, as this one sees them.

use std::sync::Arc;

use serde::Serialize;
use tokio::task::spawn_blocking;
use utoipa::ToSchema;

use super::ask::{Answered, AsOf, Ask, Asked, Nothing};
use super::problem::Problem;
use super::value::code;
use crate::doorway::NodeSeen;

/// The members' nodes.
#[derive(Serialize, ToSchema)]
pub(crate) struct Nodes {
    #[serde(flatten)]
    as_of: AsOf,
    /// Each node; none where one process keeps the record for all, or the node does not run.
    nodes: Vec<Node>,
}

/// A member's node, as another sees it.
#[derive(Serialize, ToSchema)]
pub(crate) struct Node {
    /// Whose node it is.
    #[schema(pattern = "^[A-Z]{3}$", example = "DEU")]
    member: String,
    /// Whether it is the one that answers.
    this: bool,
    /// Whether something was heard of it lately.
    heard: bool,
    /// The height that it was last known to have.
    #[schema(required)]
    height: Option<u64>,
    /// What it was named for, as signing two things at one height.
    named: Vec<String>,
}

/// The members' nodes
///
/// How they stand, as this one sees them; other nodes may see it otherwise.
#[utoipa::path(
    get, path = "/api/v1/nodes", operation_id = "nodes", tag = "The partnership",
    responses((status = 200, body = Nodes))
)]
pub(crate) async fn nodes(ask: Ask, _: Asked<Nothing>) -> Answered {
    let door = Arc::clone(&ask.app.door);
    let seen = spawn_blocking(move || door.nodes()).await.map_err(|_| Problem::failed())?;
    let node = |seen: NodeSeen| Node {
        member: code(seen.member),
        this: seen.this,
        heard: seen.heard,
        height: seen.height,
        named: seen.named,
    };
    ask.give(&Nodes { as_of: AsOf::of(&ask.records), nodes: seen.into_iter().map(node).collect() })
}
