//! Plays a story: signs its commands, makes blocks of them, and keeps what came of it.

use ed25519_dalek::{Signer, SigningKey};
use quorate_charter::Office;
use quorate_partnership::members::{self, Accredit};
use quorate_partnership::{
    Block, Booked, Command, CommandId, Founder, Genesis, Moment, Nature, Partnership, Post, PublicKey,
    Signed, Unsigned, decisions,
};

use crate::story::{HOUR, Step};

/// The founders, and the State that may accede.
pub(crate) const MEMBERS: [&str; 5] = ["CAN", "DEU", "FRA", "GBR", "XAA"];
pub(crate) const FOUNDERS: usize = 4;
pub(crate) const CHARTER: &str = include_str!("../../../../charters/partnership.toml");
const BEGINS: Moment = Moment(1_767_225_600_000);

/// The partnership, the blocks that led there, and all that was booked.
pub(crate) struct World {
    pub(crate) genesis: Genesis,
    pub(crate) partnership: Partnership,
    pub(crate) blocks: Vec<Block>,
    pub(crate) booked: Vec<Booked>,
    nonce: u64,
    pub(crate) last_vote: Option<CommandId>,
}

fn signing(name: &str) -> SigningKey {
    let mut seed = [7; 32];
    seed[..name.len()].copy_from_slice(name.as_bytes());
    SigningKey::from_bytes(&seed)
}

pub(crate) fn public(name: &str) -> PublicKey {
    PublicKey(signing(name).verifying_key().to_bytes())
}

pub(crate) fn genesis() -> Genesis {
    genesis_under(CHARTER)
}

fn genesis_under(charter: &str) -> Genesis {
    let founder = |member: &str| Founder {
        member: member.parse().unwrap(),
        root: public(&format!("{member}/root")),
        recovery: public(&format!("{member}/recovery")),
        node: public(&format!("{member}/node")),
    };
    let founders = MEMBERS[..FOUNDERS].iter().map(|member| founder(member)).collect();
    Genesis::new(Nature::Rehearsal { rate: 0 }, BEGINS, charter, founders).unwrap()
}

impl World {
    /// Every member has accredited a representative, a treasurer and a case officer.
    pub(crate) fn begin() -> World {
        World::under(CHARTER)
    }

    /// The same under another charter.
    pub(crate) fn under(charter: &str) -> World {
        let genesis = genesis_under(charter);
        let partnership = Partnership::begin(&genesis).unwrap();
        let (blocks, booked) = (Vec::new(), Vec::new());
        let mut world = World { genesis, partnership, blocks, booked, nonce: 0, last_vote: None };
        let mut commands = Vec::new();
        for (member, office) in
            MEMBERS[..FOUNDERS].iter().flat_map(|member| Office::ACCREDITED.map(|of| (member, of)))
        {
            let key = public(&format!("{member}/{office}"));
            let until = Moment(BEGINS.0 + 700 * 24 * HOUR);
            let command = members::Command::Accredit(Accredit { key, office, from: BEGINS, until }).into();
            let root = Post { member: member.parse().unwrap(), office: Office::Root };
            commands.push(world.sign(root, Moment(BEGINS.0 + 1), command));
        }
        world.step(Moment(BEGINS.0 + 1), commands);
        world
    }

    /// Plays a whole story.
    pub(crate) fn play(story: &[Step]) -> World {
        let mut world = World::begin();
        world.go_on(story, |_| {});
        world
    }

    /// Plays a story and looks after every block.
    pub(crate) fn go_on(&mut self, story: &[Step], mut look: impl FnMut(&World)) {
        let (mut at, mut waiting) = (self.partnership.moment(), Vec::new());
        for step in story {
            if step.after > 0 {
                self.step_if_later(at, &mut waiting);
                look(self);
                at = Moment(at.0 + step.after);
            }
            let (office, command) = self.command(step, at);
            let office = if step.right_office { office } else { Office::ALL[step.member] };
            let post = Post { member: MEMBERS[step.member].parse().unwrap(), office };
            let is_vote = matches!(command, Command::Decisions(decisions::Command::Vote(_)));
            let signed = self.sign(post, at, command);
            if is_vote {
                self.last_vote = Some(signed.id());
            }
            waiting.push(signed);
        }
        self.step_if_later(at, &mut waiting);
        look(self);
    }

    fn step_if_later(&mut self, at: Moment, waiting: &mut Vec<Signed>) {
        // Like a node: what comes after a deadline does not ride in the block that is its last call.
        let before = Moment(at.0.saturating_sub(1));
        if self.partnership.next_deadline().is_some_and(|deadline| deadline <= before)
            && before > self.partnership.moment()
        {
            self.step(before, Vec::new());
        }
        if at > self.partnership.moment() {
            self.step(at, std::mem::take(waiting));
        }
    }

    /// The block of these commands that would follow.
    pub(crate) fn block(&self, at: Moment, commands: Vec<Signed>) -> Block {
        let parent = &self.partnership;
        Block::new(parent.height() + 1, parent.tip(), parent.extent(), at, commands).unwrap()
    }

    fn step(&mut self, at: Moment, commands: Vec<Signed>) {
        // What is not authentic would keep the whole block out: it is tried, and then left out.
        let all = self.block(at, commands.clone());
        let before = self.partnership.clone();
        let stepped = match self.partnership.step(&all) {
            Ok(stepped) => Ok((stepped, all)),
            Err(_) => {
                assert_eq!(self.partnership, before, "a block that cannot follow changes nothing");
                let judged = self.partnership.admit(at, &commands).1;
                let kept = commands.into_iter().zip(judged).filter(|(_, judged)| judged.is_ok());
                let block = self.block(at, kept.map(|(signed, _)| signed).collect());
                self.partnership.step(&block).map(|stepped| (stepped, block))
            }
        };
        let (stepped, block) = stepped.unwrap();
        self.blocks.push(block);
        self.booked.extend(stepped.booked);
    }

    pub(crate) fn sign(&mut self, post: Post, at: Moment, command: Command) -> Signed {
        self.nonce += 1;
        let (basis, key) = (self.partnership.basis(), post.to_string());
        let expires = Moment(at.0 + HOUR);
        let unsigned = Unsigned::prepare(basis, post, public(&key), expires, self.nonce, command);
        let signature = signing(&key).sign(unsigned.to_be_signed()).to_bytes();
        Signed::read(&unsigned.with_signature(&signature), &basis.partnership).unwrap()
    }
}
