//! Samples of what happens to what the fund has.

use quorate_ledger::{Account, BookId, Currency, Entry};
use quorate_partnership::decisions::{Command as Decisions, Effect, Table};
use quorate_partnership::fund::{
    About, Borne, Cause, Command as Fund, EnterLine, Event as FundEvent, InvestmentName, Purpose,
    TreasuryEvent,
};
use quorate_partnership::{CallNo, CaseNo, Day, DecisionNo, EntryNo, LineNo, LossNo};

use crate::cast::EXPIRES;
use crate::commands::{phrase, usd};
use crate::events::Sample;

fn name() -> InvestmentName {
    "bill-2026-12".parse().unwrap()
}

/// Every command about what the fund has.
pub(crate) fn commands() -> Vec<(&'static str, &'static str, Fund)> {
    let entered = |purpose| {
        let (value_date, reference) = (Day(20_454), "2026-01-02/000124".parse().unwrap());
        Fund::EnterLine(EnterLine { purpose, amount: usd("500.00"), value_date, reference })
    };
    let invest = entered(Purpose::Invest { name: name(), matures: Day(20_544) });
    vec![
        ("bank enter, invested", "XAA/treasurer", invest),
        ("bank enter, expense", "XAA/treasurer", entered(Purpose::Expense { year: 2027 })),
        (
            "bank enter, came back of an investment",
            "XAA/treasurer",
            entered(Purpose::Divest { name: name() }),
        ),
    ]
}

/// Every decision about what the fund has.
pub(crate) fn decisions() -> Vec<(&'static str, &'static str, Decisions)> {
    let restore = Table { title: phrase("Restore it"), effect: Effect::Restore { total: usd("16.00") } };
    let budget = Effect::Budget { year: 2027, amount: usd("250.00") };
    let budget = Table { title: phrase("Budget de 2027"), effect: budget };
    vec![
        ("decision table, restoring what was lost", "XAA/representative", Decisions::Table(restore)),
        ("decision table, a budget", "XAA/representative", Decisions::Table(budget)),
    ]
}

fn borne(income: &str, reserve: &str, paid_in: &str) -> Borne {
    Borne { income: usd(income), reserve: usd(reserve), paid_in: usd(paid_in) }
}

/// Every event of losses, the reserve, and what restores what was paid in.
pub(crate) fn events() -> Vec<Sample> {
    let (loss, line, on) = (LossNo(1), LineNo(1), EXPIRES.day());
    let lost = |cause| TreasuryEvent::Lost { loss, cause, on, borne: borne("1.00", "2.00", "3.00") };
    let taken_back = TreasuryEvent::Lost {
        loss,
        cause: Cause::Income { line },
        on,
        borne: borne("-1.00", "0.40", "0.60"),
    };
    let kept = TreasuryEvent::PutInReserve {
        year: 2026,
        income: usd("3.01"),
        amount: usd("1.50"),
        left: usd("1.51"),
    };
    let back = TreasuryEvent::Regained { loss, on, borne: borne("0.00", "0.01", "3.00") };
    let (year, decision) = (2027, DecisionNo(3));
    let divested =
        TreasuryEvent::Divested { line, name: name(), invested: usd("500.00"), came: usd("503.00") };
    let events = vec![
        ("lost, bank charge", lost(Cause::BankCharge { line })),
        ("lost, nobody instructed it", lost(Cause::NotInstructed { line })),
        ("lost, exchange", lost(Cause::Exchange { line })),
        ("lost, loan", lost(Cause::Loan { case: CaseNo(1) })),
        ("lost, income taken back", taken_back),
        ("regained", back),
        ("put in the reserve, by time", kept),
        ("lost, investment", lost(Cause::Investment { line })),
        ("invested", TreasuryEvent::Invested { line, name: name(), amount: usd("500.00"), matures: on }),
        ("divested", divested),
        ("budgeted", TreasuryEvent::Budgeted { year, amount: usd("250.00"), decision, ends: EXPIRES }),
        ("budget ended, by time", TreasuryEvent::BudgetEnded { year, back: usd("12.50") }),
        ("restored", TreasuryEvent::Restored { call: CallNo(2), total: usd("16.00") }),
    ];
    let events = events.into_iter().map(|(name, event)| (name, FundEvent::Treasury(event).into()));
    events.chain(posted()).collect()
}

/// What is booked of the reserve and of a budget.
fn posted() -> Vec<Sample> {
    let decision = Some(DecisionNo(3));
    let currency = Currency::from_code("USD").unwrap();
    let samples = [
        ("posted, net income", BookId::Cash(currency), About::Reserve { year: 2026 }),
        ("posted, a budget", BookId::Authority(currency), About::Budget { year: 2027, decision }),
        (
            "posted, what was unspent",
            BookId::Authority(currency),
            About::Budget { year: 2027, decision: None },
        ),
    ];
    let posted = |(name, book, about)| {
        let [debit, credit] = [504, 301].map(|code| Account::new(code, "").unwrap());
        let entry = Entry::transfer(book, debit, credit, usd("1.50")).unwrap();
        let (number, effective) = (EntryNo(2), EXPIRES.day());
        let posted = FundEvent::Posted { number, entry, about, effective, reverses: None, late: None };
        (name, posted.into())
    };
    samples.into_iter().map(posted).collect()
}
