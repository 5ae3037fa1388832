//! What no majority changes for a signatory that has not consented, and what is counted when a text comes into force.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::super::InstrumentEvent;
use super::{enters, ratifies, three};
use crate::event::Event as AnyEvent;
use crate::exercise::commands::{indicate, table};
use crate::exercise::standing::{accept, amend, end_provisional, ratification, ratify, sign_charter};
use crate::exercise::{CHARTER, Exercise};
use crate::members::Event;
use crate::moment::Moment;

/// Under which three with a voice put a text in force.
fn of_two() -> String {
    ratification().replace("least-participating = 3", "least-participating = 2")
}

fn text(article: &str) -> String {
    format!("{}\n[instrument]\narticle = 18\nnature = \"treaty\"\n{article}", of_two())
}

/// Three are bound; `GBR` has signed, and has not consented. What they may not adopt under `old`, and what they may.
fn amends(old: &str, refused: &[&str], taken: &[&str]) {
    let mut x = Exercise::under(old);
    x.accept("GBR/root", sign_charter(false));
    three(&mut x);
    for member in ["CAN", "DEU", "FRA"] {
        if old.contains("depositary = [") {
            x.accept("CAN/root", super::acts::take_in(member));
        }
    }
    for new in refused {
        let refusal = x.refuse("DEU/representative", table(amend(1, new)), "M23");
        assert!(format!("{refusal}").contains("has not consented"), "{refusal}");
    }
    for new in taken {
        x.accept("DEU/representative", table(amend(1, new)));
    }
    // Once it has consented too nobody is left to whom it would be done.
    if !old.contains("depositary = [") {
        x.accept("GBR/root", ratify());
        for new in refused {
            x.accept("DEU/representative", table(amend(1, new)));
        }
    }
}

#[test]
fn m23_no_text_asks_more_of_a_signatory_that_has_not_consented() {
    let plain = text("");
    let by = "consent = [\"ratification\", \"approval\"]\n";
    let one = text("depositary = [\"CAN\"]\n");
    let two = text("depositary = [\"CAN\", \"FRA\"]\n");
    let three = text("depositary = [\"CAN\", \"FRA\", \"DEU\"]\n");
    amends(
        &plain,
        &[CHARTER, &text("full-powers = true\n"), &text("consent = [\"approval\"]\n"), &one, &two],
        &[&plain, &text(by), &ratification()],
    );
    amends(&text(by), &[&plain, &ratification(), &text("consent = [\"approval\"]\n")], &[&text(by)]);
    amends(&ratification(), &[CHARTER, &text("full-powers = true\n"), &two], &[&plain]);
    amends(&two, &[&one, &text("depositary = [\"CAN\", \"DEU\"]\n")], &[&two, &three, &plain]);
    amends(&three, &[&two], &[&plain]);
}

#[test]
fn a_text_without_depositaries_counts_what_was_lodged_with_them() {
    let mut x = Exercise::under(&text("depositary = [\"CAN\", \"FRA\"]\n"));
    assert!(!enters(&three(&mut x)));
    for member in ["CAN", "DEU"] {
        x.accept("CAN/root", super::acts::take_in(member));
    }
    assert!(enters(&x.accept("FRA/root", super::acts::take_in("FRA"))));
    x.accept("GBR/root", sign_charter(false));
    assert!(!x.accept("GBR/root", ratify()).iter().any(ratifies));
    x.carried(amend(1, &text("")));
    let mut events = Vec::new();
    for member in ["CAN/root", "DEU/root", "FRA/root"] {
        events.extend(x.accept(member, accept(2)));
    }
    let counts: [AnyEvent; 2] = [
        Event::AmendmentInForce { version: 2 }.into(),
        Event::Ratified { member: "GBR".parse().unwrap() }.into(),
    ];
    assert!(events.windows(2).any(|two| *two == counts), "{events:?}");
    x.accept("GBR/root", accept(2));
    x.accept("GBR/representative", indicate("GBR", None));
}

#[test]
fn m41_no_text_lengthens_the_notice_of_who_has_not_accepted_it() {
    let noticed = |days: u32| {
        let notice = format!("provisional = true\nprovisional-notice = \"{days}d\"");
        of_two().replace("provisional = true", &notice)
    };
    let amended = |accepts: bool| {
        let mut x = Exercise::under(&noticed(30));
        three(&mut x);
        x.accept("GBR/root", sign_charter(true));
        x.carried(amend(1, &noticed(300)));
        for member in ["CAN/root", "DEU/root", "FRA/root"] {
            x.accept(member, accept(2));
        }
        if accepts {
            x.accept("GBR/root", accept(2));
        }
        assert_eq!(x.partnership.members().standings.version, 2);
        let given = x.accept("GBR/root", end_provisional());
        let now = x.partnership.moment();
        (given, now)
    };
    for (accepts, days) in [(false, 30), (true, 300)] {
        let (given, now) = amended(accepts);
        let effective = Moment(now.0 + days * 24 * 3_600_000);
        let ends = InstrumentEvent::ProvisionalEnds { member: "GBR".parse().unwrap(), effective };
        assert_eq!(given, [Event::from(ends).into()]);
    }
}
