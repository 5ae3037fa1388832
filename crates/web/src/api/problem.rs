//! What is answered where something is not as asked: problem details (RFC 9457), each with a name that stays.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;

/// The media type of a problem.
pub(crate) const PROBLEM: &str = "application/problem+json";

/// The problems there are: their names are part of the published format, and stay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Query,
    Cursor,
    NotACommand,
    NotAuthentic,
    NotSignedIn,
    NotHere,
    NotFound,
    NoProof,
    WithoutAFund,
    Method,
    NotAcceptable,
    AheadOfRecord,
    Gone,
    TooMuchWork,
    TooLarge,
    MediaType,
    Refused,
    TooManyCommands,
    TooManyQuestions,
    Failed,
    NodeAway,
    NotOrderedYet,
    Busy,
    NotFoundYet,
}

impl Kind {
    /// The name, the status, and what it is in a few words.
    pub(crate) const fn told(self) -> (&'static str, StatusCode, &'static str) {
        match self {
            Kind::Query => ("query", StatusCode::BAD_REQUEST, "This cannot be asked so"),
            Kind::Cursor => ("cursor", StatusCode::BAD_REQUEST, "This cursor was not given here"),
            Kind::NotACommand => {
                ("not-a-command", StatusCode::BAD_REQUEST, "These bytes are no signed command")
            }
            Kind::NotAuthentic => ("not-authentic", StatusCode::FORBIDDEN, "The command is not authentic"),
            Kind::NotSignedIn => ("not-signed-in", StatusCode::UNAUTHORIZED, "Nobody is signed in"),
            Kind::NotHere => {
                ("not-here", StatusCode::MISDIRECTED_REQUEST, "Nothing is served under that name")
            }
            Kind::NotFound => ("not-found", StatusCode::NOT_FOUND, "There is no such thing on this record"),
            Kind::NoProof => ("no-proof", StatusCode::NOT_FOUND, "There is no proof of this here"),
            Kind::WithoutAFund => ("without-a-fund", StatusCode::NOT_FOUND, "The charter has no fund"),
            Kind::Method => ("method", StatusCode::METHOD_NOT_ALLOWED, "This is not done here"),
            Kind::NotAcceptable => {
                ("not-acceptable", StatusCode::NOT_ACCEPTABLE, "It is not given in this form")
            }
            Kind::AheadOfRecord => {
                ("ahead-of-record", StatusCode::CONFLICT, "The record has not come to this height")
            }
            Kind::Gone => ("gone", StatusCode::GONE, "This height is no longer kept here"),
            Kind::TooMuchWork => {
                ("too-much-work", StatusCode::UNPROCESSABLE_ENTITY, "This height would take too much work")
            }
            Kind::TooLarge => ("too-large", StatusCode::PAYLOAD_TOO_LARGE, "This is longer than any command"),
            Kind::MediaType => {
                ("media-type", StatusCode::UNSUPPORTED_MEDIA_TYPE, "A command is given as COSE")
            }
            Kind::Refused => ("refused", StatusCode::UNPROCESSABLE_ENTITY, "A rule refused the command"),
            Kind::TooManyCommands => {
                ("too-many-commands", StatusCode::TOO_MANY_REQUESTS, "The commands of the day are used up")
            }
            Kind::TooManyQuestions => {
                ("too-many-questions", StatusCode::TOO_MANY_REQUESTS, "This is asked faster than is answered")
            }
            Kind::Failed => ("failed", StatusCode::INTERNAL_SERVER_ERROR, "The node could not answer"),
            Kind::NodeAway => ("node-away", StatusCode::SERVICE_UNAVAILABLE, "The node does not run"),
            Kind::NotOrderedYet => {
                ("not-ordered-yet", StatusCode::SERVICE_UNAVAILABLE, "The command waits to be ordered")
            }
            Kind::Busy => {
                ("busy", StatusCode::SERVICE_UNAVAILABLE, "Another such question is being answered")
            }
            Kind::NotFoundYet => {
                ("not-found-yet", StatusCode::SERVICE_UNAVAILABLE, "The findings are still being worked out")
            }
        }
    }

    /// After how many seconds it makes sense to ask again.
    const fn again(self) -> Option<&'static str> {
        match self {
            Kind::Busy | Kind::NotOrderedYet | Kind::NotFoundYet => Some("2"),
            Kind::NodeAway => Some("10"),
            _ => None,
        }
    }

    /// The problem behind a status that something below gave.
    pub(crate) fn of(status: StatusCode) -> Kind {
        match status {
            StatusCode::NOT_FOUND => Kind::NotFound,
            StatusCode::METHOD_NOT_ALLOWED => Kind::Method,
            StatusCode::PAYLOAD_TOO_LARGE => Kind::TooLarge,
            StatusCode::UNSUPPORTED_MEDIA_TYPE => Kind::MediaType,
            _ if status.is_server_error() => Kind::Failed,
            _ => Kind::Query,
        }
    }
}

/// Why something is not as asked; boxed, so that answers stay small.
#[derive(Clone, Debug)]
pub(crate) struct Problem(Box<Details>);

/// Why something is not as asked, and what to do (RFC 9457).
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "type": "urn:quorate:problem:refused", "title": "A rule refused the command", "status": 422,
    "detail": "`DEU/delegate` may not give `open decision`", "remedy": "it is for the secretariat",
    "rule": "O1", "article": 8, "command": "9f2c4d1ab09f2c4d1ab09f2c4d1ab09f2c4d1ab09f2c4d1ab09f2c4d1ab09f2c",
    "height": 41, "position": 0
}))]
pub(crate) struct Details {
    /// Which problem: `urn:quorate:problem:` and a name that stays.
    #[serde(rename = "type")]
    #[schema(pattern = "^urn:quorate:problem:[a-z-]+$")]
    kind: String,
    /// The problem in a few words, the same each time.
    title: &'static str,
    /// The status of the answer.
    #[schema(minimum = 400, maximum = 599)]
    status: u16,
    /// What is wrong here.
    detail: String,
    /// What to do about it.
    remedy: String,
    /// The rule that said no, as docs/rules.md numbers them.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    rule: Option<String>,
    /// The article of the charter that the rule serves.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    article: Option<u16>,
    /// The command that is meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    command: Option<String>,
    /// The height of the block in which its refusal stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    height: Option<u64>,
    /// Its place among the commands of that block, from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    position: Option<u32>,
    #[serde(skip)]
    again: Option<&'static str>,
}

impl Problem {
    pub(crate) fn new(kind: Kind, detail: impl Into<String>, remedy: impl Into<String>) -> Problem {
        let (name, status, title) = kind.told();
        Problem(Box::new(Details {
            kind: format!("urn:quorate:problem:{name}"),
            title,
            status: status.as_u16(),
            detail: detail.into(),
            remedy: remedy.into(),
            rule: None,
            article: None,
            command: None,
            height: None,
            position: None,
            again: kind.again(),
        }))
    }

    /// The rule that said no, and the article that it serves where it serves one.
    pub(crate) fn by(mut self, rule: &impl ToString, article: Option<u16>) -> Problem {
        (self.0.rule, self.0.article) = (Some(rule.to_string()), article);
        self
    }

    /// The command that is meant, and where it stands.
    pub(crate) fn of_command(mut self, id: &impl ToString, height: u64, position: u32) -> Problem {
        (self.0.command, self.0.height, self.0.position) =
            (Some(id.to_string()), Some(height), Some(position));
        self
    }

    /// There is nothing of that name.
    pub(crate) fn nothing(what: impl Into<String>) -> Problem {
        Problem::new(Kind::NotFound, what, "GET /api/v1 lists what there is")
    }

    /// What was expected to be there when an answer was made was not.
    pub(crate) fn failed() -> Problem {
        let what = "the answer could not be made";
        Problem::new(Kind::Failed, what, "ask again, and tell whoever runs the node if that does not help")
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let Problem(details) = self;
        let status = StatusCode::from_u16(details.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let text = serde_json::to_string(&details).unwrap_or_default();
        let mut response = (status, [(header::CONTENT_TYPE, PROBLEM)], text).into_response();
        if let Some(again) = details.again {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static(again));
        }
        response
    }
}
