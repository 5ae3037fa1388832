//! What auditors find and say, and what they cannot do.
#![allow(clippy::arithmetic_side_effects, reason = "tests count small numbers")]

use super::*;
use crate::event::Event as AnyEvent;
use crate::exercise::commands::{
    accredit, answer, close_finding, countersign_line, countersign_seal, open_finding, opinion, receipt,
    revoke, seal, usd,
};
use crate::exercise::keys::public;
use crate::exercise::{CHARTER, DAY, Exercise, NOON, Real};
use crate::ids::{CaseNo, EntryNo, LineNo, PaymentNo};
use crate::moment::Moment;
use quorate_charter::Office;

fn yesterday() -> Day {
    Day(NOON.day().0 - 1)
}

/// `GBR` paid in, a payment is in flight, and all days until yesterday are sealed.
fn audited() -> Exercise {
    let mut x = Exercise::funded("100.00");
    x.accept("FRA/treasurer", seal(yesterday()));
    x.accept("DEU/treasurer", countersign_seal(1));
    x.in_flight(&["10.00"]);
    x
}

/// As `audited`, with a finding of `FRA`'s auditor on this.
fn found(subject: Subject) -> Exercise {
    let mut x = audited();
    x.accept("FRA/auditor", open_finding(subject));
    x
}

#[test]
fn an_auditor_puts_a_finding_on_record() {
    let mut x = audited();
    let events = x.accept("FRA/auditor", open_finding(Subject::Line(LineNo(1))));
    let [AnyEvent::Audit(Event::FindingOpened { finding, by, .. })] = &events[..] else {
        panic!("a finding")
    };
    assert_eq!((*finding, by.as_str()), (FindingNo(1), "FRA"));
}

#[test]
fn u1_what_a_finding_is_about_is_on_record() {
    let entries =
        u32::try_from((1..).take_while(|at| audited().partnership.fund().has_entry(EntryNo(*at))).count());
    let last = entries.unwrap();
    let (entry, line, payment) = (
        |number| Subject::Entry(EntryNo(number)),
        |number| Subject::Line(LineNo(number)),
        |number| Subject::Payment(PaymentNo(number)),
    );
    let (case, period) = (|number| Subject::Case(CaseNo(number)), |day: u32| Subject::Period(Day(day)));
    let day = yesterday().0;
    let mut x = audited();
    for there in [entry(1), entry(last), line(1), payment(1), case(1), period(day)] {
        x.accept("FRA/auditor", open_finding(there));
    }
    let none = [entry(0), entry(last + 1), line(0), line(2), payment(0), payment(2), case(0), case(2)];
    for missing in none.into_iter().chain([period(day - 1), period(day + 1)]) {
        x.refuse("FRA/auditor", open_finding(missing), "U1");
    }
}

#[test]
fn u2_only_an_open_finding_is_answered_or_closed() {
    let mut x = found(Subject::Line(LineNo(1)));
    for unknown in [0, 2] {
        x.refuse("DEU/treasurer", answer(unknown, None), "U2");
        x.refuse("FRA/auditor", close_finding(unknown), "U2");
    }
    // A treasurer of any member answers, more than once; the finding stays open.
    x.accept("DEU/treasurer", answer(1, None));
    x.accept("FRA/treasurer", answer(1, None));
    x.accept("FRA/auditor", close_finding(1));
    x.refuse("DEU/treasurer", answer(1, None), "U2");
    x.refuse("FRA/auditor", close_finding(1), "U2");
}

#[test]
fn u3_nobody_closes_what_another_members_auditor_found() {
    let mut x = found(Subject::Line(LineNo(1)));
    for other in ["CAN/auditor", "DEU/auditor", "GBR/auditor"] {
        x.refuse(other, close_finding(1), "U3");
    }
    x.accept("FRA/auditor", close_finding(1));
}

#[test]
fn u1_and_u4_a_correction_is_on_record_and_came_later() {
    let mut x = found(Subject::Entry(EntryNo(2)));
    let entry = |number| Some(CorrectedBy::Entry(EntryNo(number)));
    for before in [1, 2] {
        x.refuse("DEU/treasurer", answer(1, entry(before)), "U4");
    }
    x.refuse("DEU/treasurer", answer(1, entry(1000)), "U1");
    x.accept("DEU/treasurer", answer(1, entry(3)));
    x.accept("DEU/treasurer", answer(1, Some(CorrectedBy::Line(LineNo(1)))));

    let mut x = found(Subject::Line(LineNo(1)));
    let line = |number| Some(CorrectedBy::Line(LineNo(number)));
    x.refuse("DEU/treasurer", answer(1, line(1)), "U4");
    x.refuse("DEU/treasurer", answer(1, line(2)), "U1");
    x.accept("FRA/treasurer", receipt("GBR", usd("1.00"), NOON.day(), "the right one"));
    x.accept("DEU/treasurer", answer(1, line(2)));
}

#[test]
fn u5_an_opinion_is_on_a_sealed_period() {
    let mut x = audited();
    let give = |day| opinion(Day(day), OpinionKind::Unmodified, None, None);
    let day = yesterday().0;
    for open in [day - 1, day + 1] {
        x.refuse("FRA/auditor", give(open), "U5");
    }
    x.accept("FRA/auditor", give(day));
    // A seal that only waits seals nothing.
    x.wait("24h").accept("FRA/treasurer", seal(Day(day + 1)));
    x.refuse("FRA/auditor", give(day + 1), "U5");
}

#[test]
fn u6_one_opinion_a_member_and_period_and_a_later_one_names_it() {
    let mut x = audited();
    let give = |replaces| opinion(yesterday(), OpinionKind::Unmodified, replaces, None);
    for none in [0, 1] {
        x.refuse("FRA/auditor", give(Some(none)), "U6");
    }
    x.accept("FRA/auditor", give(None));
    x.accept("DEU/auditor", give(None));
    for other in [None, Some(2), Some(3)] {
        x.refuse("FRA/auditor", give(other), "U6");
    }
    x.accept("FRA/auditor", give(Some(1)));
    x.refuse("FRA/auditor", give(Some(1)), "U6");
    x.accept("FRA/auditor", give(Some(3)));
    x.accept("DEU/auditor", give(Some(2)));
}

#[test]
fn u7_a_modified_opinion_says_on_what_basis() {
    let mut x = audited();
    let mut replaces = None;
    for (kind, number) in
        [(OpinionKind::Qualified, 1), (OpinionKind::Adverse, 2), (OpinionKind::Disclaimer, 3)]
    {
        x.refuse("FRA/auditor", opinion(yesterday(), kind, replaces, None), "U7");
        x.accept("FRA/auditor", opinion(yesterday(), kind, replaces, Some("line 1 is not the bank's")));
        replaces = Some(number);
    }
    x.accept("FRA/auditor", opinion(yesterday(), OpinionKind::Unmodified, replaces, None));
}

#[test]
fn o1_an_auditor_moves_nothing_and_nobody_else_audits() {
    let mut x = audited();
    for (who, command) in [
        ("FRA/auditor", countersign_line(1)),
        ("FRA/auditor", seal(yesterday())),
        ("FRA/auditor", answer(1, None)),
        ("FRA/treasurer", open_finding(Subject::Line(LineNo(1)))),
        ("FRA/representative", close_finding(1)),
        ("FRA/root", opinion(yesterday(), OpinionKind::Unmodified, None, None)),
    ] {
        x.refuse(who, command, "O1");
    }
}

#[test]
fn material_findings_and_adverse_opinions_of_all_others_stop_no_payment() {
    let mut x = found(Subject::Payment(PaymentNo(1)));
    for auditor in ["DEU/auditor", "FRA/auditor", "GBR/auditor"] {
        x.accept(auditor, open_finding(Subject::Case(CaseNo(1))));
        x.accept(auditor, opinion(yesterday(), OpinionKind::Adverse, None, Some("nothing is right")));
    }
    let today = x.next().day();
    x.accept("GBR/treasurer", crate::exercise::commands::payment(1, usd("10.00"), today, "out"));
    let events = x.accept("FRA/treasurer", countersign_line(2));
    assert!(matches!(events[1], AnyEvent::Cases(crate::cases::Event::Paid { .. })));
}

#[test]
fn u5_a_refusal_names_the_article_on_the_audit_where_there_is_one() {
    let with = [CHARTER, "\n[audit]\narticle = 40\nopinions = 2\n"].concat();
    for (charter, article) in [(CHARTER, 1), (&with, 40)] {
        let mut x = Exercise::under(charter);
        let give = opinion(yesterday(), OpinionKind::Unmodified, None, None);
        let refusal = x.refuse("FRA/auditor", give, "U5");
        assert_eq!(refusal.article(x.partnership.charter()).0, article);
    }
}

#[test]
fn u8_nobody_audits_what_it_could_have_signed_itself() {
    let mut real = Real::begin();
    let (now, key) = (real.next(), public("FRA/treasurer"));
    let until = Moment(now.0 + DAY);
    let give = || opinion(yesterday(), OpinionKind::Unmodified, None, None);
    real.accept("FRA/treasurer", seal(yesterday()));
    real.accept("DEU/treasurer", countersign_seal(1));
    real.accept("FRA/root", accredit(key, Office::Auditor, now, until));
    real.refuse_by("FRA/treasurer", "FRA/auditor", give(), "U8");
    real.refuse_by("FRA/treasurer", "FRA/auditor", open_finding(Subject::Period(yesterday())), "U8");
    // Its own auditor's key is another; what another member gives that key is not asked.
    real.accept("GBR/root", accredit(public("FRA/auditor"), Office::Treasurer, real.next(), until));
    real.accept("FRA/auditor", open_finding(Subject::Period(yesterday())));
    real.refuse_by("FRA/treasurer", "FRA/auditor", close_finding(1), "U8");
    // Once the other office ended, the key is an auditor's alone.
    real.accept("FRA/root", revoke(key, Office::Treasurer));
    real.accept_by("FRA/treasurer", "FRA/auditor", give());
}
