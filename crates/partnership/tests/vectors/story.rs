//! Five blocks and what they brought: accreditations; commands done and refused; what time alone brings; then two that
//! members' nodes ordered, with what made the first of them final, and evidence against one.

use ed25519_dalek::Signer;
use quorate_charter::Office;
use quorate_partnership::fund::{Command as Fund, EnterLine, Indicate, Purpose, SignAgreement, Standing};
use quorate_partnership::members::{Accredit, Command as Members};
use quorate_partnership::{
    Block, Booked, Command, Day, Digest, Evidence, Moment, Orderer, Partnership, Post, PublicKey, Seal,
    Seals, Signed, SignedWord, Word, WordKind,
};

use crate::cast::{BEGINS, DAY, HOUR, genesis, key_of, node_of, post, public, signed};
use crate::commands::{phrase, usd};

/// A block, what it brought, and the digest after it.
pub(crate) struct Step {
    pub(crate) block: Block,
    pub(crate) booked: Vec<Booked>,
    pub(crate) digest: Digest,
}

pub(crate) struct Story {
    pub(crate) partnership: Partnership,
    /// After the accreditations, when every key of the cast holds its post.
    pub(crate) accredited: Partnership,
    pub(crate) steps: Vec<Step>,
}

impl Story {
    pub(crate) fn told() -> Story {
        let partnership = Partnership::begin(&genesis()).unwrap();
        let mut story = Story { accredited: partnership.clone(), partnership, steps: Vec::new() };
        story.step(BEGINS.0 + HOUR, accreditations());
        story.accredited = with_younger_offices(&story.partnership);
        story.step(BEGINS.0 + 2 * HOUR, commands());
        story.step(BEGINS.0 + 6 * DAY, Vec::new());
        story.by("XAA", BEGINS.0 + 6 * DAY + HOUR, None, Vec::new());
        let evidence = vec![story.evidence("XDD")];
        story.by("XBB", BEGINS.0 + 6 * DAY + 2 * HOUR, Some(story.seals(&["XAA", "XBB", "XCC"])), evidence);
        story
    }

    /// A block without commands that a member's node orders.
    fn by(&mut self, member: &str, moment: u64, seals: Option<Seals>, evidence: Vec<Evidence>) {
        let orderer = Orderer { node: public(&node_of(member)), seals, evidence };
        let block = Block::ordered(self.partnership.head(Moment(moment)), orderer, Vec::new()).unwrap();
        let booked = self.partnership.step(&block).unwrap().booked;
        self.steps.push(Step { block, booked, digest: self.partnership.digest() });
    }

    fn word(&self, member: &str, word: Word) -> SignedWord {
        let key = node_of(member);
        let signed = word.to_be_signed(self.partnership.id(), &public(&key));
        SignedWord { word, signature: key.sign(&signed).to_bytes() }
    }

    /// The second votes of these members' nodes for the last block.
    fn seals(&self, of: &[&str]) -> Seals {
        let (height, block) = (self.partnership.height(), Some(self.partnership.tip()));
        let word = Word { kind: WordKind::Second, height, turn: 0, block, lock: None };
        let seal = |member: &&str| Seal {
            node: public(&node_of(member)),
            signature: self.word(member, word).signature,
        };
        let mut by: Vec<Seal> = of.iter().map(seal).collect();
        by.sort();
        Seals { turn: 0, by }
    }

    /// A first vote for no block, and one for another.
    fn evidence(&self, member: &str) -> Evidence {
        let (height, block) = (self.partnership.height(), Some(self.partnership.tip()));
        let none = Word { kind: WordKind::First, height, turn: 1, block: None, lock: None };
        let words = [none, Word { block, ..none }].map(|word| self.word(member, word));
        Evidence::new(public(&node_of(member)), words[0], words[1]).unwrap()
    }

    fn step(&mut self, moment: u64, commands: Vec<(Post, Command)>) {
        let partnership = &mut self.partnership;
        let id = partnership.id();
        let read = |(nonce, (post, command)): (u64, (Post, Command))| {
            Signed::read(&signed(&id, post, nonce, command), &id).unwrap()
        };
        // Numbered apart from the vectors of single commands, so that none is a replay of one here.
        let commands = (1000..).zip(commands).map(read).collect();
        let (height, parent) = (partnership.height() + 1, partnership.tip());
        let block = Block::new(height, parent, partnership.extent(), Moment(moment), commands).unwrap();
        let booked = partnership.step(&block).unwrap().booked;
        self.steps.push(Step { block, booked, digest: partnership.digest() });
    }
}

fn accredit(member: &str, office: Office) -> (Post, Command) {
    let key: PublicKey = public(&key_of(post(&format!("{member}/{office}"))));
    let accredit = Accredit { key, office, from: BEGINS, until: Moment(BEGINS.0 + 365 * DAY) };
    (post(&format!("{member}/root")), Members::Accredit(accredit).into())
}

/// The offices are younger than the story, whose bytes stay as they were: blocks beside it.
fn with_younger_offices(partnership: &Partnership) -> Partnership {
    let accredited =
        Story { partnership: partnership.clone(), accredited: partnership.clone(), steps: Vec::new() };
    let of = |member| accredit(member, Office::Auditor);
    let liaison = accredit("XAA", Office::LiaisonOfficer);
    let mut beside = accredited;
    beside.step(BEGINS.0 + HOUR + 1, vec![of("XAA"), of("XBB")]);
    beside.step(BEGINS.0 + HOUR + 2, vec![liaison]);
    beside.partnership
}

fn accreditations() -> Vec<(Post, Command)> {
    let offices = [Office::Representative, Office::Treasurer, Office::CaseOfficer];
    let of = |member| offices.map(|office| accredit(member, office));
    [of("XAA"), of("XBB")].into_iter().flatten().collect()
}

fn commands() -> Vec<(Post, Command)> {
    let (of, amount) = ("XAA".parse().unwrap(), Some(usd("600000.00")));
    let indicate =
        Indicate { of, standing: Standing::Announced, amount, source: phrase("letter of 1 January") };
    let agreement =
        SignAgreement { paid_in: usd("200000.00"), callable: usd("400000.00"), instalments: None };
    let receipt = EnterLine {
        purpose: Purpose::Receipt { from: of },
        amount: usd("200000.00"),
        value_date: Day(20_454),
        reference: "2026-01-01/1".parse().unwrap(),
    };
    vec![
        (post("XAA/representative"), Fund::Indicate(indicate.clone()).into()),
        (post("XAA/root"), Fund::SignAgreement(agreement).into()),
        (post("XAA/treasurer"), Fund::EnterLine(receipt).into()),
        // Refused by rule O1, and on record all the same.
        (post("XBB/case-officer"), Fund::Indicate(indicate).into()),
    ]
}
