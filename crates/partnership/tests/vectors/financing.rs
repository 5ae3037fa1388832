//! A sample of every event and command about financing agreements.

use quorate_charter::Term;
use quorate_partnership::cases::{
    Ahead, AttestUse, Command, Event as Cases, FinancingEvent, ReportUse, Request, SignAgreement,
};
use quorate_partnership::decisions::{Command as Decisions, Effect, Table};
use quorate_partnership::{AgreementHash, CaseNo, DecisionNo, Event, ReportNo};

use crate::commands::{phrase, request, usd};

/// A request whose first tranche is pre-financing.
fn ahead() -> Request {
    let mut request = request(&[("900.00", "designs"), ("5100.00", "contract signed")]);
    request.tranches.first_mut().unwrap().ahead = Some(Ahead::PreFinancing);
    request
}

pub(crate) fn events() -> Vec<(&'static str, Event)> {
    use FinancingEvent as E;
    let (case, decision, report) = (CaseNo(1), DecisionNo(2), ReportNo(2));
    let terms = Term::ALL.to_vec();
    let by = "XAA".parse().unwrap();
    let reported = |replaces| {
        let (amount, what) = (usd("900.00"), phrase("designs of shelters"));
        E::Reported { case, report, amount, what, replaces }.into()
    };
    let beneficiary = "XBB".parse().unwrap();
    vec![
        (
            "case requested, with pre-financing",
            Cases::Requested { case, beneficiary, request: ahead() }.into(),
        ),
        ("financing agreement asked for", E::Asked { case, terms }.into()),
        ("financing agreement signed", E::Signed { case, agreement: AgreementHash([9; 32]) }.into()),
        ("use reported", reported(None)),
        ("use reported in the place of another report", reported(Some(ReportNo(1)))),
        ("use attested", E::UseAttested { case, report, by }.into()),
        ("breach found", E::BreachFound { case, term: Term::NoRetransfer, decision }.into()),
        ("breach ended", E::BreachEnded { case, decision }.into()),
    ]
}

pub(crate) fn commands() -> Vec<(&'static str, &'static str, Command)> {
    let (case, report) = (CaseNo(256), ReportNo(2));
    let reports = |replaces| {
        let (amount, what) = (usd("900.00"), phrase("designs of shelters"));
        Command::ReportUse(ReportUse { case, amount, what, replaces })
    };
    vec![
        ("case request, with pre-financing", "XBB/representative", Command::Request(ahead())),
        ("case sign-agreement", "XBB/root", Command::SignAgreement(SignAgreement { case })),
        ("case report-use", "XBB/case-officer", reports(None)),
        ("case report-use, in the place of another", "XBB/representative", reports(Some(ReportNo(1)))),
        ("case attest-use", "XAA/case-officer", Command::AttestUse(AttestUse { case, report })),
    ]
}

pub(crate) fn drafts() -> Vec<(&'static str, &'static str, Decisions)> {
    let (by, case) = ("XAA/representative", CaseNo(1));
    let breach = Effect::FindBreach { case, term: Term::EndUse };
    let table = |effect| Decisions::Table(Table { title: phrase("A breach"), effect });
    vec![
        ("decision table, a breach", by, table(breach)),
        ("decision table, the end of a breach", by, table(Effect::EndBreach { case })),
    ]
}
