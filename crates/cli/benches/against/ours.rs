//! Our side.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use quorate_charter::Office;
use quorate_node::Signer as _;
use quorate_node::links::free_addresses;
use quorate_node::run::{Client, ClientError, Config};
use quorate_node::{Clock, Key, KeyRing, Node};
use quorate_partnership::{Basis, Founder, Genesis, Moment, Nature, Phrase, Post, fund, members};

use crate::process::{Process, resident};
use crate::side::{Door, Side};

const MEMBERS: [&str; 4] = ["CAN", "DEU", "FRA", "GBR"];
const EXERCISE: &str = "against the engine";
const CHARTER: &str = include_str!("../../../../charters/partnership.toml");
const A_DAY: u64 = 24 * 60 * 60 * 1000;
/// How long a command is to be: as long as the bare engine's.
const COMMAND_BYTES: usize = 250;
/// Nonces begin here, so that they are all equally long.
const FIRST_NONCE: u64 = 1 << 32;

/// Four nodes of ours, each a process.
pub(crate) struct Ours {
    directory: PathBuf,
    nodes: Vec<Option<Process>>,
    basis: Basis,
    expires: Moment,
    keys: Vec<Key>,
    nonce: u64,
    padding: usize,
    ordered: u64,
}

fn post(member: &str, office: Office) -> Post {
    Post { member: member.parse().unwrap(), office }
}

fn key(post: Post) -> Key {
    Key::of_exercise(EXERCISE, post)
}

/// A real partnership that begins now, under the founding charter with its quota lifted.
fn genesis() -> Genesis {
    let founder = |member| Founder {
        member: post(member, Office::Root).member,
        root: key(post(member, Office::Root)).public(),
        recovery: key(post(member, Office::Recovery)).public(),
        node: Key::of_exercise_node(EXERCISE, member.parse().unwrap()).public(),
    };
    let charter = CHARTER.replace("commands-a-day = 200", "commands-a-day = 1000000");
    let now = Clock::new(Nature::Real, Moment(0)).now();
    Genesis::new(Nature::Real, now, &charter, MEMBERS.map(founder).to_vec()).unwrap()
}

fn found(directory: &Path) {
    let genesis = genesis();
    let free = free_addresses(MEMBERS.len()).unwrap();
    let places: BTreeMap<&str, _> = MEMBERS.into_iter().zip(free).collect();
    for member in MEMBERS {
        let directory = directory.join(member);
        drop(Node::create(&directory, &genesis).unwrap());
        let code = member.parse().unwrap();
        KeyRing::of(&directory).keep_node(code, &Key::of_exercise_node(EXERCISE, code)).unwrap();
        let others = places.iter().filter(|(other, _)| **other != member);
        let others = others.map(|(other, place)| (other.parse().unwrap(), place.to_string())).collect();
        Config { listen: places[member], others, followers: BTreeMap::new(), operations: None }
            .write(&directory)
            .unwrap();
    }
}

impl Ours {
    pub(crate) fn begin(directory: &Path) -> Ours {
        found(directory);
        let mut ours = Ours {
            directory: directory.into(),
            nodes: MEMBERS.map(|_| None).into(),
            basis: Node::open(&directory.join("FRA")).unwrap().basis(),
            expires: Moment(0),
            keys: MEMBERS.map(|member| key(post(member, Office::Representative))).into(),
            nonce: FIRST_NONCE,
            padding: 24,
            ordered: 0,
        };
        (0..MEMBERS.len()).for_each(|node| ours.start(node));
        while ours.client(2).is_none_or(|client| !is_linked(&client)) {
            sleep(Duration::from_millis(10));
        }
        ours.accredit();
        ours.padding += COMMAND_BYTES.saturating_sub(ours.long());
        ours
    }

    /// Each member accredits a representative, whose key counts from the next block on.
    fn accredit(&mut self) {
        let mut node = Node::open(&self.directory.join("FRA")).unwrap();
        let (from, until) = (node.moment(), Moment(node.moment().0 + 365 * A_DAY));
        self.expires = Moment(node.moment().0 + 6 * A_DAY);
        let office = Office::Representative;
        let signed = MEMBERS.map(|member| {
            let root = post(member, Office::Root);
            let accredit = members::Accredit { key: key(post(member, office)).public(), office, from, until };
            let command = members::Command::Accredit(accredit).into();
            key(root).sign_command(node.basis(), root, self.expires, 0, command).unwrap()
        });
        let answers = node.submit(&signed).unwrap().answers;
        assert!(answers.iter().all(|answer| answer.as_ref().is_ok_and(|answer| answer.refusal.is_none())));
        self.basis = node.basis();
    }

    fn client(&self, node: usize) -> Option<Client> {
        Client::connect(&self.directory.join(MEMBERS[node])).ok()
    }

    /// An announcement that is always accepted.
    fn indication(&self, nonce: u64) -> Vec<u8> {
        let by = (nonce % 4) as usize;
        let representative = post(MEMBERS[by], Office::Representative);
        let source: Phrase = format!("{nonce:0padding$}", padding = self.padding).parse().unwrap();
        let standing = fund::Standing::Announced;
        let indicate = fund::Indicate { of: representative.member, standing, amount: None, source };
        let command = fund::Command::Indicate(indicate).into();
        self.keys[by].sign_command(self.basis, representative, self.expires, nonce, command).unwrap()
    }

    pub(crate) fn long(&self) -> usize {
        self.indication(FIRST_NONCE).len()
    }

    pub(crate) fn kill(&mut self, node: usize) {
        self.nodes[node] = None;
    }

    pub(crate) fn start(&mut self, node: usize) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_quorate"));
        command.args(["node", "run", "--until-eof", "--log", "warn"]);
        command.arg(self.directory.join(MEMBERS[node]));
        self.nodes[node] = Some(Process::start(command.stderr(Stdio::null())));
    }

    /// How many commands were ordered.
    pub(crate) fn ordered(&self) -> u64 {
        self.ordered
    }

    /// Memory that a node holds, in KiB.
    pub(crate) fn resident(&self, node: usize) -> u64 {
        resident(self.nodes[node].as_ref().expect("it runs").id())
    }
}

fn is_linked(client: &Client) -> bool {
    client.standing().is_ok_and(|standing| standing.nodes.iter().all(|node| node.is_linked))
}

impl Side for Ours {
    fn sign(&mut self, many: u64) -> Vec<Vec<u8>> {
        let commands = (self.nonce..self.nonce + many).map(|nonce| self.indication(nonce)).collect();
        self.nonce += many;
        commands
    }

    fn door(&self, node: usize) -> Box<dyn Door> {
        Box::new(Ordering(self.client(node).expect("it runs")))
    }

    fn reached(&self, node: usize) -> Option<u64> {
        self.client(node)?.standing().ok().map(|standing| standing.height)
    }

    fn processes(&self) -> Vec<u32> {
        self.nodes.iter().flatten().map(Process::id).collect()
    }

    fn running(&self) -> Vec<usize> {
        (0..MEMBERS.len()).filter(|node| self.nodes[*node].is_some()).collect()
    }

    fn count(&mut self, many: u64) {
        self.ordered += many;
    }
}

struct Ordering(Client);

impl Door for Ordering {
    fn give(&mut self, commands: &[Vec<u8>]) -> u64 {
        loop {
            match self.0.submit(commands) {
                Ok(places) => return places.iter().map(|place| place.height).max().unwrap(),
                // Giving them again is safe.
                Err(ClientError::NotYet) => {}
                Err(error) => panic!("{error}"),
            }
        }
    }
}
