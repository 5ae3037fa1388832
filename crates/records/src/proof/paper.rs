//! What fits on a sheet of paper, or is read out on a telephone.

use alloc::string::String;
use alloc::vec::Vec;

use quorate_partnership::TreeRoot;

/// Hexadecimal digits in groups of eight.
#[must_use]
pub fn grouped_hex(bytes: &[u8; 32]) -> String {
    let groups: Vec<String> =
        bytes.chunks(4).map(|four| four.iter().map(|byte| alloc::format!("{byte:02x}")).collect()).collect();
    groups.join(" ")
}

/// The root of a record as words: see [`words_of`].
#[must_use]
pub fn root_words(root: &TreeRoot) -> Vec<&'static str> {
    words_of(&root.0)
}

/// A hash as 24 words of the English list of BIP 39. The last word holds a checksum, so that a word misheard is most often
/// noticed (255 times of 256).
#[must_use]
pub fn words_of(hash: &[u8; 32]) -> Vec<&'static str> {
    // 32 bytes are one of the lengths that have words.
    bip39::Mnemonic::from_entropy(hash).map(|words| words.words().collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_those_that_the_standard_publishes() {
        // https://github.com/trezor/python-mnemonic/blob/master/vectors.json
        let words = root_words(&TreeRoot([0; 32]));
        assert_eq!((words.len(), words[0], words[23]), (24, "abandon", "art"));
        assert_eq!(root_words(&TreeRoot([0xff; 32])).join(" "), ["zoo "; 23].concat() + "vote");
    }

    #[test]
    fn digits_are_grouped() {
        assert_eq!(grouped_hex(&[0xab; 32]), ["abababab"; 8].join(" "));
    }
}
