//! Four members, each with a directory, keys, ports and a process of its own.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use quorate_charter::{MemberCode, Office};
use quorate_node::links::free_addresses;
use quorate_node::run::{Client, Config, Standing};
use quorate_node::{Key, KeyRing, Node};
use quorate_partnership::{Founder, Genesis, Moment, Nature, Post};

use crate::quorate::{Folder, root};
use crate::wires::Wire;

pub(crate) const MEMBERS: [&str; 4] = ["CAN", "DEU", "FRA", "GBR"];
/// The name of the exercise whose keys these are.
pub(crate) const EXERCISE: &str = "process tests";
const BEGINS: Moment = Moment(1_796_115_600_000);

/// How often something is done in these tests: more by `just processes`.
pub(crate) fn times() -> usize {
    std::env::var("QUORATE_TIMES").ok().and_then(|times| times.parse().ok()).unwrap_or(1)
}

/// Waits until this is so, for as long as a very busy machine may take.
pub(crate) fn until(what: &str, mut is_so: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !is_so() {
        assert!(begun.elapsed() < Duration::from_secs(240), "it did not come to be so: {what}");
        sleep(Duration::from_millis(50));
    }
}

/// A process that is killed at the end.
pub(crate) struct Process(pub(crate) Child);

impl Drop for Process {
    fn drop(&mut self) {
        self.0.kill().unwrap_or_default();
        self.0.wait().unwrap();
    }
}

impl Process {
    /// Sends it a signal by name, such as `STOP`.
    pub(crate) fn signal(&self, name: &str) {
        let line = format!("kill -{name} {}", self.0.id());
        assert!(Command::new("sh").args(["-c", &line]).status().unwrap().success(), "{line}");
    }

    /// Its exit code, once it has ended by itself.
    pub(crate) fn ended(&mut self) -> Option<i32> {
        self.0.wait().unwrap().code()
    }
}

pub(crate) struct Partners {
    pub(crate) folder: Folder,
    pub(crate) genesis: Genesis,
    /// From whom to whom.
    pub(crate) wires: BTreeMap<(&'static str, &'static str), Wire>,
    operations: BTreeMap<&'static str, SocketAddr>,
    running: BTreeMap<&'static str, Process>,
}

impl Partners {
    /// Four members, whose nodes do not run yet.
    pub(crate) fn new() -> Partners {
        Partners::begin(false)
    }

    /// The same, and each speaks to each other over a wire of its own.
    pub(crate) fn wired() -> Partners {
        Partners::begin(true)
    }

    fn begin(is_wired: bool) -> Partners {
        let folder = Folder::new();
        let genesis = genesis();
        let listen = ports();
        let operations = ports();
        let mut wires = BTreeMap::new();
        for from in MEMBERS {
            let directory = folder.path(&format!("D/{from}"));
            drop(Node::create(&directory, &genesis).unwrap());
            keep_keys(&KeyRing::of(&directory), from);
            let mut others = BTreeMap::new();
            for to in MEMBERS.into_iter().filter(|to| *to != from) {
                let mut address = listen[to];
                if is_wired {
                    let wire = Wire::towards(address);
                    address = wire.address();
                    wires.insert((from, to), wire);
                }
                others.insert(code(to), address.to_string());
            }
            let operations = Some(operations[from]);
            let (listen, followers) = (listen[from], BTreeMap::new());
            Config { listen, others, followers, operations }.write(&directory).unwrap();
        }
        Partners { folder, genesis, wires, operations, running: BTreeMap::new() }
    }

    pub(crate) fn directory(&self, member: &str) -> PathBuf {
        self.folder.path(&format!("D/{member}"))
    }

    /// The command line that runs the node of a member.
    pub(crate) fn command(&self, member: &str) -> Command {
        let log = File::options().create(true).append(true).open(self.directory(member).join("log"));
        let mut command = self.folder.command(&format!("node run --dir D/{member}"));
        command.stdout(Stdio::null()).stderr(log.unwrap());
        command
    }

    /// Runs the node of a member, and waits until its door is open.
    pub(crate) fn run(&mut self, member: &'static str) {
        let command = self.command(member);
        self.run_by(member, command);
    }

    pub(crate) fn run_by(&mut self, member: &'static str, mut command: Command) {
        let child = command.spawn().unwrap();
        self.running.insert(member, Process(child));
        until(&format!("the node of {member} runs"), || {
            let ended = self.running.get_mut(member).unwrap().0.try_wait().unwrap();
            assert_eq!(ended, None, "{}", self.log(member));
            Client::connect(&self.directory(member)).is_ok()
        });
    }

    /// What the node of a member has logged.
    pub(crate) fn log(&self, member: &str) -> String {
        fs::read_to_string(self.directory(member).join("log")).unwrap_or_default()
    }

    /// Runs the four nodes; they come to have links, and each member has a representative.
    pub(crate) fn run_all(&mut self) {
        MEMBERS.into_iter().for_each(|member| self.run(member));
        self.wait_for_up(&MEMBERS, 4);
        for member in MEMBERS {
            let accredit =
                format!("member accredit representative --for 730d --dir D/{member} --as {member}/root");
            self.folder.done(&accredit);
        }
    }

    /// Waits until so many nodes are up, as each of these sees it.
    pub(crate) fn wait_for_up(&self, members: &[&str], many: u64) {
        for member in members {
            until(&format!("{member} sees {many} nodes up"), || self.standing(member).up() == many);
        }
    }

    pub(crate) fn process(&mut self, member: &str) -> &mut Process {
        self.running.get_mut(member).unwrap()
    }

    /// Kills a node as a loss of power would.
    pub(crate) fn kill(&mut self, member: &str) {
        drop(self.running.remove(member).unwrap());
    }

    /// Ends a node as an operator does.
    pub(crate) fn end(&mut self, member: &str) {
        let mut process = self.running.remove(member).unwrap();
        process.signal("TERM");
        assert_eq!(process.ended(), Some(0), "{}", self.log(member));
    }

    pub(crate) fn standing(&self, member: &str) -> Standing {
        Client::connect(&self.directory(member)).and_then(|client| client.standing()).unwrap()
    }

    /// Every block that the node of a member has.
    pub(crate) fn blocks(&self, member: &str) -> Vec<Vec<u8>> {
        let client = Client::connect(&self.directory(member)).unwrap();
        let mut blocks: Vec<Vec<u8>> = Vec::new();
        loop {
            let more = client.blocks(u64::try_from(blocks.len()).unwrap() + 1).unwrap();
            if more.is_empty() {
                return blocks;
            }
            blocks.extend(more);
        }
    }

    /// Waits until the nodes of these members have one record, and sees that all their blocks are the same.
    pub(crate) fn wait_for_one_record(&self, members: &[&str]) -> Vec<Vec<u8>> {
        until("one record", || {
            let all: Vec<_> = members.iter().map(|member| self.standing(member)).collect();
            all.iter().all(|one| (one.height, one.digest, one.waiting) == (all[0].height, all[0].digest, 0))
        });
        let first = self.blocks(members[0]);
        for member in members {
            let blocks = self.blocks(member);
            for (height, (one, other)) in (1..).zip(first.iter().zip(&blocks)) {
                assert!(one == other, "a fork at height {height}: {} and {member}", members[0]);
            }
        }
        first
    }

    /// What is answered at the address for the operations of a member's node: status and text; nothing if nobody is there.
    pub(crate) fn asked(&self, member: &str, path: &str) -> Option<(u16, String)> {
        let mut stream = TcpStream::connect(self.operations[member]).ok()?;
        write!(stream, "GET {path} HTTP/1.1\r\nhost: {member}\r\n\r\n").ok()?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer).ok()?;
        let (head, body) = answer.split_once("\r\n\r\n")?;
        Some((head.split(' ').nth(1)?.parse().ok()?, body.to_owned()))
    }
}

pub(crate) fn code(member: &str) -> MemberCode {
    member.parse().unwrap()
}

pub(crate) fn post(member: &str, office: Office) -> Post {
    Post { member: code(member), office }
}

fn genesis() -> Genesis {
    let text = fs::read_to_string(root().join("charters/partnership.toml")).unwrap();
    // Without the quota of the founding charter, which a stream of commands would use up.
    let charter = text.replace("commands-a-day = 200", "commands-a-day = 1000000");
    assert_ne!(charter, text);
    let public = |member: &str, office| Key::of_exercise(EXERCISE, post(member, office)).public();
    let founder = |member: &str| Founder {
        member: code(member),
        root: public(member, Office::Root),
        recovery: public(member, Office::Recovery),
        node: Key::of_exercise_node(EXERCISE, code(member)).public(),
    };
    Genesis::new(Nature::Rehearsal { rate: 0 }, BEGINS, &charter, MEMBERS.map(founder).to_vec()).unwrap()
}

fn keep_keys(ring: &KeyRing, member: &str) {
    for office in [Office::Root, Office::Recovery] {
        let post = post(member, office);
        ring.keep(post, &Key::of_exercise(EXERCISE, post)).unwrap();
    }
    ring.keep_node(code(member), &Key::of_exercise_node(EXERCISE, code(member))).unwrap();
}

/// A free port of this machine for each member.
fn ports() -> BTreeMap<&'static str, SocketAddr> {
    MEMBERS.into_iter().zip(free_addresses(MEMBERS.len()).unwrap()).collect()
}
