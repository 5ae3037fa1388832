//! The members' nodes of a demonstration: a process each, with a directory, keys and a port of its own.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use quorate_charter::MemberCode;
use quorate_node::links::free_addresses;
use quorate_node::run::{Client, Config, Standing};
use quorate_node::simulation::{FalseNode, Lie};
use quorate_node::{KeyRing, Node};
use quorate_partnership::Genesis;

use crate::args::At;
use crate::failure::Failure;
use crate::session::Session;
use crate::story::{Story, keep_keys, keep_node_key};

/// How long something is waited for that takes a moment.
const PATIENCE: Duration = Duration::from_secs(60);
const PAUSE: Duration = Duration::from_millis(20);

/// The nodes. Their processes end with this.
pub(super) struct Nodes {
    base: PathBuf,
    genesis: Genesis,
    running: BTreeMap<MemberCode, Child>,
}

impl Drop for Nodes {
    fn drop(&mut self) {
        for child in self.running.values_mut() {
            // One that has ended by itself needs no ending.
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

impl Nodes {
    /// Makes the directories, and runs a node in each.
    pub(super) fn begin(story: &Story, genesis: &Genesis, base: &Path) -> Result<Nodes, Failure> {
        let members: Vec<MemberCode> = genesis.founders().iter().map(|founder| founder.member).collect();
        let places = places(&members)?;
        let mut nodes = Nodes { base: base.into(), genesis: genesis.clone(), running: BTreeMap::new() };
        for (member, listen) in &places {
            let directory = nodes.directory(*member);
            let ring = KeyRing::of(&directory);
            drop(Node::create(&directory, genesis)?);
            keep_keys(&story.title, *member, &ring)?;
            keep_node_key(&story.title, *member, &ring)?;
            let others = places.iter().filter(|(other, _)| *other != member);
            let others = others.map(|(other, address)| (*other, address.to_string())).collect();
            Config { listen: *listen, others, followers: BTreeMap::new(), operations: None }
                .write(&directory)?;
        }
        for member in members {
            nodes.run(member)?;
        }
        Ok(nodes)
    }

    pub(super) fn directory(&self, member: MemberCode) -> PathBuf {
        self.base.join(member.as_str())
    }

    pub(super) fn members(&self) -> impl Iterator<Item = MemberCode> {
        self.genesis.founders().iter().map(|founder| founder.member)
    }

    /// Runs the node of a member, and waits until its door is open.
    pub(super) fn run(&mut self, member: MemberCode) -> Result<(), Failure> {
        let directory = self.directory(member);
        let log = directory.join("node.log");
        let cannot = |source| Failure::File { path: log.clone(), to_be: "written", source };
        let said = File::options().create(true).append(true).open(&log).map_err(cannot)?;
        let program = std::env::current_exe().map_err(cannot)?;
        let child = Command::new(program)
            .args(["node", "run", "--until-eof", "--dir"])
            .arg(&directory)
            .stdin(Stdio::piped())
            .stdout(said.try_clone().map_err(cannot)?)
            .stderr(said)
            .spawn()
            .map_err(cannot)?;
        self.running.insert(member, child);
        let begun = Instant::now();
        while Client::connect(&directory).is_err() {
            let has_ended = self
                .running
                .get_mut(&member)
                .is_some_and(|child| child.try_wait().is_ok_and(|ended| ended.is_some()));
            if has_ended || begun.elapsed() > PATIENCE {
                let said = fs::read_to_string(&log).unwrap_or_default();
                let what = format!("the node of {member} does not run:\n{}", said.trim_end());
                return Err(Failure::usage(what, "look at the messages above"));
            }
            sleep(PAUSE);
        }
        Ok(())
    }

    /// Kills the node of a member, as a loss of power would.
    pub(super) fn kill(&mut self, member: MemberCode) -> Result<(), Failure> {
        if let Some(mut child) = self.running.remove(&member) {
            child.kill()?;
            child.wait()?;
        }
        Ok(())
    }

    /// A session with the node of a member.
    pub(super) fn session(&self, member: MemberCode) -> Result<Session, Failure> {
        Session::open(&At { dir: Some(self.directory(member)), ..At::default() })
    }

    /// How the node of a member stands.
    pub(super) fn standing(&self, member: MemberCode) -> Result<Standing, Failure> {
        Ok(Client::connect(&self.directory(member))?.standing()?)
    }

    /// In the place of a member's node, whose process has ended, one that proposes false blocks.
    pub(super) fn falsify(&mut self, member: MemberCode) -> Result<FalseNode, Failure> {
        self.kill(member)?;
        let directory = self.directory(member);
        let config = Config::read(&directory)?;
        let key = KeyRing::of(&directory).node(member)?;
        let key = key.ok_or_else(|| Failure::usage(format!("{member} has no node key"), ""))?;
        FalseNode::begin(&config, &self.genesis, (member, key), Lie::FalseBlocks)
            .map_err(|error| Failure::usage(error.to_string(), ""))
    }

    /// Waits until these nodes have the record of the first of them.
    pub(super) fn wait_for_one_record(&self, members: &[MemberCode]) -> Result<Standing, Failure> {
        let begun = Instant::now();
        loop {
            let standings: Vec<Standing> =
                members.iter().map(|member| self.standing(*member)).collect::<Result<_, _>>()?;
            if let Some((first, others)) = standings.split_first() {
                let is_same = |other: &Standing| (other.height, other.digest) == (first.height, first.digest);
                if others.iter().all(is_same) {
                    return Ok(first.clone());
                }
            }
            if begun.elapsed() > PATIENCE {
                return Err(Failure::usage(
                    "the nodes do not come to one record",
                    "look at `quorate node status`",
                ));
            }
            sleep(PAUSE);
        }
    }
}

/// A free port of this machine for each.
fn places(members: &[MemberCode]) -> Result<BTreeMap<MemberCode, SocketAddr>, Failure> {
    Ok(members.iter().copied().zip(free_addresses(members.len())?).collect())
}
