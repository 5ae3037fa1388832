//! How lines end, and what takes their place.

use super::*;

#[test]
fn l13_a_fall_back_is_started_if_there_is_one() {
    let mut x = Exercise::with_lines();
    x.refuse(CAN, fall_back(1), "L13");
    x.accept(CAN, backed_by(&["CAN", "FRA"], 1));
    x.accept(
        CAN,
        recorded(Recorded {
            fall_back: Some(FallBack::Words(wording("couriers"))),
            ..between(&["CAN", "FRA"])
        }),
    );
    let next = x.next();
    let events = x.accept(FRA, fall_back(3));
    let [Event::FallBackStarted { line, by, confirm_by, fall_back: started }] = of(&events)[..] else {
        panic!("started")
    };
    assert_eq!((line.0, by.as_str(), confirm_by.0), (3, "FRA", next.0 + 7 * DAY));
    assert_eq!(*started, Some(LiaisonLineNo(1)));
    let events = x.accept(FRA, fall_back(4));
    assert!(matches!(of(&events)[..], [Event::FallBackStarted { fall_back: None, .. }]));
    // A fall-back that was closed starts no more.
    x.accept(FRA, close_line(1, None));
    x.refuse(CAN, fall_back(3), "L13");
}

#[test]
fn any_side_ends_a_line_for_all_and_its_fall_back_starts_in_the_same_step() {
    for (side, reported) in [(CAN, None), (FRA, None), (CAN, Some("XUS")), (FRA, Some("XUS"))] {
        let mut x = Exercise::with_lines();
        x.accept(CAN, backed_by(&["CAN", "FRA", "XUS"], 1));
        let next = x.next();
        let events = x.accept(side, close_line(3, reported));
        let [Event::Closed { said, left, .. }, Event::FallBackStarted { fall_back, confirm_by, .. }] =
            of(&events)[..]
        else {
            panic!("closed, and the fall-back started")
        };
        let by = side.trim_end_matches("/liaison-officer");
        assert_eq!((said.by.as_str(), said.of.as_str()), (by, reported.unwrap_or(by)));
        assert_eq!((*left, *fall_back), (Left::Line(LiaisonLineNo(1)), Some(LiaisonLineNo(1))));
        assert_eq!(confirm_by.0, next.0 + 7 * DAY);
    }
}

#[test]
fn where_nothing_takes_the_place_of_a_closed_line_that_is_said() {
    let mut x = Exercise::with_lines();
    x.accept(CAN, backed_by(&["CAN", "FRA"], 1));
    x.accept(CAN, backed_by(&["CAN", "FRA"], 3));
    let mut words = between(&["CAN", "FRA"]);
    words.fall_back = Some(FallBack::Words(wording("couriers")));
    x.accept(CAN, recorded(words));
    let mut left = |line| {
        let events = x.accept(FRA, close_line(line, None));
        let Event::Closed { left, .. } = of(&events)[0] else { panic!("closed") };
        (*left, events.len())
    };
    assert_eq!(left(1), (Left::Nothing, 1));
    assert_eq!(left(3), (Left::ClosedBefore(LiaisonLineNo(1)), 1));
    assert_eq!(left(4), (Left::ClosedBefore(LiaisonLineNo(3)), 1));
    assert_eq!(left(5), (Left::Words, 2));
}

#[test]
fn a_political_suspension_touches_no_line() {
    let mut x = Exercise::of_five_under(&[CHARTER, ARTICLE].concat());
    x.accept(FRA, record(&["CAN", "FRA"]));
    x.carried(suspend("FRA"));
    x.refuse("FRA/representative", crate::exercise::commands::table(suspend("DEU")), "M9");
    x.accept(FRA, record(&["CAN", "FRA"]));
    x.accept(FRA, backed_by(&["CAN", "FRA"], 2));
    x.accept(FRA, confirm(1, Working, None));
    x.accept(FRA, tested(1, None));
    x.accept(FRA, outage(1, NOON, None));
    x.accept(FRA, restored(1, Moment(NOON.0 + 1), None));
    x.accept(FRA, fall_back(3));
    x.accept(FRA, close_line(3, None));
    // Nor does anyone else speak for it, or end the line for it.
    x.refuse(CAN, confirm(1, Interrupted, Some("FRA")), "L8");
    x.refuse(DEU, close_line(1, None), "L7");
}
