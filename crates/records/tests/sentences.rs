//! Sentences that depend on more than the names in them.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use quorate_charter::{Charter, MemberCode};
use quorate_partnership::cases::Event as Cases;
use quorate_partnership::members::Event as Members;
use quorate_partnership::{Booked, CaseNo, Event, Moment, PaymentNo, PublicKey, TrancheNo};
use quorate_records::words;

fn code(member: &str) -> MemberCode {
    member.parse().unwrap()
}

fn sentence(event: impl Into<Event>) -> String {
    let charter = Charter::read(include_str!("../../../charters/partnership.toml")).unwrap();
    let booked = Booked { height: 1, at: Moment(0), fell_due: None, by: None, event: event.into() };
    words::sentence(&booked, &charter).unwrap()
}

#[test]
fn an_instruction_tells_where_the_margin_is_missing() {
    let instructed = |able| {
        let (payment, case, tranche) = (PaymentNo(1), CaseNo(2), TrancheNo(3));
        sentence(Cases::Instructed { payment, case, tranche, by: code("FRA"), until: Moment(0), able })
    };
    let plain = "a treasurer of FRA signs payment 1 for case 2, tranche 3; others must sign before 1970-01-01 00:00 UTC";
    assert_eq!(instructed(3), plain);
    assert_eq!(instructed(4), plain);
    let margin = "; only 2 members could have signed, and the charter wants 3";
    assert_eq!(instructed(2), format!("{plain}{margin}"));
}

#[test]
fn a_countersignature_tells_whose_signatures_do_not_count_any_more() {
    let countersigned = |dropped: &[&str]| {
        let dropped = dropped.iter().map(|member| code(member)).collect();
        sentence(Cases::Countersigned { payment: PaymentNo(1), by: code("FRA"), dropped })
    };
    let plain = "a treasurer of FRA signs payment 1";
    assert_eq!(countersigned(&[]), plain);
    assert_eq!(countersigned(&["DEU"]), format!("{plain}; the signature of DEU does not count any more"));
    let two = format!("{plain}; the signatures of DEU, GBR do not count any more");
    assert_eq!(countersigned(&["DEU", "GBR"]), two);
}

#[test]
fn a_new_root_tells_whether_credentials_ended() {
    let replaced = |end_credentials| {
        let root = PublicKey([0x77; 32]);
        sentence(Members::RootReplaced { member: code("CAN"), root, end_credentials })
    };
    let plain = "CAN replaces its root key by 77777777 on the word of its recovery key";
    assert_eq!(replaced(false), plain);
    assert_eq!(replaced(true), format!("{plain}, and ends all credentials that the old one gave"));
}
