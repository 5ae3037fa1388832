//! Samples of what happens when a State leaves, and of what it is owed.

use quorate_partnership::fund::{
    Command as Fund, EnterLine, EnteredLine, Event as FundEvent, LeavingEvent, Purpose, Reckoning,
};
use quorate_partnership::{CaseNo, Day, LineNo, Moment};

use crate::cast::{DAY, EXPIRES};
use crate::commands::usd;
use crate::contributions::instalments;
use crate::events::{Sample, member};

fn paid_out() -> EnterLine {
    EnterLine {
        purpose: Purpose::Settlement { to: member("XAA") },
        amount: usd("500.00"),
        value_date: Day(20_820),
        reference: "2027-01-02/000123".parse().unwrap(),
    }
}

/// The command by which what is owed is paid out.
pub(crate) fn commands() -> Vec<(&'static str, &'static str, Fund)> {
    vec![("bank enter, a settlement", "XBB/treasurer", Fund::EnterLine(paid_out()))]
}

/// Every event about a State that leaves.
pub(crate) fn events() -> Vec<Sample> {
    let (of, left, case, day) = (member("XAA"), EXPIRES, CaseNo(1), Day(20_820));
    let reckoning =
        Reckoning { paid: usd("2000.00"), due: usd("0.00"), whole: usd("4000.00"), net: usd("-100.00") };
    let settled = |reckoning, share, instalments, open| LeavingEvent::Settled {
        member: of,
        left,
        reckoning,
        share: usd(share),
        instalments,
        open,
    };
    let all = Reckoning { due: usd("10.00"), net: usd("2000.00"), ..reckoning };
    let events = vec![
        ("indication ended, the State left", LeavingEvent::IndicationEnded { of }),
        ("settled", settled(all, "1010.00", instalments(), vec![])),
        ("settled, help waits for money", settled(reckoning, "0.00", vec![], vec![case, CaseNo(2)])),
        (
            "settlement raised",
            LeavingEvent::Raised {
                member: of,
                left,
                case,
                came: usd("50.00"),
                amount: usd("0.00"),
                due: day,
            },
        ),
        ("settlement fell due", LeavingEvent::FellDue { member: of, day, amount: usd("500.00") }),
    ];
    let line = EnteredLine { number: LineNo(1), by: member("XBB"), statement: paid_out() };
    let mut samples: Vec<Sample> =
        events.into_iter().map(|(name, event)| (name, FundEvent::Leaving(event).into())).collect();
    let until = Moment(EXPIRES.0 + DAY);
    samples.push(("bank line entered, a settlement", FundEvent::LineEntered { line, until }.into()));
    samples
}
