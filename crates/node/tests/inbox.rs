//! What is submitted is answered, once and always alike.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test")]
#![allow(clippy::arithmetic_side_effects, clippy::indexing_slicing, reason = "a test")]

mod founding;

use founding::{indication, key, post, representative};
use quorate_charter::Office;
use quorate_node::{Node, NodeError, NotTaken, Signer as _};
use quorate_partnership::{CaseNo, Moment, Nature, Unauthentic, cases};

/// I-9: the same command has the same answer, accepted or refused, whenever it is submitted again.
#[test]
fn i_9_the_same_command_gets_the_same_answer_also_after_reopening() {
    let scratch = tempfile::tempdir().unwrap();
    let directory = scratch.path().join("partnership");
    let mut node = founding::begin(&directory);
    let good = indication(&node, representative("FRA"), 1);
    let post = representative("FRA");
    let close = cases::Command::Close(cases::Close { case: CaseNo(7) }).into();
    let refused =
        key(post).sign_command(node.basis(), post, Moment(node.moment().0 + 1_000_000), 2, close).unwrap();
    let batch = [good.clone(), refused, good, b"no command".to_vec()];
    let first = node.submit(&batch).unwrap().answers;
    assert_eq!(first[0], first[2], "twice in one batch, one answer");
    assert_eq!(first[0].as_ref().unwrap().refusal, None);
    assert_eq!(first[1].as_ref().unwrap().refusal.as_ref().unwrap().rule().to_string(), "O1");
    assert!(matches!(first[3], Err(NotTaken::Form(_))));
    let height = node.records().height();
    assert_eq!(node.submit(&batch).unwrap().answers, first);
    drop(node);
    let mut node = Node::open(&directory).unwrap();
    assert_eq!(node.submit(&batch).unwrap().answers, first);
    assert_eq!(node.records().height(), height, "nothing was ordered again");
}

#[test]
fn what_is_not_authentic_is_not_ordered_and_holds_nobody_up() {
    let scratch = tempfile::tempdir().unwrap();
    let mut node = founding::begin(&scratch.path().join("partnership"));
    let good = indication(&node, representative("FRA"), 1);
    let mut forged = indication(&node, representative("GBR"), 2);
    *forged.last_mut().unwrap() ^= 1;
    let stranger = post("GBR", Office::Treasurer);
    let stranger = indication(&node, stranger, 3);
    let answers = node.submit(&[forged, good, stranger]).unwrap().answers;
    assert_eq!(answers[0], Err(NotTaken::Unauthentic(Unauthentic::Signature)));
    assert!(answers[1].is_ok());
    assert!(matches!(answers[2], Err(NotTaken::Unauthentic(Unauthentic::NotAccredited(_)))));
    let before = node.digest();
    assert!(node.submit(&[]).unwrap().answers.is_empty());
    assert_eq!(node.digest(), before, "nothing submitted, no block");
}

#[test]
fn more_than_a_block_holds_goes_into_several() {
    let scratch = tempfile::tempdir().unwrap();
    let directory = scratch.path().join("partnership");
    let mut node = founding::begin(&directory);
    let before = node.records().height();
    let many: Vec<Vec<u8>> =
        (0..5_000).map(|nonce| indication(&node, representative("FRA"), nonce)).collect();
    let answers = node.submit(&many).unwrap().answers;
    assert!(answers.iter().all(Result::is_ok));
    assert_eq!(node.records().height(), before + 2);
    assert_eq!(answers[4_999].as_ref().unwrap().height, before + 2);
    let digest = node.digest();
    drop(node);
    assert_eq!(Node::open(&directory).unwrap().digest(), digest);
}

#[test]
fn only_a_rehearsal_can_be_told_to_wait() {
    let scratch = tempfile::tempdir().unwrap();
    let mut real = Node::create(&scratch.path().join("real"), &founding::genesis(Nature::Real)).unwrap();
    assert!(matches!(real.wait("72h".parse().unwrap()), Err(NodeError::NotARehearsal)));
    let mut rehearsal = founding::begin(&scratch.path().join("rehearsal"));
    let before = rehearsal.moment();
    rehearsal.wait("72h".parse().unwrap()).unwrap();
    assert_eq!(rehearsal.moment(), before.plus("72h".parse().unwrap()));
}

#[test]
fn a_rehearsal_goes_on_from_its_last_agreed_moment_at_its_own_rate() {
    let scratch = tempfile::tempdir().unwrap();
    let directory = scratch.path().join("fast");
    // One agreed day for each millisecond.
    let mut node =
        Node::create(&directory, &founding::genesis(Nature::Rehearsal { rate: 86_400_000 })).unwrap();
    std::thread::sleep(std::time::Duration::from_millis(5));
    node.wait("1h".parse().unwrap()).unwrap();
    let last = node.moment();
    assert!(node.next_moment() > last.plus("5d".parse().unwrap()) || node.next_moment() > last);
    drop(node);
    let node = Node::open(&directory).unwrap();
    assert_eq!(node.moment(), last, "no time passes while nobody has it open");
}
