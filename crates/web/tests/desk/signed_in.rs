//! Who is signed in, for how long, and who ends it.

use axum::Router;
use axum::http::StatusCode;

use super::asked::{Answer, PAGES, get, post};
use super::door::{Desk, HELD, SECOND};
use super::sessions::sign_in;

const AT: &str = "/en/representatives/sessions";

fn is_in(pages: &Router, cookie: &str) -> bool {
    get(pages, "/en/today", Some(cookie)).body.contains("/en/sign-out")
}

fn end(pages: &Router, cookie: &str, which: &str) -> Answer {
    let token = get(pages, AT, Some(cookie)).hidden("token");
    post(pages, AT, (Some(cookie), PAGES), &format!("token={token}&end={which}"))
}

/// The names of the sessions that somebody sees, and whether each is its own.
fn names(pages: &Router, cookie: &str) -> Vec<(String, bool)> {
    let body = get(pages, AT, Some(cookie)).body;
    let rows = body.split("<tr>").skip(2);
    let name =
        |row: &str| row.split("name=\"end\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    rows.map(|row| (name(row), row.contains("(this one)"))).collect()
}

#[test]
fn a_session_outlives_the_pages_and_ends_for_good() {
    let desk = Desk::open();
    let cookie = sign_in(&desk, &desk.pages(true), HELD);
    assert!(cookie.starts_with("quorate-session-4400="), "{cookie}");
    let again = desk.pages(true);
    assert!(is_in(&again, &cookie));
    let token = get(&again, AT, Some(&cookie)).hidden("token");
    let out = post(&again, "/en/sign-out", (Some(&cookie), PAGES), &format!("token={token}"));
    assert_eq!(out.status, StatusCode::SEE_OTHER);
    assert!(!is_in(&again, &cookie) && !is_in(&desk.pages(true), &cookie));
}

#[test]
fn a_session_ends_with_the_block_that_takes_its_key_away_and_no_other_ends() {
    let desk = Desk::open();
    for open in [true, false] {
        desk.lost.lock().unwrap().clear();
        let pages = desk.pages(open);
        let (held, second) = (sign_in(&desk, &pages, HELD), sign_in(&desk, &pages, SECOND));
        assert!(is_in(&pages, &held) && is_in(&pages, &second));
        desk.takes_away(HELD);
        assert!(!is_in(&pages, &held) && is_in(&pages, &second));
        let read = get(&pages, "/en/decisions", Some(&held)).status;
        assert_eq!(read, if open { StatusCode::OK } else { StatusCode::SEE_OTHER });
        // It is over, and does not come back with the key.
        desk.lost.lock().unwrap().clear();
        assert!(!is_in(&pages, &held) && !is_in(&desk.pages(open), &held));
    }
}

#[test]
fn the_delegation_sees_its_sessions_and_anybody_of_it_ends_any() {
    let desk = Desk::open();
    let pages = desk.pages(true);
    let cookies = [HELD, HELD, HELD, SECOND].map(|seed| sign_in(&desk, &pages, seed));
    let seen = names(&pages, &cookies[3]);
    assert_eq!(seen.len(), 4);
    assert_eq!(seen.iter().filter(|(_, own)| *own).count(), 1);
    // Nobody who is not signed in sees one, and no name of a session signs in.
    assert!(!get(&pages, AT, None).body.contains("name=\"end\""));
    for (name, _) in &seen {
        assert!(!is_in(&pages, &format!("quorate-session-4400={name}")));
    }
    // The others of one's own key, and nobody else's.
    assert_eq!(end(&pages, &cookies[0], "others").location, AT);
    assert_eq!(cookies.each_ref().map(|cookie| is_in(&pages, cookie)), [true, false, false, true]);
    // A colleague's.
    let (colleague, _) = names(&pages, &cookies[3]).into_iter().find(|(_, own)| !own).unwrap();
    assert_eq!(end(&pages, &cookies[3], &colleague).location, AT);
    assert_eq!(cookies.each_ref().map(|cookie| is_in(&pages, cookie)), [false, false, false, true]);
    // One's own leads out.
    let (own, _) = names(&pages, &cookies[3]).pop().unwrap();
    assert_eq!(end(&pages, &cookies[3], "no-such-session").location, AT);
    assert_eq!(end(&pages, &cookies[3], &own).location, "/en/sign-in");
    assert!(!is_in(&pages, &cookies[3]));
}

#[test]
fn nobody_ends_a_session_by_a_form_of_another_page() {
    let desk = Desk::open();
    let pages = desk.pages(true);
    let cookie = sign_in(&desk, &pages, HELD);
    let token = get(&pages, AT, Some(&cookie)).hidden("token");
    let (name, _) = names(&pages, &cookie).pop().unwrap();
    for (cookie, origin, token) in [
        (None, PAGES, token.as_str()),
        (Some(cookie.as_str()), PAGES, "guessed"),
        (Some(cookie.as_str()), "http://127.0.0.1:4401", token.as_str()),
    ] {
        let sent = format!("token={token}&end={name}");
        assert_eq!(post(&pages, AT, (cookie, origin), &sent).status, StatusCode::FORBIDDEN, "{origin}");
    }
    assert!(is_in(&pages, &cookie));
}

#[test]
fn a_disk_that_is_full_is_told_to_whoever_ends_a_session() {
    let desk = Desk::open();
    let pages = desk.pages(true);
    let cookie = sign_in(&desk, &pages, HELD);
    let (name, _) = names(&pages, &cookie).pop().unwrap();
    desk.is_full();
    let ended = end(&pages, &cookie, &name);
    assert_eq!(ended.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(
        ended.body.contains("It has ended.") && ended.body.contains("the disk is full"),
        "{}",
        ended.body
    );
    assert!(!is_in(&pages, &cookie));
}
