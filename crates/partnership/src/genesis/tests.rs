#![allow(clippy::arithmetic_side_effects, reason = "tests count small numbers")]

use alloc::vec::Vec;

use super::{Founder, Genesis, GenesisError, Nature};
use crate::exercise::keys::{NO_POINT, WEAK};
use crate::exercise::{BEGINS, CHARTER, genesis};
use crate::ids::PublicKey;
use crate::moment::Moment;

fn founders() -> Vec<Founder> {
    genesis(Nature::Real, CHARTER).founders().to_vec()
}

fn new(founders: Vec<Founder>) -> Result<Genesis, GenesisError> {
    Genesis::new(Nature::Real, BEGINS, CHARTER, founders)
}

#[test]
fn founders_are_the_members_of_the_charter_in_their_order() {
    assert!(new(founders()).is_ok());
    let missing = |at: usize| {
        let mut founders = founders();
        founders.remove(at);
        new(founders)
    };
    assert_eq!(missing(0), Err(GenesisError::Founders("CAN".parse().unwrap())));
    assert_eq!(missing(3), Err(GenesisError::Founders("GBR".parse().unwrap())));
    let mut swapped = founders();
    swapped.swap(0, 1);
    assert_eq!(new(swapped), Err(GenesisError::Founders("CAN".parse().unwrap())));
    let mut one_more = founders();
    let key = |byte| PublicKey([byte; 32]);
    let stranger = Founder { member: "USA".parse().unwrap(), root: key(1), recovery: key(2), node: key(3) };
    one_more.push(stranger);
    assert_eq!(new(one_more), Err(GenesisError::Founders("USA".parse().unwrap())));
}

#[test]
fn a_key_stands_once() {
    for (at, from) in [(0, 0), (0, 1), (3, 0)] {
        let mut founders = founders();
        founders[at].recovery = founders[from].root;
        let member = founders[at.max(from)].member;
        assert_eq!(new(founders), Err(GenesisError::KeyTwice(member)));
    }
    for (at, from) in [(0, 0), (3, 0)] {
        let mut founders = founders();
        founders[at].node = founders[from].recovery;
        let member = founders[at].member;
        assert_eq!(new(founders), Err(GenesisError::KeyTwice(member)));
    }
}

#[test]
fn a_key_under_which_signatures_prove_nothing_founds_nothing() {
    for unsound in [NO_POINT, WEAK] {
        for at in [0, 3] {
            let [mut root, mut recovery, mut node] = [founders(), founders(), founders()];
            root[at].root = unsound;
            recovery[at].recovery = unsound;
            node[at].node = unsound;
            let member = root[at].member;
            assert_eq!(new(root), Err(GenesisError::UnsoundKey(member)));
            assert_eq!(new(recovery), Err(GenesisError::UnsoundKey(member)));
            assert_eq!(new(node), Err(GenesisError::UnsoundKey(member)));
        }
    }
}

#[test]
fn the_charter_is_read_and_its_faults_are_told() {
    let broken = CHARTER.replace("USD", "XXXX");
    assert!(matches!(Genesis::new(Nature::Real, BEGINS, &broken, founders()), Err(GenesisError::Charter(_))));
}

#[test]
fn everything_in_it_is_part_of_the_id() {
    let ids = [
        genesis(Nature::Real, CHARTER),
        genesis(Nature::Rehearsal { rate: 0 }, CHARTER),
        genesis(Nature::Rehearsal { rate: 1 }, CHARTER),
        Genesis::new(Nature::Real, Moment(BEGINS.0 + 1), CHARTER, founders()).unwrap(),
        genesis(Nature::Real, &CHARTER.replace("open = \"72h\"", "open = \"73h\"")),
    ]
    .map(|genesis| genesis.id());
    for (at, id) in ids.iter().enumerate() {
        assert!(!ids[..at].contains(id), "{at}");
    }
    let read = Genesis::from_bytes(&genesis(Nature::Real, CHARTER).to_bytes()).unwrap();
    assert_eq!(read.id(), ids[0]);
}
