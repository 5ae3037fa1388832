//! The agent: it signs what its holder saw and said yes to, for the page that asked, and nothing else.

use std::sync::Arc;

use axum::Router;
use axum::http::{Request, StatusCode, header};
use base16ct::lower::{decode_vec, encode_string};
use quorate_partnership::{Signed, decisions};
use quorate_web::agent::{Held, Signatory};
use quorate_web::{Author, Doorway as _};

use super::asked::{AGENT, Answer, PAGES, ask};
use super::door::{Desk, HELD, post_of, public, sign};
use super::sessions::to_sign;

/// One key, opened by one passphrase.
pub(crate) struct Keys(pub(crate) Held);

impl Signatory for Keys {
    fn held(&self) -> Vec<Held> {
        vec![self.0.clone()]
    }

    fn sign(&self, _: &Held, bytes: &[u8], passphrase: Option<&str>) -> Result<[u8; 64], String> {
        if passphrase == Some("right") { Ok(sign(HELD, bytes)) } else { Err("it does not open it".into()) }
    }

    fn is_exercise(&self) -> bool {
        false
    }
}

fn agent(desk: &Desk) -> Router {
    let partnership = desk.basis().partnership;
    let (post, key) = (post_of(HELD), public(HELD));
    let held = Held { partnership, title: "A partnership".into(), post, key, encrypted: true };
    quorate_web::agent::router(Arc::new(Keys(held)), AGENT.into()).unwrap()
}

fn post(agent: &Router, path: &str, origin: Option<&str>, body: &str) -> Answer {
    let asked = Request::post(path);
    let asked = match origin {
        Some(origin) => asked.header(header::ORIGIN, origin),
        None => asked,
    };
    ask(agent, AGENT, asked, body)
}

fn challenge(desk: &Desk) -> String {
    let challenge = encode_string(&[3; 32]);
    format!("partnership={}&challenge={challenge}&return=/en/sign-in/answer", desk.basis().partnership)
}

fn yes(asked: &Answer, passphrase: &str) -> String {
    format!("asked={}&key={}&passphrase={passphrase}", asked.hidden("asked"), public(HELD))
}

#[test]
fn a_challenge_is_signed_for_the_page_that_asks_after_a_yes() {
    let desk = Desk::open();
    let agent = agent(&desk);
    let asked = post(&agent, "/sign-in", Some(PAGES), &challenge(&desk));
    assert!(asked.status == StatusCode::OK && asked.body.contains(PAGES));
    // The yes is of the agent's own page, with the passphrase, once.
    let from_page = post(&agent, "/confirm", Some(PAGES), &yes(&asked, "right"));
    assert_eq!(from_page.status, StatusCode::FORBIDDEN);
    let wrong = post(&agent, "/confirm", Some(AGENT), &yes(&asked, "wrong"));
    assert!(wrong.status == StatusCode::OK && wrong.body.contains("was not signed"));
    let answer = post(&agent, "/confirm", Some(AGENT), &yes(&asked, "right"));
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    let signed = to_sign(&desk.basis().partnership, &encode_string(&[3; 32]), PAGES);
    let signature = encode_string(&sign(HELD, &signed));
    assert!(answer.location.starts_with(&format!("{PAGES}/en/sign-in/answer?challenge=")));
    assert!(answer.location.ends_with(&format!("&signature={signature}")));
    let again = post(&agent, "/confirm", Some(AGENT), &yes(&asked, "right"));
    assert_eq!(again.status, StatusCode::FORBIDDEN);
}

#[test]
fn who_asks_is_what_the_browser_says_and_leads_back_there_alone() {
    let desk = Desk::open();
    let agent = agent(&desk);
    let back = |path: &str| challenge(&desk).replace("/en/sign-in/answer", path);
    for (origin, body) in [
        (None, challenge(&desk)),
        (Some("null"), challenge(&desk)),
        (Some("http://other.example"), challenge(&desk)),
        (Some(PAGES), back("//other.example/")),
        (Some(PAGES), back("https://other.example/")),
        (Some(PAGES), back("/\\other.example")),
        (Some(PAGES), challenge(&desk).replace("0303", "03")),
    ] {
        assert_eq!(
            post(&agent, "/sign-in", origin, &body).status,
            StatusCode::BAD_REQUEST,
            "{origin:?} {body}"
        );
    }
    let host = ask(&agent, "http://other.example", Request::get("/"), "");
    assert_eq!(host.status, StatusCode::MISDIRECTED_REQUEST);
}

#[test]
fn a_command_is_shown_as_the_agent_reads_it_and_signed_as_it_is() {
    let desk = Desk::open();
    let agent = agent(&desk);
    let author = Author { post: post_of(HELD), key: public(HELD) };
    let prepared = desk.prepare(author, &["against".to_owned()]).unwrap();
    let id = desk.basis().partnership;
    let body = |bytes: &[u8]| format!("partnership={id}&return=/en/signed&unsigned={}", encode_string(bytes));
    let asked = post(&agent, "/sign", Some(PAGES), &body(&prepared.unsigned));
    assert!(asked.body.contains("CAN votes against decision 1."), "{}", asked.body);
    assert!(asked.body.contains(&prepared.id.to_string()));
    let signed = post(&agent, "/confirm", Some(AGENT), &yes(&asked, "right"));
    let bytes = decode_vec(signed.hidden("signed")).unwrap();
    let read = Signed::read(&bytes, &id).unwrap();
    assert!(read.is_well_signed() && read.id() == prepared.id);
    assert!(matches!(read.command(), quorate_partnership::Command::Decisions(decisions::Command::Vote(_))));
    // A byte turned is no command, or another one: it is never signed as this one.
    assert_eq!(post(&agent, "/sign", Some(PAGES), &body(b"x")).status, StatusCode::BAD_REQUEST);
    // A command of a key that is not here has no yes.
    let other = Author { post: post_of(HELD), key: public(super::door::STRANGER) };
    let other = desk.prepare(other, &["against".to_owned()]).unwrap();
    let asked = post(&agent, "/sign", Some(PAGES), &body(&other.unsigned));
    assert!(asked.body.contains("No key here signs this."));
}
