//! Histories as four nodes write them, recorded for every later version to replay: `just record-blocks NAME`.

use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use minicbor::bytes::ByteVec;
use quorate_node::Node;
use redb::{Database, ReadableDatabase as _, ReadableTable as _, TableDefinition};
use sha2::{Digest as _, Sha256};

use crate::quorate::{Folder, root};

const ABOUT: TableDefinition<'static, &str, &[u8]> = TableDefinition::new("about");
const BLOCKS: TableDefinition<'static, u64, &[u8]> = TableDefinition::new("blocks");
const SEALS: TableDefinition<'static, u64, &[u8]> = TableDefinition::new("seals");

fn folder() -> PathBuf {
    root().join("conformance/blocks")
}

/// Records what the node in this directory has kept, under the name that the environment gives and this one; without a
/// name there, only sees that it can be. What was recorded once is never recorded again.
pub(crate) fn record(what: &str, directory: &Path) {
    let file = kept(directory);
    let Some(prefix) = std::env::var("QUORATE_RECORD").ok().filter(|prefix| !prefix.is_empty()) else {
        return;
    };
    let name = format!("{prefix}-{what}.blocks");
    let new = OpenOptions::new().write(true).create_new(true).open(folder().join(&name));
    let mut new = new.unwrap_or_else(|error| panic!("{name}: {error}; give another name"));
    new.write_all(&file).unwrap();
    let sum: String = Sha256::digest(&file).iter().map(|byte| format!("{byte:02x}")).collect();
    let sums = OpenOptions::new().create(true).append(true).open(folder().join("SHA256SUMS"));
    writeln!(sums.unwrap(), "{sum}  {name}").unwrap();
}

/// `[1, genesis, [[block, seals], ...], [height, digest, size, root]]`, read off the store as docs/formats.md has it.
fn kept(directory: &Path) -> Vec<u8> {
    let (genesis, rows) = {
        let database = Database::open(directory.join("blocks.redb")).unwrap();
        let read = database.begin_read().unwrap();
        let about = read.open_table(ABOUT).unwrap();
        let genesis = about.get("genesis").unwrap().unwrap().value().to_vec();
        let seals = read.open_table(SEALS).unwrap();
        let rows: Vec<(ByteVec, ByteVec)> = read
            .open_table(BLOCKS)
            .unwrap()
            .iter()
            .unwrap()
            .map(|row| {
                let (height, row) = row.unwrap();
                let proof = seals.get(height.value()).unwrap().expect("each block has what proves it final");
                (row.value()[32..].to_vec().into(), proof.value().to_vec().into())
            })
            .collect();
        (ByteVec::from(genesis), rows)
    };
    let node = Node::open(directory).unwrap();
    let extent = node.partnership().extent();
    assert_eq!(usize::try_from(node.records().height()).unwrap(), rows.len());
    let end = (node.records().height(), extent.digest, extent.size, extent.root);
    minicbor::to_vec((1, genesis, rows, end)).unwrap()
}

/// The founding story, with a node that is killed and one that is false.
#[test]
#[ignore = "it only records: `just record-blocks` runs it"]
fn the_founding_story_can_be_recorded() {
    let folder = Folder::new();
    folder.done("demo --exit --dir D");
    record("founding", &folder.path("D/FRA"));
}

#[test]
fn what_was_recorded_is_as_it_was() {
    let sums = fs::read_to_string(folder().join("SHA256SUMS")).unwrap();
    let listed: Vec<(&str, &str)> = sums.lines().map(|line| line.split_once("  ").unwrap()).collect();
    let mut there: Vec<String> = fs::read_dir(folder())
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".blocks"))
        .collect();
    there.sort();
    let mut names: Vec<&str> = listed.iter().map(|(_, name)| *name).collect();
    names.sort_unstable();
    assert_eq!(there, names);
    for (sum, name) in listed {
        let found = Sha256::digest(fs::read(folder().join(name)).unwrap());
        let found: String = found.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(found, sum, "{name} was recorded once, and is not changed");
    }
}
