//! A third State's confidential representations: it has keys on record, is no member, and speaks to one member alone.

use crate::compartments::WITH;
use crate::quorate::{Folder, root};

/// Canada's agent, `A`, in a compartment with that of a State that was admitted to ask for help, `X`; and France's, `F`.
fn with_a_third_state() -> Folder {
    let folder = Folder::new();
    folder.write("pass", "correct horse battery\n");
    folder.done(&format!("play {} --dir D", root().join("stories/non-member.story").display()));
    for (agent, state) in [("A", "CAN"), ("F", "FRA"), ("X", "XAA")] {
        folder.done(&format!("compartment enrol --as {state}/representative --agent {agent} {WITH}"));
    }
    folder.done(&format!("compartment create Representations --agent A {WITH}"));
    folder.done(&format!("compartment card --agent X --out X.card {WITH}"));
    folder.done(&format!("compartment invite Representations X.card --agent A --out in {WITH}"));
    folder.done(&format!("compartment join Representations in --agent X {WITH}"));
    folder
}

#[test]
fn a_third_state_speaks_to_one_member_and_no_other_hears_that_it_did() {
    let folder = with_a_third_state();
    folder.done(&format!("room say Representations \"In confidence\" --agent X --out said {WITH}"));
    let told = folder.done(&format!("room read Representations said --agent A {WITH}"));
    assert!(told.contains("XAA/representative: In confidence"), "{told}");
    let run = folder.run(&format!("room read Representations said --agent F {WITH}"));
    assert_eq!(run.code, 1, "{}", run.shown());
    assert!(!run.shown().contains("XAA"), "{}", run.shown());
    let told = folder.done(&format!("compartment roster Representations --agent A {WITH}"));
    assert!(told.contains("CAN/representative") && told.contains("XAA/representative"), "{told}");
}

#[test]
fn a_paper_for_a_third_state_needs_a_security_agreement_with_it() {
    let folder = with_a_third_state();
    folder.write("paper", "What we think");
    folder.done("product mark --policy EXERCISE --level SECRET --to CAN,XAA --out marking.json");
    let share = format!(
        "product share paper --in Representations --title Paper --marking marking.json --agent A --out sealed --notice notice {WITH}"
    );
    let run = folder.run(&share);
    assert_eq!(run.code, 1, "{}", run.shown());
    assert!(run.shown().contains("V4"), "{}", run.shown());
    let kept = "[agreement.kept.CAN]\nSECRET = \"SECRET\"\n[agreement.kept.XAA]\nSECRET = \"SECRET\"\n";
    let document = "3d".repeat(32);
    folder.write(
        "agreements.toml",
        format!("[[agreement]]\nbetween = [\"CAN\", \"XAA\"]\ndocument = \"{document}\"\n{kept}"),
    );
    for agent in ["A", "X"] {
        folder.done(&format!("product agree agreements.toml --agent {agent} {WITH}"));
    }
    folder.done(&share);
    folder.done(&format!("compartment accept notice --agent X {WITH}"));
    folder.done(&format!("product open sealed --agent X --out opened {WITH}"));
    assert_eq!(std::fs::read_to_string(folder.path("opened")).unwrap(), "What we think");
}
