//! Commands that were signed elsewhere: given to be ordered, and asked for afterwards.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use quorate_partnership::CommandId;
use serde::Serialize;
use tokio::task::spawn_blocking;
use utoipa::ToSchema;

use super::ask::{Answered, Ask, Asked, Nothing};
use super::problem::{Kind, Problem};
use crate::app::App;
use crate::doorway::{Acceptance, NotTaken, Refused};

/// The media type of a signed command (RFC 9052, 2).
const COSE: &str = "application/cose";

/// Where a command stands in the record.
#[derive(Serialize, ToSchema)]
pub(crate) struct Standing {
    /// The command's id.
    #[schema(
        pattern = "^[0-9a-f]{64}$",
        example = "9f2c4d1ab09f2c4d1ab09f2c4d1ab09f2c4d1ab09f2c4d1ab09f2c4d1ab09f2c"
    )]
    command: String,
    /// Whether a rule refused it; a refusal stands in the record, too.
    standing: Word,
    /// The height of its block.
    #[schema(example = 41)]
    height: u64,
    /// Its place among the commands of the block, from 0.
    #[schema(example = 0)]
    position: u32,
    /// Why it was refused; null if it was not.
    #[schema(required)]
    refusal: Option<Refusal>,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Word {
    Accepted,
    Refused,
}

/// A rule that said no.
#[derive(Serialize, ToSchema)]
pub(crate) struct Refusal {
    /// The rule, as docs/rules.md numbers them.
    #[schema(example = "O1")]
    rule: String,
    /// The article of the charter that it serves.
    article: u16,
    /// On what facts.
    what: String,
    /// What to do about it.
    remedy: String,
}

impl Standing {
    fn of(told: Acceptance) -> Standing {
        let refusal = |refused: Refused| Refusal {
            rule: refused.rule.to_string(),
            article: refused.article,
            what: refused.what,
            remedy: refused.remedy,
        };
        Standing {
            command: told.id.to_string(),
            standing: if told.refusal.is_some() { Word::Refused } else { Word::Accepted },
            height: told.height,
            position: told.position,
            refusal: told.refusal.map(refusal),
        }
    }
}

/// Give a command
///
/// One signed command: the bytes of COSE_Sign1 that docs/formats.md describes, as `quorate sign` writes them. The answer comes
/// once the command stands in the record. Giving the same bytes again is safe: a command has one id and is ordered once, and
/// as long as its time has not run out the answer is the same. What a rule refuses stands in the record, too, and is told as
/// the problem `refused`.
#[utoipa::path(
    post, path = "/api/v1/commands", operation_id = "give", tag = "Commands",
    request_body(content = Vec<u8>, content_type = "application/cose", description = "At most 16384 bytes"),
    responses((
        status = 201, description = "It stands in the record", body = Standing,
        headers(("Location" = String, description = "Where it can be asked for"))
    ))
)]
pub(crate) async fn give(
    State(app): State<Arc<App>>,
    _: Asked<Nothing>,
    headers: HeaderMap,
    body: Result<Bytes, axum::extract::rejection::BytesRejection>,
) -> Answered {
    if !is_cose(&headers) {
        let what = format!("the body is to be one signed command, with `Content-Type: {COSE}`");
        return Err(Problem::new(
            Kind::MediaType,
            what,
            "sign it with `quorate sign`, and give the bytes as they are",
        ));
    }
    let signed = match body {
        Ok(bytes) => bytes,
        Err(rejection) => return Ok(rejection.into_response()),
    };
    let door = Arc::clone(&app.door);
    let submitted = spawn_blocking(move || door.submit(&signed)).await.map_err(|_| Problem::failed())?;
    let told = submitted.map_err(not_taken)?;
    let location = HeaderValue::try_from(format!("/api/v1/commands/{}", told.id)).ok();
    let mut response = answer(told)?;
    if let Some(location) = location {
        response.headers_mut().insert(header::LOCATION, location);
    }
    Ok(response)
}

/// What is answered to whoever gave a command that stands in the record.
fn answer(told: Acceptance) -> Answered {
    if let Some(refused) = told.refusal {
        let problem = Problem::new(Kind::Refused, refused.what, refused.remedy);
        let problem = problem.by(&refused.rule, Some(refused.article));
        return Ok(problem.of_command(&told.id, told.height, told.position).into_response());
    }
    let text = serde_json::to_string_pretty(&Standing::of(told)).map_err(|_| Problem::failed())?;
    Ok((StatusCode::CREATED, [(header::CONTENT_TYPE, "application/json")], text).into_response())
}

/// Whether the body is said to be COSE, with whatever parameters.
fn is_cose(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    kind.split(';').next().unwrap_or_default().trim().eq_ignore_ascii_case(COSE)
}

fn not_taken(why: NotTaken) -> Problem {
    match why {
        NotTaken::Form(what) => {
            Problem::new(Kind::NotACommand, what, "give the bytes that `quorate sign` wrote, as they are")
        }
        NotTaken::Unauthentic { rule, what, remedy } => {
            let kind = if rule.to_string() == "A5" { Kind::TooManyCommands } else { Kind::NotAuthentic };
            Problem::new(kind, what, remedy).by(&rule, None)
        }
        NotTaken::NotYet => Problem::new(
            Kind::NotOrderedYet,
            "the node holds the command, and it is ordered when more than two thirds of the nodes agree",
            "give the same bytes again in a moment: it is ordered once",
        ),
        NotTaken::Away => Problem::new(
            Kind::NodeAway,
            "the node behind these pages does not run, and nothing was ordered that it did not tell",
            "give the same bytes again when it runs: it is ordered once",
        ),
        NotTaken::Failed(what) => {
            Problem::new(Kind::Failed, what, "give the same bytes again: it is ordered once")
        }
    }
}

/// Where a command stands
///
/// The answer to a command, as long as its time has not run out (seven days at most). What it did stands in the registers.
#[utoipa::path(
    get, path = "/api/v1/commands/{id}", operation_id = "command", tag = "Commands",
    params(("id" = String, Path, pattern = "^[0-9a-f]{64}$", description = "The command's id")),
    responses((status = 200, body = Standing))
)]
pub(crate) async fn command(
    ask: Ask,
    Path(id): Path<String>,
    _: Asked<Nothing>,
) -> Result<Response, Problem> {
    let nothing = || {
        let what = "no command of this id was ordered here, or its time has run out";
        Problem::new(Kind::NotFound, what, "give the signed bytes again, or look in the registers")
    };
    let id: CommandId = id.parse().map_err(|_| nothing())?;
    let door = Arc::clone(&ask.app.door);
    let told = spawn_blocking(move || door.command(id)).await.map_err(|_| Problem::failed())?;
    ask.give(&Standing::of(told.ok_or_else(nothing)?))
}
