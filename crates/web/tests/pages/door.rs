//! A door on records alone, and visits of its pages.

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, Response};
use hyper::service::Service as _;
use hyper_util::service::TowerToHyperService;
use quorate_charter::{Charter, MemberCode};
use quorate_foresight::Assurance;
use quorate_records::Records;
use quorate_web::{Doorway, NodeSeen, router};
use tokio::sync::watch;

/// A door of one member, or of nobody.
pub(crate) struct Door {
    pub(crate) records: Arc<Records>,
    pub(crate) member: Option<MemberCode>,
    pub(crate) text: String,
    /// Whether the charter was checked already.
    pub(crate) checked: bool,
}

impl Doorway for Door {
    fn member(&self) -> Option<MemberCode> {
        self.member
    }

    fn records(&self) -> Arc<Records> {
        Arc::clone(&self.records)
    }

    fn watch(&self) -> watch::Receiver<u64> {
        watch::channel(self.records.height()).1
    }

    fn assurance(&self) -> Option<Arc<Assurance>> {
        let charter = Charter::read(&self.text).ok().filter(|_| self.checked)?;
        Some(Arc::new(Assurance::of(&charter)))
    }

    fn charter_text(&self) -> Arc<str> {
        self.text.as_str().into()
    }

    fn nodes(&self) -> Vec<NodeSeen> {
        Vec::new()
    }
}

/// The pages behind a door.
pub(crate) struct Pages {
    router: Router,
}

/// A page as it was sent.
pub(crate) struct Sent {
    pub(crate) status: u16,
    pub(crate) kind: String,
    pub(crate) text: String,
}

impl Pages {
    pub(crate) fn of(door: Door) -> Pages {
        Pages { router: router(Arc::new(door)).unwrap() }
    }

    /// What is sent for a path.
    pub(crate) fn get(&self, path: &str) -> Sent {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            let request = Request::get(path).body(Body::empty()).unwrap();
            let service = TowerToHyperService::new(self.router.clone());
            let response: Response<Body> = service.call(request).await.unwrap();
            let status = response.status().as_u16();
            let kind = response.headers().get("content-type").and_then(|kind| kind.to_str().ok());
            let kind = kind.unwrap_or_default().to_owned();
            let bytes = to_bytes(response.into_body(), 1 << 22).await.unwrap();
            Sent { status, kind, text: String::from_utf8(bytes.to_vec()).unwrap() }
        })
    }
}
