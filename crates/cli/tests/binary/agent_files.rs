//! Wrong input to commands of agents and products: it is said what it is, where, and what to do; and nothing is lost.

use std::fs;

use crate::compartments::{WITH, together};
use crate::quorate::Folder;
use crate::sharing::agreed;

/// What is said of a line that goes wrong, on one line; and how it ended.
fn ended(folder: &Folder, line: &str) -> (i32, String) {
    let run = folder.run(&format!("{line} {WITH}"));
    (run.code, run.err.replace('│', " ").split_whitespace().collect::<Vec<_>>().join(" "))
}

fn says(folder: &Folder, code: i32, line: &str, what: &[&str]) {
    let (ended, said) = ended(folder, line);
    assert!(what.iter().all(|what| said.contains(what)) && ended == code, "{line} ({ended}): {said}");
}

/// Canada and France share a product.
fn shared() -> Folder {
    let folder = together(&["CAN", "FRA"]);
    folder.write("report.txt", "What was seen on the coast\n");
    folder.done("product mark --policy EXERCISE --level SECRET --to DEU,FRA --out marking.json");
    for member in ["CAN", "FRA"] {
        agreed(&folder, member);
    }
    for name in ["one", "two"] {
        folder.done(&format!(
            "product share report.txt --in Watch --title {name} --marking marking.json --agent CAN --out {name}.sealed \
             --notice {name}.notice {WITH}"
        ));
        folder.done(&format!("compartment accept {name}.notice --agent FRA {WITH}"));
    }
    folder.done(&format!("compartment enrol --as DEU/representative --agent DEU {WITH}"));
    folder.done(&format!("compartment card --agent DEU --out deu.card {WITH}"));
    folder
}

#[test]
fn a_working_agent_keeps_its_member_and_its_post() {
    let folder = shared();
    folder.done("member accredit treasurer --for 90d --as CAN/root --dir D");
    let store = fs::read(folder.path("CAN/agent.sealed")).unwrap();
    let other = ["this agent is in Watch as CAN/representative", "make another agent"];
    says(&folder, 1, "compartment enrol --as CAN/treasurer --agent CAN", &other);
    let other =
        ["this agent is of CAN/representative", "would speak for GBR/representative", "make another agent"];
    says(&folder, 1, "compartment enrol --as GBR/representative --agent CAN", &other);
    assert_eq!(fs::read(folder.path("CAN/agent.sealed")).unwrap(), store, "nothing is kept of it");
    // Its next credential it takes, and what it shared it still releases.
    folder.done(&format!("compartment enrol --as CAN/representative --agent CAN {WITH}"));
    folder.done(&format!(
        "product release one.sealed --in Watch --to deu.card --agent CAN --out deu.release {WITH}"
    ));
}

#[test]
fn what_is_named_twice_is_refused_by_both_names() {
    let folder = shared();
    fs::copy(folder.path("deu.card"), folder.path("same.card")).unwrap();
    folder.done(&format!("compartment card --agent DEU --out next.card {WITH}"));
    for (line, other) in [
        (
            "product release one.sealed --in Watch --to deu.card --to same.card --agent CAN --out x",
            "same.card",
        ),
        (
            "product forward one.sealed --in Watch --to deu.card --to next.card --because it --agent FRA --out x",
            "next.card",
        ),
        ("compartment invite Watch deu.card same.card --agent CAN --out x", "same.card"),
    ] {
        says(&folder, 2, line, &[&format!("deu.card and {other} are of one agent, of DEU/representative")]);
    }
    let brief = "product brief report.txt --in Watch --title x --marking marking.json --release-at 2099-01-01T00:00:00Z --needed 2 \
                 --release-agent CAN.card --release-agent FRA.card --agent CAN --out x";
    folder.done(&format!("compartment card --agent CAN --out CAN.card {WITH}"));
    folder.done(&format!("compartment card --agent FRA --out fra.card {WITH}"));
    says(
        &folder,
        2,
        &format!("{brief} --to deu.card --now next.card"),
        &["deu.card and next.card are of one agent"],
    );
    let twice = brief.replace("FRA.card", "CAN.card");
    says(&folder, 2, &format!("{twice} --to deu.card"), &["CAN.card and CAN.card are of one agent"]);
    fs::copy(folder.path("one.notice"), folder.path("copy")).unwrap();
    says(
        &folder,
        2,
        "compartment accept one.notice copy --agent FRA",
        &["one.notice and copy are the same parcel"],
    );
    assert!(!folder.path("x").exists() && !folder.path("x.new").exists());
}

#[test]
fn an_answer_by_another_products_file_is_told_which_it_is() {
    let folder = shared();
    folder.done(&format!(
        "product forward one.sealed --in Watch --to deu.card --because port --agent FRA --out ask {WITH}"
    ));
    folder.done(&format!("compartment accept ask --agent CAN {WITH}"));
    let told = folder.done(&format!("product list Watch --agent CAN {WITH}"));
    let question = told.rsplit_once("  Question ").unwrap().1.get(..8).unwrap();
    let answer = format!("product answer {question} --in Watch --agent CAN --out x");
    let other = ["two.sealed is product", "and the question is about", "nothing was answered"];
    says(&folder, 1, &format!("{answer} --allow two.sealed"), &other);
    folder.done(&format!("{answer} --allow one.sealed {WITH}"));
}

#[test]
fn of_two_agreements_of_one_pair_neither_is_taken_and_what_is_replaced_is_told() {
    let folder = shared();
    let agreement = |between: &str, document: &str| {
        format!("[[agreement]]\nbetween = {between}\ndocument = \"{}\"\nkept = {{}}\n", document.repeat(32))
    };
    let one = agreement("[\"CAN\", \"FRA\"]", "1a");
    folder.write("twice", format!("{one}{}", agreement("[\"FRA\", \"CAN\"]", "2b")));
    let both = ["twice: the agreement of FRA and CAN stands there twice, in lines 1 and 5"];
    says(&folder, 1, "product agree twice --agent CAN", &both);
    folder.write("one", one);
    let told = folder.done(&format!("product agree one --agent CAN {WITH}"));
    let document = "3d".repeat(32);
    assert!(
        told.contains(&format!("The earlier agreement of CAN and FRA, by document {document}, is replaced.")),
        "{told}"
    );
    assert!(told.contains("of DEU and GBR, by document") && told.contains("is in force no more"), "{told}");
    let told = folder.done(&format!("product agree one --agent CAN {WITH}"));
    assert!(!told.contains("earlier"), "{told}");
    folder.write("bad", "[[agreement]]\nbetween = 1\n");
    says(&folder, 1, "product agree bad --agent CAN", &["bad: line 2: "]);
}

#[test]
fn files_that_are_wrong_are_named_and_a_pipe_keeps_nobody_waiting() {
    let folder = shared();
    folder.write("junk", [7; 100]);
    for (line, what) in [
        ("compartment accept junk --agent FRA", "junk: this is no parcel"),
        ("compartment join Other junk --agent FRA", "junk: this is no parcel"),
        ("room read Watch one.notice junk --agent FRA", "junk: this is no parcel"),
        ("compartment invite Watch junk --agent CAN --out x", "junk is no card of an agent"),
        (
            "product release one.sealed --in Watch --to junk --agent CAN --out x",
            "junk is no card of an agent",
        ),
        ("product show-release junk --agent FRA", "junk: this is no release of a product"),
        (
            "product open one.sealed --release junk --agent FRA --out x",
            "junk: this is no release of a product",
        ),
        ("product open junk --agent FRA --out x", "junk: this is no sealed product"),
        ("product open one.sealed --agent DEU --out x", "one.sealed: "),
        ("product stix one.sealed --agent DEU --out x", "one.sealed: "),
        ("compartment checkpoint --open junk Watch --to-members --agent FRA --out x", "junk"),
    ] {
        says(&folder, 1, line, &[what]);
    }
    let pipe = std::process::Command::new("mkfifo").arg(folder.path("pipe")).status().unwrap();
    assert!(pipe.success());
    for line in [
        "product agree pipe --agent CAN",
        "compartment accept pipe --agent FRA",
        "product open pipe --agent FRA --out x",
        "product share pipe --in Watch --title x --marking marking.json --agent CAN --out x --notice y",
        "product share report.txt --in Watch --title x --marking pipe --agent CAN --out x --notice y",
    ] {
        says(&folder, 1, line, &["pipe cannot be read", "it is no file: a folder, a pipe or a device"]);
    }
    for name in ["x", "x.new", "y", "y.new"] {
        assert!(!folder.path(name).exists(), "{name}");
    }
}

#[test]
fn names_that_are_for_something_else_are_refused_and_what_was_left_is_told() {
    let folder = shared();
    let store = fs::read(folder.path("CAN/agent.sealed")).unwrap();
    for (out, what) in [
        ("CAN/agent.sealed.new", "ends as the names of files do that are not written to the end"),
        ("CAN/agent.sealed", "is the name of an agent's store"),
        ("CAN/", "names no file"),
        ("/", "names no file"),
    ] {
        says(&folder, 2, &format!("room say Watch no --agent CAN --out {out}"), &[what, "nothing was done"]);
        says(
            &folder,
            2,
            &format!("product open one.sealed --agent FRA --out {out}"),
            &[what, "nothing was done"],
        );
    }
    let brief = "product brief report.txt --in Watch --title x --marking marking.json --release-at 2099-01-01T00:00:00Z --needed 2 \
                 --to deu.card --release-agent deu.card --release-agent FRA.card --agent CAN --out";
    for out in ["/", "CAN/", "."] {
        says(&folder, 2, &format!("{brief} {out}"), &["names no file", "nothing was done"]);
    }
    assert_eq!(fs::read(folder.path("CAN/agent.sealed")).unwrap(), store);
    folder.write("text.new", "What was");
    let left = ["text.new is there already", "remove it and do this again", "a part of a text in plain"];
    says(&folder, 1, "product open one.sealed --agent FRA --out text", &left);
    let left = ["text.new is there already", "move it to its place and carry it, else remove it"];
    says(&folder, 1, "room say Watch no --agent CAN --out text", &left);
}

#[test]
fn what_others_wrote_does_not_steer_the_terminal_from_an_error() {
    let folder = shared();
    folder.write(
        "bad",
        "[[agreement]]\nbetween = [\"\u{1b}[2J\u{202e}\", \"CAN\"]\ndocument = \"x\"\n[agreement.kept]\n",
    );
    folder.write("worse", "[[agreement]]\nbetween = [\"GBR\", \"CAN\"]\ndocument = \"x\"\n[agreement.kept.\"\u{1b}[2J\u{202e}\"]\n");
    folder.write("bad.json", "{\"PolicyIdentifier\": \"P\", \"Classification\": \"\u{9b}2J\u{202e}\", \"CreationDateTime\": \"x\"}");
    for line in [
        "product agree bad --agent CAN",
        "product agree worse --agent CAN",
        "product share report.txt --in Watch --title x --marking bad.json --agent CAN --out x --notice y",
        "product open \u{1b}[2J\u{202e} --agent CAN --out x",
        "compartment roster \u{1b}[2J\u{202e} --agent CAN",
        "product answer \u{1b}[2J\u{202e} --in Watch --refuse no --agent CAN --out x",
    ] {
        let run = folder.run(&format!("{line} {WITH}"));
        assert!(run.code != 0 && !run.err.is_empty(), "{}", run.shown());
        let steers = |c: char| c != '\n' && quorate_charter::misleads(c);
        assert!(!run.err.contains(steers), "{line}: {:?}", run.err);
    }
}

#[test]
fn a_fork_alarm_ends_with_an_error() {
    let folder = together(&["CAN", "FRA"]);
    // A copy of the store makes another change of the same epoch.
    fs::create_dir(folder.path("copy")).unwrap();
    fs::copy(folder.path("CAN/agent.sealed"), folder.path("copy/agent.sealed")).unwrap();
    folder.done(&format!("compartment renew Watch --agent CAN --out one {WITH}"));
    folder.done(&format!("compartment renew Watch --agent copy --out two {WITH}"));
    folder.done(&format!("compartment accept one --only-read --agent FRA {WITH}"));
    let alarm = ["an alarm was raised in Watch", "compare rosters with the others in person"];
    says(&folder, 1, "compartment accept two --only-read --agent FRA", &alarm);
}

#[test]
fn what_goes_into_another_format_is_checked_before() {
    let folder = shared();
    let ztdf = "product ztdf one.sealed --agent CAN --kas https://kas.example --to kas.pem --attribute https://a.example/attr/x --out x";
    folder.write("kas.pem", "no key");
    says(&folder, 1, ztdf, &["kas.pem: the service's key is no public key"]);
}
