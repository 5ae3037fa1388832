//! What a node does with what the engine asks of it.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::time::Duration;

use arc_malachitebft_app::types::{LocallyProposedValue, ProposedValue};
use arc_malachitebft_core_types as types;
use arc_malachitebft_engine::host::HeightParams;
use redb::{Database, ReadableDatabase as _, TableDefinition};
use types::{CommitCertificate, LinearTimeouts, Round, Validity};

use crate::block::Block;
use crate::context::{Choice, Height, Id, Nodes, Order, Part};
use crate::pool::Pool;

const BLOCKS: TableDefinition<'static, u64, (&[u8], &[u8])> = TableDefinition::new("blocks");
/// The most blocks of the next height that are kept.
const MAX_EARLY: usize = 64;

/// The node.
pub struct App {
    pub seat: Id,
    nodes: Nodes,
    pub pool: Pool,
    rows: Database,
    pub height: u64,
    tip: Id,
    blocks: HashMap<Id, (Block, Vec<u8>)>,
    proposals: BTreeMap<Round, Vec<ProposedValue<Order>>>,
    own: BTreeMap<Round, Id>,
    pub early: Vec<Part>,
}

/// The same as the product's.
fn timeouts() -> LinearTimeouts {
    let millis = Duration::from_millis;
    LinearTimeouts {
        propose: millis(800),
        propose_delta: millis(200),
        prevote: millis(300),
        prevote_delta: millis(200),
        precommit: millis(300),
        precommit_delta: millis(200),
        rebroadcast: millis(1_500),
        max_timeout: millis(10_000),
    }
}

impl App {
    pub fn new(directory: &Path, seat: Id, nodes: Nodes, pool: Pool) -> eyre::Result<App> {
        let rows = Database::create(directory.join("blocks.redb"))?;
        let write = rows.begin_write()?;
        write.open_table(BLOCKS)?;
        write.commit()?;
        Ok(App {
            seat,
            nodes,
            pool,
            rows,
            height: 0,
            tip: Id([0; 32]),
            blocks: HashMap::new(),
            proposals: BTreeMap::new(),
            own: BTreeMap::new(),
            early: Vec::new(),
        })
    }

    pub fn next(&self) -> Height {
        Height(self.height + 1)
    }

    pub fn params(&self) -> HeightParams<Order> {
        HeightParams::new(self.nodes.clone(), timeouts(), None)
    }

    /// What the node proposes in this round, and the block to tell, if it is a new one.
    pub fn propose(&mut self, round: Round) -> (LocallyProposedValue<Order>, Option<Part>) {
        let height = self.next();
        let proposed = |id| LocallyProposedValue::new(height, round, Choice(id));
        if let Some(id) = self.own.get(&round) {
            return (proposed(*id), None);
        }
        let block = Block { height: height.0, parent: self.tip, commands: self.pool.first() };
        let bytes = block.bytes();
        let id = Id::of(&bytes);
        self.own.insert(round, id);
        let part = Part { height, round, lock: Round::Nil, proposer: self.seat, block: bytes.clone() };
        self.blocks.insert(id, (block, bytes));
        (proposed(id), Some(part))
    }

    /// A block again, for another round.
    pub fn again(&self, (height, round, lock): (Height, Round, Round), proposer: Id, id: Id) -> Option<Part> {
        let (_, bytes) = self.blocks.get(&id)?;
        Some(Part { height, round, lock, proposer, block: bytes.clone() })
    }

    /// Takes a block, and tells what it was found to be.
    pub fn take(&mut self, part: Part) -> Option<ProposedValue<Order>> {
        if part.height > self.next() && self.early.len() < MAX_EARLY {
            self.early.push(part);
            return None;
        }
        (part.height == self.next()).then(|| self.judge(part))
    }

    pub fn judge(&mut self, part: Part) -> ProposedValue<Order> {
        let id = Id::of(&part.block);
        let is_known = self.blocks.contains_key(&id);
        let read = || borsh::from_slice::<Block>(&part.block).ok();
        let follows = |block: &Block| block.height == self.height + 1 && block.parent == self.tip;
        let block = (!is_known).then(read).flatten();
        let block = block.filter(|block| follows(block) && self.pool.may_stand(&block.commands));
        let is_sound = is_known || block.is_some();
        if let Some(block) = block {
            self.blocks.insert(id, (block, part.block));
        }
        let value = ProposedValue {
            height: part.height,
            round: part.round,
            valid_round: part.lock,
            proposer: part.proposer,
            value: Choice(id),
            validity: Validity::from_bool(is_sound),
        };
        self.proposals.entry(part.round).or_default().push(value.clone());
        value
    }

    /// What was proposed in a round, with what came for it early.
    pub fn proposed(&mut self, round: Round) -> Vec<ProposedValue<Order>> {
        for part in std::mem::take(&mut self.early) {
            self.take(part);
        }
        self.proposals.get(&round).cloned().unwrap_or_default()
    }

    /// A block is final: one durable commit.
    pub fn keep(&mut self, proof: &CommitCertificate<Order>) -> eyre::Result<()> {
        if proof.height != self.next() {
            return Ok(());
        }
        let known = self.blocks.remove(&proof.value_id);
        let (block, bytes) = known.ok_or_else(|| eyre::eyre!("a block is final that this node has not"))?;
        let write = self.rows.begin_write()?;
        write
            .open_table(BLOCKS)?
            .insert(block.height, (bytes.as_slice(), borsh::to_vec(proof)?.as_slice()))?;
        write.commit()?;
        self.height = block.height;
        self.tip = proof.value_id;
        self.pool.ordered(self.height, &block.commands);
        self.blocks.clear();
        self.proposals.clear();
        self.own.clear();
        Ok(())
    }

    /// A final block and what proves it, for a node that is behind.
    pub fn kept(&self, height: u64) -> eyre::Result<Option<(CommitCertificate<Order>, Vec<u8>)>> {
        let row = self.rows.begin_read()?.open_table(BLOCKS)?.get(height)?;
        let Some(row) = row else { return Ok(None) };
        let (bytes, proof) = row.value();
        Ok(Some((borsh::from_slice(proof)?, bytes.to_vec())))
    }
}
