//! What no story breaks: the books, what members signed, and who has to sign before money leaves.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use quorate_charter::MemberCode;
use quorate_ledger::{Account, BookId, Limit, Side};
use quorate_partnership::{CaseNo, Event, Partnership, PaymentNo, cases, decisions, fund};

use crate::lines::{cash_is_what_the_bank_says, what_is_set_aside_stays};
use crate::story::{help, pays_in, story};
use crate::world::{MEMBERS, World};

const CALLABLE: u16 = 3;
const GRANTED: u16 = 10;
const NOT_INSTRUCTED: u16 = 118;
const BANK_CHARGES: u16 = 503;
const CASH: u16 = 100;
const DUE: u16 = 111;
const PREPAID: u16 = 200;
const IN_FLIGHT: u16 = 202;
const PAID_IN: u16 = 300;

pub(crate) fn cash_book(partnership: &Partnership) -> BookId {
    fund::book::cash(partnership.charter())
}

/// Every book is balanced and every account keeps its limit, holds included.
fn books_hold(partnership: &Partnership) {
    let books = partnership.fund().books();
    assert!(books.is_balanced());
    for (book, account, balance) in books.accounts() {
        let kind = books.chart().find(account.code()).unwrap();
        if kind.limit == Limit::NeverBelowZero {
            assert!(balance.available(kind.normal) >= 0, "{account} of {book}: {balance:?}");
        }
    }
}

/// Whoever is to pay a part of a call had signed when the vote on it was opened.
fn calls_bind_who_had_signed(world: &World) {
    let (mut signed, mut opened) = (BTreeMap::new(), BTreeMap::new());
    for booked in &world.booked {
        match &booked.event {
            Event::Fund(fund::Event::AgreementSigned { member, .. }) => {
                signed.insert(*member, booked.at);
            }
            Event::Decisions(decisions::Event::Opened { decision, .. }) => {
                opened.insert(*decision, booked.at);
            }
            Event::Fund(fund::Event::Called { decision: Some(decision), parts, .. }) => {
                assert!(parts.iter().all(|part| signed[&part.member] <= opened[decision]), "{parts:?}");
            }
            _ => {}
        }
    }
}

/// Callable is never below zero, and nobody is ever due more than it signed.
fn nobody_beyond_what_it_signed(world: &World) {
    let (partnership, mut signed) = (&world.partnership, BTreeMap::new());
    for booked in &world.booked {
        if let Event::Fund(fund::Event::AgreementSigned { member, paid_in, callable, .. }) = &booked.event {
            signed.insert(*member, paid_in.minor() + callable.minor());
        }
    }
    let (books, memoranda) = (partnership.fund().books(), fund::book::memoranda(partnership.charter()));
    for member in MEMBERS {
        let account = |code| Account::new(code, member).unwrap();
        assert!(books.balance(&memoranda, &account(CALLABLE)).net(Side::Debit) >= 0);
        // All that was ever due from the member is its capital, paid since or not.
        let due = books.balance(&cash_book(partnership), &account(PAID_IN)).credits;
        let most = signed.get(&member.parse::<MemberCode>().unwrap()).copied().unwrap_or(0);
        assert!(due <= most, "{member} owed {due} and signed {most}");
    }
}

fn cash_covers_what_is_in_flight(partnership: &Partnership) {
    let (books, cash) = (partnership.fund().books(), cash_book(partnership));
    let in_flight =
        books.accounts().filter(|(book, account, _)| *book == cash && account.code() == IN_FLIGHT);
    let in_flight: i128 = in_flight.map(|(_, _, balance)| balance.net(Side::Credit)).sum();
    let have = books.balance(&cash, &Account::new(CASH, "").unwrap()).net(Side::Debit);
    assert!(have >= in_flight, "{have} in cash and {in_flight} in flight");
}

/// Nobody's money waits beside its own due, and all that was paid of what was due counts, whenever it came in:
/// the charter of these stories counts every cent.
fn no_money_is_trapped(partnership: &Partnership) {
    let (books, cash) = (partnership.fund().books(), cash_book(partnership));
    let mut paid = 0;
    for member in MEMBERS {
        let on = |code, side| books.balance(&cash, &Account::new(code, member).unwrap()).net(side);
        let due = on(DUE, Side::Debit);
        assert!(due == 0 || on(PREPAID, Side::Credit) == 0, "{member} owes {due} beside prepaid money");
        paid += on(PAID_IN, Side::Credit) - due;
    }
    let authority = fund::book::authority(partnership.charter());
    let granted = books.balance(&authority, &Account::new(GRANTED, "").unwrap()).net(Side::Debit);
    let lost =
        [BANK_CHARGES, NOT_INSTRUCTED].map(|code| books.balance(&cash, &Account::new(code, "").unwrap()));
    assert!(granted <= paid, "{granted} granted and {paid} paid");
    // Only what was lost counts no more.
    assert!(granted == paid || lost.iter().any(|balance| balance.debits > 0), "{granted} and {paid}");
}

/// Whatever is with the bank was signed by treasurers of two members, neither of them the beneficiary.
fn nothing_leaves_without_two_signatures(world: &World) {
    let mut beneficiaries: BTreeMap<CaseNo, MemberCode> = BTreeMap::new();
    let mut signatures: BTreeMap<PaymentNo, (CaseNo, BTreeSet<MemberCode>)> = BTreeMap::new();
    for booked in &world.booked {
        let Event::Cases(event) = &booked.event else { continue };
        match event {
            cases::Event::Requested { case, beneficiary, .. } => {
                beneficiaries.insert(*case, *beneficiary);
            }
            cases::Event::Instructed { payment, case, by, .. } => {
                signatures.insert(*payment, (*case, BTreeSet::from([*by])));
            }
            cases::Event::Countersigned { payment, by, dropped } => {
                let signed = &mut signatures.get_mut(payment).unwrap().1;
                signed.retain(|member| !dropped.contains(member));
                assert!(signed.insert(*by), "{payment}: {by} signed twice");
            }
            cases::Event::Released { payment } | cases::Event::Paid { payment, .. } => {
                let (case, signed) = &signatures[payment];
                assert!(signed.len() >= 2 && !signed.contains(&beneficiaries[case]), "{payment}: {signed:?}");
            }
            _ => {}
        }
    }
}

/// Only those who take part are counted, once each; nobody votes on what has closed, and it closes once; what is
/// adopted has somebody in favour; and what is executed was adopted and was not executed before.
fn decisions_are_taken_once_by_those_who_take_part(world: &World) {
    let (mut participating, mut adopted) = (BTreeMap::new(), BTreeSet::new());
    let mut closed = BTreeSet::new();
    for booked in &world.booked {
        let Event::Decisions(event) = &booked.event else { continue };
        match event {
            decisions::Event::Opened { decision, participating: members, .. } => {
                assert!(
                    participating.insert(*decision, members.clone()).is_none(),
                    "{decision}: opened twice"
                );
            }
            decisions::Event::Closed { decision, verdict, counted, .. } => {
                assert!(closed.insert(*decision), "{decision}: closed twice");
                let voted: BTreeSet<MemberCode> = counted.iter().map(|vote| vote.member).collect();
                assert!(voted.len() == counted.len(), "{decision}: {counted:?}");
                assert!(voted.iter().all(|member| participating[decision].contains(member)));
                let in_favour = counted.iter().any(|vote| vote.choice == decisions::Choice::InFavour);
                assert!(in_favour || !verdict.adopted());
                if verdict.adopted() {
                    adopted.insert(*decision);
                }
            }
            decisions::Event::Voted { decision, .. } | decisions::Event::ProxyGiven { decision, .. } => {
                assert!(!closed.contains(decision), "{decision}: still open");
            }
            decisions::Event::Executed { decision } => assert!(adopted.remove(decision), "{decision}"),
            _ => {}
        }
    }
}

/// Whatever fell due was met, and left nothing on the agenda: no vote stays open past its last call.
fn no_deadline_is_left_behind(partnership: &Partnership) {
    assert!(partnership.next_deadline().is_none_or(|deadline| deadline > partnership.moment()));
}

pub(crate) fn all_hold(world: &World) {
    no_deadline_is_left_behind(&world.partnership);
    books_hold(&world.partnership);
    cash_covers_what_is_in_flight(&world.partnership);
    cash_is_what_the_bank_says(world);
    what_is_set_aside_stays(world);
    no_money_is_trapped(&world.partnership);
    nobody_beyond_what_it_signed(world);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn no_story_breaks_them(story in story()) {
        let mut world = World::begin();
        world.go_on(&story, all_hold);
        nothing_leaves_without_two_signatures(&world);
        calls_bind_who_had_signed(&world);
        decisions_are_taken_once_by_those_who_take_part(&world);
    }
}

#[test]
fn they_are_looked_at_while_money_waits_for_a_due() {
    let mut story = pays_in(1, 40, 0);
    // The money comes in first, and more of it than will be due.
    story.rotate_left(1);
    let (mut world, mut prepaid) = (World::begin(), Vec::new());
    world.go_on(&story, |world| {
        all_hold(world);
        let account = Account::new(PREPAID, "DEU").unwrap();
        prepaid.push(
            world
                .partnership
                .fund()
                .books()
                .balance(&cash_book(&world.partnership), &account)
                .net(Side::Credit),
        );
    });
    assert_eq!(prepaid, [0, 0, 40, 0], "begun, entered, booked, signed");
}

#[test]
fn they_are_looked_at_while_money_is_in_flight() {
    let story = [pays_in(1, 100, 0), help(0, 40, [0, 0, 0])].concat();
    let (mut world, mut in_flight) = (World::begin(), 0);
    world.go_on(&story, |world| {
        all_hold(world);
        let book = cash_book(&world.partnership);
        let tranche = Account::new(IN_FLIGHT, "case-1/tranche-1").unwrap();
        in_flight =
            in_flight.max(world.partnership.fund().books().balance(&book, &tranche).net(Side::Credit));
    });
    assert_eq!(in_flight, 40);
    nothing_leaves_without_two_signatures(&world);
}
