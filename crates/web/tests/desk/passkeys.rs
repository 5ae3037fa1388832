//! Passkeys at a node: registered by whoever is signed in, for that post and key, and good for signing in alone.

use std::sync::Arc;

use axum::Router;
use axum::http::{Request, StatusCode, header};
use base16ct::lower::encode_string;
use quorate_web::Drawer;

use super::asked::{Answer, ask, get};
use super::device::{Device, encoded, options};
use super::door::{Desk, HELD, SECOND, post_of, public, sign};
use super::sessions::to_sign;

const HERE: &str = "http://localhost:4400";

struct Site {
    desk: Arc<Desk>,
    pages: Router,
}

impl Site {
    fn open() -> Site {
        let desk = Desk::open();
        let pages = desk.pages_at(HERE, true);
        Site { desk, pages }
    }

    fn get(&self, path: &str, cookie: Option<&str>) -> Answer {
        let asked = Request::get(path).header(header::COOKIE, cookie.unwrap_or_default());
        ask(&self.pages, HERE, asked, "")
    }

    fn post(&self, path: &str, cookie: Option<&str>, body: &str) -> Answer {
        let asked = Request::post(path).header(header::ORIGIN, HERE);
        ask(&self.pages, HERE, asked.header(header::COOKIE, cookie.unwrap_or_default()), body)
    }

    /// Signs in by the agent.
    fn signed_in(&self, seed: u8) -> String {
        let challenge = self.get("/en/sign-in", None).hidden("challenge");
        let signature =
            encode_string(&sign(seed, &to_sign(&self.desk.basis().partnership, &challenge, HERE)));
        let (post, key) = (post_of(seed), public(seed));
        let said = format!("challenge={challenge}&post={post}&key={key}&signature={signature}");
        self.get(&format!("/en/sign-in/answer?{said}"), None).cookie.unwrap()
    }

    /// What is sent to register a passkey.
    fn registration(&self, device: &mut Device, cookie: &str) -> String {
        let page = self.get("/en/passkeys", Some(cookie));
        let answer = encoded(&device.make(HERE, &options(&page.body)));
        format!(
            "token={}&sealed={}&name=My+phone&answer={answer}",
            page.hidden("token"),
            page.hidden("sealed")
        )
    }

    fn register(&self, device: &mut Device, cookie: &str) -> Answer {
        let sent = self.registration(device, cookie);
        self.post("/en/passkeys", Some(cookie), &sent)
    }

    /// What is sent to sign in by passkey.
    fn use_of(&self, device: &mut Device) -> String {
        let page = self.get("/en/sign-in", None);
        let answer = encoded(&device.used(HERE, &options(&page.body)));
        format!("sealed={}&answer={answer}", page.hidden("sealed"))
    }

    fn sign_in(&self, device: &mut Device) -> Answer {
        let sent = self.use_of(device);
        self.post("/en/sign-in/passkey", None, &sent)
    }

    fn kept(&self) -> String {
        let drawers = self.desk.drawers.lock().unwrap();
        String::from_utf8(drawers.get(&Drawer::Passkeys).cloned().unwrap_or_default()).unwrap()
    }
}

#[test]
fn a_passkey_signs_in_until_it_is_removed() {
    let (site, mut phone) = (Site::open(), Device::new(1));
    let cookie = site.signed_in(HELD);
    assert_eq!(site.register(&mut phone, &cookie).location, "/en/passkeys");
    let page = site.get("/en/passkeys", Some(&cookie));
    assert!(page.body.contains("My phone") && page.body.contains("2026"), "{}", page.body);
    let answer = site.sign_in(&mut phone);
    assert_eq!((answer.status, answer.location.as_str()), (StatusCode::SEE_OTHER, "/en/today"));
    let by_passkey = answer.cookie.unwrap();
    assert!(site.get("/en/today", Some(&by_passkey)).body.contains("CAN/representative"));
    // A passkey stands for the key, and makes no other: whoever finds a session open leaves none of their own.
    let offered = site.get("/en/passkeys", Some(&by_passkey)).body;
    assert!(offered.contains("sign in by the key itself") && !offered.contains("name=\"sealed\""));
    let sent = format!(
        "token={}&name=Mine&sealed=00&answer=00",
        site.get("/en/passkeys", Some(&by_passkey)).hidden("token")
    );
    let refused = site.post("/en/passkeys", Some(&by_passkey), &sent);
    assert!(refused.status == StatusCode::FORBIDDEN && refused.body.contains("sign in by the key itself"));
    // It is what is kept that counts: another process with the same drawer takes it.
    let again = Site { pages: site.desk.pages_at(HERE, true), desk: Arc::clone(&site.desk) };
    assert_eq!(again.sign_in(&mut phone).status, StatusCode::SEE_OTHER);
    let sent = format!("token={}&id={}", page.hidden("token"), phone.id());
    // Another key's session removes nothing of this one.
    let other = site.signed_in(SECOND);
    let theirs =
        format!("token={}&id={}", site.get("/en/passkeys", Some(&other)).hidden("token"), phone.id());
    site.post("/en/passkeys/remove", Some(&other), &theirs);
    assert_eq!(site.sign_in(&mut phone).status, StatusCode::SEE_OTHER);
    assert!(site.get("/en/today", Some(&by_passkey)).body.contains("CAN/representative"));
    assert_eq!(site.post("/en/passkeys/remove", Some(&cookie), &sent).status, StatusCode::SEE_OTHER);
    assert_eq!(site.sign_in(&mut phone).status, StatusCode::FORBIDDEN);
    // Whoever had the device is out, and whoever removed it is not.
    assert!(!site.get("/en/today", Some(&by_passkey)).body.contains("CAN/representative"));
    assert!(site.get("/en/today", Some(&cookie)).body.contains("CAN/representative"));
}

#[test]
fn only_who_is_signed_in_registers_and_only_for_themselves() {
    let (site, mut phone) = (Site::open(), Device::new(1));
    let (own, other) = (site.signed_in(HELD), site.signed_in(SECOND));
    assert_eq!(site.get("/en/passkeys", None).location, "/en/sign-in");
    let sent = site.registration(&mut phone, &own);
    assert_eq!(site.post("/en/passkeys", None, &sent).status, StatusCode::FORBIDDEN);
    assert_eq!(site.post("/en/passkeys", Some(&other), &sent).status, StatusCode::FORBIDDEN);
    // What was asked for one key does not register for another, with that one's own token either; nor for another session.
    for cookie in [other, site.signed_in(HELD)] {
        let token = site.get("/en/passkeys", Some(&cookie)).hidden("token");
        let (_, rest) = sent.split_once('&').unwrap();
        let turned = site.post("/en/passkeys", Some(&cookie), &format!("token={token}&{rest}"));
        assert_eq!(turned.status, StatusCode::FORBIDDEN);
        assert!(turned.body.contains("It was not registered"), "{}", turned.body);
    }
    assert_eq!(site.kept(), "");
    // Nothing above used it up; once it is answered it is.
    assert_eq!(site.post("/en/passkeys", Some(&own), &sent).status, StatusCode::SEE_OTHER);
    assert_eq!(site.post("/en/passkeys", Some(&own), &sent).status, StatusCode::FORBIDDEN);
    // Without verification of the person, or without a name, none is.
    let mut unsure = Device::new(2);
    unsure.verifies = false;
    assert_eq!(site.register(&mut unsure, &own).status, StatusCode::FORBIDDEN);
    let unnamed = site.registration(&mut Device::new(3), &own).replace("My+phone", "%0A");
    assert_eq!(site.post("/en/passkeys", Some(&own), &unnamed).status, StatusCode::FORBIDDEN);
}

#[test]
fn what_was_answered_once_is_not_answered_again() {
    let (site, mut phone) = (Site::open(), Device::new(1));
    site.register(&mut phone, &site.signed_in(HELD));
    let sent = site.use_of(&mut phone);
    // Sent by another site's page, to another process, or with another answer's challenge.
    let asked = Request::post("/en/sign-in/passkey").header(header::ORIGIN, "http://localhost:4401");
    assert_eq!(ask(&site.pages, HERE, asked, &sent).status, StatusCode::FORBIDDEN);
    let elsewhere = site.desk.pages_at(HERE, true);
    let asked = Request::post("/en/sign-in/passkey").header(header::ORIGIN, HERE);
    assert_eq!(ask(&elsewhere, HERE, asked, &sent).status, StatusCode::FORBIDDEN);
    let other = site.get("/en/sign-in", None).hidden("sealed");
    let mixed = format!("sealed={other}&{}", sent.split_once('&').unwrap().1);
    assert_eq!(site.post("/en/sign-in/passkey", None, &mixed).status, StatusCode::FORBIDDEN);
    assert_eq!(site.post("/en/sign-in/passkey", None, &sent).status, StatusCode::SEE_OTHER);
    assert_eq!(site.post("/en/sign-in/passkey", None, &sent).status, StatusCode::FORBIDDEN);
    // A page at another address relays nothing: the device signs where it was asked.
    let page = site.get("/en/sign-in", None);
    let relayed = encoded(&phone.used("http://localhost:9999", &options(&page.body)));
    let relayed = format!("sealed={}&answer={relayed}", page.hidden("sealed"));
    assert_eq!(site.post("/en/sign-in/passkey", None, &relayed).status, StatusCode::FORBIDDEN);
    for nonsense in ["", "sealed=00&answer={}", "sealed=xx&answer=xx"] {
        assert_eq!(site.post("/en/sign-in/passkey", None, nonsense).status, StatusCode::FORBIDDEN);
    }
}

#[test]
fn nobody_is_signed_in_without_verification_by_a_copy_or_for_a_key_that_lost_its_post() {
    let (site, mut phone) = (Site::open(), Device::new(1));
    phone.uses = 5;
    site.register(&mut phone, &site.signed_in(HELD));
    phone.uses = 6;
    phone.verifies = false;
    assert_eq!(site.sign_in(&mut phone).status, StatusCode::FORBIDDEN);
    phone.verifies = true;
    assert_eq!(site.sign_in(&mut phone).status, StatusCode::SEE_OTHER);
    // A copy of the device counts from where it was copied.
    assert_eq!(site.sign_in(&mut phone).status, StatusCode::FORBIDDEN);
    phone.uses = 7;
    assert_eq!(site.sign_in(&mut phone).status, StatusCode::SEE_OTHER);
    // A device that was never registered; one that pretends to be the registered one.
    assert_eq!(site.sign_in(&mut Device::new(2)).status, StatusCode::FORBIDDEN);
    site.desk.takes_away(HELD);
    phone.uses = 8;
    let refused = site.sign_in(&mut phone);
    assert!(refused.status == StatusCode::FORBIDDEN && refused.cookie.is_none());
    assert!(refused.body.contains("does not hold the post now"), "{}", refused.body);
}

#[test]
fn there_are_eight_passkeys_of_a_key_at_the_most_and_each_once() {
    let (site, cookie) = {
        let site = Site::open();
        let cookie = site.signed_in(HELD);
        (site, cookie)
    };
    for seed in 1..=8 {
        assert_eq!(site.register(&mut Device::new(seed), &cookie).status, StatusCode::SEE_OTHER, "{seed}");
    }
    let ninth = site.register(&mut Device::new(9), &cookie);
    assert!(ninth.status == StatusCode::FORBIDDEN && ninth.body.contains("as many passkeys"));
    let other = site.signed_in(SECOND);
    assert_eq!(site.register(&mut Device::new(9), &other).status, StatusCode::SEE_OTHER);
    assert_eq!(site.register(&mut Device::new(9), &other).status, StatusCode::FORBIDDEN);
}

#[test]
fn what_cannot_be_read_is_not_written_over() {
    let (site, cookie) = {
        let site = Site::open();
        let cookie = site.signed_in(HELD);
        (site, cookie)
    };
    let sent = site.registration(&mut Device::new(1), &cookie);
    let damaged = br#"{"version":2,"all":[]}"#;
    site.desk.drawers.lock().unwrap().insert(Drawer::Passkeys, damaged.to_vec());
    let refused = site.post("/en/passkeys", Some(&cookie), &sent);
    assert!(refused.status == StatusCode::FORBIDDEN && refused.body.contains("cannot be read"));
    assert_eq!(site.kept().as_bytes(), damaged);
}

#[test]
fn at_a_number_no_passkey_is_offered_and_at_localhost_the_number_leads_to_the_name() {
    let desk = Desk::open();
    let page = get(&desk.pages(true), "/en/sign-in", None);
    assert!(page.body.contains("No passkeys here") && !page.body.contains("data-passkey"));
    let pages = desk.pages_at(HERE, true);
    let led = get(&pages, "/en/fund?x=1", None);
    assert_eq!(
        (led.status, led.location.as_str()),
        (StatusCode::TEMPORARY_REDIRECT, "http://localhost:4400/en/fund?x=1")
    );
    assert_eq!(get(&pages, "/api/v1/plan", None).status, StatusCode::OK);
    assert_eq!(
        ask(&pages, "http://localhost:4401", Request::get("/en/"), "").status,
        StatusCode::MISDIRECTED_REQUEST
    );
}
