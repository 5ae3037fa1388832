//! Commands of consultations, as short as they are typed.

use super::commands::phrase;
use crate::audience::Audience;
use crate::command::Command;
use crate::consultations::{
    self, About, Acknowledge, Attend, BreakSilence, Call, Conclude, Convene, Dissociate, GiveMinutes, Link,
    NameDecision, Outcome, ProceedingStatus, State, Support, TableText,
};
use crate::ids::{ConsultationNo, DecisionNo, DocumentHash, SessionNo, TextNo};
use crate::moment::Moment;
use crate::wording::Wording;

/// Consultations called because the security of these members is threatened.
pub(crate) fn call_about(threatened: &[&str]) -> Command {
    let threatened = threatened.iter().map(|member| member.parse().unwrap()).collect();
    let subject = Wording::new(Some(phrase("troops at the border")), None).unwrap();
    let call = Call { threatened, subject, audience: Audience::Public, paper: None };
    consultations::Command::Call(call).into()
}

pub(crate) fn acknowledge(consultation: u32) -> Command {
    let consultation = ConsultationNo(consultation);
    consultations::Command::Acknowledge(Acknowledge { consultation }).into()
}

pub(crate) fn close_consultation(consultation: u32) -> Command {
    let consultation = ConsultationNo(consultation);
    consultations::Command::Close(consultations::Close { consultation }).into()
}

fn wording(text: &str) -> Wording {
    Wording::new(Some(phrase(text)), None).unwrap()
}

/// A session of the first consultations that opens at this moment.
pub(crate) fn convene(opens: Moment, closes: Option<Moment>) -> Command {
    let (consultation, agenda, document) = (ConsultationNo(1), None, None);
    consultations::Command::Convene(Convene { consultation, opens, closes, agenda, document }).into()
}

pub(crate) fn attend(session: u32) -> Command {
    consultations::Command::Attend(Attend { session: SessionNo(session) }).into()
}

/// Minutes in one language, or in none.
pub(crate) fn minutes(session: u32, en: Option<DocumentHash>) -> Command {
    let (session, audience, fr) = (SessionNo(session), Audience::Members, None);
    consultations::Command::GiveMinutes(GiveMinutes { session, audience, en, fr }).into()
}

pub(crate) fn state_on(consultation: u32, about: Option<About>) -> Command {
    let (consultation, text) = (ConsultationNo(consultation), wording("we see it otherwise"));
    let (audience, document) = (Audience::Members, None);
    consultations::Command::State(State { consultation, text, audience, about, document }).into()
}

/// A text of the first consultations.
pub(crate) fn table_text(outcome: Outcome, silence: Option<&str>) -> Command {
    let silence = silence.map(|period| period.parse().unwrap());
    let (consultation, wording) = (ConsultationNo(1), wording("the members stand together"));
    let (audience, document) = (Audience::Public, None);
    let text = TableText { consultation, outcome, wording, audience, silence, document };
    consultations::Command::TableText(text).into()
}

pub(crate) fn break_silence(text: u32) -> Command {
    let reason = phrase("instructions are awaited");
    consultations::Command::BreakSilence(BreakSilence { text: TextNo(text), reason }).into()
}

pub(crate) fn support(text: u32) -> Command {
    consultations::Command::Support(Support { text: TextNo(text) }).into()
}

pub(crate) fn dissociate(text: u32) -> Command {
    let reason = phrase("it goes too far");
    consultations::Command::Dissociate(Dissociate { text: TextNo(text), reason }).into()
}

pub(crate) fn conclude(text: u32) -> Command {
    consultations::Command::Conclude(Conclude { text: TextNo(text) }).into()
}

pub(crate) fn name_decision(text: u32, decision: u32) -> Command {
    let (text, decision) = (TextNo(text), DecisionNo(decision));
    consultations::Command::NameDecision(NameDecision { text, decision }).into()
}

pub(crate) fn link(consultation: Option<u32>) -> Command {
    let (body, source) = (phrase("the older alliance"), phrase("its press release"));
    let (status, audience) = (ProceedingStatus::Called, Audience::Public);
    let consultation = consultation.map(ConsultationNo);
    consultations::Command::Link(Link { body, status, source, audience, consultation, on: None }).into()
}
