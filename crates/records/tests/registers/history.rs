//! What happened to a decision, with its place among all events.

use quorate_partnership::{DecisionNo, Event};

use crate::story::FOUNDING;
use crate::world::World;

#[test]
fn a_history_is_every_event_of_its_decision_at_its_place_in_the_record() {
    let world = World::play(&FOUNDING);
    let mut told = 0;
    for number in 0..10 {
        let decision = DecisionNo(number);
        let is_its = |event: &Event| matches!(event, Event::Decisions(event) if event.decision() == decision);
        let own: Vec<_> = (0..).zip(&world.booked).filter(|(_, booked)| is_its(&booked.event)).collect();
        assert_eq!(world.records.history(decision).collect::<Vec<_>>(), own);
        told += own.len();
    }
    assert!(told > 10, "{told}");
    assert_eq!(told, world.booked.iter().filter(|one| matches!(one.event, Event::Decisions(_))).count());
}
