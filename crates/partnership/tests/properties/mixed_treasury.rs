//! What a mixed story does with what the fund has: investments, budgets, and calls to restore.

use proptest::prelude::*;
use quorate_charter::Office;
use quorate_ledger::Side;
use quorate_partnership::fund::{self, InvestmentName, Purpose};
use quorate_partnership::{Booked, Command, Day, Event, Moment, decisions};

use crate::commands::usd;
use crate::mixed::{Mixed, booked, ends, mixed};
use crate::mixed_books::Stands;
use crate::mixed_commands::tables;
use crate::mixed_count::Count;
use crate::story::{HOUR, Step, What, help, step};
use crate::world::World;

const ARTICLES: &str = "
[reserve]
article = 21
of-income = \"50%\"
[treasury]
article = 22
invest-at-most = \"60%\"
maturity-at-most = \"90d\"
floor = \"0.05\"
[budget]
article = 23
decided-by = \"call\"
late-lines = \"30d\"
";

/// A charter with the articles on all this.
pub(crate) fn with_treasury(charter: &str) -> String {
    let calls = "decided-by = \"call\"\nrestore = { decided-by = \"call\" }";
    let with = charter.replacen("decided-by = \"call\"", calls, 1);
    assert_ne!(with, charter);
    [&with, ARTICLES].concat()
}

/// Amounts in cents; investments are named by few letters, so that names meet again.
#[derive(Clone, Debug)]
pub(crate) enum Treasury {
    Invest { name: u8, amount: u32, days: u32 },
    Divest { name: u8, amount: u32 },
    Expense { amount: u32 },
    Budget { amount: u32 },
    Restore { amount: u32 },
}

fn name(name: u8) -> InvestmentName {
    char::from(b'a' + name % 4).to_string().parse().unwrap()
}

impl Treasury {
    pub(crate) fn office(&self) -> Office {
        match self {
            Treasury::Budget { .. } | Treasury::Restore { .. } => Office::Representative,
            _ => Office::Treasurer,
        }
    }

    pub(crate) fn command(&self, world: &World, at: Moment) -> Command {
        let year = at.day().year();
        let (purpose, amount) = match self {
            Treasury::Invest { name: of, amount, days } => {
                (Purpose::Invest { name: name(*of), matures: Day(at.day().0 + days) }, amount)
            }
            Treasury::Divest { name: of, amount } => (Purpose::Divest { name: name(*of) }, amount),
            Treasury::Expense { amount } => (Purpose::Expense { year }, amount),
            Treasury::Budget { amount } => {
                return tables(decisions::Effect::Budget { year, amount: usd(*amount) });
            }
            Treasury::Restore { amount } => {
                return tables(decisions::Effect::Restore { total: usd(*amount) });
            }
        };
        world.line(purpose, usd(*amount), at)
    }
}

/// Something of it is done: a line is countersigned, a decision adopted and executed.
pub(crate) fn done(member: usize, what: Treasury) -> Vec<Step> {
    match what {
        Treasury::Budget { .. } | Treasury::Restore { .. } => ends(member, Mixed::Treasury(what)),
        _ => vec![mixed(1, member, Mixed::Treasury(what)), booked(member + 1)],
    }
}

/// Each of it once: an investment that loses, a budget that is spent, and what restores what was lost.
pub(crate) fn each() -> Vec<Step> {
    let all = [
        done(2, Treasury::Invest { name: 0, amount: 40, days: 30 }),
        done(2, Treasury::Divest { name: 0, amount: 30 }),
        done(1, Treasury::Budget { amount: 9 }),
        done(1, Treasury::Expense { amount: 5 }),
        done(3, Treasury::Restore { amount: 4 }),
    ];
    all.concat()
}

pub(crate) fn anything() -> impl Strategy<Value = Treasury> + Clone {
    let amount = || prop_oneof![6 => 1..120_u32, 1 => 1..9_999_u32];
    prop_oneof![
        3 => (0..4_u8, amount(), 0..100_u32)
            .prop_map(|(name, amount, days)| Treasury::Invest { name, amount, days }),
        3 => (0..4_u8, amount()).prop_map(|(name, amount)| Treasury::Divest { name, amount }),
        2 => amount().prop_map(|amount| Treasury::Expense { amount }),
        2 => amount().prop_map(|amount| Treasury::Budget { amount }),
        1 => amount().prop_map(|amount| Treasury::Restore { amount }),
    ]
}

/// I-4, I-27: nothing is available beside what is short; what bears losses, is invested and is set aside for budgets is what
/// the events say.
pub(crate) fn losses_are_borne(world: &World, count: &Count) {
    let stands = Stands(&world.partnership);
    let authority = fund::book::authority(world.partnership.charter());
    let [short, available] = [12, 14].map(|code| stands.on(authority, code, ""));
    assert!(short == 0 || available == 0, "{available} available beside {short} short");
    assert_eq!(count.reserve, stands.cash(301, ""), "the reserve");
    assert_eq!(stands.cash(301, ""), stands.cash(504, ""));
    assert_eq!(count.invested.values().sum::<i128>(), stands.all(101), "investments");
    let books = world.partnership.fund().books();
    let aside = books.accounts().filter(|(book, of, _)| *book == authority && of.code() == 13);
    let aside: i128 = aside.map(|(_, _, balance)| balance.net(Side::Credit)).sum();
    assert_eq!(count.budgeted, aside + stands.all(501), "budgets");
    assert!(count.paid_in_bore >= 0, "{} of losses borne by what was paid in", count.paid_in_bore);
}

/// Whether a story came to an investment that came back, to a budget, and to a call to restore.
pub(crate) fn got_as_far(world: &World) -> bool {
    use fund::TreasuryEvent as E;
    let has = |wanted: fn(&E) -> bool| {
        let found = |booked: &Booked| match &booked.event {
            Event::Fund(fund::Event::Treasury(event)) => wanted(event),
            _ => false,
        };
        world.booked.iter().any(found)
    };
    has(|event| matches!(event, E::Divested { .. }))
        && has(|event| matches!(event, E::Budgeted { .. }))
        && has(|event| matches!(event, E::Restored { .. }))
}

/// What an approved case lacks in cash is asked for by two, and paid by some.
pub(crate) fn emergency(member: usize, total: u32) -> Vec<Step> {
    let mut steps = help(member, total, [0, 0, 0]);
    let attested = steps.iter().position(|step| matches!(step.what, What::Instruct { .. })).unwrap();
    let asks = [
        step(1, member + 1, What::OtherLine { kind: 5, amount: 60, back: 0, reference: 103 }),
        booked(member + 2),
        mixed(1, member + 1, Mixed::Emergency { total: total / 2 + 1 }),
        mixed(1, member + 2, Mixed::CountersignCall { back: 0 }),
        step(
            9 * 24 * HOUR,
            member + 1,
            What::Receipt { from: (member + 3) % 4, amount: total, reference: 104 },
        ),
        booked(member + 2),
    ];
    steps.splice(attested..attested, asks);
    steps
}
