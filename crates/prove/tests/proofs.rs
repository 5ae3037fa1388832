//! The prover as it is typed. Needs cvc5.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs, reason = "a test")]

use std::fs;
use std::process::Command;

/// What it ends with, and all that it says.
fn prove(args: &str) -> (i32, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_quorate-prove"));
    let run = command.args(args.split_whitespace()).output().unwrap();
    let told = [run.stdout, run.stderr].concat();
    (run.status.code().unwrap(), String::from_utf8(told).unwrap())
}

#[test]
fn policies_as_they_are_made_are_proven() {
    // With 1024 the formulas are deeper than a usual stack.
    for compartments in [1, 3, 50, 300] {
        let (code, told) = prove(&format!("--generate {compartments}"));
        assert!(code == 0 && told.contains("all of it is proven"), "{told}");
        assert_eq!(told.matches("proven, ").count(), 17, "{told}");
    }
}

#[test]
fn every_seeded_leak_is_found_replayed_and_told() {
    for (leak, story) in [
        ("", "IS NOT IN IT"),
        ("=two-compartments", "IS NOT IN IT"),
        ("=release-time", "before its release time"),
        ("=originator-control", "originator keeps control"),
    ] {
        let (code, told) = prove(&format!("--generate 3 --seed-leak{leak}"));
        assert!(code == 1 && told.contains("COUNTEREXAMPLE") && told.contains(story), "{leak}: {told}");
        assert!(told.contains("Replayed, the policies allow it. What lets it in: V1 "), "{leak}: {told}");
    }
}

#[test]
fn what_is_not_decided_is_not_proven() {
    let folder = std::env::temp_dir().join(format!("quorate-prove-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let head = "// quorate policy 1\n// members CAN FRA\n\n";
    let permit = "@id(\"V1\") permit (principal, action, resource);";
    for (name, text, says) in [
        ("empty", String::new(), "no policy of this version"),
        ("headless", permit.to_owned(), "no policy of this version"),
        ("none", head.to_owned(), "there is none"),
        ("nameless", format!("{head}permit (principal, action, resource);"), "no @id"),
        (
            "typeless",
            format!("{head}@id(\"a\") permit (principal, action, resource) when {{ principal.rank > 3 }};"),
            "schema",
        ),
        (
            "closed",
            format!("{head}@id(\"a\") forbid (principal, action, resource);"),
            "nothing is ever allowed",
        ),
    ] {
        let path = folder.join(name);
        fs::write(&path, text).unwrap();
        let (code, told) = prove(path.to_str().unwrap());
        assert!(code == 2 && told.contains(says), "{name}: {told}");
    }
    let path = folder.join("open");
    fs::write(&path, format!("{head}{permit}")).unwrap();
    let (code, told) = prove(path.to_str().unwrap());
    assert!(code == 1 && told.contains("It lies in no compartment"), "{told}");
    fs::remove_dir_all(&folder).unwrap();
    let (code, told) = prove("nowhere.cedar");
    assert!(code == 2 && told.contains("nowhere.cedar"), "{told}");
    for wrong in ["", "--generate 0", "--generate 1025", "--generate 3 x.cedar", "--generate 3 --limit 0"] {
        assert_eq!(prove(wrong).0, 2, "{wrong}");
    }
}

#[test]
fn without_a_solver_it_says_so() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_quorate-prove"));
    let run = command.args(["--generate", "1"]).env("CVC5", "/nowhere/cvc5").output().unwrap();
    let told = String::from_utf8(run.stderr).unwrap();
    assert!(run.status.code() == Some(2) && told.contains("apt install cvc5"), "{told}");
}
