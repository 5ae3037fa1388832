use alloc::string::{String, ToString};

use super::*;
use crate::exercise::genesis;
use crate::genesis::Nature;
use crate::members::Members;

/// The nodes of the exercise's four members.
fn nodes() -> Nodes {
    let genesis = genesis(Nature::Real, crate::exercise::CHARTER);
    Members::founded(genesis.founders(), &genesis.read_charter().unwrap()).nodes().clone()
}

fn told(turns: &Turns) -> String {
    let codes: Vec<String> = turns.next(&nodes()).iter().map(ToString::to_string).collect();
    codes.join(" ")
}

/// The next block is ordered by this member, and its parent became final in this turn.
fn ordered(turns: &mut Turns, by: &str, parent: u32) -> String {
    turns.ordered(&nodes(), by.parse().unwrap(), Some(parent));
    told(turns)
}

#[test]
fn each_has_its_turn_after_the_other() {
    let mut turns = Turns::default();
    assert_eq!(told(&turns), "CAN DEU FRA GBR");
    turns.ordered(&nodes(), "CAN".parse().unwrap(), None);
    assert_eq!(told(&turns), "DEU FRA GBR CAN");
    assert_eq!(ordered(&mut turns, "DEU", 0), "FRA GBR CAN DEU");
    assert_eq!(ordered(&mut turns, "GBR", 0), "CAN DEU FRA GBR", "whoever ordered it, the next is after");
}

#[test]
fn who_missed_a_turn_is_passed_over_for_twice_as_long_each_time_and_then_asked_again() {
    let mut turns = Turns::default();
    let mut waits = Vec::new();
    let order = ["CAN", "DEU", "FRA"];
    let (mut missed, mut since) = (0, 0);
    for _ in 0..600 {
        // GBR is down: where it has its turn, the next orders.
        let turn = turns.next(&nodes());
        let is_gbr = |member: &MemberCode| member.as_str() == "GBR";
        since += 1;
        if turn.first().is_some_and(is_gbr) {
            waits.push(since);
            since = 0;
        }
        let by = turn.iter().find(|member| !is_gbr(member)).unwrap();
        assert!(order.contains(&by.as_str()));
        let before = missed;
        missed = u32::from(turn.first().is_some_and(is_gbr));
        turns.ordered(&nodes(), *by, Some(before));
    }
    let doubling: Vec<_> = waits.iter().skip(1).map(|wait| (wait - 1) / 8 * 8).take(5).collect();
    assert_eq!(doubling, [8, 16, 32, 64, 128], "{waits:?}");
    assert!(waits.iter().skip(5).all(|wait| *wait < 140), "no longer than that: {waits:?}");
    turns.ordered(&nodes(), "FRA".parse().unwrap(), Some(0));
    assert_eq!(told(&turns), "CAN DEU FRA GBR", "who is passed over has its turn when no other orders");
    turns.ordered(&nodes(), "GBR".parse().unwrap(), Some(0));
    assert_eq!(told(&turns), "CAN DEU FRA GBR", "who orders again is as before");
}

#[test]
fn no_more_are_passed_over_than_may_fail_and_nobody_if_all_missed_theirs() {
    let mut turns = Turns::default();
    ordered(&mut turns, "CAN", 0);
    ordered(&mut turns, "GBR", 0);
    // DEU and FRA missed theirs; of four, one may fail.
    assert_eq!(ordered(&mut turns, "CAN", 2), "DEU GBR CAN FRA", "the last of them in order");
    let mut turns = Turns::default();
    ordered(&mut turns, "CAN", 0);
    assert_eq!(ordered(&mut turns, "DEU", 4), "FRA GBR CAN DEU");
    assert_eq!(ordered(&mut turns, "FRA", u32::MAX), "GBR CAN DEU FRA");
}

#[test]
fn who_put_the_block_that_became_final_later_missed_nothing() {
    let mut turns = Turns::default();
    ordered(&mut turns, "CAN", 0);
    ordered(&mut turns, "DEU", 0);
    // DEU's block became final in the second turn, put again by FRA.
    assert_eq!(ordered(&mut turns, "FRA", 1), "GBR CAN DEU FRA");
}
