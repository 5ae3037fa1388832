//! Tokens of other systems: what they read, what they do not, and how they end.

use axum::Router;
use axum::http::{Request, StatusCode, header};
use quorate_web::Drawer;

use super::asked::{Answer, PAGES, ask, get, post};
use super::door::{Desk, HELD, SECOND};
use super::sessions::sign_in;

const DAY: u64 = 24 * 60 * 60 * 1000;

/// Sends a form of the page of tokens, as whoever has this cookie.
fn send(pages: &Router, cookie: &str, said: &str) -> Answer {
    let token = get(pages, "/en/systems", Some(cookie)).hidden("token");
    post(pages, "/en/systems", (Some(cookie), PAGES), &format!("token={token}&{said}"))
}

/// A new token of this many days.
pub(crate) fn made(pages: &Router, cookie: &str, days: u64) -> String {
    let shown = send(pages, cookie, &format!("do=make&name=Treasury&days={days}"));
    let begins = shown.body.find("quorate_").unwrap();
    shown.body[begins..].chars().take_while(|one| one.is_ascii_alphanumeric() || *one == '_').collect()
}

fn reads(pages: &Router, path: &str, token: &str) -> StatusCode {
    let asked = Request::get(path).header(header::AUTHORIZATION, format!("Bearer {token}"));
    ask(pages, PAGES, asked, "").status
}

fn may(pages: &Router, token: &str) -> bool {
    match reads(pages, "/api/v1/registers/votes", token) {
        StatusCode::OK => true,
        status => {
            assert_eq!(status, StatusCode::UNAUTHORIZED);
            false
        }
    }
}

#[test]
fn a_token_reads_the_interface_and_no_page() {
    let desk = Desk::open();
    let pages = desk.pages(false);
    let cookie = sign_in(&desk, &pages, HELD);
    let token = made(&pages, &cookie, 1);
    assert!(may(&pages, &token));
    // What is answered to a form stands until it was read: the page does not ask for itself again when a block comes.
    let (answered, read) =
        (send(&pages, &cookie, "do=end&id=0").body, get(&pages, "/en/systems", Some(&cookie)).body);
    assert!(!answered.contains("data-height") && read.contains("data-height"));
    for guessed in ["", "quorate_", &token[..token.len() - 1], &token.to_uppercase(), &format!("{token}0")] {
        assert!(!may(&pages, guessed), "{guessed}");
    }
    for path in ["/en/", "/en/systems", "/en/acts", "/live"] {
        assert_eq!(reads(&pages, path, &token), StatusCode::SEE_OTHER, "{path}");
    }
    // It is kept as a hash, and shown once.
    let kept = String::from_utf8(desk.drawers.lock().unwrap()[&Drawer::Tokens].clone()).unwrap();
    let after = get(&pages, "/en/systems", Some(&cookie)).body;
    assert!(kept.contains("Treasury") && after.contains("Treasury"));
    assert!(!kept.contains(&token[8..]) && !after.contains(&token[8..]));
}

#[test]
fn a_token_ends_with_its_time_its_post_and_by_its_members_people() {
    let desk = Desk::open();
    let pages = desk.pages(false);
    let cookie = sign_in(&desk, &pages, HELD);
    let token = made(&pages, &cookie, 1);
    let began = *desk.clock.lock().unwrap();
    *desk.clock.lock().unwrap() = began + DAY - 1;
    assert!(may(&pages, &token));
    *desk.clock.lock().unwrap() = began + DAY;
    assert!(!may(&pages, &token));
    *desk.clock.lock().unwrap() = began;
    // A restart changes nothing.
    assert!(may(&desk.pages(false), &token));
    desk.lost.lock().unwrap().push(HELD);
    desk.goes_on();
    assert!(!may(&pages, &token));
    desk.lost.lock().unwrap().clear();
    desk.goes_on();
    assert!(may(&pages, &token));
    // Whoever else acts for the member ends it.
    let second = sign_in(&desk, &pages, SECOND);
    let id = get(&pages, "/en/systems", Some(&second)).hidden("id");
    assert!(send(&pages, &second, "do=end&id=000000000000").body.contains("Treasury"));
    assert!(may(&pages, &token));
    assert!(!send(&pages, &second, &format!("do=end&id={id}")).body.contains("Treasury"));
    assert!(!may(&pages, &token) && !may(&desk.pages(false), &token));
}

#[test]
fn nobody_makes_a_token_who_is_not_signed_in_and_none_is_without_bounds() {
    let desk = Desk::open();
    let pages = desk.pages(true);
    let stranger = post(&pages, "/en/systems", (None, PAGES), "do=make&name=Mine&days=1");
    assert_eq!(stranger.status, StatusCode::FORBIDDEN);
    let cookie = sign_in(&desk, &pages, HELD);
    let elsewhere = get(&pages, "/en/systems", Some(&cookie)).hidden("token");
    let body = format!("token={elsewhere}&do=make&name=Mine&days=1");
    let elsewhere = post(&pages, "/en/systems", (Some(&cookie), "http://other.example"), &body);
    assert_eq!(elsewhere.status, StatusCode::FORBIDDEN);
    let long = "n".repeat(61);
    let wrong =
        ["name=&days=1", &format!("name={long}&days=1"), "name=a&days=0", "name=a&days=367", "name=a&days=x"];
    for said in wrong {
        let answer = send(&pages, &cookie, &format!("do=make&{said}")).body;
        assert!(answer.contains("answer fails") && !answer.contains("quorate_"), "{said}");
    }
    for _ in 0..100 {
        made(&pages, &cookie, 366);
    }
    let one_more = send(&pages, &cookie, "do=make&name=a&days=1").body;
    assert!(one_more.contains("as many tokens as a node keeps"), "{one_more}");
}

#[test]
fn what_was_kept_and_cannot_be_read_is_not_written_over() {
    let desk = Desk::open();
    desk.drawers.lock().unwrap().insert(Drawer::Tokens, b"[{]".to_vec());
    let pages = desk.pages(true);
    let cookie = sign_in(&desk, &pages, HELD);
    let answer = send(&pages, &cookie, "do=make&name=a&days=1").body;
    assert!(answer.contains("could not keep it") && answer.contains("cannot be read"), "{answer}");
    assert_eq!(desk.drawers.lock().unwrap()[&Drawer::Tokens], b"[{]");
}
