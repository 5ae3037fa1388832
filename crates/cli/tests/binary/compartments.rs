//! Agents of three members in a compartment, in directories of their own, with files as carrier.

use std::fs;

use crate::quorate::Folder;

pub(crate) const WITH: &str = "--dir D --passphrase-file pass";

/// A partnership, a passphrase, and agents of members in directories named after them.
pub(crate) fn agents(members: &[&str]) -> Folder {
    let folder = Folder::after_demo();
    folder.write("pass", "correct horse battery\n");
    for member in members {
        let told =
            folder.done(&format!("compartment enrol --as {member}/representative --agent {member} {WITH}"));
        assert!(told.contains(&format!("speaks in the post {member}/representative")), "{told}");
    }
    folder
}

/// The same, in a compartment that the first of them opened.
pub(crate) fn together(members: &[&str]) -> Folder {
    let folder = agents(members);
    let [first, others @ ..] = members else { panic!("somebody") };
    folder.done(&format!("compartment create Watch --agent {first} {WITH}"));
    let mut cards = String::new();
    for member in others {
        folder.done(&format!("compartment card --agent {member} --out {member}.card {WITH}"));
        cards.push_str(&format!("{member}.card "));
    }
    let told =
        folder.done(&format!("compartment invite Watch {cards} --agent {first} --out in.parcel {WITH}"));
    assert!(told.starts_with("it is in force: epoch 1 begins\n"), "{told}");
    for member in others {
        folder.done(&format!("compartment join Watch in.parcel --agent {member} {WITH}"));
    }
    folder
}

fn roster(folder: &Folder, member: &str) -> String {
    folder.done(&format!("compartment roster Watch --agent {member} {WITH}"))
}

fn last(text: &str) -> &str {
    text.lines().last().unwrap()
}

#[test]
fn three_see_one_roster_remove_one_and_it_reads_nothing_new() {
    let folder = together(&["CAN", "FRA", "GBR"]);
    let rosters = ["CAN", "FRA", "GBR"].map(|member| roster(&folder, member));
    for told in &rosters {
        for member in ["CAN", "FRA", "GBR"] {
            assert!(told.contains(&format!("{member}/representative")), "{told}");
        }
        assert!(told.contains("Nobody else learns who is in"), "{told}");
        assert_eq!(last(told), last(&rosters[0]));
    }
    folder.done(&format!("room say Watch \"What is our position?\" --agent CAN --out one.parcel {WITH}"));
    let read = folder.done(&format!("room read Watch one.parcel --agent GBR {WITH}"));
    assert!(read.contains("CAN/representative: What is our position?"), "{read}");
    let bytes = fs::read(folder.path("one.parcel")).unwrap();
    assert!(!bytes.windows(8).any(|part| part == b"position"));
    // Removed by one, accepted by another.
    folder.done(&format!("compartment remove Watch GBR --agent CAN --out out.parcel {WITH}"));
    assert!(roster(&folder, "CAN").contains("accepted by CAN; 2 members have to"));
    let told = folder.done(&format!("compartment accept out.parcel --agent FRA --out yes.parcel {WITH}"));
    assert!(told.contains("it is in force: epoch 2 begins"), "{told}");
    folder.done(&format!("compartment accept yes.parcel --agent CAN {WITH}"));
    let rosters = ["CAN", "FRA"].map(|member| roster(&folder, member));
    assert_eq!(last(&rosters[0]), last(&rosters[1]));
    assert!(!rosters[0].contains("GBR/"));
    folder.done(&format!("room say Watch \"Now among two\" --agent FRA --out two.parcel {WITH}"));
    let run = folder.run(&format!("room read Watch two.parcel --agent GBR {WITH}"));
    assert!(run.code == 1 && !run.out.contains("among two"), "{}", run.shown());
    folder.done(&format!("compartment accept out.parcel yes.parcel --agent GBR {WITH}"));
    assert!(roster(&folder, "GBR").contains("This agent was removed"));
    let read = folder.done(&format!("room read Watch two.parcel --agent CAN {WITH}"));
    assert!(read.contains("Now among two"), "{read}");
    // Who was removed comes in again as a newcomer does, and is granted an epoch that everyone sees granted.
    folder.done(&format!("compartment card --agent GBR --out again.card {WITH}"));
    folder.done(&format!("compartment invite Watch again.card --agent CAN --out in2.parcel {WITH}"));
    folder.done(&format!("compartment accept in2.parcel --agent FRA --out yes2.parcel {WITH}"));
    folder.done(&format!("compartment accept yes2.parcel --agent CAN --out welcome.parcel {WITH}"));
    folder.done(&format!("compartment join Again welcome.parcel --agent GBR {WITH}"));
    folder.done(&format!("compartment grant Watch GBR --epoch 2 --agent FRA --out grant.parcel {WITH}"));
    for member in ["CAN", "GBR"] {
        folder.done(&format!("compartment accept grant.parcel --agent {member} {WITH}"));
    }
    assert!(roster(&folder, "CAN").contains("epochs 2\n"));
    let run = folder.run(&format!("room read Again two.parcel --agent GBR {WITH}"));
    assert!(run.code == 1 && !run.out.contains("among two"), "{}", run.shown());
}

#[test]
fn a_place_that_takes_no_parcel_leaves_the_store_as_it_was() {
    let folder = together(&["CAN", "FRA"]);
    folder.write("taken", "a record");
    fs::create_dir(folder.path("folder")).unwrap();
    folder.write("half.new", "a parcel of a run that ended half-way");
    std::os::unix::fs::symlink(folder.path("elsewhere"), folder.path("link")).unwrap();
    let store = fs::read(folder.path("CAN/agent.sealed")).unwrap();
    let says = |line: &str, out: &str, what: &str| {
        let run = folder.run(&format!("{line} --agent CAN --out {out} {WITH}"));
        let said = run.err.replace('│', " ").split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(run.code != 0 && said.contains(what), "{}", run.shown());
        assert!(
            fs::read(folder.path("CAN/agent.sealed")).unwrap() == store,
            "{line} {out}: the store went on"
        );
    };
    for line in ["room say Watch no", "compartment renew Watch", "compartment card"] {
        says(line, "taken", "taken is there already: name another");
    }
    says("room say Watch no", "folder", "folder is there already: name another");
    says("room say Watch no", "link", "link is there already: name another");
    says("room say Watch no", "half", "half.new is there already");
    says("room say Watch no", "nowhere/x", "nowhere/x cannot be written");
    assert_eq!(fs::read(folder.path("taken")).unwrap(), b"a record");
    assert!(!folder.path("elsewhere").exists() && !folder.path("taken.new").exists());
    // Two runs with one name: the first one's parcel stays.
    folder.done(&format!("room say Watch one --agent CAN --out said {WITH}"));
    let parcel = fs::read(folder.path("said")).unwrap();
    assert_ne!(folder.run(&format!("room say Watch two --agent CAN --out said {WITH}")).code, 0);
    assert!(fs::read(folder.path("said")).unwrap() == parcel && !folder.path("said.new").exists());
    let read = folder.done(&format!("room read Watch said --agent FRA {WITH}"));
    assert!(read.contains("CAN/representative: one"), "{read}");
}

#[test]
fn a_message_speaks_in_nobody_elses_name() {
    let folder = together(&["CAN", "FRA", "GBR"]);
    let forged = "yes\n   2026-01-01 00:00 UTC  FRA/representative: I agree\u{1b}[1A\u{202e}";
    folder.done(&format!("room say Watch \"{forged}\" --agent GBR --out said {WITH}"));
    let read = folder.done(&format!("room read Watch said --agent CAN {WITH}"));
    assert!(
        read.lines().all(|line| line.get(25..).is_some_and(|line| line.starts_with("GBR/representative: "))),
        "{read}"
    );
    assert!(
        read.contains("\\u{1b}[1A\\u{202e}") && !read.contains('\u{1b}') && !read.contains('\u{202e}'),
        "{read}"
    );
}

#[test]
fn a_policy_is_written_of_who_is_in_and_of_nobody_once_out() {
    let folder = together(&["CAN", "FRA", "GBR"]);
    let told = folder.done(&format!("compartment policy Watch --agent CAN --out watch.cedar {WITH}"));
    assert!(told.starts_with("Watch, epoch 1: CAN, FRA, GBR\n"), "{told}");
    let text = fs::read_to_string(folder.path("watch.cedar")).unwrap();
    assert!(text.starts_with("// quorate policy 1\n// members CAN"), "{text}");
    assert!(
        text.contains("[Member::\"CAN\", Member::\"FRA\", Member::\"GBR\"].contains(principal.member)"),
        "{text}"
    );
    folder.done(&format!("compartment policy --agent FRA --out same.cedar {WITH}"));
    assert_eq!(fs::read_to_string(folder.path("same.cedar")).unwrap(), text, "all who are in make the same");
    folder.done(&format!("compartment remove Watch GBR --agent CAN --out out.parcel {WITH}"));
    folder.done(&format!("compartment accept out.parcel --agent FRA --out yes.parcel {WITH}"));
    folder.done(&format!("compartment accept out.parcel yes.parcel --agent GBR {WITH}"));
    let told = folder.done(&format!("compartment policy Watch --agent GBR --out gone.cedar {WITH}"));
    assert!(told.contains(": nobody\n"), "{told}");
    assert!(!fs::read_to_string(folder.path("gone.cedar")).unwrap().contains("permit"));
    let run = folder.run(&format!("compartment policy Other --agent CAN --out x.cedar {WITH}"));
    assert!(run.code == 1 && run.err.contains("holds no such compartment"), "{}", run.shown());
}

#[test]
fn of_two_neither_removes_the_other() {
    let folder = together(&["CAN", "FRA"]);
    let run = folder.run(&format!("compartment remove Watch FRA --agent CAN --out x.parcel {WITH}"));
    assert!(run.code == 1 && run.err.contains("new compartment"), "{}", run.shown());
}

#[test]
fn a_stolen_agent_store_says_nothing() {
    let folder = together(&["CAN", "FRA"]);
    folder.write("other", "another passphrase\n");
    let run = folder.run("compartment roster --agent FRA --dir D --passphrase-file other");
    assert!(run.code == 1 && run.out.is_empty() && !run.err.contains("Watch"), "{}", run.shown());
    let store = fs::read(folder.path("FRA/agent.sealed")).unwrap();
    for shown in [&b"Watch"[..], b"representative", b"FRA"] {
        assert!(!store.windows(shown.len()).any(|part| part == shown));
    }
    // A file cut short is a store no more, and is left as it is.
    fs::write(folder.path("FRA/agent.sealed"), &store[..store.len() - 1]).unwrap();
    let run = folder.run(&format!("compartment card --agent FRA --out f.card {WITH}"));
    assert!(run.code == 1 && !folder.path("f.card").exists(), "{}", run.shown());
    assert_eq!(fs::read(folder.path("FRA/agent.sealed")).unwrap().len(), store.len() - 1);
}

#[test]
fn what_is_wrong_on_the_line_is_said() {
    let folder = agents(&["CAN"]);
    let says = |line: &str, what: &str| {
        let run = folder.run(&format!("{line} {WITH}"));
        let said: String =
            run.err.split_whitespace().filter(|word| *word != "│").collect::<Vec<_>>().join(" ");
        assert!(run.code != 0 && said.contains(what), "{}", run.shown());
    };
    folder.done(&format!("compartment create Watch --agent CAN {WITH}"));
    says("compartment create Watch --agent CAN", "takes another name".get(..0).unwrap());
    says("compartment create a/b --agent CAN", "1 to 64 letters");
    says("compartment roster Other --agent CAN", "holds no such compartment");
    says("compartment roster --agent nowhere", "holds no agent");
    says("compartment enrol --agent X", "in which post");
    says("compartment enrol --agent X --as CAN/root", "sign no agent's credential");
    says("compartment enrol --agent X --as CAN/representative --for 400d", "366 days");
    says("compartment remove Watch GBR --agent CAN --out x", "nobody is not everybody");
    folder.write("x.parcel", [0; 100]);
    says("compartment accept x.parcel --agent CAN", "no parcel of a compartment");
    says("compartment join Other x.parcel --agent CAN", "no parcel of a compartment");
    says("compartment invite Watch x.parcel --agent CAN --out y", "x.parcel is no card of an agent");
}

#[test]
fn several_go_at_once_and_what_is_refused_of_a_parcel_is_told_and_fails() {
    let folder = together(&["CAN", "FRA", "GBR", "DEU"]);
    folder.done(&format!("compartment renew Watch --agent FRA --out stale.parcel {WITH}"));
    let run = folder.run(&format!("compartment remove Watch GBR NZL --agent CAN --out out.parcel {WITH}"));
    assert!(run.code == 1 && run.err.contains("NZL is not in this compartment"), "{}", run.shown());
    folder.done(&format!("compartment remove Watch GBR --agent CAN --out out.parcel {WITH}"));
    folder.done(&format!("compartment accept out.parcel --agent DEU --out yes.parcel {WITH}"));
    folder.done(&format!("compartment accept yes.parcel --agent CAN {WITH}"));
    // A change of an epoch that is over: its acceptance is known, the change is refused, and it is said of which.
    let run = folder.run(&format!("compartment accept stale.parcel --agent CAN {WITH}"));
    let said: String = run.err.split_whitespace().filter(|word| *word != "│").collect::<Vec<_>>().join(" ");
    assert!(run.code == 1 && said.contains("refused of stale.parcel: item 1, a change: "), "{}", run.shown());
    assert!(run.out.contains("FRA accepts"), "{}", run.shown());
    let again = folder.run(&format!("compartment accept stale.parcel --agent CAN {WITH}"));
    assert!(again.code == 1 && again.out.contains("known already"), "{}", again.shown());
    // A parcel of another compartment is not read as one of this.
    folder.done(&format!("compartment create Other --agent CAN {WITH}"));
    folder.done(&format!("room say Other \"elsewhere\" --agent CAN --out other.parcel {WITH}"));
    let run = folder.run(&format!("room read Watch other.parcel --agent CAN {WITH}"));
    assert!(run.code == 1 && run.err.contains("another compartment"), "{}", run.shown());
}

#[test]
fn what_did_not_come_is_told_and_logs_are_checked_without_a_store() {
    let folder = together(&["CAN", "FRA", "GBR"]);
    for (at, text) in ["one", "two", "three"].into_iter().enumerate() {
        folder.done(&format!("room say Watch {text} --agent CAN --out {at}.parcel {WITH}"));
    }
    folder.done(&format!("room read Watch 2.parcel --agent FRA {WITH}"));
    let told = roster(&folder, "FRA");
    assert!(told.contains("sealed 2 things that did not come: ask for them again"), "{told}");
    folder.done(&format!("room read Watch 0.parcel --agent FRA {WITH}"));
    let told = folder.done(&format!("compartment log Watch --agent FRA {WITH}"));
    assert!(told.contains("CAN/representative") && told.contains("did not come: number 3"), "{told}");
    folder.done(&format!("room read Watch 1.parcel --agent FRA {WITH}"));
    assert!(!roster(&folder, "FRA").contains("did not come"));
    folder.done(&format!("compartment log Watch --agent FRA --export logs.json {WITH}"));
    let told = folder.done("compartment log --check logs.json");
    assert!(
        told.contains("CAN/representative) signed a log of 3, in which 2 things are proven to be"),
        "{told}"
    );
    let file = fs::read_to_string(folder.path("logs.json")).unwrap();
    folder.write("changed.json", file.replacen("\"index\": 2", "\"index\": 0", 1));
    let run = folder.run("compartment log --check changed.json");
    assert!(run.code == 1 && run.err.contains("is not in it"), "{}", run.shown());
    for line in ["compartment log", "compartment log Watch", "compartment log --check logs.json --export x"] {
        assert_eq!(folder.run(line).code, 2, "{line}");
    }
}

#[test]
fn a_checkpoint_tells_nobody_anything_and_members_what_was_committed() {
    let folder = together(&["CAN", "FRA"]);
    folder.done(&format!("compartment enrol --as GBR/representative --agent GBR {WITH}"));
    folder.done(&format!("room say Watch one --agent CAN --out one.parcel {WITH}"));
    folder.done(&format!("room read Watch one.parcel --agent FRA {WITH}"));
    for member in ["CAN", "FRA", "GBR"] {
        folder.done(&format!("compartment checkpoint --agent {member} --out {member}.txt {WITH}"));
    }
    let lines = ["CAN", "FRA", "GBR"].map(|member| fs::read(folder.path(&format!("{member}.txt"))).unwrap());
    assert!(lines.iter().all(|line| line.len() == lines[2].len()), "whether in a compartment or in none");
    let open = "compartment checkpoint --open FRA.txt Watch";
    assert_eq!(folder.run(&format!("{open} --agent FRA --out p {WITH}")).code, 2, "to whom?");
    folder.done(&format!("{open} --to-members --agent FRA --out opened.parcel {WITH}"));
    let told = folder.done(&format!("compartment accept opened.parcel --agent CAN {WITH}"));
    assert!(told.contains("as it is known here. It counts if the document"), "{told}");
    let run = folder.run(&format!("{open} --to-members --agent CAN --out q {WITH}"));
    assert!(run.code == 1 && run.err.contains("no checkpoint of this agent"), "{}", run.shown());
}
