//! A node among four, on a disk that says no: the other three go on, and it comes back with all that it said.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use quorate_charter::Office;
use quorate_partnership::{PartnershipId, Post, Signed};
use tempfile::TempDir;

use super::alone::signed;
use super::*;
use crate::engine::{Message, NodeKey, Output, Replica, Timer};

/// How far they go.
const FAR: u64 = 4;

struct Place {
    directory: TempDir,
    disk: BadDisk,
    replica: Option<Replica<NodeDisk>>,
}

struct Four {
    genesis: Genesis,
    nodes: Vec<Place>,
    told: VecDeque<(usize, usize, Message)>,
    timers: BTreeMap<(u64, u64), (usize, Timer)>,
    now: u64,
    given: u64,
    /// The last word of a node that stopped.
    stopped: BTreeMap<usize, String>,
    /// What the first node voted for, and where.
    voted: BTreeMap<String, String>,
    /// The last block that it told of as final.
    reached: u64,
}

impl Four {
    fn new(genesis: &Genesis) -> Four {
        let node = |_: &str| {
            let (directory, disk) = (tempfile::tempdir().unwrap(), BadDisk::new());
            drop(Store::create_on(disk.clone(), directory.path(), genesis).unwrap());
            Place { directory, disk, replica: None }
        };
        Four {
            genesis: genesis.clone(),
            nodes: MEMBERS.iter().map(|member| node(member)).collect(),
            told: VecDeque::new(),
            timers: BTreeMap::new(),
            now: 1,
            given: 0,
            stopped: BTreeMap::new(),
            voted: BTreeMap::new(),
            reached: 0,
        }
    }

    /// Opens the store of a node, steps through its blocks and starts it.
    fn start(&mut self, node: usize) -> Result<(), String> {
        let Place { directory, disk, .. } = &self.nodes[node];
        let opened = Store::open_on(disk.clone(), directory.path());
        let (store, genesis) = opened.map_err(|error| error.to_string())?;
        let mut partnership = Partnership::begin(&genesis).unwrap();
        let replayed = store.replay(&genesis, |block| {
            partnership.step(&block).unwrap();
            Ok::<(), StoreError>(())
        });
        replayed.map_err(|error| error.to_string())?;
        let key = crate::Key::of_exercise_node("faults", MEMBERS[node].parse().unwrap());
        let disk = NodeDisk::new(store).map_err(|error| error.to_string())?;
        let timeouts = crate::run::timeouts();
        let key = NodeKey::new(Arc::new(key), genesis.id());
        let mut replica = Replica::new(partnership, key, disk, timeouts).unwrap();
        let outputs = replica.start(Moment(self.now));
        self.nodes[node].replica = Some(replica);
        self.follow(node, outputs);
        Ok(())
    }

    fn follow(&mut self, node: usize, outputs: Vec<Output>) {
        for output in outputs {
            assert!(!self.stopped.contains_key(&node), "it says something after its last word: {output:?}");
            match output {
                Output::Tell { to, message } => {
                    self.note(node, &message);
                    let seat = |other: usize| self.nodes[other].replica.as_ref().map(Replica::seat);
                    let to: Vec<usize> = (0..self.nodes.len())
                        .filter(|other| *other != node && (to.is_none() || seat(*other) == to))
                        .collect();
                    self.told.extend(to.into_iter().map(|to| (to, node, message.clone())));
                }
                Output::Wake { after, timer } => {
                    self.given += 1;
                    let at = self.now + u64::try_from(after.as_millis()).unwrap().max(1);
                    self.timers.insert((at, self.given), (node, timer));
                }
                Output::Final { block, .. } if node == 0 => self.reached = block.height(),
                Output::Final { .. } => {}
                Output::Stopped { why } => {
                    self.stopped.insert(node, why);
                }
                accused => panic!("an honest node is accused: {accused:?}"),
            }
        }
        if self.stopped.contains_key(&node) {
            self.nodes[node].replica = None;
        }
    }

    /// The first node votes once for one place, whatever its disk did.
    fn note(&mut self, node: usize, message: &Message) {
        if let (0, Message::Vote(form)) = (node, message) {
            let (place, choice) = (format!("{:?}", form.clone().for_nothing()), format!("{form:?}"));
            let before = self.voted.entry(place.clone()).or_insert_with(|| choice.clone());
            assert_eq!(*before, choice, "two votes at {place}");
        }
    }

    /// The next thing happens.
    fn next(&mut self) {
        if let Some((to, from, message)) = self.told.pop_front() {
            let Some(seat) = self.nodes[from].replica.as_ref().map(Replica::seat) else { return };
            let Some(replica) = &mut self.nodes[to].replica else { return };
            let outputs = replica.hear(Moment(self.now), seat, message);
            return self.follow(to, outputs);
        }
        let Some(((at, _), (node, timer))) = self.timers.pop_first() else {
            panic!("nothing happens any more")
        };
        self.now = at;
        let Some(replica) = &mut self.nodes[node].replica else { return };
        let outputs = replica.wake(Moment(self.now), timer);
        self.follow(node, outputs);
    }

    fn height(&self, node: usize) -> u64 {
        self.nodes[node].replica.as_ref().map(|replica| replica.partnership().height()).unwrap_or_default()
    }

    /// The second node's member gives a command at each height, until all that are up are as far.
    fn go_on(&mut self, far: u64) {
        for step in 0..200_000_u64 {
            let up = (0..self.nodes.len()).filter(|node| self.nodes[*node].replica.is_some());
            if up.clone().all(|node| self.height(node) >= far) {
                return;
            }
            if step % 400 == 0 && self.height(1) < far {
                self.give(step);
            }
            self.next();
        }
        panic!("they do not get on: {:?}", (0..4).map(|node| self.height(node)).collect::<Vec<_>>());
    }

    fn give(&mut self, nonce: u64) {
        let Some(replica) = &mut self.nodes[1].replica else { return };
        let by = Post { member: MEMBERS[1].parse().unwrap(), office: Office::Root };
        let id: PartnershipId = self.genesis.id();
        let bytes = signed(replica.partnership().basis(), by, nonce);
        let outputs = replica.submit(Moment(self.now), vec![Signed::read(&bytes, &id).unwrap()]);
        self.follow(1, outputs);
    }

    fn all_start(&mut self) {
        for node in 0..self.nodes.len() {
            self.start(node).unwrap();
        }
    }

    fn digest(&self, node: usize) -> quorate_partnership::Digest {
        self.nodes[node].replica.as_ref().unwrap().partnership().digest()
    }
}

#[test]
fn three_go_on_while_the_disk_of_the_fourth_says_no_and_it_comes_back_without_two_words() {
    let genesis = genesis();
    let mut sound = Four::new(&genesis);
    sound.all_start();
    sound.nodes[0].disk.set(Fault::None);
    sound.go_on(FAR);
    let counts = sound.nodes[0].disk.counts();
    let (mut stopped, mut turn) = (0, 0_u64);
    each_fault(counts, |fault, left| {
        // Every third of them, each with a kill or a loss of power in turn; `store::faults` tries them all without the others.
        turn += 1;
        if !turn.is_multiple_of(3) {
            return;
        }
        let mut four = Four::new(&genesis);
        four.all_start();
        four.nodes[0].disk.set(fault);
        four.go_on(FAR);
        let Some(why) = four.stopped.remove(&0) else { return };
        stopped += 1;
        assert!(is_named(&why), "{fault:?}: {why}");
        four.nodes[0].disk = left(&four.nodes[0].disk);
        four.start(0).unwrap();
        assert!(four.height(0) >= four.reached, "{fault:?}: {} of {}", four.height(0), four.reached);
        four.go_on(FAR + 1);
        let digests: Vec<_> = (0..4).map(|node| four.digest(node)).collect();
        let heights: Vec<_> = (0..4).map(|node| four.height(node)).collect();
        for node in 1..4 {
            assert!(heights[node] != heights[0] || digests[node] == digests[0], "{fault:?}: {heights:?}");
        }
    });
    assert!(stopped > 10, "{stopped} of {counts:?}");
}
