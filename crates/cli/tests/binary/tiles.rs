//! The record as static files: written, added to, and kept apart from those whom it is not for.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use quorate_charter::Office;
use quorate_node::{Key, KeyRing, Node};
use quorate_partnership::members::{self, Accredit};
use quorate_partnership::{Moment, Post};

use crate::quorate::{Folder, root, snapshot};

/// Every file below a folder.
fn below(folder: &Path) -> BTreeSet<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { below(&path) } else { BTreeSet::from([path]) }).collect()
}

fn names(folder: &Folder, of: &str) -> Vec<String> {
    let from = folder.path(of);
    below(&from).iter().map(|path| path.strip_prefix(&from).unwrap().display().to_string()).collect()
}

/// What members are served is as it was recorded; `BLESS=1` records it anew. A verifier of another make reads it too.
fn recorded(folder: &Folder) {
    let (from, to) = (folder.path("members"), root().join("conformance/served"));
    if std::env::var_os("BLESS").is_some_and(|bless| bless == "1") {
        let _ = fs::remove_dir_all(&to);
        for path in below(&from) {
            let copy = to.join(path.strip_prefix(&from).unwrap());
            fs::create_dir_all(copy.parent().unwrap()).unwrap();
            fs::copy(&path, copy).unwrap();
        }
    }
    let (written, kept) = (below(&from), below(&to));
    assert_eq!(written.len(), kept.len());
    for (written, kept) in written.iter().zip(&kept) {
        assert_eq!(written.strip_prefix(&from).unwrap(), kept.strip_prefix(&to).unwrap());
        assert!(fs::read(written).unwrap() == fs::read(kept).unwrap(), "{} differs", kept.display());
    }
}

/// So many events more in the record.
fn grow(folder: &Folder, many: u64) {
    let mut node = Node::open(&folder.path("D")).unwrap();
    let post: Post = "DEU/root".parse().unwrap();
    let key_of_root = KeyRing::of(&folder.path("D")).get(post).unwrap();
    let (from, expires) = (node.moment(), Moment(node.next_moment().0 + 3_600_000));
    let command = |nonce: u64| {
        let key = Key::of_exercise(&format!("tiles {nonce}"), post).public();
        let accredit =
            Accredit { key, office: Office::CaseOfficer, from, until: Moment(from.0 + 86_400_000) };
        key_of_root
            .sign_command(node.basis(), post, expires, nonce, members::Command::Accredit(accredit).into())
            .unwrap()
    };
    let commands: Vec<Vec<u8>> = (0..many).map(command).collect();
    for answer in node.submit(&commands).unwrap().answers {
        assert_eq!(answer.unwrap().refusal, None);
    }
}

#[test]
fn a_second_run_adds_what_is_new_and_no_folder_is_for_members_and_others() {
    let folder = Folder::after_demo();
    let size = Node::open(&folder.path("D")).unwrap().came_to().checkpoint.extent.size;
    assert!(size < 256, "the demo has {size} events");
    folder.done("record tiles --out members --dir D");
    folder.done("record tiles --out outsiders --hashes-only --dir D");
    let partial = |level: &str| format!("tile/{level}/000.p/{size}");
    assert_eq!(names(&folder, "members"), ["checkpoint".into(), partial("0"), partial("entries")]);
    assert_eq!(names(&folder, "outsiders"), ["checkpoint".into(), partial("0")]);
    let again = folder.done("record tiles --out members --dir D");
    assert!(again.contains("0 tiles written, 2 there already"), "{again}");
    let outside = folder.run("record tiles --out members --hashes-only --dir D");
    snapshot("snapshots", "tiles-error-for-members", &outside.shown());
    let inside = folder.run("record tiles --out outsiders --dir D");
    snapshot("snapshots", "tiles-error-for-others", &inside.shown());
    folder.done("demo --alone --seed 1 --dir E");
    let other = folder.run("record tiles --out members --dir E");
    snapshot("snapshots", "tiles-error-another-record", &other.shown());
    // Over the border of a tile, credential by credential.
    let before = fs::read_to_string(folder.path("outsiders/checkpoint")).unwrap();
    grow(&folder, 258 - size);
    let grown = folder.done("record tiles --out members --dir D");
    assert!(grown.contains("5 tiles written, 0 there already"), "{grown}");
    recorded(&folder);
    folder.done("record tiles --out outsiders --hashes-only --dir D");
    let whole = ["checkpoint", "tile/0/000", "tile/0/001.p/2", "tile/1/000.p/1"];
    assert_eq!(names(&folder, "outsiders"), whole);
    folder.write("before.note", before);
    folder.done("record consistency --from before.note --out since.record --dir D");
    assert!(folder.done("verify since.record").contains("is the beginning of"));
    // A tile that was cut short is made whole again; that of another record stays.
    folder.write("members/tile/0/000", [0; 7]);
    folder.done("record tiles --out members --dir D");
    assert_eq!(fs::read(folder.path("members/tile/0/000")).unwrap().len(), 8192);
    let behind = folder.run("record tiles --out members --dir E");
    snapshot("snapshots", "tiles-error-behind", &behind.shown());
}
