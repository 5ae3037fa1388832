//! A node whose key stops signing: it stops, says nothing more, and goes on later where it was.

use std::collections::VecDeque;
use std::sync::Arc;

use quorate_charter::Office;
use quorate_partnership::{Block, Genesis, Moment, Partnership, Post, Signed, members};

use super::disk::MemoryDisk;
use super::stage::{genesis, timeouts};
use super::{delegations, stage};
use crate::engine::{Message, NodeKey, Output, Replica, Seat, Timer};
use crate::keys::testing::FailsAfter;
use crate::keys::{Key, Signer, Watched};

const CHARTER: &str = include_str!("../../../../charters/partnership.toml");
const MEMBERS: [&str; 4] = ["CAN", "DEU", "FRA", "GBR"];

struct Mute {
    /// None once it has stopped.
    replicas: Vec<Option<Replica<MemoryDisk>>>,
    /// Who says what.
    said: VecDeque<(usize, Option<Seat>, Message)>,
    /// Whose timers, and when they elapse.
    timers: Vec<(u64, usize, Timer)>,
    now: u64,
    stopped: Option<String>,
    two_faced: bool,
}

fn node_key(member: &str) -> Key {
    stage::signing_key((member.parse().unwrap(), 1))
}

fn replica(genesis: &Genesis, signer: Arc<dyn Signer>, disk: &MemoryDisk) -> Replica<MemoryDisk> {
    let mut partnership = Partnership::begin(genesis).unwrap();
    for bytes in disk.blocks() {
        partnership.step(&Block::read(&bytes, &genesis.id()).unwrap()).unwrap();
    }
    Replica::new(partnership, NodeKey::new(signer, genesis.id()), disk.clone(), timeouts()).unwrap()
}

/// An accreditation, which gives the nodes something to order.
fn command(genesis: &Genesis, nonce: u64) -> Signed {
    let root = Post { member: "GBR".parse().unwrap(), office: Office::Root };
    let office = Office::Representative;
    let key = Key::from_seed(&[u8::try_from(nonce).unwrap().saturating_add(1); 32]).public();
    let (from, until) = (stage::BEGINS, Moment(stage::BEGINS.0 + 86_400_000));
    let command = members::Command::Accredit(members::Accredit { key, office, from, until }).into();
    let basis = Partnership::begin(genesis).unwrap().basis();
    let expires = Moment(stage::BEGINS.0 + 3 * 86_400_000);
    let bytes = delegations::key(root).sign_command(basis, root, expires, nonce, command).unwrap();
    Signed::read(&bytes, &genesis.id()).unwrap()
}

impl Mute {
    fn moment(&self) -> Moment {
        Moment(stage::BEGINS.0.saturating_add(self.now.saturating_mul(stage::RATE.into())))
    }

    fn does(&mut self, node: usize, act: impl FnOnce(&mut Replica<MemoryDisk>, Moment) -> Vec<Output>) {
        let now = self.moment();
        let Some(replica) = &mut self.replicas[node] else { return };
        for output in act(replica, now) {
            assert!(node != 0 || self.stopped.is_none(), "{output:?} after it has stopped");
            match output {
                Output::Tell { to, message } => self.said.push_back((node, to, message)),
                Output::Wake { after, timer } => {
                    let at = self.now.saturating_add(after.as_millis().try_into().unwrap());
                    self.timers.push((at, node, timer));
                }
                Output::Stopped { why } => self.stopped = Some(why),
                Output::TwoFaced { .. } => self.two_faced = true,
                _ => {}
            }
        }
        if node == 0 && self.stopped.is_some() && self.replicas[0].is_some() {
            // It is asked on, and says nothing.
            for timer in [Timer::Reached, Timer::Due] {
                let replica = self.replicas[0].as_mut().unwrap();
                let told = replica.wake(now, timer);
                assert!(told.is_empty(), "{told:?}");
            }
            self.replicas[0] = None;
        }
    }

    /// Goes on until this is so.
    fn until(&mut self, is_so: impl Fn(&Mute) -> bool) {
        for _ in 0..20_000 {
            if is_so(self) {
                return;
            }
            match self.said.pop_front() {
                Some((from, to, message)) => self.carry(from, to, &message),
                None => {
                    self.timers.sort();
                    let (at, node, timer) = self.timers.remove(0);
                    self.now = self.now.max(at);
                    self.does(node, |replica, now| replica.wake(now, timer));
                }
            }
        }
        panic!("it does not come to be so");
    }

    fn carry(&mut self, from: usize, to: Option<Seat>, message: &Message) {
        let seat = Seat(node_key(MEMBERS[from]).public());
        for other in (0..4).filter(|other| *other != from) {
            if to.is_none_or(|to| to.0 == node_key(MEMBERS[other]).public()) {
                self.does(other, |replica, now| replica.hear(now, seat, message.clone()));
            }
        }
    }

    fn heights(&self) -> Vec<u64> {
        self.replicas.iter().flatten().map(|replica| replica.partnership().height()).collect()
    }
}

#[test]
fn a_node_whose_key_stops_signing_stops_and_goes_on_later_without_saying_two_things() {
    let genesis = genesis(CHARTER).unwrap();
    for times in 0..14 {
        let disks: [MemoryDisk; 4] = Default::default();
        let fails = Arc::new(FailsAfter::new(node_key("CAN"), times));
        let signers: [Arc<dyn Signer>; 4] = [
            Arc::new(Watched::new(Arc::<FailsAfter>::clone(&fails))),
            Arc::new(node_key("DEU")),
            Arc::new(node_key("FRA")),
            Arc::new(node_key("GBR")),
        ];
        let replicas = signers.into_iter().zip(&disks);
        let replicas = replicas.map(|(signer, disk)| Some(replica(&genesis, signer, disk))).collect();
        let (said, timers) = (VecDeque::new(), Vec::new());
        let mut mute = Mute { replicas, said, timers, now: 0, stopped: None, two_faced: false };
        for node in 0..4 {
            mute.does(node, |replica, now| replica.start(now));
        }
        for nonce in 0..8 {
            let wanted = nonce + 1;
            mute.does(1, |replica, now| replica.submit(now, vec![command(&genesis, nonce)]));
            mute.until(|mute| mute.heights().iter().all(|height| *height >= wanted));
        }
        let why = mute.stopped.take().unwrap();
        assert!(why.ends_with("does not sign: the token is gone"), "{why}");
        assert_eq!(fails.asked(), times + 1, "it is asked no more once it has failed");
        mute.timers.retain(|(_, node, _)| *node != 0);
        disks[0].crash(usize::MAX);
        mute.replicas[0] = Some(replica(&genesis, Arc::new(node_key("CAN")), &disks[0]));
        mute.does(0, |replica, now| replica.start(now));
        mute.does(1, |replica, now| replica.submit(now, vec![command(&genesis, 8)]));
        mute.until(|mute| mute.heights().iter().all(|height| *height >= 9));
        assert!(!mute.two_faced && mute.stopped.is_none(), "after {times} signatures");
    }
}
