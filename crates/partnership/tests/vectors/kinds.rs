//! A sample of every event and command about kinds of help.

use quorate_partnership::cases::{
    AcceptDelivery, Command, Deliver, Event as Cases, InKindEvent, Match, Need, Offer, Request, Return,
    WithdrawOffer,
};
use quorate_partnership::{CaseNo, Day, DecisionNo, Event, LineNo, NeedNo, OfferNo, TrancheNo};

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
        ("not lent", Cases::NotLent { case, amount, on, lent: Some(on) }.into()),
        ("not lent, of a day that was not kept", Cases::NotLent { case, amount, on, lent: None }.into()),
        ("repaid", Cases::Repaid { case, interest, principal, on, line: LineNo(1) }.into()),
        ("recovered", Cases::Recovered { case, amount, on, line: LineNo(2) }.into()),
        (
            "repayment taken back",
            Cases::RepaymentTakenBack { case, interest, principal, on, line: LineNo(1) }.into(),
        ),
        (
            "recovery taken back",
            Cases::RecoveryTakenBack { case, amount, line: LineNo(2), advance: usd("25.00") }.into(),
        ),
        ("case approved, for a time", Cases::Approved { case, decision, lapses: Some(EXPIRES) }.into()),
        ("tranches lapsed by time", Cases::TranchesLapsed { case, tranches: vec![tranche], amount }.into()),
        ("instalment fell due by time", Cases::FellDue { case, instalment: 1, on, owed: amount }.into()),
        ("written off", Cases::WrittenOff { case, amount, on, decision }.into()),
        ("claimed", Cases::Claimed { case, tranche, amount, evidence: phrase("a demand") }.into()),
        ("guarantee released by time", released(None)),
        ("guarantee released by a decision", released(Some(decision))),
    ]
    .into_iter()
    .chain(in_kind())
    .collect()
}

fn in_kind() -> Vec<(&'static str, Event)> {
    use InKindEvent as E;
    let (case, need, offer, quantity) = (CaseNo(1), NeedNo(1), OfferNo(2), 6);
    let (what, unit, until) = (phrase("transformers"), phrase("pieces"), EXPIRES.day());
    let by = "XAA".parse().unwrap();
    let offered = |lent, value| E::Offered { case, offer, need, by, quantity, lent, value }.into();
    vec![
        ("need stated", E::Needed { case, need, what, quantity, unit, until }.into()),
        ("offered, to give", offered(false, Some(usd("600.00")))),
        ("offered, to lend", offered(true, None)),
        ("offer withdrawn", E::Withdrawn { case, offer }.into()),
        ("offer matched", E::Matched { case, offer, quantity }.into()),
        ("delivered", E::Delivered { case, offer }.into()),
        ("delivery accepted", E::Accepted { case, offer, quantity: 0 }.into()),
        ("returned", E::Returned { case, offer }.into()),
    ]
}

/// A sample of every command about help in kind.
pub(crate) fn commands() -> Vec<(&'static str, &'static str, Command)> {
    let (case, need, offer, quantity) = (CaseNo(1), NeedNo(1), OfferNo(65_536), u64::MAX);
    let (what, unit, until) = (phrase("transformers"), phrase("pieces"), Day(20_819));
    let offered = |lent, value| Command::Offer(Offer { need, quantity: 6, lent, value });
    let (by, other) = ("XBB/case-officer", "XAA/representative");
    vec![
        ("case need", by, Command::Need(Need { case, what, quantity, unit, until })),
        ("case offer, to give", other, offered(false, Some(usd("600.00")))),
        ("case offer, to lend", other, offered(true, None)),
        ("case withdraw-offer", other, Command::WithdrawOffer(WithdrawOffer { offer })),
        ("case match", by, Command::Match(Match { offer, quantity: 6 })),
        ("case deliver", other, Command::Deliver(Deliver { offer })),
        ("case accept-delivery", by, Command::AcceptDelivery(AcceptDelivery { offer, quantity: 0 })),
        ("case return", other, Command::Return(Return { offer })),
    ]
}
