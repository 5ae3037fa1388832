//! What is wrong with directories, keys and files.

use std::collections::BTreeSet;
use std::fs;

use quorate_node::Node;

use super::{CHARTER, Gallery};
use crate::quorate::Folder;

pub(super) fn gallery() -> BTreeSet<String> {
    let mut gallery = Gallery::new(Folder::after_demo());
    directories(&mut gallery);
    keys(&mut gallery);
    files(&mut gallery);
    damage(&mut gallery);
    gallery.names
}

fn directories(gallery: &mut Gallery) {
    gallery.says("directory-without-partnership", 1, "status --dir elsewhere");
    gallery.says("directory-taken-by-demo", 1, "demo --alone --dir D");
    let held = Node::open(&gallery.folder.path("D")).unwrap();
    gallery.says("directory-in-use", 1, "status --dir D");
    drop(held);
    gallery.folder.write("file", "");
    gallery.says("directory-is-a-file", 1, "status --dir file");
    gallery.folder.write("charter.toml", CHARTER);
    gallery.says("directory-taken-by-new", 1, "new charter.toml --plain-keys --dir D");
    gallery.folder.done("new charter.toml --plain-keys --dir real");
    gallery.folder.write("plain.toml", CHARTER.replace("72h", "96h"));
    gallery.says("directory-of-another-charter", 2, "check plain.toml --dir real");
    let only = include_str!("../../../../../charters/contributions-only.toml");
    gallery.folder.write("only.toml", only);
    gallery.says("file-not-written-story", 1, "check only.toml --format json --story nowhere/x.story");
    gallery.says("findings-no-mend", 6, "check only.toml --apply");
    gallery.says("directory-real-does-not-wait", 1, "wait 1h --dir real");
}

fn keys(gallery: &mut Gallery) {
    let key = |name: &str| gallery.folder.path("D/keys").join(name);
    fs::remove_file(key("GBR-treasurer.key")).unwrap();
    fs::remove_file(key("GBR-root.key")).unwrap();
    fs::write(key("FRA-treasurer.key"), "not a key\n").unwrap();
    gallery.says("key-missing", 1, "bank countersign 1 --dir D --as GBR/treasurer");
    gallery.says("key-missing-root", 1, "member revoke case-officer --dir D --as GBR/root");
    gallery.says("key-form", 1, "bank countersign 1 --dir D --as FRA/treasurer");
}

fn files(gallery: &mut Gallery) {
    gallery.says("file-missing", 1, "play missing.story");
    gallery.says("file-missing-charter", 1, "new missing.toml --dir E");
    gallery.says("file-missing-command", 1, "submit missing.cose --dir D");
    gallery.says("file-missing-charter-checked", 1, "check missing.toml");
    gallery.folder.write("long.story", "#".repeat(1024 * 1024 + 1));
    gallery.says("file-too-long-story", 1, "play long.story");
    gallery.folder.write("long.toml", "#".repeat(256 * 1024 + 1));
    gallery.says("file-too-long-charter", 1, "new long.toml --dir E");
    gallery.folder.write("long.cose", vec![0; 100_000]);
    gallery.says("file-too-long-command", 1, "submit long.cose --dir D");
    gallery.folder.write("binary.toml", b"title = \"\xff\"");
    gallery.says("file-not-a-text", 1, "new binary.toml --dir E");
    assert!(!gallery.folder.path("E").exists(), "nothing is left of what could not begin");
}

/// Last, because nothing can be asked of the directory afterwards.
fn damage(gallery: &mut Gallery) {
    let file = gallery.folder.path("D/acknowledged");
    let sound = fs::read(&file).unwrap();
    fs::write(&file, "damaged").unwrap();
    gallery.says("damaged-mark", 5, "status --dir D");
    fs::write(&file, sound).unwrap();
    gallery.folder.done("status --dir D");
    let file = gallery.folder.path("D/blocks.redb");
    let mut bytes = fs::read(&file).unwrap();
    bytes[8192..].fill(0x55);
    fs::write(&file, bytes).unwrap();
    gallery.says("damaged-blocks", 5, "status --dir D");
}
