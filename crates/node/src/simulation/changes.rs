//! How the nodes that agree change in a simulation: a State comes in, a member leaves, a node is replaced.

use fastrand::Rng;
use quorate_charter::{Charter, MemberCode, Office};
use quorate_partnership::decisions::{self, Choice, Effect, Execute, Open, Table, Vote};
use quorate_partnership::members::{self, Accede, Admit, NameNode, Ready, Weight, Withdraw};
use quorate_partnership::{BlockId, DecisionNo, Partnership, Post};

use super::delegations::{Step, key, phrase, step};
use super::liar::Lie;
use super::stage::{NodeName, node_key};

/// What changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Change {
    Nothing,
    /// This State accedes, and then names its node.
    Joins(MemberCode),
    /// This member leaves.
    Leaves(MemberCode),
    /// This member names another node.
    Replaces(MemberCode),
}

impl Change {
    /// What changes in a run. Who leaves is the false one, where there is one: of fewer nodes than four none may be false.
    pub(super) fn thrown(charter: &Charter, nodes: &[(MemberCode, Option<Lie>)], dice: &mut Rng) -> Change {
        let liar = nodes.iter().find(|(_, lie)| lie.is_some()).map(|(member, _)| *member);
        let Some(any) = dice.choice(nodes).map(|(member, _)| *member) else { return Change::Nothing };
        match (dice.u32(0..8), newcomer(charter)) {
            (0 | 1, Some(newcomer)) => Change::Joins(newcomer),
            (2, _) => Change::Leaves(liar.unwrap_or(any)),
            (3 | 4, _) => Change::Replaces(any),
            _ => Change::Nothing,
        }
    }

    /// The node that is to become one of those that agree.
    pub(super) fn node(self) -> Option<NodeName> {
        match self {
            Change::Joins(member) => Some((member, 1)),
            Change::Replaces(member) => Some((member, 2)),
            Change::Nothing | Change::Leaves(_) => None,
        }
    }

    /// What the delegations do for it, and how many decisions it takes.
    pub(super) fn steps(self, partnership: &Partnership, members: &[MemberCode]) -> Option<(Vec<Step>, u32)> {
        Some(match self {
            Change::Nothing => (Vec::new(), 0),
            Change::Joins(newcomer) => (joins(partnership, members, newcomer)?, 1),
            Change::Leaves(member) => {
                (vec![step(member, Office::Root, members::Command::Withdraw(Withdraw {}))], 0)
            }
            Change::Replaces(member) => (vec![names(member)], 0),
        })
    }
}

/// A State that is no member.
fn newcomer(charter: &Charter) -> Option<MemberCode> {
    ["XAA", "XBB"]
        .into_iter()
        .filter_map(|code| code.parse().ok())
        .find(|code| charter.member(*code).is_none())
}

fn joins(partnership: &Partnership, members: &[MemberCode], newcomer: MemberCode) -> Option<Vec<Step>> {
    let (by, decision) = (Office::Representative, DecisionNo(1));
    let first = *members.first()?;
    let measures = partnership.charter().measures().iter();
    let weights =
        measures.filter_map(|measure| Some(Weight { measure: measure.name().parse().ok()?, weight: 1 }));
    let office = |office| key(Post { member: newcomer, office }).public();
    let terms = Admit {
        member: newcomer,
        name_en: phrase("Newcomer")?,
        name_fr: phrase("Nouveau venu")?,
        weights: weights.collect(),
        root: office(Office::Root),
        recovery: office(Office::Recovery),
    };
    let effect = Effect::Members(members::Effect::Admit(terms));
    let table = Table { title: phrase("Accession")?, effect };
    let mut steps = vec![
        step(first, by, decisions::Command::Table(table)),
        step(first, by, decisions::Command::Open(Open { decision })),
    ];
    for member in members {
        let vote = Vote::plain(decision, Choice::InFavour, None);
        steps.push(step(*member, by, decisions::Command::Vote(vote)));
    }
    steps.push(step(first, by, decisions::Command::Execute(Execute { decision })));
    steps.push(step(newcomer, Office::Root, members::Command::Accede(Accede {})));
    steps.push(names(newcomer));
    Some(steps)
}

/// The node says itself what it signs, once it has come so far.
fn names(member: MemberCode) -> Step {
    let node = key(Post { member, office: Office::Root }).public();
    let ready = Ready { node, tip: BlockId([0; 32]), seal: [0; 64] };
    step(member, Office::Root, members::Command::NameNode(NameNode { ready }))
}

/// What a node signs to say that it has come as far as this partnership.
pub(super) fn ready(name: NodeName, partnership: &Partnership) -> Option<Ready> {
    node_key(name, partnership.id()).ready(name.0, partnership.tip()).ok()
}
