//! What parties tell of their frameworks, and what nobody tells for them.
#![allow(clippy::arithmetic_side_effects, reason = "tests count small numbers")]

use alloc::vec;
use alloc::vec::Vec;

use super::*;
use crate::audience::Audience;
use crate::command::Command as AnyCommand;
use crate::exercise::Exercise;
use crate::exercise::commands::phrase;
use crate::ids::PartnershipId;
use crate::wording::Wording;

fn codes(parties: &[&str]) -> Vec<MemberCode> {
    parties.iter().map(|code| code.parse().unwrap()).collect()
}

fn notice(parties: &[&str]) -> AnyCommand {
    Command::Notice(Notice {
        title: Wording::new(Some(phrase("Bilateral coordination")), None).unwrap(),
        parties: codes(parties),
        form: Form::Treaty,
        partnership: PartnershipId([7; 32]),
        status: Status::Proposed,
        audience: Audience::Public,
        text: None,
    })
    .into()
}

fn confirm(framework: u32, version: u32) -> AnyCommand {
    Command::Confirm(Confirm { framework: FrameworkNo(framework), version }).into()
}

fn take_back(framework: u32) -> AnyCommand {
    Command::WithdrawNotice(WithdrawNotice { framework: FrameworkNo(framework) }).into()
}

fn update(framework: u32, version: u32, status: Status) -> AnyCommand {
    Command::Update(Update { framework: FrameworkNo(framework), version, status }).into()
}

/// A notice by `CAN` of a framework with `GBR`.
fn noticed() -> Exercise {
    let mut x = Exercise::begin();
    x.accept("CAN/representative", notice(&["CAN", "GBR"]));
    x
}

#[test]
fn r1_a_notice_names_two_members_or_more_each_once() {
    let mut x = Exercise::begin();
    for parties in [&["CAN"][..], &[], &["CAN", "CAN"], &["CAN", "USA"], &["CAN", "GBR", "GBR"]] {
        x.refuse("CAN/representative", notice(parties), "R1");
    }
    x.accept("CAN/representative", notice(&["GBR", "CAN"]));
    x.accept("CAN/representative", notice(&["CAN", "DEU", "FRA", "GBR"]));
}

#[test]
fn r2_of_a_framework_its_parties_speak_and_nobody_else() {
    let mut x = Exercise::begin();
    x.refuse("FRA/representative", notice(&["CAN", "GBR"]), "R2");
    x.accept("CAN/representative", notice(&["CAN", "GBR"]));
    for command in [confirm(1, 1), take_back(1), update(1, 1, Status::Signed)] {
        x.refuse("FRA/representative", command, "R2");
    }
    x.accept("GBR/representative", confirm(1, 1));
}

#[test]
fn r3_what_is_named_has_a_notice() {
    let mut x = noticed();
    for unknown in [0, 2] {
        for command in [confirm(unknown, 1), take_back(unknown), update(unknown, 1, Status::Signed)] {
            x.refuse("GBR/representative", command, "R3");
        }
    }
}

#[test]
fn r4_a_word_is_given_to_the_newest_report() {
    let mut x = noticed();
    for other in [0, 2] {
        x.refuse("GBR/representative", confirm(1, other), "R4");
        x.refuse("GBR/representative", update(1, other, Status::Signed), "R4");
    }
    x.accept("GBR/representative", update(1, 1, Status::Signed));
    x.refuse("CAN/representative", confirm(1, 1), "R4");
    x.accept("CAN/representative", confirm(1, 2));
}

#[test]
fn r5_a_party_confirms_a_report_once() {
    let mut x = noticed();
    x.refuse("CAN/representative", confirm(1, 1), "R5");
    x.accept("GBR/representative", confirm(1, 1));
    x.refuse("GBR/representative", confirm(1, 1), "R5");
    assert!(x.partnership.frameworks().list[0].is_confirmed());
}

#[test]
fn r6_a_party_takes_back_what_it_said_and_nothing_else() {
    let mut x = noticed();
    x.refuse("GBR/representative", take_back(1), "R6");
    x.accept("GBR/representative", confirm(1, 1));
    x.accept("CAN/representative", take_back(1));
    x.refuse("CAN/representative", take_back(1), "R6");
    assert!(!x.partnership.frameworks().list[0].is_confirmed());
    // It can say it again.
    x.accept("CAN/representative", confirm(1, 1));
    assert!(x.partnership.frameworks().list[0].is_confirmed());
}

#[test]
fn r7_not_more_reports_of_a_member_wait_than_anybody_reads() {
    let mut x = Exercise::begin();
    for number in 0..MAX_WAITING_NOTICES {
        // A day's allowance is smaller.
        if number % 8 == 0 {
            x.wait("24h");
        }
        x.accept("CAN/representative", notice(&["CAN", "GBR"]));
    }
    x.wait("24h");
    x.refuse("CAN/representative", notice(&["CAN", "GBR"]), "R7");
    x.refuse("CAN/representative", notice(&["CAN", "FRA"]), "R7");
    x.accept("GBR/representative", notice(&["CAN", "GBR"]));
    // One that is confirmed, or taken back, makes room.
    x.accept("GBR/representative", confirm(1, 1));
    x.accept("CAN/representative", notice(&["CAN", "GBR"]));
    x.refuse("CAN/representative", notice(&["CAN", "GBR"]), "R7");
    x.accept("CAN/representative", take_back(2));
    x.accept("CAN/representative", notice(&["CAN", "GBR"]));
}

#[test]
fn r8_an_update_says_something_new() {
    let mut x = noticed();
    x.refuse("GBR/representative", update(1, 1, Status::Proposed), "R8");
    for (version, status) in [(1, Status::Signed), (2, Status::InEffect), (3, Status::Suspended)] {
        x.accept("GBR/representative", update(1, version, status));
        x.refuse("CAN/representative", update(1, version + 1, status), "R8");
    }
    let events = x.accept("CAN/representative", update(1, 4, Status::Ended));
    let updated = Event::Updated {
        framework: FrameworkNo(1),
        by: "CAN".parse().unwrap(),
        version: 5,
        status: Status::Ended,
    };
    assert_eq!(events, vec![updated.into()]);
    // The other party's word stood to an earlier report.
    assert!(!x.partnership.frameworks().list[0].is_confirmed());
}

#[test]
fn a_notice_of_others_stops_nothing() {
    let mut x = noticed();
    let case = x.requested(&["10.00"]);
    x.opened(crate::exercise::commands::assist(case));
}

#[test]
fn r5_nothing_waits_for_the_word_of_a_party_that_left() {
    let mut x = Exercise::begin();
    x.accept("CAN/representative", notice(&["CAN", "FRA", "GBR"]));
    x.accept("GBR/representative", confirm(1, 1));
    assert!(!x.partnership.frameworks().list[0].is_confirmed());
    x.accept("FRA/root", crate::exercise::standing::withdraw());
    assert!(!x.partnership.frameworks().list[0].is_confirmed());
    x.wait("8760h");
    x.pass();
    assert!(x.partnership.frameworks().list[0].is_confirmed());
}
