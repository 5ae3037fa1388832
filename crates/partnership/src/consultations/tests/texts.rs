//! Texts: agreed by everybody's silence alone, else recorded with who supports them.

use super::*;
use crate::exercise::commands::{assist, table};
use crate::exercise::consulting::{
    break_silence, conclude, dissociate, link, name_decision, support, table_text,
};
use crate::exercise::standing::withdraw;

/// A text of `CAN` on the table, and when its silence ends.
fn tabled() -> (Exercise, Moment) {
    let mut x = called();
    let until = Moment(x.next().0 + DAY);
    x.accept("CAN/representative", table_text(Outcome::Statement, None));
    (x, until)
}

fn concluded(supported: &[&str], dissociated: &[&str]) -> AnyEvent {
    let (supported_by, dissociated) = (codes(supported), codes(dissociated));
    Event::TextConcluded { text: crate::ids::TextNo(1), supported_by, dissociated }.into()
}

#[test]
fn a_text_is_agreed_when_everybody_was_silent_until_the_end() {
    let (mut x, until) = tabled();
    x.at(Moment(until.0 - 1)).pass();
    assert!(x.partnership.consultations().on_table(crate::ids::TextNo(1), "DEU".parse().unwrap()).is_ok());
    let agreed = Event::TextAgreed { text: crate::ids::TextNo(1), by: codes(&MEMBERS) };
    assert!(x.at(until).pass().contains(&agreed.into()));
    x.refuse("DEU/representative", break_silence(1), "K18");
}

#[test]
fn k20_an_objection_in_the_block_that_ends_the_silence_is_heard() {
    let (mut x, until) = tabled();
    x.at(until).accept("DEU/representative", break_silence(1));
    assert!(
        !x.booked()
            .iter()
            .any(|booked| { matches!(&booked.event, AnyEvent::Consultations(Event::TextAgreed { .. })) })
    );
    x.refuse("FRA/representative", break_silence(1), "K20");
}

#[test]
fn k16_a_silence_has_its_borders() {
    let mut x = called();
    for wrong in ["23h", "169h"] {
        x.refuse("CAN/representative", table_text(Outcome::Request, Some(wrong)), "K16");
    }
    for right in ["24h", "168h"] {
        x.accept("CAN/representative", table_text(Outcome::Request, Some(right)));
    }
}

#[test]
fn k17_a_members_own_texts_are_counted_and_no_others() {
    let mut x = called();
    for _ in 0..MAX_TABLED {
        x.accept("DEU/representative", table_text(Outcome::TakeNote, None));
    }
    x.refuse("DEU/representative", table_text(Outcome::TakeNote, None), "K17");
    x.accept("CAN/representative", table_text(Outcome::TakeNote, None));
    x.accept("DEU/representative", break_silence(1));
    x.accept("DEU/representative", table_text(Outcome::TakeNote, None));
}

#[test]
fn k18_only_what_is_on_the_table_is_spoken_of() {
    let (mut x, _) = tabled();
    for unknown in [0, 2] {
        x.refuse("DEU/representative", break_silence(unknown), "K18");
        x.refuse("DEU/representative", support(unknown), "K18");
        x.refuse("DEU/representative", dissociate(unknown), "K18");
        x.refuse("CAN/representative", conclude(unknown), "K18");
    }
    // Its mover takes it back by breaking the silence.
    x.accept("CAN/representative", break_silence(1));
    x.refuse("DEU/representative", support(1), "K18");
}

#[test]
fn over_an_objection_a_text_is_recorded_with_who_supports_it_and_never_as_agreed() {
    let (mut x, until) = tabled();
    x.refuse("DEU/representative", dissociate(1), "K20");
    x.refuse("CAN/representative", conclude(1), "K20");
    x.at(Moment(until.0 - 1));
    let concludes = Moment(x.next().0 + 2 * DAY);
    x.accept("DEU/representative", break_silence(1));
    x.accept("FRA/representative", support(1));
    // Who says nothing now is not on record, and nobody but its mover hastens it.
    x.refuse("FRA/representative", conclude(1), "K22");
    x.refuse("CAN/representative", conclude(1), "K22");
    assert_eq!(x.at(Moment(concludes.0 - 1)).pass(), []);
    assert!(x.at(concludes).pass().contains(&concluded(&["CAN", "FRA"], &["DEU"])));
    x.refuse("GBR/representative", support(1), "K18");
}

#[test]
fn k22_a_text_is_concluded_at_once_when_all_have_said_where_they_stand() {
    let (mut x, _) = tabled();
    x.accept("FRA/representative", support(1));
    x.accept("DEU/representative", break_silence(1));
    x.accept("GBR/representative", dissociate(1));
    // They turn as often as they say something new.
    x.accept("DEU/representative", support(1));
    // What was said while the silence lasted cuts short nobody's time: it is said anew, or not.
    x.refuse("CAN/representative", conclude(1), "K22");
    x.accept("FRA/representative", support(1));
    x.refuse("FRA/representative", support(1), "K21");
    x.refuse("DEU/representative", conclude(1), "K22");
    assert_eq!(x.accept("CAN/representative", conclude(1)), [concluded(&["CAN", "DEU", "FRA"], &["GBR"])]);
}

#[test]
fn k21_it_says_something_new() {
    let (mut x, _) = tabled();
    x.refuse("CAN/representative", support(1), "K21");
    x.accept("DEU/representative", support(1));
    x.refuse("DEU/representative", support(1), "K21");
    x.accept("DEU/representative", break_silence(1));
    x.refuse("DEU/representative", dissociate(1), "K21");
    x.refuse("CAN/representative", dissociate(1), "K21");
    x.accept("DEU/representative", support(1));
    x.accept("DEU/representative", dissociate(1));
}

#[test]
fn k19_those_take_part_that_were_bound_at_the_tabling_and_who_left_is_not_waited_for() {
    let (x, _) = tabled();
    let text = crate::ids::TextNo(1);
    let mut partnership = x.partnership;
    partnership.consultations.texts[0].participants.remove(&"DEU".parse().unwrap());
    let stranger = partnership.consultations().on_table(text, "DEU".parse().unwrap());
    assert_eq!(stranger.unwrap_err().rule(), crate::rules::RuleId::new(b'K', 19));

    // Who leaves meanwhile agrees to nothing.
    let mut x = agreed();
    x.accept("GBR/root", withdraw());
    x.wait("364d").accept("CAN/representative", call_about(&["CAN"]));
    x.accept("CAN/representative", table_text(Outcome::Statement, Some("168h")));
    let by = codes(&["CAN", "DEU", "FRA"]);
    assert!(x.wait("168h").pass().contains(&Event::TextAgreed { text, by }.into()));
}

#[test]
fn closing_ends_no_text_and_no_deadline_is_left_behind() {
    let (mut x, until) = tabled();
    x.accept("CAN/representative", close_consultation(1));
    x.refuse("DEU/representative", table_text(Outcome::TakeNote, None), "K2");
    x.accept("DEU/representative", break_silence(1));
    x.accept("FRA/representative", support(1));
    x.at(Moment(until.0 + 2 * DAY));
    assert!(x.pass().contains(&concluded(&["CAN", "FRA"], &["DEU"])));
    assert!(x.partnership.next_deadline().is_none());
}

#[test]
fn k23_and_k24_the_mover_of_a_draft_decision_names_the_decision_once() {
    let mut x = called();
    x.accept("CAN/representative", table_text(Outcome::DraftDecision, None));
    x.accept("CAN/representative", table_text(Outcome::Statement, None));
    let case = x.requested(&["10.00"]);
    x.accept("DEU/representative", table(assist(case)));
    x.refuse("CAN/representative", name_decision(1, 1), "K23");
    x.wait("24h").pass();
    // One that was on the table before the text was recorded came not of it.
    x.refuse("CAN/representative", name_decision(1, 1), "K27");
    x.accept("DEU/representative", table(assist(case)));
    for (who, text) in [("DEU/representative", 1), ("CAN/representative", 2), ("CAN/representative", 3)] {
        x.refuse(who, name_decision(text, 1), "K23");
    }
    for unknown in [0, 3] {
        x.refuse("CAN/representative", name_decision(1, unknown), "K24");
    }
    x.accept("CAN/representative", name_decision(1, 2));
    x.refuse("CAN/representative", name_decision(1, 2), "K23");
}

#[test]
fn k27_only_the_mover_and_supporters_table_what_came_of_a_text_and_one_text_names_it() {
    let mut x = called();
    x.accept("CAN/representative", table_text(Outcome::DraftDecision, None));
    x.accept("CAN/representative", table_text(Outcome::DraftDecision, None));
    for text in [1, 2] {
        x.accept("DEU/representative", break_silence(text));
        x.accept("FRA/representative", support(text));
        x.accept("GBR/representative", dissociate(text));
        x.accept("CAN/representative", conclude(text));
    }
    let case = x.requested(&["10.00"]);
    for who in ["GBR/representative", "FRA/representative"] {
        x.accept(who, table(assist(case)));
    }
    x.refuse("CAN/representative", name_decision(1, 1), "K27");
    x.accept("CAN/representative", name_decision(1, 2));
    x.refuse("CAN/representative", name_decision(2, 2), "K27");
}

#[test]
fn once_the_caller_left_nobody_puts_off_the_close_and_a_report_never_does() {
    let mut x = called();
    let first = x.partnership.consultations().list[0].quiet.unwrap();
    x.accept("DEU/representative", link(Some(1)));
    assert_eq!(x.partnership.consultations().list[0].quiet, Some(first));
    x.accept("DEU/representative", table_text(Outcome::Statement, None));
    let later = x.partnership.consultations().list[0].quiet.unwrap();
    assert!(later > first);
    x.partnership.consultations.left("CAN".parse().unwrap());
    x.accept("DEU/representative", table_text(Outcome::Statement, None));
    assert_eq!(x.partnership.consultations().list[0].quiet, Some(later));
}

#[test]
fn k25_proceedings_elsewhere_are_linked_or_stand_alone() {
    let mut x = called();
    for unknown in [0, 2] {
        x.refuse("DEU/representative", link(Some(unknown)), "K25");
    }
    x.accept("DEU/representative", link(None));
    x.accept("CAN/representative", close_consultation(1));
    x.accept("DEU/representative", link(Some(1)));
    Exercise::begin().refuse("DEU/representative", link(None), "K1");
}
