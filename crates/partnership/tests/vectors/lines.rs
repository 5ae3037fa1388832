//! A sample of every event about lines of the bank's statement.

use quorate_partnership::fund::{Correction, EnterLine, EnteredLine, Event as Fund, Purpose};
use quorate_partnership::{CaseNo, LineNo, PaymentNo, TrancheNo};

use crate::cast::{DAY, EXPIRES};
use crate::commands::usd;
use crate::events::{Sample, member};

pub(crate) fn samples() -> Vec<Sample> {
    let (of, by) = (member("XAA"), member("XBB"));
    let line = |purpose| {
        let (amount, reference) = (usd("200000.00"), "2026-01-01/1".parse().unwrap());
        let statement = EnterLine { purpose, amount, value_date: EXPIRES.day(), reference };
        let line = EnteredLine { number: LineNo(1), by, statement };
        Fund::LineEntered { line, until: quorate_partnership::Moment(EXPIRES.0 + DAY) }.into()
    };
    let (payment, case, tranche) = (PaymentNo(1), CaseNo(1), TrancheNo(1));
    let asked = |correction| Fund::CorrectionProposed { line: LineNo(1), correction, by, until: EXPIRES };
    let returned = Fund::PaymentReturned { line: LineNo(1), payment, case, tranche };
    vec![
        ("bank line entered, receipt", line(Purpose::Receipt { from: of })),
        ("bank line entered, payment", line(Purpose::Payment { payment: PaymentNo(1) })),
        ("bank line entered, unidentified", line(Purpose::Unidentified)),
        ("bank line entered, a charge", line(Purpose::BankCharge)),
        ("bank line entered, income", line(Purpose::Income)),
        ("bank line entered, a refund", line(Purpose::Refund { to: of })),
        ("bank line entered, what came back", line(Purpose::Returned { payment: PaymentNo(1) })),
        ("bank line entered, an uninstructed debit", line(Purpose::NotInstructed)),
        ("bank line entered, made good", line(Purpose::MadeGood { line: LineNo(1) })),
        (
            "bank line entered, a receipt less a fee",
            line(Purpose::ReceiptLessFee { from: of, fee: usd("25.00") }),
        ),
        ("payment came back", returned.into()),
        ("alarm", Fund::Alarmed { line: LineNo(1), amount: usd("6000.00") }.into()),
        ("bank line entered, recovery", line(Purpose::Recovery { case: CaseNo(1) })),
        ("bank line entered, repayment", line(Purpose::Repayment { case: CaseNo(1) })),
        ("correction asked for, a receipt", asked(Correction::Receipt { from: of }).into()),
        ("correction asked for, to take back", asked(Correction::TakeBack).into()),
        (
            "correction lapsed",
            Fund::CorrectionLapsed { line: LineNo(1), correction: Correction::TakeBack }.into(),
        ),
        ("bank line identified", Fund::LineIdentified { line: LineNo(1), from: of, by }.into()),
        ("bank line taken back", Fund::LineTakenBack { line: LineNo(1), by }.into()),
        ("bank line booked", Fund::LineBooked { line: LineNo(1), by }.into()),
        ("bank line lapsed", Fund::LineLapsed { line: LineNo(1) }.into()),
    ]
}
