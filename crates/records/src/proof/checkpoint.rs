//! A checkpoint: what the record came to, in the form of C2SP (<https://c2sp.org/tlog-checkpoint>).

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::Display;
use core::str::FromStr;

use base64ct::{Base64, Encoding};
use quorate_partnership::{BlockId, Extent, Moment, NodesDigest, PartnershipId, TreeRoot};

/// The largest record that a checkpoint names: a bound on the length of a proof, far above any record.
pub const MAX_TREE_SIZE: u64 = 1 << 40;

/// What the record came to after a block. It is written as a text, of which each node signs the bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// The partnership.
    pub partnership: PartnershipId,
    /// The record: how many events, the root of their tree, their digest.
    pub extent: Extent,
    /// The height of the last block.
    pub height: u64,
    /// The last block; the genesis before the first.
    pub block: BlockId,
    /// The moment of the last block.
    pub moment: Moment,
    /// The nodes that agree on the next block, with every change of them since the genesis.
    pub nodes: NodesDigest,
}

impl Checkpoint {
    /// The name of the record: the first line.
    #[must_use]
    pub fn origin(&self) -> String {
        format!("quorate/{}", self.partnership)
    }

    /// The text that is signed, its last line ended.
    #[must_use]
    pub fn text(&self) -> String {
        let Extent { size, root, digest } = self.extent;
        let root = Base64::encode_string(&root.0);
        format!(
            "{}\n{size}\n{root}\nheight {}\nblock {}\ndigest {digest}\nmoment {}\nnodes {}\n",
            self.origin(),
            self.height,
            self.block,
            self.moment.0,
            self.nodes
        )
    }

    /// Reads a text; none if it is not a checkpoint in its one form.
    #[must_use]
    pub fn read(text: &str) -> Option<Checkpoint> {
        let lines: Vec<&str> = text.split_inclusive('\n').map(|line| line.trim_end_matches('\n')).collect();
        let [origin, size, root, height, block, digest, moment, nodes] = lines.as_slice() else {
            return None;
        };
        let root = Base64::decode_vec(root).ok()?;
        let extent = Extent {
            size: size.parse().ok().filter(|size| *size <= MAX_TREE_SIZE)?,
            root: TreeRoot(root.try_into().ok()?),
            digest: after("digest ", digest)?,
        };
        let checkpoint = Checkpoint {
            partnership: after("quorate/", origin)?,
            extent,
            height: after("height ", height)?,
            block: after("block ", block)?,
            moment: Moment(after("moment ", moment)?),
            nodes: after("nodes ", nodes)?,
        };
        // Numbers have one spelling, and so has everything else.
        (checkpoint.text() == text).then_some(checkpoint)
    }
}

fn after<T: FromStr + Display>(word: &str, line: &str) -> Option<T> {
    line.strip_prefix(word)?.parse().ok()
}

#[cfg(test)]
pub(super) mod tests {
    use quorate_partnership::Digest;

    use super::*;

    pub(in crate::proof) fn checkpoint() -> Checkpoint {
        let extent = Extent { size: 7, root: TreeRoot([1; 32]), digest: Digest([2; 32]) };
        let (partnership, block) = (PartnershipId([3; 32]), BlockId([4; 32]));
        let nodes = NodesDigest([5; 32]);
        Checkpoint { partnership, extent, height: 5, block, moment: Moment(6), nodes }
    }

    #[test]
    fn a_checkpoint_is_read_as_it_was_written_and_in_no_other_form() {
        let text = checkpoint().text();
        assert_eq!(text.lines().count(), 8);
        assert_eq!(Checkpoint::read(&text), Some(checkpoint()));
        let others = [
            text.replace("\n7\n", "\n07\n"),
            text.replace("\n7\n", "\n+7\n"),
            text.replace("\n7\n", &format!("\n{}\n", MAX_TREE_SIZE + 1)),
            text.replace("AQE=", "AQF="),
            text.replace('\n', "\r\n"),
            text.replace("height", "Height"),
            format!("{text}more\n"),
            text.trim_end().into(),
        ];
        for other in others {
            assert_ne!(other, text);
            assert_eq!(Checkpoint::read(&other), None, "{other}");
        }
        let largest = text.replace("\n7\n", &format!("\n{MAX_TREE_SIZE}\n"));
        assert!(Checkpoint::read(&largest).is_some());
    }
}
