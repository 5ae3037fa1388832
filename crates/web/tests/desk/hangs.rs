//! A node that hangs holds up whoever asks for it, and nobody else.

use std::sync::mpsc::channel;
use std::time::Duration;

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use tokio::runtime::Builder;
use tokio::time::timeout;
use tower::ServiceExt as _;

use super::door::Desk;

/// Long enough for a page on any machine; who waits for the node waits for ever.
const PATIENCE: Duration = Duration::from_secs(60);

#[test]
fn other_pages_come_while_the_node_hangs() {
    let desk = Desk::open();
    let (goes_on, until) = channel();
    *desk.hangs.lock().unwrap() = Some(until);
    let pages = desk.pages(true);
    let ask = |path: &str| {
        let host = (header::HOST, "127.0.0.1:4400");
        let request = Request::get(path).header(host.0, host.1).body(Body::empty()).unwrap();
        pages.clone().oneshot(request)
    };
    // One thread serves.
    Builder::new_current_thread().enable_all().build().unwrap().block_on(async {
        let network = tokio::spawn(ask("/en/network"));
        tokio::task::yield_now().await;
        let front = timeout(PATIENCE, tokio::spawn(ask("/en/"))).await;
        let front = front.expect("the front page waits for no node").unwrap().unwrap();
        assert_eq!(front.status(), StatusCode::OK);
        assert!(!network.is_finished());
        goes_on.send(()).unwrap();
        assert_eq!(network.await.unwrap().unwrap().status(), StatusCode::OK);
    });
}
