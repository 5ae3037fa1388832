#![allow(clippy::arithmetic_side_effects, reason = "tests count small numbers")]

use alloc::string::ToString;
use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::Office;

use super::{InvalidBlock, MAX_DUE_A_BLOCK};
use crate::block::Block;
use crate::command::Command;
use crate::decisions::Choice::InFavour;
use crate::event::Event;
use crate::exercise::commands::{
    accredit, assist, call, countersign, countersign_line, execute, indicate, instruct, receipt,
    replace_root, request, revoke, sign, table, usd, vote,
};
use crate::exercise::keys::public;
use crate::exercise::standing::{sign_charter, suspend};
use crate::exercise::{DAY, Exercise, FRAMEWORK, MEMBERS, NOON, Real, brought};
use crate::fund;
use crate::ids::{BlockId, LineNo, TreeRoot};
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::tree::Extent;

/// The block that would follow, with its header changed.
fn block(p: &Partnership, change: impl Fn(&mut (u64, BlockId, Extent, Moment))) -> Block {
    let mut header = (p.height() + 1, p.tip(), p.extent(), Moment(p.moment().0 + 1));
    change(&mut header);
    let (height, parent, extent, moment) = header;
    Block::new(height, parent, extent, moment, vec![]).unwrap()
}

#[test]
fn a_block_moves_height_tip_moment_and_digest() {
    let mut real = Real::begin();
    let before = real.partnership.clone();
    let block = real.block(vec![]);
    real.follow(&block).unwrap();
    let after = &real.partnership;
    assert_eq!(after.height(), before.height() + 1);
    assert_eq!((after.tip(), after.moment()), (block.id(), block.moment()));
    assert_eq!(after.digest(), before.digest(), "nothing happened");
    let signed = real.sign("CAN/representative", vote(9, InFavour));
    real.step(vec![signed]).unwrap();
    assert_ne!(real.partnership.digest(), before.digest(), "a refusal is in the record too");
}

#[test]
fn b1_a_block_is_for_the_next_height_on_the_last_block() {
    let mut real = Real::begin();
    let last = real.partnership.clone();
    let expected = last.height() + 1;
    for height in [0, expected - 1, expected + 1, u64::MAX] {
        let wrong = block(&last, |header| header.0 = height);
        assert_eq!(real.follow(&wrong), Err(InvalidBlock::NotNext { expected }));
    }
    let elsewhere = block(&last, |header| header.1 = BlockId([7; 32]));
    assert_eq!(real.follow(&elsewhere), Err(InvalidBlock::NotNext { expected }));
    let good = block(&last, |_| {});
    real.follow(&good).unwrap();
    assert_eq!(real.follow(&good), Err(InvalidBlock::NotNext { expected: expected + 1 }), "twice");
}

#[test]
fn b2_a_block_follows_the_same_record() {
    let mut real = Real::begin();
    let others: [fn(&mut Extent); 3] = [
        |extent| extent.digest.0[31] ^= 1,
        |extent| extent.root = TreeRoot([7; 32]),
        |extent| extent.size += 1,
    ];
    for other in others {
        let other = block(&real.partnership, |header| other(&mut header.2));
        assert_eq!(real.follow(&other), Err(InvalidBlock::OtherRecord));
    }
}

#[test]
fn b3_agreed_time_moves_on_with_every_block() {
    let mut real = Real::begin();
    let now = real.partnership.moment();
    for not_later in [Moment(0), Moment(now.0 - 1), now] {
        let wrong = block(&real.partnership, |header| header.3 = not_later);
        assert_eq!(real.follow(&wrong), Err(InvalidBlock::NotLater));
    }
    let later = block(&real.partnership, |header| header.3 = Moment(now.0 + 1));
    real.follow(&later).unwrap();
    // The genesis has a moment too, and presumed blocks keep to the same rule.
    let mut x = Exercise::begin();
    let now = x.partnership.moment();
    assert_eq!(x.partnership.step_presumed(now, &[]), Err(InvalidBlock::NotLater));
}

#[test]
fn a_block_with_one_command_that_cannot_stand_changes_nothing_at_all() {
    let mut real = Real::begin();
    let good = real.sign("CAN/representative", request(&[usd("1.00")]));
    let bad = real.sign_by("DEU/root", "CAN/representative", Moment(NOON.0 + DAY), indicate("GBR", None));
    // `step` of the fixture compares everything before and after.
    let refused = real.step(vec![good.clone(), bad]);
    assert!(matches!(refused, Err(InvalidBlock::Unauthentic { position: 1, .. })));
    let stepped = real.step(vec![good]).unwrap();
    assert_eq!(stepped.outcomes[0].refusal, None, "the good one was not used up");
}

#[test]
fn o1_the_office_may_give_the_command() {
    let mut x = Exercise::begin();
    for office in ["root", "recovery", "treasurer", "case-officer"] {
        let refusal = x.refuse(&["CAN/", office].concat(), request(&[usd("1.00")]), "O1");
        assert!(refusal.remedy().contains("`representative`"));
    }
    x.refuse("CAN/representative", revoke(public("CAN/treasurer"), Office::Treasurer), "O1");
    x.refuse("CAN/recovery", revoke(public("CAN/treasurer"), Office::Treasurer), "O1");
    x.refuse("CAN/root", replace_root(public("second")), "O1");
}

#[test]
fn o3_without_a_fund_nothing_of_one_is_asked() {
    let mut x = Exercise::under(FRAMEWORK);
    for member in ["CAN/root", "GBR/root"] {
        x.accept(member, sign_charter(true));
    }
    let refusal = x.refuse("CAN/representative", request(&[usd("1.00")]), "O3");
    assert_eq!(refusal.to_string(), "the charter has no fund, and `case request` is about one");
    x.refuse("CAN/representative", indicate("CAN", None), "O3");
    x.refuse("CAN/root", sign(usd("1.00"), usd("0")), "O3");
    for effect in [assist(1), call("1.00")] {
        x.refuse("CAN/representative", table(effect), "O3");
    }
    // O1 comes first, and M10 speaks of what is no matter of money.
    x.refuse("CAN/root", request(&[usd("1.00")]), "O1");
    x.refuse("CAN/representative", table(suspend("GBR")), "M10");
    // With a fund the same is heard.
    Exercise::begin().accept("CAN/representative", request(&[usd("1.00")]));
}

#[test]
fn o2_what_was_ended_earlier_in_the_block_does_not_act_later_in_it() {
    let mut real = Real::begin();
    let before = real.sign("CAN/representative", request(&[usd("1.00")]));
    let revoke = real.sign("CAN/root", revoke(public("CAN/representative"), Office::Representative));
    let after = real.sign("CAN/representative", request(&[usd("2.00")]));
    let stepped = real.step(vec![before, revoke, after]).unwrap();
    let rules: Vec<_> =
        stepped.outcomes.iter().map(|o| o.refusal.as_ref().map(|r| r.rule().to_string())).collect();
    assert_eq!(rules, [None, None, Some("O2".to_string())]);
    assert!(matches!(brought(&stepped)[2], Event::Refused { article: 3, .. }));
    assert!(!stepped.outcomes[2].refusal.as_ref().unwrap().remedy().is_empty());
}

#[test]
fn o2_a_root_that_was_replaced_earlier_in_the_block_does_not_act_later_in_it() {
    let mut real = Real::begin();
    let now = real.next();
    let replace = real.sign("CAN/recovery", replace_root(public("second root")));
    let until = Moment(now.0 + DAY);
    let thief = real.sign("CAN/root", accredit(public("thief"), Office::Representative, now, until));
    let stepped = real.step(vec![replace, thief]).unwrap();
    let refusal = stepped.outcomes[1].refusal.as_ref().unwrap();
    assert_eq!(refusal.rule().to_string(), "O2");
}

#[test]
fn o2_a_credential_given_anew_in_the_block_goes_on() {
    let mut real = Real::begin();
    let now = real.next();
    let (key, office) = (public("CAN/representative"), Office::Representative);
    let revoke = real.sign("CAN/root", revoke(key, office));
    let anew = real.sign("CAN/root", accredit(key, office, now, Moment(now.0 + DAY)));
    let after = real.sign("CAN/representative", request(&[usd("2.00")]));
    let stepped = real.step(vec![revoke, anew, after]).unwrap();
    assert!(stepped.outcomes.iter().all(|outcome| outcome.refusal.is_none()));
}

/// Enters lines that nobody countersigns, as many as asked for.
fn enter_lines(x: &mut Exercise, count: usize) {
    for entered in 0..count {
        // Each treasurer has 200 commands a day.
        if entered > 0 && entered % 800 == 0 {
            x.wait("24h");
        }
        let who = [MEMBERS[entered % 4], "/treasurer"].concat();
        x.accept(&who, receipt("GBR", usd("1.00"), NOON.day(), &entered.to_string()));
    }
}

fn lapsed(events: &[Event]) -> Vec<u32> {
    let line = |event: &Event| match event {
        Event::Fund(fund::Event::LineLapsed { line: LineNo(number) }) => Some(*number),
        _ => None,
    };
    events.iter().filter_map(line).collect()
}

#[test]
fn what_is_too_much_for_one_block_comes_first_in_the_next() {
    for more in [0, 1, 3] {
        let mut x = Exercise::begin();
        enter_lines(&mut x, MAX_DUE_A_BLOCK + more);
        let first = lapsed(&x.wait("30d").pass());
        assert_eq!(first, (1..=1000).collect::<Vec<u32>>());
        assert_eq!(x.partnership.next_deadline().is_some(), more > 0);
        // In the next block, before its commands.
        let who = "CAN/representative";
        let presumed = x.presumed(who, indicate("CAN", None));
        let stepped = x.step(&[presumed]).unwrap();
        let events: Vec<Event> = stepped.booked.iter().map(|booked| booked.event.clone()).collect();
        assert_eq!(lapsed(&events).len(), more);
        assert_eq!(stepped.booked.iter().position(|booked| booked.by.is_some()), Some(more));
        assert!(stepped.booked[..more].iter().all(|booked| booked.fell_due < Some(booked.at)));
    }
}

/// So many lines wait that the first block in which all are overdue brings nothing else.
fn flooded(mut x: Exercise) -> Exercise {
    enter_lines(&mut x, MAX_DUE_A_BLOCK);
    x.wait("24h");
    x
}

/// At the deadline of what the last command began, the command is refused although nothing has closed yet; what
/// falls due comes in the next block.
#[track_caller]
fn too_late(x: &mut Exercise, deadline: Moment, who: &str, command: Command, rule: &str) {
    x.at(deadline).refuse(who, command, rule);
    assert_eq!(x.partnership.next_deadline(), Some(deadline), "it is still to come");
    let events = x.pass();
    assert!(!events.is_empty() && x.partnership.next_deadline().is_none(), "{events:?}");
}

#[test]
fn d5_a_vote_whose_closing_is_still_to_come_is_over_at_its_deadline() {
    let mut x = flooded(Exercise::begin());
    let case = x.wait("60h").requested(&["1.00"]);
    let decision = x.opened(assist(case));
    let deadline = Moment(x.next().0 - 1 + 3 * DAY);
    x.at(deadline).accept("DEU/representative", vote(decision, InFavour));
    assert_eq!(x.partnership.next_deadline(), Some(deadline), "it is still to come");
    // That block was its last call, although it could not hold the closing.
    x.refuse("FRA/representative", vote(decision, InFavour), "D5");
    assert_eq!(x.partnership.next_deadline(), None);
}

#[test]
fn d8_an_approval_whose_lapse_is_still_to_come_is_over_at_its_deadline() {
    let mut x = Exercise::funded("100.00");
    let case = x.requested(&["1.00"]);
    let decision = x.adopted(assist(case));
    let deadline = x.partnership.next_deadline().unwrap();
    x.at(Moment(deadline.0 - 20 * DAY));
    too_late(&mut flooded(x), deadline, "DEU/representative", execute(decision), "D8");
}

#[test]
fn f8_a_line_whose_lapse_is_still_to_come_is_over_at_its_deadline() {
    let mut x = flooded(Exercise::begin());
    let deadline = Moment(x.next().0 + 5 * DAY);
    x.accept("FRA/treasurer", receipt("GBR", usd("1.00"), NOON.day(), "one more"));
    let number = u32::try_from(MAX_DUE_A_BLOCK).unwrap() + 1;
    too_late(&mut x, deadline, "DEU/treasurer", countersign_line(number), "F8");
}

#[test]
fn c12_an_instruction_whose_lapse_is_still_to_come_is_over_at_its_deadline() {
    let mut x = Exercise::funded("100.00");
    let case = x.attested(&["1.00"]);
    let mut x = flooded(x);
    let deadline = Moment(x.next().0 + 5 * DAY);
    x.accept("FRA/treasurer", instruct(case, 1));
    too_late(&mut x, deadline, "DEU/treasurer", countersign(1), "C12");
}
