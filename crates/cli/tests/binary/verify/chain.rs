//! Files of a record in which nodes got other keys, and files that compare two checkpoints: good ones, and each wrong in one
//! respect.

use ct_merkle::mem_backed_tree::MemoryBackedTree;
use quorate_node::CameTo;
use quorate_records::proof::{Check, ConsistencyFile, Note};
use sha2::Sha256;

use super::bent::Bent;
use super::form::{self, Consistency, File, keep};
use super::world::{Course, World, signed, signed_with_first_keys};

/// A file that is judged, alone or against a checkpoint that its reader holds.
pub(super) struct Judged {
    pub(super) file: Bent,
    pub(super) held: Option<&'static str>,
    /// Who signed both, if it shows two records.
    pub(super) signed_both: Option<Vec<&'static str>>,
}

pub(super) const HELD: &str = "held.note";
pub(super) const EARLY: &str = "early.note";

/// The record in which all is as it should be.
pub(super) fn honest() -> World {
    World::of(Course { is_opposed: true, nodes_change: true, more: 1 })
}

/// What FRA and GBR could write with the keys that their nodes had before: a record in which neither was replaced, and in which
/// nobody voted against.
fn rewritten() -> World {
    World::of(Course { is_opposed: false, nodes_change: false, more: 6 })
}

/// The checkpoints that readers hold.
pub(super) fn notes(honest: &World) -> [(&'static str, Note); 2] {
    [(HELD, signed(honest.last(), &["CAN", "DEU"])), (EARLY, signed(honest.after(2), &["CAN", "FRA"]))]
}

fn plain(name: &'static str, check: Option<Check>, why: &'static str, bytes: Vec<u8>) -> Judged {
    Judged { file: Bent { name, why, check, bytes }, held: None, signed_both: None }
}

pub(super) fn all() -> Vec<Judged> {
    let honest = honest();
    let mut files = vec![
        plain("small", None, "a small record in which no node changed", small()),
        plain("changes", None, "a record in which two nodes got other keys", honest.file(&["CAN", "FRA"])),
    ];
    files.extend(CHANGES.iter().map(|(name, check, why, change)| {
        let mut file = File::read(&honest.file(&["CAN", "FRA"]));
        change(&mut file, &honest);
        plain(name, Some(*check), why, minicbor::to_vec(file).unwrap())
    }));
    files.extend(held(&honest));
    files.extend(compared(&honest));
    files
}

pub(super) fn small() -> Vec<u8> {
    World::of(Course { is_opposed: true, nodes_change: false, more: 0 }).file(&["CAN", "DEU"])
}

/// An event as a change, under a checkpoint that nodes of before it signed.
fn change(honest: &World, index: usize, came_to: &CameTo) -> form::Change {
    let size = usize::try_from(came_to.checkpoint.extent.size).unwrap();
    let mut tree = MemoryBackedTree::<Sha256, Vec<u8>>::new();
    honest.whole().events[..size].iter().for_each(|booked| tree.push(booked.to_bytes()));
    let leaf = tree.get(index).unwrap().clone().into();
    let path = tree.prove_inclusion(index).as_bytes().to_vec().into();
    let item = form::Item { index: u64::try_from(index).unwrap(), leaf, path };
    form::Change { item, note: signed(came_to, &["CAN", "DEU"]).text() }
}

type Change = (&'static str, Check, &'static str, fn(&mut File, &World));

const CHANGES: &[Change] = &[
    (
        "change-left-out",
        Check::Nodes,
        "the last change is left out, and who signed agreed before it too",
        |file, honest| {
            file.changes.pop();
            file.note = signed(honest.last(), &["CAN", "DEU"]).text();
        },
    ),
    ("all-changes-left-out", Check::Nodes, "no change is there", |file, honest| {
        file.changes.clear();
        file.note = signed(honest.last(), &["CAN", "DEU"]).text();
    }),
    ("first-change-left-out", Check::Nodes, "the first change is left out", |file, _| {
        file.changes.remove(0);
    }),
    ("changes-swapped", Check::Nodes, "the changes stand in the other order", |file, _| {
        file.changes.swap(0, 1);
    }),
    ("change-twice", Check::Nodes, "a change stands twice", |file, _| {
        file.changes.push(file.changes[1].clone());
    }),
    (
        "change-by-one",
        Check::Nodes,
        "one node signed a change, and two of those before it must",
        |file, _| {
            file.changes[0].note = keep(&file.changes[0].note, |at, _| at == 0);
        },
    ),
    ("change-by-itself", Check::Nodes, "a change is signed by the node that it names", |file, honest| {
        let mut came_to = honest.after(3).clone();
        came_to.judges = honest.after(4).judges.clone();
        file.changes[0].note = signed(&came_to, &["CAN", "FRA"]).text();
    }),
    (
        "change-of-another-block",
        Check::Nodes,
        "the checkpoint beside a change is that of the next block",
        |file, honest| {
            file.changes[0] = change(honest, 2, honest.after(4));
        },
    ),
    (
        "change-names-others",
        Check::Nodes,
        "the nodes before a change signed that it leads to others",
        |file, honest| {
            let mut came_to = honest.after(3).clone();
            came_to.checkpoint.nodes = honest.after(2).checkpoint.nodes;
            file.changes[0] = change(honest, 2, &came_to);
        },
    ),
    (
        "change-is-none",
        Check::Nodes,
        "an event that changes no node stands among the changes",
        |file, honest| {
            file.changes.insert(0, change(honest, 1, honest.after(2)));
        },
    ),
    (
        "checkpoint-before-change",
        Check::Nodes,
        "the checkpoint is older than the last change",
        |file, honest| {
            file.note = signed(honest.after(5), &["CAN", "FRA"]).text();
        },
    ),
    ("replaced-key", Check::Signers, "a key signed that was replaced", |file, honest| {
        file.note = signed_with_first_keys(honest.last(), &["CAN", "FRA"]).text();
    }),
    ("one-of-the-new", Check::Signers, "one node of the last four signed", |file, _| {
        file.note = keep(&file.note, |at, _| at == 1);
    }),
];

/// What a checkpoint that the reader holds adds.
fn held(honest: &World) -> Vec<Judged> {
    let against = |held, file: Judged| Judged { held: Some(held), ..file };
    let good = || honest.file(&["CAN", "FRA"]);
    let forged = rewritten();
    let by_old = || {
        let mut file = File::read(&forged.file(&["CAN"]));
        file.note = signed_with_first_keys(forged.last(), &["FRA", "GBR"]).text();
        minicbor::to_vec(file).unwrap()
    };
    let older = World::of(Course { is_opposed: true, nodes_change: true, more: 0 });
    let why =
        "two keys that were replaced since the genesis sign another record: a file alone cannot show that";
    vec![
        against(HELD, plain("changes", None, "it is of the checkpoint that its reader holds", good())),
        against(
            EARLY,
            plain("changes", None, "it goes on from the checkpoint that its reader holds", good()),
        ),
        plain("replaced-keys-rewrite", None, why, by_old()),
        against(
            HELD,
            plain(
                "replaced-keys-rewrite",
                Some(Check::Held),
                "the checkpoint that its reader holds shows it",
                by_old(),
            ),
        ),
        against(
            HELD,
            plain(
                "older",
                Some(Check::Held),
                "it is older than the checkpoint that its reader holds",
                older.file(&["CAN", "DEU"]),
            ),
        ),
    ]
}

fn consistency(world: &World, first: &Note, second: &Note) -> Vec<u8> {
    let whole = world.whole();
    let changes = world.changes(&whole);
    ConsistencyFile::new(world.node.genesis(), (first, second), &changes, &whole).unwrap().to_bytes()
}

type Turn = (&'static str, Check, &'static str, fn(&mut Consistency));

const TURNS: &[Turn] = &[
    ("consistency-version", Check::Form, "a version that is not known", |file| file.version = 2),
    ("consistency-swapped", Check::Consistency, "the later checkpoint stands first", |file| {
        file.changes.pop();
        std::mem::swap(&mut file.first, &mut file.second);
    }),
    ("consistency-hash", Check::Consistency, "a hash between the roots is another", |file| {
        file.proof[0] ^= 1;
    }),
    ("consistency-short", Check::Consistency, "a hash between the roots is missing", |file| {
        let short = file.proof.len() - 32;
        file.proof = file.proof[..short].to_vec().into();
    }),
    ("consistency-root", Check::Consistency, "the root between the two is another", |file| file.root[0] ^= 1),
    ("consistency-by-one", Check::Signers, "one node signed the first checkpoint", |file| {
        file.first = keep(&file.first, |at, _| at == 0);
    }),
    ("consistency-change-left-out", Check::Nodes, "a change of the nodes is left out", |file| {
        file.changes.pop();
    }),
];

fn compared(honest: &World) -> Vec<Judged> {
    let (first, second) = (signed(honest.after(3), &["CAN", "FRA"]), signed(honest.last(), &["CAN", "FRA"]));
    let good = consistency(honest, &first, &second);
    let mut files = vec![
        plain("consistency", None, "one record is the beginning of another", good.clone()),
        plain("consistency-same", None, "a checkpoint and itself", consistency(honest, &second, &second)),
        plain("consistency-from-nothing", None, "the record of nothing is the beginning of every other", {
            consistency(honest, &signed(honest.after(0), &["DEU", "GBR"]), &second)
        }),
    ];
    files.extend(TURNS.iter().map(|(name, check, why, turn)| {
        let mut file: Consistency = minicbor::decode(&good).unwrap();
        turn(&mut file);
        plain(name, Some(*check), why, minicbor::to_vec(file).unwrap())
    }));
    let (one, other) = (World::of(Course { is_opposed: true, ..Course::default() }), rewritten());
    let of_one = signed(one.last(), &["CAN", "DEU"]);
    let height = of_one.checkpoint().height;
    let fork = |name, why, second: &Note, both: &[&'static str]| Judged {
        signed_both: Some(both.to_vec()),
        ..plain(name, None, why, consistency(&other, &of_one, second))
    };
    files.extend([
        fork("fork", "a node signed two records", &signed(other.last(), &["DEU", "FRA", "GBR"]), &["DEU"]),
        fork("fork-of-two-halves", "no node signed both", &signed(other.last(), &["FRA", "GBR"]), &[]),
        fork(
            "fork-at-a-height",
            "two blocks of one height",
            &signed(other.after(height), &["CAN", "DEU"]),
            &["CAN", "DEU"],
        ),
    ]);
    files
}
