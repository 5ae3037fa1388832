//! The calendar, at an address with a secret: for its holder, as long as the holder wants.

use axum::Router;
use axum::http::StatusCode;
use quorate_web::Drawer;

use super::asked::{Answer, PAGES, get, post};
use super::door::{Desk, HELD, SECOND};
use super::sessions::sign_in;

fn change(pages: &Router, cookie: &str, what: &str) -> Answer {
    let token = get(pages, "/en/today", Some(cookie)).hidden("token");
    post(pages, "/en/today/calendar", (Some(cookie), PAGES), &format!("token={token}&do={what}"))
}

/// The path of the address that a page shows.
fn shown(page: &Answer) -> String {
    let from = page.body.find("/en/today.ics?key=").unwrap();
    page.body[from..].split('<').next().unwrap().to_owned()
}

#[test]
fn whoever_reads_without_sign_in_needs_no_secret() {
    let desk = Desk::open();
    let feed = get(&desk.pages(true), "/fr/today.ics", None);
    assert_eq!(feed.status, StatusCode::OK);
    let whole = feed.body.replace("\r\n ", "");
    let lines: Vec<&str> = whole.lines().collect();
    assert_eq!((lines[0], *lines.last().unwrap()), ("BEGIN:VCALENDAR", "END:VCALENDAR"));
    assert!(lines.contains(&"DTSTART:20260104T000000Z") && lines.contains(&"DTSTAMP:20260101T000000Z"));
    let uid = lines.iter().filter(|line| line.starts_with("UID:decisions-1@")).count();
    assert_eq!(uid, 1, "{whole}");
    assert!(whole.contains("Call <1>\\; first\\, all"), "{whole}");
}

#[test]
fn an_address_is_its_holders_until_it_is_ended_or_made_anew() {
    let desk = Desk::open();
    let pages = desk.pages(false);
    let (cookie, second) = (sign_in(&desk, &pages, HELD), sign_in(&desk, &pages, SECOND));
    assert_eq!(get(&pages, "/en/today.ics", Some(&cookie)).status, StatusCode::OK);
    let status = |path: &str| get(&pages, path, None).status;
    for path in ["/en/today.ics", "/en/today.ics?key=", "/en/today.ics?key=00", "/en/today.ics?key=%ff"] {
        assert_eq!(status(path), StatusCode::NOT_FOUND, "{path}");
    }
    let first = shown(&change(&pages, &cookie, "make"));
    let others = shown(&change(&pages, &second, "make"));
    assert_eq!([&first, &others].map(|path| status(path)), [StatusCode::OK; 2]);
    // The node keeps no secret.
    let secret = first.split_once('=').unwrap().1;
    let kept = desk.drawers.lock().unwrap().get(&Drawer::Calendars).unwrap().clone();
    assert!(!String::from_utf8(kept).unwrap().contains(secret) && secret.len() == 64);
    let again = shown(&change(&pages, &cookie, "make"));
    assert_eq!(
        [&first, &again, &others].map(|path| status(path)),
        [StatusCode::NOT_FOUND, StatusCode::OK, StatusCode::OK]
    );
    // It outlives the pages, and opens nothing else.
    let begun = desk.pages(false);
    assert_eq!(get(&begun, &again, None).status, StatusCode::OK);
    let key = again.split_once('?').unwrap().1;
    assert_eq!(get(&begun, &format!("/en/today?{key}"), None).location, "/en/sign-in");
    change(&pages, &cookie, "end");
    assert_eq!([&again, &others].map(|path| status(path)), [StatusCode::NOT_FOUND, StatusCode::OK]);
    let stranger = post(&desk.pages(true), "/en/today/calendar", (None, PAGES), "do=make");
    assert_eq!(stranger.status, StatusCode::FORBIDDEN);
}

#[test]
fn an_address_reads_nothing_once_its_key_has_lost_its_post() {
    let desk = Desk::open();
    let pages = desk.pages(false);
    let cookie = sign_in(&desk, &pages, HELD);
    let own = shown(&change(&pages, &cookie, "make"));
    assert_eq!(get(&pages, &own, None).status, StatusCode::OK);
    desk.takes_away(HELD);
    assert_eq!(get(&pages, &own, None).status, StatusCode::NOT_FOUND);
    assert_eq!(get(&pages, "/en/today.ics", Some(&cookie)).status, StatusCode::NOT_FOUND);
}
