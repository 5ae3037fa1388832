//! What partners may say, and what they may not.

use super::*;

const ROOM: u64 = 1_000;

struct Here {
    _dir: tempfile::TempDir,
    folder: Folder,
    name: Name,
}

impl Here {
    fn new() -> Here {
        let dir = tempfile::tempdir().unwrap();
        let folder = Folder::of(dir.path());
        Here { _dir: dir, folder, name: "CAN".parse().unwrap() }
    }

    /// As after a link broke, or the carrier was killed.
    fn again(&self) -> Hearing {
        let order = Order::after(&self.folder).unwrap();
        Hearing::new(self.folder.clone(), self.name.clone(), order, ROOM)
    }

    fn came(&self) -> Vec<Vec<u8>> {
        inbox::all(&self.folder).unwrap().iter().map(|(_, kept)| fs::read(&kept.path).unwrap()).collect()
    }
}

const LANE: Lane = Lane::Parcels;

fn id(bytes: &[u8]) -> Id {
    Id(Sha256::digest(bytes).into())
}

fn offer(bytes: &[u8]) -> Said {
    Said::Offer { lane: LANE, id: id(bytes), length: u64::try_from(bytes.len()).unwrap() }
}

fn part(at: u64, bytes: &[u8]) -> Said {
    Said::Part { lane: LANE, at, bytes: bytes.to_vec() }
}

#[test]
fn it_goes_on_where_it_was_cut_off_and_comes_once() {
    let here = Here::new();
    let text = b"in two parts";
    let (lane, id) = (LANE, id(text));
    let mut hearing = here.again();
    assert_eq!(hearing.hear(offer(text)).unwrap(), Some(Answer::From { lane, id, at: 0 }));
    assert_eq!(hearing.hear(part(0, &text[..5])).unwrap(), None);
    let coming = inbox::Coming { lane, id, came: 5, length: 12 };
    assert_eq!(inbox::coming(&here.folder, &here.name).unwrap(), [coming]);
    assert!(here.came().is_empty(), "half of it is nothing that came");
    let mut hearing = here.again();
    assert_eq!(hearing.hear(offer(text)).unwrap(), Some(Answer::From { lane, id, at: 5 }));
    assert_eq!(hearing.hear(part(5, &text[5..])).unwrap(), Some(Answer::Have { lane, id }));
    assert_eq!(here.came(), [text]);
    // The answer was lost: it is offered again, and again after it was taken out.
    assert_eq!(here.again().hear(offer(text)).unwrap(), Some(Answer::Have { lane, id }));
    let (name, kept) = inbox::all(&here.folder).unwrap().remove(0);
    inbox::take(&here.folder, &name, &kept).unwrap();
    assert_eq!(here.again().hear(offer(text)).unwrap(), Some(Answer::Have { lane, id }));
    assert!(here.came().is_empty());
}

#[test]
fn killed_between_the_last_byte_and_the_inbox_it_is_put_there_later() {
    let here = Here::new();
    let text = b"all of it is here";
    make(&inbox::parts(&here.folder, &here.name)).unwrap();
    fs::write(inbox::parts(&here.folder, &here.name).join(format!("0-{}-{}", id(text), text.len())), text)
        .unwrap();
    assert_eq!(here.again().hear(offer(text)).unwrap(), Some(Answer::Have { lane: LANE, id: id(text) }));
    assert_eq!(here.came(), [text]);
}

#[test]
fn what_comes_to_something_else_is_thrown_away() {
    let here = Here::new();
    let (lane, id) = (LANE, id(b"good"));
    let mut hearing = here.again();
    hearing.hear(offer(b"good")).unwrap();
    assert_eq!(hearing.hear(part(0, b"evil")).unwrap(), Some(Answer::Later { lane, id }));
    assert!(here.came().is_empty());
    assert_eq!(
        hearing.hear(offer(b"good")).unwrap(),
        Some(Answer::From { lane, id, at: 0 }),
        "and asked for anew"
    );
    // So is what a disk lost in the middle of what came earlier.
    drop(hearing);
    fs::write(inbox::parts(&here.folder, &here.name).join(format!("0-{id}-4")), [0; 2]).unwrap();
    let mut hearing = here.again();
    assert_eq!(hearing.hear(offer(b"good")).unwrap(), Some(Answer::From { lane, id, at: 2 }));
    assert_eq!(hearing.hear(part(2, b"od")).unwrap(), Some(Answer::Later { lane, id }));
    assert_eq!(hearing.hear(offer(b"good")).unwrap(), Some(Answer::From { lane, id, at: 0 }));
}

#[test]
fn a_part_that_was_not_asked_for_ends_the_link() {
    let here = Here::new();
    for (at, bytes) in [(1, b"abc".as_slice()), (0, b"abcde"), (u64::MAX, b"a")] {
        let mut hearing = here.again();
        hearing.hear(offer(b"abcd")).unwrap();
        assert!(hearing.hear(part(at, bytes)).is_err());
    }
    assert_eq!(here.again().hear(part(0, b"a")).unwrap(), None, "what nobody offered is not written");
}

#[test]
fn a_partner_has_so_much_room_and_no_more() {
    let here = Here::new();
    let long = vec![1; 1_001];
    let (lane, id_of) = (LANE, id);
    let mut hearing = here.again();
    assert_eq!(hearing.hear(offer(&long)).unwrap(), Some(Answer::Never { lane, id: id(&long) }));
    assert_eq!(hearing.hear(offer(b"")).unwrap(), Some(Answer::Never { lane, id: id(b"") }));
    // What comes in one row counts for the other, whole.
    let product = Said::Offer { lane: Lane::Products, id: Id([1; 32]), length: 600 };
    assert!(matches!(hearing.hear(product).unwrap(), Some(Answer::From { .. })));
    assert!(matches!(hearing.hear(offer(&[2; 401])).unwrap(), Some(Answer::Later { .. })));
    assert!(matches!(hearing.hear(offer(&[2; 400])).unwrap(), Some(Answer::From { .. })));
    assert!(matches!(hearing.hear(part(0, &[2; 400])).unwrap(), Some(Answer::Have { .. })));
    assert_eq!(hearing.hear(offer(b"x")).unwrap(), Some(Answer::Later { lane, id: id_of(b"x") }));
    // Once something is taken out there is room again.
    let (name, kept) = inbox::all(&here.folder).unwrap().remove(0);
    inbox::take(&here.folder, &name, &kept).unwrap();
    assert!(matches!(hearing.hear(offer(b"x")).unwrap(), Some(Answer::From { .. })));
}

#[test]
fn half_things_do_not_gather() {
    let here = Here::new();
    let mut hearing = here.again();
    for byte in 0..50 {
        hearing.hear(offer(&[byte; 20])).unwrap();
        hearing.hear(part(0, &[byte; 10])).unwrap();
    }
    assert_eq!(fs::read_dir(inbox::parts(&here.folder, &here.name)).unwrap().count(), 1);
}

#[test]
fn there_are_so_many_files_of_a_partner_and_no_more() {
    let here = Here::new();
    let inbox = inbox::of(&here.folder, &here.name);
    make(&inbox).unwrap();
    for number in 0..4_095_u64 {
        let mut id = [0; 32];
        id[..8].copy_from_slice(&number.to_be_bytes());
        File::create(inbox.join(crate::folder::named(number, Id(id)))).unwrap();
    }
    let mut hearing = here.again();
    assert!(matches!(hearing.hear(offer(b"x")).unwrap(), Some(Answer::From { .. })));
    assert!(matches!(hearing.hear(part(0, b"x")).unwrap(), Some(Answer::Have { .. })));
    assert!(matches!(hearing.hear(offer(b"y")).unwrap(), Some(Answer::Later { .. })));
}
