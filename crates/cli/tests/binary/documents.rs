//! Documents, given at one member's node and read at another's.

use std::fs;

use crate::nodes::{run, until};
use crate::quorate::Folder;

/// The SHA-256 of `foo`.
const FOO: &str = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae";

#[test]
fn a_document_is_given_listed_and_got_at_the_nodes_of_others() {
    let folder = Folder::new();
    folder.done("demo --exit --dir D");
    let nodes = run(&folder, &["CAN", "DEU", "FRA", "GBR"]);
    until(&folder, "node status --dir D/FRA", "4 of 4 nodes are up");
    folder.write("text.md", "foo");
    let told = folder.done("document add text.md --title \"A text in force\" --dir D/FRA");
    assert!(told.starts_with(&format!("{FOO}\n  3 bytes, deposited by FRA: A text in force\n")), "{told}");
    let line = "here, 3 bytes, text/markdown, deposited by FRA: A text in force";
    for member in ["CAN", "DEU", "FRA", "GBR"] {
        until(&folder, &format!("document list --dir D/{member}"), line);
    }
    drop(nodes);
    let told = folder.done(&format!("document get {FOO} --out got.md --dir D/CAN"));
    assert_eq!(told, "got.md: 3 bytes, A text in force\n  the hash is right; deposited by FRA\n");
    assert_eq!(fs::read(folder.path("got.md")).unwrap(), b"foo");
    let path = folder.path(&format!("D/CAN/documents/{FOO}"));
    for (bent, state) in [("fox", "damaged"), ("food", "damaged")] {
        fs::write(&path, bent).unwrap();
        assert!(folder.done("document list --dir D/CAN").contains(&format!("  {state}, 3 bytes")));
        let run = folder.run(&format!("document get {FOO} --out bent.md --dir D/CAN"));
        assert!(run.err.contains("its bytes are not those of its name"), "{}", run.shown());
        assert!(!folder.path("bent.md").exists());
    }
    fs::remove_file(&path).unwrap();
    assert!(folder.done("document list --dir D/CAN").contains("  missing, 3 bytes"));
    assert!(folder.run(&format!("document get {FOO} --out x --dir D/CAN")).err.contains("is not here"));
    fs::write(path.with_extension("deposit"), "bent").unwrap();
    assert!(folder.done("document list --dir D/CAN").contains("the bytes are no deposit"));
}

#[test]
fn what_is_wrong_on_the_line_is_said() {
    let folder = Folder::new();
    folder.write("text.odt", "foo");
    folder.write("long.txt", "x".repeat(4 * 1024 * 1024 + 1));
    fs::create_dir(folder.path("D")).unwrap();
    let says = |line: &str, what: &str| {
        let run = folder.run(line);
        let said: String = run.err.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(run.code != 0 && said.contains(what), "{}", run.shown());
    };
    says("document add text.odt --title T", "which node's documents?");
    says("document add text.odt --title T --dir D", "`--media` and one of text/plain, text/markdown,");
    says("document add text.odt --title T --media text/odt --dir D", "it is one of text/plain");
    says("document add text.odt --title T --media text/plain --dir D", "no node runs in D");
    says("document add text.odt --title \"a\u{200b}b\" --dir D", "without characters that nobody sees");
    says("document add long.txt --title T --dir D", "cannot be read");
    says("document add none.txt --title T --dir D", "cannot be read");
    says("document get 2c26 --out x --dir D", "64 hexadecimal digits");
    says(&format!("document get {FOO} --out x --dir D"), "D holds no document");
    says("document list --dir E", "there is no directory E");
    assert_eq!(folder.done("document list --dir D"), "No documents.\n");
}
