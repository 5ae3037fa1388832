//! From a form to the record, and each step for who may take it alone.

use axum::http::StatusCode;
use base16ct::lower::{decode_vec, encode_string};
use quorate_partnership::Signed;

use super::asked::{PAGES, get, post};
use super::door::{Desk, HELD, SECOND, sign};
use super::sessions::sign_in;

pub(crate) const FORM: &str = "/en/acts/decision.vote";

/// A draft of whoever has this cookie: where it stands.
pub(crate) fn drafted(pages: &axum::Router, cookie: &str) -> String {
    let token = get(pages, FORM, Some(cookie)).hidden("token");
    let sent = format!("token={token}&decision=1&vote=against");
    let answer = post(pages, FORM, (Some(cookie), PAGES), &sent);
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    answer.location
}

#[test]
fn what_is_prepared_is_signed_and_given() {
    let desk = Desk::open();
    let pages = desk.pages(true);
    let cookie = sign_in(&desk, &pages, HELD);
    let at = drafted(&pages, &cookie);
    let draft = get(&pages, &at, Some(&cookie));
    assert!(draft.body.contains("CAN votes against decision 1"));
    let unsigned = decode_vec(draft.hidden("unsigned")).unwrap();
    let unsigned = Signed::read(&unsigned, &desk.basis().partnership).unwrap();
    assert!(at.ends_with(&unsigned.id().to_string()) && !unsigned.is_well_signed());
    let give = |bytes: &[u8]| {
        post(
            &pages,
            "/en/signed",
            (None, "http://127.0.0.1:4500"),
            &format!("signed={}", encode_string(bytes)),
        )
    };
    // Not signed; signed with another key; no command.
    assert_eq!(give(unsigned.bytes()).status, StatusCode::FORBIDDEN);
    let other = unsigned.with_signature(&sign(SECOND, unsigned.to_be_signed()));
    assert_eq!(give(&other).status, StatusCode::FORBIDDEN);
    assert_eq!(give(b"x").status, StatusCode::BAD_REQUEST);
    assert!(desk.given.lock().unwrap().is_empty());
    let signed = unsigned.with_signature(&sign(HELD, unsigned.to_be_signed()));
    let given = give(&signed);
    assert_eq!((given.status, given.location), (StatusCode::SEE_OTHER, at.clone()));
    assert_eq!(*desk.given.lock().unwrap(), [signed]);
    assert!(get(&pages, &at, Some(&cookie)).body.contains("Recorded at height 5, position 0."));
}

#[test]
fn a_form_is_sent_from_a_page_that_was_made_for_its_sender() {
    let desk = Desk::open();
    let pages = desk.pages(true);
    let cookie = sign_in(&desk, &pages, HELD);
    let token = get(&pages, FORM, Some(&cookie)).hidden("token");
    let said = |token: &str| format!("token={token}&decision=1&vote=against");
    for (cookie, origin, sent) in [
        (None, PAGES, said(&token)),
        (Some("quorate-session=x"), PAGES, said(&token)),
        (Some(cookie.as_str()), PAGES, said("")),
        (Some(cookie.as_str()), PAGES, said("x")),
        (Some(cookie.as_str()), "http://127.0.0.1:4401", said(&token)),
        (Some(cookie.as_str()), "null", said(&token)),
    ] {
        assert_eq!(
            post(&pages, FORM, (cookie, origin), &sent).status,
            StatusCode::FORBIDDEN,
            "{origin} {sent}"
        );
    }
    // What is no vote is told beside the form, and what was said stands in it again.
    let wrong = format!("token={token}&decision=17&vote=so");
    let wrong = post(&pages, FORM, (Some(&cookie), PAGES), &wrong);
    assert_eq!(wrong.status, StatusCode::OK);
    assert!(wrong.body.contains("nobody votes so") && wrong.body.contains("value=\"17\""));
}

#[test]
fn a_draft_is_its_delegations_and_a_second_person_is_another() {
    let desk = Desk::open();
    let pages = desk.pages(true);
    let (author, second) = (sign_in(&desk, &pages, HELD), sign_in(&desk, &pages, SECOND));
    let at = drafted(&pages, &author);
    assert_eq!(get(&pages, &at, None).status, StatusCode::NOT_FOUND);
    let seen = get(&pages, &at, Some(&second));
    assert!(seen.body.contains("value=\"check\"") && !seen.body.contains("name=\"unsigned\""));
    let own = get(&pages, &at, Some(&author));
    assert!(!own.body.contains("value=\"check\""));
    let check = |cookie: &str, token: &str| {
        post(&pages, &at, (Some(cookie), PAGES), &format!("token={token}&do=check"));
        get(&pages, &at, Some(&author)).body.contains("CAN/treasurer looked at it")
    };
    assert!(!check(&author, &own.hidden("token")), "the author is no second person");
    assert!(check(&second, &seen.hidden("token")));
    let discard = format!("token={}&do=discard", own.hidden("token"));
    assert_eq!(post(&pages, &at, (Some(&author), PAGES), &discard).location, "/en/acts");
    assert_eq!(get(&pages, &at, Some(&author)).status, StatusCode::NOT_FOUND);
}
