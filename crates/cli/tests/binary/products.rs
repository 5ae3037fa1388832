//! Products, sealed and opened by two delegations with keys in files.

use std::fs;

use crate::quorate::Folder;

const FOO: &str = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae";

/// A folder with an originator's key, an archive key, a marking and a text; and the originator's public key.
fn office() -> (Folder, String) {
    let folder = Folder::new();
    folder.done("key new GBR/liaison-officer --dir D --plain-keys");
    folder.done("product new-key --out archive.toml");
    folder.done("product mark --policy EXERCISE --level SECRET --to CAN,FRA --out marking.json");
    folder.write("report.txt", "What was seen.\n".repeat(100_000));
    let listed = folder.done("key list --dir D");
    let public = listed.split_whitespace().find(|word| word.len() == 64).unwrap().to_owned();
    (folder, public)
}

const SEAL: &str = "product seal report.txt --title \"The coast, March\" --marking marking.json --as GBR/liaison-officer \
                    --key D/keys/GBR-liaison-officer.key --archive-key archive.toml";

fn opening(public: &str, rest: &str) -> String {
    format!(
        "product open P --originator GBR/liaison-officer={public} --archive-key archive.toml --out back.txt {rest}"
    )
}

/// What is said of a line that goes wrong, on one line.
fn said(folder: &Folder, line: &str) -> String {
    let run = folder.run(line);
    assert_ne!(run.code, 0, "{}", run.shown());
    run.err.replace('│', " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_product_is_sealed_shown_and_opened() {
    let (folder, public) = office();
    let told = folder.done(&format!("{SEAL} --out P"));
    assert!(told.contains("  Releasable to CAN, FRA, and to nobody else.\n"), "{told}");
    let id = told.lines().next().unwrap();
    let outside = folder.done("product show P");
    assert!(outside.starts_with(id) && outside.contains("2 segments"), "{outside}");
    for hidden in ["coast", "GBR", "SECRET", "CAN", &public] {
        assert!(!outside.contains(hidden), "{hidden} shows without a key: {outside}");
    }
    let inside = folder.done("product show P --archive-key archive.toml");
    assert!(
        inside.contains("The coast, March: 1500000 bytes") && inside.contains("was not asked"),
        "{inside}"
    );
    let told = folder.done(&opening(&public, ""));
    assert!(told.starts_with("back.txt: 1500000 bytes, The coast, March\n"), "{told}");
    assert_eq!(fs::read(folder.path("back.txt")).unwrap(), fs::read(folder.path("report.txt")).unwrap());
}

#[test]
fn whoever_changes_a_product_is_told_and_nothing_is_kept() {
    let (folder, public) = office();
    folder.done(&format!("{SEAL} --out P"));
    let sound = fs::read(folder.path("P")).unwrap();
    let opened = |bytes: &[u8], what: &str| {
        folder.write("P", bytes);
        let said = said(&folder, &opening(&public, ""));
        assert!(said.contains(what), "{said}");
        let left = fs::read_dir(folder.path("")).unwrap().map(|file| file.unwrap().file_name());
        assert!(!left.into_iter().any(|name| name.to_string_lossy().starts_with("back.txt")));
    };
    let mut bent = sound.clone();
    bent[1_100_000] ^= 1;
    opened(&bent, "segment 1 is not the one that was signed");
    opened(&sound[..sound.len() - 1], "its length is not the one that its end says");
    opened(b"a text", "this is no sealed product");
    folder.write("P", &sound);
    let forged = said(&folder, &opening(FOO, ""));
    assert!(forged.contains("it says that it is from GBR/liaison-officer, and the key"), "{forged}");
    folder.done("product new-key --out other.toml");
    let other = opening(&public, "").replace("archive.toml", "other.toml");
    assert!(said(&folder, &other).contains("this archive key does not open it"));
}

#[test]
fn a_half_that_is_held_back_is_asked_for() {
    let (folder, public) = office();
    let told = folder.done(&format!("{SEAL} --out P --second-half half.toml --release 2028-01-01T00:00:00Z"));
    assert!(told.contains("keep that file with the release agent alone"), "{told}");
    assert!(said(&folder, &opening(&public, "")).contains("the originator holds back a half of the key"));
    folder.done(&format!("{SEAL} --out Q --second-half other.toml"));
    assert!(
        said(&folder, &opening(&public, "--second-half other.toml")).contains("not the second half of this")
    );
    let two = "product split half.toml --needed 2 --out two --agents 2";
    let told = folder.done(two);
    assert!(told.contains("one release agent that is away or refuses holds it up for ever"), "{told}");
    assert!(said(&folder, two).contains("two.1 is there already: name another"));
    let alone = said(&folder, "product split half.toml --needed 1 --agents 2 --out one");
    assert!(alone.contains("each release agent opens it alone"), "{alone}");
    folder.done("product split half.toml --needed 2 --agents 3 --out share");
    assert!(
        said(&folder, "product combine share.1 --out again.toml").contains("2 different shares are needed")
    );
    assert!(
        said(&folder, "product combine share.1 two.1 --out again.toml").contains("of different products, or")
    );
    assert!(said(&folder, "product combine share.1 half.toml --out again.toml").contains("no share"));
    folder.done("product combine share.3 share.1 --out again.toml");
    assert_eq!(fs::read(folder.path("again.toml")).unwrap(), fs::read(folder.path("half.toml")).unwrap());
    folder.done(&opening(&public, "--second-half again.toml"));
    let shown = folder.done("product show P --archive-key archive.toml --second-half half.toml");
    assert!(shown.contains("to be released at 2028-01-01T00:00:00Z"), "{shown}");
}

#[test]
fn nothing_is_sealed_for_nobody_or_without_a_consent() {
    let (folder, public) = office();
    folder.done("product mark --policy EXERCISE --level RESTRICTED --to DEU --out source.xml");
    let told = folder
        .done("product mark --policy EXERCISE --level RESTRICTED --to CAN --and source.xml --out none.json");
    assert!(told.contains("Releasable to nobody"), "{told}");
    let line = |more: &str| format!("{SEAL} --out P {more}");
    let nobody = line("").replace("marking.json", "none.json");
    assert!(said(&folder, &nobody).contains("an empty audience is nobody, never everybody"));
    assert!(said(&folder, &line("--contains NOR")).contains("material of NOR, whose consent is not given"));
    let narrow = format!("--contains NOR --consent NOR:CAN={FOO}");
    assert!(said(&folder, &line(&narrow)).contains("goes to fewer: not to FRA"));
    assert!(!folder.path("P").exists() && !folder.path("P.new").exists());
    folder.done(&line(&format!("--contains NOR --consent NOR:CAN,FRA={FOO}")));
    let shown = folder.done(&format!(
        "product show P --archive-key archive.toml --originator GBR/liaison-officer={public}"
    ));
    assert!(shown.contains(&format!("contains material of NOR, by document {FOO}")), "{shown}");
    assert!(shown.contains("a key of that post"), "{shown}");
}

#[test]
fn who_will_see_it_and_who_will_not_is_said() {
    let folder = Folder::new();
    let agreement = |between: &str, by: &str, own: &str, there: &str| {
        format!(
            "[[agreement]]\nbetween = {between}\ndocument = \"{FOO}\"\n[agreement.kept.{by}]\n{own} = \"{there}\"\n"
        )
    };
    let mark = "product mark --policy EXERCISE --level SECRET --to CAN,FRA,NOR --agreements A --from GBR \
                --among CAN,DEU,FRA,GBR,NOR --out";
    let gbr_can = agreement("[\"GBR\", \"CAN\"]", "CAN", "SECRET", "TOP SECRET");
    folder.write("A", gbr_can.clone() + &agreement("[\"FRA\", \"GBR\"]", "FRA", "RESTRICTED", "RESTRICTED"));
    let told = folder.done(&format!("{mark} M"));
    let sentences = [
        "  GBR will see this, and CAN.",
        "  CAN keeps it as TOP SECRET.",
        "  DEU will not see it: the marking does not name it.",
        "  FRA will not see it: its agreement with GBR says nothing of SECRET.",
        "  NOR will not see it: it has no security agreement with GBR.",
    ];
    assert_eq!(told.lines().skip(3).collect::<Vec<_>>(), sentences);
    let says = |text: &str, what: &str| {
        folder.write("A", text);
        let said = said(&folder, &format!("{mark} N"));
        assert!(said.contains(what), "{said}");
    };
    says(
        &gbr_can.replace("TOP SECRET", "RESTRICTED"),
        "SECRET would be kept as RESTRICTED there, which is lower",
    );
    says(&gbr_can.replace("kept.CAN", "kept.DEU"), "DEU is no party to the agreement of GBR and CAN");
    says(&gbr_can.replace("[\"GBR\", \"CAN\"]", "[\"CAN\", \"CAN\"]"), "between two States");
    says(&gbr_can.replace(FOO, "foo"), "a document is named by its hash");
    says("agreement = 1", "the form of agreements is in docs/vault.md");
    assert!(!folder.path("N").exists());
}

#[test]
fn what_is_wrong_on_the_line_is_said() {
    let (folder, public) = office();
    let says = |line: &str, what: &str| {
        let said = said(&folder, line);
        assert!(said.contains(what), "{line}: {said}");
    };
    folder.write("bad.xml", "<!DOCTYPE a><a/>");
    folder.write("bad.toml", "key = \"0123456789abcdef\"");
    let seal = format!("{SEAL} --out P");
    says(&seal.replace("marking.json", "bad.xml"), "a marking has no document type");
    says(&seal.replace("archive.toml", "bad.toml"), "is no archive key");
    assert!(!said(&folder, &seal.replace("archive.toml", "bad.toml")).contains("0123456789abcdef"));
    says(&seal.replace("--as GBR/liaison-officer", ""), "whose product is it?");
    says(&seal.replace("report.txt", "none.txt"), "none.txt cannot be read");
    says(&format!("{seal} --release 2028-01-01T00:00:00Z"), "--second-half");
    says("product mark --policy E --level COSMIC --to CAN --out m", "the levels are");
    says("product mark --policy E --level SECRET --to Can --out m", "members' codes");
    says("product mark --policy E --level SECRET --to CAN --restrict A --out m", "a name, `=` and a value");
    says(
        "product mark --policy E --level SECRET --to CAN --out marking.json",
        "marking.json is there already: name another",
    );
    says(&opening(&public, ""), "P cannot be read");
    says(
        "product open P --archive-key archive.toml --out x --originator GBR",
        "a post, `=` and its public key",
    );
    says("product show report.txt", "no sealed product");
}
