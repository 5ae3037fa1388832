//! What fits a screen, what `status` tells, and files that are written whole.

use std::fs;
use std::io::Read as _;

use pty_process::Size;
use pty_process::blocking::{Command, open};

use crate::quorate::{Folder, root};

/// What a command line shows at a terminal of this width.
fn at_a_terminal(folder: &Folder, line: &str, columns: u16) -> String {
    let (mut terminal, inside) = open().unwrap();
    terminal.resize(Size::new(50, columns)).unwrap();
    let mut child = Command::from(folder.command(line)).spawn(inside).unwrap();
    let (mut shown, mut bytes) = (Vec::new(), [0; 1024]);
    // A terminal whose program has ended gives an error, not an end.
    while let Ok(count @ 1..) = terminal.read(&mut bytes) {
        shown.extend_from_slice(&bytes[..count]);
    }
    assert!(child.wait().unwrap().success());
    String::from_utf8(shown).unwrap().replace('\r', "")
}

#[test]
fn a_register_that_is_wider_than_the_terminal_is_told_row_by_row() {
    let folder = Folder::after_demo();
    let line = "record decisions --dir D";
    let piped = folder.done(line);
    let width = piped.lines().map(|line| line.chars().count()).max().unwrap();
    assert_eq!(at_a_terminal(&folder, line, u16::try_from(width).unwrap()), piped);
    let narrow = at_a_terminal(&folder, line, u16::try_from(width - 1).unwrap());
    assert!(narrow.starts_with("decisions 1\n  Decision:") && narrow.contains("\ndecisions 2\n"), "{narrow}");
    assert_eq!(folder.done(&format!("{line} --width {}", width - 1)), narrow);
    assert_eq!(folder.done(&format!("{line} --width {width}")), piped);
    assert!(folder.done(&format!("{line} --width 1 --format csv")).starts_with("decision,title"));
}

/// A folder in which a story of ours was played.
fn played(name: &str) -> Folder {
    let folder = Folder::new();
    for part in ["stories", "charters"] {
        fs::create_dir_all(folder.path(part)).unwrap();
        for file in fs::read_dir(root().join(part)).unwrap() {
            let path = file.unwrap().path();
            if path.is_file() {
                fs::copy(&path, folder.path(part).join(path.file_name().unwrap())).unwrap();
            }
        }
    }
    folder.done(&format!("play stories/{name}.story --seed 0 --dir D"));
    folder
}

#[test]
fn status_tells_what_waits_for_a_second_treasurer() {
    let folder = played("with-the-bank");
    assert!(folder.done("status --dir D").contains("waits        payment 2 waits for a countersignature"));
    folder.done("bank enter 1.00 --income --reference s2 --dir D --as DEU/treasurer");
    folder.done("bank enter 1.00 --income --reference s3 --dir D --as DEU/treasurer");
    let told = folder.done("status --dir D");
    assert!(told.contains("waits        bank lines 2, 3 wait for a countersignature"), "{told}");
}

#[test]
fn status_tells_arrears_and_default() {
    let folder = played("default-and-step-up");
    let (told, arrears) = (folder.done("status --dir D"), folder.done("record arrears --format csv --dir D"));
    for line in arrears.lines().skip(1) {
        let member = line.split(',').next().unwrap();
        let of = told.lines().find(|told| told.starts_with(&format!("arrears      {member} ")));
        let says = of.unwrap_or_else(|| panic!("{member}: {told}"));
        let defaulted = arrears.lines().any(|line| line.starts_with(member) && line.contains("in default"));
        assert_eq!(says.ends_with("; in default"), defaulted, "{told}");
    }
}

#[test]
fn a_data_package_is_not_written_into_the_partnership() {
    let folder = Folder::after_demo();
    for out in ["D", "D/registers", "./D/../D"] {
        let run = folder.run(&format!("record data-package --out {out} --dir D"));
        assert!(run.code == 2 && run.err.contains("own directory"), "{}", run.shown());
    }
    assert!(!folder.path("D/datapackage.json").exists() && !folder.path("D/registers").exists());
    folder.done("record data-package --out Dossier --dir D");
}

#[test]
fn a_file_is_written_whole_and_nothing_is_left_beside_it() {
    let folder = Folder::after_demo();
    fs::create_dir(folder.path("out")).unwrap();
    folder.done("record report --html out/report.html --dir D");
    folder.done("record genesis --out out/genesis.cbor --dir D");
    assert_eq!(fs::read_dir(folder.path("out")).unwrap().count(), 2);
    let run = folder.run("record genesis --out nowhere/genesis.cbor --dir D");
    assert_eq!(run.code, 1, "{}", run.shown());
    // What is no file takes the bytes where it is.
    folder.done("record genesis --out /dev/null --dir D");
}
