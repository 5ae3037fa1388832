//! Desks that talk to one another by hand.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use quorate_charter::MemberCode;
use quorate_partnership::{Founder, Genesis, Moment, Nature, Partnership, PartnershipId};

use super::deposit::Said;
use super::fetching::PIECE_BYTES;
use super::*;
use crate::Key;
use crate::engine::{Seat, Validators};
use crate::run::Parcel;

mod lies;
mod limits;

const CHARTER: &str = include_str!("../../../../charters/partnership.toml");
const MEMBERS: [&str; 4] = ["CAN", "DEU", "FRA", "GBR"];

pub(super) fn key(of: &str) -> Key {
    Key::of_exercise(of, "GBR/root".parse().unwrap())
}

fn seat(of: &str) -> Seat {
    Seat(key(of).public())
}

fn said(member: &str, bytes: &[u8]) -> Said {
    Said {
        partnership: PartnershipId([3; 32]),
        member: member.parse().unwrap(),
        node: key(member).public(),
        document: DocumentId::of(bytes),
        length: bytes.len().try_into().unwrap(),
        media: Media::Plain,
        title: "A text in force".parse().unwrap(),
    }
}

/// A member's deposit of these bytes.
pub(crate) fn deposit(member: &str, bytes: &[u8]) -> Deposit {
    Deposit::sign(said(member, bytes), &key(member)).unwrap()
}

/// The nodes of four.
fn nodes() -> Validators {
    let founder = |member: &str| Founder {
        member: member.parse().unwrap(),
        root: key(&format!("{member} root")).public(),
        recovery: key(&format!("{member} recovery")).public(),
        node: key(member).public(),
    };
    let founders = MEMBERS.map(founder).to_vec();
    let genesis = Genesis::new(Nature::Rehearsal { rate: 0 }, Moment(0), CHARTER, founders).unwrap();
    Validators::of(&Partnership::begin(&genesis).unwrap()).unwrap()
}

fn around(nodes: &Validators) -> Around<'_> {
    Around { partnership: PartnershipId([3; 32]), nodes }
}

fn open(directory: &Path) -> Desk {
    Desk::open(directory, PartnershipId([3; 32]))
}

fn add(desk: &mut Desk, member: &str, bytes: &[u8]) -> Result<Deposit, NotTaken> {
    let code: MemberCode = member.parse().unwrap();
    let about = ("A text in force".parse().unwrap(), Media::Plain);
    desk.add(around(&nodes()), (code, &key(member)), about, bytes).map(|(deposit, _)| deposit)
}

/// Bytes of several pieces, of which no two are alike.
fn long(seed: u8) -> Vec<u8> {
    (0..3 * PIECE_BYTES + 7).map(|at| seed ^ u8::try_from(at / 1000 % 251).unwrap()).collect()
}

/// Ticks a desk, and lets another answer until nothing more is said.
fn talk((to, of_to): (&mut Desk, &str), (by, of_by): (&mut Desk, &str), now: Instant) {
    let nodes = nodes();
    for (_, parcel) in by.tick(now) {
        if let Parcel::Have(deposits) = parcel {
            to.has(around(&nodes), seat(of_by), deposits).unwrap();
        }
    }
    let mut asked: Vec<_> = to.tick(now);
    while let Some((whom, parcel)) = asked.pop() {
        let Parcel::Want(document, offset) = parcel else { continue };
        assert_eq!(whom, Some(seat(of_by)));
        let Some((_, Parcel::Piece(_, _, piece))) = by.wanted(seat(of_to), (document, offset)) else {
            continue;
        };
        asked.extend(to.piece(now, seat(of_by), (document, offset), &piece).unwrap());
    }
}

#[test]
fn what_is_added_at_one_node_is_fetched_by_another_also_after_a_restart() {
    let (here, there) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut can = open(here.path());
    let texts = [long(1), long(2), b"short".to_vec()];
    let deposits = texts.clone().map(|text| add(&mut can, "CAN", &text).unwrap());
    let mut can = open(here.path());
    let mut gbr = open(there.path());
    let now = Instant::now();
    for _ in 0..4 {
        talk((&mut gbr, "GBR"), (&mut can, "CAN"), now);
    }
    let kept = Documents::of(there.path());
    for (deposit, text) in deposits.iter().zip(&texts) {
        assert_eq!(&kept.read(deposit).unwrap(), text);
        assert!(kept.deposits().iter().any(|read| read.as_ref() == Ok(deposit)));
    }
}

#[test]
fn a_bent_document_is_not_used_and_is_fetched_again() {
    let (here, there) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (mut can, mut gbr) = (open(here.path()), open(there.path()));
    let now = Instant::now();
    let deposit = add(&mut can, "CAN", &long(1)).unwrap();
    talk((&mut gbr, "GBR"), (&mut can, "CAN"), now);
    let path = Documents::of(here.path()).path(deposit.document());
    for bent in [long(2), long(1)[1..].to_vec(), Vec::new()] {
        fs::write(&path, bent).unwrap();
        let error = Documents::of(here.path()).read(&deposit).unwrap_err();
        assert!(matches!(error, NotHere::Bent(at) if at == path));
        let mut can = open(here.path());
        // It is not handed on meanwhile.
        assert!(can.wanted(seat("GBR"), (deposit.document(), 0)).is_none());
        talk((&mut can, "CAN"), (&mut gbr, "GBR"), now);
        assert_eq!(Documents::of(here.path()).read(&deposit).unwrap(), long(1));
    }
    // Bent while the node runs: seen when its turn to be read comes.
    fs::write(&path, long(2)).unwrap();
    for _ in 0..200 {
        talk((&mut can, "CAN"), (&mut gbr, "GBR"), now);
    }
    assert_eq!(Documents::of(here.path()).read(&deposit).unwrap(), long(1));
}

#[test]
fn of_many_documents_each_is_told_in_turn() {
    let here = tempfile::tempdir().unwrap();
    let mut can = open(here.path());
    for at in 0..40_u8 {
        add(&mut can, "CAN", &[at]).unwrap();
    }
    let mut told = std::collections::BTreeSet::new();
    for _ in 0..3 {
        for (_, parcel) in can.tick(Instant::now()) {
            let Parcel::Have(deposits) = parcel else { continue };
            assert!(deposits.len() <= 16);
            told.extend(deposits.iter().map(Deposit::document));
        }
    }
    assert_eq!(told.len(), 40);
}

#[test]
fn what_an_operator_deletes_and_refuses_stays_away() {
    let (here, there) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (mut can, mut gbr) = (open(here.path()), open(there.path()));
    let deposit = add(&mut can, "CAN", b"a text").unwrap();
    let now = Instant::now();
    talk((&mut gbr, "GBR"), (&mut can, "CAN"), now);
    let path = Documents::of(there.path()).path(deposit.document());
    for name in [path.clone(), path.with_extension("deposit")] {
        fs::remove_file(name).unwrap();
    }
    fs::write(path.with_extension("refused"), "").unwrap();
    for _ in 0..200 {
        talk((&mut gbr, "GBR"), (&mut can, "CAN"), now);
    }
    assert!(!path.exists() && Documents::of(there.path()).deposits().is_empty());
    let why = add(&mut gbr, "GBR", b"a text").unwrap_err().to_string();
    assert!(why.ends_with(".refused lies in its folder documents; delete that file first"), "{why}");
    fs::remove_file(path.with_extension("refused")).unwrap();
    talk((&mut gbr, "GBR"), (&mut can, "CAN"), now + Duration::from_secs(60));
    assert!(path.exists());
}

#[test]
fn any_bytes_are_a_deposit_or_not() {
    let mut bytes = deposit("CAN", b"a text").to_bytes();
    assert_eq!(Deposit::from_bytes(&bytes), Ok(deposit("CAN", b"a text")));
    for at in 0..bytes.len() {
        bytes[at] ^= 1;
        assert!(Deposit::from_bytes(&bytes).is_err(), "bent at {at}");
        bytes[at] ^= 1;
        assert!(Deposit::from_bytes(&bytes[..at]).is_err(), "cut at {at}");
    }
    bytes.push(0);
    assert_eq!(Deposit::from_bytes(&bytes), Err(DocumentError::Form));
}
