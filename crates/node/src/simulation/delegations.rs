//! What the members' delegations do in a simulation: one request for help from the first accreditation to the last bank
//! line, step by step, with much besides that is refused, forged or said twice.

use fastrand::Rng;
use quorate_charter::{MemberCode, Office, Period};
use quorate_ledger::Money;
use quorate_partnership::cases::{self, Attest, Countersign, Instruct, Request, Terms};
use quorate_partnership::decisions::{self, Choice, Effect, Execute, Open, Table, Vote};
use quorate_partnership::fund::{
    self, CountersignLine, EnterLine, Indicate, Purpose, SignAgreement, Standing,
};
use quorate_partnership::{
    CaseNo, Command, CommandId, DecisionNo, LineNo, Moment, Partnership, PaymentNo, Phrase, Post, Signed,
    TrancheNo,
    members::{self, Ready},
};

use super::changes::Change;
use crate::keys::{Key, Signer as _};

/// How long a command is good for, in agreed milliseconds.
const LASTS: u64 = 3 * 24 * 60 * 60 * 1000;

/// A step of the story: who gives which command.
#[derive(Clone)]
pub(super) struct Step {
    post: Post,
    command: Command,
}

/// The delegations.
pub(super) struct Delegations {
    members: Vec<MemberCode>,
    story: Vec<Step>,
    /// The first step that is not done.
    at: usize,
    /// The command that was given for it.
    given: Option<(CommandId, Moment)>,
    nonce: u64,
    /// All that was given, to say it again.
    said: Vec<Vec<u8>>,
}

/// The key of a post in a simulation.
pub(super) fn key(post: Post) -> Key {
    Key::of_exercise("simulation", post)
}

impl Delegations {
    pub(super) fn new(partnership: &Partnership, change: Change, dice: &mut Rng) -> Delegations {
        let mut members: Vec<MemberCode> = partnership.charter().members().map(|(code, _)| code).collect();
        dice.shuffle(&mut members);
        let story = story(partnership, &members, change).unwrap_or_default();
        Delegations { members, story, at: 0, given: None, nonce: 0, said: Vec::new() }
    }

    /// How much of the story is told, in steps, and how long it is.
    pub(super) fn told(&self) -> (usize, usize) {
        (self.at, self.story.len())
    }

    /// What is given next, as one node sees the partnership: a signed command, good or not.
    pub(super) fn next(
        &mut self,
        partnership: &Partnership,
        (now, ready): (Moment, Option<Ready>),
        dice: &mut Rng,
    ) -> Option<Vec<u8>> {
        if dice.u32(0..3) == 0 {
            return self.besides(partnership, now, dice);
        }
        if let Some((id, expires)) = self.given {
            match partnership.remembered(&id) {
                Some(ordered) => {
                    self.given = None;
                    // What was refused is tried again later.
                    if ordered.refusal.is_none() {
                        self.at = self.at.saturating_add(1);
                    }
                }
                None if now < expires => return None,
                None => self.given = None,
            }
        }
        let Step { post, mut command } = self.story.get(self.at)?.clone();
        if let Command::Fund(fund::Command::EnterLine(line)) = &mut command {
            line.value_date = partnership.moment().day();
        }
        if let Command::Members(members::Command::NameNode(named)) = &mut command {
            named.ready = ready?;
        }
        let expires = Moment(now.0.saturating_add(LASTS));
        let bytes = self.sign(partnership, post, expires, command);
        self.given = Signed::read(&bytes, &partnership.id()).ok().map(|signed| (signed.id(), expires));
        Some(bytes)
    }

    fn sign(&mut self, partnership: &Partnership, post: Post, expires: Moment, command: Command) -> Vec<u8> {
        self.nonce = self.nonce.saturating_add(1);
        let bytes = key(post).sign_command(partnership.basis(), post, expires, self.nonce, command);
        // A key in memory signs; nothing at all would be refused.
        let bytes = bytes.unwrap_or_default();
        self.said.push(bytes.clone());
        bytes
    }

    /// Something that is no step of the story.
    fn besides(&mut self, partnership: &Partnership, now: Moment, dice: &mut Rng) -> Option<Vec<u8>> {
        let member = *dice.choice(&self.members)?;
        let post = Post { member, office: Office::Representative };
        let expires = Moment(now.0.saturating_add(LASTS));
        let vote = |choice| {
            // There is no such decision: the story has two at most.
            let decision = DecisionNo(3);
            decisions::Command::Vote(Vote::plain(decision, choice, None)).into()
        };
        match dice.u32(0..6) {
            // Said again.
            0 => dice.choice(&self.said).cloned(),
            // Forged: signed by another member's key.
            1 => {
                let other = *dice.choice(&self.members)?;
                let by = key(Post { member: other, office: Office::Treasurer });
                by.sign_command(partnership.basis(), post, expires, self.nonce, vote(Choice::InFavour)).ok()
            }
            // Not theirs to give.
            2 => {
                let post = Post { member, office: Office::Root };
                Some(self.sign(partnership, post, expires, vote(Choice::Against)))
            }
            // A vote, which may be the first or may be refused.
            3 => Some(self.sign(partnership, post, expires, vote(Choice::Abstain))),
            // About to expire.
            4 => Some(self.sign(partnership, post, Moment(now.0.saturating_add(1)), vote(Choice::Against))),
            _ => {
                let of = *dice.choice(&self.members)?;
                let source = phrase(&format!("note {}", self.nonce))?;
                let indicate = Indicate { of, standing: Standing::Expected, amount: None, source };
                Some(self.sign(partnership, post, expires, fund::Command::Indicate(indicate).into()))
            }
        }
    }
}

pub(super) fn phrase(text: &str) -> Option<Phrase> {
    text.parse().ok()
}

/// One request for help, decided and paid.
fn story(partnership: &Partnership, members: &[MemberCode], change: Change) -> Option<Vec<Step>> {
    let [asker, first, second, rest @ ..] = members else { return None };
    let last = rest.first().unwrap_or(second);
    let begins = partnership.moment();
    let year: Period = "365d".parse().ok()?;
    let mut story = Vec::new();
    for member in members {
        for office in [Office::Representative, Office::Treasurer, Office::CaseOfficer] {
            let key = key(Post { member: *member, office }).public();
            let accredit = members::Accredit { key, office, from: begins, until: begins.plus(year) };
            story.push(step(*member, Office::Root, members::Command::Accredit(accredit)));
        }
    }
    let (steps, decisions) = change.steps(partnership, members)?;
    story.extend(steps);
    story.extend(money(partnership, (*first, *second))?);
    let amount = Money::parse("1400000000.00", partnership.charter().fund().currency()).ok()?;
    let terms = Terms { amount, condition: phrase("the plan is agreed")?, ahead: None };
    let (purpose, payee) = (phrase("resupply")?, phrase("account 1")?);
    let request = Request { purpose, payee, tranches: vec![terms], kind: None };
    story.push(step(*asker, Office::Representative, cases::Command::Request(request)));
    let number = DecisionNo(decisions.saturating_add(1));
    story.extend(decision(number, (*asker, *first, *second, *last))?);
    story.extend(payment(partnership, (*first, *second), amount)?);
    Some(story)
}

pub(super) fn step(member: MemberCode, office: Office, command: impl Into<Command>) -> Step {
    Step { post: Post { member, office }, command: command.into() }
}

/// Two members sign and pay in.
fn money(partnership: &Partnership, (first, second): (MemberCode, MemberCode)) -> Option<Vec<Step>> {
    let currency = partnership.charter().fund().currency();
    let (paid_in, callable) =
        (Money::parse("1800000000.00", currency).ok()?, Money::parse("2000000000.00", currency).ok()?);
    let mut steps = Vec::new();
    for (line, (member, other)) in (1..).zip([(first, second), (second, first)]) {
        let agreement = SignAgreement { paid_in, callable, instalments: None };
        steps.push(step(member, Office::Root, fund::Command::SignAgreement(agreement)));
        let reference = format!("statement 1, line {line}").parse().ok()?;
        let value_date = partnership.moment().day();
        let purpose = Purpose::Receipt { from: member };
        let enter = EnterLine { purpose, amount: paid_in, value_date, reference };
        steps.push(step(member, Office::Treasurer, fund::Command::EnterLine(enter)));
        let countersign = CountersignLine { line: LineNo(line) };
        steps.push(step(other, Office::Treasurer, fund::Command::CountersignLine(countersign)));
    }
    Some(steps)
}

type Four = (MemberCode, MemberCode, MemberCode, MemberCode);

/// The vote on the request, with one that refuses, and its execution.
fn decision(decision: DecisionNo, (asker, first, second, last): Four) -> Option<Vec<Step>> {
    let by = Office::Representative;
    let table = Table { title: phrase("Help")?, effect: Effect::Assist { case: CaseNo(1) } };
    let mut steps = vec![
        step(asker, by, decisions::Command::Table(table)),
        step(asker, by, decisions::Command::Open(Open { decision })),
    ];
    let votes = [(first, Choice::InFavour), (second, Choice::InFavour), (last, Choice::Against)];
    for (member, choice) in votes {
        steps.push(step(member, by, decisions::Command::Vote(Vote::plain(decision, choice, None))));
    }
    steps.push(step(first, by, decisions::Command::Execute(Execute { decision })));
    Some(steps)
}

/// The condition attested, two signatures, and the bank's line.
fn payment(
    partnership: &Partnership,
    (first, second): (MemberCode, MemberCode),
    amount: Money,
) -> Option<Vec<Step>> {
    let (case, tranche, payment) = (CaseNo(1), TrancheNo(1), PaymentNo(1));
    let by = Office::Treasurer;
    let reference = "statement 2, line 1".parse().ok()?;
    let value_date = partnership.moment().day();
    let purpose = Purpose::Payment { payment };
    let enter = EnterLine { purpose, amount, value_date, reference };
    Some(vec![
        step(first, Office::CaseOfficer, cases::Command::Attest(Attest { case, tranche })),
        step(first, by, cases::Command::Instruct(Instruct { case, tranche })),
        step(second, by, cases::Command::Countersign(Countersign { payment })),
        step(first, by, fund::Command::EnterLine(enter)),
        step(second, by, fund::Command::CountersignLine(CountersignLine { line: LineNo(3) })),
    ])
}
