//! A sample of every command and event of consultations.

use quorate_partnership::consultations::{Acknowledge, Call, Close, Command, Event as Consulted};
use quorate_partnership::{Audience, ConsultationNo, DocumentHash, Wording};

use crate::cast::{BEGINS, DAY};
use crate::commands::{Sample, phrase};
use crate::events::{Sample as Happening, member};

const NUMBER: ConsultationNo = ConsultationNo(1);
const PAPER: Option<DocumentHash> = Some(DocumentHash([0x45; 32]));

fn in_both() -> Wording {
    Wording::new(Some(phrase("Troops at the border")), Some(phrase("Troupes à la frontière"))).unwrap()
}

fn in_one(text: &str) -> Wording {
    Wording::new(None, Some(phrase(text))).unwrap()
}

pub(crate) fn commands() -> Vec<Sample> {
    let by = "XAA/representative";
    let call = |threatened: &[&str], subject, audience, paper| {
        let threatened = threatened.iter().map(|code| member(code)).collect();
        Command::Call(Call { threatened, subject, audience, paper })
    };
    let samples = [
        ("consultation call", call(&["XBB"], in_one("câbles"), Audience::Members, None)),
        ("consultation call, with a paper", call(&["XAA", "XBB"], in_both(), Audience::Public, PAPER)),
        ("consultation acknowledge", Command::Acknowledge(Acknowledge { consultation: NUMBER })),
        ("consultation close", Command::Close(Close { consultation: NUMBER })),
    ];
    samples.into_iter().map(|(name, command)| (name, by, command.into())).collect()
}

pub(crate) fn events() -> Vec<Happening> {
    let (consultation, by) = (NUMBER, member("XAA"));
    let called = |subject, paper| Consulted::Called {
        consultation,
        by,
        threatened: vec![member("XBB")],
        subject,
        audience: Audience::Public,
        paper,
        asked: vec![member("XBB"), member("XCC")],
        first_session_by: quorate_partnership::Moment(BEGINS.0 + DAY),
    };
    let samples = [
        ("consultations called", called(in_one("câbles"), None)),
        ("consultations called with a paper", called(in_both(), PAPER)),
        ("consultations acknowledged", Consulted::Acknowledged { consultation, member: member("XBB") }),
        ("consultations closed", Consulted::Closed { consultation, by: Some(by) }),
        ("consultations closed by time", Consulted::Closed { consultation, by: None }),
    ];
    samples.into_iter().map(|(name, event)| (name, event.into())).collect()
}
