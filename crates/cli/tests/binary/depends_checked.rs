//! What `check --independent-of` says of capabilities, and what `depends` says beside it.

use std::fs;

use serde_json::Value;

use crate::depends::{folder, with_a_record};
use crate::quorate::root;

#[test]
fn a_charter_is_checked_with_what_members_declare_on_its_record() {
    let folder = with_a_record(&fs::read_to_string(root().join("docs/dependencies.md")).unwrap());
    let run = folder.run("check capabilities.toml --dir D --independent-of XXX");
    assert!(run.out.contains("CAN/lift"), "{}", run.shown());
    let run = folder.run("check capabilities.toml --independent-of XXX");
    assert!(!run.out.contains("CAN/lift"), "{}", run.shown());
}

#[test]
fn a_supplier_of_which_no_state_is_told_proves_nothing() {
    let folder = with_a_record(&fs::read_to_string(root().join("docs/dependencies.md")).unwrap());
    let base = "[things.\"DEU/base\"]\nwhat = \"a base\"\nin-hands-of = \"DEU\"\nsource = \"s\"\n";
    folder.write("base.toml", format!("title = \"t\"\n{base}"));
    let of = |found: &Value, name: &str| {
        let mut findings = found["findings"].as_array().unwrap().iter();
        let finding = findings.find(|one| one["of"] == format!("capability {name}")).unwrap();
        (finding["outcome"].as_str().unwrap().to_owned(), finding["says"].as_str().unwrap().to_owned())
    };
    let check = "check capabilities.toml --dir D --independent-of XXX --dependencies";
    let run = folder.run(&format!("{check} base.toml --format json"));
    let (outcome, says) = of(&serde_json::from_str(&run.out).unwrap(), "FRA/airlift");
    assert_eq!(outcome, "undecided", "{says}");
    assert!(says.contains("which State can make maker-of-airframes withhold FRA/airlift"), "{says}");
    let told = folder.done("depends --dir D --with base.toml --withhold XXX --format json");
    let told: Value = serde_json::from_str(&told).unwrap();
    let airlift = |key: &str| {
        told[key].as_array().unwrap().iter().find(|one| one["capability"] == "FRA/airlift").unwrap().clone()
    };
    let unknown = airlift("effects")["not-known"].as_array().unwrap().clone();
    assert!(
        unknown.iter().any(|one| one["thing"] == "FRA/airlift" && one["not-public"] == "state"),
        "{unknown:?}"
    );
    assert_eq!(airlift("cut-sets")["may-be-more"], true);
    let told = folder.done("depends --dir D --with base.toml --withhold XXX --member FRA");
    assert!(told.contains("- by itself: it is not known whether it is withheld"), "{told}");
    // That it is known in whose hands something is does not say whose its supplier is.
    let run = folder.run(&check.replace("XXX", "YYY").replace("--dependencies", "--format json"));
    let (outcome, says) = of(&serde_json::from_str(&run.out).unwrap(), "CAN/lift");
    assert_eq!(outcome, "undecided", "{says}");
    assert!(says.contains("which State can make maker-of-airframes withhold CAN/airframes"), "{says}");
    // Where a file says which State it is, that is that; and in whose place it stands is told.
    let run = folder.run(&format!("{check} kept-by-can.toml"));
    assert!(run.out.contains("In the place of what is on record: CAN/airframes"), "{}", run.shown());
    let run = folder.run(&format!("{check} kept-by-can.toml --format json"));
    let found: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(found["in-place-of-record"], serde_json::json!(["CAN/airframes"]));
    assert!(!of(&found, "FRA/airlift").1.contains("which State"), "{found}");
}

/// A third State need not be a party, and yet a slip in its code is not to pass for good news.
#[test]
fn a_state_that_nothing_names_is_told_as_that() {
    let folder = folder();
    folder.write("treaty.toml", fs::read_to_string(root().join("charters/treaty.toml")).unwrap());
    let check = |of: &str| folder.run(&format!("check treaty.toml --independent-of {of}"));
    let run = check("UAS --dependencies published.toml");
    let told = run.out.split_whitespace().collect::<Vec<_>>().join(" ");
    let says = "UAS is named nowhere in what was read: what is proven of it holds of any State that nobody names. Is USA meant?";
    assert!(told.starts_with(says), "{}", run.shown());
    let run = check("UAS --dependencies published.toml --format json");
    let found: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(found["named-nowhere"], serde_json::json!({ "state": "UAS", "near": ["USA"], "says": says }));
    // UKR is named by the file alone, and what names it may be no more than whose thing it is.
    assert!(check("UKR").out.starts_with("UKR is named nowhere"));
    folder.write(
        "one.toml",
        "title = \"t\"\n[things.\"NOR/a\"]\nwhat = \"a\"\nneeds = [\"SWE/b\"]\nsource = \"s\"\n",
    );
    let known = ["USA", "CAN", "UKR --dependencies published.toml", "NOR --dependencies one.toml"];
    for of in known.into_iter().chain(["SWE --dependencies one.toml"]) {
        let run = check(of);
        assert!(!run.out.contains("named nowhere"), "{}", run.shown());
    }
}
