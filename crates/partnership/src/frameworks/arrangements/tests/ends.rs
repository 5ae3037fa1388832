//! Reviews, notice, and what rests on an arrangement that ends.

use alloc::vec;

use super::*;

#[test]
fn r17_what_is_told_of_was_done() {
    let mut x = recorded();
    x.refuse("CAN/representative", review(1, ahead(1), ahead(30)), "R17");
    x.refuse("CAN/representative", notice(1, "USA", ahead(1)), "R17");
    x.accept("CAN/representative", review(1, today(), ahead(30)));
    x.accept("CAN/representative", notice(1, "USA", today()));
}

#[test]
fn r18_nobody_tells_of_another_members_notice() {
    let mut x = recorded();
    for other in ["GBR", "FRA", "NOR"] {
        x.refuse("CAN/representative", notice(1, other, today()), "R18");
    }
    x.accept("CAN/representative", notice(1, "CAN", today()));
}

#[test]
fn r19_nothing_is_ended_before_it_began() {
    let mut x = recorded();
    x.refuse("CAN/representative", notice(1, "USA", Day(today().0 - 11)), "R19");
    x.accept("CAN/representative", notice(1, "USA", Day(today().0 - 10)));
}

#[test]
fn r20_and_r21_one_notice_runs_for_a_member_and_can_be_taken_back() {
    let mut x = recorded();
    x.refuse("CAN/representative", take_back(1), "R21");
    x.accept("CAN/representative", notice(1, "USA", today()));
    x.refuse("CAN/representative", notice(1, "CAN", today()), "R20");
    x.accept("CAN/representative", take_back(1));
    x.refuse("CAN/representative", take_back(1), "R21");
    // What was taken back ends nothing.
    assert_eq!(x.wait("768h").pass(), vec![]);
    x.accept("CAN/representative", review(1, today(), ahead(90)));
}

#[test]
fn a_notice_ends_it_by_time_alone_for_the_member_that_told_of_it() {
    let mut x = recorded();
    x.accept("GBR/representative", revise(1, 0, sound()));
    let events = x.accept("CAN/representative", notice(1, "USA", Day(today().0 - 5)));
    let [AnyEvent::Frameworks(crate::frameworks::Event::Arrangements(Event::NoticeGiven { ends, .. }))] =
        &events[..]
    else {
        panic!("notice")
    };
    assert_eq!(*ends, ahead(25));
    let before = Moment(ends.begins().0 - 1);
    assert_eq!(x.at(before).pass(), vec![]);
    let (of, usa) = ("CAN".parse().unwrap(), "USA".parse().unwrap());
    let ended = Event::Ended { arrangement: ONE, of, notice_of: Some(usa) };
    assert_eq!(x.at(ends.begins()).pass(), vec![ended.into()]);
    x.refuse("CAN/representative", end(1), "R12");
    x.accept("GBR/representative", review(1, today(), ahead(90)));
}

#[test]
fn a_notice_that_ran_out_before_it_was_told_of_ends_it_in_the_same_block() {
    let mut x = Exercise::begin();
    x.accept("CAN/representative", record(&["USA"], &["CAN"], view(ahead(1), 0)));
    x.accept("CAN/representative", notice(1, "CAN", Day(today().0 - 3)));
    x.refuse("CAN/representative", end(1), "R12");
    // One that a member ends itself waits for nothing.
    x.accept("CAN/representative", record(&["USA"], &["CAN"], sound()));
    x.accept("CAN/representative", notice(2, "CAN", today()));
    x.accept("CAN/representative", end(2));
    assert_eq!(x.wait("8760h").pass(), vec![]);
}

#[test]
fn r22_a_state_outside_questions_what_it_has_and_that_stops_nothing() {
    let mut x = recorded();
    for other in ["NOR", "GBR", "CAN"] {
        x.refuse("FRA/representative", question(1, other), "R22");
    }
    // Any member reports it.
    x.accept("FRA/representative", question(1, "USA"));
    x.accept("CAN/representative", review(1, today(), ahead(90)));
}

#[test]
fn r23_nothing_rests_on_itself_and_words_have_a_source() {
    let mut x = recorded();
    let item = || Resting::Item(phrase("air defence exercises"));
    x.refuse("CAN/representative", depends(1, Resting::Arrangement(ONE), None), "R23");
    x.refuse("CAN/representative", depends(1, item(), None), "R23");
    x.accept("CAN/representative", depends(1, item(), Some("annex 2")));
    x.accept("CAN/representative", depends(1, thing(1), Some("annex")));
    // A circle of two is recorded: both parties say so.
    x.accept("CAN/representative", record(&["USA"], &["CAN"], sound()));
    x.accept("CAN/representative", depends(1, Resting::Arrangement(ArrangementNo(2)), None));
    x.accept("CAN/representative", depends(2, Resting::Arrangement(ONE), None));
}

#[test]
fn r24_each_thing_once_and_not_more_than_anybody_reads() {
    let mut x = recorded();
    let line = |number| depends(1, thing(number), Some("annex"));
    let most = u32::try_from(MAX_DEPENDENCIES).unwrap();
    for number in 1..=most {
        x.accept("CAN/representative", line(number));
        x.refuse("CAN/representative", line(number), "R24");
    }
    x.refuse("CAN/representative", line(most + 1), "R24");
    // Another member has its own word, and what is taken back makes room.
    x.accept("GBR/representative", line(1));
    x.accept("CAN/representative", no_longer(1));
    x.accept("CAN/representative", line(1));
}

#[test]
fn r25_each_member_takes_its_own_word_back_once() {
    let mut x = recorded();
    x.accept("CAN/representative", depends(1, thing(1), Some("annex")));
    for unknown in [0, 2] {
        x.refuse("CAN/representative", no_longer(unknown), "R25");
    }
    x.refuse("GBR/representative", no_longer(1), "R25");
    x.accept("CAN/representative", no_longer(1));
    x.refuse("CAN/representative", no_longer(1), "R25");
}

#[test]
fn r26_a_line_that_is_named_is_on_record() {
    let line = |number| depends(1, Resting::Line(crate::ids::LiaisonLineNo(number)), None);
    let mut x = Exercise::with_lines();
    x.accept("CAN/representative", record(&["USA"], &["CAN", "GBR"], sound()));
    for unknown in [0, 3] {
        x.refuse("CAN/representative", line(unknown), "R26");
    }
    x.accept("CAN/representative", line(1));
    x.accept("GBR/representative", line(2));
}
