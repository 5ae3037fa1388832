//! One of each command about assessments and joint procurements.

use quorate_ledger::{Currency, Money};
use quorate_partnership::frameworks::assessments::{
    Command as Assessments, Legal, Parliament, Particulars, Pathway, PathwayKind, Standard, Status, Withdraw,
};
use quorate_partnership::frameworks::procurement::{
    Accept, Command as Procurement, Contract, Deliver, End, Link, Linked, Propose, Sign,
};
use quorate_partnership::{AssessmentNo, Audience, CaseNo, Command, Day, OfferNo, ProcurementNo};

use super::{phrase, wording};

fn particulars() -> Particulars {
    Particulars {
        on: Day(0),
        review: Day(1),
        status: Status::Current,
        audience: Audience::Members,
        wording: wording(),
        evidence: None,
        replaces: None,
    }
}

fn said() -> Vec<Assessments> {
    let legal = Legal {
        item: "payment".parse().unwrap(),
        basis: phrase(),
        decides: phrase(),
        parliament: Parliament::Nothing,
        days: 1,
        particulars: particulars(),
        limits: None,
        until: None,
    };
    let pathway = Pathway {
        kind: PathwayKind::Joint,
        item: "any".parse().unwrap(),
        days: 1,
        open: true,
        end_user: false,
        particulars: particulars(),
        eligibility: None,
        from: None,
        to: None,
        exemption: None,
        consent: None,
    };
    let standard = Standard {
        standard: "STANAG 4774".parse().unwrap(),
        edition: "Ed. 1".parse().unwrap(),
        particulars: particulars(),
        owner: None,
        ratified: None,
        implemented: None,
        tested: None,
        certified: None,
        exercised: None,
        crypto: None,
        keys: None,
        codes: None,
    };
    vec![
        Assessments::Legal(legal),
        Assessments::Pathway(pathway),
        Assessments::Standard(standard),
        Assessments::Withdraw(Withdraw { assessment: AssessmentNo(1) }),
    ]
}

fn bought() -> Vec<Procurement> {
    let (procurement, on) = (ProcurementNo(1), Day(0));
    let text = Propose {
        title: phrase(),
        lead: "GBR".parse().unwrap(),
        pathway: PathwayKind::Joint,
        case: CaseNo(1),
        whole: 100,
        shares: Vec::new(),
        total: Money::parse("1.00", Currency::from_code("USD").unwrap()).unwrap(),
        sign_by: on,
        audience: Audience::Members,
    };
    vec![
        Procurement::Propose(text),
        Procurement::Sign(Sign { procurement }),
        Procurement::Contract(Contract { procurement, reference: phrase(), on }),
        Procurement::Link(Link { procurement, to: Linked::Offer(OfferNo(1)) }),
        Procurement::Deliver(Deliver { procurement, what: phrase(), on }),
        Procurement::Accept(Accept { procurement }),
        Procurement::End(End { procurement, reason: phrase() }),
    ]
}

pub(crate) fn samples() -> Vec<Command> {
    said().into_iter().map(Command::from).chain(bought().into_iter().map(Command::from)).collect()
}

/// Do not compile while a command is missing from the list.
#[allow(dead_code, reason = "the compiler's reading of it is the test")]
fn is_said(command: &Assessments) {
    match command {
        Assessments::Legal(_)
        | Assessments::Pathway(_)
        | Assessments::Standard(_)
        | Assessments::Withdraw(_) => {}
    }
}

#[allow(dead_code, reason = "the compiler's reading of it is the test")]
fn is_bought(command: &Procurement) {
    match command {
        Procurement::Propose(_)
        | Procurement::Sign(_)
        | Procurement::Contract(_)
        | Procurement::Link(_)
        | Procurement::Deliver(_)
        | Procurement::Accept(_)
        | Procurement::End(_) => {}
    }
}
