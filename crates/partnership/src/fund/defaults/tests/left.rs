use super::*;
use crate::exercise::standing::{accede, admit, terms, withdraw};
use crate::members::Admit;

#[test]
fn f26_a_state_that_left_is_asked_for_nobody_and_is_owed_what_it_advanced() {
    let (mut x, _) = late();
    x.accept("GBR/root", withdraw());
    // Its notice runs for a year. DEU pays nothing in that year; GBR was asked before it left, and pays.
    x.wait("1440h").pass();
    x.pays("FRA", "50.00");
    x.pays("GBR", "50.00");
    x.wait("8760h").pass();
    x.pays("DEU", "50.00");
    assert_eq!(x.cash(account::PREPAID, "GBR"), 25_00);
    // What it signed binds it no more: it cannot be called again for what it has back.
    assert_eq!((x.memo(CALLABLE, "GBR"), x.memo(CALLABLE, "FRA")), (85_000, 87_500));
    holds(&x);
}

/// FRA gave 50.00 for DEU, left, came back, and signed for 100.00.
fn came_back() -> Exercise {
    let (mut x, _) = late();
    x.wait("720h").pass();
    x.wait("1440h").pass();
    x.pays("FRA", "50.00");
    x.accept("FRA/root", withdraw());
    x.wait("366d").pass();
    assert!(!x.partnership.members().is_bound(code("FRA")));
    x.carried(admit(Admit { member: code("FRA"), ..terms(&[("population", 50_000_000)]) }));
    x.accept("FRA/root", accede());
    x.accept("FRA/root", sign(usd("0"), usd("100.00")));
    x
}

#[test]
fn f27_what_a_state_gave_before_it_left_is_not_called_under_what_it_signed_since() {
    let mut x = came_back();
    assert_eq!(x.memo(CALLABLE, "FRA"), 10_000);
    x.pays("DEU", "50.00");
    assert!(x.cash(account::PREPAID, "FRA") > 0, "its money is its own again");
    assert_eq!(x.memo(CALLABLE, "FRA"), 10_000, "and it is bound by what it signed");
}
