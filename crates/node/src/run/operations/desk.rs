//! What is asked of a node's operations, and what is answered.

use std::sync::Arc;
use std::sync::mpsc::{RecvTimeoutError, Sender, sync_channel};
use std::time::{Duration, Instant};

use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::header::{ALLOW, CACHE_CONTROL, CONTENT_TYPE, HeaderValue};
use hyper::{Method, Request, Response, StatusCode};
use tokio::sync::Mutex;

use super::super::pulse::{Life, Pulse};
use super::super::status::Standing;
use super::super::talk::{Reply, Request as Asked};
use super::super::worker::Event;

/// How long the worker is waited for.
pub(super) const PATIENCE: Duration = Duration::from_secs(5);
/// For how long its answer is given to others who ask: so much work, and no more, can be made for it from here.
const FRESH: Duration = Duration::from_secs(1);

const TEXT: HeaderValue = HeaderValue::from_static("text/plain; charset=utf-8");
const MEASURES: HeaderValue = HeaderValue::from_static("text/plain; version=0.0.4; charset=utf-8");

/// How the node stands, or why it does not say.
type Told = Result<Arc<Standing>, String>;
type Answer = Response<Full<Bytes>>;

/// Answers for one node.
pub(super) struct Desk {
    events: Sender<Event>,
    pulse: Pulse,
    last: Mutex<Option<(Instant, Told)>>,
}

impl Desk {
    pub(super) fn new(events: Sender<Event>, pulse: Pulse) -> Desk {
        Desk { events, pulse, last: Mutex::new(None) }
    }

    pub(super) async fn answer(&self, asked: &Request<Incoming>) -> Answer {
        if asked.method() != Method::GET {
            let mut answer = text(StatusCode::METHOD_NOT_ALLOWED, "here one can only ask: GET\n".into());
            answer.headers_mut().insert(ALLOW, HeaderValue::from_static("GET"));
            return answer;
        }
        match asked.uri().path() {
            "/healthz" => whether(self.told().await.map(|standing| at(&standing))),
            "/readyz" => whether(self.told().await.and_then(|standing| match standing.unready() {
                Some(why) => Err(why),
                None => Ok(at(&standing)),
            })),
            "/metrics" => match self.told().await {
                Ok(standing) => {
                    let mut answer = text(StatusCode::OK, standing.prometheus());
                    answer.headers_mut().insert(CONTENT_TYPE, MEASURES);
                    answer
                }
                Err(why) => whether(Err(why)),
            },
            _ => text(StatusCode::NOT_FOUND, "here are /healthz, /readyz and /metrics\n".into()),
        }
    }

    /// How the node stands now, or a moment ago.
    async fn told(&self) -> Told {
        let mut last = self.last.lock().await;
        if let Some((_, told)) = last.as_ref().filter(|(when, _)| when.elapsed() < FRESH) {
            return told.clone();
        }
        let told = self.ask().await;
        *last = Some((Instant::now(), told.clone()));
        told
    }

    async fn ask(&self) -> Told {
        let (events, pulse) = (self.events.clone(), self.pulse.clone());
        let asked = tokio::task::spawn_blocking(move || ask(&events, &pulse));
        asked.await.unwrap_or_else(|_| Err("the node is ending".into()))
    }
}

fn ask(events: &Sender<Event>, pulse: &Pulse) -> Told {
    let (reply, answer) = sync_channel(1);
    if events.send(Event::Asked { request: Asked::Standing, reply }).is_err() {
        return Err(ended(pulse));
    }
    match answer.recv_timeout(PATIENCE) {
        Ok(Reply::Standing(standing)) => Ok(Arc::from(standing)),
        Ok(_) => Err("the node answers what was not asked".into()),
        Err(RecvTimeoutError::Timeout) => Err(silent(pulse)),
        Err(RecvTimeoutError::Disconnected) => Err(ended(pulse)),
    }
}

fn silent(pulse: &Pulse) -> String {
    match pulse.life() {
        Life::At { what, long } => {
            format!(
                "the node does not answer within {} s: for {} s it has been {what}",
                PATIENCE.as_secs(),
                long.as_secs()
            )
        }
        Life::Ended(_) => ended(pulse),
    }
}

fn ended(pulse: &Pulse) -> String {
    match pulse.life() {
        Life::Ended(Some(why)) => format!("the node has stopped: {why}"),
        _ => "the node is ending".into(),
    }
}

fn at(standing: &Standing) -> String {
    format!(
        "height {}, {} of {} nodes are up, {} commands wait",
        standing.height,
        standing.up(),
        standing.nodes.len(),
        standing.waiting
    )
}

/// Yes, or no and why.
fn whether(so: Result<String, String>) -> Answer {
    match so {
        Ok(how) => text(StatusCode::OK, format!("{how}\n")),
        Err(why) => text(StatusCode::SERVICE_UNAVAILABLE, format!("{why}\n")),
    }
}

fn text(status: StatusCode, text: String) -> Answer {
    let mut answer = Response::new(Full::new(Bytes::from(text)));
    *answer.status_mut() = status;
    answer.headers_mut().insert(CONTENT_TYPE, TEXT);
    answer.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answer
}
