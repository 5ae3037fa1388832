//! Bytes from outside: whatever they are, reading ends in a value or in an error, and a value has one form.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use quorate_charter::Office;
use quorate_partnership::{
    Block, Command, Genesis, MAX_BLOCK_BYTES, MAX_COMMAND_BYTES, Moment, PartnershipId, Post, Signed,
    SignedError,
};

use crate::story::{Step, help, pays_in};
use crate::world::{World, genesis};

/// Reads the bytes as everything that they could be. What is accepted is written as it was read.
fn read_as_everything(bytes: &[u8], partnership: &PartnershipId) {
    if let Ok(signed) = Signed::read(bytes, partnership) {
        assert_eq!(signed.bytes(), bytes);
        let again = Signed::read(signed.bytes(), partnership).unwrap();
        assert_eq!(again, signed);
        read_command(&minicbor::to_vec(signed.command()).unwrap());
    }
    if let Ok(block) = Block::read(bytes, partnership) {
        let commands = block.commands().to_vec();
        let again = Block::new(block.height(), block.parent(), block.extent(), block.moment(), commands);
        assert_eq!(again.unwrap().bytes(), bytes);
    }
    if let Ok(genesis) = Genesis::from_bytes(bytes) {
        assert_eq!(genesis.to_bytes(), bytes);
    }
    read_command(bytes);
}

/// A bare command has no canonical form of its own: the envelope around it sees to that. What is read is written
/// in one form, and that form is read as the same.
fn read_command(bytes: &[u8]) {
    if let Ok(command) = minicbor::decode::<Command>(bytes) {
        let canonical = minicbor::to_vec(&command).unwrap();
        assert_eq!(minicbor::decode::<Command>(&canonical).unwrap(), command);
    }
}

/// A case from request to end: most kinds of command, in blocks.
fn world() -> World {
    let story: Vec<Step> = [pays_in(1, 100, 10), help(0, 40, [0, 0, 2])].concat();
    World::play(&story)
}

/// Valid bytes of every kind.
fn valid() -> (PartnershipId, Vec<Vec<u8>>) {
    let world = world();
    let mut valid = vec![world.genesis.to_bytes()];
    for block in &world.blocks {
        valid.push(block.bytes().to_vec());
        for signed in block.commands() {
            valid.push(signed.bytes().to_vec());
            valid.push(minicbor::to_vec(signed.command()).unwrap());
        }
    }
    (world.partnership.id(), valid)
}

/// One change to bytes.
#[derive(Clone, Debug)]
enum Change {
    Set(Index, u8),
    Flip(Index, u8),
    Insert(Index, u8),
    Remove(Index),
    Truncate(Index),
    Append(Vec<u8>),
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        (any::<Index>(), any::<u8>()).prop_map(|(at, to)| Change::Set(at, to)),
        (any::<Index>(), 0..8_u8).prop_map(|(at, bit)| Change::Flip(at, bit)),
        (any::<Index>(), any::<u8>()).prop_map(|(at, byte)| Change::Insert(at, byte)),
        any::<Index>().prop_map(Change::Remove),
        any::<Index>().prop_map(Change::Truncate),
        vec(any::<u8>(), 1..40).prop_map(Change::Append),
    ]
}

fn changed(bytes: &mut Vec<u8>, change: &Change) {
    if bytes.is_empty() {
        return;
    }
    let count = bytes.len();
    match change {
        Change::Set(at, to) => bytes[at.index(count)] = *to,
        Change::Flip(at, bit) => bytes[at.index(count)] ^= 1 << bit,
        Change::Insert(at, byte) => bytes.insert(at.index(count), *byte),
        Change::Remove(at) => _ = bytes.remove(at.index(count)),
        Change::Truncate(at) => bytes.truncate(at.index(count)),
        Change::Append(more) => bytes.extend(more),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn any_bytes(bytes in vec(any::<u8>(), 0..600)) {
        read_as_everything(&bytes, &genesis().id());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn valid_bytes_with_changes(changes in vec(change(), 1..4)) {
        let (id, valid) = valid();
        for mut bytes in valid {
            for change in &changes {
                changed(&mut bytes, change);
            }
            read_as_everything(&bytes, &id);
        }
    }
}

#[test]
fn valid_bytes_are_accepted_and_no_beginning_of_them_is() {
    let world = world();
    let id = world.partnership.id();
    for block in &world.blocks {
        read_as_everything(block.bytes(), &id);
        assert_eq!(Block::read(block.bytes(), &id).as_ref(), Ok(block));
        for signed in block.commands() {
            assert_eq!(Signed::read(signed.bytes(), &id).as_ref(), Ok(signed));
            for end in 0..signed.bytes().len() {
                assert!(Signed::read(&signed.bytes()[..end], &id).is_err(), "the first {end} bytes");
            }
        }
    }
    let block = &world.blocks[0];
    for end in 0..block.bytes().len() {
        assert!(Block::read(&block.bytes()[..end], &id).is_err(), "the first {end} bytes");
    }
    let genesis = world.genesis.to_bytes();
    for end in 0..genesis.len() {
        assert!(Genesis::from_bytes(&genesis[..end]).is_err(), "the first {end} bytes");
    }
}

#[test]
fn what_stands_after_the_end_is_not_overlooked() {
    let world = world();
    let id = world.partnership.id();
    let with = |bytes: &[u8]| [bytes, &[0]].concat();
    assert!(Block::read(&with(world.blocks[0].bytes()), &id).is_err());
    assert!(Signed::read(&with(world.blocks[0].commands()[0].bytes()), &id).is_err());
    assert!(Genesis::from_bytes(&with(&world.genesis.to_bytes())).is_err());
}

/// Lengths and depths that a few bytes can claim.
#[test]
fn claims_cost_no_more_than_their_bytes() {
    let id = genesis().id();
    for extent in [0x9b_u8, 0xbb, 0x5b, 0x7b, 0xdb] {
        read_as_everything(&[&[extent][..], &[0xff; 8]].concat(), &id);
        read_as_everything(&[&[0xd2, 0x84, extent][..], &[0xff; 8]].concat(), &id);
        read_as_everything(&[&[0x86, 1, 1, extent][..], &[0xff; 8]].concat(), &id);
    }
    for opening in [0x81_u8, 0x9f, 0xa1, 0xbf, 0x5f, 0xd8, 0xc0] {
        read_as_everything(&vec![opening; MAX_COMMAND_BYTES], &id);
        read_as_everything(&[vec![0xd2, 0x84, 0x43], vec![opening; 10_000]].concat(), &id);
    }
}

#[test]
fn what_is_too_long_is_not_read() {
    let id = genesis().id();
    let longest = vec![0; MAX_COMMAND_BYTES];
    assert_eq!(Signed::read(&longest, &id), Err(SignedError::Envelope));
    let longer = vec![0; MAX_COMMAND_BYTES + 1];
    assert_eq!(Signed::read(&longer, &id), Err(SignedError::TooLong(MAX_COMMAND_BYTES + 1)));
    let error = Block::read(&vec![0; MAX_BLOCK_BYTES + 1], &id).unwrap_err();
    assert_eq!(error, quorate_partnership::BlockError::TooLong);
}

#[test]
fn every_change_of_one_bit_is_noticed() {
    let mut world = world();
    let post = Post { member: "CAN".parse().unwrap(), office: Office::Representative };
    let at = Moment(world.partnership.moment().0 + 1);
    let command = world.blocks[0].commands()[0].command().clone();
    let good = world.sign(post, at, command);
    let id = world.partnership.id();
    assert_eq!(world.partnership.admit(at, std::slice::from_ref(&good)).1, [Ok(())]);
    for bit in 0..good.bytes().len() * 8 {
        let mut bytes = good.bytes().to_vec();
        bytes[bit / 8] ^= 1 << (bit % 8);
        if let Ok(signed) = Signed::read(&bytes, &id) {
            assert!(world.partnership.admit(at, &[signed]).1[0].is_err(), "bit {bit}");
        }
    }
}
