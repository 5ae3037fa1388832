//! A disk that says no while blocks are pruned: each is whole, or what is left of it is there.

use quorate_partnership::{BlockId, Digest, TreeRoot};

use super::*;
use crate::store::Left;

fn left(height: u64) -> (u64, Left) {
    let (id, root, digest) = (BlockId([9; 32]), TreeRoot([1; 32]), Digest([2; 32]));
    // Longer than the body, so that it takes room of its own.
    let events = vec![vec![3; 2_000].into()];
    (height, Left { id, moment: Moment(height), extent: (height, root, digest), events, changes: Vec::new() })
}

/// Prunes two blocks a commit, and gives back the room.
fn prune(store: &mut Store) -> Result<(), StoreError> {
    store.prune(&[left(1), left(2)], &[2; 3_000])?;
    store.prune(&[left(3), left(4)], &[4; 3_000])?;
    store.compact()
}

#[test]
fn a_disk_that_says_no_at_any_moment_of_pruning_loses_no_block() {
    let genesis = genesis();
    let partnership = Partnership::begin(&genesis).unwrap();
    let scratch = tempfile::tempdir().unwrap();
    let good = BadDisk::new();
    let store = Store::create_on(good.clone(), scratch.path(), &genesis).unwrap();
    let mut disk = NodeDisk::new(store).unwrap();
    write(&mut disk, &partnership, &mut Told::default()).unwrap();
    drop(disk);
    let bytes = good.after_kill();
    let counted = BadDisk::holding(bytes.clone());
    let (mut store, _) = Store::open_on(counted.clone(), scratch.path()).unwrap();
    counted.set(Fault::None);
    prune(&mut store).unwrap();
    let (counts, mut bases) = (counted.counts(), std::collections::BTreeSet::new());
    each_fault(counts, |fault, after| {
        let bad = BadDisk::holding(bytes.clone());
        let (mut store, _) = Store::open_on(bad.clone(), scratch.path()).unwrap();
        bad.set(fault);
        if let Err(error) = prune(&mut store) {
            assert!(error.to_string().contains(ROWS), "{fault:?}: {error}");
            assert!(prune(&mut store).unwrap_err().to_string().contains("could not be written before"));
        }
        let after = after(&bad);
        drop(store);
        let (store, _) = Store::open_on(after, scratch.path()).unwrap();
        let base = store.base().unwrap();
        let last = base.as_ref().map(|(height, _)| *height).unwrap_or_default();
        assert!(base.is_none_or(|(height, state)| state == vec![u8::try_from(height).unwrap(); 3_000]));
        let rows: Vec<Vec<u8>> = (1..=last).map(|height| left(height).1.to_bytes()).collect();
        assert_eq!(store.left(1, usize::MAX).unwrap(), rows, "{fault:?}");
        let whole: Vec<Vec<u8>> = (last + 1..=HEIGHTS).map(|height| block(&partnership, height)).collect();
        assert_eq!(store.some(last + 1, usize::MAX).unwrap(), whole, "{fault:?}");
        assert_eq!((store.id(last).is_some(), store.last().unwrap()), (last > 0, HEIGHTS));
        if last > 0 {
            assert!(
                store.some(last, usize::MAX).unwrap().is_empty(),
                "it hands out no later block in its place"
            );
        }
        bases.insert(last);
    });
    assert_eq!(bases.into_iter().collect::<Vec<_>>(), [0, 2, 4]);
}
