//! Members, representatives and agents for tests, and a record that says who holds what.

use std::cell::RefCell;
use std::collections::BTreeSet;

use ed25519_dalek::{Signer as _, SigningKey};
use quorate_partnership::{Moment, PartnershipId, Post, PublicKey};

use super::{Accredited, Credential, Identity, Secret};

pub(crate) const PARTNERSHIP: PartnershipId = PartnershipId([9; 32]);
pub(crate) const NOW: Moment = Moment(1_800_000_000_000);
pub(crate) const DAY: u64 = 86_400_000;

/// What a record says: which keys hold which posts.
#[derive(Default)]
pub(crate) struct Record(RefCell<BTreeSet<(Post, PublicKey)>>);

impl Accredited for Record {
    fn holds(&self, post: Post, key: &PublicKey, _: Moment) -> bool {
        self.0.borrow().contains(&(post, *key))
    }
}

impl Record {
    pub(crate) fn accredit(&self, post: &str, key: &SigningKey) {
        self.0.borrow_mut().insert((post.parse().unwrap(), PublicKey(key.verifying_key().to_bytes())));
    }

    pub(crate) fn revoke(&self, post: &str) {
        let post: Post = post.parse().unwrap();
        self.0.borrow_mut().retain(|(held, _)| *held != post);
    }
}

/// The representative's key in a post.
pub(crate) fn representative(post: &str) -> SigningKey {
    let mut seed = [1; 32];
    seed.iter_mut().zip(post.bytes()).for_each(|(to, from)| *to = from);
    SigningKey::from_bytes(&seed)
}

/// A credential signed by a key, for as long as said.
pub(crate) fn signed(agent: &Identity, post: &str, by: &SigningKey, from: u64, until: u64) -> Credential {
    let post: Post = post.parse().unwrap();
    let draft = agent.draft(PARTNERSHIP, post, Moment(from), Moment(until)).unwrap();
    let public = PublicKey(by.verifying_key().to_bytes());
    let signature = by.sign(&draft.to_be_signed(&public).unwrap()).to_bytes();
    draft.signed(&public, &signature).unwrap()
}

/// An agent whose representative is accredited, with a credential of thirty days.
pub(crate) fn agent(record: &Record, post: &str) -> Identity {
    enrolled(record, post, Identity::new().unwrap())
}

/// The same with the keys of a seed: it is the same agent each time.
pub(crate) fn of_seed(record: &Record, post: &str, seed: u8) -> Identity {
    let keys = minicbor::to_vec((
        Secret::of(&[seed; 32]),
        Secret::of(&[seed | 0x80; 32]),
        minicbor::bytes::ByteVec::from(Vec::new()),
    ));
    enrolled(record, post, minicbor::decode(&keys.unwrap()).unwrap())
}

fn enrolled(record: &Record, post: &str, mut agent: Identity) -> Identity {
    let key = representative(post);
    record.accredit(post, &key);
    let credential = signed(&agent, post, &key, NOW.0, NOW.0 + 30 * DAY);
    agent.adopt(&credential).unwrap();
    agent
}
