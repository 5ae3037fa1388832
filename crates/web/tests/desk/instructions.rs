//! Instructions from the capital: the delegation's own, with their history, beside the draft; and nobody else's.

use axum::http::StatusCode;
use quorate_web::Drawer;

use super::asked::{PAGES, get, post};
use super::door::{Desk, HELD, SECOND};
use super::drafts::drafted;
use super::sessions::sign_in;

const DECISION: &str = "/en/decisions/1";
const WRITE: &str = "/en/decisions/1/instruction";

#[test]
fn an_instruction_is_kept_with_its_history_and_shown_beside_the_draft() {
    let desk = Desk::open();
    let pages = desk.pages(true);
    let cookie = sign_in(&desk, &pages, HELD);
    let write = |vote: &str, text: &str| {
        let token = get(&pages, DECISION, Some(&cookie)).hidden("token");
        post(&pages, WRITE, (Some(&cookie), PAGES), &format!("token={token}&vote={vote}&text={text}"))
    };
    assert_eq!(write("against", "not+now").location, "/en/decisions/1#instructions");
    let at = drafted(&pages, &cookie);
    assert!(get(&pages, &at, Some(&cookie)).body.contains("This vote is as the capital instructs."));
    assert_eq!(write("in-favour", "%3Cb%3Enow").status, StatusCode::SEE_OTHER);
    let draft = get(&pages, &at, Some(&cookie)).body;
    assert!(
        draft.contains(
            "This vote is not as instructed. The draft: vote against. The capital: vote in favour."
        )
    );
    // The second person sees it too, after the pages began again.
    let pages = desk.pages(true);
    let second = sign_in(&desk, &pages, SECOND);
    let page = get(&pages, DECISION, Some(&second)).body;
    let (new, old) = (page.find("&lt;b&gt;now").unwrap(), page.find("not now").unwrap());
    assert!(new < old && page.contains("written by CAN/representative on 2026-01-01 00:00 UTC"), "{page}");
    let today = get(&pages, "/en/today", Some(&second)).body;
    assert!(today.contains("The capital instructs: <strong>vote in favour</strong>"), "{today}");
    assert!(today.contains("2026-01-04 00:00 UTC</time>, <strong>3 days and 0 hours left"), "{today}");
    let form = get(&pages, "/en/acts/decision.vote?decision=1", Some(&second)).body;
    assert!(form.contains("The capital instructs:"));
}

#[test]
fn nobody_else_sees_one_or_that_there_could_be_one() {
    let desk = Desk::open();
    let pages = desk.pages(true);
    let cookie = sign_in(&desk, &pages, HELD);
    let token = get(&pages, DECISION, Some(&cookie)).hidden("token");
    post(&pages, WRITE, (Some(&cookie), PAGES), &format!("token={token}&vote=abstain&text=secret"));
    for path in [DECISION, "/en/today", "/en/acts/decision.vote?decision=1", "/fr/decisions/1", "/en/brief"] {
        let body = get(&pages, path, None).body;
        assert!(!body.contains("secret") && !body.contains("nstruct"), "{path}: {body}");
    }
    let nowhere = get(&pages, "/en/nothing", None);
    assert_eq!(get(&pages, WRITE, None).body, nowhere.body);
    for (cookie, origin, sent) in [
        (None, PAGES, format!("token={token}&vote=against")),
        (Some(cookie.as_str()), PAGES, "token=x&vote=against".into()),
        (Some(cookie.as_str()), "http://127.0.0.1:4401", format!("token={token}&vote=against")),
    ] {
        let answer = post(&pages, WRITE, (cookie, origin), &sent);
        assert_eq!((answer.status, answer.body), (StatusCode::NOT_FOUND, nowhere.body.clone()));
    }
    let other = "/en/decisions/77/instruction";
    let answer = post(&pages, other, (Some(&cookie), PAGES), &format!("token={token}&vote=against"));
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
}

#[test]
fn instructions_have_limits_and_a_drawer_that_is_unreadable_is_left_as_it_is() {
    let desk = Desk::open();
    let pages = desk.pages(true);
    let cookie = sign_in(&desk, &pages, HELD);
    let token = get(&pages, DECISION, Some(&cookie)).hidden("token");
    let write = |vote: &str, text: &str| {
        post(&pages, WRITE, (Some(&cookie), PAGES), &format!("token={token}&vote={vote}&text={text}")).status
    };
    assert_eq!(write("", ""), StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(write("perhaps", ""), StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(write("against", &"x".repeat(4001)), StatusCode::UNPROCESSABLE_ENTITY);
    for _ in 0..50 {
        assert_eq!(write("against", &"x".repeat(4000)), StatusCode::SEE_OTHER);
    }
    assert_eq!(write("abstain", ""), StatusCode::UNPROCESSABLE_ENTITY);
    let broken = br#"{"version":1,"all":[{"decision":1}]}"#.to_vec();
    desk.drawers.lock().unwrap().insert(Drawer::Instructions, broken.clone());
    let pages = desk.pages(true);
    let cookie = sign_in(&desk, &pages, HELD);
    let page = get(&pages, DECISION, Some(&cookie));
    assert!(page.body.contains("cannot be read, and none can be written"));
    let sent = format!("token={}&vote=against", page.hidden("token"));
    assert_eq!(post(&pages, WRITE, (Some(&cookie), PAGES), &sent).status, StatusCode::INTERNAL_SERVER_ERROR);
    assert_eq!(desk.drawers.lock().unwrap().get(&Drawer::Instructions), Some(&broken));
}
