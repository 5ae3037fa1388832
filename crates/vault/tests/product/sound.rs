//! What is sealed is opened.

use proptest::prelude::*;

use crate::office::{Office, SEGMENT, text};

#[test]
fn a_text_of_every_length_is_opened() {
    let office = Office::new();
    let lengths = [0, 1, 4095, 4096, 4097, SEGMENT - 1, SEGMENT, SEGMENT + 1, 2 * SEGMENT, 2 * SEGMENT + 7];
    for length in lengths {
        let (file, sealed) = office.seal(&text(length)).unwrap();
        assert_eq!(sealed.bytes, file.len() as u64, "{length}");
        let (header, opened) = office.open(&file).unwrap();
        assert_eq!((header.length, opened), (length as u64, text(length)));
        assert_eq!(
            (header.title, header.marking, header.epoch),
            (office.title.clone(), office.marking.clone(), 1)
        );
    }
}

#[test]
fn the_same_text_is_never_the_same_product() {
    let office = Office::new();
    let (one, two) = (office.seal(b"text").unwrap(), office.seal(b"text").unwrap());
    assert_ne!(one.1.product, two.1.product);
    let same = one.0.iter().zip(&two.0).skip(16).take(4096).filter(|(a, b)| a == b).count();
    assert!(same < 64, "{same} bytes of 4096 are alike");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_bit_that_changed_anywhere_is_seen(at in any::<prop::sample::Index>(), bit in 0u8..8) {
        let office = Office::new();
        let (mut file, _) = office.seal(&text(5000)).unwrap();
        let at = at.index(file.len());
        file[at] ^= 1 << bit;
        let (_, given) = office.open(&file).expect_err("a changed file");
        prop_assert!(given.is_empty());
    }

    #[test]
    fn bytes_of_any_kind_are_refused(bytes in proptest::collection::vec(any::<u8>(), 0..300), whole in any::<bool>()) {
        let mut file = if whole { b"quorate/product1".to_vec() } else { Vec::new() };
        file.extend(bytes);
        prop_assert!(Office::new().open(&file).is_err());
    }
}
