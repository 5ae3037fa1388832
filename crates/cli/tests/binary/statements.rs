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
