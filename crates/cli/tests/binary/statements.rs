//! Statements of the bank, read and entered.

use std::fs;

use crate::quorate::{Folder, root};

/// A folder with the sample statements, and a partnership in which two members signed.
fn folder() -> Folder {
    let folder = Folder::new();
    for file in fs::read_dir(root().join("conformance/statements")).unwrap() {
        let path = file.unwrap().path();
        fs::copy(&path, folder.path(path.file_name().unwrap().to_str().unwrap())).unwrap();
    }
    let story = "story: Signed\ncharter: partnership.toml\nbegins: 2026-12-01T09:00:00Z\ncast: first, second, third, fourth\n\n\
                 == Begin\nevery member accredits representative, treasurer for 365d\n\
                 {fourth}/root: fund sign-agreement --paid-in 100.00 --callable 0.00\n";
    fs::write(folder.path("signed.story"), story).unwrap();
    fs::copy(root().join("charters/partnership.toml"), folder.path("partnership.toml")).unwrap();
    folder.done("play signed.story --seed 0 --dir D");
    folder
}

/// The lines that wait are countersigned by another member's treasurer.
fn countersigned(folder: &Folder, lines: std::ops::RangeInclusive<u32>) {
    for line in lines {
        folder.done(&format!("bank countersign {line} --dir D --as DEU/treasurer"));
    }
}

#[test]
fn i_3_a_statement_is_entered_once_and_the_books_come_to_its_closing_balance() {
    let folder = folder();
    for name in ["day-1.csv", "day-1.camt.053.001.02.xml", "day-1.camt.053.001.08.xml"] {
        let told = folder.done(&format!("bank import {name} --dir D"));
        for (reference, is) in [
            ("/1", "receipt from GBR"),
            ("/2", "nobody can place it yet"),
            ("/3", "income"),
            ("/4", "bank charge"),
            ("/5", "nobody instructed it"),
            ("/6", "receipt from FRA"),
        ] {
            let line = told.lines().find(|line| line.starts_with(&format!("2026-12-01{reference}"))).unwrap();
            assert!(line.contains(is) && line.ends_with("can be entered"), "{line}");
        }
        assert!(told.contains("6 lines, of which 6 can be entered"), "{told}");
        assert!(told.contains("differs by 154.90"), "{told}");
    }
    let told = folder.done("bank import day-1.camt.053.001.08.xml --enter --dir D --as FRA/treasurer");
    assert!(told.contains("entered 6, refused 0"), "{told}");
    assert!(folder.done("status --dir D").contains("ALARM        bank line 5: 20.00"));
    let again = folder.done("bank import day-1.csv --enter --dir D --as FRA/treasurer");
    assert!(again.contains("6 lines, of which 0 can be entered") && again.contains("entered 0"), "{again}");
    assert!(again.contains("it waits as bank line 1"), "{again}");
    countersigned(&folder, 1..=6);
    let booked = folder.done("bank import day-1.csv --enter --dir D --as FRA/treasurer");
    assert!(booked.contains("it is booked as bank line 6") && booked.contains("entered 0"), "{booked}");
    assert!(booked.contains("154.90\u{a0}USD: equal to the cash in the books"), "{booked}");
}

#[test]
fn what_cannot_be_entered_is_told_with_the_reason() {
    let folder = folder();
    let told = folder.done("bank import faults.csv --dir D");
    for why in [
        "its reference stands in this statement before",
        "the fund's currency is USD",
        "its value date is still to come",
        "it is for nothing",
        "its amount cannot be read",
        "it has no reference of the bank",
    ] {
        assert_eq!(told.matches(why).count(), 1, "{why}: {told}");
    }
    assert!(told.lines().any(|line| line.contains("/6") && line.contains("nobody can place it")), "{told}");
    assert!(told.lines().any(|line| line.contains("/7") && line.contains("nobody instructed it")), "{told}");
    assert!(told.contains("9 lines, of which 3 can be entered"), "{told}");
    let run = folder.run("bank import faults.csv --enter --dir D --as FRA/treasurer");
    assert_eq!(run.code, 2, "{}", run.shown());
    assert!(folder.done("record bank-lines --dir D").contains("nothing on record"));
}

#[test]
fn a_closing_balance_that_is_not_opening_and_entries_is_not_entered() {
    let folder = folder();
    let text = fs::read_to_string(folder.path("day-1.csv")).unwrap();
    fs::write(folder.path("cut.csv"), text.replace("154.90", "154.91")).unwrap();
    assert!(folder.done("bank import cut.csv --dir D").contains("come to 154.90"));
    assert_eq!(folder.run("bank import cut.csv --enter --dir D --as FRA/treasurer").code, 2);
    fs::write(folder.path("not.xml"), "<!DOCTYPE a><a/>").unwrap();
    assert_eq!(folder.run("bank import not.xml --dir D").code, 2);
}

/// A State left, and 25.00 of its settlement have fallen due.
#[test]
fn f33_a_debit_for_a_state_that_left_is_its_settlement_as_far_as_it_can_be_paid() {
    let folder = Folder::new();
    fs::copy(root().join("stories/settlement.toml"), folder.path("settlement.toml")).unwrap();
    let story = "story: Left\ncharter: settlement.toml\nbegins: 2026-12-01T09:00:00Z\ncast: first, second, third, fourth\n\n\
                 == Begin\nevery member accredits representative, treasurer for 700d\n\
                 {fourth}/root: fund sign-agreement --paid-in 100.00 --callable 0.00\n\
                 {third}/treasurer: bank enter 100.00 --from {fourth} --reference in\n\
                 {second}/treasurer: bank countersign 1\n\
                 {fourth}/root: member withdraw\nwait 90d\nwait 91d\n";
    fs::write(folder.path("left.story"), story).unwrap();
    folder.done("play left.story --seed 0 --dir D");
    let status = folder.done("status --dir D");
    let id = status.lines().find_map(|line| line.strip_prefix("partnership")).unwrap().trim();
    let id: String = id.chars().take(20).collect();
    let csv = format!(
        "kind,value_date,amount,currency,reference,end_to_end_id,text,code\n\
         opening,2026-12-01,100.00,USD,,,,\n\
         line,2026-12-01,-25.00,USD,a/1,NOTPROVIDED,share of GBR,\n\
         line,2026-12-01,-25.01,USD,a/2,NOTPROVIDED,share of GBR,\n\
         line,2026-12-01,-25.01,USD,a/3,{id}-SGBR,,\n\
         line,2026-12-01,-1.00,USD,a/4,{id}-SFRA,,\n\
         closing,2026-12-01,47.98,USD,,,,\n"
    );
    fs::write(folder.path("out.csv"), csv).unwrap();
    let told = folder.done("bank import out.csv --dir D");
    let line = |reference: &str| told.lines().find(|line| line.starts_with(reference)).unwrap_or_default();
    assert!(line("a/1").contains("settlement with GBR") && line("a/1").ends_with("can be entered"), "{told}");
    assert!(line("a/2").contains("nobody instructed it"), "{told}");
    assert!(line("a/3").contains("25.00 USD can be paid to GBR now"), "{told}");
    assert!(line("a/4").contains("0.00 USD can be paid to FRA now"), "{told}");
}

/// The second member has a loan outstanding, and the third a grant.
#[test]
fn a_credit_that_could_be_a_repayment_is_left_to_the_treasurer() {
    let folder = Folder::new();
    fs::copy(root().join("charters/partnership.toml"), folder.path("partnership.toml")).unwrap();
    let story = "story: Lent\ncharter: partnership.toml\nbegins: 2026-12-01T09:00:00Z\ncast: asker, second, third, fourth\n\n\
                 == Begin\nevery member accredits representative, treasurer, case-officer for 700d\n\
                 {second}/root: fund sign-agreement --paid-in 300.00 --callable 0.00\n\
                 {second}/treasurer: bank enter 300.00 --from {second} --reference in\n\
                 {third}/treasurer: bank countersign 1\n\
                 {asker}/representative: case request --purpose \"grid repair\" --payee \"central bank of {asker}, account 1\" \
                 --tranche 100.00 \"contract signed\" --grace 30 --instalment 0 40.00 --instalment 335 60.00 --interest 3.65\n\
                 {second}/representative: decision table \"A loan\" --assist 1\n\
                 {second}/representative: decision open 1\n\
                 {second}/representative: decision vote 1 in-favour\n\
                 {third}/representative: decision vote 1 in-favour\n\
                 {fourth}/representative: decision vote 1 in-favour\nwait 72h\n\
                 {asker}/representative: decision execute 1\n\
                 {second}/case-officer: case attest 1 1\n\
                 {second}/treasurer: payment instruct 1 1\n{third}/treasurer: payment countersign 1\n\
                 {third}/treasurer: bank enter 100.00 --payment 1 --reference out\n\
                 {second}/treasurer: bank countersign 2\n";
    fs::write(folder.path("lent.story"), story).unwrap();
    folder.done("play lent.story --seed 0 --dir D");
    let loans = folder.done("record loans --format csv --dir D");
    let borrower = loans.lines().nth(1).unwrap().split(',').nth(1).unwrap().to_owned();
    let other = ["CAN", "FRA"].into_iter().find(|code| *code != borrower).unwrap();
    let csv = format!(
        "kind,value_date,amount,currency,reference,end_to_end_id,text,code\n\
         line,2026-12-02,40.00,USD,a/1,,from {borrower},\n\
         line,2026-12-02,40.00,USD,a/2,,from {other} for case 1,\n\
         line,2026-12-02,40.00,USD,a/3,,Dossier 1,\n\
         line,2026-12-02,40.00,USD,a/4,,from {other} for case 2,\n\
         line,2026-12-02,0.40,USD,a/5,,{borrower},INTR\n\
         line,2026-12-02,-0.40,USD,a/6,,,INTR\n"
    );
    fs::write(folder.path("in.csv"), csv).unwrap();
    let told = folder.done("bank import in.csv --dir D");
    let line = |reference: &str| told.lines().find(|line| line.starts_with(reference)).unwrap_or_default();
    for reference in ["a/1", "a/2", "a/3"] {
        let why = "refused: it could be a repayment of case 1: enter it by hand";
        assert!(line(reference).ends_with(why), "{told}");
    }
    for (reference, is) in [("a/4", "receipt from"), ("a/5", "income"), ("a/6", "bank charge")] {
        assert!(line(reference).contains(is) && line(reference).ends_with("can be entered"), "{told}");
    }
}
