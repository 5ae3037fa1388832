//! A sample of every command and event about pledges, agreements, notes, defaults and emergency calls.

use quorate_partnership::fund::{
    self, Asked, Condition, CountersignCall, DueOf, EmergencyCall, Ending, Event as Fund, Instalment,
    LodgeNote, Pledge, SignAgreement, WithdrawPledge,
};
use quorate_partnership::{CallNo, Day, DecisionNo, EmergencyNo};
use quorate_voting::Ratio;

use crate::cast::EXPIRES;
use crate::commands::{phrase, usd};
use crate::events::{Sample, member};

pub(crate) fn samples() -> Vec<Sample> {
    let (member, of) = (member("XAA"), member("XBB"));
    let pledge = pledge(Condition::Words(phrase("subject to appropriation")));
    let ended = |ending| Fund::PledgeEnded { member, ending }.into();
    let call = CallNo(1);
    let fell_due = |of| Fund::FellDue { member, amount: usd("500.00"), of }.into();
    let (encashments, counts) = (instalments(), vec![usd("250.00"), usd("250.00")]);
    let (amount, from_due) = (usd("1000.00"), usd("0.00"));
    let lodged = Fund::NoteLodged { member, amount, from_due, encashments, counts };
    let in_default =
        Fund::InDefault { member, owed: usd("500.00"), interest: usd("1.67"), day: EXPIRES.day() };
    let (number, by) = (EmergencyNo(1), member);
    let entered = Fund::EmergencyCallEntered { number, by, total: amount, until: EXPIRES };
    let made = Fund::EmergencyCallMade { number, by: of, call };
    let stepped_up = |due| {
        let (total, parts, shortfall) = (usd("500.00"), vec![Asked { member, amount }], usd("0.00"));
        Fund::SteppedUp { call, of, total, parts, shortfall, due }.into()
    };
    vec![
        ("pledged", Fund::Pledged { member, pledge }.into()),
        ("pledge withdrawn", ended(Ending::Withdrawn)),
        ("pledge lapsed", ended(Ending::Lapsed)),
        ("pledge ended, the State left", ended(Ending::Left)),
        ("fell due, of an agreement", fell_due(DueOf::Agreement)),
        ("fell due, of a note", fell_due(DueOf::Note)),
        ("fell due, of a call", fell_due(DueOf::Call { call, decision: Some(DecisionNo(1)) })),
        ("fell due, of a step-up", fell_due(DueOf::StepUp { call, of })),
        ("note lodged", lodged.into()),
        ("in default", in_default.into()),
        ("emergency call entered", entered.into()),
        ("emergency call made", made.into()),
        ("emergency call lapsed", Fund::EmergencyCallLapsed { number }.into()),
        ("fell due, of an emergency call", fell_due(DueOf::Call { call, decision: None })),
        ("stepped up", stepped_up(None)),
        ("stepped up, due on a day to come", stepped_up(Some(EXPIRES))),
        ("pledge reduced", Fund::PledgeReduced { member, left: usd("0.01") }.into()),
    ]
}

pub(crate) fn instalments() -> Vec<Instalment> {
    let of = |(day, amount)| Instalment { day: Day(day), amount: usd(amount) };
    [(20_820, "500.00"), (21_185, "500.00")].map(of).to_vec()
}

pub(crate) fn pledge(condition: Condition) -> Pledge {
    Pledge { amount: Some(usd("500000.00")), condition: Some(condition), lapses: Some(Day(20_819)) }
}

pub(crate) fn commands() -> Vec<(&'static str, &'static str, fund::Command)> {
    let by = "XBB/representative";
    let unknown = Pledge { amount: None, condition: None, lapses: None };
    let words = pledge(Condition::Words(phrase("subject to appropriation")));
    let matching = pledge(Condition::Matching(Ratio::new(1, 2).unwrap()));
    let matching = Pledge { lapses: None, ..matching };
    let instalments = Some(instalments());
    let later = SignAgreement { paid_in: usd("1000.00"), callable: usd("0.00"), instalments };
    let emergency = EmergencyCall { total: usd("6000.00") };
    let countersign = CountersignCall { emergency: EmergencyNo(1) };
    let note = LodgeNote { encashments: self::instalments() };
    vec![
        ("fund sign-agreement, with instalments", "XBB/root", fund::Command::SignAgreement(later)),
        ("fund emergency-call", "XAA/treasurer", fund::Command::EmergencyCall(emergency)),
        ("fund countersign-call", "XBB/treasurer", fund::Command::CountersignCall(countersign)),
        ("fund lodge-note", "XBB/root", fund::Command::LodgeNote(note)),
        ("fund pledge, amount unknown", by, fund::Command::Pledge(unknown)),
        ("fund pledge, a condition in words", by, fund::Command::Pledge(words)),
        ("fund pledge, matching", by, fund::Command::Pledge(matching)),
        ("fund withdraw-pledge", by, fund::Command::WithdrawPledge(WithdrawPledge {})),
    ]
}
