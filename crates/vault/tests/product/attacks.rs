//! What others tried, or what happened to others.

use quorate_partnership::Post;
use quorate_vault::product::{OpenError, Product};

use crate::office::{BEGINNING, Office, SEGMENT, archive, key, marking, open, text};

/// A sealed segment, in bytes.
const SEALED: usize = SEGMENT + 16;

fn error(office: &Office, file: &[u8]) -> (OpenError, usize) {
    let (error, given) = office.open(file).expect_err("it was opened");
    (error, given.len())
}

/// The foot of a file begins here.
fn foot(file: &[u8]) -> usize {
    let length: [u8; 8] = file[file.len() - 8..].try_into().unwrap();
    file.len() - 8 - u64::from_be_bytes(length) as usize
}

#[test]
fn a_tampered_chunk_gives_nothing_of_itself() {
    let office = Office::new();
    let (mut file, _) = office.seal(&text(3 * SEGMENT)).unwrap();
    file[BEGINNING + SEALED + 5] ^= 1;
    assert!(matches!(error(&office, &file), (OpenError::Segment(1), given) if given == SEGMENT));
}

#[test]
fn reordered_chunks_are_refused() {
    let office = Office::new();
    let (mut file, _) = office.seal(&text(3 * SEGMENT)).unwrap();
    let (before, after) = file.split_at_mut(BEGINNING + SEALED);
    before[BEGINNING..].swap_with_slice(&mut after[..SEALED]);
    assert!(matches!(error(&office, &file), (OpenError::Segment(0), 0)));
}

#[test]
fn segments_of_two_products_do_not_mix() {
    let office = Office::new();
    let (mut one, _) = office.seal(&text(2 * SEGMENT)).unwrap();
    let (two, _) = office.seal(&text(2 * SEGMENT)).unwrap();
    one[BEGINNING + SEALED..BEGINNING + 2 * SEALED]
        .copy_from_slice(&two[BEGINNING + SEALED..BEGINNING + 2 * SEALED]);
    assert!(matches!(error(&office, &one), (OpenError::Segment(1), given) if given == SEGMENT));
}

#[test]
fn cut_at_a_segments_border_it_is_no_shorter_product() {
    let office = Office::new();
    let (file, _) = office.seal(&text(3 * SEGMENT)).unwrap();
    // Without its end, and with its end behind fewer segments.
    for kept in [BEGINNING + SEALED, BEGINNING + 2 * SEALED] {
        assert!(matches!(error(&office, &file[..kept]), (OpenError::Length, 0)));
        let closed = [&file[..kept], &file[foot(&file)..]].concat();
        assert!(matches!(error(&office, &closed), (OpenError::Length, 0)));
    }
    let longer = [&file[..BEGINNING + SEALED], &file[BEGINNING..]].concat();
    assert!(matches!(error(&office, &longer), (OpenError::Length, 0)));
    for length in 0..file.len().min(200) {
        assert!(office.open(&file[..length]).is_err());
        assert!(office.open(&file[..file.len() - 1 - length]).is_err());
    }
}

#[test]
fn the_end_of_one_product_on_the_body_of_another_is_refused() {
    let office = Office::new();
    let (one, _) = office.seal(&text(SEGMENT)).unwrap();
    let (two, _) = office.seal(&vec![1; SEGMENT]).unwrap();
    let mixed = [&one[..foot(&one)], &two[foot(&two)..]].concat();
    assert!(matches!(error(&office, &mixed), (OpenError::Segment(0), 0)));
}

#[test]
fn a_forged_originator_is_refused() {
    // A member of the compartment holds the archive's key and seals under another's name.
    let forger = Office { key: key(8), ..Office::new() };
    let (file, _) = forger.seal(b"text").unwrap();
    let (refusal, given) = error(&forger, &file);
    let OpenError::Forged { post, key: by } = refusal else { panic!("{refusal}") };
    assert_eq!(
        (post.to_string().as_str(), by, given),
        ("GBR/liaison-officer", key(8).0.verifying_key().to_bytes().into_key(), 0)
    );
    // The right key under a post that it is not of is no better.
    let other = Office { originator: "FRA/liaison-officer".parse().unwrap(), ..Office::new() };
    let (file, _) = other.seal(b"text").unwrap();
    assert!(matches!(error(&other, &file), (OpenError::Forged { .. }, 0)));
}

trait IntoKey {
    fn into_key(self) -> quorate_partnership::PublicKey;
}

impl IntoKey for [u8; 32] {
    fn into_key(self) -> quorate_partnership::PublicKey {
        quorate_partnership::PublicKey(self)
    }
}

#[test]
fn the_key_of_another_compartment_or_epoch_opens_nothing() {
    let office = Office::new();
    let (file, _) = office.seal(b"text").unwrap();
    for (compartment, epoch) in [(2, 1), (1, 2), (1, 0)] {
        let (refusal, _) = open(&file, &archive(compartment, epoch), None).unwrap_err();
        assert!(matches!(refusal, OpenError::WrongKey), "{refusal}");
    }
    // The same key under another name is another.
    let mut renamed = archive(1, 1);
    renamed.epoch = 2;
    assert!(matches!(open(&file, &renamed, None).unwrap_err().0, OpenError::WrongKey));
    renamed = archive(1, 1);
    renamed.compartment.0 = [2; 32];
    assert!(matches!(open(&file, &renamed, None).unwrap_err().0, OpenError::WrongKey));
    renamed = archive(1, 1);
    renamed.class = "for ever".parse().unwrap();
    assert!(matches!(open(&file, &renamed, None).unwrap_err().0, OpenError::WrongKey));
}

#[test]
fn a_file_tells_no_outsider_whose_it_is() {
    let office = Office::new();
    let wide = Office {
        marking: marking("CAN,DEU,FRA,NOR,USA"),
        title: "x".repeat(300).parse().unwrap(),
        ..Office::new()
    };
    let (one, _) = office.seal(b"text").unwrap();
    let (two, _) = wide.seal(&text(4000)).unwrap();
    assert_eq!(one.len(), two.len(), "title, audience and length show in the length");
    let hidden: [&[u8]; 5] = [b"coast", b"EXERCISE", b"GBR", &[1; 32], &key(7).0.verifying_key().to_bytes()];
    for hidden in hidden {
        assert!(!one.windows(hidden.len()).any(|part| part == hidden));
    }
    let outside = Product::read(std::io::Cursor::new(&one)).unwrap().outside();
    assert_eq!((outside.looks, outside.segments), (4096, 1));
    let _: Post = office.originator;
}
