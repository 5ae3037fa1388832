//! A small record, made again to the last byte each time: a call for money that two of four vote on, before and after two nodes
//! get other keys.

use quorate_charter::{Charter, MemberCode, Office};
use quorate_ledger::{Currency, Money};
use quorate_node::{CameTo, Key, Node, Signer as _};
use quorate_partnership::decisions::{self, Choice, Effect, Open, Table, Vote};
use quorate_partnership::fund::{self, SignAgreement};
use quorate_partnership::members::{self, Accredit, NameNode};
use quorate_partnership::{Command, DecisionNo, Founder, Genesis, Moment, Nature, Post};
use quorate_records::proof::{Note, RecordFile, Whole};

use crate::quorate::{Folder, root};

const BEGINS: u64 = 1_796_115_600_000;

/// What happens in a record besides the call and the vote of FRA.
#[derive(Clone, Copy, Default)]
pub(super) struct Course {
    /// GBR votes against.
    pub(super) is_opposed: bool,
    /// FRA and GBR get nodes with other keys.
    pub(super) nodes_change: bool,
    /// Keys that CAN accredits at the end, each in a block.
    pub(super) more: u64,
}

/// A record, and what it came to after each block.
pub(super) struct World {
    _folder: Folder,
    pub(super) node: Node,
    heights: Vec<CameTo>,
    nonce: u64,
}

fn key(name: &str) -> Key {
    Key::of_exercise("a small record", name.parse().unwrap())
}

/// The key of a member's node, its first, or its second.
fn node_key(member: MemberCode, is_second: bool) -> Key {
    let exercise = if is_second { "a small record, later" } else { "a small record" };
    Key::of_exercise_node(exercise, member)
}

fn genesis() -> Genesis {
    let text = std::fs::read_to_string(root().join("charters/consensus.toml")).unwrap();
    let founder = |member: MemberCode| Founder {
        member,
        root: key(&format!("{member}/root")).public(),
        recovery: key(&format!("{member}/recovery")).public(),
        node: node_key(member, false).public(),
    };
    let founders = Charter::read(&text).unwrap().members().map(|(member, _)| founder(member)).collect();
    Genesis::new(Nature::Rehearsal { rate: 0 }, Moment(BEGINS), &text, founders).unwrap()
}

impl World {
    pub(super) fn of(course: Course) -> World {
        let folder = Folder::new();
        let node = Node::create(&folder.path("D"), &genesis()).unwrap();
        let mut world = World { heights: vec![node.came_to()], _folder: folder, node, nonce: 0 };
        for member in ["FRA", "GBR"] {
            world.accredit(member, &format!("{member}/representative"));
        }
        if course.nodes_change {
            world.name_node("FRA");
        }
        let usd = |amount: &str| Money::parse(amount, Currency::from_code("USD").unwrap()).unwrap();
        let signed = SignAgreement { paid_in: usd("0.00"), callable: usd("500000000.00"), instalments: None };
        world.give("FRA/root", fund::Command::SignAgreement(signed).into());
        let table =
            Table { title: "Call".parse().unwrap(), effect: Effect::Call { total: usd("500000000.00") } };
        world.give("FRA/representative", decisions::Command::Table(table).into());
        let decision = DecisionNo(1);
        world.give("FRA/representative", decisions::Command::Open(Open { decision }).into());
        let vote = |world: &mut World, by: &str, choice| {
            let vote = Vote::plain(decision, choice, None);
            world.give(&format!("{by}/representative"), decisions::Command::Vote(vote).into());
        };
        vote(&mut world, "FRA", Choice::InFavour);
        if course.is_opposed {
            vote(&mut world, "GBR", Choice::Against);
        }
        world.wait("96h");
        world.wait("1h");
        if course.nodes_change {
            world.name_node("GBR");
        }
        for at in 0..course.more {
            world.accredit("CAN", &format!("CAN/{at}"));
        }
        world
    }

    fn give(&mut self, post: &str, command: Command) {
        self.nonce += 1;
        let expires = Moment(self.node.next_moment().0 + 3_600_000);
        let post: Post = post.parse().unwrap();
        let signed = key(&post.to_string())
            .sign_command(self.node.basis(), post, expires, self.nonce, command)
            .unwrap();
        let answers = self.node.submit(&[signed]).unwrap().answers;
        assert_eq!(answers.into_iter().next().unwrap().unwrap().refusal, None);
        self.heights.push(self.node.came_to());
    }

    fn accredit(&mut self, member: &str, name: &str) {
        let key = Key::of_exercise(name, "CAN/representative".parse().unwrap());
        let key = if name.starts_with("CAN") { key } else { self::key(name) }.public();
        let (from, until) = (Moment(BEGINS), Moment(BEGINS + 86_400_000 * 30));
        let accredit = Accredit { key, office: Office::Representative, from, until };
        self.give(&format!("{member}/root"), members::Command::Accredit(accredit).into());
    }

    fn name_node(&mut self, code: &str) {
        let member = code.parse().unwrap();
        let ready = node_key(member, true).sign_ready(self.node.basis(), member).unwrap();
        self.give(&format!("{code}/root"), members::Command::NameNode(NameNode { ready }).into());
    }

    fn wait(&mut self, period: &str) {
        self.node.wait(period.parse().unwrap()).unwrap();
        self.heights.push(self.node.came_to());
    }

    pub(super) fn last(&self) -> &CameTo {
        self.heights.last().unwrap()
    }

    /// What the record came to after a height.
    pub(super) fn after(&self, height: u64) -> &CameTo {
        self.heights.iter().find(|came_to| came_to.checkpoint.height == height).unwrap()
    }

    pub(super) fn whole(&self) -> Whole {
        self.node.whole(u64::MAX).unwrap()
    }

    /// The checkpoints of the changes, each signed by the nodes before it.
    pub(super) fn changes(&self, whole: &Whole) -> Vec<Note> {
        let came_to = |change: &quorate_records::proof::NodeChange| {
            signed(&CameTo { checkpoint: change.checkpoint, judges: change.judges.clone() }, &["CAN", "DEU"])
        };
        whole.changes.iter().map(came_to).collect()
    }

    /// The file of the decision, its checkpoint signed by the nodes of these members.
    pub(super) fn file(&self, by: &[&str]) -> Vec<u8> {
        let whole = self.whole();
        let (note, changes) = (signed(self.last(), by), self.changes(&whole));
        RecordFile::new(self.node.genesis(), (&note, &changes), DecisionNo(1), &whole).unwrap().to_bytes()
    }
}

/// What a record came to, signed by the nodes of these members that agreed on the block.
pub(super) fn signed(came_to: &CameTo, by: &[&str]) -> Note {
    let signs = |(member, public): &(MemberCode, quorate_partnership::PublicKey)| {
        let keys = [false, true].map(|is_second| node_key(*member, is_second));
        let key = keys.into_iter().find(|key| key.public() == *public).unwrap();
        let is_by = by.contains(&member.as_str());
        is_by.then(|| (*member, *public, key.sign_checkpoint(&came_to.checkpoint).unwrap()))
    };
    Note::new(came_to.checkpoint, &came_to.judges.iter().filter_map(signs).collect::<Vec<_>>())
}

/// The same, signed with the keys that the nodes of these members had at the genesis, whatever became of them.
pub(super) fn signed_with_first_keys(came_to: &CameTo, by: &[&str]) -> Note {
    let signature = |code: &&str| {
        let member: MemberCode = code.parse().unwrap();
        let key = node_key(member, false);
        (member, key.public(), key.sign_checkpoint(&came_to.checkpoint).unwrap())
    };
    Note::new(came_to.checkpoint, &by.iter().map(signature).collect::<Vec<_>>())
}
