//! What no mixture of all that is done with money breaks, counted again from the record alone.

use proptest::prelude::*;
use quorate_charter::MemberCode;
use quorate_ledger::{Account, BookId, Limit, Side};
use quorate_partnership::fund::{self, DueOf, LeavingEvent};
use quorate_partnership::{Event, Partnership, audit, cases};

use crate::lines::{settled, what_is_set_aside_stays};
use crate::mixed::{Mixed, called_and_paid, euros, lent, mixed, story};
use crate::mixed_count::Count;
use crate::mixed_treasury::{each, got_as_far, losses_are_borne, with_treasury};
use crate::others::{audited, in_kind, nobody_gives_more_than_it_offered, of_others};
use crate::periods::sealed;
use crate::story::pays_in;
use crate::world::{MEMBERS, World};

const DUES: &str = include_str!("../../../../charters/dues.toml");
const CURRENCIES: &str =
    "\n[currencies]\narticle = 20\naccepted = [\"EUR\"]\nrate-age = \"7d\"\nbuffer = \"5%\"\n";

/// With a share for whoever leaves, in three instalments.
fn dues() -> String {
    let notice = "notice = \"365d\"";
    DUES.replace(notice, &[notice, "\nsettlement = { instalments = 3, every = \"20d\" }"].concat())
}

fn begin() -> World {
    World::under(&with_treasury(&[&dues(), CURRENCIES].concat()))
}

/// The same where neither money nor notes count whole, so that rounding shows.
fn begin_by_shares() -> World {
    let shares = dues().replace("paid-in = \"100%\", notes = \"50%\"", "paid-in = \"60%\", notes = \"45%\"");
    assert_ne!(shares, dues());
    World::under(&with_treasury(&[&shares, CURRENCIES].concat()))
}

/// Accounts of a ledger, as their codes say which side is theirs.
pub(crate) struct Stands<'p>(pub(crate) &'p Partnership);

impl Stands<'_> {
    pub(crate) fn on(&self, book: BookId, code: u16, of: &str) -> i128 {
        let books = self.0.fund().books();
        let normal = books.chart().find(code).unwrap().normal;
        books.balance(&book, &Account::new(code, of).unwrap()).net(normal)
    }

    pub(crate) fn cash(&self, code: u16, of: &str) -> i128 {
        self.on(fund::book::cash(self.0.charter()), code, of)
    }

    pub(crate) fn all(&self, code: u16) -> i128 {
        let (books, cash) = (self.0.fund().books(), fund::book::cash(self.0.charter()));
        let normal = books.chart().find(code).unwrap().normal;
        let of = books.accounts().filter(|(book, account, _)| *book == cash && account.code() == code);
        of.map(|(_, _, balance)| balance.net(normal)).sum()
    }
}

fn accounts_hold(partnership: &Partnership) {
    let books = partnership.fund().books();
    assert!(books.is_balanced());
    for (book, account, balance) in books.accounts() {
        let kind = books.chart().find(account.code()).unwrap();
        assert!(kind.limit == Limit::None || balance.available(kind.normal) >= 0, "{account} of {book}");
        // What was consumed, given or lost comes back once.
        if matches!(account.code(), 17 | 500 | 505) {
            assert!(balance.net(kind.normal) >= 0, "{account} of {book}: {balance:?}");
        }
    }
    let eur = quorate_ledger::Currency::from_code("EUR").unwrap();
    let on = |code, side| -> i128 {
        let of = books.accounts().filter(|(book, of, _)| *book == BookId::Cash(eur) && of.code() == code);
        of.map(|(_, _, balance)| balance.net(side)).sum()
    };
    assert_eq!(on(100, Side::Debit), on(206, Side::Credit));
}

fn members_owe_what_the_record_says(world: &World, count: &Count) {
    let stands = Stands(&world.partnership);
    let (mut owed, mut ahead) = (0, 0);
    for member in MEMBERS {
        let code: MemberCode = member.parse().unwrap();
        let sum = |advanced| -> i128 {
            count.owed.of(code).filter(|item| item.advanced == advanced).map(|item| item.amount.minor()).sum()
        };
        assert_eq!(sum(false), stands.cash(111, member), "{member}: due");
        assert_eq!(sum(true), stands.cash(114, member), "{member}: advanced");
        owed += sum(true);
        let of_member = count.ahead.iter().filter(|next| next.0 == code);
        let later: i128 = of_member.map(|next| next.3).sum();
        assert_eq!(later, stands.cash(110, member), "{member}: not yet due");
        ahead += later;
        let owes = stands.cash(111, member) + stands.cash(113, member) + stands.cash(114, member);
        assert!(owes == 0 || stands.cash(200, member) == 0, "{member} owes {owes} beside prepaid money");
    }
    assert_eq!(owed, stands.all(205), "what was advanced is to be given back");
    assert_eq!(ahead, stands.all(110));
    let now = world.partnership.moment();
    assert!(
        count.ahead.iter().all(|next| next.1 > now),
        "what fell due by {now:?} is ahead: {:?}",
        count.ahead
    );
}

fn authority_follows_money(world: &World, count: &Count) {
    let stands = Stands(&world.partnership);
    // What left with those that left came once: what gave way to it had counted for it.
    let came = stands.all(300) + count.shares + stands.all(205)
        - stands.all(110)
        - stands.all(111)
        - stands.all(114);
    let share = world.partnership.charter().fund().paid_in_counts().unwrap();
    let (above, below) = (i128::from(share.numerator()), i128::from(share.denominator()));
    let counts = came * above / below + count.noted;
    let granted = stands.on(fund::book::authority(world.partnership.charter()), 10, "") + count.gave_way;
    // Of a note so much counts before it is paid as the charter says; what of it stands as receivable is in neither.
    assert!(granted <= counts, "{granted} granted, {came} came and {} noted", count.noted);
    assert!(above < below || count.other || granted == counts, "{granted}, {came} and {}", count.noted);
}

/// What is owed to those that left is what has not fallen due and what can be paid; it is there as their part of the cash as
/// long as nothing was lost, and nothing falls due unseen.
fn settlements_hold(world: &World, count: &Count) {
    let stands = Stands(&world.partnership);
    let mut ahead = 0;
    for member in MEMBERS {
        let of_member = count.planned.iter().filter(|next| next.0.as_str() == member);
        let planned: i128 = of_member.map(|next| next.2).sum();
        assert!(planned <= stands.cash(204, member), "{member}: {planned} is to fall due");
        ahead += planned;
    }
    assert!(ahead <= stands.all(204));
    let now = world.partnership.moment();
    assert!(count.planned.iter().all(|next| next.1.begins() > now), "{:?}", count.planned);
}

/// I-40: by a withdrawal, or by what comes free afterwards, help that was approved waits for no more than it did before.
fn withdrawals_leave_help_its_money(world: &World) {
    let last = world.blocks.last().unwrap().height();
    let of_block = world.booked.iter().filter(|booked| booked.height == last);
    let settled = of_block.filter_map(|booked| match &booked.event {
        Event::Fund(fund::Event::Leaving(LeavingEvent::Settled { instalments, reckoning, .. })) => {
            let rest: i128 = instalments.iter().map(|next| next.amount.minor()).sum();
            Some((rest, reckoning.net.minor()))
        }
        _ => None,
    });
    for (rest, net) in settled {
        assert!(rest <= net.max(0), "{rest} leaves of {net}");
    }
}

fn all_hold(world: &World) {
    let (partnership, count) = (&world.partnership, Count::of(world));
    assert!(partnership.next_deadline().is_none_or(|deadline| deadline > partnership.moment()));
    accounts_hold(partnership);
    members_owe_what_the_record_says(world, &count);
    authority_follows_money(world, &count);
    what_of_cases_holds(world, &count);
    settlements_hold(world, &count);
    withdrawals_leave_help_its_money(world);
    losses_are_borne(world, &count);
    nobody_gives_more_than_it_offered(world);
}

fn what_of_cases_holds(world: &World, count: &Count) {
    let stands = Stands(&world.partnership);
    assert_eq!(count.unplaced.values().sum::<i128>(), stands.cash(117, ""), "suspense");
    let mut lent = 0;
    for (case, outstanding) in &count.lent {
        // What the bank has in hand is lent in the books, and has not left yet.
        let tranches = (1..3).map(|tranche| format!("case-{}/tranche-{tranche}", case.0));
        let in_flight: i128 = tranches.map(|of| stands.cash(202, &of)).sum();
        let stands = stands.cash(116, &format!("case-{}", case.0));
        assert_eq!(outstanding + in_flight, stands, "{case}");
        lent += stands;
    }
    assert_eq!(lent, stands.all(116));
}

/// A snapshot comes back as it was.
fn comes_back(world: &World) {
    let bytes = world.partnership.to_snapshot();
    let back = Partnership::from_snapshot(&bytes, &world.genesis).unwrap();
    assert_eq!(back, world.partnership);
    assert_eq!(back.to_snapshot(), bytes);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_mixture_breaks_them(story in story()) {
        let mut world = begin();
        let mut blocks = 0;
        world.go_on(&story, |world| {
            all_hold(world);
            blocks += 1;
            if blocks % 8 == 0 {
                comes_back(world);
            }
        });
        comes_back(&world);
    }

    #[test]
    fn no_mixture_breaks_them_by_shares(story in story()) {
        begin_by_shares().go_on(&story, all_hold);
    }
}

#[test]
fn mixtures_get_as_far_as_each_of_them() {
    use quorate_partnership::fund::Event as E;
    let sign =
        |member| mixed(1, member, Mixed::Sign { at_once: 20, callable: 300, later: vec![(5, 10), (50, 30)] });
    let story = [
        pays_in(3, 300, 400),
        vec![sign(1), sign(2), mixed(1, 1, Mixed::Note { days: vec![(60, 20), (70, 13)] })],
        called_and_paid(3, 200, &[(3, 90, 0), (2, 30, 20)]),
        called_and_paid(3, 60, &[(1, 400, 40), (2, 400, 1)]),
        euros(0, 150, 100, 30),
        lent(0, Mixed::Lend { amount: 50, interest: Some(100_000) }, &[(20, 10, true), (90, 60, true)]),
        each(),
        lent(0, Mixed::Guarantee { amount: 20, term: 60 }, &[(1, 5, false), (70, 2, false)]),
        of_others(in_kind(0, 5, true, Some(600))),
        sealed(2, 1),
        of_others(audited(3, false)),
        settled(3, 365, &[(21, 5), (41, 7)]),
    ];
    let mut world = begin();
    world.go_on(&story.concat(), |world| {
        all_hold(world);
        comes_back(world);
    });
    let has = |wanted: fn(&E) -> bool| {
        world.booked.iter().any(|booked| matches!(&booked.event, Event::Fund(event) if wanted(event)))
    };
    let refused: Vec<_> =
        world.booked.iter().filter(|booked| matches!(booked.event, Event::Refused { .. })).collect();
    assert!(has(|event| matches!(event, E::NoteLodged { .. })), "{refused:#?}");
    assert!(has(|event| matches!(event, E::FellDue { of: DueOf::Note, .. })));
    assert!(has(|event| matches!(event, E::SteppedUp { parts, .. } if !parts.is_empty())));
    assert!(has(|event| matches!(event, E::FellDue { of: DueOf::StepUp { .. }, .. })));
    assert!(
        has(|event| matches!(event, E::Currencies(fund::CurrencyEvent::Exchanged { .. }))),
        "{refused:#?}"
    );
    assert!(has(|event| matches!(event, E::Leaving(LeavingEvent::FellDue { .. }))), "{refused:#?}");
    assert!(Stands(&world.partnership).all(204) > 0);
    assert!(got_as_far(&world), "{refused:#?}");
    let case = |wanted: fn(&cases::Event) -> bool| {
        world.booked.iter().any(|booked| matches!(&booked.event, Event::Cases(event) if wanted(event)))
    };
    assert!(case(|event| matches!(event, cases::Event::Repaid { .. })), "{refused:#?}");
    assert!(case(|event| matches!(event, cases::Event::Recovered { .. })), "{refused:#?}");
    assert!(
        case(|event| matches!(event, cases::Event::InKind(cases::InKindEvent::Returned { .. }))),
        "{refused:#?}"
    );
    let audit = |wanted: fn(&audit::Event) -> bool| {
        world.booked.iter().any(|booked| matches!(&booked.event, Event::Audit(event) if wanted(event)))
    };
    assert!(audit(|event| matches!(event, audit::Event::FindingClosed { .. })), "{refused:#?}");
    assert!(
        audit(|event| matches!(event, audit::Event::OpinionGiven { replaces: Some(_), .. })),
        "{refused:#?}"
    );
    what_is_set_aside_stays_or_came_back(&world);
}

fn what_is_set_aside_stays_or_came_back(world: &World) {
    let gave_back = |event: &Event| {
        matches!(
            event,
            Event::Cases(
                cases::Event::Repaid { .. }
                    | cases::Event::Recovered { .. }
                    | cases::Event::WrittenOff { .. }
                    | cases::Event::GuaranteeReleased { .. }
            )
        )
    };
    if !world.booked.iter().any(|booked| gave_back(&booked.event)) {
        what_is_set_aside_stays(world);
    }
}
