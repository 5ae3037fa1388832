//! A member has an earlier obligation: whoever shares is told, and what it would carry outside is refused to it.

use crate::compartments::{WITH, together};
use crate::quorate::Folder;
use crate::sharing::{agreed, release_time};

fn obliged() -> Folder {
    let folder = together(&["CAN", "FRA", "GBR"]);
    for member in ["CAN", "FRA", "GBR"] {
        agreed(&folder, member);
    }
    folder.write("report.txt", "What was seen on the coast\n");
    folder.done("product mark --policy EXERCISE --level SECRET --to FRA,GBR --out marking.json");
    folder.done(&oblige("--level SECRET --out said"));
    for member in ["CAN", "FRA"] {
        let told = folder.done(&format!("compartment accept said --agent {member} {WITH}"));
        assert!(told.contains("GBR is obliged to pass on to USA: SECRET, by document 4d4d"), "{told}");
    }
    folder
}

fn oblige(more: &str) -> String {
    format!("compartment oblige Watch --to USA --under {} {more} --agent GBR {WITH}", "4d".repeat(32))
}

/// Shares, and says what was told before; everybody takes the notice in.
fn share(folder: &Folder, name: &str, more: &str) -> String {
    let told = folder.done(&format!(
        "product share report.txt --in Watch --title \"The coast\" --marking marking.json {more} --agent CAN --out {name}.sealed \
         --notice {name}.notice {WITH}"
    ));
    for member in ["FRA", "GBR"] {
        folder.done(&format!("compartment accept {name}.notice --agent {member} {WITH}"));
    }
    told
}

#[test]
fn whoever_shares_is_told_who_will_be_refused_and_it_is() {
    let folder = obliged();
    for member in ["CAN", "FRA", "GBR"] {
        for command in ["obligations", "roster"] {
            let told = folder.done(&format!("compartment {command} Watch --agent {member} {WITH}"));
            assert!(told.contains("GBR is obliged to pass on to USA"), "{told}");
        }
    }
    let told = share(&folder, "one", "");
    assert!(
        told.contains("Will be refused to GBR: it is obliged to pass it on to USA, by document 4d4d"),
        "{told}"
    );
    let open = |name: &str, member: &str| {
        format!("product open {name}.sealed --agent {member} --out {name}.{member} {WITH}")
    };
    let run = folder.run(&open("one", "GBR"));
    assert!(run.code == 1 && run.err.contains("V13") && !folder.path("one.GBR").exists(), "{}", run.shown());
    folder.done(&open("one", "FRA"));
    // The originator consents; and where the obligation ended nothing is refused.
    let told = share(&folder, "two", "--despite-obligation GBR");
    assert!(!told.contains("Will be refused") && told.contains("Read by GBR although"), "{told}");
    folder.done(&open("two", "GBR"));
    folder.done(&oblige("--ended --out ended"));
    for member in ["CAN", "FRA"] {
        folder.done(&format!("compartment accept ended --agent {member} {WITH}"));
    }
    assert!(!share(&folder, "three", "").contains("Will be refused"));
    folder.done(&open("three", "GBR"));
    let told = folder.done(&format!("compartment obligations Watch --agent FRA {WITH}"));
    assert!(told.contains("GBR is no more obliged to pass on to USA"), "{told}");
}

#[test]
fn what_is_named_wrong_for_sharing_is_told_as_that_and_nothing_is_written() {
    let folder = obliged();
    folder.write("damaged", "no product");
    let line = |more: &str, out: &str, notice: &str| {
        format!(
            "product share report.txt --in Watch --title \"The coast\" --marking marking.json {more} --agent CAN --out {out} \
             --notice {notice} {WITH}"
        )
    };
    for (line, why) in [
        (line("", "no", "./no"), "is named for two files"),
        (line("--tear-line-of damaged", "no", "no2"), "damaged: this is no sealed product"),
        (line("--despite-obligation USA", "no", "no2"), "USA is not in Watch"),
        (line("--despite-obligation CAN", "no", "no2"), "CAN is the originator"),
    ] {
        let run = folder.run(&line);
        assert!(run.code != 0 && run.err.contains(why), "{}", run.shown());
        for name in ["no", "no2", "no.new", "no2.new"] {
            assert!(!folder.path(name).exists(), "{name}");
        }
    }
}

#[test]
fn what_cannot_stand_in_the_register_is_refused_and_nothing_is_written() {
    let folder = obliged();
    for (line, why) in [
        (oblige("--level SECRET --out no"), "the register says so already"),
        (oblige("--out no").replace("USA", "GBR"), "another State than the member's own"),
        (oblige("--ended --out no").replace("USA", "NOR"), "no obligation of this member to that State"),
        (oblige("--out no").replace(&"4d".repeat(32), "4d4d"), "4d4d"),
        (oblige("--level HIGH --out no"), "the levels are"),
        (oblige("--ended --level SECRET --out no"), "cannot be used with"),
    ] {
        let run = folder.run(&line);
        assert!(run.code != 0 && run.err.contains(why), "{}", run.shown());
        assert!(!folder.path("no").exists());
    }
}

#[test]
fn whoever_releases_or_briefs_is_told_whose_obligation_that_sets_aside() {
    let folder = obliged();
    for member in ["CAN", "FRA", "GBR"] {
        folder.done(&format!("compartment card --agent {member} --out {member}.again {WITH}"));
    }
    share(&folder, "one", "");
    let release = |to: &str| {
        let to = format!("--to {to}.again --out {to}.release");
        folder.done(&format!("product release one.sealed --in Watch --agent CAN {to} {WITH}"))
    };
    let consents = "GBR is obliged to pass it on to USA, by document 4d4d";
    let told = release("GBR");
    assert!(told.contains(consents) && told.contains("by this you consent"), "{told}");
    assert!(!release("FRA").contains("obliged"), "of whom it is released to, and of nobody else");
    let at = release_time(&folder);
    let brief = |to: &str| {
        folder.done(&format!(
            "product brief report.txt --in Watch --title \"Measures\" --marking marking.json --to {to}.again --release-at {at} \
             --release-agent CAN.again --release-agent FRA.again --needed 2 --agent CAN --out brief{to} {WITH}"
        ))
    };
    let told = brief("GBR");
    assert!(told.contains(consents) && told.contains("by this you consent"), "{told}");
    assert!(!told.contains("Will be refused") && !told.contains("--held-back"), "{told}");
    let told = brief("FRA");
    assert!(told.contains("GBR sees its title and no more") && !told.contains("you consent"), "{told}");
}
