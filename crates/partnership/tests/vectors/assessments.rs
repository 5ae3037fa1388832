//! Samples of assessments and joint procurements: commands and events.

use quorate_partnership::frameworks::assessments::{
    self, Command as Assessments, Event as Assessed, Legal, Owner, Parliament, Particulars, Pathway,
    PathwayKind, Standard, Status,
};
use quorate_partnership::frameworks::procurement::{
    Accept, Command as Procurement, Contract, Deliver, End, Event as Procured, Link, Linked, Propose, Share,
    Sign,
};
use quorate_partnership::{
    AssessmentNo, Audience, CaseNo, Day, DocumentHash, OfferNo, PaymentNo, ProcurementNo, Wording,
};

use crate::cast::EXPIRES;
use crate::commands::{Sample, phrase, usd};
use crate::events::{Sample as EventSample, member};

const TODAY: Day = Day(20_454);
const ONE: ProcurementNo = ProcurementNo(1);

fn particulars() -> Particulars {
    Particulars {
        on: TODAY,
        review: Day(20_819),
        status: Status::Current,
        audience: Audience::Members,
        wording: Wording::new(Some(phrase("by licence")), Some(phrase("par licence"))).unwrap(),
        evidence: None,
        replaces: None,
    }
}

fn legal() -> Legal {
    Legal {
        item: "transfer-of-arms".parse().unwrap(),
        basis: phrase("Export Act, s. 1"),
        decides: phrase("the Cabinet"),
        parliament: Parliament::Informed,
        days: 30,
        particulars: particulars(),
        limits: None,
        until: None,
    }
}

fn whole_legal() -> Legal {
    let particulars = Particulars {
        status: Status::Draft,
        audience: Audience::Public,
        wording: Wording::new(None, Some(phrase("par licence"))).unwrap(),
        evidence: Some(DocumentHash([0x44; 32])),
        replaces: Some(AssessmentNo(1)),
        ..particulars()
    };
    let limits = Some(phrase("not to a third State"));
    Legal { particulars, parliament: Parliament::Approves, limits, until: Some(TODAY), ..legal() }
}

fn pathway() -> Pathway {
    Pathway {
        kind: PathwayKind::LeadNation,
        item: "any".parse().unwrap(),
        days: 90,
        open: true,
        end_user: false,
        particulars: particulars(),
        eligibility: None,
        from: None,
        to: None,
        exemption: None,
        consent: None,
    }
}

fn whole_pathway() -> Pathway {
    Pathway {
        kind: PathwayKind::GovernmentToGovernment,
        end_user: true,
        eligibility: Some(phrase("members")),
        from: Some(usd("1000.00")),
        to: Some(usd("2000.00")),
        exemption: Some(phrase("Article 346 TFEU")),
        consent: Some(member("XYZ")),
        ..pathway()
    }
}

fn standard() -> Standard {
    Standard {
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
    }
}

fn whole_standard() -> Standard {
    let on = Some(TODAY);
    let of = Some(member("XYZ"));
    Standard {
        owner: Some(Owner::Body(phrase("a standards office"))),
        ratified: on,
        implemented: on,
        tested: on,
        certified: on,
        exercised: on,
        crypto: of,
        keys: of,
        codes: of,
        ..standard()
    }
}

fn text() -> Propose {
    let share = |member: &str, parts| Share { member: member.parse().unwrap(), parts };
    Propose {
        title: phrase("ten generators"),
        lead: member("XAA"),
        pathway: PathwayKind::Joint,
        case: CaseNo(1),
        whole: 100,
        shares: vec![share("XAA", 60), share("XCC", 40)],
        total: usd("1000.00"),
        sign_by: TODAY,
        audience: Audience::Members,
    }
}

pub(crate) fn commands() -> Vec<Sample> {
    let owned = Standard { owner: Some(Owner::State(member("XYZ"))), ..standard() };
    let withdraw = assessments::Withdraw { assessment: AssessmentNo(1) };
    let said = [
        ("assessment legal", Assessments::Legal(legal())),
        ("assessment legal, a draft with everything", Assessments::Legal(whole_legal())),
        ("assessment pathway", Assessments::Pathway(pathway())),
        ("assessment pathway, with everything", Assessments::Pathway(whole_pathway())),
        ("assessment standard", Assessments::Standard(standard())),
        ("assessment standard, of a State", Assessments::Standard(owned)),
        ("assessment standard, with everything", Assessments::Standard(whole_standard())),
        ("assessment withdraw", Assessments::Withdraw(withdraw)),
    ];
    let said = said.map(|(name, command)| (name, "XAA/representative", command.into()));
    let (procurement, officer) = (ONE, "XAA/case-officer");
    let link = |to| Procurement::Link(Link { procurement, to });
    let (reference, on) = (phrase("contract 7"), TODAY);
    let deliver = Deliver { procurement, what: phrase("ten generators"), on };
    let end = End { procurement, reason: phrase("no good offer") };
    let bought = [
        ("procurement propose", "XAA/representative", Procurement::Propose(text())),
        ("procurement sign", "XAA/root", Procurement::Sign(Sign { procurement })),
        ("procurement contract", officer, Procurement::Contract(Contract { procurement, reference, on })),
        ("procurement link, an offer", officer, link(Linked::Offer(OfferNo(2)))),
        ("procurement link, a payment", officer, link(Linked::Payment(PaymentNo(3)))),
        ("procurement deliver", officer, Procurement::Deliver(deliver)),
        ("procurement accept", officer, Procurement::Accept(Accept { procurement })),
        ("procurement end", "XAA/representative", Procurement::End(end)),
    ];
    let bought = bought.map(|(name, by, command)| (name, by, command.into()));
    said.into_iter().chain(bought).collect()
}

pub(crate) fn events() -> Vec<EventSample> {
    let (by, ends, assessment) = (member("XAA"), None, AssessmentNo(2));
    let draft = Some(AssessmentNo(1));
    let (procurement, on, reference) = (ONE, TODAY, phrase("contract 7"));
    let (what, reason) = (phrase("ten generators"), phrase("no good offer"));
    let linked = |to, amount| Procured::Linked { procurement, by, to, amount };
    vec![
        ("law assessed", Assessed::LegalGiven { assessment, by, legal: legal(), ends }.into()),
        (
            "law assessed, ending a draft",
            Assessed::LegalGiven { assessment, by, legal: whole_legal(), ends: draft }.into(),
        ),
        (
            "pathway assessed",
            Assessed::PathwayGiven { assessment, by, pathway: whole_pathway(), ends }.into(),
        ),
        (
            "standard assessed",
            Assessed::StandardGiven { assessment, by, standard: whole_standard(), ends }.into(),
        ),
        ("assessment withdrawn", Assessed::Withdrawn { assessment, by }.into()),
        ("procurement proposed", Procured::Proposed { procurement, by, text: text(), until: EXPIRES }.into()),
        ("procurement signed", Procured::Signed { procurement, by }.into()),
        ("procurement in effect", Procured::TookEffect { procurement }.into()),
        ("procurement lapsed", Procured::Lapsed { procurement }.into()),
        ("procurement contracted", Procured::Contracted { procurement, by, reference, on }.into()),
        ("offer linked", linked(Linked::Offer(OfferNo(2)), None).into()),
        ("payment linked", linked(Linked::Payment(PaymentNo(3)), Some(usd("500.00"))).into()),
        ("procurement delivered", Procured::Delivered { procurement, by, what, on }.into()),
        ("procurement accepted", Procured::Accepted { procurement, by }.into()),
        ("procurement complete", Procured::Completed { procurement }.into()),
        ("procurement ended", Procured::Ended { procurement, by, reason }.into()),
    ]
}
