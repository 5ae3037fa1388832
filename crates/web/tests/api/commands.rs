//! Commands that are given, and asked for.

use axum::body::Body;
use axum::http::Request;

use crate::asked::{Answer, get, problem, send};
use crate::door::{Door, ID};

async fn give(kind: &str, body: impl Into<Body>) -> Answer {
    let request = Request::post("/api/v1/commands").header("content-type", kind).body(body.into()).unwrap();
    send(&Door::open(), request).await
}

#[tokio::test]
async fn a_command_that_is_taken_says_where_it_stands() {
    for kind in ["application/cose", "Application/COSE; cose-type=\"cose-sign1\""] {
        let answer = give(kind, "accepted").await;
        assert_eq!(answer.status, 201);
        assert_eq!(answer.header("location"), format!("/api/v1/commands/{ID}"));
        insta::assert_snapshot!("accepted", answer.shown());
    }
}

#[tokio::test]
async fn a_refusal_names_rule_and_article_and_where_it_stands() {
    let answer = give("application/cose", "refused").await;
    assert_eq!(answer.problem(), "refused");
    assert_eq!(answer.header("location"), format!("/api/v1/commands/{ID}"));
    insta::assert_snapshot!("refused", answer.shown());
    let standing = get(&Door::open(), answer.header("location")).await;
    insta::assert_snapshot!("standing", standing.shown());
}

#[tokio::test]
async fn what_is_not_taken_says_why() {
    let why = [
        ("signature", "not-authentic"),
        ("many", "too-many-commands"),
        ("waits", "not-ordered-yet"),
        ("away", "node-away"),
        ("failed", "failed"),
        ("", "not-a-command"),
    ];
    for (body, name) in why {
        let answer = give("application/cose", body).await;
        assert_eq!(answer.problem(), name);
        assert_eq!(answer.header("retry-after").is_empty(), !["waits", "away"].contains(&body));
    }
    assert_eq!(give("application/cose", "many").await.json()["rule"], "A5");
}

#[tokio::test]
async fn a_command_is_given_as_cose_and_within_its_limit() {
    for kind in ["application/json", "application/cose-key", "text/plain", ""] {
        assert_eq!(give(kind, "accepted").await.problem(), "media-type");
    }
    let most = give("application/cose", vec![0; 16 * 1024]).await;
    assert_eq!(most.problem(), "not-a-command");
    assert!(most.json()["detail"].as_str().unwrap().contains("16384 bytes"));
    assert_eq!(give("application/cose", vec![0; 16 * 1024 + 1]).await.problem(), "too-large");
}

#[tokio::test]
async fn a_command_that_nobody_gave_is_not_found() {
    let door = Door::open();
    for id in ["00".repeat(32), "ab".repeat(31), "AB".repeat(32), "x".into()] {
        assert_eq!(problem(&door, &format!("/api/v1/commands/{id}")).await, "not-found");
    }
}
