//! Record files that are wrong in one respect each: bent by whoever passes them on, or forged by all nodes together.

use ct_merkle::mem_backed_tree::MemoryBackedTree;
use quorate_node::{KeyRing, Node};
use quorate_partnership::decisions::{Choice, Event as E};
use quorate_partnership::{Booked, DecisionNo, Event, TreeRoot, members};
use quorate_records::proof::{Check, Note, RecordFile, Whole};
use sha2::Sha256;

use super::form::{File, keep};

/// A file, which check refuses it if one does, and why.
pub(super) struct Bent {
    pub(super) name: &'static str,
    pub(super) why: &'static str,
    pub(super) check: Option<Check>,
    pub(super) bytes: Vec<u8>,
}

fn voted(by: &str) -> impl Fn(&Event) -> bool {
    move |event| matches!(event, Event::Decisions(E::Voted { member, .. }) if member.as_str() == by)
}

fn closed(event: &Event) -> bool {
    matches!(event, Event::Decisions(E::Closed { .. }))
}

pub(super) fn all(good: &[u8], second: &[u8], node: &Node) -> Vec<Bent> {
    let mut files =
        vec![Bent { name: "good", why: "the demo's first decision", check: None, bytes: good.into() }];
    files.extend(passed_on(good, second));
    files.extend(forged(node));
    files
}

type Change = (&'static str, Check, &'static str, fn(&mut File, &File));

/// What someone can do through whose hands the file goes.
const CHANGES: &[Change] = &[
    ("version", Check::Form, "a version that is not known", |file, _| file.version = 1),
    ("genesis-moment", Check::Checkpoint, "another genesis, so another partnership", |file, _| {
        let moment = file.genesis.iter().position(|byte| *byte == 0x1b).unwrap();
        file.genesis[moment + 8] ^= 1;
    }),
    ("one-signature", Check::Signers, "one node of four signed, and two must", |file, _| {
        file.note = keep(&file.note, |at, _| at == 0);
    }),
    ("height", Check::Signers, "the checkpoint says another height than the nodes signed", |file, _| {
        file.note = file.note.replacen("\nheight ", "\nheight 1", 1);
    }),
    ("vote-turned", Check::Inclusion, "a vote in favour is written as one against", |file, _| {
        let at = file.at(voted("FRA"));
        let mut booked = Booked::from_bytes(&file.items[at].leaf).unwrap();
        if let Event::Decisions(E::Voted { choice, .. }) = &mut booked.event {
            *choice = Choice::Against;
        }
        file.items[at].leaf = booked.to_bytes().into();
    }),
    ("order", Check::Inclusion, "two events have changed places", |file, _| file.items.swap(3, 4)),
    ("short-path", Check::Inclusion, "a path is one hash short", |file, _| {
        let path = &mut file.items[0].path;
        let short = path.len() - 32;
        *path = path[..short].to_vec().into();
    }),
    ("stranger", Check::Concern, "an event of another decision stands among the others", |file, second| {
        let opened = |event: &Event| matches!(event, Event::Decisions(E::Opened { .. }));
        file.items.push(second.items[second.at(opened)].clone());
        file.items.sort_by_key(|item| item.index);
    }),
    ("other-decision", Check::Concern, "the file says that it is about another decision", |file, _| {
        file.decision = 2;
    }),
    ("command-changed", Check::Command, "the signature of a command is another", |file, _| {
        let last = file.commands.last_mut().unwrap();
        let end = last.len() - 40;
        last[end] ^= 1;
    }),
    ("command-missing", Check::Command, "the last command is missing", |file, _| {
        file.commands.pop();
    }),
    ("command-more", Check::Command, "a command stands twice", |file, _| {
        file.commands.push(file.commands[0].clone());
    }),
    ("credential-left-out", Check::Post, "nothing shows that a voter's key held its post", |file, _| {
        file.leave_out(|event| {
            matches!(event, Event::Members(members::Event::Accredited { member, office, .. })
                if member.as_str() == "FRA" && office.name() == "representative")
        });
    }),
    ("vote-left-out", Check::Count, "a vote that was counted is left out", |file, _| {
        file.leave_out(voted("DEU"));
    }),
    ("tabling-left-out", Check::Concern, "the text is left out", |file, _| {
        file.leave_out(|event| matches!(event, Event::Decisions(E::Tabled { .. })));
    }),
    ("closing-left-out", Check::Count, "the outcome is left out", |file, _| file.leave_out(closed)),
];

fn passed_on(good: &[u8], second: &[u8]) -> Vec<Bent> {
    let second = File::read(second);
    let bend = |(name, check, why, change): &Change| {
        let mut file = File::read(good);
        change(&mut file, &second);
        Bent { name, why, check: Some(*check), bytes: minicbor::to_vec(file).unwrap() }
    };
    let mut files: Vec<Bent> = CHANGES.iter().map(bend).collect();
    let more = [good, &[0]].concat();
    files.push(Bent {
        name: "byte-more",
        why: "a byte follows the end",
        check: Some(Check::Form),
        bytes: more,
    });
    files
}

/// What all nodes together could do who write another record and sign it: the members' own signatures, and the rule,
/// are still in the way.
fn forged(node: &Node) -> Vec<Bent> {
    let turned = forge(node, |event| match event {
        Event::Decisions(E::Voted { member, choice, .. }) if member.as_str() == "DEU" => {
            *choice = Choice::InFavour;
        }
        _ => {}
    });
    let uncounted = forge(node, |event| {
        if let Event::Decisions(E::Closed { counted, .. }) = event {
            counted.retain(|vote| vote.member.as_str() != "DEU");
        }
    });
    let version = forge(node, |event| {
        if let Event::Decisions(E::Opened { version, .. }) = event {
            *version = 2;
        }
    });
    let mut other = None;
    let whole = node.whole(u64::MAX).unwrap();
    for booked in &whole.events {
        if let Event::Decisions(E::Closed { decision: DecisionNo(2), verdict, .. }) = &booked.event {
            other = Some(verdict.clone());
        }
    }
    let verdict_of_another = forge(node, |event| {
        if let Event::Decisions(E::Closed { verdict, .. }) = event {
            *verdict = other.clone().unwrap();
        }
    });
    let bent = |name, check, why, bytes| Bent { name, why, check: Some(check), bytes };
    vec![
        bent("forged-vote", Check::Command, "all nodes signed a vote that the member did not cast", turned),
        bent("forged-count", Check::Count, "all nodes signed a count without one vote", uncounted),
        bent("forged-version", Check::Count, "all nodes signed that another text was voted on", version),
        bent(
            "forged-verdict",
            Check::Count,
            "all nodes signed a verdict that the rule does not give",
            verdict_of_another,
        ),
    ]
}

/// The file of decision 1 in a record that is changed, and signed by every node.
fn forge(node: &Node, change: impl Fn(&mut Event)) -> Vec<u8> {
    let mut whole: Whole = node.whole(u64::MAX).unwrap();
    whole.events.iter_mut().for_each(|booked| change(&mut booked.event));
    let mut tree = MemoryBackedTree::<Sha256, Vec<u8>>::new();
    whole.events.iter().for_each(|booked| tree.push(booked.to_bytes()));
    let mut checkpoint = node.came_to().checkpoint;
    checkpoint.extent.root = TreeRoot((*tree.root().as_bytes()).into());
    let ring = KeyRing::of(node.directory());
    let sign = |founder: &quorate_partnership::Founder| {
        let key = ring.node(founder.member).unwrap().unwrap();
        (founder.member, founder.node, key.sign_checkpoint(&checkpoint).unwrap())
    };
    let signatures: Vec<_> = node.genesis().founders().iter().map(sign).collect();
    let note = Note::new(checkpoint, &signatures);
    RecordFile::new(node.genesis(), (&note, &[]), DecisionNo(1), &whole).unwrap().to_bytes()
}
