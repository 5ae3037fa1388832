//! Signers for tests: one that fails, and one whose secret is elsewhere.

use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::thread;

use quorate_partnership::PublicKey;

use super::Key;
use super::signer::{SignError, Signer};

/// Signs so many times, and never again.
pub(crate) struct FailsAfter {
    key: Key,
    times: u32,
    asked: AtomicU32,
}

impl FailsAfter {
    pub(crate) fn new(key: Key, times: u32) -> FailsAfter {
        FailsAfter { key, times, asked: AtomicU32::new(0) }
    }

    /// How often it was asked.
    pub(crate) fn asked(&self) -> u32 {
        self.asked.load(Ordering::SeqCst)
    }
}

impl Signer for FailsAfter {
    fn public(&self) -> PublicKey {
        self.key.public()
    }

    fn sign(&self, bytes: &[u8]) -> Result<[u8; 64], SignError> {
        match self.asked.fetch_add(1, Ordering::SeqCst) < self.times {
            true => self.key.sign(bytes),
            false => Err(SignError { key: self.public(), why: "the token is gone".into() }),
        }
    }
}

type Question = (Vec<u8>, Sender<[u8; 64]>);

/// Signs by asking a thread that has the secret: all that is known here is the public half.
pub(crate) struct Elsewhere {
    public: PublicKey,
    ask: Mutex<Sender<Question>>,
}

impl Elsewhere {
    pub(crate) fn new(key: Key) -> Elsewhere {
        let (public, (ask, asked)) = (key.public(), channel::<Question>());
        thread::spawn(move || {
            for (bytes, answer) in asked {
                answer.send(key.sign(&bytes).unwrap()).unwrap_or_default();
            }
        });
        Elsewhere { public, ask: Mutex::new(ask) }
    }
}

impl Signer for Elsewhere {
    fn public(&self) -> PublicKey {
        self.public
    }

    fn sign(&self, bytes: &[u8]) -> Result<[u8; 64], SignError> {
        let (answer, answered) = channel();
        self.ask.lock().unwrap().send((bytes.to_vec(), answer)).unwrap();
        Ok(answered.recv().unwrap())
    }
}

#[test]
fn a_watched_signer_that_failed_is_not_asked_again() {
    let fails = std::sync::Arc::new(FailsAfter::new(Key::from_seed(&[7; 32]), 2));
    let watched = super::Watched::new(std::sync::Arc::<FailsAfter>::clone(&fails));
    for _ in 0..2 {
        let signature = watched.sign(b"x").unwrap();
        assert!(watched.public().verifies(b"x", &signature) && watched.failed().is_none());
    }
    for _ in 0..3 {
        let error = watched.sign(b"x").unwrap_err();
        let short = watched.public().short();
        assert_eq!(error.to_string(), format!("the key {short} does not sign: the token is gone"));
        assert_eq!((watched.failed(), fails.asked()), (Some(&error), 3));
    }
}
