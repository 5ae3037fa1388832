//! Whoever asks for a page of compartments, let in or not: the one place that decides it.

use std::sync::Arc;

use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::{IntoResponse as _, Redirect, Response};
use quorate_records::words::Language;
use tokio::task::spawn_blocking;

use super::door::Stop;
use super::{Agent, Compartments, Rooms};
use crate::error;
use crate::visit;

/// Somebody at the door: the language is one of the pages', and forms come from a page of the agent's own.
pub(super) struct Outside {
    pub(super) agent: Arc<Agent>,
    pub(super) language: Language,
    pub(super) headers: HeaderMap,
    /// The gaps of the path behind the language.
    gaps: Vec<String>,
}

/// Somebody who opened the pages.
pub(super) struct Entered(Outside);

impl std::ops::Deref for Entered {
    type Target = Outside;

    fn deref(&self) -> &Outside {
        &self.0
    }
}

impl FromRequestParts<Arc<Agent>> for Outside {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, agent: &Arc<Agent>) -> Result<Outside, Response> {
        let gaps = Path::<Vec<(String, String)>>::from_request_parts(parts, agent).await;
        let gaps: Vec<(String, String)> = gaps.map(|Path(gaps)| gaps).unwrap_or_default();
        let language = gaps.first().and_then(|(_, code)| visit::language(code));
        let (Some(language), true) = (language, agent.rooms.is_some()) else {
            return Err(error::nowhere().await);
        };
        if parts.method != Method::GET && !agent.is_own_page(&parts.headers) {
            let why = "this form is not of the agent's own page";
            return Err((StatusCode::FORBIDDEN, why).into_response());
        }
        let (agent, headers) = (Arc::clone(agent), parts.headers.clone());
        Ok(Outside { agent, language, headers, gaps: gaps.into_iter().skip(1).map(|(_, gap)| gap).collect() })
    }
}

impl FromRequestParts<Arc<Agent>> for Entered {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, agent: &Arc<Agent>) -> Result<Entered, Response> {
        let outside = Outside::from_request_parts(parts, agent).await?;
        outside.entered().map_err(|outside| Redirect::to(&outside.to("")).into_response())
    }
}

impl Outside {
    /// Whoever sees a page of the agent's that is none of compartments.
    pub(super) fn at(agent: Arc<Agent>, language: Language, headers: HeaderMap) -> Outside {
        Outside { agent, language, headers, gaps: Vec::new() }
    }

    pub(super) fn is_in(&self) -> bool {
        self.agent.rooms.as_ref().is_some_and(|rooms| rooms.sessions.is_open(&self.headers))
    }

    pub(super) fn rooms(&self) -> Option<&Rooms> {
        self.agent.rooms.as_ref()
    }

    /// The address of another page of compartments.
    pub(super) fn to(&self, path: &str) -> String {
        format!("/{}/compartments{path}", self.language.code())
    }

    /// What stands in a gap of the path.
    pub(super) fn gap(&self, at: usize) -> &str {
        self.gaps.get(at).map_or("", String::as_str)
    }

    /// Lets in whoever opened the pages.
    pub(super) fn entered(self) -> Result<Entered, Box<Outside>> {
        if self.is_in() { Ok(Entered(self)) } else { Err(Box::new(self)) }
    }
}

impl Entered {
    /// Somebody who gave the passphrase just now, whose cookie goes with this answer.
    pub(super) fn now(outside: Outside) -> Entered {
        Entered(outside)
    }

    /// Asks whoever holds the agent, on a thread that may work for long.
    pub(super) async fn ask<T: Send + 'static>(
        &self,
        ask: impl FnOnce(&dyn Compartments) -> Result<T, Stop> + Send + 'static,
    ) -> Result<T, Stop> {
        let Some(rooms) = self.rooms() else { return Err(Stop::NoSuch) };
        let door = Arc::clone(&rooms.door);
        let asked = spawn_blocking(move || ask(&*door)).await;
        asked.unwrap_or_else(|_| Err(Stop::Other("the agent stopped in the middle: start it again".into())))
    }

    /// The place of the compartment in the path: its number there begins with 1, and is written in one way.
    pub(super) fn place(&self) -> Option<usize> {
        let number: usize = self.gap(0).parse().ok()?;
        number.checked_sub(1).filter(|_| number.to_string() == self.gap(0))
    }
}
