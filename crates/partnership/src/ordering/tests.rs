//! Blocks that name their nodes, in a real partnership of four.

use alloc::vec;

use ed25519_dalek::Signer;

use super::*;
use crate::block::Block;
use crate::event::Event;
use crate::exercise::commands::{assist, open, request, table, usd, vote};
use crate::exercise::keys::{public, signing};
use crate::exercise::{DAY, Real};
use crate::signed::Signed;
use crate::step::{InvalidBlock, Stepped};
use crate::{BlockId, PartnershipId};

fn node(of: &str) -> PublicKey {
    public(&[of, "/node"].concat())
}

fn said(of: &str, partnership: PartnershipId, word: Word) -> SignedWord {
    let key = [of, "/node"].concat();
    let signature = signing(&key).sign(&word.to_be_signed(partnership, &public(&key))).to_bytes();
    SignedWord { word, signature }
}

/// The seals of these members' nodes under the last block.
fn seals(real: &Real, turn: u32, by: &[&str]) -> Seals {
    let parent = &real.partnership;
    let (kind, height) = (WordKind::Second, parent.height());
    let word = Word { kind, height, turn, block: Some(parent.tip()), lock: None };
    let seal = |of: &&str| Seal { node: node(of), signature: said(of, parent.id(), word).signature };
    let mut by: Vec<Seal> = by.iter().map(seal).collect();
    by.sort();
    Seals { turn, by }
}

const THREE: [&str; 3] = ["CAN", "DEU", "GBR"];

fn orderer(real: &Real, by: &str) -> Orderer {
    let seals = real.partnership.ordering.is_named.then(|| seals(real, 0, &THREE));
    Orderer { node: node(by), seals, evidence: vec![] }
}

fn block(real: &Real, orderer: Orderer, commands: Vec<Signed>) -> Block {
    Block::ordered(real.partnership.head(real.next()), orderer, commands).unwrap()
}

/// A block of these commands, ordered by a member's node.
fn by(real: &mut Real, of: &str, commands: Vec<Signed>) -> Stepped {
    let block = block(real, orderer(real, of), commands);
    assert_eq!(Block::read(block.bytes(), &real.partnership.id()).as_ref(), Ok(&block));
    real.follow(&block).unwrap()
}

fn refused(real: &mut Real, orderer: Orderer) -> InvalidBlock {
    let block = block(real, orderer, vec![]);
    assert_eq!(real.partnership.check(&block).err(), real.follow(&block).err(), "judged alike");
    real.partnership.check(&block).unwrap_err()
}

#[test]
fn b4_a_block_names_a_node_that_agrees_and_once_nodes_agree_every_block_does() {
    let mut real = Real::begin();
    let stranger = Orderer { node: public("CAN/root"), ..orderer(&real, "CAN") };
    assert_eq!(refused(&mut real, stranger), InvalidBlock::NoNode);
    by(&mut real, "CAN", vec![]);
    assert_eq!(real.step(vec![]), Err(InvalidBlock::NoNode));
}

#[test]
fn b5_a_block_carries_what_made_its_parent_final() {
    let mut real = Real::begin();
    let early = Orderer { seals: Some(seals(&real, 0, &THREE)), ..orderer(&real, "CAN") };
    assert_eq!(refused(&mut real, early), InvalidBlock::ParentNotFinal, "the parent names no node");
    by(&mut real, "CAN", vec![]);
    let good = seals(&real, 0, &THREE);
    let other_turn = Seals { turn: 1, by: good.by.clone() };
    let two = seals(&real, 0, &["CAN", "DEU"]);
    let stranger = seals(&real, 0, &["CAN", "DEU", "XAA"]);
    let mut twice = good.clone();
    twice.by[1] = twice.by[0];
    let mut unordered = good.clone();
    unordered.by.swap(0, 1);
    let mut forged = good.clone();
    forged.by[2].signature[7] ^= 1;
    for bad in [None, Some(other_turn), Some(two), Some(stranger), Some(twice), Some(unordered), Some(forged)]
    {
        let bad = Orderer { seals: bad, ..orderer(&real, "DEU") };
        assert_eq!(refused(&mut real, bad.clone()), InvalidBlock::ParentNotFinal, "{bad:?}");
    }
    for good in [good, seals(&real, 3, &["CAN", "DEU", "FRA", "GBR"])] {
        let block = block(&real, Orderer { seals: Some(good), ..orderer(&real, "DEU") }, vec![]);
        assert!(real.partnership.check(&block).is_ok());
    }
}

/// Two second votes of a member's node for different blocks at the same place.
fn evidence(real: &Real, of: &str, height: u64) -> Evidence {
    let word = |block: u8| {
        let block = Some(BlockId([block; 32]));
        Word { kind: WordKind::Second, height, turn: 0, block, lock: None }
    };
    let id = real.partnership.id();
    Evidence::new(node(of), said(of, id, word(1)), said(of, id, word(2))).unwrap()
}

fn with(real: &Real, evidence: Vec<Evidence>) -> Orderer {
    Orderer { evidence, ..orderer(real, "CAN") }
}

#[test]
fn b6_evidence_names_a_node_in_the_record_once_a_day() {
    let mut real = Real::begin();
    let proof = evidence(&real, "FRA", 1);
    assert!(real.partnership.takes_evidence(&proof, real.next()));
    let good = with(&real, vec![proof]);
    let block = block(&real, good, vec![]);
    let booked = real.follow(&block).unwrap().booked;
    let fra = "FRA".parse().unwrap();
    let expected: Event = members::Event::DoubleSigned { member: fra, height: 1 }.into();
    assert_eq!(booked.iter().map(|booked| booked.event.clone()).collect::<Vec<_>>(), [expected]);
    let again = with(&real, vec![evidence(&real, "FRA", 2)]);
    assert_eq!(refused(&mut real, again), InvalidBlock::NoEvidence, "it was said today");
    assert!(!real.partnership.takes_evidence(&proof, real.next()));
    let next = Moment(block.moment().0 + DAY - 1);
    let later = evidence(&real, "FRA", 2);
    assert!(!real.partnership.takes_evidence(&later, next));
    let next = Moment(next.0 + 1);
    assert!(real.partnership.takes_evidence(&later, next));
    assert!(!real.partnership.takes_evidence(&proof, next), "the same is said once for ever");
}

#[test]
fn b6_what_proves_nothing_is_no_evidence() {
    let mut real = Real::begin();
    let id = real.partnership.id();
    let good = evidence(&real, "FRA", 1);
    let mut forged = good;
    forged.other.signature[0] ^= 1;
    let alike = Evidence { other: good.one, ..good };
    let swapped = Evidence { one: good.other, other: good.one, ..good };
    let elsewhere = Word { turn: 1, ..good.other.word };
    let elsewhere = Evidence { other: said("FRA", id, elsewhere), ..good };
    let of_other = Evidence { node: node("GBR"), ..good };
    let stranger = Evidence { node: public("FRA/root"), ..good };
    let ahead = evidence(&real, "FRA", real.partnership.height() + 2);
    for bad in [forged, alike, swapped, elsewhere, of_other, stranger, ahead] {
        let bad = with(&real, vec![bad]);
        assert_eq!(refused(&mut real, bad.clone()), InvalidBlock::NoEvidence, "{bad:?}");
    }
    let two = with(&real, vec![good, good]);
    assert_eq!(refused(&mut real, two), InvalidBlock::NoEvidence, "each once");
    assert_eq!(Evidence::new(node("FRA"), good.one, good.one), None);
    assert_eq!(Evidence::new(node("FRA"), good.other, good.one), Some(good));
}

#[test]
fn a_vote_is_heard_until_two_of_four_nodes_ordered_a_block_past_the_deadline() {
    let mut real = Real::begin();
    real.accept("CAN/representative", request(&[usd("10.00")]));
    real.accept("DEU/representative", table(assist(1)));
    real.accept("DEU/representative", open(1));
    let closes = Moment(real.next().0 - 1 + 3 * DAY);
    by(&mut real, "CAN", vec![]);
    real.at(Moment(closes.0 - 1));
    by(&mut real, "DEU", vec![]);
    // CAN's node drops votes, in two blocks; FRA's hears them.
    by(&mut real, "CAN", vec![]);
    assert_eq!(real.partnership.next_deadline(), Some(closes));
    by(&mut real, "CAN", vec![]);
    let late = real.sign("GBR/representative", vote(1, crate::decisions::Choice::InFavour));
    let stepped = by(&mut real, "FRA", vec![late]);
    assert_eq!(stepped.outcomes[0].refusal, None);
    let closing = stepped.booked.last().unwrap();
    assert!(matches!(&closing.event, Event::Decisions(crate::decisions::Event::Closed { .. })));
    assert_eq!(closing.fell_due, Some(closes));
}
