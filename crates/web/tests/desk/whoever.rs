//! Who may read, and under which name.

use axum::http::{Request, StatusCode};

use quorate_web::Peer;

use super::asked::{PAGES, ask, get};
use super::door::{Desk, HELD};
use super::sessions::sign_in;

#[test]
fn where_others_reach_only_who_is_signed_in_reads_and_anybody_what_is_public() {
    let desk = Desk::open();
    let pages = desk.pages(false);
    for path in ["/en/", "/en/decisions", "/fr/fund", "/live", "/en/nothing", "/en/publicity", "/ensign-in"] {
        let answer = get(&pages, path, None);
        let to = if path.starts_with("/fr") { "/fr/sign-in" } else { "/en/sign-in" };
        assert_eq!((answer.status, answer.location.as_str()), (StatusCode::SEE_OTHER, to), "{path}");
    }
    for path in ["/api/v1/registers/votes", "/api/v1/publicity", "/api/v1/events", "/api/v1"] {
        let answer = get(&pages, path, None);
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{path}");
        assert!(answer.body.contains("urn:quorate:problem:not-signed-in"), "{}", answer.body);
    }
    for path in ["/en/sign-in", "/en/public", "/fr/public/texts", "/api/v1/public/texts"] {
        assert_eq!(get(&pages, path, None).status, StatusCode::OK, "{path}");
    }
    let cookie = sign_in(&desk, &pages, HELD);
    assert_eq!(get(&pages, "/en/decisions", Some(&cookie)).status, StatusCode::OK);
}

#[test]
fn who_asks_without_end_is_told_to_wait_and_nobody_else_is() {
    let pages = Desk::open().pages_of(2);
    let from = |address: &str, path: &str| {
        let peer = Peer(address.parse().unwrap());
        ask(&pages, PAGES, Request::get(path).extension(peer), "")
    };
    assert!((0..20).all(|_| from("192.0.2.1", "/en/").status == StatusCode::OK));
    assert_eq!(from("192.0.2.1", "/en/").status, StatusCode::TOO_MANY_REQUESTS);
    let problem = from("192.0.2.1", "/api/v1/plan");
    assert_eq!(problem.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(problem.body.contains("urn:quorate:problem:too-many-questions"), "{}", problem.body);
    // What a page brings with it is not counted, and others are not held up.
    assert_eq!(from("192.0.2.1", "/assets/style.css").status, StatusCode::OK);
    assert_eq!(from("192.0.2.2", "/en/").status, StatusCode::OK);
}

#[test]
fn a_name_that_somebody_pointed_at_the_address_gets_nothing() {
    let pages = Desk::open().pages(true);
    for at in ["http://other.example", "http://127.0.0.1:4401", "http://127.0.0.1"] {
        let answer = ask(&pages, at, Request::get("/en/"), "");
        assert_eq!(answer.status, StatusCode::MISDIRECTED_REQUEST, "{at}");
        let answer = ask(&pages, at, Request::get("/api/v1/plan"), "");
        assert_eq!(answer.status, StatusCode::MISDIRECTED_REQUEST, "{at}");
        assert!(answer.body.contains("urn:quorate:problem:not-here"), "{}", answer.body);
    }
}
