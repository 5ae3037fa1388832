//! What the record came to at a height, tied to what the members' nodes signed.

use std::sync::Arc;

use axum::extract::Path;
use base16ct::lower::encode_string;
use quorate_records::proof::Begun;
use serde::Serialize;
use tokio::task::spawn_blocking;
use utoipa::ToSchema;

use super::ask::{Answered, AsOf, Ask, Asked, Nothing};
use super::problem::{Kind, Problem};
use super::proof::no_proof;

/// What the record came to at a height.
#[derive(Serialize, ToSchema)]
pub(crate) struct Height {
    #[serde(flatten)]
    as_of: AsOf,
    /// The height that was asked for.
    of: u64,
    /// How many events the record had then: they are the leaves of its tree.
    size: u64,
    /// The root of the tree of those events (RFC 9162, 2.1.1).
    #[schema(pattern = "^[0-9a-f]{64}$")]
    root: String,
    /// The hashes that lead from this root to that of the checkpoint (RFC 9162, 2.1.4).
    #[schema(value_type = Vec<String>)]
    path: Vec<String>,
    /// The newest checkpoint, a signed note (C2SP): its size, its root, and the signatures of members' nodes.
    checkpoint: String,
}

/// What the record came to
///
/// The size and root that the record had at a height, and what leads from there to the newest checkpoint that the members' nodes
/// signed. An answer as of that height follows from those events, and from no others.
#[utoipa::path(
    get, path = "/api/v1/heights/{height}", operation_id = "height", tag = "The partnership",
    params(("height" = u64, Path, description = "The height", minimum = 0)),
    responses((status = 200, body = Height))
)]
pub(crate) async fn height(ask: Ask, Path(asked): Path<String>, _: Asked<Nothing>) -> Answered {
    let height: u64 = asked.parse().map_err(|_| Problem::nothing("a height is a whole number, from 0"))?;
    if height > ask.records.height() {
        let what = format!("the record has come to height {}", ask.records.height());
        return Err(Problem::new(Kind::AheadOfRecord, what, "ask for a height that the record has"));
    }
    let door = Arc::clone(&ask.app.door);
    let begun = spawn_blocking(move || door.begun(height)).await.map_err(|_| Problem::failed())?;
    let Begun { height: of, size, root, path, note } = begun.map_err(|why| no_proof(&why))?;
    let path = path.iter().map(|hash| encode_string(hash)).collect();
    let (root, checkpoint) = (encode_string(&root.0), note.text());
    ask.give(&Height { as_of: AsOf::of(&ask.records), of, size, root, path, checkpoint })
}
