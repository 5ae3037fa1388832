//! What outlives the pages: drafts in their drawer, and what is said where it cannot be read or written.

use std::sync::atomic::Ordering;

use axum::http::StatusCode;
use quorate_web::Drawer;

use super::asked::{PAGES, get, post};
use super::door::{Desk, HELD, SECOND};
use super::drafts::{FORM, drafted};
use super::sessions::sign_in;

#[test]
fn a_draft_is_there_when_the_pages_begin_again() {
    let desk = Desk::open();
    let pages = desk.pages(true);
    let (cookie, second) = (sign_in(&desk, &pages, HELD), sign_in(&desk, &pages, SECOND));
    let at = drafted(&pages, &cookie);
    let token = get(&pages, &at, Some(&second)).hidden("token");
    post(&pages, &at, (Some(&second), PAGES), &format!("token={token}&do=check"));
    let before = get(&pages, &at, Some(&cookie)).hidden("unsigned");
    drop(pages);
    let pages = desk.pages(true);
    let cookie = sign_in(&desk, &pages, HELD);
    let draft = get(&pages, &at, Some(&cookie));
    assert_eq!((draft.status, draft.hidden("unsigned")), (StatusCode::OK, before));
    assert!(draft.body.contains("CAN/treasurer looked at it"));
    // What was discarded does not come back.
    let discard = format!("token={}&do=discard", draft.hidden("token"));
    post(&pages, &at, (Some(&cookie), PAGES), &discard);
    let pages = desk.pages(true);
    let cookie = sign_in(&desk, &pages, HELD);
    assert_eq!(get(&pages, &at, Some(&cookie)).status, StatusCode::NOT_FOUND);
}

#[test]
fn a_drawer_that_cannot_be_read_is_left_as_it_is_and_said_so() {
    let desk = Desk::open();
    let other = br#"{"version":2,"all":[],"more":1}"#.to_vec();
    let (no_json, no_command) = (b"x".to_vec(), br#"{"version":1,"all":[{}]}"#.to_vec());
    for bytes in [other, no_json, no_command] {
        desk.drawers.lock().unwrap().insert(Drawer::Drafts, bytes.clone());
        let pages = desk.pages(true);
        let cookie = sign_in(&desk, &pages, HELD);
        assert!(get(&pages, "/en/acts", Some(&cookie)).body.contains("cannot be read, and none can be kept"));
        assert!(get(&pages, "/fr/today", Some(&cookie)).body.contains("ne peuvent être lus"));
        // Whoever is not signed in is told nothing of it.
        assert!(!get(&pages, "/en/acts", None).body.contains("cannot be read"));
        let token = get(&pages, FORM, Some(&cookie)).hidden("token");
        let answer =
            post(&pages, FORM, (Some(&cookie), PAGES), &format!("token={token}&decision=1&vote=against"));
        assert_eq!(answer.status, StatusCode::INTERNAL_SERVER_ERROR);
        assert!(answer.body.contains("Nothing was changed"), "{}", answer.body);
        assert_eq!(desk.drawers.lock().unwrap().get(&Drawer::Drafts), Some(&bytes));
    }
}

#[test]
fn what_the_disk_does_not_take_is_not_so() {
    let desk = Desk::open();
    let pages = desk.pages(true);
    let cookie = sign_in(&desk, &pages, HELD);
    let at = drafted(&pages, &cookie);
    desk.is_full.store(true, Ordering::Relaxed);
    let discard = format!("token={}&do=discard", get(&pages, &at, Some(&cookie)).hidden("token"));
    let answer = post(&pages, &at, (Some(&cookie), PAGES), &discard);
    assert_eq!(answer.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(answer.body.contains("the disk is full"));
    assert_eq!(get(&pages, &at, Some(&cookie)).status, StatusCode::OK);
}
