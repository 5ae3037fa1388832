//! Questions, and what is answered.

use std::sync::Arc;

use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode};
use http_body_util::BodyExt as _;
use serde_json::Value;
use tower::ServiceExt as _;

use crate::door::Door;

/// What is answered.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map(|value| value.to_str().unwrap()).unwrap_or_default()
    }

    /// The name of the problem, which has the status that it says.
    pub(crate) fn problem(&self) -> String {
        assert_eq!(self.header("content-type"), "application/problem+json");
        let problem = self.json();
        assert_eq!(problem["status"], self.status.as_u16());
        for field in ["title", "detail", "remedy"] {
            assert!(!problem[field].as_str().unwrap().is_empty(), "{field} of {problem}");
        }
        problem["type"].as_str().unwrap().strip_prefix("urn:quorate:problem:").unwrap().to_owned()
    }

    /// All of it that does not change from run to run.
    pub(crate) fn shown(&self) -> String {
        format!("{}\n{}\n\n{}", self.status, self.header("content-type"), String::from_utf8_lossy(&self.body))
    }
}

pub(crate) async fn send(door: &Arc<Door>, request: Request<Body>) -> Answer {
    let routes = quorate_web::router(Arc::<Door>::clone(door)).unwrap();
    let (head, body) = routes.oneshot(request).await.unwrap().into_parts();
    assert!(head.headers.contains_key("content-security-policy"));
    let body = body.collect().await.unwrap().to_bytes().to_vec();
    Answer { status: head.status, headers: head.headers, body }
}

pub(crate) async fn get(door: &Arc<Door>, path: &str) -> Answer {
    send(door, Request::get(path).body(Body::empty()).unwrap()).await
}

/// The name of the problem that is answered.
pub(crate) async fn problem(door: &Arc<Door>, path: &str) -> String {
    get(door, path).await.problem()
}
