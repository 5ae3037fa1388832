//! Keys: how they are kept, where passphrases come from, and who may be elsewhere.

use std::fs;

use quorate_node::{KeyFile, KeyRing};

use crate::quorate::{Folder, Run, root, snapshot};

mod ceremony;
mod terminal;

const WORDS: &str = "correct horse battery";

/// A folder with a passphrase in the file `words`, and another in `others`.
fn folder() -> Folder {
    let folder = Folder::new();
    folder.write("words", format!("{WORDS}\n"));
    folder.write("others", "another passphrase");
    folder
}

/// With a rehearsal in `D`, in which the root key of FRA is encrypted.
fn with_locked_root() -> Folder {
    let folder = folder();
    let charter = root().join("charters/partnership.toml");
    let told = folder.done(&format!("new \"{}\" --rehearsal --dir D", charter.display()));
    assert!(told.contains("The keys are plain"), "{told}");
    folder.done("key encrypt D/keys/FRA-root.key --passphrase-file words");
    folder
}

const ACCREDIT: &str = "member accredit representative --for 365d --dir D --as FRA/root";

fn says(name: &str, run: &Run, code: i32) {
    snapshot("snapshots", &format!("keys-{name}"), &run.shown());
    assert_eq!(run.code, code, "{}", run.shown());
}

#[test]
fn whoever_makes_keys_chooses_how_they_are_kept() {
    let folder = folder();
    let init = |options: &str| {
        folder.run(&format!("init --member FRA --address node.example:7420 {options} --dir D"))
    };
    says("no-choice", &init(""), 2);
    says("both-choices", &init("--plain-keys --passphrase-file words"), 2);
    folder.write("short", "too short");
    says("short", &init("--passphrase-file short"), 1);
    folder.write("two", "one line\nand another");
    says("two-lines", &init("--passphrase-file two"), 1);
    assert!(!folder.path("D").exists(), "nothing was begun");
    assert_eq!(init("--passphrase-file words").code, 0);
    for key in ["root", "recovery", "node"] {
        let path = folder.path(&format!("D/keys/FRA-{key}.key"));
        let text = fs::read_to_string(&path).unwrap();
        assert!(
            text.starts_with("Public key: ") && text.contains("-----BEGIN ENCRYPTED PRIVATE KEY-----"),
            "{text}"
        );
        assert!(KeyFile::read(&path).unwrap().is_encrypted());
    }
    let charter = root().join("charters/partnership.toml");
    let real = folder.run(&format!("new \"{}\" --dir E", charter.display()));
    assert!(real.code == 2 && real.err.contains("how are the new keys to be kept?"), "{}", real.shown());
}

#[test]
fn a_passphrase_comes_from_a_file_the_environment_or_a_credential() {
    let folder = with_locked_root();
    says("locked", &folder.run(ACCREDIT), 1);
    says("wrong", &folder.run(&format!("{ACCREDIT} --passphrase-file others")), 1);
    says("no-passphrase-file", &folder.run(&format!("{ACCREDIT} --passphrase-file none")), 1);
    folder.write("empty", "\n");
    says("empty", &folder.run(&format!("{ACCREDIT} --passphrase-file empty")), 1);
    assert!(!folder.path("D/keys/FRA-representative.key").exists(), "nothing was made");
    folder.done(&format!("{ACCREDIT} --passphrase-file words"));
    let made = KeyFile::read(&folder.path("D/keys/FRA-representative.key")).unwrap();
    assert!(made.is_encrypted(), "a new key is kept as the one that signs");
    let by = |variable: &str, value: &str| {
        let output = folder.command(ACCREDIT).env(variable, folder.path(value)).output().unwrap();
        Run::of(ACCREDIT, &output)
    };
    assert_eq!(by("QUORATE_PASSPHRASE_FILE", "words").code, 0);
    assert!(by("QUORATE_PASSPHRASE_FILE", "others").err.contains("does not open"));
    fs::create_dir(folder.path("credentials")).unwrap();
    assert!(by("CREDENTIALS_DIRECTORY", "credentials").err.contains("no passphrase is given"));
    folder.write("credentials/passphrase", WORDS);
    assert_eq!(by("CREDENTIALS_DIRECTORY", "credentials").code, 0);
}

#[test]
fn keys_are_listed_and_what_is_amiss_is_said() {
    let folder = with_locked_root();
    for file in fs::read_dir(folder.path("D/keys")).unwrap() {
        let path = file.unwrap().path();
        if !path.file_name().unwrap().to_str().unwrap().starts_with("FRA-") {
            fs::remove_file(path).unwrap();
        }
    }
    folder.done("key new FRA/treasurer --plain-keys --dir D");
    folder.done("key new FRA/treasurer --plain-keys --dir D");
    folder.write("D/keys/FRA-representative.key", "no key");
    folder.write("D/keys/FRA-root.key.new", "half of");
    says("list", &folder.run("key list --dir D"), 0);
    folder.done("key adopt FRA/treasurer --dir D");
    let listed = folder.done("key list --dir D");
    assert!(
        listed.contains("FRA/treasurer        in use") && listed.contains("FRA/treasurer        set aside"),
        "{listed}"
    );
    let again = folder.run("key adopt FRA/treasurer --dir D");
    assert!(again.code == 1 && again.err.contains("there is no key at"), "{}", again.shown());
    assert_eq!(folder.done("key list --dir E"), "E holds no keys\n");
}

#[test]
fn a_key_is_encrypted_gets_another_passphrase_and_is_plain_again() {
    let folder = with_locked_root();
    let public = || KeyRing::of(&folder.path("D")).public("FRA/root".parse().unwrap()).unwrap();
    let before = public();
    let key = "D/keys/FRA-root.key";
    assert_eq!(
        folder.done(&format!("key encrypt {key} --passphrase-file others")),
        format!("{key} is encrypted already\n")
    );
    let change = format!("key change-passphrase {key} --new-passphrase-file others");
    assert!(folder.run(&format!("{change} --passphrase-file others")).err.contains("does not open"));
    folder.done(&format!("{change} --passphrase-file words"));
    assert!(folder.run(&format!("key decrypt {key} --passphrase-file words")).err.contains("does not open"));
    assert_eq!(
        folder.done(&format!("key decrypt {key} --passphrase-file others")),
        format!("{key} is plain\n")
    );
    assert_eq!(public(), before);
    folder.done(ACCREDIT);
    let plain = folder.run(&format!("{change} --passphrase-file words"));
    assert!(plain.code == 2 && plain.err.contains("is plain"), "{}", plain.shown());
}

#[test]
fn a_key_file_that_was_cut_or_changed_is_named_and_signs_nothing() {
    let folder = with_locked_root();
    let (given, path) = (format!("{ACCREDIT} --passphrase-file words"), folder.path("D/keys/FRA-root.key"));
    let whole = fs::read_to_string(&path).unwrap();
    fs::write(&path, whole.get(..whole.len() / 2).unwrap()).unwrap();
    says("cut", &folder.run(&given), 1);
    let other = KeyRing::of(&folder.path("D")).public("GBR/root".parse().unwrap()).unwrap();
    let line = whole.lines().next().unwrap();
    fs::write(&path, whole.replace(line, &format!("Public key: {other}"))).unwrap();
    says("changed", &folder.run(&given), 1);
    fs::write(&path, whole).unwrap();
    folder.done(&given);
}
