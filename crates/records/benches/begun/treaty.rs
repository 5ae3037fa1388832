//! What the entries of the treaty's registers bring, so that there can be as many as one likes.

use quorate_charter::MemberCode;
use quorate_partnership::capabilities::{self, Confidence, Days, Kind as Sort, Thing};
use quorate_partnership::consultations::{self, ProceedingStatus};
use quorate_partnership::frameworks::{
    self, ArrangementEvent, Form, RecordArrangement, Resting, Status, View,
};
use quorate_partnership::members::InstrumentEvent;
use quorate_partnership::positions::{self, Subject, Tone};
use quorate_partnership::{
    ArrangementNo, Audience, BriefingNo, ConsultationNo, Day, DeclarationNo, DependencyNo, DocumentHash,
    Event, FrameworkNo, Moment, PartnershipId, ProceedingNo, SessionNo, StatementNo, StepNo, TextNo, members,
};
use quorate_records::Register;

use super::{BEGINS, member, wording};

/// What the entry with a number, from 1, brings; and the registers in which it is a row.
pub(crate) type Kind = (fn(u32) -> Vec<Event>, &'static [Register]);

pub(crate) const KINDS: [Kind; 9] = [
    (called, &[Register::Consultations, Register::Acknowledgements, Register::ConsultationStatements]),
    (convened, &[Register::Sessions, Register::ConsultationMinutes]),
    (tabled, &[Register::Texts]),
    (reported_elsewhere, &[Register::Proceedings]),
    (on_the_instrument, &[Register::Reservations, Register::Declarations, Register::Steps]),
    (noticed, &[Register::Frameworks]),
    (arranged, &[Register::Arrangements, Register::WhatFalls]),
    (positioned, &[Register::Explanations, Register::ReportedPositions, Register::Briefings]),
    (declared, &[Register::Capabilities]),
];

fn at(number: u32) -> Moment {
    Moment(BEGINS + u64::from(number) * 600_000)
}

fn pair(number: u32) -> Vec<MemberCode> {
    let mut pair = vec![member(number), member(number + 1)];
    pair.sort_unstable();
    pair
}

fn call(number: u32) -> Event {
    let called = consultations::Event::Called {
        consultation: ConsultationNo(number),
        by: member(number),
        threatened: vec![member(number)],
        subject: wording("Troops at the border"),
        audience: Audience::Public,
        paper: None,
        asked: (1..4).map(|other| member(number + other)).collect(),
        first_session_by: Moment(at(number).0 + 86_400_000),
    };
    called.into()
}

fn called(number: u32) -> Vec<Event> {
    let consultation = ConsultationNo(number);
    let stated = consultations::Event::Stated {
        statement: StatementNo(number),
        consultation,
        by: member(number),
        text: wording("We see it with concern"),
        audience: Audience::Public,
        about: None,
        document: None,
    };
    let acknowledged = consultations::Event::Acknowledged { consultation, member: member(number + 1) };
    vec![call(number), acknowledged.into(), stated.into()]
}

/// All sessions are of the first call.
fn convened(number: u32) -> Vec<Event> {
    let session = SessionNo(number);
    let convened = consultations::Event::SessionConvened {
        session,
        consultation: ConsultationNo(1),
        opens: at(number),
        chair: member(number + 1),
        deputy: member(number + 2),
        by: None,
        closes: None,
        agenda: None,
        document: None,
    };
    let minutes = consultations::Event::MinutesGiven {
        session,
        by: member(number + 1),
        audience: Audience::Members,
        en: Some(DocumentHash([7; 32])),
        fr: None,
    };
    let first = (number == 1).then(|| call(1));
    first.into_iter().chain([convened.into(), minutes.into()]).collect()
}

fn tabled(number: u32) -> Vec<Event> {
    let text = TextNo(number);
    let tabled = consultations::Event::TextTabled {
        text,
        consultation: ConsultationNo(1),
        by: member(number),
        outcome: consultations::Outcome::Statement,
        wording: wording("The members stand by one another"),
        audience: Audience::Public,
        participants: (0..4).map(member).collect(),
        until: Moment(at(number).0 + 86_400_000),
        document: None,
    };
    let supported = consultations::Event::Supported { text, by: member(number + 1) };
    let first = (number == 1).then(|| call(1));
    first.into_iter().chain([tabled.into(), supported.into()]).collect()
}

fn reported_elsewhere(number: u32) -> Vec<Event> {
    let reported = consultations::Event::ProceedingReported {
        proceeding: ProceedingNo(number),
        by: member(number),
        body: "The older alliance".parse().unwrap(),
        status: ProceedingStatus::Called,
        source: "its press release".parse().unwrap(),
        audience: Audience::Public,
        consultation: None,
        on: None,
    };
    vec![reported.into()]
}

fn on_the_instrument(number: u32) -> Vec<Event> {
    let member = member(number);
    let events = [
        InstrumentEvent::Reserved {
            member,
            article: u16::try_from(number).unwrap(),
            wording: wording("not to ports"),
        },
        InstrumentEvent::Declared {
            declaration: DeclarationNo(number),
            member,
            audience: Audience::Public,
            wording: wording("as it understands the text"),
        },
        InstrumentEvent::StepDeclared {
            step: StepNo(number),
            member,
            what: "second reading".parse().unwrap(),
            by: Day(20_500),
            source: None,
        },
    ];
    events.map(|event| Event::Members(members::Event::from(event))).into()
}

fn noticed(number: u32) -> Vec<Event> {
    let (framework, by) = (FrameworkNo(number), member(number));
    let notice = frameworks::Notice {
        title: wording("Bilateral coordination"),
        parties: pair(number),
        form: Form::Treaty,
        partnership: PartnershipId([7; 32]),
        status: Status::Proposed,
        audience: Audience::Members,
        text: None,
    };
    vec![frameworks::Event::Noticed { framework, by, notice }.into()]
}

/// Each rests on one before, and notice is given of the first: all of them fall with it.
fn arranged(number: u32) -> Vec<Event> {
    let (arrangement, by) = (ArrangementNo(number), member(0));
    let view = View {
        title: wording("Use of bases"),
        kind: "bases".parse().unwrap(),
        basis: "exchange of notes".parse().unwrap(),
        since: Day(12_000),
        review: Day(21_000),
        notice_days: 365,
        audience: Audience::Public,
    };
    let terms = RecordArrangement { with: vec!["USA".parse().unwrap()], members: vec![by], view };
    let recorded = ArrangementEvent::Recorded { arrangement, by, terms };
    if number == 1 {
        let notice = ArrangementEvent::NoticeGiven {
            arrangement,
            told_by: by,
            by: "USA".parse().unwrap(),
            given: Day(20_454),
            ends: Day(20_819),
        };
        return vec![recorded.into(), notice.into()];
    }
    let rests = ArrangementEvent::Rests {
        dependency: DependencyNo(number - 1),
        by,
        on: ArrangementNo(number / 2),
        what: Resting::Arrangement(arrangement),
        audience: Audience::Public,
        source: None,
    };
    vec![recorded.into(), rests.into()]
}

fn positioned(number: u32) -> Vec<Event> {
    let (by, audience) = (member(number), Audience::Public);
    let events = [
        positions::Event::Explained {
            by,
            on: Subject::Words(wording("the fund")),
            audience,
            text: Some(wording("we would have gone further")),
            document: None,
        },
        positions::Event::Reported {
            by,
            of: "USA".parse().unwrap(),
            office: "defence ministry".parse().unwrap(),
            on: wording("the fund"),
            tone: Tone::Neutral,
            source: "press release".parse().unwrap(),
            audience,
        },
        positions::Event::BriefingAnnounced {
            briefing: BriefingNo(number),
            by,
            to: vec![member(number + 1)],
            subject: wording("the announcement"),
            document: DocumentHash([7; 32]),
            release: Moment(at(number).0 + 86_400_000),
            audience,
        },
    ];
    events.map(Event::from).into()
}

/// Each relies on one before.
fn declared(number: u32) -> Vec<Event> {
    let thing = Thing {
        name: format!("a{number}").parse().unwrap(),
        what: wording("aircraft and their upkeep"),
        kind: Sort::Component,
        needs: vec![format!("{}/a{}", member(number / 2), number / 2).parse().unwrap()],
        one_of: Vec::new(),
        lasts: Days::Known(90),
        replaced_in: Days::NotPublic,
        confidence: Confidence::Low,
        source: "the budget".parse().unwrap(),
        audience: Audience::Public,
        in_hands_of: Some("USA".parse().unwrap()),
        supplier: Some("maker".parse().unwrap()),
        cost: None,
    };
    vec![capabilities::Event::Declared { by: member(number), version: 1, thing: Box::new(thing) }.into()]
}
