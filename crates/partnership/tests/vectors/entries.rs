//! A sample of every entry in the books, and of what is set aside.

use quorate_ledger::{Account, BookId, Currency, Entry, HoldId};
use quorate_partnership::fund::{About, Event as Fund};
use quorate_partnership::{CallNo, CaseNo, DecisionNo, EntryNo, LineNo, OfferNo, PaymentNo, ReportNo};

use crate::cast::EXPIRES;
use crate::commands::usd;
use crate::events::{Sample, member};

pub(crate) fn samples() -> Vec<Sample> {
    let usd_currency = Currency::from_code("USD").unwrap();
    let (case, decision, payment) = (CaseNo(1), DecisionNo(1), PaymentNo(1));
    let entry = |book: fn(Currency) -> BookId| {
        let (debit, credit) =
            (Account::new(15, "case-1").unwrap(), Account::new(16, "case-1/tranche-1").unwrap());
        Entry::transfer(book(usd_currency), debit, credit, usd("6000.00")).unwrap()
    };
    let posted = |name, book, about, reverses| {
        let (number, entry, effective) = (EntryNo(2), entry(book), EXPIRES.day());
        (name, Fund::Posted { number, entry, about, effective, reverses, late: None }.into())
    };
    let of = member("XAA");
    let about = About::Payment { payment, case, decision };
    let returned = About::Returned { line: LineNo(1), payment, case, decision };
    let revaluation =
        About::Revaluation { currency: Currency::from_code("EUR").unwrap(), day: EXPIRES.day() };
    let hold = HoldId(3);
    let held = Fund::Held { hold, entry: entry(BookId::Cash), about };
    let hold_posted = Fund::HoldPosted { hold, number: EntryNo(3), effective: EXPIRES.day(), late: None };
    vec![
        posted("posted, an indication", BookId::Memoranda, About::Indication { of }, None),
        posted("posted, a reversal", BookId::Memoranda, About::Indication { of }, Some(EntryNo(1))),
        posted("posted, an agreement", BookId::Memoranda, About::Agreement { of }, None),
        posted(
            "posted, a call",
            BookId::Cash,
            About::Call { call: CallNo(1), decision: Some(decision) },
            None,
        ),
        posted(
            "posted, an emergency call",
            BookId::Cash,
            About::Call { call: CallNo(1), decision: None },
            None,
        ),
        posted("posted, a bank line", BookId::Cash, About::Line { line: LineNo(1) }, None),
        posted("posted, a case", BookId::Authority, About::Case { case, decision }, None),
        posted("posted, a pledge", BookId::Memoranda, About::Pledge { of }, None),
        posted("posted, a step-up", BookId::Cash, About::StepUp { call: CallNo(1), of }, None),
        posted("posted, a note", BookId::Cash, About::Note { of, counted: usd("0.00") }, None),
        posted("posted, a default", BookId::Cash, About::Default { of }, None),
        posted("posted, a settlement", BookId::Cash, About::Settlement { of }, None),
        posted("posted, help in kind", BookId::Memoranda, About::InKind { case, offer: OfferNo(1) }, None),
        posted("posted, use that was attested", BookId::Cash, About::Use { case, report: ReportNo(1) }, None),
        posted("posted, a payment", BookId::Authority, about, None),
        posted("posted, what came back", BookId::Cash, returned, None),
        posted("posted, a revaluation", BookId::Cash, revaluation, None),
        ("held", held.into()),
        ("hold posted", hold_posted.into()),
        ("hold voided", Fund::HoldVoided { hold }.into()),
    ]
}
