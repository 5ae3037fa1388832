//! Signing in, and out.

use axum::Router;
use axum::http::StatusCode;
use base16ct::lower::{decode_vec, encode_string};
use quorate_partnership::PartnershipId;

use super::asked::{Answer, PAGES, get, post};
use super::door::{Desk, HELD, SECOND, STRANGER, post_of, public, sign};

/// The bytes of docs/pages.md, written here again.
pub(crate) fn to_sign(partnership: &PartnershipId, challenge: &str, origin: &str) -> Vec<u8> {
    let challenge = decode_vec(challenge).unwrap();
    [b"quorate/sign-in/1\0", partnership.0.as_slice(), &challenge, origin.as_bytes()].concat()
}

fn challenge(pages: &Router) -> String {
    get(pages, "/en/sign-in", None).hidden("challenge")
}

fn answer(pages: &Router, seed: u8, (challenge, signature): (&str, &[u8; 64])) -> Answer {
    let (post, key, signature) = (post_of(seed), public(seed), encode_string(signature));
    let said = format!("challenge={challenge}&post={post}&key={key}&signature={signature}");
    get(pages, &format!("/en/sign-in/answer?{said}"), None)
}

/// Signs somebody in; the cookie.
pub(crate) fn sign_in(desk: &Desk, pages: &Router, seed: u8) -> String {
    let challenge = challenge(pages);
    let signature = sign(seed, &to_sign(&desk.basis().partnership, &challenge, PAGES));
    let answer = answer(pages, seed, (&challenge, &signature));
    assert_eq!((answer.status, answer.location.as_str()), (StatusCode::SEE_OTHER, "/en/today"));
    answer.cookie.unwrap()
}

#[test]
fn whoever_has_an_accredited_key_is_signed_in_and_out() {
    let desk = Desk::open();
    let pages = desk.pages(true);
    let cookie = sign_in(&desk, &pages, HELD);
    let today = get(&pages, "/en/today", Some(&cookie));
    assert!(today.body.contains("CAN/representative"));
    // What is written for one visitor is for no other.
    for _ in 0..2 {
        assert!(!get(&pages, "/en/today", None).body.contains("CAN/representative"));
        assert!(get(&pages, "/en/today", Some(&cookie)).body.contains("CAN/representative"));
    }
    let token = today.hidden("token");
    let out = |token: &str, origin: &str| {
        post(&pages, "/en/sign-out", (Some(&cookie), origin), &format!("token={token}")).status
    };
    assert_eq!(out("guessed", PAGES), StatusCode::FORBIDDEN);
    assert_eq!(out(&token, "http://other.example"), StatusCode::FORBIDDEN);
    assert_eq!(out(&token, PAGES), StatusCode::SEE_OTHER);
    assert!(!get(&pages, "/en/today", Some(&cookie)).body.contains("CAN/representative"));
}

#[test]
fn nobody_is_signed_in_by_anything_less() {
    let desk = Desk::open();
    let pages = desk.pages(true);
    let id = desk.basis().partnership;
    let refused = |seed, challenge: &str, signature: &[u8; 64]| {
        assert_eq!(answer(&pages, seed, (challenge, signature)).status, StatusCode::FORBIDDEN);
    };
    // A key that nobody accredited, though it signs rightly.
    let one = challenge(&pages);
    refused(STRANGER, &one, &sign(STRANGER, &to_sign(&id, &one, PAGES)));
    // A challenge that was answered before, rightly or not.
    refused(HELD, &one, &sign(HELD, &to_sign(&id, &one, PAGES)));
    // Another key's signature; a signature for another address, or another partnership.
    let one = challenge(&pages);
    refused(HELD, &one, &sign(SECOND, &to_sign(&id, &one, PAGES)));
    let one = challenge(&pages);
    refused(HELD, &one, &sign(HELD, &to_sign(&id, &one, "http://127.0.0.1:4401")));
    let one = challenge(&pages);
    refused(HELD, &one, &sign(HELD, &to_sign(&PartnershipId([9; 32]), &one, PAGES)));
    // A challenge that this node never made.
    let made_up = encode_string(&[7; 32]);
    refused(HELD, &made_up, &sign(HELD, &to_sign(&id, &made_up, PAGES)));
    // What is no answer at all.
    assert_eq!(get(&pages, "/en/sign-in/answer?challenge=1", None).status, StatusCode::NOT_FOUND);
}

#[test]
fn a_session_that_somebody_chose_is_nobodys() {
    let pages = Desk::open().pages(true);
    let today = get(&pages, "/en/today", Some("quorate-session=chosen"));
    assert!(today.body.contains("/en/sign-in") && !today.body.contains("sign-out"));
}
