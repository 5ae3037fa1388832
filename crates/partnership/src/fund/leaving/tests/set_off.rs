//! What the State owes is set off first.

use super::*;
use crate::exercise::commands::{call, execute};
use crate::exercise::stages::charter_of_dues;

/// `CAN` paid 50.00 of what it signed to pay in, and owes this much of it; `GBR` paid 100.00.
fn owing(due: &str) -> Exercise {
    let mut x = of_paid(&[("GBR", "100.00")]);
    let signed = usd("50.00").checked_add(usd(due)).unwrap();
    x.accept("CAN/root", sign(signed, usd("0")));
    x.pays("CAN", "50.00");
    x
}

/// One unit less than its share, as much, and one more: what was due counts as paid, and the rest stays due.
#[test]
fn f66_what_is_due_is_set_off_and_counts_as_paid() {
    for (due, share, rest, still) in [("10.00", 60_00, 50_00, 0), ("0.01", 50_01, 50_00, 0)] {
        let mut x = owing(due);
        let events = leaves(&mut x, "CAN");
        let (reckoning, found, instalments, _) = settled(&events);
        assert_eq!((reckoning.paid, reckoning.due), (usd("50.00"), usd(due)));
        assert_eq!((found.minor(), instalments.iter().sum::<i128>()), (share, rest), "{due}");
        assert_eq!((x.cash(account::DUE, "CAN"), owed(&x, "CAN")), (still, rest));
        assert_eq!(x.authority(), 100_00, "what is left is what the others paid in");
    }
}

/// Help took everything but 30.00, of which a fifth is its share; it owes 10.00, 20.00 and 20.01.
#[test]
fn f66_whoever_owes_more_than_its_share_is_paid_nothing_and_owes_the_rest() {
    for (due, share, still) in [("5.00", 12_41, 0), ("100.00", 78_00, 22_00)] {
        let mut x = owing(due);
        x.paid(&["120.00"]);
        let events = leaves(&mut x, "CAN");
        let (_, found, instalments, _) = settled(&events);
        assert_eq!(found.minor(), share, "{due}");
        let set_off = usd(due).minor() - still;
        assert_eq!((instalments.iter().sum::<i128>(), owed(&x, "CAN")), (share - set_off, share - set_off));
        assert_eq!(x.cash(account::DUE, "CAN"), still);
    }
}

#[test]
fn f66_what_falls_due_later_is_set_off_from_the_next_instalment() {
    let mut x = of_paid(&[("GBR", "100.00")]);
    let later = Instalment { day: x.day(45), amount: usd("20.00") };
    let instalments = Some([later].into());
    let (paid_in, callable) = (usd("60.00"), usd("0"));
    let agreement = crate::fund::SignAgreement { paid_in, callable, instalments };
    x.accept("CAN/root", crate::fund::Command::SignAgreement(agreement).into());
    x.pays("CAN", "40.00");
    leaves(&mut x, "CAN");
    // Of four instalments of 10.00 the first falls due before the 20.00 do.
    x.wait("11d").pass();
    assert_eq!((payable(&x, "CAN"), x.cash(account::DUE, "CAN")), (10_00, 0));
    x.wait("10d").pass();
    assert_eq!((payable(&x, "CAN"), x.cash(account::DUE, "CAN")), (10_00, 10_00));
    x.wait("10d").pass();
    assert_eq!((payable(&x, "CAN"), x.cash(account::DUE, "CAN")), (10_00, 0));
    x.wait("10d").pass();
    assert_eq!((payable(&x, "CAN"), owed(&x, "CAN")), (20_00, 20_00));
}

/// `CAN` does not pay its part of a call, the others give it, and it leaves in default.
#[test]
fn f66_a_leaver_in_default_gives_back_what_the_others_advanced() {
    let settlement = "notice = \"30d\"\nsettlement = { instalments = 4, every = \"10d\" }";
    let mut x = Exercise::under(&charter_of_dues().replace("notice = \"365d\"", settlement));
    pay(&mut x, &[("CAN", "50.00")]);
    for member in ["DEU", "FRA", "GBR"] {
        x.accept(&[member, "/root"].concat(), sign(usd("0"), usd("100.00")));
    }
    let decision = x.adopted(call("60.00"));
    x.accept("DEU/representative", execute(decision));
    x.wait("31d").pass();
    for member in ["FRA", "GBR"] {
        x.pays(member, "20.00");
    }
    // `DEU` owes 20.00 and is in default; the others pay it in its place.
    x.wait("30d").pass();
    x.wait("31d").pass();
    for member in ["FRA", "GBR"] {
        x.pays(member, "10.00");
    }
    assert_eq!(x.cash(account::RECOVERABLE, "DEU"), 20_00);
    let whole = x.cash(account::CASH, "");
    let events = leaves(&mut x, "DEU");
    let (reckoning, share, instalments, _) = settled(&events);
    // It paid nothing in: what was due counts as if it had.
    assert_eq!((reckoning.paid.minor(), reckoning.due.minor()), (0, 20_00));
    assert_eq!(
        (reckoning.whole.minor(), reckoning.net.minor()),
        (90_00, 90_00),
        "what was advanced is no capital"
    );
    assert_eq!((share.minor(), instalments.len()), (20_00, 0));
    assert_eq!((x.cash(account::RECOVERABLE, "DEU"), owed(&x, "DEU")), (0, 0));
    assert_eq!((x.cash(account::PREPAID, "FRA"), x.cash(account::PREPAID, "GBR")), (10_00, 10_00));
    assert_eq!(x.cash(account::CASH, ""), whole);
}
