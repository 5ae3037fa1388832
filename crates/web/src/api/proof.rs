//! The file that proves one decision to whoever believes nobody.

use std::sync::Arc;

use axum::extract::Path;
use axum::http::header;
use axum::response::IntoResponse as _;
use quorate_partnership::DecisionNo;
use tokio::task::spawn_blocking;

use super::ask::{Answered, Ask, Asked, Nothing};
use super::problem::{Kind, Problem};
use crate::proved::NoProof;

/// The file that proves a decision
///
/// As `quorate record export` writes it: the genesis, the newest checkpoint with the signatures of the members' nodes, and
/// what concerns the decision, each event with its proof. `quorate verify FILE` checks it without asking anybody.
#[utoipa::path(
    get, path = "/api/v1/decisions/{number}/proof", operation_id = "decision-proof", tag = "Decisions",
    params(("number" = u32, Path, description = "The decision's number", minimum = 1)),
    responses((status = 200, description = "A record file", body = Vec<u8>, content_type = "application/cbor"))
)]
pub(crate) async fn decision(ask: Ask, Path(number): Path<String>, _: Asked<Nothing>) -> Answered {
    let nothing = || Problem::nothing("there is no decision of this number");
    let number = number.parse().map(DecisionNo).map_err(|_| nothing())?;
    ask.records.outlook(number).ok_or_else(nothing)?;
    let door = Arc::clone(&ask.app.door);
    let file = spawn_blocking(move || door.proof(number)).await.map_err(|_| Problem::failed())?;
    let file = file.map_err(|why| no_proof(&why))?;
    Ok(([(header::CONTENT_TYPE, "application/cbor")], file).into_response())
}

/// Why nothing is proved.
pub(super) fn no_proof(why: &NoProof) -> Problem {
    match why {
        NoProof::Busy => {
            let what = "another proof is being made";
            Problem::new(Kind::Busy, what, "ask again in a moment")
        }
        NoProof::Away => {
            let what = "whoever keeps the record does not answer";
            Problem::new(Kind::NodeAway, what, "ask again once the node runs")
        }
        NoProof::TooMuch(most) => Problem::new(
            Kind::TooMuchWork,
            format!("more than {most} blocks would have to be gone through"),
            "make the file where the record is kept: `quorate record export`",
        ),
        NoProof::None(what) => Problem::new(
            Kind::NoProof,
            what,
            "ask again once more of the record is signed, or ask another member's node",
        ),
    }
}
