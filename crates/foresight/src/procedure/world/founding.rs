//! From a charter's text to a partnership whose fund has money.

use alloc::string::String;
use alloc::vec::Vec;

use ed25519_dalek::SigningKey;
use quorate_charter::{Charter, MemberCode, Office};
use quorate_ledger::Money;
use quorate_partnership::fund::{self, EnterLine, Purpose, SignAgreement};
use quorate_partnership::members::{self, Accredit, Ratify, Sign};
use quorate_partnership::{Command, DecisionNo, Founder, Genesis, Moment, Nature, Partnership, PublicKey};

use super::{BEGINS, DAY, World};

const OFFICES: [Office; 3] = [Office::Representative, Office::Treasurer, Office::CaseOfficer];

impl World {
    /// Every member has a representative, a treasurer and a case officer, and the first has paid in what will be asked.
    pub(in super::super) fn founded(charter: &Charter, text: &str) -> Option<World> {
        let codes: Vec<MemberCode> = charter.members().map(|(member, _)| member).collect();
        let founder = |member: &MemberCode| Founder {
            member: *member,
            root: key(*member, Office::Root),
            recovery: key(*member, Office::Recovery),
            node: named(*member, "node"),
        };
        let founders = codes.iter().map(founder).collect();
        let genesis = Genesis::new(Nature::Rehearsal { rate: 0 }, BEGINS, text, founders).ok()?;
        // A thousand of the currency's smallest unit's hundreds: any amount that the books take.
        let amount = Money::new(100_000, charter.fund().currency()).ok()?;
        let mut world = World {
            partnership: Partnership::begin(&genesis).ok()?,
            next: Moment(BEGINS.0.saturating_add(1)),
            given: 0,
            lines: Vec::new(),
            requested: BEGINS,
            decision: DecisionNo(0),
            closes: BEGINS,
            votes: Vec::new(),
            adopted: None,
            phase: 0,
            executed: false,
            attested: false,
            payment: None,
            released: false,
            line: None,
            paid: false,
            amount,
        };
        for member in &codes {
            world.accredit(*member)?;
        }
        // The heading of the story accredits.
        world.lines.clear();
        if charter.entry_into_force().is_some() {
            world.enter_into_force(&codes)?;
        }
        world.fund(*codes.first()?, *codes.get(1)?)?;
        Some(world)
    }

    fn accredit(&mut self, member: MemberCode) -> Option<()> {
        for office in OFFICES {
            let until = Moment(BEGINS.0.saturating_add(DAY.saturating_mul(300)));
            let accredit = Accredit { key: key(member, office), office, from: BEGINS, until };
            let command: Command = members::Command::Accredit(accredit).into();
            self.give(member, Office::Root, "", command)?;
        }
        Some(())
    }

    /// Everybody signs and ratifies.
    fn enter_into_force(&mut self, codes: &[MemberCode]) -> Option<()> {
        for member in codes {
            let sign: Command = members::Command::Sign(Sign { provisionally: false }).into();
            self.give(*member, Office::Root, "member sign", sign)?;
        }
        for member in codes {
            let ratify: Command = members::Command::Ratify(Ratify {}).into();
            self.give(*member, Office::Root, "member ratify", ratify)?;
        }
        Some(())
    }

    /// The first member signs and pays in; two treasurers book it.
    fn fund(&mut self, payer: MemberCode, other: MemberCode) -> Option<()> {
        let (amount, none) = (self.amount, Money::new(0, self.amount.currency()).ok()?);
        let written: String = alloc::format!("{amount}");
        let sign: Command = fund::Command::SignAgreement(SignAgreement {
            paid_in: amount,
            callable: none,
            instalments: None,
        })
        .into();
        let words = alloc::format!("fund sign-agreement --paid-in {written} --callable {none}");
        self.give(payer, Office::Root, &words, sign)?;
        let line = EnterLine {
            purpose: Purpose::Receipt { from: payer },
            amount,
            value_date: self.next.day(),
            reference: "receipt 1".parse().ok()?,
        };
        let words = alloc::format!("bank enter {written} --from {payer} --reference \"receipt 1\"");
        self.give(payer, Office::Treasurer, &words, fund::Command::EnterLine(line).into())?;
        self.countersign_line(other).then_some(())
    }
}

/// A sound key that stands for a post in a rehearsal, and for nothing else.
pub(super) fn key(member: MemberCode, office: Office) -> PublicKey {
    named(member, office.name())
}

pub(crate) fn named(member: MemberCode, what: &str) -> PublicKey {
    let mut seed = [7; 32];
    let name = member.as_str().bytes().chain(what.bytes());
    for (place, byte) in seed.iter_mut().zip(name) {
        *place = byte;
    }
    PublicKey(SigningKey::from_bytes(&seed).verifying_key().to_bytes())
}
