//! A product is shared with few, and its tear-line version with more, who learn nothing of the whole.

use std::fs;

use crate::compartments::{WITH, together};
use crate::quorate::Folder;
use crate::sharing::agreed;

/// Canada, France and the United Kingdom are in one compartment, Canada and France in a second, where the whole lies.
fn whole() -> (Folder, String) {
    let folder = together(&["CAN", "FRA", "GBR"]);
    folder.done(&format!("compartment create Close --agent CAN {WITH}"));
    folder.done(&format!("compartment card --agent FRA --out again.card {WITH}"));
    folder.done(&format!("compartment invite Close again.card --agent CAN --out close.parcel {WITH}"));
    folder.done(&format!("compartment join Close close.parcel --agent FRA {WITH}"));
    for member in ["CAN", "FRA", "GBR"] {
        agreed(&folder, member);
    }
    folder.write("report.txt", "A source in the port saw ships\n");
    folder.write("below.txt", "Ships were seen\n");
    folder.done("product mark --policy EXERCISE --level SECRET --to FRA --out few.json");
    folder.done("product mark --policy EXERCISE --level SECRET --to FRA,GBR --out wide.json");
    folder.done(&format!(
        "product share report.txt --in Close --title \"A source in the port\" --marking few.json --agent CAN --out whole.sealed \
         --notice whole.notice {WITH}"
    ));
    folder.done(&format!("compartment accept whole.notice --agent FRA {WITH}"));
    let shown = folder.done("product show whole.sealed");
    (folder, shown.lines().next().unwrap().to_owned())
}

fn share(title: &str, marking: &str, more: &str) -> String {
    format!(
        "product share below.txt --in Watch --title \"{title}\" --marking {marking} --tear-line-of whole.sealed {more} --agent CAN \
         --out below.sealed --notice below.notice {WITH}"
    )
}

#[test]
fn a_tear_line_version_goes_more_widely_and_tells_nothing_of_the_whole() {
    let (folder, whole) = whole();
    let told = folder.done(&share("Ships at sea", "wide.json", "--whole-notice told"));
    assert!(
        told.contains("It is a tear-line version of A source in the port, SECRET, releasable to FRA"),
        "{told}"
    );
    assert!(told.contains("told: carry it, apart from the others"), "{told}");
    for member in ["FRA", "GBR"] {
        folder.done(&format!("compartment accept below.notice --agent {member} {WITH}"));
    }
    let told = folder.done(&format!("compartment accept told --agent FRA {WITH}"));
    assert!(told.contains(&format!("CAN/representative made a tear-line version of {whole}")), "{told}");
    let version = folder.done("product show below.sealed").lines().next().unwrap().to_owned();
    for member in ["CAN", "FRA"] {
        let listed = folder.done(&format!("product list --agent {member} {WITH}"));
        assert!(listed.contains(&format!("a tear-line version of {whole}")), "{listed}");
        assert!(listed.contains(&format!("its tear-line version is {version}")), "{listed}");
        let shown = folder.done(&format!("product show below.sealed --agent {member} {WITH}"));
        assert!(shown.contains(&format!("a tear-line version of {whole}")), "{shown}");
    }
    // The United Kingdom reads it, and nothing that it holds or is told has a word of the whole.
    folder.done(&format!("product open below.sealed --agent GBR --out gbr.txt {WITH}"));
    assert_eq!(fs::read_to_string(folder.path("gbr.txt")).unwrap(), "Ships were seen\n");
    for command in ["product list", "product show below.sealed"] {
        let shown = folder.done(&format!("{command} --agent GBR {WITH}"));
        assert!(
            !shown.contains("tear-line") && !shown.contains("port") && !shown.contains(&whole),
            "{shown}"
        );
    }
}

#[test]
fn what_is_no_tear_line_version_is_refused_and_nothing_is_written() {
    let (folder, _) = whole();
    folder.done("product mark --policy EXERCISE --level \"TOP SECRET\" --to FRA,GBR --out higher.json");
    for (title, marking, more, why) in [
        ("Ships at sea", "higher.json", "--whole-notice told", "it is TOP SECRET, and the whole is SECRET"),
        ("a source in the port", "wide.json", "--whole-notice told", "give it one of its own"),
        ("Ships at sea", "wide.json", "", "name a file for it"),
        ("Ships at sea", "wide.json", "--whole-notice told --contains NOR", "material of NOR"),
    ] {
        let run = folder.run(&share(title, marking, more));
        assert!(run.code != 0 && run.err.contains(why), "{}", run.shown());
    }
    let run = folder.run(&share("Ships", "wide.json", "").replace("whole.sealed", "0123456789"));
    assert!(run.code == 1 && run.err.contains("0123456789 is no product's file"), "{}", run.shown());
    // Of France's own agent the whole is another's.
    let run =
        folder.run(&share("Ships", "wide.json", "--whole-notice told").replace("--agent CAN", "--agent FRA"));
    assert!(run.code == 1 && run.err.contains("not said by the originator"), "{}", run.shown());
    for name in ["below.sealed", "below.notice", "told", "below.sealed.new", "told.new"] {
        assert!(!folder.path(name).exists(), "{name}");
    }
}
