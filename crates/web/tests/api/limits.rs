//! The borders of what can be asked.

use crate::asked::{get, problem};
use crate::door::Door;

#[tokio::test]
async fn rows_are_asked_for_within_limits() {
    let door = Door::open();
    for path in ["limit=1", "limit=1000", &format!("q={}", "%C3%A9".repeat(200)), "q=", "as-of=19"] {
        let answer = get(&door, &format!("/api/v1/registers/votes?{path}")).await;
        assert_eq!(answer.status, 200, "{path}: {}", answer.shown());
    }
    let long = format!("q={}", "%C3%A9".repeat(201));
    let not = [
        "limit=0",
        "limit=1001",
        "limit=-1",
        "limit=x",
        "limit=",
        &long,
        "as-of=-1",
        "as-of=x",
        "limit=1&limit=2",
    ];
    for path in not {
        assert_eq!(problem(&door, &format!("/api/v1/registers/votes?{path}")).await, "query", "{path}");
    }
    let votes = get(&door, "/api/v1/registers/votes?limit=1").await.json();
    let elsewhere = format!("cursor={}", votes["next"].as_str().unwrap());
    for path in ["cursor=", "cursor=00", "cursor=xyz", &format!("cursor={}", "00".repeat(101)), &elsewhere] {
        assert_eq!(problem(&door, &format!("/api/v1/registers/cases?{path}")).await, "cursor", "{path}");
    }
}

#[tokio::test]
async fn members_are_said_to_vote_otherwise_within_limits() {
    let door = Door::open();
    let many = ["otherwise=DEU:for"; 65].join("&");
    let not = ["DEU:yes", "DEU", ":for", "deu:for", "DEU:for&otherwise=DEU:against"]
        .map(|one| format!("otherwise={one}"));
    for path in not.iter().map(String::as_str).chain([many.as_str(), "limit=1"]) {
        assert_eq!(problem(&door, &format!("/api/v1/decisions/1?{path}")).await, "query", "{path}");
    }
    assert_eq!(problem(&door, "/api/v1/decisions/1?otherwise=USA:for").await, "not-found");
    for number in ["0", "2", "4294967296", "-1", "x", "1.0"] {
        assert_eq!(problem(&door, &format!("/api/v1/decisions/{number}")).await, "not-found", "{number}");
    }
}

#[tokio::test]
async fn members_are_assumed_to_default_within_limits() {
    let door = Door::open();
    for path in ["default=x", "default=", "days=3"] {
        assert_eq!(problem(&door, &format!("/api/v1/liquidity?{path}")).await, "query", "{path}");
    }
    assert_eq!(problem(&door, "/api/v1/liquidity?default=USA").await, "not-found");
    let many = ["default=DEU"; 65].join("&");
    assert_eq!(problem(&door, &format!("/api/v1/liquidity?{many}")).await, "query");
}

#[tokio::test]
async fn nothing_is_asked_where_nothing_can_be() {
    let door = Door::open();
    for path in [
        "",
        "/openapi.json",
        "/partnership",
        "/charter",
        "/nodes",
        "/registers",
        "/public",
        "/plan",
        "/events",
    ] {
        assert_eq!(problem(&door, &format!("/api/v1{path}?x=1")).await, "query", "{path}");
    }
}

#[tokio::test]
async fn what_is_not_public_is_not_found_among_what_is() {
    let door = Door::open();
    for path in
        ["/api/v1/public/votes", "/api/v1/public/x", "/api/v1/registers/x", "/api/v1/registers/", "/api/v1/x"]
    {
        assert_eq!(problem(&door, path).await, "not-found", "{path}");
    }
    for path in ["/api", "/api/", "/api/v2", "/api/v1/"] {
        assert_eq!(problem(&door, path).await, "not-found", "{path}");
    }
}
