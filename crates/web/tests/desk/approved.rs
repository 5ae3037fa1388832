//! The agent's yes by passkey: anew for each signature, for what is shown and nothing else.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::http::{Request, StatusCode, header};
use base16ct::lower::{decode_vec, encode_string};
use quorate_partnership::Signed;
use quorate_web::agent::{Held, Signatory};
use quorate_web::{Author, Doorway as _};

use super::asked::{Answer, PAGES, ask};
use super::device::{Device, encoded, options};
use super::door::{Desk, HELD, post_of, public, sign};

const HERE: &str = "http://localhost:4500";

/// One key, opened by one passphrase, and the file beside it.
struct Keys {
    held: Held,
    kept: Mutex<Option<Vec<u8>>>,
}

impl Signatory for Keys {
    fn held(&self) -> Vec<Held> {
        vec![self.held.clone()]
    }

    fn sign(&self, _: &Held, bytes: &[u8], passphrase: Option<&str>) -> Result<[u8; 64], String> {
        let is_open = !self.held.encrypted || passphrase == Some("right");
        is_open.then(|| sign(HELD, bytes)).ok_or_else(|| "it does not open it".into())
    }

    fn passkeys(&self, _: &Held) -> Result<Option<Vec<u8>>, String> {
        Ok(self.kept.lock().unwrap().clone())
    }

    fn keep_passkeys(&self, _: &Held, bytes: &[u8]) -> Result<(), String> {
        *self.kept.lock().unwrap() = Some(bytes.to_vec());
        Ok(())
    }

    fn is_exercise(&self) -> bool {
        false
    }
}

struct Bench {
    desk: Arc<Desk>,
    keys: Arc<Keys>,
    agent: Router,
    phone: Device,
}

impl Bench {
    fn open(encrypted: bool) -> Bench {
        let desk = Desk::open();
        let (partnership, post, key) = (desk.basis().partnership, post_of(HELD), public(HELD));
        let held = Held { partnership, title: "A partnership".into(), post, key, encrypted };
        let keys = Arc::new(Keys { held, kept: Mutex::default() });
        let signatory: Arc<dyn Signatory> = Arc::<Keys>::clone(&keys);
        let agent = quorate_web::agent::router(signatory, HERE.into()).unwrap();
        let mut phone = Device::new(1);
        phone.secret = Some([9; 32]);
        Bench { desk, keys, agent, phone }
    }

    fn post(&self, path: &str, origin: &str, body: &str) -> Answer {
        ask(&self.agent, HERE, Request::post(path).header(header::ORIGIN, origin), body)
    }

    fn of_key() -> String {
        format!("/passkeys/{}", public(HELD))
    }

    fn registration(&mut self, passphrase: &str) -> String {
        let page = ask(&self.agent, HERE, Request::get(Bench::of_key()), "");
        let answer = encoded(&self.phone.make(HERE, &options(&page.body)));
        format!("sealed={}&name=My+phone&passphrase={passphrase}&answer={answer}", page.hidden("sealed"))
    }

    fn register(&mut self, passphrase: &str) -> Answer {
        let sent = self.registration(passphrase);
        self.post(&Bench::of_key(), HERE, &sent)
    }

    /// A page of a node asks to have a command signed.
    fn asked(&self) -> Answer {
        let author = Author { post: post_of(HELD), key: public(HELD) };
        let prepared = self.desk.prepare(author, &["against".to_owned()]).unwrap();
        let (id, unsigned) = (prepared.partnership, encode_string(&prepared.unsigned));
        self.post("/sign", PAGES, &format!("partnership={id}&return=/en/signed&unsigned={unsigned}"))
    }

    fn approval(&mut self, asked: &Answer) -> String {
        let answer = encoded(&self.phone.used(HERE, &options(&asked.body)));
        format!("asked={}&answer={answer}", asked.hidden("asked"))
    }

    fn is_signed(&self, answer: &Answer) -> bool {
        answer.body.contains("name=\"signed\"") && {
            let signed = decode_vec(answer.hidden("signed")).unwrap();
            Signed::read(&signed, &self.desk.basis().partnership).unwrap().is_well_signed()
        }
    }
}

#[test]
fn a_passkey_releases_an_encrypted_key_for_one_signature() {
    let mut bench = Bench::open(true);
    assert!(!bench.asked().body.contains("/approve"), "there is none yet");
    assert_eq!(bench.register("wrong").status, StatusCode::FORBIDDEN);
    assert!(bench.keys.kept.lock().unwrap().is_none());
    assert_eq!(bench.register("right").status, StatusCode::SEE_OTHER);
    let kept = String::from_utf8(bench.keys.kept.lock().unwrap().clone().unwrap()).unwrap();
    assert!(!kept.contains("right") && !kept.contains(&encode_string(b"right")));
    let asked = bench.asked();
    let sent = bench.approval(&asked);
    let signed = bench.post("/approve", HERE, &sent);
    assert!(bench.is_signed(&signed), "{}", signed.body);
    // Once; the next needs another.
    assert_eq!(bench.post("/approve", HERE, &sent).status, StatusCode::FORBIDDEN);
    // The passphrase goes on to be enough.
    let asked = bench.asked();
    let yes = format!("asked={}&key={}&passphrase=right", asked.hidden("asked"), public(HELD));
    assert!(bench.is_signed(&bench.post("/confirm", HERE, &yes)));
    // A passphrase that was changed is not the one that is kept.
    let tampered = kept.replace("\"sealed\":\"", "\"sealed\":\"00");
    *bench.keys.kept.lock().unwrap() = Some(tampered.into_bytes());
    let asked = bench.asked();
    let sent = bench.approval(&asked);
    let vain = bench.post("/approve", HERE, &sent);
    assert!(!bench.is_signed(&vain) && vain.body.contains("does not open the key any more"));
}

#[test]
fn an_approval_is_for_what_is_shown_and_of_a_verified_person() {
    let mut bench = Bench::open(false);
    assert_eq!(bench.register("").status, StatusCode::SEE_OTHER);
    let (one, two) = (bench.asked(), bench.asked());
    let refused = |bench: &Bench, origin: &str, sent: &str| {
        let answer = bench.post("/approve", origin, sent);
        assert!(!bench.is_signed(&answer), "{}", answer.body);
        answer
    };
    // The approval of one is not that of the other.
    let mixed = bench.approval(&one).replace(&one.hidden("asked"), &two.hidden("asked"));
    let again = refused(&bench, HERE, &mixed);
    // What was answered wrongly is asked for anew, and the answer to the first question is none to the second.
    let late = bench.approval(&two);
    refused(&bench, HERE, &late);
    bench.phone.verifies = false;
    let unverified = bench.approval(&again);
    let again = refused(&bench, HERE, &unverified);
    bench.phone.verifies = true;
    let sent = bench.approval(&again);
    assert_eq!(refused(&bench, PAGES, &sent).status, StatusCode::FORBIDDEN);
    // Another device with a passkey of nobody's.
    let phone = std::mem::replace(&mut bench.phone, Device::new(2));
    let strange = bench.approval(&one);
    let again = refused(&bench, HERE, &strange);
    bench.phone = phone;
    let sent = bench.approval(&again);
    assert!(bench.is_signed(&bench.post("/approve", HERE, &sent)));
}

#[test]
fn a_device_without_secrets_opens_no_encrypted_key_and_a_page_elsewhere_registers_nothing() {
    let mut bench = Bench::open(true);
    let sent = bench.registration("right");
    assert_eq!(bench.post(&Bench::of_key(), PAGES, &sent).status, StatusCode::FORBIDDEN);
    assert_eq!(bench.post("/passkeys/00", HERE, &sent).status, StatusCode::NOT_FOUND);
    bench.phone.secret = None;
    let refused = bench.register("right");
    assert!(refused.status == StatusCode::FORBIDDEN && refused.body.contains("gives no secret"));
    assert_eq!(bench.post(&Bench::of_key(), HERE, &sent).status, StatusCode::SEE_OTHER);
    let again = bench.post(&Bench::of_key(), HERE, &sent);
    assert!(again.status == StatusCode::FORBIDDEN && again.body.contains("It was not registered"));
    let remove = format!("{}/remove", Bench::of_key());
    let id = format!("id={}", bench.phone.id());
    assert_eq!(bench.post(&remove, PAGES, &id).status, StatusCode::FORBIDDEN);
    assert!(bench.asked().body.contains("/approve"));
    assert_eq!(bench.post(&remove, HERE, &id).status, StatusCode::SEE_OTHER);
    assert!(!bench.asked().body.contains("/approve"));
}

#[test]
fn asked_by_its_number_the_agent_answers_and_offers_no_passkey() {
    let mut bench = Bench::open(true);
    bench.register("right");
    let author = Author { post: post_of(HELD), key: public(HELD) };
    let prepared = bench.desk.prepare(author, &["against".to_owned()]).unwrap();
    let unsigned = encode_string(&prepared.unsigned);
    let sent = format!("partnership={}&return=/en/signed&unsigned={unsigned}", prepared.partnership);
    let at = |number: &str, path: &str, origin: &str, sent: &str| {
        ask(&bench.agent, number, Request::post(path).header(header::ORIGIN, origin), sent)
    };
    let number = "http://127.0.0.1:4500";
    let asked = at(number, "/sign", PAGES, &sent);
    assert!(asked.status == StatusCode::OK && !asked.body.contains("/approve"));
    let yes = format!("asked={}&key={}&passphrase=right", asked.hidden("asked"), public(HELD));
    assert!(bench.is_signed(&at(number, "/confirm", number, &yes)));
    assert_eq!(at("http://127.0.0.1:4501", "/sign", PAGES, &sent).status, StatusCode::MISDIRECTED_REQUEST);
}
