//! Real groups: whom the policy lets open a product is who in fact opens it, a sealed message, and has the archive's key.

use std::collections::BTreeSet;
use std::io::Cursor;

use ed25519_dalek::{Signer as _, SigningKey};
use fastrand::Rng;
use quorate_partnership::{Moment, PartnershipId, Phrase, Post, PublicKey};
use quorate_vault::agent::Identity;
use quorate_vault::compartment::{Now, Parcel, Refusal, Retention, Suite, Taken, Told, Vault};
use quorate_vault::marking::{Audience, Categories, Level, Marking};
use quorate_vault::policy::{Action, Known, Policy, Roster, decide};
use quorate_vault::product::{
    ArchiveKey, CompartmentId, Control, Handling, Product, Provenance, Sealing, Secret, Signs, seal,
};

use super::{NOW, allowed, state, states};

const STATES: [&str; 6] = ["CAN", "DEU", "FRA", "GBR", "NOR", "POL"];
const NAME: &str = "Watch";
const PARTNERSHIP: PartnershipId = PartnershipId([9; 32]);
const TEXT: &[u8] = b"what only those in it read";

struct Key(SigningKey);

impl Signs for Key {
    fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key().to_bytes())
    }

    fn sign(&self, bytes: &[u8]) -> Result<[u8; 64], String> {
        Ok(self.0.sign(bytes).to_bytes())
    }
}

/// A delegation: its accredited key, and its agent's store.
#[derive(Clone)]
struct Delegation {
    code: &'static str,
    key: SigningKey,
    vault: Vault,
}

impl Delegation {
    fn of(code: &'static str) -> Delegation {
        let key = SigningKey::from_bytes(&[code.as_bytes()[0]; 32]);
        let mut agent = Identity::new().unwrap();
        let until = Moment(NOW.0 + 30 * 86_400_000);
        let draft = agent.draft(PARTNERSHIP, post(code), NOW, until).unwrap();
        let public = Key(key.clone()).public();
        let signature = key.sign(&draft.to_be_signed(&public).unwrap()).to_bytes();
        agent.adopt(&draft.signed(&public, &signature).unwrap()).unwrap();
        Delegation { code, key, vault: Vault::new(agent) }
    }

    fn act<T>(&mut self, act: impl FnOnce(&mut Vault, &Now<'_>) -> Result<T, Refusal>) -> T {
        let record = |post: Post, key: &PublicKey, _: Moment| {
            let mut keys = post.member.as_str().bytes();
            *key == Key(SigningKey::from_bytes(&[keys.next().unwrap(); 32])).public()
        };
        let now = Now { at: Moment(NOW.0 + 1), partnership: PARTNERSHIP, record: &record };
        act(&mut self.vault, &now).unwrap()
    }

    fn take(&mut self, parcel: &Parcel) -> Taken {
        self.act(|vault, now| vault.take(parcel, true, now))
    }

    fn key_of(&self, epoch: u64, compartment: [u8; 32]) -> Option<ArchiveKey> {
        let key = self.vault.archive_key(NAME, epoch, Retention::Year)?;
        let class: Phrase = "a year".parse().unwrap();
        Some(ArchiveKey::of(CompartmentId(compartment), epoch, class, Secret::of(&key)))
    }
}

fn post(code: &str) -> Post {
    format!("{code}/representative").parse().unwrap()
}

/// A compartment of some of these, with a change or two behind it; the place of one that is in.
fn compartment(world: &mut [Delegation], random: &mut Rng) -> usize {
    let suite = if random.bool() { Suite::PostQuantum } else { Suite::Classic };
    random.shuffle(world);
    let in_it = random.usize(1..=world.len());
    let [founder, rest @ ..] = &mut world[..in_it] else { panic!() };
    founder.act(|vault, now| vault.create(NAME, suite, now));
    if rest.is_empty() {
        return 0;
    }
    let cards: Vec<Vec<u8>> =
        rest.iter_mut().map(|one| one.act(|vault, now| vault.card(suite, now))).collect();
    let parcel = founder.act(|vault, now| vault.invite(NAME, &cards, now)).parcel;
    rest.iter_mut().for_each(|one| one.act(|vault, now| vault.join(NAME, &parcel, now).map(drop)));
    if in_it >= 3 && random.bool() {
        // The last of them is removed; everyone, it too, gets all parcels.
        let gone = world[in_it - 1].vault.identity().public();
        let change = world[0].act(|vault, now| vault.remove(NAME, &[gone], now)).parcel;
        let accepted: Vec<Parcel> =
            world[1..in_it - 1].iter_mut().map(|one| one.take(&change).parcel).collect();
        world[in_it - 1].take(&change);
        for parcel in &accepted {
            world[..in_it].iter_mut().for_each(|one| drop(one.take(parcel)));
        }
    }
    0
}

/// Who in fact opens a message, who a product, and who has the key it rests under.
fn opens(world: &mut [Delegation], by: usize) -> [BTreeSet<&'static str>; 3] {
    let author = &mut world[by];
    let standing = author.vault.standing(NAME).unwrap();
    let archive = author.key_of(standing.epoch, standing.id.0).unwrap();
    let marking = Marking {
        policy: "EXERCISE".parse().unwrap(),
        level: Level::Secret,
        audience: Audience::of(STATES.map(state)).unwrap(),
        categories: Categories::default(),
        created: NOW,
        expires: None,
    };
    let (title, provenance) = ("Title".parse().unwrap(), Provenance::default());
    let sealing = Sealing {
        title: &title,
        marking: &marking,
        originator: post(author.code),
        archive: &archive,
        sealed: NOW,
        release: None,
        provenance: &provenance,
        consents: &[],
        handling: &Handling::default(),
        control: Control::Ordinary,
    };
    let mut sealed = Vec::new();
    seal(&sealing, &Key(author.key.clone()), &mut &TEXT[..], &mut sealed).unwrap();
    let message = author.act(|vault, now| vault.say(NAME, "to all who are in", now));
    let mut open = [BTreeSet::from([author.code]), BTreeSet::new(), BTreeSet::new()];
    for one in world.iter_mut() {
        let held = one.vault.names().next().is_some();
        if held && one.take(&message).told.iter().any(|told| matches!(told, Told::Said(_))) {
            open[0].insert(one.code);
        }
        let Some(key) = one.key_of(standing.epoch, standing.id.0) else { continue };
        open[1].insert(one.code);
        let product = Product::read(Cursor::new(&sealed)).unwrap();
        let mut text = Vec::new();
        if product.unlock(&key, None, &|_, _| true).is_ok_and(|open| open.write_to(&mut text).is_ok()) {
            assert_eq!(text, TEXT);
            open[2].insert(one.code);
        }
    }
    open
}

/// Compares in this many groups. Returns how many were compared with somebody in, and with somebody out.
fn compare(groups: u64, seed: u64) -> (u64, u64) {
    let delegations = STATES.map(Delegation::of);
    let mut random = Rng::with_seed(seed);
    let (mut inside, mut outside) = (0, 0);
    for group in 0..groups {
        let mut world = delegations.to_vec();
        let by = compartment(&mut world, &mut random);
        let standing = world[by].vault.standing(NAME).unwrap();
        let known = Known { members: states(&STATES.join(" ")), rosters: vec![Roster::from(&standing)] };
        let policy = Policy::of(&known).unwrap();
        let originator = state(world[by].code);
        let mut may = BTreeSet::new();
        for code in STATES {
            let mut question = allowed(Action::Open);
            question.reader.post = post(code);
            question.facts.originator = originator;
            question.facts.releasable = Audience::of(STATES.map(state)).unwrap();
            question.facts.compartments = [standing.id].into();
            if decide(&policy, &known, &question).is_ok() {
                may.insert(code);
            }
        }
        let open = opens(&mut world, by);
        for (what, who) in ["a message", "the archive's key", "a product"].iter().zip(&open) {
            assert_eq!(*who, may, "{what}, group {group}, seed {seed}");
        }
        inside += u64::try_from(may.len()).unwrap();
        outside += u64::try_from(STATES.len() - may.len()).unwrap();
    }
    (inside, outside)
}

#[test]
fn whom_the_policy_lets_open_is_who_opens_in_real_groups() {
    let (inside, outside) = compare(12, 8);
    assert!(inside >= 12 && outside > 0, "{inside} {outside}");
}

#[test]
#[ignore = "a thousand real groups: `just policy-worlds`"]
fn whom_the_policy_lets_open_is_who_opens_in_a_thousand_real_groups() {
    let number = |name: &str, usual| std::env::var(name).map_or(usual, |text| text.parse().unwrap());
    let (groups, seed) = (number("QUORATE_GROUPS", 1_000), number("QUORATE_SEED", 2026));
    let (inside, outside) = compare(groups, seed);
    println!(
        "{groups} real groups, seed {seed}: {inside} agents let in and opened it, {outside} not, 0 differences"
    );
}
