//! Sessions: convened by anybody in time, else by the rule; chairs who do nothing.

use super::*;
use crate::event::Booked;
use crate::exercise::commands::phrase;
use crate::exercise::consulting::{attend, convene, minutes, state_on};
use crate::ids::{DocumentHash, SessionNo};

const PAPER: Option<DocumentHash> = Some(DocumentHash([7; 32]));
/// When the call was made.
const CALL: u64 = NOON.0;

fn hours(hours: u64) -> Moment {
    Moment(CALL + hours * HOUR)
}

/// Each session that was convened: when it opens, who chairs and deputises, and who convened it.
fn convened(booked: &[Booked]) -> Vec<(Moment, String)> {
    let each = booked.iter().filter_map(|booked| match &booked.event {
        AnyEvent::Consultations(Event::SessionConvened { opens, chair, deputy, by, .. }) => {
            let by = by.map_or("time".into(), |by| alloc::format!("{by}"));
            Some((*opens, alloc::format!("{chair} {deputy} {by}")))
        }
        _ => None,
    });
    each.collect()
}

#[test]
fn k8_if_nobody_convenes_a_session_the_rule_does_and_the_chair_rotates_without_the_caller() {
    let mut x = called();
    x.at(Moment(hours(22).0 - 1)).pass();
    assert_eq!(convened(x.booked()), []);
    x.at(hours(22)).pass();
    assert_eq!(convened(x.booked()), [(hours(24), "DEU FRA time".into())]);
    x.at(Moment(hours(94).0 - 1)).pass();
    assert_eq!(convened(x.booked()).len(), 1);
    x.at(hours(94)).pass();
    x.at(hours(166)).pass();
    x.at(hours(238)).pass();
    let all = ["DEU FRA time", "FRA GBR time", "GBR DEU time", "DEU FRA time"];
    let at = [24, 96, 168, 240].map(hours);
    assert_eq!(convened(x.booked()), at.into_iter().zip(all.map(String::from)).collect::<Vec<_>>());
    // Once they are closed there is none.
    x.accept("CAN/representative", close_consultation(1));
    x.at(hours(1000)).pass();
    assert_eq!(convened(x.booked()).len(), 4);
}

#[test]
fn k7_others_than_the_caller_give_notice() {
    let mut x = called();
    let now = x.next();
    x.refuse("DEU/representative", convene(Moment(now.0 + 2 * HOUR - 1), None), "K7");
    let now = x.next();
    x.accept("DEU/representative", convene(Moment(now.0 + 2 * HOUR), None));
    let now = x.next();
    x.refuse("CAN/representative", convene(Moment(now.0 - 1), None), "K7");
    let now = x.next();
    x.accept("CAN/representative", convene(now, None));
}

#[test]
fn k8_no_session_is_later_than_the_one_of_the_rule() {
    let mut x = called();
    x.refuse("DEU/representative", convene(Moment(hours(24).0 + 1), None), "K8");
    x.accept("DEU/representative", convene(hours(24), None));
    x.refuse("DEU/representative", convene(Moment(hours(96).0 + 1), None), "K8");
    x.accept("DEU/representative", convene(hours(96), None));
    // One that opens before puts off nothing, and the rule convenes none as long as one is ahead.
    x.accept("FRA/representative", convene(hours(20), None));
    x.at(hours(165)).pass();
    assert_eq!(convened(x.booked()).len(), 3);
    x.at(hours(166)).pass();
    assert_eq!(convened(x.booked())[3].0, hours(168));
}

#[test]
fn k9_a_session_lasts_as_long_as_its_notice_and_not_beyond_the_next() {
    let mut x = called();
    let opens = hours(10);
    for wrong in [opens, Moment(opens.0 + 2 * HOUR - 1), Moment(opens.0 + 72 * HOUR + 1)] {
        x.refuse("DEU/representative", convene(opens, Some(wrong)), "K9");
    }
    x.accept("DEU/representative", convene(opens, Some(Moment(opens.0 + 2 * HOUR))));
    x.accept("DEU/representative", convene(opens, Some(Moment(opens.0 + 72 * HOUR))));
}

#[test]
fn k10_a_members_own_sessions_within_the_time_between_two_are_counted_and_no_others() {
    let mut x = called();
    let first = x.next();
    for _ in 0..MAX_CONVENED {
        x.accept("DEU/representative", convene(hours(10), None));
    }
    x.refuse("DEU/representative", convene(hours(10), None), "K10");
    x.accept("CAN/representative", convene(hours(5), None));
    // That they opened makes no room: it is a limit within the time between two sessions.
    x.at(hours(10)).refuse("DEU/representative", convene(hours(20), None), "K10");
    let every = 72 * HOUR;
    x.at(Moment(first.0 + every - 1)).refuse("DEU/representative", convene(hours(80), None), "K10");
    x.at(Moment(first.0 + every)).accept("DEU/representative", convene(hours(80), None));
}

#[test]
fn k13_a_session_of_another_than_the_caller_moves_no_chair_on() {
    let mut x = called();
    for opens in [10, 11, 11] {
        x.accept("GBR/representative", convene(hours(opens), None));
    }
    x.accept("CAN/representative", convene(hours(12), None));
    x.accept("CAN/representative", convene(hours(12), None));
    x.accept("CAN/representative", convene(hours(13), None));
    let chairs: Vec<String> = convened(x.booked()).into_iter().map(|(_, who)| who).collect();
    let others = ["DEU FRA GBR"; 3];
    assert_eq!(chairs, [&others[..], &["DEU FRA CAN", "DEU FRA CAN", "FRA GBR CAN"]].concat());
}

#[test]
fn k12_a_session_without_a_known_end_is_attended_until_the_next_is_due() {
    let mut x = called();
    x.accept("DEU/representative", convene(hours(10), None));
    x.at(Moment(hours(82).0 - 1)).accept("FRA/representative", attend(1));
    x.at(hours(82)).refuse("GBR/representative", attend(1), "K12");
}

#[test]
fn k26_nothing_in_consultations_of_the_members_is_for_everybody() {
    let mut x = called();
    let subject = crate::wording::Wording::new(Some(phrase("cables")), None).unwrap();
    let threatened = codes(&["CAN"]);
    let call = |audience| {
        let (threatened, subject) = (threatened.clone(), subject.clone());
        Command::Call(Call { threatened, subject, audience, paper: None })
    };
    x.accept("CAN/representative", call(Audience::Members).into());
    let state = |audience| {
        let text = subject.clone();
        Command::State(State { consultation: ConsultationNo(2), text, audience, about: None, document: None })
    };
    x.refuse("DEU/representative", state(Audience::Public).into(), "K26");
    x.accept("DEU/representative", state(Audience::Members).into());
    let table = |audience| {
        Command::TableText(TableText {
            consultation: ConsultationNo(2),
            outcome: Outcome::Statement,
            wording: subject.clone(),
            audience,
            silence: None,
            document: None,
        })
    };
    x.refuse("DEU/representative", table(Audience::Public).into(), "K26");
    x.accept("DEU/representative", table(Audience::Members).into());
    let link = |audience, number| {
        let (body, source) = (phrase("the older alliance"), phrase("its press release"));
        let (status, consultation) = (ProceedingStatus::Called, number);
        Command::Link(Link { body, status, source, audience, consultation, on: None })
    };
    let second = Some(ConsultationNo(2));
    x.refuse("DEU/representative", link(Audience::Public, second).into(), "K26");
    x.accept("DEU/representative", link(Audience::Members, second).into());
    // What names none of them is for whom it says.
    x.accept("DEU/representative", link(Audience::Public, None).into());
    x.at(hours(24)).pass();
    let minutes = |audience| {
        let session = SessionNo(2);
        Command::GiveMinutes(GiveMinutes { session, audience, en: PAPER, fr: None })
    };
    x.refuse("DEU/representative", minutes(Audience::Public).into(), "K26");
    x.accept("DEU/representative", minutes(Audience::Members).into());
}

#[test]
fn k11_and_k12_a_session_is_attended_from_its_opening_until_it_closes() {
    let mut x = called();
    x.accept("DEU/representative", convene(hours(10), Some(hours(12))));
    for unknown in [0, 2] {
        x.refuse("DEU/representative", attend(unknown), "K11");
    }
    x.at(Moment(hours(10).0 - 1)).refuse("DEU/representative", attend(1), "K11");
    x.at(hours(10)).accept("DEU/representative", attend(1));
    x.refuse("DEU/representative", attend(1), "K12");
    x.accept("CAN/representative", attend(1));
    x.at(Moment(hours(12).0 - 1)).accept("FRA/representative", attend(1));
    x.refuse("GBR/representative", attend(1), "K12");
}

#[test]
fn k11_a_session_that_was_ahead_when_they_closed_was_not_held() {
    let mut x = called();
    x.accept("DEU/representative", convene(hours(10), None));
    x.accept("CAN/representative", close_consultation(1));
    x.at(hours(11)).refuse("DEU/representative", minutes(1, PAPER), "K11");
    x.refuse("DEU/representative", convene(hours(20), None), "K2");
}

#[test]
fn k13_the_minutes_are_the_chairs_then_the_deputys_then_anybodys() {
    let mut x = called();
    x.accept("CAN/representative", convene(hours(1), None));
    let begun = |at| {
        let mut x = x.clone();
        x.at(at);
        x
    };
    let late = |at: Moment| Moment(at.0 - 1);
    let mut chairs = begun(hours(1));
    chairs.refuse("FRA/representative", minutes(1, PAPER), "K13");
    chairs.accept("DEU/representative", minutes(1, PAPER));
    // Who gave them corrects them, also late and when they are closed.
    chairs.accept("CAN/representative", close_consultation(1));
    chairs.at(hours(100)).accept("DEU/representative", minutes(1, PAPER));
    // Nobody's first word shuts out another's, and none of them stands unanswered.
    chairs.accept("FRA/representative", minutes(1, PAPER));
    chairs.accept("GBR/representative", minutes(1, PAPER));
    chairs.accept("FRA/representative", state_on(1, Some(About::Session(SessionNo(1)))));

    begun(late(hours(25))).refuse("FRA/representative", minutes(1, PAPER), "K13");
    let mut deputys = begun(hours(25));
    deputys.refuse("GBR/representative", minutes(1, PAPER), "K13");
    deputys.accept("FRA/representative", minutes(1, PAPER));
    deputys.accept("DEU/representative", minutes(1, PAPER));
    deputys.accept("DEU/representative", state_on(1, Some(About::Session(SessionNo(1)))));

    begun(late(hours(49))).refuse("GBR/representative", minutes(1, PAPER), "K13");
    begun(hours(49)).accept("GBR/representative", minutes(1, PAPER));
    begun(hours(49)).accept("CAN/representative", minutes(1, PAPER));
}

#[test]
fn k14_minutes_are_in_one_language_at_least() {
    let mut x = called();
    x.accept("CAN/representative", convene(hours(1), None));
    x.at(hours(1)).refuse("DEU/representative", minutes(1, None), "K14");
    x.accept("DEU/representative", minutes(1, PAPER));
}

#[test]
fn k15_a_statement_answers_what_is_of_the_same_consultations() {
    let mut x = called();
    x.accept("DEU/representative", call_about(&["GBR"]));
    x.accept("CAN/representative", convene(hours(1), None));
    let statement = |number| Some(About::Statement(crate::ids::StatementNo(number)));
    x.accept("CAN/representative", state_on(1, None));
    x.accept("FRA/representative", state_on(1, statement(1)));
    for unknown in [0, 3] {
        x.refuse("FRA/representative", state_on(1, statement(unknown)), "K15");
    }
    x.refuse("FRA/representative", state_on(2, statement(1)), "K15");
    x.refuse("FRA/representative", state_on(2, Some(About::Session(SessionNo(1)))), "K15");
    x.refuse("FRA/representative", state_on(1, Some(About::Text(crate::ids::TextNo(1)))), "K15");
    x.accept("CAN/representative", close_consultation(1));
    // On its own nothing is stated any more; what was said late is answered, and opens nothing again.
    x.refuse("FRA/representative", state_on(1, None), "K2");
    x.accept("FRA/representative", state_on(1, statement(1)));
    x.refuse("CAN/representative", close_consultation(1), "K2");
}

#[test]
fn where_nobody_else_has_a_voice_the_caller_chairs() {
    let x = called();
    let called = x.partnership.consultations().open(ConsultationNo(1)).unwrap();
    let alone = Consultation { by: "CAN".parse().unwrap(), ..called.clone() };
    let mut partnership = x.partnership.clone();
    for member in ["DEU", "FRA", "GBR"] {
        partnership.charter = partnership.charter.without_member(member.parse().unwrap()).into();
    }
    let (chair, deputy) = super::super::sessions::rotation(&partnership, &alone);
    assert_eq!((chair.as_str(), deputy.as_str()), ("CAN", "CAN"));
}
