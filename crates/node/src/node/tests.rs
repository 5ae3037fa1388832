use quorate_charter::Office;
use quorate_ledger::{Currency, Money};
use quorate_partnership::cases::{self, Request};
use quorate_partnership::decisions::{self, Choice, Effect, Execute, Open, Table, Vote};
use quorate_partnership::members::{self, Accredit};
use quorate_partnership::{CaseNo, Command, DecisionNo, Event, Founder, Post};

use super::*;
use crate::keys::{Key, Signer as _};

const CHARTER: &str = include_str!("../../../../charters/partnership.toml");
const BEGINS: Moment = Moment(1_796_115_600_000);
const DECISION: DecisionNo = DecisionNo(1);
const MEMBERS: [&str; 4] = ["CAN", "DEU", "FRA", "GBR"];

fn post(member: &str, office: Office) -> Post {
    Post { member: member.parse().unwrap(), office }
}

fn key(post: Post) -> Key {
    Key::of_exercise("node clock", post)
}

fn after(from: Moment, period: &str) -> Moment {
    from.plus(period.parse().unwrap())
}

impl Node {
    /// A node alone, on a store of a test.
    pub(crate) fn alone_on(directory: &Path, store: Store, genesis: &Genesis) -> Result<Node, NodeError> {
        Node::of_store(directory, (store, genesis), Back::Alone)
    }

    /// A command signed now, to be ordered within six days.
    fn signed(&self, by: Post, command: impl Into<Command>) -> Vec<u8> {
        key(by).sign_command(self.basis(), by, after(self.next_moment(), "144h"), 0, command.into()).unwrap()
    }

    fn accept(&mut self, by: Post, command: impl Into<Command>) {
        let signed = self.signed(by, command);
        let answers = self.submit(&[signed]).unwrap().answers;
        assert_eq!(answers[0].as_ref().unwrap().refusal, None);
    }

    /// The clock goes on by so much, and nobody gives a command.
    fn left_alone(&mut self, period: &str) {
        self.clock = Clock::new(self.partnership.nature(), after(self.partnership.moment(), period));
    }
}

/// Help for `CAN` is voted on, and `FRA` is in favour. The deadline.
fn voted_on(directory: &Path) -> (Node, Moment) {
    let founder = |member| {
        let (root, recovery) = (post(member, Office::Root), post(member, Office::Recovery));
        let node = Key::of_exercise_node("node tests", root.member).public();
        Founder { member: root.member, root: key(root).public(), recovery: key(recovery).public(), node }
    };
    let nature = Nature::Rehearsal { rate: 0 };
    let genesis = Genesis::new(nature, BEGINS, CHARTER, MEMBERS.map(founder).to_vec()).unwrap();
    let mut node = Node::create(directory, &genesis).unwrap();
    let office = Office::Representative;
    for member in MEMBERS {
        let key = key(post(member, office)).public();
        let accredit = Accredit { key, office, from: BEGINS, until: after(BEGINS, "700d") };
        node.accept(post(member, Office::Root), members::Command::Accredit(accredit));
    }
    let terms = cases::Terms {
        amount: Money::new(1_000, Currency::from_code("USD").unwrap()).unwrap(),
        condition: "a condition".parse().unwrap(),
        ahead: None,
    };
    let (purpose, payee) = ("a purpose".parse().unwrap(), "an account".parse().unwrap());
    let request = Request { purpose, payee, tranches: Vec::from([terms]), kind: None };
    node.accept(post("CAN", office), cases::Command::Request(request));
    let (title, effect) = ("help".parse().unwrap(), Effect::Assist { case: CaseNo(1) });
    node.accept(post("DEU", office), decisions::Command::Table(Table { title, effect }));
    node.accept(post("DEU", office), decisions::Command::Open(Open { decision: DECISION }));
    let closes = node.partnership.next_deadline().unwrap();
    node.accept(post("FRA", office), in_favour());
    (node, closes)
}

fn in_favour() -> decisions::Command {
    decisions::Command::Vote(Vote::plain(DECISION, Choice::InFavour, None))
}

/// When decisions closed, at which height, and whether they were adopted.
fn closings(booked: &[Booked]) -> Vec<(Option<Moment>, u64, bool)> {
    let closing = |booked: &Booked| match &booked.event {
        Event::Decisions(decisions::Event::Closed { verdict, .. }) => {
            Some((booked.fell_due, booked.height, verdict.adopted()))
        }
        _ => None,
    };
    booked.iter().filter_map(closing).collect()
}

#[test]
fn no_command_that_comes_months_later_rides_in_the_last_call() {
    let scratch = tempfile::tempdir().unwrap();
    let (mut node, closes) = voted_on(scratch.path());
    let height = node.partnership.height();
    node.left_alone("100d");
    let representative = post("GBR", Office::Representative);
    let late = [
        node.signed(representative, in_favour()),
        node.signed(representative, decisions::Command::Execute(Execute { decision: DECISION })),
    ];
    let submitted = node.submit(&late).unwrap();
    // The vote would have adopted it.
    assert_eq!(closings(&submitted.booked), [(Some(closes), height + 1, false)]);
    let rules = submitted.answers.iter().map(|answer| {
        let answer = answer.as_ref().unwrap();
        (answer.height, answer.refusal.as_ref().unwrap().rule().to_string())
    });
    let (vote, execute) = ((height + 2, "D5".into()), (height + 2, "D8".into()));
    assert_eq!(rules.collect::<Vec<(u64, String)>>(), [vote, execute]);
    assert_eq!(node.partnership.next_deadline(), None);
}

#[test]
fn what_time_brings_comes_without_a_command_and_once() {
    let scratch = tempfile::tempdir().unwrap();
    let (mut node, closes) = voted_on(scratch.path());
    node.accept(post("GBR", Office::Representative), in_favour());
    node.clock = Clock::new(node.partnership.nature(), Moment(closes.0 - 1));
    assert!(node.submit(&[]).unwrap().booked.is_empty());
    node.clock = Clock::new(node.partnership.nature(), closes);
    let booked = node.submit(&[]).unwrap().booked;
    assert_eq!(closings(&booked), [(Some(closes), node.partnership.height(), true)]);
    // What nobody executes lapses.
    node.left_alone("700d");
    assert_eq!(node.submit(&[]).unwrap().booked.len(), 1);
    assert!(node.submit(&[]).unwrap().booked.is_empty());
}

#[test]
fn each_submission_is_answered_also_when_the_one_before_it_is_forgotten_meanwhile() {
    let scratch = tempfile::tempdir().unwrap();
    let (mut node, _) = voted_on(scratch.path());
    let vote = node.signed(post("GBR", Office::Representative), in_favour());
    let first = node.submit(std::slice::from_ref(&vote)).unwrap().answers;
    // The block that meets the deadline comes when the vote, signed for six days, has expired.
    node.left_alone("100d");
    let execute = decisions::Command::Execute(Execute { decision: DECISION });
    let execute = node.signed(post("GBR", Office::Representative), execute);
    let answers = node.submit(&[vote, execute]).unwrap().answers;
    assert_eq!(answers.len(), 2, "an answer for each submission");
    assert_eq!(answers[0], first[0]);
}
