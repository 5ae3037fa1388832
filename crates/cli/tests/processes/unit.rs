//! The unit for systemd, as systemd reads it, where that is installed.

use std::fs;
use std::process::Command;

use crate::quorate::{Folder, root};

#[test]
fn systemd_finds_nothing_wrong_with_the_unit() {
    if Command::new("systemd-analyze").arg("--version").output().is_err() {
        eprintln!("systemd-analyze is not installed: the unit was not checked");
        return;
    }
    let unit = fs::read_to_string(root().join("operating/quorate.service")).unwrap();
    // The program and the user of a machine on which it is set up.
    let here = unit.replace("/usr/local/bin/quorate", env!("CARGO_BIN_EXE_quorate"));
    let here = here.replace("User=quorate", "User=root");
    assert!(here != unit && here.contains("User=root"));
    let folder = Folder::new();
    folder.write("quorate.service", here);
    let verify = Command::new("systemd-analyze").arg("verify").arg(folder.path("quorate.service")).output();
    let verify = verify.unwrap();
    let wrong = String::from_utf8_lossy(&verify.stderr);
    assert!(verify.status.success() && wrong.is_empty(), "{wrong}");
}
