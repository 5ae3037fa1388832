//! The file by which a machine without the record knows what a command is signed on: a text of five lines.

use std::path::Path;

use quorate_partnership::{Basis, BlockId, Moment, PartnershipId};

use super::files::read_text;
use crate::failure::Failure;

const HEAD: &str = "quorate basis 1";
/// The longest file that is read, in bytes.
const MAX_BYTES: usize = 1024;

/// What a command is signed on, and the agreed moment at which that was the last block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct BasisFile {
    pub(crate) basis: Basis,
    pub(crate) height: u64,
    pub(crate) moment: Moment,
}

impl BasisFile {
    /// The text.
    pub(crate) fn text(&self) -> String {
        let BasisFile { basis: Basis { partnership, tip }, height, moment } = self;
        format!("{HEAD}\npartnership {partnership}\nheight {height}\nblock {tip}\nmoment {}\n", moment.0)
    }

    /// Reads one.
    pub(crate) fn read(path: &Path) -> Result<BasisFile, Failure> {
        let (name, text) = read_text(path, MAX_BYTES)?;
        BasisFile::parse(&text).ok_or_else(|| {
            let help = "`quorate record basis` writes one, where the record is";
            Failure::usage(format!("{name} does not say what to sign on"), help)
        })
    }

    fn parse(text: &str) -> Option<BasisFile> {
        let mut lines = text.lines();
        let mut next = |head: &str| lines.next()?.strip_prefix(head);
        next(HEAD)?;
        let partnership: PartnershipId = next("partnership ")?.parse().ok()?;
        let height = next("height ")?.parse().ok()?;
        let tip: BlockId = next("block ")?.parse().ok()?;
        let moment = Moment(next("moment ")?.parse().ok()?);
        let file = BasisFile { basis: Basis { partnership, tip }, height, moment };
        // One form: nothing more, nothing less, nothing otherwise.
        (file.text() == text).then_some(file)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_and_nothing_else() {
        let basis = Basis { partnership: PartnershipId([1; 32]), tip: BlockId([2; 32]) };
        let file = BasisFile { basis, height: 58, moment: Moment(1_796_115_600_000) };
        let text = file.text();
        assert_eq!(BasisFile::parse(&text), Some(file));
        for at in 0..text.len() {
            assert_eq!(BasisFile::parse(text.get(..at).unwrap()), None, "{at}");
            let mut changed = text.clone().into_bytes();
            changed[at] ^= 0x20;
            if let Ok(changed) = String::from_utf8(changed) {
                assert_eq!(BasisFile::parse(&changed), None, "{changed}");
            }
        }
        assert_eq!(BasisFile::parse(&format!("{text}\n")), None);
    }
}
