//! A rehearsal of four members, its commands presumed, with the records beside it.

use quorate_charter::Office;
use quorate_partnership::members::{self, Accredit};
use quorate_partnership::{
    Authentic, Booked, Command, CommandId, Founder, Genesis, Moment, Nature, Partnership, Post, PublicKey,
};
use quorate_records::{Records, Register, Table};

pub(crate) const MEMBERS: [&str; 4] = ["CAN", "DEU", "FRA", "GBR"];
pub(crate) const HOUR: u64 = 3_600_000;
/// Articles that the founding charter has not, so that every register has rows.
const ARTICLES: &str = "
[continuity]
article = 40
confirm-every = \"7d\"
test-every = \"90d\"
[positions]
article = 41
[capabilities]
article = 42
";
const BEGINS: Moment = Moment(1_767_225_600_000);

/// The partnership, what was booked, and the records that heard it.
#[derive(Clone)]
pub(crate) struct World {
    pub(crate) genesis: Genesis,
    pub(crate) partnership: Partnership,
    pub(crate) booked: Vec<Booked>,
    pub(crate) records: Records,
    given: u64,
}

/// A sound public key of its own for each number: an encoding that is a point of the curve.
pub(crate) fn key(number: u8) -> PublicKey {
    let digits = include_str!("keys.txt").lines().nth(usize::from(number)).unwrap();
    digits.parse().unwrap()
}

pub(crate) fn begun(genesis: &Genesis) -> Records {
    Records::begin(genesis, Partnership::begin(genesis).unwrap().charter().clone())
}

impl World {
    /// Every member has accredited a representative, a treasurer and a case officer.
    pub(crate) fn begin() -> World {
        World::under(&[include_str!("../../../../charters/partnership.toml"), ARTICLES].concat())
    }

    /// The same under another charter.
    pub(crate) fn under(charter: &str) -> World {
        let founder = |(at, member): (u8, &&str)| Founder {
            member: member.parse().unwrap(),
            root: key(at),
            recovery: key(at + 4),
            node: key(at + 24),
        };
        let founders = (0..).zip(&MEMBERS).map(founder).collect();
        let genesis = Genesis::new(Nature::Rehearsal { rate: 0 }, BEGINS, charter, founders).unwrap();
        let partnership = Partnership::begin(&genesis).unwrap();
        let records = begun(&genesis);
        let mut world = World { genesis, partnership, booked: Vec::new(), records, given: 0 };
        let offices = [Office::Representative, Office::Treasurer, Office::CaseOfficer];
        let posts = MEMBERS.iter().flat_map(|member| offices.map(|office| (member, office)));
        for (number, (member, office)) in (8..).zip(posts) {
            let (from, until) = (BEGINS, Moment(BEGINS.0 + 700 * 24 * HOUR));
            let accredit = Accredit { key: key(number), office, from, until };
            world.give(member, Office::Root, members::Command::Accredit(accredit).into());
        }
        world
    }

    /// Gives a command in a block of its own.
    pub(crate) fn give(&mut self, member: &str, office: Office, command: Command) {
        self.given += 1;
        let mut id = [0; 32];
        id[..8].copy_from_slice(&self.given.to_be_bytes());
        let at = Moment(self.partnership.moment().0 + 1);
        let post = Post { member: member.parse().unwrap(), office };
        let command = Authentic::presumed(CommandId(id), post, Moment(at.0 + HOUR), command);
        self.step(at, &[command]);
    }

    /// Lets time pass.
    pub(crate) fn wait(&mut self, hours: u64) {
        self.step(Moment(self.partnership.moment().0 + hours * HOUR), &[]);
    }

    fn step(&mut self, at: Moment, commands: &[Authentic]) {
        // What is not even taken (too many commands today) changes nothing.
        let Ok(stepped) = self.partnership.step_presumed(at, commands) else { return };
        for booked in &stepped.booked {
            self.records.hear(booked);
        }
        self.records.reach(self.partnership.height(), self.partnership.moment());
        self.booked.extend(stepped.booked);
    }

    pub(crate) fn standing(&self, decision: u32, member: &str) -> Option<CommandId> {
        let decision = quorate_partnership::DecisionNo(decision);
        self.records.standing_vote(decision, member.parse().unwrap())
    }
}

/// Every register of some records.
pub(crate) fn tables(records: &Records) -> Vec<Table> {
    Register::ALL.iter().map(|register| records.register(*register)).collect()
}
