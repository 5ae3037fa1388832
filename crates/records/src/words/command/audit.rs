//! What is asked about the audit.

use alloc::string::String;

use quorate_charter::MemberCode;
use quorate_partnership::audit::{
    Answer, Command as C, CorrectedBy, GiveOpinion, OpenFinding, OpinionKind, Severity, Subject,
};

use super::{document, given, quoted};
use crate::words::{Language, day};

pub(super) fn sentence(command: &C, who: MemberCode, language: Language) -> String {
    match command {
        C::OpenFinding(said) => opened(said, who, language),
        C::Answer(said) => answered(said, who, language),
        C::CloseFinding(said) => {
            let finding = said.finding.0;
            both!(language, "{who} closes finding {finding}", "{who} clôt la constatation d'audit {finding}")
        }
        C::GiveOpinion(said) => opinion(said, who, language),
    }
}

fn opened(said: &OpenFinding, who: MemberCode, language: Language) -> String {
    let text = quoted(language, &said.text);
    let about = match said.subject {
        Subject::Entry(entry) => {
            let entry = entry.0;
            both!(language, "entry {entry}", "l'écriture {entry}")
        }
        Subject::Line(line) => {
            let line = line.0;
            both!(language, "bank line {line}", "la ligne de relevé {line}")
        }
        Subject::Payment(payment) => {
            let payment = payment.0;
            both!(language, "payment {payment}", "le paiement {payment}")
        }
        Subject::Case(case) => {
            let case = case.0;
            both!(language, "case {case}", "le dossier {case}")
        }
        Subject::Period(until) => {
            let until = day(until);
            both!(language, "the period until {until}", "la période jusqu'au {until}")
        }
    };
    match said.severity {
        Severity::Observation => both!(
            language,
            "{who} puts an observation of its auditor on record about {about}: {text}",
            "{who} consigne une observation de son auditeur sur {about} : {text}"
        ),
        Severity::Finding => both!(
            language,
            "{who} puts a finding of its auditor on record about {about}: {text}",
            "{who} consigne une constatation de son auditeur sur {about} : {text}"
        ),
        Severity::Material => both!(
            language,
            "{who} puts a material finding of its auditor on record about {about}: {text}",
            "{who} consigne une constatation significative de son auditeur sur {about} : {text}"
        ),
    }
}

fn answered(said: &Answer, who: MemberCode, language: Language) -> String {
    let (finding, text) = (said.finding.0, quoted(language, &said.text));
    let corrected = given(said.corrected_by, |by| match by {
        CorrectedBy::Entry(entry) => {
            let entry = entry.0;
            both!(language, "; corrected by entry {entry}", " ; corrigé par l'écriture {entry}")
        }
        CorrectedBy::Line(line) => {
            let line = line.0;
            both!(language, "; corrected by bank line {line}", " ; corrigé par la ligne de relevé {line}")
        }
    });
    both!(
        language,
        "{who} answers finding {finding}: {text}{corrected}",
        "{who} répond à la constatation d'audit {finding} : {text}{corrected}"
    )
}

fn opinion(said: &GiveOpinion, who: MemberCode, language: Language) -> String {
    let until = day(said.until);
    let kind = match said.kind {
        OpinionKind::Unmodified => both!(language, "an unmodified opinion", "une opinion sans réserve"),
        OpinionKind::Qualified => both!(language, "a qualified opinion", "une opinion avec réserve"),
        OpinionKind::Adverse => both!(language, "an adverse opinion", "une opinion défavorable"),
        OpinionKind::Disclaimer => {
            both!(language, "a disclaimer of opinion", "une impossibilité d'exprimer une opinion")
        }
    };
    let basis = given(said.basis.as_ref(), |basis| {
        let basis = quoted(language, basis);
        both!(language, "; basis: {basis}", " ; fondement : {basis}")
    });
    let instead = given(said.replaces, |earlier| {
        let earlier = earlier.0;
        both!(language, "; it replaces opinion {earlier}", " ; cela remplace l'opinion {earlier}")
    });
    let document = document(language, said.document.as_ref());
    both!(
        language,
        "{who} gives {kind} on the accounts of the sealed period until {until}{basis}{instead}{document}",
        "{who} donne {kind} sur les comptes de la période close le {until}{basis}{instead}{document}"
    )
}
