//! A question to the interface: of which record, and how it is answered.

use std::sync::Arc;

use axum::extract::{FromRequestParts, Query};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use quorate_records::{Records, words};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::problem::{Kind, Problem};
use crate::app::App;
use crate::doorway::NoRecords;
use crate::visit;

/// What is answered, or why not.
pub(crate) type Answered = Result<Response, Problem>;

/// Who asks: the record is that of one block from beginning to end.
pub(crate) struct Ask {
    pub(crate) app: Arc<App>,
    pub(crate) records: Arc<Records>,
    headers: HeaderMap,
}

impl FromRequestParts<Arc<App>> for Ask {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Ask, Problem> {
        let (app, headers) = (Arc::clone(app), parts.headers.clone());
        Ok(Ask { records: app.door.records(), app, headers })
    }
}

impl Ask {
    /// Gives an answer, unless whoever asks has it already (RFC 9110, 13.1.2).
    pub(crate) fn give(&self, answer: &impl Serialize) -> Answered {
        let text = serde_json::to_string_pretty(answer).map_err(|_| Problem::failed())?;
        let mark = visit::mark(&text);
        let has = self.headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|has| has.to_str().ok());
        let mut has = has.flat_map(|has| has.split(','));
        if has.any(|has| has.trim() == "*" || has.trim().trim_start_matches("W/") == mark) {
            return Ok((StatusCode::NOT_MODIFIED, [(header::ETAG, mark)]).into_response());
        }
        let kind = "application/json";
        Ok(([(header::CONTENT_TYPE, kind), (header::ETAG, mark.as_str())], text).into_response())
    }

    /// The record as of a height, if one is asked for, and as of the last block if none is.
    pub(crate) async fn as_of(&self, height: Option<u64>) -> Result<Arc<Records>, Problem> {
        let Some(height) = height else { return Ok(Arc::clone(&self.records)) };
        if height == self.records.height() {
            return Ok(Arc::clone(&self.records));
        }
        let door = Arc::clone(&self.app.door);
        let found = tokio::task::spawn_blocking(move || door.records_at(height)).await;
        found.map_err(|_| Problem::failed())?.map_err(|why| no_records(height, why))
    }
}

fn no_records(height: u64, why: NoRecords) -> Problem {
    match why {
        NoRecords::Ahead(last) => Problem::new(
            Kind::AheadOfRecord,
            format!("as of height {height} nothing is known: the record has come to height {last}"),
            "ask as of a height that the record has, or follow /api/v1/events",
        ),
        NoRecords::Gone(first) => Problem::new(
            Kind::Gone,
            format!("what is needed for height {height} is no longer kept here"),
            format!("ask as of height {first} or later"),
        ),
        NoRecords::TooMuch(most) => Problem::new(
            Kind::TooMuchWork,
            format!("for height {height} more than {most} blocks would have to be stepped through"),
            "ask as of the last block, or read the record where it is kept: `quorate record`",
        ),
        NoRecords::Busy => Problem::new(
            Kind::Busy,
            "one question as of an earlier height is answered at a time",
            "ask again in a moment",
        ),
        NoRecords::Unreadable => Problem::failed(),
    }
}

/// As of when something was read.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AsOf {
    /// The partnership's id.
    #[schema(
        pattern = "^[0-9a-f]{64}$",
        example = "5b1d7d3f0f6a5c0f8a3f4a5b6c7d8e9f00112233445566778899aabbccddeeff"
    )]
    partnership: String,
    /// The height of the last block that is read.
    #[schema(example = 41)]
    height: u64,
    /// Its agreed time.
    #[schema(format = DateTime, example = "2026-12-01T09:00:00.001Z")]
    at: String,
}

impl AsOf {
    pub(crate) fn of(records: &Records) -> AsOf {
        let (partnership, height) = (records.id().to_string(), records.height());
        AsOf { partnership, height, at: words::exact(records.at()) }
    }
}

/// What is asked behind the address: nothing but what is known there.
pub(crate) struct Asked<T>(pub(crate) T);

impl<T: DeserializeOwned> FromRequestParts<Arc<App>> for Asked<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &Arc<App>) -> Result<Asked<T>, Problem> {
        match Query::try_from_uri(&parts.uri) {
            Ok(Query(asked)) => Ok(Asked(asked)),
            Err(error) => Err(query(error.body_text())),
        }
    }
}

/// Where nothing can be asked beside the address.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Nothing {}

/// Something is asked in another way than it can be.
pub(crate) fn query(what: impl Into<String>) -> Problem {
    Problem::new(
        Kind::Query,
        what,
        "GET /api/v1/openapi.json says what can be asked, and within which limits",
    )
}
