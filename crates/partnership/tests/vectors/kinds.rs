//! A sample of every event about kinds of help.

use quorate_partnership::cases::{Event as Cases, Request};
use quorate_partnership::{CaseNo, DecisionNo, Event, LineNo, TrancheNo};

use crate::cast::EXPIRES;
use crate::commands::{loan, phrase, request, usd};

pub(crate) fn events() -> Vec<(&'static str, Event)> {
    let (case, decision, tranche) = (CaseNo(1), DecisionNo(2), TrancheNo(1));
    let (on, amount) = (EXPIRES.day(), usd("6000.00"));
    let request = Request { kind: Some(loan(Some(15_000))), ..request(&[("10000.00", "contract signed")]) };
    let beneficiary = "XBB".parse().unwrap();
    let (interest, principal) = (usd("0.25"), usd("6000.00"));
    let released = |decision| Cases::GuaranteeReleased { case, amount, decision }.into();
    vec![
        ("case requested, a loan", Cases::Requested { case, beneficiary, request }.into()),
        ("lent", Cases::Lent { case, amount, on }.into()),
        ("not lent", Cases::NotLent { case, amount, on }.into()),
        ("repaid", Cases::Repaid { case, interest, principal, on, line: LineNo(1) }.into()),
        ("instalment fell due by time", Cases::FellDue { case, instalment: 1, on, owed: amount }.into()),
        ("written off", Cases::WrittenOff { case, amount, on, decision }.into()),
        ("claimed", Cases::Claimed { case, tranche, amount, evidence: phrase("a demand") }.into()),
        ("guarantee released by time", released(None)),
        ("guarantee released by a decision", released(Some(decision))),
    ]
}
