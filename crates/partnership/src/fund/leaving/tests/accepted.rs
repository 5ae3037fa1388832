//! The terms that count are those of the text that the State accepted.

use super::*;
use crate::exercise::standing::{accept, amend};

fn terms() -> quorate_charter::Settlement {
    let charter = Charter::read(&charter()).unwrap();
    charter.withdrawal().unwrap().settlement().unwrap()
}

/// The text without a share, or with another, that comes into force without `CAN`: two can decide.
fn amended(settlement: &str) -> Exercise {
    let before = charter().replace("least-participating = 3", "least-participating = 2");
    let mut x = Exercise::under(&before);
    pay(&mut x, &[("CAN", "50.00"), ("GBR", "50.00")]);
    let after = before.replace("settlement = { instalments = 4, every = \"10d\" }", settlement);
    x.carried(amend(1, &after));
    for member in ["DEU", "FRA", "GBR"] {
        x.accept(&[member, "/root"].concat(), accept(2));
    }
    assert_eq!(x.partnership.charter().membership().least_participating(), 2);
    assert!(x.partnership.charter().withdrawal().unwrap().settlement() != Some(terms()), "it is in force");
    x
}

#[test]
fn f65_i_38_no_text_worsens_it_for_whoever_has_not_accepted_it() {
    for settlement in ["", "settlement = { instalments = 40, every = \"365d\" }"] {
        let mut x = amended(settlement);
        let events = leaves(&mut x, "CAN");
        assert_eq!(settled(&events).2, [12_50; 4], "{settlement}");
    }
}

#[test]
fn f65_whoever_accepted_a_text_leaves_on_its_terms() {
    let mut x = amended("");
    let events = leaves(&mut x, "GBR");
    assert!(!events.iter().any(|event| matches!(event, AnyEvent::Fund(_))));
    let mut x = amended("settlement = { instalments = 1, every = \"1d\" }");
    let events = leaves(&mut x, "GBR");
    assert_eq!(settled(&events).2, [50_00]);
}

#[test]
fn f65_without_the_article_nothing_comes_back() {
    let mut x = Exercise::under(&CHARTER.replace("notice = \"365d\"", "notice = \"30d\""));
    pay(&mut x, &[("CAN", "50.00"), ("GBR", "50.00")]);
    let events = leaves(&mut x, "CAN");
    assert!(!events.iter().any(|event| matches!(event, AnyEvent::Fund(_))));
    assert_eq!((owed(&x, "CAN"), x.authority()), (0, 100_00));
}
