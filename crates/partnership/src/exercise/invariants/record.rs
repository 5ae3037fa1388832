//! What the record comes to, however it is read.

use alloc::vec;
use alloc::vec::Vec;

use crate::block::Block;
use crate::exercise::commands::{countersign_line, indicate, receipt, sign, usd};
use crate::exercise::{NOON, Real};
use crate::ids::CommandId;
use crate::partnership::Partnership;

/// I-9: a command's id is of its bytes: another body is another command, and cannot pass for the one that was heard. So
/// there is no conflict to tell: one id has one body.
#[test]
fn i_9_another_body_is_another_command() {
    let mut real = Real::begin();
    let first = real.sign("GBR/root", sign(usd("10.00"), usd("0")));
    let mut ids: Vec<CommandId> = vec![first.id()];
    for amount in ["9.99", "10.01"] {
        ids.push(real.sign("GBR/root", sign(usd(amount), usd("0"))).id());
    }
    real.step(vec![first.clone()]).unwrap();
    assert!(real.partnership.remembered(&ids[0]).is_some());
    assert!(ids[1..].iter().all(|id| *id != ids[0] && real.partnership.remembered(id).is_none()));
    assert!(real.step(vec![first]).is_err(), "and the same is not heard twice");
}

/// I-12: a record that is followed in any number of sittings comes to the same: at every block it is set down as a snapshot
/// and taken up again, or is not.
#[test]
fn i_12_a_record_read_in_any_split_comes_to_the_same() {
    let mut real = Real::begin();
    let (start, genesis) = (real.partnership.clone(), real.genesis().clone());
    let mut blocks: Vec<Block> = Vec::new();
    let follow = |real: &mut Real, blocks: &mut Vec<Block>, who: &str, command| {
        let signed = real.sign(who, command);
        let block = real.block(vec![signed]);
        real.follow(&block).unwrap();
        blocks.push(block);
    };
    follow(&mut real, &mut blocks, "GBR/root", sign(usd("30.00"), usd("0")));
    for (line, reference) in [(1, "a"), (2, "b"), (3, "c")] {
        let receipt = receipt("GBR", usd("10.00"), NOON.day(), reference);
        follow(&mut real, &mut blocks, "FRA/treasurer", receipt);
        follow(&mut real, &mut blocks, "DEU/treasurer", countersign_line(line));
    }
    follow(&mut real, &mut blocks, "GBR/representative", indicate("GBR", Some(usd("1.00"))));
    assert_eq!(blocks.len(), 8);
    // Every way to split eight blocks into sittings.
    for split in 0..1_u32 << blocks.len() {
        let mut read = start.clone();
        for (number, block) in blocks.iter().enumerate() {
            if split >> number & 1 == 1 {
                read = Partnership::from_snapshot(&read.to_snapshot(), &genesis).unwrap();
            }
            read.step(block).unwrap();
        }
        assert_eq!(read.digest(), real.partnership.digest(), "{split:b}");
        assert!(read == real.partnership, "{split:b}");
    }
}
