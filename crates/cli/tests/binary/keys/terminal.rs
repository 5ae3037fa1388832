//! Passphrases that are typed.

use std::io::{Read as _, Write as _};
use std::process::ExitStatus;

use pty_process::blocking::{Command, open};
use quorate_node::KeyFile;
use rustix::termios::{LocalModes, tcgetattr};

use super::{ACCREDIT, WORDS, folder, with_locked_root};
use crate::quorate::Folder;

/// Runs a command line at a terminal: each time that it asks so, this is typed. What it showed, and how it ended.
fn typed(folder: &Folder, line: &str, talk: &[(&str, &str)]) -> (String, ExitStatus) {
    let (mut terminal, inside) = open().unwrap();
    let mut child = Command::from(folder.command(line)).spawn(inside).unwrap();
    let (mut shown, mut from) = (String::new(), 0);
    let mut talk = talk.iter();
    let mut next = talk.next();
    let mut bytes = [0; 1024];
    // A terminal whose program has ended gives an error, not an end.
    while let Ok(count @ 1..) = terminal.read(&mut bytes) {
        shown.push_str(std::str::from_utf8(&bytes[..count]).unwrap());
        if let Some((question, answer)) = next
            && shown.get(from..).unwrap().contains(question)
        {
            from = shown.len();
            while tcgetattr(&terminal).unwrap().local_modes.contains(LocalModes::ECHO) {
                std::thread::yield_now();
            }
            terminal.write_all(format!("{answer}\n").as_bytes()).unwrap();
            next = talk.next();
        }
    }
    assert!(next.is_none(), "{next:?} was not asked: {shown}");
    (shown, child.wait().unwrap())
}

const INIT: &str = "init --member FRA --address node.example:7420 --dir D";

#[test]
fn a_new_passphrase_is_typed_twice_and_not_shown() {
    let folder = folder();
    let new = "A passphrase for the new keys: ";
    let refusals: [(&[(&str, &str)], &str); 3] = [
        (&[(new, "")], "no passphrase was given"),
        (&[(new, "too short")], "too short"),
        (&[(new, WORDS), ("The same again: ", "correct horse batterz")], "not the same twice"),
    ];
    for (talk, why) in refusals {
        let (shown, ended) = typed(&folder, INIT, talk);
        assert!(shown.contains(why) && !ended.success(), "{shown}");
        assert!(!folder.path("D").exists());
    }
    let (shown, ended) = typed(&folder, INIT, &[(new, WORDS), ("The same again: ", WORDS)]);
    assert!(ended.success() && !shown.contains(WORDS), "{shown}");
    let file = KeyFile::read(&folder.path("D/keys/FRA-node.key")).unwrap();
    file.open(Some(&quorate_node::Passphrase::typed(WORDS))).unwrap();
}

#[test]
fn a_passphrase_is_asked_for_again_when_it_opens_nothing() {
    let folder = with_locked_root();
    let (ask, again) = ("The passphrase of D/keys/FRA-root.key: ", "It does not open it.");
    let (shown, ended) = typed(&folder, ACCREDIT, &[(ask, "a slip"), (again, WORDS)]);
    assert!(ended.success() && shown.contains("recorded at height 1"), "{shown}");
    let (shown, ended) = typed(&folder, ACCREDIT, &[(ask, "a slip"), (again, "another"), (again, "a third")]);
    assert!(!ended.success() && shown.contains("does not open"), "{shown}");
}
