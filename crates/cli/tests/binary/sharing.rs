//! Two members share in a compartment, one passes on what the originator allows, and others are briefed in advance.

use std::fs;

use crate::compartments::{WITH, together};
use crate::quorate::Folder;

const MARK: &str = "product mark --policy EXERCISE --level SECRET --to DEU,FRA,GBR --out marking.json";

/// Canada and France in a compartment, Germany and the United Kingdom outside, with cards of all and a product of Canada's.
fn shared() -> Folder {
    let folder = together(&["CAN", "FRA"]);
    for member in ["DEU", "GBR"] {
        folder.done(&format!("compartment enrol --as {member}/representative --agent {member} {WITH}"));
    }
    for member in ["CAN", "FRA", "DEU", "GBR"] {
        folder.done(&format!("compartment card --agent {member} --out {member}.again {WITH}"));
    }
    folder.write("report.txt", "What was seen on the coast\n");
    folder.done(MARK);
    for member in ["CAN", "FRA", "DEU", "GBR"] {
        agreed(&folder, member);
    }
    let told = folder.done(&format!(
        "product share report.txt --in Watch --title \"The coast\" --marking marking.json --agent CAN --out report.sealed \
         --notice notice {WITH}"
    ));
    assert!(told.contains("Will see it: CAN, FRA, who are in Watch."), "{told}");
    assert!(told.contains("Will not see it: DEU, GBR, nor any node."), "{told}");
    let told = folder.done(&format!("compartment accept notice --agent FRA {WITH}"));
    assert!(told.contains("CAN/representative shared"), "{told}");
    folder
}

/// Gives an agent agreements among the four.
pub(crate) fn agreed(folder: &Folder, member: &str) {
    agreed_with(folder, &format!("--agent {member} {WITH}"));
}

fn agreed_with(folder: &Folder, with: &str) {
    let mut text = String::new();
    let codes = ["CAN", "DEU", "FRA", "GBR"];
    for (at, one) in codes.iter().enumerate() {
        for two in &codes[at + 1..] {
            let document = "3d".repeat(32);
            let same = "SECRET = \"SECRET\"";
            text += &format!(
                "[[agreement]]\nbetween = [\"{one}\", \"{two}\"]\ndocument = \"{document}\"\n\
                 [agreement.kept.{one}]\n{same}\n[agreement.kept.{two}]\n{same}\n"
            );
        }
    }
    folder.write("agreements.toml", text);
    let told = folder.done(&format!("product agree agreements.toml {with}"));
    assert!(told.contains("CAN and FRA, by document 3d3d"), "{told}");
}

/// A day from now, by the rehearsal's clock.
pub(crate) fn release_time(folder: &Folder) -> String {
    let told = folder.done(&format!("product list Watch --agent CAN {WITH}"));
    let sealed = told.split_once("sealed at ").unwrap().1.split_whitespace().next().unwrap();
    let at: jiff::Timestamp = sealed.parse().unwrap();
    (at + jiff::SignedDuration::from_hours(24)).to_string()
}

/// How the name of the last question begins, as Canada's agent lists it.
fn last_question(folder: &Folder) -> String {
    let told = folder.done(&format!("product list Watch --agent CAN {WITH}"));
    told.rsplit_once("  Question ").unwrap().1.get(..8).unwrap().to_owned()
}

fn text(folder: &Folder, name: &str) -> String {
    fs::read_to_string(folder.path(name)).unwrap()
}

/// France acknowledges it, and that counts for these two.
fn acknowledged(folder: &Folder) {
    folder.done(&format!("product acknowledge report.sealed --in Watch --agent FRA --out has {WITH}"));
    let told = folder.done(&format!("compartment accept has --agent CAN {WITH}"));
    assert!(told.contains("FRA/representative has"), "{told}");
    let told = folder.done(&format!("compartment accounts Watch --agent CAN {WITH}"));
    assert!(told.contains("Products of CAN: 1; acknowledged by FRA: 1"), "{told}");
    assert!(
        told.contains("Questions of FRA whether one may go on: 2; answered by CAN: 2; allowed: 1"),
        "{told}"
    );
}

#[test]
fn a_product_goes_on_once_it_is_allowed_and_not_before() {
    let folder = shared();
    folder.done(&format!("product open report.sealed --agent FRA --out fra.txt {WITH}"));
    assert_eq!(text(&folder, "fra.txt"), "What was seen on the coast\n");
    let run = folder.run(&format!("product open report.sealed --agent GBR --out gbr.txt {WITH}"));
    assert!(run.code == 1 && !folder.path("gbr.txt").exists(), "{}", run.shown());
    // Asked for Germany, and refused.
    folder.done(&format!(
        "product forward report.sealed --in Watch --to DEU.again --because \"it has a port there\" --agent FRA --out ask1 {WITH}"
    ));
    let told = folder.done(&format!("compartment accept ask1 --agent CAN {WITH}"));
    assert!(told.contains("FRA/representative asks whether"), "{told}");
    let first = last_question(&folder);
    folder.done(&format!(
        "product answer {first} --in Watch --refuse \"its source would show\" --agent CAN --out answer1 {WITH}"
    ));
    folder.done(&format!("compartment accept answer1 --agent FRA {WITH}"));
    let told = folder.done(&format!("product list Watch --agent FRA {WITH}"));
    assert!(told.contains("Refused at") && told.contains("its source would show"), "{told}");
    let run = folder.run(&format!(
        "product forward report.sealed --in Watch --question {first} --agent FRA --out deu.release {WITH}"
    ));
    assert!(run.code == 1 && run.err.contains("was not allowed"), "{}", run.shown());
    // Asked for the United Kingdom, and allowed.
    folder.done(&format!(
        "product forward report.sealed --in Watch --to GBR.again --because \"it asked\" --agent FRA --out ask2 {WITH}"
    ));
    folder.done(&format!("compartment accept ask2 --agent CAN {WITH}"));
    let second = last_question(&folder);
    folder.done(&format!(
        "product answer {second} --in Watch --allow report.sealed --agent CAN --out answer2 {WITH}"
    ));
    folder.done(&format!("compartment accept answer2 --agent FRA {WITH}"));
    folder.done(&format!(
        "product forward report.sealed --in Watch --question {second} --agent FRA --out gbr.release {WITH}"
    ));
    folder
        .done(&format!("product open report.sealed --release gbr.release --agent GBR --out gbr.txt {WITH}"));
    assert_eq!(text(&folder, "gbr.txt"), "What was seen on the coast\n");
    let run = folder
        .run(&format!("product open report.sealed --release gbr.release --agent DEU --out deu.txt {WITH}"));
    assert!(run.code == 1 && run.err.contains("does not name this agent"), "{}", run.shown());
    acknowledged(&folder);
    // Nothing that is carried or stored tells the title, and no second answer is given.
    for name in ["report.sealed", "notice", "ask1", "answer1", "ask2", "answer2", "gbr.release", "has"] {
        let bytes = fs::read(folder.path(name)).unwrap();
        assert!(!bytes.windows(5).any(|part| part == b"coast"), "{name}");
    }
    let run =
        folder.run(&format!("product answer {second} --in Watch --refuse no --agent CAN --out late {WITH}"));
    assert!(run.code == 1 && run.err.contains("was answered already"), "{}", run.shown());
}

#[test]
fn a_briefing_is_read_at_its_time_by_shares_of_release_agents() {
    let folder = shared();
    let at = release_time(&folder);
    let make = |needed: u8| {
        format!(
            "product brief report.txt --in Watch --title \"Measures\" --marking marking.json --to DEU.again --to GBR.again \
             --release-at {at} --release-agent CAN.again --release-agent FRA.again --release-agent GBR.again --needed {needed} \
             --agent CAN --out brief {WITH}"
        )
    };
    let run = folder.run(&make(1));
    assert!(run.code != 0 && run.err.contains("each release agent opens it alone"), "{}", run.shown());
    let told = folder.done(&make(2));
    assert!(told.contains("2 release agents together open it before its time"), "{told}");
    let told = folder.done(&format!("product show-release brief.release --agent GBR {WITH}"));
    assert!(told.contains("once 2 of 3 release agents handed over their shares"), "{told}");
    let run = folder.run(&format!("product hand-over brief.release --agent FRA --out early {WITH}"));
    assert!(run.code == 1 && run.err.contains("not released before its time"), "{}", run.shown());
    let open = |shares: &str, agent: &str, out: &str| {
        format!(
            "product open brief.sealed --release brief.release {shares} --agent {agent} --out {out} {WITH}"
        )
    };
    let run = folder.run(&open("", "DEU", "early.txt"));
    assert!(run.code == 1 && run.err.contains("2 release agents have to hand over"), "{}", run.shown());
    folder.done("wait 3d --dir D");
    for agent in ["CAN", "FRA"] {
        folder.done(&format!("product hand-over brief.release --agent {agent} --out {agent}.share {WITH}"));
    }
    let run = folder.run(&open("--share CAN.share", "DEU", "half.txt"));
    assert!(run.code == 1 && !folder.path("half.txt").exists(), "{}", run.shown());
    for agent in ["DEU", "GBR"] {
        folder.done(&open("--share CAN.share --share FRA.share", agent, &format!("{agent}.txt")));
        assert_eq!(text(&folder, &format!("{agent}.txt")), "What was seen on the coast\n");
    }
}

#[test]
fn a_sealed_paper_is_kept_by_every_node_and_read_by_who_is_in() {
    let folder = Folder::new();
    folder.done("demo --exit --dir D");
    folder.write("pass", "correct horse battery\n");
    let with = |member: &str| format!("--dir D/{member} --agent {member} --passphrase-file pass");
    for member in ["CAN", "FRA"] {
        folder.done(&format!("compartment enrol --as {member}/representative {}", with(member)));
    }
    folder.done(&format!("compartment create Paper {}", with("CAN")));
    folder.done(&format!("compartment card --out fra.card {}", with("FRA")));
    folder.done(&format!("compartment invite Paper fra.card --out in.parcel {}", with("CAN")));
    folder.done(&format!("compartment join Paper in.parcel {}", with("FRA")));
    for member in ["CAN", "FRA"] {
        agreed_with(&folder, &with(member));
    }
    folder.write("position.txt", "Our position on item 2\n");
    folder.done("product mark --policy EXERCISE --level SECRET --to FRA --out marking.json");
    folder.done(&format!(
        "product share position.txt --in Paper --title \"Our position\" --marking marking.json --out position.sealed \
         --notice notice {}",
        with("CAN")
    ));
    folder.done(&format!("compartment accept notice {}", with("FRA")));
    let nodes = crate::nodes::run(&folder, &["CAN", "DEU", "FRA", "GBR"]);
    crate::nodes::until(&folder, "node status --dir D/FRA", "4 of 4 nodes are up");
    let told = folder.done("document add position.sealed --title \"A paper on item 2\" --dir D/CAN");
    let hash = told.lines().next().unwrap().to_owned();
    assert!(told.contains("deposited by CAN"), "{told}");
    let length = fs::metadata(folder.path("position.sealed")).unwrap().len();
    let line = format!("here, {length} bytes, application/vnd.quorate.sealed");
    for member in ["DEU", "FRA", "GBR"] {
        crate::nodes::until(&folder, &format!("document list --dir D/{member}"), &line);
    }
    drop(nodes);
    for member in ["DEU", "FRA"] {
        folder.done(&format!("document get {hash} --out {member}.sealed --dir D/{member}"));
        let kept = fs::read(folder.path(&format!("{member}.sealed"))).unwrap();
        assert!(!kept.windows(8).any(|part| part == b"position"), "{member}");
    }
    folder.done(&format!("product open FRA.sealed --out position.got {}", with("FRA")));
    assert_eq!(text(&folder, "position.got"), "Our position on item 2\n");
}

#[test]
fn what_may_not_be_shared_is_refused_and_nothing_is_written() {
    let folder = together(&["CAN", "FRA"]);
    folder.write("report.txt", "What was seen on the coast\n");
    let share = |marking: &str, more: &str| {
        format!(
            "product share report.txt --in Watch --title \"The coast\" --marking {marking} --agent CAN --out report.sealed \
             --notice notice {more} {WITH}"
        )
    };
    folder.done("product mark --policy EXERCISE --level SECRET --to GBR --out gbr.json");
    folder.done("product mark --policy EXERCISE --level RESTRICTED --to FRA --out restricted.json");
    let run = folder.run(&share("restricted.json", ""));
    assert!(run.code == 1 && run.err.contains("V4"), "{}", run.shown());
    agreed(&folder, "CAN");
    // Nothing is said of that level in any agreement.
    let run = folder.run(&share("restricted.json", ""));
    assert!(run.code == 1 && run.err.contains("V4"), "{}", run.shown());
    let run = folder.run(&share("gbr.json", ""));
    assert!(run.code == 1 && run.err.contains("not releasable to FRA"), "{}", run.shown());
    folder.done(MARK);
    // Material of a State outside the partnership, without its consent and with it.
    let run = folder.run(&share("marking.json", "--contains NOR"));
    assert!(run.code == 1 && run.err.contains("contains material of NOR"), "{}", run.shown());
    folder.write("taken", "something");
    let run = folder.run(&share("marking.json", "").replace("--notice notice", "--notice taken"));
    assert!(run.code == 1 && run.err.contains("taken is there already"), "{}", run.shown());
    for name in ["report.sealed", "notice", "report.sealed.new", "notice.new"] {
        assert!(!folder.path(name).exists(), "{name}");
    }
    let consent = format!("--contains NOR --consent NOR:DEU,FRA,GBR={}", "2c".repeat(32));
    folder.done(&share("marking.json", &consent));
}
