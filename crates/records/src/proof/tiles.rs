//! The record as static files (<https://c2sp.org/tlog-tiles>): its tree in pieces of 256 hashes, and its events in bundles.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use quorate_partnership::Booked;
use sha2::{Digest as _, Sha256};

type Hash = [u8; 32];

/// How many hashes or events a whole tile has.
const WIDTH: usize = 256;

/// One file: some hashes of a level of the tree, or some events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tile {
    /// The level, 0 that of the leaves; none for events.
    pub level: Option<usize>,
    /// Its place in the level.
    pub index: usize,
    /// How many hashes or events it has.
    pub width: usize,
}

/// An event that does not fit a bundle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("event {0} of the record has more bytes than an entry of a tile may have")]
pub struct TooLong(pub usize);

/// The record in tiles.
#[derive(Clone, Debug)]
pub struct Tiles {
    /// Level by level the hashes of its tiles.
    levels: Vec<Vec<Hash>>,
    entries: Vec<Vec<u8>>,
}

impl Tile {
    /// Where it stands, below where the record is served.
    #[must_use]
    pub fn path(&self) -> String {
        let level = self.level.map_or_else(|| "entries".into(), |level| format!("{level}"));
        let whole = format!("tile/{level}/{}", number(self.index));
        if self.is_whole() { whole } else { format!("{whole}.p/{}", self.width) }
    }

    /// Whether nothing will be added to it.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.width == WIDTH
    }

    /// Where those of fewer hashes or events stood that it takes the place of; nowhere if it is not whole.
    #[must_use]
    pub fn partial(&self) -> Option<String> {
        self.is_whole().then(|| format!("{}.p", self.path()))
    }
}

/// Groups of three digits, all but the last with an `x` before them.
fn number(index: usize) -> String {
    let mut left = index;
    let mut groups = Vec::new();
    loop {
        groups.push(left.checked_rem(1000).unwrap_or_default());
        left = left.checked_div(1000).unwrap_or_default();
        if left == 0 {
            break;
        }
    }
    let last = groups.len().saturating_sub(1);
    let group = |(at, group): (usize, &usize)| {
        if at == last { format!("{group:03}") } else { format!("x{group:03}/") }
    };
    groups.iter().rev().enumerate().map(group).collect()
}

impl Tiles {
    /// The tiles of a record.
    ///
    /// # Errors
    /// [`TooLong`], for an event of more than 65535 bytes.
    pub fn of(events: &[Booked]) -> Result<Tiles, TooLong> {
        let mut entries = Vec::with_capacity(events.len());
        for (at, booked) in events.iter().enumerate() {
            let bytes = booked.to_bytes();
            let long = u16::try_from(bytes.len()).map_err(|_| TooLong(at))?;
            entries.push([long.to_be_bytes().as_slice(), &bytes].concat());
        }
        let leaf = |entry: &Vec<u8>| {
            let bytes = entry.get(2..).unwrap_or_default();
            Sha256::new().chain_update([0]).chain_update(bytes).finalize().into()
        };
        let mut levels: Vec<Vec<Hash>> = Vec::new();
        let mut level: Vec<Hash> = entries.iter().map(leaf).collect();
        while !level.is_empty() {
            let (whole, _) = level.as_chunks::<WIDTH>();
            let above = whole.iter().map(root_of).collect();
            levels.push(core::mem::replace(&mut level, above));
        }
        Ok(Tiles { levels, entries })
    }

    /// Every tile, and every bundle of events if they are wanted.
    #[must_use]
    pub fn list(&self, entries: bool) -> Vec<Tile> {
        let levels = self.levels.iter().enumerate().map(|(at, level)| (Some(at), level.len()));
        let bundles = entries.then_some((None, self.entries.len()));
        let of = |(level, many): (Option<usize>, usize)| {
            (0..many).step_by(WIDTH).enumerate().map(move |(index, from)| {
                let width = many.saturating_sub(from).min(WIDTH);
                Tile { level, index, width }
            })
        };
        levels.chain(bundles).flat_map(of).collect()
    }

    /// The bytes of a tile; none if there is no such tile.
    #[must_use]
    pub fn bytes(&self, tile: &Tile) -> Option<Vec<u8>> {
        let from = tile.index.checked_mul(WIDTH)?;
        let range = from..from.checked_add(tile.width)?;
        match tile.level {
            Some(level) => Some(self.levels.get(level)?.get(range)?.concat()),
            None => Some(self.entries.get(range)?.concat()),
        }
    }
}

/// The hash over a whole tile.
fn root_of(tile: &[Hash; WIDTH]) -> Hash {
    let mut hashes = tile.to_vec();
    while hashes.len() > 1 {
        let (pairs, _) = hashes.as_chunks::<2>();
        let join = |[left, right]: &[Hash; 2]| {
            Sha256::new().chain_update([1]).chain_update(left).chain_update(right).finalize().into()
        };
        hashes = pairs.iter().map(join).collect();
    }
    hashes.first().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_those_of_the_published_examples() {
        // https://c2sp.org/tlog-tiles
        let tile = |index, width| Tile { level: Some(0), index, width }.path();
        assert_eq!(tile(1_234_067, WIDTH), "tile/0/x001/x234/067");
        assert_eq!(tile(0, WIDTH), "tile/0/000");
        assert_eq!(tile(999, 7), "tile/0/999.p/7");
        assert_eq!(tile(1000, WIDTH), "tile/0/x001/000");
        assert_eq!(Tile { level: None, index: 3, width: 1 }.path(), "tile/entries/003.p/1");
    }

    #[test]
    fn a_record_has_the_tiles_of_the_published_examples() {
        let counts = |size: usize| {
            let mut levels = Vec::new();
            let mut many = size;
            while many > 0 {
                levels.push(Vec::from_iter((0..many).map(|_| [0; 32])));
                many /= WIDTH;
            }
            let tiles = Tiles { levels, entries: Vec::new() };
            tiles.list(false)
        };
        let large = counts(70_000);
        let at = |level: usize| large.iter().filter(|tile| tile.level == Some(level)).collect::<Vec<_>>();
        assert_eq!((at(0).len(), at(0)[273].width), (274, 112));
        assert_eq!((at(1).len(), at(1)[1].width), (2, 17));
        assert_eq!((at(2).len(), at(2)[0].width), (1, 1));
        let just_whole = counts(256);
        assert_eq!(just_whole.iter().map(Tile::path).collect::<Vec<_>>(), ["tile/0/000", "tile/1/000.p/1"]);
        assert_eq!(counts(0), []);
    }
}
