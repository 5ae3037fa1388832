//! The engine as it comes, with its own network and log: what the nodes of the product are measured against.
//!
//! `bare-engine DIRECTORY INDEX PORT` runs one of four nodes on loopback, the others at the ports beside it. It does what any
//! order of signed commands must do, and nothing else: each command's signature is verified once at each node, each block is
//! one durable commit, there is a block when there is something to order. Commands are given to all four nodes by whoever
//! gives them: there is no gossip of them. It begins anew each time: a node that was killed does not return.

mod app;
mod block;
mod context;
mod door;
mod pool;
mod sign;
mod wire;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use arc_malachitebft_app::config::{ConsensusConfig, NodeConfig, ValuePayload, ValueSyncConfig};
use arc_malachitebft_app::net::Multiaddr;
use arc_malachitebft_app::streaming::{StreamContent, StreamId, StreamMessage};
use arc_malachitebft_app::types::Keypair;
use arc_malachitebft_app::types::codec::Codec as _;
use arc_malachitebft_app::types::sync::RawDecidedValue;
use arc_malachitebft_app_channel as engine;
use arc_malachitebft_core_types::Round;
use arc_malachitebft_engine::host::{Next, SyncedValueOutcome};
use arc_malachitebft_signing::Signer as _;
use engine::{AppMsg, Channels, NetworkMsg, Reply};
use tokio::time::Instant;

use app::App;
use context::{Height, Node, Nodes, Order, Part};
use pool::Pool;
use sign::Secret;
use wire::Wire;

const NODES: u8 = 4;
/// How long a height is held back when there is nothing to order.
const HEARTBEAT: Duration = Duration::from_secs(5);

#[derive(Clone)]
struct Config {
    name: String,
    consensus: ConsensusConfig,
    value_sync: ValueSyncConfig,
}

impl NodeConfig for Config {
    fn moniker(&self) -> &str {
        &self.name
    }

    fn consensus(&self) -> &ConsensusConfig {
        &self.consensus
    }

    fn consensus_mut(&mut self) -> &mut ConsensusConfig {
        &mut self.consensus
    }

    fn value_sync(&self) -> &ValueSyncConfig {
        &self.value_sync
    }

    fn value_sync_mut(&mut self) -> &mut ValueSyncConfig {
        &mut self.value_sync
    }
}

fn network_key(index: u8) -> eyre::Result<Keypair> {
    Ok(Keypair::ed25519_from_bytes([index.wrapping_add(201); 32])?)
}

fn address(index: u8, port: u16) -> String {
    format!("/ip4/127.0.0.1/tcp/{}", port.wrapping_add(index.into()))
}

fn config(index: u8, port: u16) -> eyre::Result<Config> {
    let mut consensus =
        ConsensusConfig { value_payload: ValuePayload::ProposalAndParts, ..Default::default() };
    consensus.p2p.listen_addr = address(index, port).parse()?;
    let others = (0..NODES).filter(|other| *other != index);
    let peer = |other| -> eyre::Result<Multiaddr> {
        let id = network_key(other)?.public().to_peer_id();
        Ok(format!("{}/p2p/{id}", address(other, port)).parse()?)
    };
    consensus.p2p.persistent_peers = others.map(peer).collect::<eyre::Result<_>>()?;
    consensus.p2p.persistent_peers_only = true;
    consensus.p2p.discovery.enabled = false;
    consensus.p2p.discovery.max_connections_per_ip = 100;
    consensus.p2p.pubsub_max_size = "16MiB".parse().map_err(|_| eyre::eyre!("a size"))?;
    consensus.p2p.rpc_max_size = "32MiB".parse().map_err(|_| eyre::eyre!("a size"))?;
    let value_sync = ValueSyncConfig {
        status_update_interval: Duration::from_secs(1),
        max_response_size: "24MiB".parse().map_err(|_| eyre::eyre!("a size"))?,
        ..Default::default()
    };
    Ok(Config { name: format!("node {index}"), consensus, value_sync })
}

async fn start(directory: &Path, index: u8, port: u16) -> eyre::Result<Channels<Order>> {
    let (config, key) = (config(index, port)?, Secret::of_node(index));
    let (public, seat, network) = (key.public(), key.public().seat(), network_key(index)?);
    let proof = key.sign_validator_proof(public.0.to_vec(), network.public().to_peer_id().to_bytes()).await;
    let proof = Wire.encode(&proof.map_err(|_| eyre::eyre!("no proof of the node's key"))?)?;
    let identity =
        engine::NetworkIdentity::new_validator(config.name.clone(), network, seat.to_string(), proof);
    let (channels, _) = engine::start_engine(
        Order,
        config,
        engine::WalContext::new(directory.join("log"), Wire),
        engine::NetworkContext::new(identity, Wire),
        engine::ConsensusContext::new_validator(seat, Box::new(key.clone()), Box::new(key)),
        engine::SyncContext::new(Wire),
        engine::RequestContext::new(100),
    )
    .await?;
    Ok(channels)
}

/// A height that has ended, and until when the next is held back.
struct Held {
    reply: Reply<Next<Order>>,
    until: Instant,
}

struct Running {
    app: App,
    channels: Channels<Order>,
    held: Option<Held>,
    told: u64,
}

#[tokio::main]
async fn main() -> eyre::Result<()> {
    let said: Vec<String> = std::env::args().skip(1).collect();
    let [directory, index, port] = said.as_slice() else { eyre::bail!("bare-engine DIRECTORY INDEX PORT") };
    let (directory, index, port) = (PathBuf::from(directory), index.parse()?, port.parse()?);
    std::fs::create_dir_all(&directory)?;
    let node = |index| {
        let key = Secret::of_node(index).public();
        Node { seat: key.seat(), key }
    };
    let (nodes, pool) = (Nodes(Arc::from_iter((0..NODES).map(node))), Pool::new());
    let app = App::new(&directory, node(index).seat, nodes, pool.clone())?;
    let channels = start(&directory, index, port).await?;
    door::open(&directory, pool)?;
    Running { app, channels, held: None, told: 0 }.run().await
}

impl Running {
    async fn run(mut self) -> eyre::Result<()> {
        let came = Arc::clone(&self.app.pool.came);
        loop {
            let until = self.held.as_ref().map(|held| held.until);
            let is_wanted = || !self.app.pool.is_empty() || !self.app.early.is_empty();
            if until.is_some_and(|until| until <= Instant::now() || is_wanted())
                && let Some(held) = self.held.take()
            {
                let _ = held.reply.send(Next::Start(self.app.next(), self.app.params()));
            }
            let sleep = tokio::time::sleep_until(until.unwrap_or_else(Instant::now));
            let asked = tokio::select! {
                asked = self.channels.consensus.recv() => asked,
                () = came.notified(), if self.held.is_some() => continue,
                () = sleep, if self.held.is_some() => continue,
            };
            let Some(asked) = asked else { eyre::bail!("the engine has ended") };
            self.answer(asked).await?;
        }
    }

    async fn tell(&mut self, part: Part) -> eyre::Result<()> {
        self.told += 1;
        let id = StreamId::new([self.app.seat.0.as_slice(), &self.told.to_be_bytes()].concat().into());
        let part = StreamMessage::new(id, 0, StreamContent::Data(part));
        Ok(self.channels.network.send(NetworkMsg::PublishProposalPart(part)).await?)
    }

    /// Whoever asked and no longer listens needs no answer.
    async fn answer(&mut self, asked: AppMsg<Order>) -> eyre::Result<()> {
        let app = &mut self.app;
        match asked {
            AppMsg::ConsensusReady { reply } => drop(reply.send((app.next(), app.params()))),
            AppMsg::StartedRound { round, reply_value, .. } => drop(reply_value.send(app.proposed(round))),
            AppMsg::GetValue { round, reply, .. } => {
                let (proposed, part) = app.propose(round);
                let _ = reply.send(proposed);
                if let Some(part) = part {
                    self.tell(part).await?;
                }
            }
            AppMsg::ReceivedProposalPart { part, reply, .. } => {
                let judged = match part.content {
                    // The engine is still at the height before.
                    StreamContent::Data(part) if self.held.is_some() && part.height == app.next() => {
                        app.early.push(part);
                        None
                    }
                    StreamContent::Data(part) => app.take(part),
                    StreamContent::Fin => None,
                };
                let _ = reply.send(judged);
            }
            AppMsg::RestreamProposal { height, round, valid_round, address, value_id } => {
                if let Some(part) = app.again((height, round, valid_round), address, value_id) {
                    self.tell(part).await?;
                }
            }
            AppMsg::Decided { certificate, reply, .. } => {
                app.keep(&certificate)?;
                let _ = reply.send(());
            }
            AppMsg::Finalized { reply, .. } => {
                self.held = Some(Held { reply, until: Instant::now() + HEARTBEAT });
            }
            other => self.answer_the_rest(other)?,
        }
        Ok(())
    }

    fn answer_the_rest(&mut self, asked: AppMsg<Order>) -> eyre::Result<()> {
        let app = &mut self.app;
        match asked {
            AppMsg::ProcessSyncedValue { height, round, proposer, value_bytes, reply } => {
                let part = Part { height, round, lock: Round::Nil, proposer, block: value_bytes.to_vec() };
                let _ = reply.send(SyncedValueOutcome::Verdict(app.judge(part)));
            }
            AppMsg::GetDecidedValues { range, reply } => {
                let mut values = Vec::new();
                for height in range.start().0..=range.end().0 {
                    let Some((proof, bytes)) = app.kept(height)? else { break };
                    let certificate = wire::plain(proof);
                    values.push(RawDecidedValue { certificate, value_bytes: bytes.into() });
                }
                let _ = reply.send(values);
            }
            AppMsg::GetHistoryMinHeight { reply } => drop(reply.send(Height(1))),
            AppMsg::ExtendVote { reply, .. } => drop(reply.send(None)),
            AppMsg::VerifyVoteExtensions { extensions, reply, .. } => {
                drop(reply.send(extensions.into_iter().map(|(seat, _)| (seat, Ok(()))).collect()));
            }
            _ => {}
        }
        Ok(())
    }
}
