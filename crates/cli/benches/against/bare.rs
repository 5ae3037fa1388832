//! The bare engine's side.

use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener};
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use ed25519_dalek::{Signer as _, SigningKey};

use crate::process::Process;
use crate::side::{Door, Side};

/// How long a command is, and the key that signs all: as in `peers/bare-engine/src/block.rs`.
const COMMAND_BYTES: usize = 250;
const GIVER: [u8; 32] = [7; 32];
const NODES: usize = 4;

/// Four nodes of the bare engine.
pub(crate) struct Bare {
    directory: PathBuf,
    nodes: Vec<Option<Process>>,
    giver: SigningKey,
    given: u64,
}

/// Where its binary is, which the recipe builds.
fn binary() -> PathBuf {
    let built = "../../peers/bare-engine/target/release/bare-engine";
    std::env::var_os("BARE_ENGINE")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join(built), PathBuf::from)
}

impl Bare {
    pub(crate) fn begin(directory: &Path) -> Bare {
        let port = four_ports();
        let start = |node: usize| {
            let mut command = Command::new(binary());
            command.arg(directory.join(node.to_string())).arg(node.to_string()).arg(port.to_string());
            Some(Process::start(command.stderr(Stdio::inherit())))
        };
        let nodes = (0..NODES).map(start).collect();
        let mut bare =
            Bare { directory: directory.into(), nodes, giver: SigningKey::from_bytes(&GIVER), given: 0 };
        while (0..NODES).any(|node| bare.reached(node).is_none()) {
            sleep(Duration::from_millis(50));
        }
        let first = bare.sign(1);
        bare.door(0).give(&first);
        bare
    }

    pub(crate) fn long(&self) -> usize {
        COMMAND_BYTES
    }

    pub(crate) fn kill(&mut self, node: usize) {
        self.nodes[node] = None;
    }

    fn connect(&self, node: usize) -> Option<UnixStream> {
        UnixStream::connect(self.directory.join(node.to_string()).join("door")).ok()
    }
}

/// Four ports beside each other that nobody has.
fn four_ports() -> u16 {
    let is_free = |port: u16| TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok();
    (27_000..32_000).step_by(NODES).find(|port| (0..4).all(|beside| is_free(port + beside))).expect("ports")
}

impl Side for Bare {
    fn sign(&mut self, many: u64) -> Vec<Vec<u8>> {
        let command = |nonce: u64| {
            let mut signed = vec![0; COMMAND_BYTES - 64];
            signed[..8].copy_from_slice(&nonce.to_be_bytes());
            [self.giver.sign(&signed).to_bytes().as_slice(), &signed].concat()
        };
        let commands = (self.given..self.given + many).map(command).collect();
        self.given += many;
        commands
    }

    fn door(&self, node: usize) -> Box<dyn Door> {
        let others = self.running().into_iter().filter(|other| *other != node);
        let others = others.map(|other| self.connect(other).unwrap()).collect();
        Box::new(Doors { asked: self.connect(node).unwrap(), others, owed: false })
    }

    fn reached(&self, node: usize) -> Option<u64> {
        let mut door = self.connect(node)?;
        door.write_all(&0_u32.to_be_bytes()).ok()?;
        Some(answer(&mut door))
    }

    fn processes(&self) -> Vec<u32> {
        self.nodes.iter().flatten().map(Process::id).collect()
    }

    fn running(&self) -> Vec<usize> {
        (0..NODES).filter(|node| self.nodes[*node].is_some()).collect()
    }

    fn count(&mut self, _: u64) {}
}

/// The doors of all nodes: a command is given to each, and the answer of one is waited for.
struct Doors {
    asked: UnixStream,
    others: Vec<UnixStream>,
    /// Whether the others' last answers have not been read yet.
    owed: bool,
}

impl Door for Doors {
    fn give(&mut self, commands: &[Vec<u8>]) -> u64 {
        if self.owed {
            for other in &mut self.others {
                answer(other);
            }
        }
        let many = u32::try_from(commands.len()).unwrap().to_be_bytes();
        let said = [many.as_slice(), &commands.concat()].concat();
        for door in std::iter::once(&mut self.asked).chain(&mut self.others) {
            door.write_all(&said).unwrap();
        }
        self.owed = true;
        answer(&mut self.asked)
    }
}

/// The height that an answer names.
fn answer(door: &mut UnixStream) -> u64 {
    let mut bytes = [0; 16];
    door.read_exact(&mut bytes).unwrap();
    u64::from_be_bytes(bytes[..8].try_into().unwrap())
}
