//! Samples with other currencies than the fund's.

use quorate_ledger::{Currency, Rate};
use quorate_partnership::fund::{
    Command as Fund, CountersignRate, CurrencyEvent, EnterLine, EnterRate, EnteredLine, EnteredRate,
    Event as FundEvent, Purpose, RateKind, Revalue,
};
use quorate_partnership::{Day, LineNo, Moment, RateNo};

use crate::cast::{DAY, EXPIRES};
use crate::commands::{money, phrase, usd};
use crate::events::Sample;

fn rate() -> EnterRate {
    let currency = |code| Currency::from_code(code).unwrap();
    EnterRate {
        rate: Rate::parse("1.0842", currency("EUR"), currency("USD")).unwrap(),
        day: Day(20_454),
        kind: RateKind::Closing,
        source: phrase("reference rates of a central bank"),
    }
}

/// Every command about other currencies.
pub(crate) fn commands() -> Vec<(&'static str, &'static str, Fund)> {
    let exchange = EnterLine {
        purpose: Purpose::Exchange { bought: usd("10842.00") },
        amount: money("10000.00", "EUR"),
        value_date: Day(20_454),
        reference: "2026-01-02/000123".parse().unwrap(),
    };
    let countersign = CountersignRate { rate: RateNo(256) };
    vec![
        ("bank enter, exchange", "XAA/treasurer", Fund::EnterLine(exchange)),
        ("fund rate", "XAA/treasurer", Fund::EnterRate(rate())),
        ("fund countersign-rate", "XBB/treasurer", Fund::CountersignRate(countersign)),
        ("fund revalue", "XAA/treasurer", Fund::Revalue(Revalue { day: Day(20_454) })),
    ]
}

/// Every event with other currencies than the fund's.
pub(crate) fn events() -> Vec<Sample> {
    let (said, rate, line, by) = (rate(), RateNo(1), LineNo(1), "XBB".parse().unwrap());
    let eur = |amount| money(amount, "EUR");
    let entered = EnteredRate { number: rate, by, said };
    let (received, worth) = (eur("10000.00"), usd("10842.00"));
    let (sold, bought, cost) = (eur("5000.00"), usd("5400.00"), usd("5421.00"));
    let revalued = |held, worth, rate| {
        let (day, cost) = (EXPIRES.day(), usd("5421.00"));
        CurrencyEvent::Revalued { day, held, cost, worth, rate }
    };
    let unwound = revalued(eur("0.00"), usd("5421.00"), None);
    let events = vec![
        ("rate entered", CurrencyEvent::RateEntered { rate: entered, until: EXPIRES }),
        ("rate recorded", CurrencyEvent::RateRecorded { rate, by }),
        ("rate lapsed", CurrencyEvent::RateLapsed { rate }),
        ("receipt converted", CurrencyEvent::Converted { line, received, worth, rate }),
        ("conversion taken back", CurrencyEvent::ConversionTakenBack { line, received, worth }),
        ("money exchanged", CurrencyEvent::Exchanged { line, sold, bought, cost }),
        ("currency revalued", revalued(eur("5000.00"), usd("5380.00"), Some(rate))),
        ("currency revalued, nothing held any more", unwound),
    ];
    let exchange = EnterLine {
        purpose: Purpose::Exchange { bought },
        amount: sold,
        value_date: EXPIRES.day(),
        reference: "2026-01-01/1".parse().unwrap(),
    };
    let entered = EnteredLine { number: line, by, statement: exchange };
    let until = Moment(EXPIRES.0 + DAY);
    let mut samples: Vec<Sample> =
        events.into_iter().map(|(name, event)| (name, FundEvent::Currencies(event).into())).collect();
    samples.push(("bank line entered, exchange", FundEvent::LineEntered { line: entered, until }.into()));
    samples
}
