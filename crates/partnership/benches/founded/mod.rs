//! A partnership of four members under the founding charter, with decisions to vote on.
#![allow(dead_code, reason = "shared by benchmarks; each uses a part")]

use std::ops::RangeInclusive;

use ed25519_dalek::{Signer, SigningKey};
use quorate_charter::{MemberCode, Office};
use quorate_partnership::decisions::{self, Choice, Effect, Open, Table, Vote};
use quorate_partnership::{
    Authentic, Block, Command, CommandId, DecisionNo, Founder, Genesis, Moment, Nature, Partnership, Post,
    PublicKey, Signed, Unsigned, fund, members,
};

const BEGINS: Moment = Moment(1_796_115_600_000);
pub(crate) const A_DAY: u64 = 86_400_000;
pub(crate) const MEMBERS: [&str; 4] = ["CAN", "DEU", "FRA", "GBR"];

pub(crate) fn key(post: Post) -> SigningKey {
    let mut seed = [7; 32];
    seed[..3].copy_from_slice(post.member.as_str().as_bytes());
    seed[3] = post.office.name().len() as u8;
    SigningKey::from_bytes(&seed)
}

fn node_key(member: &str) -> SigningKey {
    let mut seed = [9; 32];
    seed[..3].copy_from_slice(member.as_bytes());
    SigningKey::from_bytes(&seed)
}

fn public(key: &SigningKey) -> PublicKey {
    PublicKey(key.verifying_key().to_bytes())
}

pub(crate) fn post(member: &str, office: Office) -> Post {
    Post { member: member.parse().unwrap(), office }
}

/// Four members under the founding charter with its quotas lifted, each with a representative.
pub(crate) fn founded(nature: Nature) -> Partnership {
    let charter = include_str!("../../../../charters/partnership.toml")
        .replace("commands-a-day = 200", "commands-a-day = 1000000")
        .replace("reserve-a-day = 50", "reserve-a-day = 1000000");
    let founder = |member: &str| Founder {
        member: member.parse::<MemberCode>().unwrap(),
        root: public(&key(post(member, Office::Root))),
        recovery: public(&key(post(member, Office::Recovery))),
        node: public(&node_key(member)),
    };
    let genesis = Genesis::new(nature, BEGINS, &charter, MEMBERS.map(founder).to_vec()).unwrap();
    let mut partnership = Partnership::begin(&genesis).unwrap();
    let accredit = |member: &&str| {
        let key = public(&key(post(member, Office::Representative)));
        let (from, until) = (BEGINS, Moment(BEGINS.0 + 300 * A_DAY));
        let accredit = members::Accredit { key, office: Office::Representative, from, until };
        sign(&partnership, post(member, Office::Root), 0, members::Command::Accredit(accredit).into())
    };
    let commands = MEMBERS.iter().map(accredit).collect();
    let block = block(&partnership, commands);
    partnership.step(&block).unwrap();
    partnership
}

pub(crate) fn sign(partnership: &Partnership, post: Post, nonce: u64, command: Command) -> Signed {
    let key = key(post);
    let expires = Moment(partnership.moment().0 + A_DAY);
    let unsigned = Unsigned::prepare(partnership.basis(), post, public(&key), expires, nonce, command);
    let signature = key.sign(unsigned.to_be_signed()).to_bytes();
    Signed::read(&unsigned.with_signature(&signature), &partnership.id()).unwrap()
}

pub(crate) fn block(partnership: &Partnership, commands: Vec<Signed>) -> Block {
    let moment = Moment(partnership.moment().0 + 1);
    Block::new(partnership.height() + 1, partnership.tip(), partnership.extent(), moment, commands).unwrap()
}

/// FRA signs an agreement under which very much can be called.
pub(crate) fn agree(partnership: &mut Partnership) {
    let usd = partnership.charter().fund().currency();
    let money = |minor| quorate_ledger::Money::new(minor, usd).unwrap();
    let sign = fund::SignAgreement { paid_in: money(1), callable: money(1_000_000), instalments: None };
    let root = post("FRA", Office::Root);
    let agree = presumed(partnership, root, 1 << 40, fund::Command::SignAgreement(sign).into());
    all_taken(partnership, &[agree]);
}

/// Opens decisions with these numbers, which must be the next, to call a little money that a member signed.
pub(crate) fn open(partnership: &mut Partnership, numbers: RangeInclusive<u32>) {
    let usd = partnership.charter().fund().currency();
    let total = quorate_ledger::Money::new(1, usd).unwrap();
    let by = post("FRA", Office::Representative);
    let mut commands = Vec::new();
    for decision in numbers {
        let table = Table { title: "a call".parse().unwrap(), effect: Effect::Call { total } };
        let open = Open { decision: DecisionNo(decision) };
        let nonce = (1 << 41) + 2 * u64::from(decision);
        commands.push(presumed(partnership, by, nonce, decisions::Command::Table(table).into()));
        commands.push(presumed(partnership, by, nonce + 1, decisions::Command::Open(open).into()));
    }
    all_taken(partnership, &commands);
}

/// A vote of each member on each of these decisions.
pub(crate) fn votes(partnership: &Partnership, numbers: RangeInclusive<u32>) -> Vec<Authentic> {
    let numbers = numbers.flat_map(|decision| (0_u64..).zip(MEMBERS).map(move |member| (decision, member)));
    let vote = |(decision, (at, member)): (u32, (u64, &str))| {
        let vote = Vote::plain(DecisionNo(decision), Choice::InFavour, None);
        let nonce = 4 * u64::from(decision) + at;
        let by = post(member, Office::Representative);
        presumed(partnership, by, nonce, decisions::Command::Vote(vote).into())
    };
    numbers.map(vote).collect()
}

/// Steps through a block of commands that no rule refuses.
pub(crate) fn all_taken(partnership: &mut Partnership, commands: &[Authentic]) {
    let at = Moment(partnership.moment().0 + 1);
    let stepped = partnership.step_presumed(at, commands).unwrap();
    assert!(stepped.outcomes.iter().all(|outcome| outcome.refusal.is_none()));
}

pub(crate) fn presumed(partnership: &Partnership, by: Post, nonce: u64, command: Command) -> Authentic {
    let mut id = [0; 32];
    // Spread as hashes are.
    id[..8].copy_from_slice(&nonce.wrapping_mul(0x9E37_79B9_7F4A_7C15).to_be_bytes());
    id[8..16].copy_from_slice(&nonce.to_be_bytes());
    let expires = Moment(partnership.moment().0 + A_DAY);
    Authentic::presumed(CommandId(id), by, expires, command)
}
