//! What is not there is answered as nothing else is: by the same page, whoever asks for whatever.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use quorate_partnership::Nature;

use crate::door::Still;
use crate::headers;
use crate::site::Site;
use crate::small::{TREATY, small};

const NOWHERE: [&str; 26] = [
    "/de/",
    "/de",
    "/de/today",
    "/EN/today",
    "/en/nothing",
    "/en/decisions/",
    "/en/decisions/0",
    "/en/decisions/99999",
    "/en/decisions/99999999999999999999",
    "/en/decisions/-1",
    "/en/decisions/1/2",
    "/en/decisions/%ff",
    "/en/decisions/%00",
    "/en/cases/0",
    "/en/cases/one",
    "/en/consultations/77",
    "/en/members/ZZZ",
    "/en/members/can",
    "/en/members/%3Cscript%3E",
    "/en/record/nothing",
    "/en/record/votes.exe",
    "/en/record/..%2f..%2fetc%2fpasswd",
    "/en/public/credentials",
    "/fr/public/nothing.csv",
    "/assets/nothing.css",
    "/assets/..%2fapp.rs",
];

/// Questions that nobody would ask by a link.
const ODD: [&str; 9] = [
    "/en/decisions?from=ten",
    "/en/decisions?from=18446744073709551615",
    "/en/decisions/1?CAN=perhaps&ZZZ=for&CAN=against",
    "/en/record/votes?q=%ff",
    "/en/record/votes?q=%22%3E%3Cscript%3E",
    "/en/record/votes?from=&q=",
    "/en/?charter=nothing",
    "/en/?charter=%00",
    "/en/decisions?from=1&from=2",
];

fn site() -> Site {
    Site::of(Still::of(small(Nature::Rehearsal { rate: 0 }), TREATY, false))
}

#[test]
fn what_is_not_there_is_told_alike() {
    let site = site();
    let first = site.ask(NOWHERE[0]);
    for path in NOWHERE {
        let answer = site.ask(path);
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(answer.body, first.body, "{path}");
        assert_eq!(answer.headers, first.headers, "{path}");
        headers::are_sent(path, &answer);
    }
}

#[test]
fn odd_questions_are_answered_by_a_page() {
    let site = site();
    for path in ODD {
        let answer = site.ask(path);
        let known = [StatusCode::OK, StatusCode::NOT_FOUND].contains(&answer.status);
        assert!(known && answer.is_page(), "{path} is answered {}: {}", answer.status, answer.body);
        assert!(!answer.body.contains("<script>"), "{path} puts what was asked into the page");
        headers::are_sent(path, &answer);
    }
}

#[test]
fn pages_take_no_commands() {
    let site = site();
    for method in [Method::POST, Method::PUT, Method::DELETE] {
        let request = Request::builder().method(method).uri("/en/decisions").body(Body::empty()).unwrap();
        let answer = site.put(request);
        assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED);
        headers::are_sent("/en/decisions", &answer);
    }
}
