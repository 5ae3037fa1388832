//! What is said, against a partner that answers as it likes.

use std::fs;

use super::*;
use crate::partners::testing::partner;
use crate::partners::{self, Partner};

struct Here {
    _dir: tempfile::TempDir,
    folder: Folder,
    to: Partner,
    now: Instant,
}

impl Here {
    fn new() -> Here {
        let dir = tempfile::tempdir().unwrap();
        let folder = Folder::of(dir.path());
        let to = partner("CAN", 1);
        partners::add(&folder, partner("own", 200).key, to.clone()).unwrap();
        Here { _dir: dir, folder, to, now: Instant::now() }
    }

    fn put(&self, bytes: &[u8]) -> Id {
        outbox::put(&self.folder, &mut &*bytes, std::slice::from_ref(&self.to)).unwrap().id
    }

    fn speaks(&self) -> Speaking {
        Speaking::new(self.folder.clone(), self.to.key, self.now)
    }

    fn waits(&self) -> usize {
        outbox::waiting(&self.folder, self.to.key).unwrap().len()
    }
}

const LANE: Lane = Lane::Parcels;

#[test]
fn it_is_said_from_where_the_partner_has_it_and_goes_once_it_has_it() {
    let here = Here::new();
    let text = vec![7; MAX_PART_BYTES * 2 + 1];
    let (id, lane) = (here.put(&text), LANE);
    let second = here.put(b"second");
    let mut speaking = here.speaks();
    let length = u64::try_from(text.len()).unwrap();
    assert_eq!(speaking.next(here.now).unwrap(), Some(Said::Offer { lane, id, length }));
    assert_eq!(speaking.next(here.now).unwrap(), None, "it waits for an answer");
    speaking.answered(Answer::From { lane, id, at: 1 }, here.now).unwrap();
    let mut said = Vec::new();
    while let Some(Said::Part { at, bytes, .. }) = speaking.next(here.now).unwrap() {
        assert_eq!(at, u64::try_from(said.len() + 1).unwrap());
        said.extend(bytes);
    }
    assert_eq!(said, text[1..]);
    assert_eq!(here.waits(), 2, "it stays until the partner says that it has it");
    let done = speaking.answered(Answer::Have { lane, id }, here.now).unwrap();
    assert_eq!((done, here.waits()), (Some(Done::Has(id, length)), 1));
    assert_eq!(speaking.next(here.now).unwrap(), Some(Said::Offer { lane, id: second, length: 6 }));
}

#[test]
fn a_parcel_goes_between_the_parts_of_a_product() {
    let here = Here::new();
    let product = here.put(&[b"quorate/product1".as_slice(), &[0; 100_000]].concat());
    let lane = Lane::Products;
    let mut speaking = here.speaks();
    assert!(matches!(speaking.next(here.now).unwrap(), Some(Said::Offer { id, .. }) if id == product));
    speaking.answered(Answer::From { lane, id: product, at: 0 }, here.now).unwrap();
    assert!(matches!(speaking.next(here.now).unwrap(), Some(Said::Part { .. })));
    let parcel = here.put(b"urgent");
    let soon = here.now + LOOK;
    assert!(matches!(speaking.next(soon).unwrap(), Some(Said::Offer { id, .. }) if id == parcel));
    assert!(matches!(speaking.next(soon).unwrap(), Some(Said::Part { at, .. }) if at > 0));
}

#[test]
fn what_is_not_taken_now_is_offered_later_and_what_never_is_is_set_aside() {
    let here = Here::new();
    let (id, lane) = (here.put(b"text"), LANE);
    let mut speaking = here.speaks();
    let offer = Some(Said::Offer { lane, id, length: 4 });
    assert_eq!(speaking.next(here.now).unwrap(), offer);
    speaking.answered(Answer::Later { lane, id }, here.now).unwrap();
    assert_eq!(speaking.next(here.now + REST - LOOK).unwrap(), None);
    assert_eq!(speaking.next(here.now + REST).unwrap(), offer);
    let done = speaking.answered(Answer::Never { lane, id }, here.now).unwrap();
    assert_eq!(done, Some(Done::Refuses(id, 4)));
    assert_eq!((here.waits(), outbox::refused(&here.folder, here.to.key).unwrap().len()), (0, 1));
}

#[test]
fn answers_to_what_was_not_said_end_the_link_and_take_nothing_away() {
    let here = Here::new();
    let (id, lane) = (here.put(b"text"), LANE);
    for answer in [
        Answer::Have { lane, id: Id([9; 32]) },
        Answer::Have { lane: Lane::Products, id },
        Answer::From { lane, id, at: 4 },
        Answer::From { lane, id, at: u64::MAX },
    ] {
        let mut speaking = here.speaks();
        speaking.next(here.now).unwrap();
        assert!(speaking.answered(answer, here.now).is_err(), "{answer:?}");
        assert_eq!(here.waits(), 1);
    }
    assert!(here.speaks().answered(Answer::Have { lane, id }, here.now).is_err(), "before it was offered");
}

#[test]
fn a_partner_that_never_answers_is_given_up() {
    let here = Here::new();
    here.put(b"text");
    let mut speaking = here.speaks();
    speaking.next(here.now).unwrap();
    assert!(speaking.next(here.now + PATIENCE - LOOK).is_ok());
    assert!(speaking.next(here.now + PATIENCE).is_err());
}

#[test]
fn what_was_taken_back_under_way_is_looked_for_no_more() {
    let here = Here::new();
    let (id, lane) = (here.put(b"text"), LANE);
    let mut speaking = here.speaks();
    speaking.next(here.now).unwrap();
    fs::remove_file(&outbox::waiting(&here.folder, here.to.key).unwrap()[0].path).unwrap();
    speaking.answered(Answer::From { lane, id, at: 0 }, here.now).unwrap();
    assert_eq!(speaking.next(here.now + LOOK).unwrap(), None);
}
