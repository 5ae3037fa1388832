//! Nodes that send what nobody asked for.

use super::*;

const FIRST: usize = PIECE_BYTES;

/// A desk that was told by these that there is a document, and whom it asks for it.
fn asks(directory: &Path, deposit: &Deposit, holders: &[&str], now: Instant) -> (Desk, Seat) {
    let mut desk = open(directory);
    for holder in holders {
        desk.has(around(&nodes()), seat(holder), vec![deposit.clone()]).unwrap();
    }
    let asked = asked(&mut desk, now).unwrap();
    (desk, asked)
}

fn asked(desk: &mut Desk, now: Instant) -> Option<Seat> {
    let wants = |(to, parcel)| if matches!(parcel, Parcel::Want(_, 0)) { to } else { None };
    desk.tick(now).into_iter().find_map(wants)
}

#[test]
fn a_node_that_sends_wrong_pieces_is_named_and_another_is_asked() {
    let text = long(1);
    let of_text = deposit("CAN", &text);
    let document = of_text.document();
    let wrong: [(u32, Vec<u8>); 5] = [
        (0, text[..FIRST - 1].to_vec()),
        (0, text[..FIRST + 1].to_vec()),
        (0, text.clone()),
        (0, Vec::new()),
        (PIECE_BYTES.try_into().unwrap(), text[FIRST..2 * FIRST].to_vec()),
    ];
    for (offset, piece) in wrong {
        let scratch = tempfile::tempdir().unwrap();
        let now = Instant::now();
        let (mut desk, first) = asks(scratch.path(), &of_text, &["CAN", "DEU"], now);
        assert!(desk.piece(now, first, (document, offset), &piece).is_err());
        assert_eq!((first, asked(&mut desk, now)), (seat("CAN"), Some(seat("DEU"))));
        // Nor is it asked again soon, whatever it says that it has.
        let later = now + Duration::from_secs(4);
        desk.has(around(&nodes()), seat("CAN"), vec![of_text.clone()]).unwrap();
        assert_eq!(asked(&mut desk, later), Some(seat("DEU")));
        desk.has(around(&nodes()), seat("CAN"), vec![of_text.clone()]).unwrap();
        let much_later = now + Duration::from_secs(61);
        assert!(asked(&mut desk, much_later).is_some());
        desk.has(around(&nodes()), seat("CAN"), vec![of_text.clone()]).unwrap();
        assert_eq!(asked(&mut desk, much_later + Duration::from_secs(4)), Some(seat("CAN")));
    }
}

#[test]
fn a_document_of_another_hash_is_not_kept_whoever_lies() {
    let scratch = tempfile::tempdir().unwrap();
    let now = Instant::now();
    let (text, other) = (b"a text".as_slice(), b"b text".as_slice());
    let of_text = deposit("CAN", text);
    let (mut desk, from) = asks(scratch.path(), &of_text, &["CAN"], now);
    assert!(desk.piece(now, from, (of_text.document(), 0), other).is_err());
    assert!(!Documents::of(scratch.path()).path(of_text.document()).exists());
    // A length that is not the document's is a lie of who deposited it: no bytes are ever both.
    let scratch = tempfile::tempdir().unwrap();
    let lying = Deposit::sign(Said { length: 3, ..said("CAN", text) }, &key("CAN")).unwrap();
    let (mut desk, from) = asks(scratch.path(), &lying, &["CAN"], now);
    assert!(desk.piece(now, from, (lying.document(), 0), &text[..3]).is_err());
    assert!(!Documents::of(scratch.path()).path(lying.document()).exists());
}

#[test]
fn who_was_not_asked_or_answers_late_does_no_harm() {
    let scratch = tempfile::tempdir().unwrap();
    let now = Instant::now();
    let text = long(1);
    let of_text = deposit("CAN", &text);
    let at = (of_text.document(), 0);
    let (mut desk, first) = asks(scratch.path(), &of_text, &["CAN", "DEU"], now);
    assert_eq!(desk.piece(now, seat("FRA"), at, b"x"), Ok(None));
    assert_eq!(desk.piece(now, first, (DocumentId([9; 32]), 0), b"x"), Ok(None));
    assert_eq!(asked(&mut desk, now + Duration::from_secs(2)), None);
    let late = now + Duration::from_secs(3);
    let second = asked(&mut desk, late).unwrap();
    assert_ne!(first, second);
    assert_eq!(desk.piece(late, first, at, &text[..FIRST]), Ok(None));
    assert!(desk.piece(late, second, at, &text[..FIRST]).unwrap().is_some());
    // The same once more.
    assert_eq!(desk.piece(late, second, at, &text[..FIRST]), Ok(None));
}

#[test]
fn a_node_is_given_so_much_in_a_second_and_the_rest_later() {
    let scratch = tempfile::tempdir().unwrap();
    let mut desk = open(scratch.path());
    let document = add(&mut desk, "CAN", &long(1)).unwrap().document();
    let given = (0..200).filter(|_| desk.wanted(seat("DEU"), (document, 0)).is_some()).count();
    assert!((1..=64).contains(&given), "{given}");
    assert!(desk.wanted(seat("FRA"), (document, 0)).is_some());
    let told = desk.tick(Instant::now());
    assert!(told.iter().any(|(to, parcel)| *to == Some(seat("DEU")) && matches!(parcel, Parcel::Piece(..))));
    for offset in [3 * u32::try_from(PIECE_BYTES).unwrap() + 7, u32::MAX] {
        assert!(desk.wanted(seat("FRA"), (document, offset)).is_none());
    }
}
