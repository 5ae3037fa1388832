//! Faults of the disk: full, not forced, torn, bent. Whatever it does and whenever, the node stops with file and place in its
//! last word, and what it acknowledged or said is there when the directory is opened on a good disk.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]
#![allow(clippy::arithmetic_side_effects, reason = "a test")]

mod alone;
mod among;
mod bad_disk;
mod pruning;

use std::path::Path;

use bad_disk::{BadDisk, Fault};
use fastrand::Rng;
use quorate_partnership::{Block, Extent, Founder, Genesis, Moment, Nature, Partnership};

use super::{MARK, Mark, NodeDisk, ROWS, Rows, Store, StoreError, rows};
use crate::engine::Disk as _;

const CHARTER: &str = include_str!("../../../../../charters/partnership.toml");
const MEMBERS: [&str; 4] = ["CAN", "DEU", "FRA", "GBR"];

fn genesis() -> Genesis {
    let key = |member: &str, office: &str| {
        crate::Key::of_exercise("faults", format!("{member}/{office}").parse().unwrap()).public()
    };
    let founder = |member: &str| Founder {
        member: member.parse().unwrap(),
        root: key(member, "root"),
        recovery: key(member, "recovery"),
        node: crate::Key::of_exercise_node("faults", member.parse().unwrap()).public(),
    };
    Genesis::new(Nature::Rehearsal { rate: 0 }, Moment(0), CHARTER, MEMBERS.map(founder).to_vec()).unwrap()
}

impl Store {
    /// A new store whose rows are on this disk.
    fn create_on(disk: BadDisk, directory: &Path, genesis: &Genesis) -> Result<Store, StoreError> {
        let path = directory.join(ROWS);
        let rows = Rows::begun(rows::builder().create_with_backend(disk), &path, &genesis.to_bytes())?;
        let mark = Mark::create(&directory.join(MARK))?;
        Ok(Store { rows, mark, path, has_failed: false })
    }

    fn open_on(disk: BadDisk, directory: &Path) -> Result<(Store, Genesis), StoreError> {
        // Without a cache, so that what is read is read from the disk.
        let open = || rows::builder().set_cache_size(0).create_with_backend(disk);
        let (rows, genesis) = Rows::opened(open, &directory.join(ROWS))?;
        Store::of_rows(directory, rows, &genesis)
    }
}

/// The fault at each write, at each force, and what is left behind by a kill and by a loss of power.
fn each_fault([writes, forces, _]: [u64; 3], mut each: impl FnMut(Fault, &dyn Fn(&BadDisk) -> BadDisk)) {
    let of = (1..=writes).map(Fault::NoSpace).chain((1..=forces).map(Fault::Force));
    for (seed, fault) in (0_u64..).zip(of) {
        each(fault, &|disk| BadDisk::holding(disk.after_kill()));
        each(fault, &move |disk| BadDisk::holding(disk.after_power_loss(&mut Rng::with_seed(seed))));
    }
}

/// File, place and the disk's own words.
fn is_named(what: &str) -> bool {
    let disk = ["No space left on device", "Input/output error"];
    what.contains(ROWS) && what.contains(" at ") && disk.iter().any(|said| what.contains(said))
}

/// What a node has been told is on the disk.
#[derive(Default)]
struct Told {
    kept: u64,
    /// Entries of the log of the height at work.
    logged: Vec<Vec<u8>>,
}

fn block(partnership: &Partnership, height: u64) -> Vec<u8> {
    let extent: Extent = partnership.extent();
    // Long enough for the file to grow in the middle of it all.
    Block::new(height, partnership.tip(), extent, Moment(height), Vec::new()).unwrap().bytes().to_vec()
}

const HEIGHTS: u64 = 6;

/// Writes as a node does: for each height some log, forced, and the block.
fn write(disk: &mut NodeDisk, partnership: &Partnership, told: &mut Told) -> Result<(), String> {
    for height in 1..=HEIGHTS {
        for turn in 0..3_u8 {
            let entries = [vec![turn; 3_000], vec![turn, 7]];
            for entry in &entries {
                disk.log(height, entry).map_err(|error| error.to_string())?;
            }
            disk.force().map_err(|error| error.to_string())?;
            told.logged.extend(entries);
        }
        disk.keep(height, &block(partnership, height), &[7; 300]).map_err(|error| error.to_string())?;
        *told = Told { kept: height, logged: Vec::new() };
    }
    Ok(())
}

#[test]
fn a_disk_that_says_no_at_any_moment_loses_nothing_it_acknowledged_and_is_not_tried_again() {
    let genesis = genesis();
    let partnership = Partnership::begin(&genesis).unwrap();
    let begun = |scratch: &Path| {
        let disk = BadDisk::new();
        let store = Store::create_on(disk.clone(), scratch, &genesis).unwrap();
        (disk, NodeDisk::new(store).unwrap())
    };
    let scratch = tempfile::tempdir().unwrap();
    let (good, mut written) = begun(scratch.path());
    good.set(Fault::None);
    write(&mut written, &partnership, &mut Told::default()).unwrap();
    let counts = good.counts();
    assert!(counts[0] > 40 && counts[1] > 20, "{counts:?}");
    let mut stopped = 0;
    each_fault(counts, |fault, left| {
        let scratch = tempfile::tempdir().unwrap();
        let (bad, mut disk) = begun(scratch.path());
        bad.set(fault);
        let mut told = Told::default();
        let Err(why) = write(&mut disk, &partnership, &mut told) else { return };
        stopped += 1;
        assert!(is_named(&why), "{fault:?}: {why}");
        // The disk would take more now. What it dropped it would still not have.
        let tries = [
            disk.force(),
            disk.log(9, &[9]).and_then(|()| disk.force()),
            disk.keep(told.kept + 1, &block(&partnership, told.kept + 1), &[7]),
        ];
        for again in tries {
            assert!(again.unwrap_err().to_string().contains("could not be written before"), "{fault:?}");
        }
        let after = left(&bad);
        drop(disk);
        let (store, _) = Store::open_on(after, scratch.path()).unwrap();
        assert_there(&NodeDisk::new(store).unwrap(), &partnership, &told, fault);
    });
    assert!(stopped > 60, "{stopped} of twice {counts:?}");
}

/// All that was told to be on the disk is there. One more step may be, of which nobody was told.
fn assert_there(disk: &NodeDisk, partnership: &Partnership, told: &Told, fault: Fault) {
    let kept = disk.kept(1, usize::MAX).unwrap();
    let many = u64::try_from(kept.len()).unwrap();
    assert!(many == told.kept || many == told.kept + 1, "{fault:?}: {many} of {}", told.kept);
    for ((height, row), seals) in (1..).zip(&kept).zip([7_u8].iter().cycle()) {
        assert_eq!(row, &(block(partnership, height), vec![*seals; 300]), "{fault:?}");
    }
    if many == told.kept {
        let logged = disk.logged(told.kept + 1).unwrap();
        assert!(logged.starts_with(&told.logged), "{fault:?}: {} entries", logged.len());
    }
}

#[test]
fn a_disk_that_says_no_while_a_store_is_begun_or_opened_is_named() {
    let genesis = genesis();
    let scratch = tempfile::tempdir().unwrap();
    let good = BadDisk::new();
    drop(Store::create_on(good.clone(), scratch.path(), &genesis).unwrap());
    let begins = good.counts();
    each_fault(begins, |fault, _| {
        let scratch = tempfile::tempdir().unwrap();
        let bad = BadDisk::new();
        bad.set(fault);
        if let Err(error) = Store::create_on(bad, scratch.path(), &genesis) {
            assert!(error.to_string().contains(ROWS), "{fault:?}: {error}");
        }
    });
    let bytes = good.after_kill();
    let good = BadDisk::holding(bytes.clone());
    drop(Store::open_on(good.clone(), scratch.path()).unwrap());
    let opens = good.counts();
    each_fault(opens, |fault, left| {
        let bad = BadDisk::holding(bytes.clone());
        bad.set(fault);
        if let Err(error) = Store::open_on(bad.clone(), scratch.path()) {
            assert!(error.to_string().contains(ROWS), "{fault:?}: {error}");
        }
        assert_eq!(Store::open_on(left(&bad), scratch.path()).unwrap().1, genesis, "{fault:?}");
    });
}

#[test]
fn what_the_disk_bends_while_a_node_runs_is_named_and_handed_to_nobody() {
    let genesis = genesis();
    let partnership = Partnership::begin(&genesis).unwrap();
    let scratch = tempfile::tempdir().unwrap();
    let disk = BadDisk::new();
    let mut written =
        NodeDisk::new(Store::create_on(disk.clone(), scratch.path(), &genesis).unwrap()).unwrap();
    write(&mut written, &partnership, &mut Told::default()).unwrap();
    drop(written);
    let sound = disk.after_kill();
    let opened =
        |bad: &BadDisk| NodeDisk::new(Store::open_on(bad.clone(), scratch.path()).unwrap().0).unwrap();
    let mut named = 0;
    // Each byte of what is served is read by some read: bend one read after the other.
    for read in 1..200 {
        let bad = BadDisk::holding(sound.clone());
        let disk = opened(&bad);
        bad.set(Fault::Rot(read));
        let kept = disk.kept(1, usize::MAX);
        if bad.counts()[2] < read {
            break;
        }
        match kept {
            Ok(rows) => rows.iter().zip(1..).for_each(|((found, _), height)| {
                assert_eq!(*found, block(&partnership, height), "read {read}");
            }),
            Err(error) => {
                named += 1;
                assert!(error.to_string().contains(ROWS), "read {read}: {error}");
            }
        }
    }
    assert!(named > 0);
    // What is read on the way to a write is bent: the node stops with the file's name, or has not noticed.
    for read in 1..100 {
        let bad = BadDisk::holding(sound.clone());
        let mut disk = opened(&bad);
        bad.set(Fault::Rot(read));
        let height = HEIGHTS + 1;
        let kept = disk.keep(height, &block(&partnership, height), &[7; 300]);
        if let Err(error) = kept {
            assert!(error.to_string().contains(ROWS), "read {read}: {error}");
            assert!(disk.force().is_err(), "read {read}: it goes on");
        }
    }
}
