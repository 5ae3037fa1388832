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
    x.accept(CAN, confirm(3, Working, None));
    let events = x.accept(FRA, fall_back(4));
    assert!(matches!(of(&events)[..], [Event::FallBackStarted { fall_back: None, .. }]));
    // A fall-back that was closed starts no more.
    x.accept(FRA, close_line(1, None));
    x.refuse(CAN, fall_back(3), "L13");
}

#[test]
fn any_side_ends_a_line_for_all_and_its_fall_back_starts_in_the_same_step() {
    for side in [CAN, FRA] {
        let mut x = Exercise::with_lines();
        x.accept(CAN, backed_by(&["CAN", "FRA", "XUS"], 1));
        let next = x.next();
        let events = x.accept(side, close_line(3, None));
        let [Event::Closed { by, left, .. }, Event::FallBackStarted { fall_back, confirm_by, .. }] =
            of(&events)[..]
        else {
            panic!("closed, and the fall-back started")
        };
        assert_eq!(by.as_str(), side.trim_end_matches("/liaison-officer"));
        assert_eq!((*left, *fall_back), (Left::Line(LiaisonLineNo(1)), Some(LiaisonLineNo(1))));
        assert_eq!(confirm_by.0, next.0 + 7 * DAY);
    }
}

#[test]
fn l17_a_report_ends_a_line_for_that_side_alone_and_each_member_reports_it_once() {
    let mut x = Exercise::with_lines();
    x.accept(CAN, backed_by(&["CAN", "FRA", "XUS"], 1));
    let events = x.accept(CAN, close_line(3, Some("XUS")));
    let [Event::EndReported { said, left, .. }, Event::FallBackStarted { .. }] = of(&events)[..] else {
        panic!("reported, and the fall-back started")
    };
    assert_eq!((said.by.as_str(), said.of.as_str(), *left), ("CAN", "XUS", Left::Line(LiaisonLineNo(1))));
    x.refuse(CAN, close_line(3, Some("XUS")), "L17");
    // The line is open: its other sides go on, another reports for itself, and nothing is started twice.
    x.accept(FRA, confirm(3, Degraded, None));
    assert_eq!(x.accept(FRA, close_line(3, Some("XUS"))).len(), 1);
    // Who reports that it is there after all can report its end again.
    x.accept(CAN, confirm(3, Degraded, Some("XUS")));
    x.accept(CAN, close_line(3, Some("XUS")));
    x.accept(FRA, close_line(3, None));
    x.refuse(CAN, confirm(3, Working, None), "L6");
}

#[test]
fn l15_a_fall_back_is_started_once_until_a_side_says_that_the_line_works() {
    let mut x = Exercise::with_lines();
    x.accept(CAN, backed_by(&["CAN", "FRA", "XUS"], 1));
    x.accept(FRA, fall_back(3));
    for side in [CAN, FRA] {
        x.refuse(side, fall_back(3), "L15");
    }
    // Neither another state, nor a report, nor what is said of its fall-back changes that.
    x.accept(CAN, confirm(3, Degraded, None));
    x.accept(CAN, confirm(3, Working, Some("XUS")));
    x.accept(CAN, confirm(1, Working, None));
    x.refuse(CAN, fall_back(3), "L15");
    x.accept(CAN, confirm(3, Working, None));
    x.accept(CAN, fall_back(3));
    // Whoever closes it keeps the deadline that stands.
    assert_eq!(x.accept(FRA, close_line(3, None)).len(), 1);
}

#[test]
fn l1_what_is_on_record_is_ended_also_when_the_article_is_gone() {
    let mut x = Exercise::with_lines();
    x.accept(CAN, backed_by(&["CAN", "FRA"], 1));
    // A later charter without the article, as an amendment would bring it.
    x.partnership.charter = quorate_charter::Charter::read(CHARTER).unwrap().into();
    let mut give = |command| {
        let presumed = x.presumed(CAN, command);
        let at = Moment(x.partnership.moment().0 + 1);
        let stepped = x.partnership.step_presumed(at, &[presumed]).unwrap();
        let refusal = stepped.outcomes[0].refusal.clone().map(|refusal| alloc::format!("{}", refusal.rule()));
        (stepped.booked.into_iter().map(|booked| booked.event).collect::<Vec<AnyEvent>>(), refusal)
    };
    assert_eq!(give(record(&["CAN", "FRA"])).1.as_deref(), Some("L1"));
    for command in [confirm(3, Degraded, None), outage(3, NOON, None), restored(3, Moment(NOON.0 + 1), None)]
    {
        assert_eq!(give(command).1, None);
    }
    let (events, _) = give(close_line(3, None));
    let [Event::Closed { .. }, Event::FallBackStarted { confirm_by, .. }] = of(&events)[..] else {
        panic!("closed, and the fall-back started")
    };
    // As the charter said when it was recorded.
    assert_eq!(confirm_by.0, x.partnership.moment().0 + 7 * DAY);
}

#[test]
fn l8_what_is_said_of_a_side_ends_when_it_becomes_or_is_no_longer_a_member() {
    let mut x = Exercise::with_lines();
    // An outage of a member that leaves, one that it reported, and one that another reported of the same State.
    x.accept(FRA, outage(2, NOON, None));
    x.accept(FRA, outage(2, NOON, Some("XUS")));
    x.accept(CAN, outage(2, NOON, Some("XUS")));
    x.accept("FRA/root", withdraw());
    let open = |x: &Exercise, by: &str, of: &str| {
        let said = Said { by: by.parse().unwrap(), of: of.parse().unwrap() };
        x.partnership.continuity().line(LiaisonLineNo(2)).unwrap().open_outage(said).is_some()
    };
    assert!(open(&x, "FRA", "FRA"), "notice changes nothing yet");
    x.wait("400d").pass();
    assert_eq!([open(&x, "FRA", "FRA"), open(&x, "FRA", "XUS")], [false, false]);
    assert!(open(&x, "CAN", "XUS"));
    x.accept(CAN, close_line(2, Some("XUS")));
    // XUS becomes a member: nobody's report of it stands.
    let at = x.partnership.moment();
    x.partnership.continuity.are_bound(|state| ["CAN", "XUS"].contains(&state.as_str()), at);
    assert!(!open(&x, "CAN", "XUS"));
    assert!(x.partnership.continuity().line(LiaisonLineNo(2)).unwrap().ended.is_empty());
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
