//! The instrument: who is bound by which act, and what nobody can hold up.

mod amended;
mod reservations;

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use quorate_charter::Means;

use super::{Act, MAX_DECLARATIONS, MAX_REGISTRATIONS, MAX_STEPS};
use crate::event::Event as AnyEvent;
use crate::exercise::commands::{indicate, table};
use crate::exercise::instrument as acts;
use crate::exercise::standing::{amend, end_provisional, ratify, sign_charter, withdraw};
use crate::exercise::{Exercise, MEMBERS};
use crate::members::Event;

/// The charter of an exercise before its entry into force, with this article on the instrument.
fn under(article: &str) -> Exercise {
    let text = crate::exercise::standing::ratification();
    Exercise::under(&format!("{text}\n[instrument]\narticle = 18\nnature = \"treaty\"\n{article}"))
}

fn root(member: &str) -> String {
    [member, "/root"].concat()
}

fn enters(events: &[AnyEvent]) -> bool {
    events.contains(&Event::EnteredIntoForce.into())
}

/// `CAN`, `DEU` and `FRA` sign and ratify; what the last act brought.
fn three(x: &mut Exercise) -> Vec<AnyEvent> {
    let mut last = Vec::new();
    for member in ["CAN", "DEU", "FRA"] {
        x.accept(&root(member), sign_charter(false));
        last = x.accept(&root(member), ratify());
    }
    last
}

#[test]
fn m10_without_the_article_there_is_no_act_on_the_instrument() {
    let mut x = Exercise::before_entry();
    for command in [
        acts::adopt_text(),
        acts::full_powers(Act::Signature),
        acts::sign_ad_referendum(),
        acts::consent(Means::Acceptance),
        acts::take_in("CAN"),
        acts::reserve(20),
        acts::declare(),
        acts::step(),
        acts::register(),
    ] {
        x.refuse("CAN/root", command, "M10");
    }
}

#[test]
fn m36_and_m54_full_powers_where_the_charter_asks_for_them() {
    let mut x = under("full-powers = true\n");
    x.refuse("CAN/root", sign_charter(false), "M36");
    x.refuse("CAN/root", acts::sign_ad_referendum(), "M36");
    x.accept("CAN/root", acts::full_powers(Act::Signature));
    x.accept("CAN/root", sign_charter(false));
    // Those for a signature do not do for a ratification, and another State's do not do for its own.
    x.refuse("CAN/root", ratify(), "M36");
    x.accept("DEU/root", acts::full_powers(Act::Ratification));
    x.refuse("CAN/root", ratify(), "M36");
    x.accept("CAN/root", acts::full_powers(Act::Ratification));
    x.accept("CAN/root", ratify());
    under("").refuse("CAN/root", acts::full_powers(Act::Signature), "M54");
}

#[test]
fn m37_a_signature_ad_referendum_counts_once_it_is_confirmed() {
    let mut x = under("");
    x.refuse("CAN/root", acts::confirm(), "M37");
    x.accept("CAN/root", acts::sign_ad_referendum());
    x.refuse("CAN/root", ratify(), "M12");
    x.refuse("CAN/root", sign_charter(false), "M11");
    x.refuse("CAN/root", acts::sign_ad_referendum(), "M11");
    x.accept("CAN/root", acts::confirm());
    x.refuse("CAN/root", acts::confirm(), "M37");
    x.accept("CAN/root", ratify());
    // Who has signed in full has nothing to confirm, and does not sign again to be confirmed.
    x.accept("DEU/root", sign_charter(false));
    x.refuse("DEU/root", acts::sign_ad_referendum(), "M11");
    x.refuse("DEU/root", acts::confirm(), "M37");
}

#[test]
fn m39_consent_by_the_means_that_the_article_names() {
    let mut x = under("consent = [\"acceptance\", \"approval\"]\n");
    for member in MEMBERS {
        x.accept(&root(member), sign_charter(false));
    }
    x.refuse("CAN/root", ratify(), "M39");
    x.accept("CAN/root", acts::consent(Means::Acceptance));
    x.refuse("CAN/root", acts::consent(Means::Approval), "M12");
    x.accept("DEU/root", acts::consent(Means::Approval));
    let events = x.accept("FRA/root", acts::consent(Means::Acceptance));
    assert!(enters(&events), "{events:?}");
    under("").refuse("CAN/root", acts::consent(Means::Ratification), "M12");
}

#[test]
fn m40_any_one_of_several_depositaries_is_enough_and_a_single_one_is_a_gate() {
    let several = "depositary = [\"CAN\", \"FRA\", \"GBR\"]\n";
    let mut x = under(several);
    assert!(!enters(&three(&mut x)));
    let refusal = x.refuse("CAN/root", ratify(), "M12");
    assert_eq!(format!("{refusal}"), "the consent of `CAN` is lodged and waits for a depositary");
    x.refuse("DEU/root", acts::take_in("CAN"), "M40");
    x.refuse("FRA/root", acts::take_in("GBR"), "M40");
    // `CAN` takes nothing in: `FRA` alone does, or `GBR`, which has not even signed.
    x.accept("FRA/root", acts::take_in("FRA"));
    x.refuse("GBR/root", acts::take_in("FRA"), "M40");
    x.accept("GBR/representative", acts::take_in("CAN"));
    assert!(enters(&x.accept("GBR/root", acts::take_in("DEU"))));
    // Of one that is silent nothing comes.
    let mut x = under("depositary = [\"CAN\"]\n");
    assert!(!enters(&three(&mut x)));
    for member in ["DEU/root", "FRA/root", "GBR/root"] {
        x.refuse(member, acts::take_in("DEU"), "M40");
    }
    x.refuse("DEU/representative", indicate("DEU", None), "M8");
}

#[test]
fn where_no_depositary_is_left_the_record_is_the_depositary() {
    let mut x = under("depositary = [\"GBR\"]\n");
    x.accept("GBR/root", sign_charter(true));
    assert!(!enters(&three(&mut x)));
    x.refuse("CAN/root", ratify(), "M12");
    x.accept("GBR/root", withdraw());
    // What waited for it counts the moment it has left.
    let events = x.wait("365d").pass();
    assert!(enters(&events), "{events:?}");
    assert_eq!(events.iter().filter(|event| ratifies(event)).count(), 3);
    x.refuse("CAN/root", ratify(), "M12");
    x.accept("CAN/representative", indicate("CAN", None));
}

fn ratifies(event: &AnyEvent) -> bool {
    matches!(event, AnyEvent::Members(Event::Ratified { .. }))
}

#[test]
fn m40_of_several_depositaries_the_last_one_is_no_gate() {
    // Two of two: one leaves, and what the other would be waited for counts.
    let mut x = under("depositary = [\"CAN\", \"GBR\"]\n");
    x.accept("GBR/root", sign_charter(true));
    assert!(!enters(&three(&mut x)));
    x.accept("GBR/root", withdraw());
    assert!(enters(&x.wait("365d").pass()));
    // What is given after that counts at once.
    let mut x = under("depositary = [\"CAN\", \"GBR\"]\n");
    x.accept("GBR/root", sign_charter(true));
    x.accept("GBR/root", withdraw());
    x.wait("365d").pass();
    assert!(enters(&three(&mut x)));
    // Three of which one leaves: two are left, and any one of them is waited for.
    let mut x = under("depositary = [\"CAN\", \"FRA\", \"GBR\"]\n");
    x.accept("GBR/root", sign_charter(true));
    x.accept("GBR/root", withdraw());
    x.wait("365d").pass();
    assert!(!enters(&three(&mut x)));
    for of in ["CAN", "DEU"] {
        x.accept("CAN/root", acts::take_in(of));
    }
    assert!(enters(&x.accept("CAN/root", acts::take_in("FRA"))));
}

#[test]
fn m38_an_arrangement_comes_into_effect_by_signatures() {
    let entry = "[entry-into-force]\narticle = 10\nrule = \"accession\"\nprovisional = false\n";
    let text =
        [crate::exercise::CHARTER, "\n", entry, "[instrument]\narticle = 18\nnature = \"arrangement\"\n"]
            .concat();
    let mut x = Exercise::under(&text);
    x.accept("CAN/root", acts::sign_ad_referendum());
    x.accept("DEU/root", sign_charter(false));
    x.refuse("DEU/root", ratify(), "M38");
    x.refuse("DEU/root", acts::consent(Means::Approval), "M38");
    x.refuse("DEU/root", acts::reserve(20), "M38");
    x.refuse("DEU/root", sign_charter(true), "M11");
    x.accept("FRA/root", sign_charter(false));
    x.refuse("FRA/representative", indicate("FRA", None), "M8");
    // The third signature in full, by its confirmation, brings it into effect.
    assert!(enters(&x.accept("CAN/root", acts::confirm())));
    x.accept("FRA/representative", indicate("FRA", None));
    x.refuse("GBR/representative", indicate("GBR", None), "M8");
    x.accept("GBR/root", sign_charter(false));
    x.accept("GBR/representative", indicate("GBR", None));
}

#[test]
fn m23_a_treaty_does_not_become_an_arrangement_by_amendment() {
    let amended = |nature: &str| {
        let article = format!("\n[instrument]\narticle = 18\nnature = \"{nature}\"\n");
        let entry = "[entry-into-force]\narticle = 10\nrule = \"accession\"\nprovisional = false\n";
        [crate::exercise::CHARTER, "\n", entry, &article].concat()
    };
    let mut x = Exercise::under(&amended("treaty"));
    three(&mut x);
    x.refuse("DEU/representative", table(amend(1, &amended("arrangement"))), "M23");
    x.accept("DEU/representative", table(amend(1, &amended("treaty"))));
}

#[test]
fn m41_provisional_application_ends_once_its_notice_has_run() {
    let text = crate::exercise::standing::ratification()
        .replace("provisional = true", "provisional = true\nprovisional-notice = \"30d\"");
    let mut x = Exercise::under(&text);
    x.accept("CAN/root", sign_charter(true));
    x.accept("CAN/root", end_provisional());
    x.refuse("CAN/root", end_provisional(), "M41");
    x.wait("29d").accept("CAN/representative", indicate("CAN", None));
    let events = x.wait("1d").pass();
    assert_eq!(events, [Event::ProvisionalEnded { member: "CAN".parse().unwrap() }.into()]);
    x.refuse("CAN/representative", indicate("CAN", None), "M8");
    x.refuse("CAN/root", end_provisional(), "M13");
    // Who is bound when the notice has run stays bound; who leaves before leaves nothing behind.
    let mut x = Exercise::under(&text);
    x.accept("GBR/root", sign_charter(true));
    x.accept("GBR/root", end_provisional());
    three(&mut x);
    x.accept("GBR/root", ratify());
    assert!(x.partnership.members().instrument.ending.is_empty());
    assert_eq!(x.wait("30d").pass(), []);
    x.accept("GBR/representative", indicate("GBR", None));
    // Bound by the entry into force, not by its own act.
    let mut x = Exercise::under(&text);
    x.accept("CAN/root", sign_charter(true));
    x.accept("CAN/root", end_provisional());
    x.accept("CAN/root", ratify());
    assert_eq!(x.partnership.members().instrument.ending.len(), 1);
    for member in ["DEU/root", "FRA/root"] {
        x.accept(member, sign_charter(false));
        x.accept(member, ratify());
    }
    assert!(x.partnership.members().instrument.ending.is_empty());
}

#[test]
fn m49_to_m52_plain_entries_have_limits_and_stop_nothing() {
    let mut x = under("");
    for _ in 0..MAX_DECLARATIONS {
        x.accept("CAN/root", acts::declare());
    }
    x.refuse("CAN/root", acts::declare(), "M49");
    x.accept("DEU/root", acts::declare());
    // A year from the first, they are counted anew.
    x.wait("364d").refuse("CAN/root", acts::declare(), "M49");
    x.wait("24h").accept("CAN/root", acts::declare());
    for _ in 0..MAX_STEPS {
        x.accept("CAN/representative", acts::step());
    }
    x.refuse("CAN/representative", acts::step(), "M50");
    x.refuse("DEU/representative", acts::complete(1), "M51");
    x.refuse("CAN/representative", acts::complete(65), "M51");
    x.accept("CAN/representative", acts::complete(1));
    x.refuse("CAN/representative", acts::complete(1), "M51");
    x.accept("CAN/representative", acts::step());
    for _ in 0..MAX_REGISTRATIONS {
        x.accept("CAN/representative", acts::register());
    }
    x.refuse("CAN/representative", acts::register(), "M52");
    x.accept("DEU/representative", acts::register());
    // Open steps hold nobody up, their own State included.
    assert!(enters(&three(&mut x)));
}

#[test]
fn m53_the_text_is_adopted_once_and_before_the_signature() {
    let mut x = under("");
    x.accept("CAN/representative", acts::adopt_text());
    x.refuse("CAN/root", acts::adopt_text(), "M53");
    x.accept("CAN/root", sign_charter(false));
    x.accept("DEU/root", sign_charter(false));
    x.refuse("DEU/root", acts::adopt_text(), "M53");
}

#[test]
fn of_a_state_that_left_nothing_stands() {
    let mut x = under("reservations = \"any\"\n");
    x.accept("GBR/root", acts::reserve(20));
    x.accept("GBR/root", sign_charter(true));
    three(&mut x);
    x.accept("CAN/root", acts::object("GBR", 20));
    x.accept("GBR/root", withdraw());
    x.wait("365d").pass();
    x.refuse("DEU/root", acts::object("GBR", 20), "M45");
    x.refuse("GBR/root", acts::declare(), "M7");
}
