//! Lines of the bank's statement that are put right: what no story with them breaks.

use std::collections::{BTreeMap, BTreeSet};

use quorate_ledger::{Account, Side};
use quorate_partnership::{Event, cases, fund};

use crate::invariants::{all_hold, cash_book};
use crate::mixed::{Mixed, mixed};
use crate::story::{HOUR, Step, What, leaves, pays_in, step};
use crate::world::World;

const ALLOCATED: u16 = 15;
const COMMITTED: u16 = 16;
const CONSUMED: u16 = 17;
const CASH: u16 = 100;

/// A line that is neither receipt nor payment is booked, and put right by two.
pub(crate) fn corrected(member: usize, kind: u8, amount: u32, from: Option<usize>) -> Vec<Step> {
    vec![
        step(1, member, What::OtherLine { kind, amount, back: 0, reference: 101 }),
        step(1, member + 1, What::CountersignLine { line: 0 }),
        step(1, member + 1, What::Correct { line: 0, from }),
        step(1, member + 2, What::Correct { line: 0, from }),
        step(1, member + 2, What::Correct { line: 1, from: None }),
        step(1, member + 3, What::Correct { line: 1, from: None }),
    ]
}

/// Cash is what the booked lines add up to, but for those that were taken back.
pub(crate) fn cash_is_what_the_bank_says(world: &World) {
    let (mut entered, mut paid, mut cash) = (BTreeMap::new(), BTreeSet::new(), 0);
    let mut change = BTreeMap::new();
    for booked in &world.booked {
        match &booked.event {
            Event::Fund(fund::Event::LineEntered { line, .. }) => {
                entered.insert(line.number, line.statement.clone());
            }
            Event::Fund(fund::Event::LineBooked { line, .. }) => {
                let (purpose, amount) = (entered[line].purpose, entered[line].amount.minor());
                let by = match purpose {
                    // It left and came back at once.
                    fund::Purpose::Returned { payment } if !paid.contains(&payment) => 0,
                    _ if purpose.is_credit() => amount,
                    _ => -amount,
                };
                cash += by;
                assert!(change.insert(*line, by).is_none(), "{line} is booked twice");
            }
            Event::Fund(fund::Event::LineTakenBack { line, .. }) => cash -= change[line],
            Event::Cases(cases::Event::Paid { payment, .. }) => _ = paid.insert(*payment),
            _ => {}
        }
    }
    let books = world.partnership.fund().books();
    let account = Account::new(CASH, "").unwrap();
    assert_eq!(books.balance(&cash_book(&world.partnership), &account).net(Side::Debit), cash);
}

/// What was set aside for a case stays: allocated, committed or consumed, whatever is corrected or lost.
pub(crate) fn what_is_set_aside_stays(world: &World) {
    let authority = fund::book::authority(world.partnership.charter());
    let mut asked = 0;
    let mut requests = BTreeMap::new();
    for booked in &world.booked {
        match &booked.event {
            Event::Cases(cases::Event::Requested { case, request, .. }) => {
                let total: i128 = request.tranches.iter().map(|terms| terms.amount.minor()).sum();
                requests.insert(*case, total);
            }
            Event::Cases(cases::Event::Approved { case, .. }) => asked += requests[case],
            _ => {}
        }
    }
    let codes = [ALLOCATED, COMMITTED, CONSUMED];
    let books = world.partnership.fund().books();
    let of =
        books.accounts().filter(|(book, account, _)| *book == authority && codes.contains(&account.code()));
    let stands: i128 = of.map(|(_, _, balance)| balance.net(Side::Credit)).sum();
    assert_eq!(stands, asked);
}

#[test]
fn they_are_looked_at_while_lines_are_corrected() {
    let mut happened = [0; 3];
    for (kind, from) in [(0, Some(1)), (0, None), (1, None), (2, None), (5, None)] {
        let story = [pays_in(1, 100, 0), corrected(0, kind, 7, from)].concat();
        let mut world = World::begin();
        world.go_on(&story, all_hold);
        for booked in &world.booked {
            match booked.event {
                Event::Fund(fund::Event::LineIdentified { .. }) => happened[0] += 1,
                Event::Fund(fund::Event::LineTakenBack { .. }) => happened[1] += 1,
                Event::Fund(fund::Event::Alarmed { .. }) => happened[2] += 1,
                _ => {}
            }
        }
    }
    assert_eq!(happened, [1, 9, 1], "each line of another kind, and each receipt");
}

/// A member leaves, or stays a day too long for that, and is paid some of its share as it falls due.
pub(crate) fn settled(member: usize, days: u64, pay: &[(u64, u32)]) -> Vec<Step> {
    let mut steps = leaves(member, days);
    for (after, amount) in pay {
        let pays_out = Mixed::PayOut { to: member % 4, amount: *amount };
        steps.push(mixed(after * 24 * HOUR, (member + 1) % 4, pays_out));
        steps.push(step(1, (member + 2) % 4, What::CountersignLine { line: 0 }));
    }
    steps
}
