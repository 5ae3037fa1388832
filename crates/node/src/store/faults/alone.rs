//! A node alone, on a disk that says no.

use std::path::Path;

use quorate_charter::{MemberCode, Office};
use quorate_partnership::{Command, Genesis, Moment, Post, fund, members};

use super::*;
use crate::{Key, Node, NodeError, Signer as _};

fn post(member: MemberCode, office: Office) -> Post {
    Post { member, office }
}

/// A signed command of a member's root or representative, and another for each nonce.
pub(super) fn signed(basis: quorate_partnership::Basis, by: Post, nonce: u64) -> Vec<u8> {
    let key = |post: Post| Key::of_exercise("faults", post);
    let until = Moment(300 * 24 * 60 * 60 * 1000);
    let command: Command = match by.office {
        Office::Root => {
            let (of, office) = (post(by.member, Office::Representative), Office::Representative);
            let accredit = members::Accredit { key: key(of).public(), office, from: Moment(0), until };
            members::Command::Accredit(accredit).into()
        }
        _ => {
            let (source, standing) = (format!("note {nonce}").parse().unwrap(), fund::Standing::Announced);
            let indicate = fund::Indicate { of: by.member, standing, amount: None, source };
            fund::Command::Indicate(indicate).into()
        }
    };
    key(by).sign_command(basis, by, Moment(24 * 60 * 60 * 1000), nonce, command).unwrap()
}

/// A command, and where it was said to stand.
type Answered = (Vec<u8>, u64, u32);

/// Gives commands until the node stops, if it does.
fn give(node: &mut Node, answered: &mut Vec<Answered>) -> Result<(), NodeError> {
    for nonce in 0..5 {
        let office = if nonce == 0 { Office::Root } else { Office::Representative };
        let batch: Vec<Vec<u8>> = MEMBERS[..2]
            .iter()
            .map(|member| signed(node.basis(), post(member.parse().unwrap(), office), nonce))
            .collect();
        let submitted = node.submit(&batch)?;
        for (bytes, answer) in batch.into_iter().zip(submitted.answers) {
            let answer = answer.unwrap();
            assert_eq!(answer.refusal, None);
            answered.push((bytes, answer.height, answer.position));
        }
    }
    Ok(())
}

fn begun(scratch: &Path, genesis: &Genesis) -> (BadDisk, Node) {
    let disk = BadDisk::new();
    let store = Store::create_on(disk.clone(), scratch, genesis).unwrap();
    (disk, Node::alone_on(scratch, store, genesis).unwrap())
}

fn with_sources(error: &dyn std::error::Error) -> String {
    let source = error.source().map(with_sources).unwrap_or_default();
    format!("{error}: {source}")
}

#[test]
fn a_node_alone_stops_when_its_disk_says_no_and_answers_as_before_when_it_is_opened_again() {
    let genesis = genesis();
    let scratch = tempfile::tempdir().unwrap();
    let (good, mut node) = begun(scratch.path(), &genesis);
    good.set(Fault::None);
    give(&mut node, &mut Vec::new()).unwrap();
    let counts = good.counts();
    let mut stopped = 0;
    each_fault(counts, |fault, left| {
        let scratch = tempfile::tempdir().unwrap();
        let (bad, mut node) = begun(scratch.path(), &genesis);
        bad.set(fault);
        let mut answered = Vec::new();
        let Err(error) = give(&mut node, &mut answered) else { return };
        stopped += 1;
        let what = with_sources(&error);
        assert!(is_named(&what), "{fault:?}: {what}");
        assert!(matches!(give(&mut node, &mut Vec::new()), Err(NodeError::Stopped)), "{fault:?}");
        let after = left(&bad);
        drop(node);
        let (store, _) = Store::open_on(after, scratch.path()).unwrap();
        let mut node = Node::alone_on(scratch.path(), store, &genesis).unwrap();
        let height = node.records().height();
        let again: Vec<Vec<u8>> = answered.iter().map(|(bytes, ..)| bytes.clone()).collect();
        let again = node.submit(&again).unwrap().answers;
        for ((_, height, position), answer) in answered.iter().zip(again) {
            let answer = answer.unwrap();
            assert_eq!((answer.height, answer.position), (*height, *position), "{fault:?}");
        }
        assert_eq!(node.records().height(), height, "{fault:?}: nothing is ordered twice");
    });
    assert!(stopped > 20, "{stopped} of twice {counts:?}");
}
