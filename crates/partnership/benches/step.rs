//! How near `step` comes to what a signature check alone costs, and what it costs without one.
//!
//! Both sides run in turns in the same process, so that a busy machine slows both; the median of the rounds is
//! told. `just bench` runs it.
#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::float_arithmetic, reason = "a benchmark")]
#![allow(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::indexing_slicing,
    reason = "a benchmark"
)]
#![allow(missing_docs, clippy::missing_panics_doc, reason = "a benchmark")]

use std::time::{Duration, Instant};

use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use quorate_charter::{MemberCode, Office};
use quorate_partnership::decisions::{self, Choice, Effect, Open, Table, Vote};
use quorate_partnership::{
    Authentic, Block, Command, CommandId, DecisionNo, Founder, Genesis, Moment, Nature, Partnership, Post,
    PublicKey, Signed, Unsigned, fund, members,
};

const BEGINS: Moment = Moment(1_796_115_600_000);
const A_DAY: u64 = 86_400_000;
const ROUNDS: usize = 15;
const COMMANDS: u64 = 2_000;
const MEMBERS: [&str; 4] = ["CAN", "DEU", "FRA", "GBR"];

fn main() {
    with_signatures();
    without_signatures();
}

fn key(post: Post) -> SigningKey {
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

fn post(member: &str, office: Office) -> Post {
    Post { member: member.parse().unwrap(), office }
}

/// Four members under the founding charter with its quotas lifted, each with a representative.
fn founded(nature: Nature) -> Partnership {
    let charter = include_str!("../../../charters/partnership.toml")
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

fn sign(partnership: &Partnership, post: Post, nonce: u64, command: Command) -> Signed {
    let key = key(post);
    let expires = Moment(partnership.moment().0 + A_DAY);
    let unsigned = Unsigned::prepare(partnership.basis(), post, public(&key), expires, nonce, command);
    let signature = key.sign(unsigned.to_be_signed()).to_bytes();
    Signed::read(&unsigned.with_signature(&signature), &partnership.id()).unwrap()
}

fn block(partnership: &Partnership, commands: Vec<Signed>) -> Block {
    let moment = Moment(partnership.moment().0 + 1);
    Block::new(partnership.height() + 1, partnership.tip(), partnership.extent(), moment, commands).unwrap()
}

fn note(nonce: u64) -> Command {
    let source = format!("note {nonce}").parse().unwrap();
    let of = "FRA".parse().unwrap();
    let indicate = fund::Indicate { of, standing: fund::Standing::Expected, amount: None, source };
    fund::Command::Indicate(indicate).into()
}

/// Reading a block from bytes and stepping through it, against `verify_strict` of as many signatures.
fn with_signatures() {
    let partnership = founded(Nature::Real);
    let by = post("FRA", Office::Representative);
    let commands: Vec<Signed> =
        (0..COMMANDS).map(|nonce| sign(&partnership, by, nonce, note(nonce))).collect();
    let block = block(&partnership, commands);
    let (bytes, id) = (block.bytes().to_vec(), partnership.id());
    let bare = bare(block.commands());
    let mut ratios = Vec::new();
    let mut steps = Vec::new();
    for _ in 0..ROUNDS {
        let mut copy = partnership.clone();
        let started = Instant::now();
        let read = Block::read(&bytes, &id).unwrap();
        copy.step(&read).unwrap();
        let step = started.elapsed();
        let limit = verify(&bare);
        ratios.push(limit.as_secs_f64() / step.as_secs_f64());
        steps.push(COMMANDS as f64 / step.as_secs_f64());
    }
    println!(
        "step with signatures: {:.0} commands/s, {:.1} % of bare Ed25519 verify_strict (to reach: 85 %)",
        median(&mut steps),
        100.0 * median(&mut ratios)
    );
}

type Checked = (VerifyingKey, Vec<u8>, Signature);

/// The same number of signatures over messages of the same length.
fn bare(commands: &[Signed]) -> Vec<Checked> {
    let key = key(post("FRA", Office::Representative));
    let checked = |command: &Signed| {
        let message = command.bytes().to_vec();
        let signature = key.sign(&message);
        (key.verifying_key(), message, signature)
    };
    commands.iter().map(checked).collect()
}

fn verify(signatures: &[Checked]) -> Duration {
    let started = Instant::now();
    for (key, message, signature) in signatures {
        key.verify_strict(message, signature).unwrap();
    }
    started.elapsed()
}

/// Votes on open decisions, presumed in a rehearsal.
fn without_signatures() {
    let mut partnership = founded(Nature::Rehearsal { rate: 0 });
    let decisions = open(&mut partnership);
    let mut votes = Vec::new();
    for decision in 1..=decisions {
        for member in MEMBERS {
            let vote = Vote::plain(DecisionNo(decision), Choice::InFavour, None);
            votes.push(presumed(
                &partnership,
                post(member, Office::Representative),
                votes.len() as u64,
                decisions::Command::Vote(vote).into(),
            ));
        }
    }
    let mut rates = Vec::new();
    for _ in 0..ROUNDS {
        let mut copy = partnership.clone();
        let at = Moment(copy.moment().0 + 1);
        let started = Instant::now();
        let stepped = copy.step_presumed(at, &votes).unwrap();
        let took = started.elapsed();
        assert!(stepped.outcomes.iter().all(|outcome| outcome.refusal.is_none()));
        rates.push(votes.len() as f64 / took.as_secs_f64());
    }
    println!("step without signatures: {:.0} votes/s (to reach: 200000)", median(&mut rates));
}

/// Opens many decisions to call a little money that a member signed.
fn open(partnership: &mut Partnership) -> u32 {
    let usd = partnership.charter().fund().currency();
    let money = |minor| quorate_ledger::Money::new(minor, usd).unwrap();
    let sign = fund::SignAgreement { paid_in: money(1), callable: money(1_000_000) };
    let by = post("FRA", Office::Representative);
    let mut commands = vec![presumed(
        partnership,
        post("FRA", Office::Root),
        1 << 40,
        fund::Command::SignAgreement(sign).into(),
    )];
    let decisions = 1_000;
    for decision in 1..=decisions {
        let table = Table { title: "a call".parse().unwrap(), effect: Effect::Call { total: money(1) } };
        let open = Open { decision: DecisionNo(decision) };
        let nonce = (1 << 41) + 2 * u64::from(decision);
        commands.push(presumed(partnership, by, nonce, decisions::Command::Table(table).into()));
        commands.push(presumed(partnership, by, nonce + 1, decisions::Command::Open(open).into()));
    }
    let at = Moment(partnership.moment().0 + 1);
    let stepped = partnership.step_presumed(at, &commands).unwrap();
    assert!(stepped.outcomes.iter().all(|outcome| outcome.refusal.is_none()));
    decisions
}

fn presumed(partnership: &Partnership, by: Post, nonce: u64, command: Command) -> Authentic {
    let mut id = [0; 32];
    // Spread as hashes are.
    id[..8].copy_from_slice(&nonce.wrapping_mul(0x9E37_79B9_7F4A_7C15).to_be_bytes());
    id[8..16].copy_from_slice(&nonce.to_be_bytes());
    let expires = Moment(partnership.moment().0 + A_DAY);
    Authentic::presumed(CommandId(id), by, expires, command)
}

fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
