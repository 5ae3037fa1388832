use super::*;

#[test]
fn i_26_two_that_default_from_the_same_moment_are_asked_for_neither() {
    let all = [("CAN", "100.00"), ("DEU", "100.00"), ("FRA", "100.00"), ("GBR", "100.00")];
    let mut x = signed(&charter_of_dues(), &all);
    due(&mut x, "40.00");
    x.pays("CAN", "10.00");
    x.pays("GBR", "10.00");
    let events = said(x.wait("720h").pass());
    let steps: Vec<&Event> = events.iter().filter(|event| matches!(event, Event::SteppedUp { .. })).collect();
    // Nobody is asked because its code comes later.
    for step in &steps {
        assert!(matches!(step, Event::SteppedUp { parts, .. }
            if *parts == asked(&[("CAN", "5.00"), ("GBR", "5.00")])));
    }
    assert_eq!(steps.len(), 2);
    x.wait("744h").pass();
    x.pays("CAN", "10.00");
    x.pays("GBR", "10.00");
    assert_eq!((x.cash(account::CASH, ""), x.authority()), (40_00, 40_00), "the whole call came in");
    for debtor in ["DEU", "FRA"] {
        x.pays(debtor, "10.00");
        holds(&x);
    }
    assert_eq!((x.cash(account::PREPAID, "CAN"), x.cash(account::PREPAID, "GBR")), (10_00, 10_00));
}

#[test]
fn f26_where_all_that_a_call_bound_default_nobody_is_asked() {
    let mut x = signed(&charter_of_dues(), &[("DEU", "100.00"), ("FRA", "100.00")]);
    due(&mut x, "20.00");
    let events = said(x.wait("720h").pass());
    for event in events.iter().filter(|event| matches!(event, Event::SteppedUp { .. })) {
        assert!(matches!(event, Event::SteppedUp { parts, shortfall, total, .. }
            if parts.is_empty() && shortfall == total));
    }
    holds(&x);
}
