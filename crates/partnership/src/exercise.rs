//! An exercise: a rehearsal of four members under the founding charter, in which tests read as data.
#![allow(clippy::arithmetic_side_effects, reason = "tests count small numbers")]

pub(crate) mod commands;
pub(crate) mod consulting;
pub(crate) mod continuity;
pub(crate) mod instrument;
mod invariants;
pub(crate) mod keys;
mod real;
pub(crate) mod stages;
pub(crate) mod standing;

use alloc::string::ToString;
use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::{Charter, Office};

use self::keys::public;
pub(crate) use self::real::Real;
use crate::authentic::Authentic;
use crate::command::Command;
use crate::event::{Booked, Event};
use crate::genesis::{Founder, Genesis, Nature};
use crate::ids::{CommandId, PublicKey};
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal;
use crate::snapshot::tests::comes_back;
use crate::step::{InvalidBlock, Stepped};

/// The charter of an exercise, unless a test says otherwise.
pub(crate) const CHARTER: &str = include_str!("../../../charters/partnership.toml");
/// A framework of two members, without a fund.
pub(crate) const FRAMEWORK: &str = include_str!("../../../charters/framework.toml");
/// The members of that charter, in the order of their codes.
pub(crate) const MEMBERS: [&str; 4] = ["CAN", "DEU", "FRA", "GBR"];
/// 2026-01-01T00:00:00Z.
pub(crate) const BEGINS: Moment = Moment(1_767_225_600_000);
/// Noon of that day: the first moment that a test sees.
pub(crate) const NOON: Moment = Moment(BEGINS.0 + 12 * HOUR);
pub(crate) const HOUR: u64 = 3_600_000;
pub(crate) const DAY: u64 = 24 * HOUR;

/// The genesis of an exercise; every key is named after its post.
pub(crate) fn genesis(nature: Nature, charter: &str) -> Genesis {
    let members = Charter::read(charter).unwrap();
    let founder = |member: &str| Founder {
        member: member.parse().unwrap(),
        root: public(&[member, "/root"].concat()),
        recovery: public(&[member, "/recovery"].concat()),
        node: public(&[member, "/node"].concat()),
    };
    let founders = members.members().map(|(member, _)| founder(member.as_str())).collect();
    Genesis::new(nature, BEGINS, charter, founders).unwrap()
}

/// A rehearsal, the moment of its next block, and all that was booked in it.
#[derive(Clone)]
pub(crate) struct Exercise {
    pub(crate) partnership: Partnership,
    genesis: Genesis,
    next: Moment,
    given: u32,
    booked: Vec<Booked>,
}

impl Exercise {
    /// Four members, each with a representative, a treasurer and a case officer. It is noon.
    pub(crate) fn begin() -> Exercise {
        Exercise::under(CHARTER)
    }

    /// The same under another charter.
    pub(crate) fn under(charter: &str) -> Exercise {
        let genesis = genesis(Nature::Rehearsal { rate: 0 }, charter);
        let partnership = Partnership::begin(&genesis).unwrap();
        let next = Moment(BEGINS.0 + 1);
        let mut x = Exercise { partnership, genesis: genesis.clone(), next, given: 0, booked: Vec::new() };
        for founder in genesis.founders() {
            for office in Office::ACCREDITED {
                let post = [founder.member.as_str(), "/", office.name()].concat();
                let command = commands::accredit(public(&post), office, BEGINS, Moment(BEGINS.0 + 730 * DAY));
                x.accept(&[founder.member.as_str(), "/root"].concat(), command);
            }
        }
        x.at(NOON);
        x
    }

    pub(crate) fn genesis(&self) -> Genesis {
        self.genesis.clone()
    }

    /// The moment of the next block.
    pub(crate) fn next(&self) -> Moment {
        self.next
    }

    /// Sets the moment of the next block.
    pub(crate) fn at(&mut self, moment: Moment) -> &mut Exercise {
        assert!(moment >= self.next, "agreed time does not go back");
        self.next = moment;
        self
    }

    /// Puts the next block off by a period: `72h`.
    pub(crate) fn wait(&mut self, period: &str) -> &mut Exercise {
        self.next = self.next.plus(period.parse().unwrap());
        self
    }

    /// A command that the rehearsal presumes, with an id of its own; it expires a day after the next block.
    pub(crate) fn presumed(&mut self, who: &str, command: Command) -> Authentic {
        self.given += 1;
        Authentic::presumed(id(self.given), who.parse().unwrap(), Moment(self.next.0 + DAY), command)
    }

    /// Steps through a block of these commands; the next block is a millisecond later.
    pub(crate) fn step(&mut self, commands: &[Authentic]) -> Result<Stepped, InvalidBlock> {
        let stepped = self.partnership.step_presumed(self.next, commands)?;
        self.next = Moment(self.next.0 + 1);
        self.booked.extend(stepped.booked.iter().cloned());
        assert!(self.partnership.fund().books().is_balanced());
        comes_back(&self.partnership, &self.genesis);
        Ok(stepped)
    }

    /// Gives commands at the same moment, in this order.
    #[track_caller]
    pub(crate) fn together<const N: usize>(&mut self, commands: [(&str, Command); N]) -> Stepped {
        let presumed = commands.map(|(who, command)| self.presumed(who, command));
        self.step(&presumed).unwrap()
    }

    /// Gives a command that is accepted, and says what it brought.
    #[track_caller]
    pub(crate) fn accept(&mut self, who: &str, command: Command) -> Vec<Event> {
        let stepped = self.together([(who, command)]);
        assert_eq!(stepped.outcomes[0].refusal, None, "{who} was refused");
        brought(&stepped)
    }

    /// Gives a command that this rule refuses: it leaves a leaf in the record, and nothing else.
    #[track_caller]
    pub(crate) fn refuse(&mut self, who: &str, command: Command, rule: &str) -> Refusal {
        let stepped = self.together([(who, command)]);
        let refusal = stepped.outcomes[0].refusal.clone().expect("the command is refused");
        assert_eq!(refusal.rule().to_string(), rule, "{refusal}");
        let article = refusal.article(self.partnership.charter()).0;
        assert_eq!(brought(&stepped), vec![Event::Refused { rule: refusal.rule(), article }]);
        assert!(!refusal.remedy().is_empty() && !refusal.to_string().ends_with('.'));
        refusal
    }

    /// Lets time pass until the next block, and says what it brought.
    pub(crate) fn pass(&mut self) -> Vec<Event> {
        self.step(&[]).unwrap().booked.into_iter().map(|booked| booked.event).collect()
    }

    /// Everything that was booked so far.
    pub(crate) fn booked(&self) -> &[Booked] {
        &self.booked
    }

    /// The id of the last command that was given.
    pub(crate) fn last(&self) -> CommandId {
        id(self.given)
    }

    /// A sound key that stands for nobody.
    pub(crate) fn new_key(&mut self) -> PublicKey {
        self.given += 1;
        public(&self.given.to_string())
    }

    /// What is available on an account of this book, in minor units.
    pub(crate) fn available(&self, book: quorate_ledger::BookId, code: u16, of: &str) -> i128 {
        let account = quorate_ledger::Account::new(code, of).unwrap();
        self.partnership.fund().books().available(&book, &account).unwrap()
    }
}

/// What the commands of a block brought, without what time alone did.
pub(crate) fn brought(stepped: &Stepped) -> Vec<Event> {
    let by_command = stepped.booked.iter().filter(|booked| booked.by.is_some());
    by_command.map(|booked| booked.event.clone()).collect()
}

fn id(number: u32) -> CommandId {
    let mut bytes = [0; 32];
    bytes[..4].copy_from_slice(&number.to_be_bytes());
    CommandId(bytes)
}
