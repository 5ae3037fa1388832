//! What the length of a file tells.

use crate::office::{Office, SEGMENT, text};

#[test]
fn texts_of_nearly_one_length_look_alike() {
    let office = Office::new();
    let length = |of: usize| office.seal(&text(of)).unwrap().0.len();
    assert_eq!(length(0), length(4096));
    assert_eq!(length(100_000), length(100_300));
    assert_eq!(length(SEGMENT + 1), length(SEGMENT + 30_000));
    // About how long a text is shows: this is said in docs/vault.md.
    assert!(length(SEGMENT) < length(2 * SEGMENT));
}
