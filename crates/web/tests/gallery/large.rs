//! A record of forty members, in which as much happened as one likes; benchmarks read it too.
#![allow(dead_code, reason = "shared with benchmarks; each uses a part")]

use std::fmt::Write as _;

use quorate_charter::{Charter, MemberCode, Office};
use quorate_ledger::{Account, BookId, Currency, Entry, Money};
use quorate_partnership::decisions::{Choice, Counted, Effect, Event as Decided, Poll};
use quorate_partnership::fund::{self, About};
use quorate_partnership::{
    Booked, By, CaseNo, CommandId, DecisionNo, EffectHash, EntryNo, Event, LineNo, Moment, Nature, Post,
    cases,
};
use quorate_records::Records;
use quorate_voting::Verdict;

use crate::begun::treaty::KINDS;
use crate::begun::{BEGINS, begun_as, booked};

const TREATY: &str = include_str!("../../../../charters/treaty.toml");
pub(crate) const MEMBERS: usize = 40;
/// So many of the last decisions are still open.
const OPEN: u32 = 20;

/// The members' codes: the four founders and thirty-six that are no State's.
pub(crate) fn codes() -> Vec<MemberCode> {
    let letters = |at: u8| [b'X', b'A' + at / 26, b'A' + at % 26];
    let others = (0..).map(letters).map(|code| String::from_utf8(code.into()).unwrap());
    let founders = ["CAN", "DEU", "FRA", "GBR"].map(String::from);
    founders.into_iter().chain(others).take(MEMBERS).map(|code| code.parse().unwrap()).collect()
}

/// The whole treaty among all of them.
pub(crate) fn charter() -> String {
    let (mut members, mut weights) = (String::new(), String::new());
    for (at, code) in codes().iter().enumerate().skip(4) {
        writeln!(members, "[member.{code}]\nname = {{ en = \"Member {at}\", fr = \"Membre {at}\" }}")
            .unwrap();
        write!(weights, ", {code} = {}", 1_000_000 + at * 250_000).unwrap();
    }
    let text = TREATY.replace("\n[measure.population]", &format!("{members}\n[measure.population]"));
    text.replace("GBR = 69226000", &format!("GBR = 69226000{weights}"))
}

/// So many decisions, on each of which so many members voted, as many entries in the books and in the treaty's other registers.
pub(crate) fn large(decisions: u32, votes: usize) -> Records {
    let charter = Charter::read(&charter()).unwrap();
    let mut large = Large {
        records: begun_as(Nature::Rehearsal { rate: 0 }, TREATY, &charter),
        verdict: adopted(&charter),
        members: codes(),
        charter,
    };
    for number in 1..=decisions {
        large.decide(number, votes, number + OPEN <= decisions);
        large.hear(number, posted(number));
        for event in KINDS.iter().flat_map(|(entry, _)| entry(number)) {
            large.hear(number, event);
        }
    }
    large.records
}

struct Large {
    records: Records,
    charter: Charter,
    members: Vec<MemberCode>,
    verdict: Verdict,
}

impl Large {
    fn hear(&mut self, number: u32, event: impl Into<Event>) {
        self.records.hear(&booked(number, event));
    }

    /// Asked for, tabled, voted on, and closed if it is not one of the last.
    fn decide(&mut self, number: u32, votes: usize, closes: bool) {
        let (decision, case) = (DecisionNo(number), CaseNo(number));
        let beneficiary = self.members[number as usize % MEMBERS];
        let request = cases::Request {
            purpose: "Ammunition and spare parts for the air defence".parse().unwrap(),
            payee: format!("account {number}").parse().unwrap(),
            tranches: Vec::new(),
            kind: None,
        };
        self.hear(number, cases::Event::Requested { case, beneficiary, request });
        let participating: Vec<MemberCode> =
            self.members.iter().copied().filter(|member| *member != beneficiary).collect();
        let closing =
            Moment(booked(number, tabled(number, beneficiary, &self.charter)).at.0 + 72 * 3_600_000);
        self.hear(number, tabled(number, beneficiary, &self.charter));
        let not_taking_part = vec![beneficiary];
        self.hear(
            number,
            Decided::Opened {
                decision,
                participating: participating.clone(),
                not_taking_part,
                closes: closing,
                version: 1,
            },
        );
        for (at, member) in participating.iter().take(votes).enumerate() {
            self.vote(number, *member, if at % 9 == 8 { Choice::Abstain } else { Choice::InFavour });
        }
        if closes {
            let verdict = self.verdict.clone();
            let counted = Vec::<Counted>::new();
            self.hear(
                number,
                Decided::Closed { decision, verdict, counted, executable_until: None, silent: None },
            );
        }
    }

    fn vote(&mut self, number: u32, member: MemberCode, choice: Choice) {
        let mut command = [7; 32];
        command[..4].copy_from_slice(&number.to_be_bytes());
        command[4..7].copy_from_slice(member.as_str().as_bytes());
        let post = Post { member, office: Office::Representative };
        let by = Some(By { command: CommandId(command), post, key: None });
        let decision = DecisionNo(number);
        let voted =
            Decided::Voted { decision, member, choice, replaces: None, explanation: None, reserve: None };
        self.records.hear(&Booked { by, ..booked(number, voted) });
    }
}

fn tabled(number: u32, mover: MemberCode, charter: &Charter) -> Decided {
    Decided::Tabled {
        decision: DecisionNo(number),
        mover,
        title: format!("Help in the case {number}").parse().unwrap(),
        effect: Effect::Assist { case: CaseNo(number) },
        bound: EffectHash([7; 32]),
        rule: charter.cases().rule().name().clone(),
    }
}

/// The verdict on a vote in which all are in favour.
fn adopted(charter: &Charter) -> Verdict {
    let codes = codes();
    let (out, participating) = codes.split_first().unwrap();
    let seats = (participating, std::slice::from_ref(out));
    let rule = charter.cases().rule();
    let mut poll = Poll::open(charter, rule, *out, seats, Moment(BEGINS), Moment(BEGINS + 1)).unwrap();
    for member in participating {
        let (decision, choice) = (DecisionNo(1), Choice::InFavour);
        let voted = Decided::Voted {
            decision,
            member: *member,
            choice,
            replaces: None,
            explanation: None,
            reserve: None,
        };
        let post = Post { member: *member, office: Office::Representative };
        poll.hear(&voted, Some(&By { command: CommandId([7; 32]), post, key: None }));
    }
    poll.verdict().unwrap()
}

/// What is due of a member, and what pays it, in turn.
fn posted(number: u32) -> Event {
    let currency = Currency::from_code("USD").unwrap();
    let members = codes();
    let of = members[(number as usize / 2) % MEMBERS];
    let account = |code, of: &str| Account::new(code, of).unwrap();
    let (debit, credit) = match number % 2 {
        1 => (account(111, of.as_str()), account(300, of.as_str())),
        _ => (account(100, ""), account(111, of.as_str())),
    };
    let amount = Money::new(100_000_000, currency).unwrap();
    let posted = fund::Event::Posted {
        number: EntryNo(number),
        entry: Entry::transfer(BookId::Cash(currency), debit, credit, amount).unwrap(),
        about: About::Line { line: LineNo(number) },
        effective: Moment(BEGINS + u64::from(number) * 600_000).day(),
        reverses: None,
        late: None,
    };
    posted.into()
}
