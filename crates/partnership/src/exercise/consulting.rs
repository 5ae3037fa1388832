//! Commands of consultations, as short as they are typed.

use super::commands::phrase;
use crate::audience::Audience;
use crate::command::Command;
use crate::consultations::{self, Acknowledge, Call};
use crate::ids::ConsultationNo;
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
