//! A door that prepares a vote and remembers what is given.

use std::collections::BTreeMap;
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Receiver;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use ed25519_dalek::{Signer as _, SigningKey};
use quorate_charter::{Charter, MemberCode};
use quorate_foresight::Assurance;
use quorate_ledger::{Currency, Money};
use quorate_partnership::decisions::{self, Choice, Effect, Vote};
use quorate_partnership::{
    Basis, Booked, DecisionNo, EffectHash, Founder, Genesis, Moment, Nature, Partnership, Post, PublicKey,
    Signed, Unsigned,
};
use quorate_records::Records;
use quorate_web::{
    Acceptance, Act, Author, Doorway, Drawer, Field, FieldKind, NodeSeen, NotPrepared, NotTaken, Prepared,
    Settings,
};
use tokio::sync::watch;

use super::asked::{AGENT, PAGES};

const CHARTER: &str = include_str!("../../../../charters/partnership.toml");

/// A key of a representative of CAN, one of another office, and one that nobody accredited.
pub(crate) const HELD: u8 = 101;
pub(crate) const SECOND: u8 = 102;
pub(crate) const STRANGER: u8 = 103;

pub(crate) fn key(seed: u8) -> SigningKey {
    SigningKey::from_bytes(&[seed; 32])
}

pub(crate) fn public(seed: u8) -> PublicKey {
    PublicKey(key(seed).verifying_key().to_bytes())
}

pub(crate) fn sign(seed: u8, bytes: &[u8]) -> [u8; 64] {
    key(seed).sign(bytes).to_bytes()
}

/// The post of a key.
pub(crate) fn post_of(seed: u8) -> Post {
    let post = if seed == SECOND { "CAN/treasurer" } else { "CAN/representative" };
    post.parse().unwrap()
}

/// The door, and what was given at it.
pub(crate) struct Desk {
    basis: Basis,
    records: Arc<Records>,
    heights: watch::Sender<u64>,
    pub(crate) given: Mutex<Vec<Vec<u8>>>,
    /// Until something comes here, the node does not say how nodes stand: it hangs.
    pub(crate) hangs: Mutex<Option<Receiver<()>>>,
    /// What the node keeps for its delegation.
    pub(crate) drawers: Mutex<BTreeMap<Drawer, Vec<u8>>>,
    /// What the machine's clock shows.
    pub(crate) clock: Mutex<u64>,
    /// The keys that lost their posts.
    pub(crate) lost: Mutex<Vec<u8>>,
    /// Whether the disk takes nothing more.
    pub(crate) is_full: AtomicBool,
}

/// A call on all members, on which they vote.
fn opened() -> [Booked; 2] {
    let decision = DecisionNo(1);
    let usd = Currency::from_code("USD").unwrap();
    let tabled = decisions::Event::Tabled {
        decision,
        mover: "CAN".parse().unwrap(),
        title: "Call <1>; first, all".parse().unwrap(),
        effect: Effect::Call { total: Money::parse("10.00", usd).unwrap() },
        bound: EffectHash([0; 32]),
        rule: "call".parse().unwrap(),
    };
    let opened = decisions::Event::Opened {
        decision,
        participating: ["CAN", "DEU", "FRA", "GBR"].map(|code| code.parse().unwrap()).into(),
        not_taking_part: Vec::new(),
        closes: Moment(1_767_225_600_000 + 72 * 3_600_000),
        version: 1,
    };
    let at = Moment(1_767_225_600_000);
    let booked =
        |event: decisions::Event| Booked { height: 1, at, fell_due: None, by: None, event: event.into() };
    [tabled, opened].map(booked)
}

impl Desk {
    pub(crate) fn open() -> Arc<Desk> {
        let charter = Charter::read(CHARTER).unwrap();
        let founder = |(at, (member, _)): (u8, (MemberCode, _))| Founder {
            member,
            root: public(at),
            recovery: public(at + 10),
            node: public(at + 20),
        };
        let founders = (1..).zip(charter.members()).map(founder).collect();
        let nature = Nature::Rehearsal { rate: 0 };
        let genesis = Genesis::new(nature, Moment(1_767_225_600_000), CHARTER, founders).unwrap();
        let basis = Partnership::begin(&genesis).unwrap().basis();
        let mut records = Records::begin(&genesis, charter);
        opened().iter().for_each(|booked| records.hear(booked));
        let records = Arc::new(records);
        let (heights, _) = watch::channel(records.height());
        let is_full = AtomicBool::new(false);
        Arc::new(Desk {
            basis,
            records,
            heights,
            given: Mutex::default(),
            hangs: Mutex::default(),
            drawers: Mutex::default(),
            clock: Mutex::new(1_767_225_600_000),
            lost: Mutex::default(),
            is_full,
        })
    }

    /// The pages over the door.
    pub(crate) fn pages(self: &Arc<Desk>, open: bool) -> Router {
        self.pages_at(PAGES, open)
    }

    /// The pages, where each visitor asks so many questions a second.
    pub(crate) fn pages_of(self: &Arc<Desk>, questions: u32) -> Router {
        let (origin, questions) = (Some(PAGES.into()), NonZeroU32::new(questions));
        let door: Arc<dyn Doorway> = Arc::<Desk>::clone(self);
        quorate_web::router_with(door, Settings { origin, questions, ..Settings::default() }).unwrap()
    }

    pub(crate) fn pages_at(self: &Arc<Desk>, origin: &str, open: bool) -> Router {
        let (origin, agent) = (Some(origin.into()), Some(AGENT.into()));
        let settings = Settings { origin, agent, open, ..Settings::default() };
        let door: Arc<dyn Doorway> = Arc::<Desk>::clone(self);
        quorate_web::router_with(door, settings).unwrap()
    }

    /// A block takes a key's post away.
    pub(crate) fn takes_away(&self, seed: u8) {
        self.lost.lock().unwrap().push(seed);
        self.heights.send_modify(|height| *height += 1);
    }

    /// The disk takes nothing more.
    pub(crate) fn is_full(&self) {
        self.is_full.store(true, Ordering::Relaxed);
    }

    pub(crate) fn basis(&self) -> Basis {
        self.basis
    }

    /// A block comes, as far as pages can tell.
    pub(crate) fn goes_on(&self) {
        self.heights.send_modify(|height| *height += 1);
    }
}

impl Doorway for Desk {
    fn member(&self) -> Option<MemberCode> {
        "CAN".parse().ok()
    }

    fn records(&self) -> Arc<Records> {
        Arc::clone(&self.records)
    }

    fn watch(&self) -> watch::Receiver<u64> {
        self.heights.subscribe()
    }

    fn assurance(&self) -> Option<Arc<Assurance>> {
        None
    }

    fn charter_text(&self) -> Arc<str> {
        CHARTER.into()
    }

    fn nodes(&self) -> Vec<NodeSeen> {
        let hangs = self.hangs.lock().unwrap().take();
        if let Some(until) = hangs {
            // Were it to hold up others, it would have ended before they were answered.
            let _ = until.recv_timeout(Duration::from_secs(20));
        }
        Vec::new()
    }

    fn acts(&self) -> Arc<[Act]> {
        let field = |name: &str| Field {
            name: name.into(),
            help: "What it means.".into(),
            kind: FieldKind::Line,
            required: true,
        };
        let fields = vec![field("decision"), field("vote")];
        Arc::new([Act { name: "decision vote".into(), about: "Vote".into(), page: "Votes.".into(), fields }])
    }

    fn holds(&self, post: Post, key: &PublicKey) -> bool {
        let lost = self.lost.lock().unwrap();
        let held = |seed: &u8| post == post_of(*seed) && *key == public(*seed) && !lost.contains(seed);
        [HELD, SECOND].iter().any(held)
    }

    fn clock(&self) -> Moment {
        Moment(*self.clock.lock().unwrap())
    }

    fn prepare(&self, by: Author, words: &[String]) -> Result<Prepared, NotPrepared> {
        if words.last().is_none_or(|word| word != "against") {
            return Err(NotPrepared { what: "nobody votes so".into(), help: "vote against".into() });
        }
        let vote = Vote {
            decision: DecisionNo(1),
            choice: Choice::Against,
            replaces: None,
            explanation: None,
            reserve: None,
        };
        let expires = Moment(1_767_300_000_000);
        let command = decisions::Command::Vote(vote).into();
        let unsigned = Unsigned::prepare(self.basis, by.post, by.key, expires, 7, command);
        let unsigned = unsigned.with_signature(&[0; 64]);
        let signed = Signed::read(&unsigned, &self.basis.partnership).unwrap();
        let partnership = self.basis.partnership;
        let would = vec!["CAN votes against decision 1".into()];
        Ok(Prepared { id: signed.id(), unsigned, partnership, expires, would, refused: None })
    }

    fn kept(&self, drawer: Drawer) -> Result<Option<Vec<u8>>, String> {
        Ok(self.drawers.lock().unwrap().get(&drawer).cloned())
    }

    fn keep(&self, drawer: Drawer, bytes: &[u8]) -> Result<(), String> {
        if self.is_full.load(Ordering::Relaxed) {
            return Err("the disk is full".into());
        }
        self.drawers.lock().unwrap().insert(drawer, bytes.to_vec());
        Ok(())
    }

    fn submit(&self, signed: &[u8]) -> Result<Acceptance, NotTaken> {
        let id = Signed::read(signed, &self.basis.partnership).unwrap().id();
        self.given.lock().unwrap().push(signed.to_vec());
        Ok(Acceptance { id, height: 5, position: 0, refusal: None })
    }
}
