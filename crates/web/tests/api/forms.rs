//! What holds for every answer: methods, forms, marks.

use std::sync::Arc;

use axum::body::Body;
use axum::http::{Method, Request};
use http_body_util::BodyExt as _;
use tower::ServiceExt as _;

use crate::asked::{Answer, get, send};
use crate::door::Door;

async fn asked(path: &str, headers: &[(&str, &str)]) -> Answer {
    let request =
        headers.iter().fold(Request::get(path), |request, (name, value)| request.header(*name, *value));
    send(&Door::open(), request.body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn what_is_had_already_is_not_sent_again() {
    let first = get(&Door::open(), "/api/v1/plan").await;
    let mark = first.header("etag");
    assert!(mark.len() == 34 && first.header("cache-control") == "no-cache");
    for has in [mark.to_owned(), format!("\"x\", W/{mark}"), "*".to_owned()] {
        let again = asked("/api/v1/plan", &[("if-none-match", &has)]).await;
        assert_eq!((again.status.as_u16(), again.body.len(), again.header("etag")), (304, 0, mark));
    }
    assert_eq!(asked("/api/v1/plan", &[("if-none-match", "\"x\"")]).await.status, 200);
}

#[tokio::test]
async fn the_form_that_is_asked_for_is_honoured() {
    let taken = [
        "",
        "*/*",
        "application/*",
        "application/json",
        "text/html, application/json;q=0.1",
        "Application/JSON",
    ];
    for accept in taken {
        assert_eq!(asked("/api/v1/plan", &[("accept", accept)]).await.status, 200, "{accept}");
    }
    let not =
        ["text/html", "application/json;q=0", "*/*, application/json;q=0.0", "text/event-stream", "image/*"];
    for accept in not {
        assert_eq!(
            asked("/api/v1/plan", &[("accept", accept)]).await.problem(),
            "not-acceptable",
            "{accept}"
        );
    }
    assert_eq!(asked("/api/v1/events", &[("accept", "application/json")]).await.problem(), "not-acceptable");
}

#[tokio::test]
async fn a_head_is_given_without_a_body() {
    let request = Request::head("/api/v1/plan").body(Body::empty()).unwrap();
    let answer = send(&Door::open(), request).await;
    assert_eq!((answer.status.as_u16(), answer.body.len()), (200, 0));
    assert_eq!(answer.header("etag"), get(&Door::open(), "/api/v1/plan").await.header("etag"));
}

#[tokio::test]
async fn another_method_is_a_problem_that_names_those_there_are() {
    for (method, path, allow) in [
        (Method::POST, "/api/v1/plan", "GET,HEAD"),
        (Method::DELETE, "/api/v1/registers/votes", "GET,HEAD"),
        (Method::GET, "/api/v1/commands", "POST"),
        (Method::TRACE, "/api/v1", "GET,HEAD"),
    ] {
        let request = Request::builder().method(method).uri(path).body(Body::empty()).unwrap();
        let answer = send(&Door::open(), request).await;
        assert_eq!((answer.problem().as_str(), answer.header("allow")), ("method", allow), "{path}");
    }
}

#[tokio::test]
async fn the_height_comes_as_an_event_at_once() {
    let routes = quorate_web::router(Arc::<Door>::clone(&Door::open())).unwrap();
    let request =
        Request::get("/api/v1/events").header("accept", "text/event-stream").body(Body::empty()).unwrap();
    let response = routes.oneshot(request).await.unwrap();
    assert_eq!(response.headers()["content-type"], "text/event-stream");
    let first = response.into_body().frame().await.unwrap().unwrap().into_data().unwrap();
    assert_eq!(first, "event: height\nid: 19\ndata: {\"height\":19}\n\n");
}
