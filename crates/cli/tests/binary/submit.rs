//! Commands that were signed elsewhere.

use std::sync::Arc;

use quorate_charter::MemberCode;
use quorate_node::{Key, KeyRing, Node, Signer};
use quorate_partnership::fund::{self, Standing};
use quorate_partnership::{Command, Moment, Post};

use crate::quorate::Folder;

pub(crate) fn post(text: &str) -> Post {
    text.parse().unwrap()
}

pub(crate) fn indication(of: &str) -> Command {
    let of: MemberCode = of.parse().unwrap();
    let source = "said in the test".parse().unwrap();
    fund::Command::Indicate(fund::Indicate { of, standing: Standing::Expected, amount: None, source }).into()
}

/// Signs for the partnership in `D`, to expire so many milliseconds from now.
pub(crate) fn signed(folder: &Folder, key: &dyn Signer, post: Post, life: u64, command: Command) -> Vec<u8> {
    let node = Node::open(&folder.path("D")).unwrap();
    let expires = Moment(node.next_moment().0 + life);
    key.sign_command(node.basis(), post, expires, 7, command).unwrap()
}

pub(crate) fn key(folder: &Folder, holder: Post) -> Arc<dyn Signer> {
    KeyRing::of(&folder.path("D")).get(holder).unwrap()
}

#[test]
fn a_command_submitted_twice_is_answered_twice_and_ordered_once() {
    let folder = Folder::after_demo();
    let by = post("CAN/representative");
    folder.write("vote.cose", signed(&folder, &*key(&folder, by), by, 3_600_000, indication("CAN")));
    let first = folder.done("submit vote.cose --dir D");
    assert!(first.contains("on record for CAN: expected, no amount (said in the test)"), "{first}");
    let second = folder.done("submit vote.cose --dir D");
    assert_eq!(first.lines().last(), second.lines().last());
    assert_eq!(second, "recorded at height 59, position 0\n");
    let third = folder.done("submit vote.cose --certificate vote.note --dir D");
    assert!(third.contains("vote.note is what the record came to at height 59, signed by"), "{third}");
    let checked = folder.done("record consistency --from vote.note --out same.record --dir D");
    assert!(checked.contains("same.record"), "{checked}");
    assert!(folder.done("status --dir D").contains("height       59\n"));
}

#[test]
fn a_refused_command_submitted_twice_is_refused_alike() {
    let folder = Folder::after_demo();
    let by = post("CAN/representative");
    // GBR has not spoken for itself: the command is for a State that is no member.
    folder.write("x.cose", signed(&folder, &*key(&folder, by), by, 3_600_000, indication("USA")));
    let (first, second) = (folder.run("submit x.cose --dir D"), folder.run("submit x.cose --dir D"));
    assert_eq!((first.code, second.code), (3, 3));
    assert!(first.err.contains("refused by rule F3"), "{}", first.err);
    assert_eq!(first.shown(), second.shown());
    let refusals = folder.done("record refusals --format csv --dir D");
    assert_eq!(refusals.matches(",F3,").count(), 1);
}

#[test]
fn what_is_not_authentic_is_not_taken_and_leaves_nothing() {
    let folder = Folder::after_demo();
    let by = post("CAN/representative");
    let own = key(&folder, by);
    let stranger = Key::of_exercise("another exercise", by);
    let mut tampered = signed(&folder, &*own, by, 3_600_000, indication("CAN"));
    *tampered.last_mut().unwrap() ^= 1;
    let status = folder.done("status --dir D");
    for (bytes, why) in [
        (signed(&folder, &stranger, by, 3_600_000, indication("CAN")), "this key is not accredited"),
        (
            signed(&folder, &*own, post("GBR/representative"), 3_600_000, indication("GBR")),
            "this key is not accredited",
        ),
        (signed(&folder, &*own, by, 8 * 86_400_000, indication("CAN")), "more than seven days ahead"),
        (tampered, "the signature does not verify"),
        (Vec::new(), "not a COSE_Sign1 structure"),
    ] {
        folder.write("x.cose", bytes);
        let run = folder.run("submit x.cose --dir D");
        assert_eq!(run.code, 4, "{}", run.shown());
        assert!(run.err.contains(why), "{}", run.shown());
    }
    let late = signed(&folder, &*own, by, 1, indication("CAN"));
    folder.write("x.cose", late);
    folder.done("wait 1h --dir D");
    let run = folder.run("submit x.cose --dir D");
    assert!(run.code == 4 && run.err.contains("the command has expired"), "{}", run.shown());
    let height = |status: &str| status.lines().find(|line| line.starts_with("height")).unwrap().to_owned();
    assert_eq!(height(&status), "height       58");
    assert_eq!(height(&folder.done("status --dir D")), "height       59", "only time passed");
}
