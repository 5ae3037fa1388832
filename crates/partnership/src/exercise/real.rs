//! A real partnership: every command is signed and stands in a block.

use alloc::string::ToString;
use alloc::vec;
use alloc::vec::Vec;

use ed25519_dalek::Signer;
use quorate_charter::Office;

use super::commands::{
    accredit, assist, attest, countersign_line, execute, open, receipt, request, sign, table, usd, vote,
};
use super::keys::{public, signing};
use super::{BEGINS, CHARTER, DAY, MEMBERS, NOON, brought, genesis};
use crate::basis::Basis;
use crate::block::Block;
use crate::command::Command;
use crate::decisions::Choice::InFavour;
use crate::event::Event;
use crate::genesis::{Genesis, Nature};
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::signed::{Signed, Unsigned};
use crate::snapshot::tests::comes_back;
use crate::step::{InvalidBlock, Stepped};

/// A real partnership of the same four members with the same keys.
#[derive(Clone)]
pub(crate) struct Real {
    pub(crate) partnership: Partnership,
    genesis: Genesis,
    next: Moment,
    nonce: u64,
}

impl Real {
    /// The members have the same representatives as in an exercise. It is noon.
    pub(crate) fn begin() -> Real {
        Real::born(Nature::Real)
    }

    /// The same, real or a rehearsal.
    pub(crate) fn born(nature: Nature) -> Real {
        Real::under(nature, CHARTER)
    }

    /// The same under another charter of the same members.
    pub(crate) fn under(nature: Nature, charter: &str) -> Real {
        let genesis = genesis(nature, charter);
        let partnership = Partnership::begin(&genesis).unwrap();
        let mut real = Real { partnership, genesis, next: Moment(BEGINS.0 + 1), nonce: 0 };
        let mut commands = Vec::new();
        for member in MEMBERS {
            for office in Office::ACCREDITED {
                let key = public(&[member, "/", office.name()].concat());
                let command = accredit(key, office, BEGINS, Moment(BEGINS.0 + 730 * DAY));
                commands.push(real.sign(&[member, "/root"].concat(), command));
            }
        }
        real.step(commands).unwrap();
        real.at(NOON);
        real
    }

    pub(crate) fn genesis(&self) -> &Genesis {
        &self.genesis
    }

    pub(crate) fn next(&self) -> Moment {
        self.next
    }

    /// Sets the moment of the next block.
    pub(crate) fn at(&mut self, moment: Moment) {
        self.next = moment;
    }

    /// A command of this post, signed by the key of the same name; it expires a day after the next block.
    pub(crate) fn sign(&mut self, who: &str, command: Command) -> Signed {
        self.sign_by(who, who, Moment(self.next.0 + DAY), command)
    }

    /// A command of this post, signed by the key of another name.
    pub(crate) fn sign_by(&mut self, key: &str, who: &str, expires: Moment, command: Command) -> Signed {
        let basis = self.partnership.basis();
        Signed::read(&self.signed_bytes(basis, key, who, expires, command), &basis.partnership).unwrap()
    }

    /// A command of this post that is signed on some earlier block.
    pub(crate) fn sign_on(&mut self, basis: Basis, who: &str, command: Command) -> Signed {
        let expires = Moment(self.next.0 + DAY);
        Signed::read(&self.signed_bytes(basis, who, who, expires, command), &basis.partnership).unwrap()
    }

    /// The bytes of a command that is signed on some basis.
    pub(crate) fn signed_bytes(
        &mut self,
        basis: Basis,
        key: &str,
        who: &str,
        expires: Moment,
        command: Command,
    ) -> Vec<u8> {
        self.nonce += 1;
        let post = who.parse().unwrap();
        let unsigned = Unsigned::prepare(basis, post, public(key), expires, self.nonce, command);
        let signature = signing(key).sign(unsigned.to_be_signed()).to_bytes();
        unsigned.with_signature(&signature)
    }

    /// Gives a command in a block of its own, signed by the key of the post's name; says what it brought.
    #[track_caller]
    pub(crate) fn accept(&mut self, who: &str, command: Command) -> Vec<Event> {
        self.accept_by(who, who, command)
    }

    /// The same, signed by the key of another name.
    #[track_caller]
    pub(crate) fn accept_by(&mut self, key: &str, who: &str, command: Command) -> Vec<Event> {
        let signed = self.sign_by(key, who, Moment(self.next.0 + DAY), command);
        let stepped = self.step(vec![signed]).unwrap();
        assert_eq!(stepped.outcomes[0].refusal, None, "{who} was refused");
        brought(&stepped)
    }

    /// Gives a command that this rule refuses.
    #[track_caller]
    pub(crate) fn refuse(&mut self, who: &str, command: Command, rule: &str) {
        self.refuse_by(who, who, command, rule);
    }

    /// The same, signed by the key of another name.
    #[track_caller]
    pub(crate) fn refuse_by(&mut self, key: &str, who: &str, command: Command, rule: &str) {
        let signed = self.sign_by(key, who, Moment(self.next.0 + DAY), command);
        let stepped = self.step(vec![signed]).unwrap();
        let refusal = stepped.outcomes[0].refusal.clone().expect("the command is refused");
        assert_eq!(refusal.rule().to_string(), rule, "{refusal}");
        assert!(!refusal.remedy().is_empty() && !refusal.to_string().ends_with('.'));
    }

    /// Case 1, of `CAN`: 10.00 of 100.00, approved, and its condition attested.
    pub(crate) fn attested(&mut self) {
        self.accept("GBR/root", sign(usd("100.00"), usd("0")));
        self.accept("FRA/treasurer", receipt("GBR", usd("100.00"), NOON.day(), "in"));
        self.accept("DEU/treasurer", countersign_line(1));
        self.attested_case();
    }

    /// The same, whatever help is approved against.
    pub(crate) fn attested_case(&mut self) {
        self.accept("CAN/representative", request(&[usd("10.00")]));
        self.accept("DEU/representative", table(assist(1)));
        self.accept("DEU/representative", open(1));
        let closes = Moment(self.next.0 + 3 * DAY);
        for member in &MEMBERS[1..] {
            self.accept(&[member, "/representative"].concat(), vote(1, InFavour));
        }
        self.at(closes);
        self.step(vec![]).unwrap();
        self.accept("CAN/representative", execute(1));
        self.accept("DEU/case-officer", attest(1, 1));
    }

    /// The block of these commands that would follow.
    pub(crate) fn block(&self, commands: Vec<Signed>) -> Block {
        let parent = &self.partnership;
        Block::new(parent.height() + 1, parent.tip(), parent.extent(), self.next, commands).unwrap()
    }

    /// Steps through a block of these commands; the next block is a millisecond later. A block that cannot
    /// follow changes nothing.
    pub(crate) fn step(&mut self, commands: Vec<Signed>) -> Result<Stepped, InvalidBlock> {
        let block = self.block(commands);
        self.follow(&block)
    }

    /// Steps through a block.
    pub(crate) fn follow(&mut self, block: &Block) -> Result<Stepped, InvalidBlock> {
        let before = self.partnership.clone();
        let stepped = self.partnership.step(block);
        if stepped.is_err() {
            assert_eq!(self.partnership, before, "a block that cannot follow changes nothing");
        } else {
            self.next = Moment(block.moment().0 + 1);
            comes_back(&self.partnership, &self.genesis);
        }
        stepped
    }
}
