//! What a carrier's commands refuse: wrong partners, and what would leave unsealed.

use std::fs::{self, File};

use crate::compartments::{WITH, together};
use crate::quorate::Folder;
use crate::sharing::agreed;

/// Keys of the tests of RFC 8032, section 7.1.
const KEY: &str = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
const OTHER: &str = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c";

fn says(folder: &Folder, line: &str, what: &str) {
    let run = folder.run(line);
    let said: String = run.err.split_whitespace().filter(|word| *word != "│").collect::<Vec<_>>().join(" ");
    assert!(run.code != 0 && said.contains(what), "{}", run.shown());
}

#[test]
fn what_is_wrong_on_the_line_is_said() {
    let folder = Folder::new();
    fs::create_dir(folder.path("A")).unwrap();
    folder.write("file", "text");
    folder.write("empty", "");
    let key = folder.done("carrier key --agent A");
    let key = key.trim();
    let says = |line: &str, what: &str| says(&folder, line, what);
    assert_eq!(folder.done("carrier key --agent A").trim(), key, "it is made once");
    says("carrier key --agent nowhere", "no agent's directory");
    says("carrier send file --to all --agent A", "no partners yet");
    says(&format!("carrier partner A/B --at a:1 --key {KEY} --agent A"), "1 to 32 letters");
    says(&format!("carrier partner B --at a --key {KEY} --agent A"), "no address");
    says("carrier partner B --at a:1 --key 11 --agent A", "64 hexadecimal digits");
    says(&format!("carrier partner B --at a:1 --key {key} --agent A"), "this carrier itself");
    folder.done(&format!("carrier partner B --at a:1 --key {KEY} --agent A"));
    says(&format!("carrier partner B --at a:1 --key {OTHER} --agent A"), "with another key");
    says(
        &format!("carrier partner B --at a:1 --key {OTHER} --agent A"),
        "`quorate carrier forget B` deletes",
    );
    says(&format!("carrier partner C --at a:1 --key {KEY} --agent A"), "that of the partner B");
    says(&format!("carrier partner all --at a:1 --key {OTHER} --agent A"), "`all` is everyone");
    says("carrier forget all --agent A", "`all` is everyone");
    for nobody in ["00".repeat(32), format!("{}80", "00".repeat(31)), "44".repeat(32)] {
        says(&format!("carrier partner D --at a:1 --key {nobody} --agent A"), "nobody's key");
    }
    says("carrier send file --to C --agent A", "`C` is no partner");
    says("carrier send none --to B --agent A", "cannot be sent");
    says("carrier send empty --as-it-is --to B --agent A", "cannot be sent");
    says("carrier take 0a1b2c3d --out x --agent A", "not one thing in the inbox");
    says("carrier forget C --agent A", "C is no partner");
    says("carrier run --agent A --listen 127.0.0.1:0 --cells 68", "one a minute");
    says("carrier run --agent A --listen 192.0.2.1:1", "cannot be listened on");
    assert!(folder.done("carrier send file --as-it-is --to B --agent A").contains("waits for B"));
    assert!(folder.done("carrier send file --as-it-is --to all --agent A").contains("already"));
    assert!(folder.done("carrier list --agent A").contains("parcel or card, 4 bytes"));
    assert!(folder.done("carrier forget B --agent A").contains("1 that waited"));
}

/// An agent in a compartment, with a partner whose carrier never answers.
fn with_partner() -> Folder {
    let folder = together(&["CAN", "FRA"]);
    folder.done(&format!("carrier partner FRA --at 127.0.0.1:9 --key {KEY} --agent CAN"));
    folder
}

fn waits(folder: &Folder) -> usize {
    folder.done("carrier list --agent CAN").matches("waits since").count()
}

#[test]
fn a_key_a_passphrase_or_a_text_does_not_leave_as_a_parcel() {
    let folder = with_partner();
    folder.done("key new CAN/liaison-officer --dir K --plain-keys");
    folder.write("notes", "the coast, in plain");
    folder.write("head.sealed", [b"quorate/product1".as_slice(), &[0; 4096]].concat());
    File::create(folder.path("noughts")).unwrap().set_len(200 * 1024 * 1024).unwrap();
    // Well formed, and nothing in it.
    folder.write("empty.parcel", [[0x83, 1, 0x58, 32].as_slice(), &[7; 32], &[0x80]].concat());
    let plain = [
        "K/keys/CAN-liaison-officer.key",
        "pass",
        "notes",
        "head.sealed",
        "noughts",
        "empty.parcel",
        "CAN/agent.sealed",
        "CAN/carrier/key",
    ];
    for file in plain {
        says(&folder, &format!("carrier send {file} --to all --agent CAN"), "is no product, parcel, card");
    }
    assert_eq!(waits(&folder), 0);
    folder.done("carrier send notes --as-it-is --to all --agent CAN");
    assert_eq!(waits(&folder), 1);
}

#[test]
fn what_is_no_file_holds_up_nothing() {
    let folder = with_partner();
    let pipe = std::process::Command::new("mkfifo").arg(folder.path("pipe")).status().unwrap();
    assert!(pipe.success());
    for file in ["pipe", "CAN", "/dev/zero"] {
        for how in ["", "--as-it-is"] {
            says(&folder, &format!("carrier send {file} {how} --to FRA --agent CAN"), "is no file");
        }
    }
}

#[test]
fn what_agents_make_for_one_another_goes() {
    let folder = with_partner();
    folder.write("coast.txt", "the coast");
    folder.done("product mark --policy EXERCISE --level SECRET --to CAN,FRA --out marking.json");
    agreed(&folder, "CAN");
    let out = "--marking marking.json --agent CAN --out";
    folder.done(&format!(
        "product share coast.txt --in Watch --title Coast {out} a.sealed --notice a.parcel {WITH}"
    ));
    folder.done(&format!("compartment card --agent FRA --out FRA.card2 {WITH}"));
    folder.done(&format!(
        "product release a.sealed --in Watch --to FRA.card2 --agent CAN --out a.release {WITH}"
    ));
    for (many, file) in (1..).zip(["a.sealed", "a.parcel", "FRA.card2", "a.release"]) {
        folder.done(&format!("carrier send {file} --to FRA --agent CAN"));
        assert_eq!(waits(&folder), many, "{file}");
    }
}

#[test]
fn nothing_is_sealed_for_an_outbox_that_takes_nothing_or_a_partner_that_is_none() {
    let folder = with_partner();
    let before = fs::read(folder.path("CAN/agent.sealed")).unwrap();
    let say = |to: &str| format!("room say Watch hello --agent CAN --send {to} {WITH}");
    says(&folder, &say("GBR"), "`GBR` is no partner");
    folder.write("CAN/carrier/outbox", "in its place");
    says(&folder, &say("FRA"), "outbox takes nothing");
    assert!(fs::read(folder.path("CAN/agent.sealed")).unwrap() == before, "the store did not go on");
    fs::remove_file(folder.path("CAN/carrier/outbox")).unwrap();
    folder.done(&say("all"));
    assert_eq!(waits(&folder), 1);
}

#[test]
fn whoever_is_forgotten_and_another_of_its_name_are_two() {
    let folder = with_partner();
    folder.done(&format!("room say Watch hello --agent CAN --send FRA {WITH}"));
    folder.done("carrier forget FRA --agent CAN");
    folder.done(&format!("carrier partner FRA --at 127.0.0.1:9 --key {OTHER} --agent CAN"));
    assert_eq!(waits(&folder), 0);
    folder.done("carrier forget FRA --agent CAN");
    folder.done(&format!("carrier partner FRA --at 127.0.0.1:9 --key {KEY} --agent CAN"));
    assert_eq!(waits(&folder), 0);
}
