//! What is asked about consultations.

use alloc::string::String;

use quorate_charter::MemberCode;
use quorate_partnership::consultations::{
    About, Command as C, Convene, GiveMinutes, Link, Outcome, ProceedingStatus, State, TableText,
};

use super::{document, given, listed, quoted, readable, source};
use crate::words::{Language, day, minute};

pub(super) fn sentence(command: &C, who: MemberCode, language: Language) -> String {
    match command {
        C::Call(said) => {
            let (of, subject) = (listed(&said.threatened), quoted(language, &said.subject));
            let rest = [readable(language, said.audience), document(language, said.paper.as_ref())].concat();
            both!(
                language,
                "{who} calls consultations, because in its opinion the security of {of} is threatened: {subject}{rest}. Nobody can \
                 refuse them",
                "{who} convoque des consultations, estimant menacée la sécurité de {of} : {subject}{rest}. Nul ne peut les refuser"
            )
        }
        C::Acknowledge(said) => {
            let number = said.consultation.0;
            both!(
                language,
                "{who} acknowledges the call of consultation {number}",
                "{who} accuse réception de la convocation de la consultation {number}"
            )
        }
        C::Close(said) => {
            let number = said.consultation.0;
            both!(
                language,
                "{who} closes consultation {number}, which it called",
                "{who} clôt la consultation {number}, qu'il a convoquée"
            )
        }
        C::Convene(said) => convened(said, who, language),
        C::Attend(said) => {
            let session = said.session.0;
            both!(language, "{who} attends session {session}", "{who} est présent à la séance {session}")
        }
        C::GiveMinutes(said) => minutes(said, who, language),
        C::State(said) => stated(said, who, language),
        C::Link(said) => linked(said, who, language),
        _ => texts(command, who, language),
    }
}

fn convened(said: &Convene, who: MemberCode, language: Language) -> String {
    let (number, opens) = (said.consultation.0, minute(said.opens));
    let closes = given(said.closes, |closes| {
        let closes = minute(closes);
        both!(language, ", until {closes}", ", jusqu'à {closes}")
    });
    let agenda = given(said.agenda.as_ref(), |agenda| {
        let agenda = quoted(language, agenda);
        both!(language, "; agenda: {agenda}", " ; ordre du jour : {agenda}")
    });
    let document = document(language, said.document.as_ref());
    both!(
        language,
        "{who} convenes a session of consultation {number}, which opens on {opens}{closes}{agenda}{document}",
        "{who} convoque une séance de la consultation {number}, ouverte le {opens}{closes}{agenda}{document}"
    )
}

fn minutes(said: &GiveMinutes, who: MemberCode, language: Language) -> String {
    let (session, rest) = (said.session.0, readable(language, said.audience));
    let english = given(said.en.as_ref(), |hash| {
        let hash = hash.short();
        both!(language, ", in English {hash}", ", en anglais {hash}")
    });
    let french = given(said.fr.as_ref(), |hash| {
        let hash = hash.short();
        both!(language, ", in French {hash}", ", en français {hash}")
    });
    both!(
        language,
        "{who} gives minutes of session {session}{english}{french}{rest}",
        "{who} donne le procès-verbal de la séance {session}{english}{french}{rest}"
    )
}

fn stated(said: &State, who: MemberCode, language: Language) -> String {
    let (number, text) = (said.consultation.0, quoted(language, &said.text));
    let about = given(said.about, |about| match about {
        About::Session(of) => {
            let of = of.0;
            both!(language, " on session {of}", " sur la séance {of}")
        }
        About::Text(of) => {
            let of = of.0;
            both!(language, " on text {of}", " sur le texte {of}")
        }
        About::Statement(of) => {
            let of = of.0;
            both!(language, " on statement {of}", " sur la déclaration {of}")
        }
    });
    let rest = [readable(language, said.audience), document(language, said.document.as_ref())].concat();
    both!(
        language,
        "{who} states in consultation {number}{about}: {text}{rest}",
        "{who} déclare dans la consultation {number}{about} : {text}{rest}"
    )
}

fn linked(said: &Link, who: MemberCode, language: Language) -> String {
    let body = quoted(language, &said.body);
    let status = match said.status {
        ProceedingStatus::Called => both!(language, "called", "convoquées"),
        ProceedingStatus::Held => both!(language, "held", "tenues"),
        ProceedingStatus::Concluded => both!(language, "concluded", "conclues"),
    };
    let on = given(said.on, |on| {
        let on = day(on);
        both!(language, " on {on}", " le {on}")
    });
    let of = given(said.consultation, |number| {
        let number = number.0;
        both!(language, ", linked with consultation {number}", ", liées à la consultation {number}")
    });
    let rest = [readable(language, said.audience), source(language, Some(&said.source))].concat();
    both!(
        language,
        "{who} reports proceedings of another body, {body}, {status}{on}{of}{rest}",
        "{who} rapporte des procédures d'une autre enceinte, {body}, {status}{on}{of}{rest}"
    )
}

fn texts(command: &C, who: MemberCode, language: Language) -> String {
    match command {
        C::TableText(said) => tabled(said, who, language),
        C::BreakSilence(said) => {
            let (text, reason) = (said.text.0, quoted(language, &said.reason));
            both!(
                language,
                "{who} breaks the silence on text {text}, which is then not agreed: {reason}",
                "{who} rompt le silence sur le texte {text}, qui n'est alors pas convenu : {reason}"
            )
        }
        C::Support(said) => {
            let text = said.text.0;
            both!(language, "{who} supports text {text}", "{who} soutient le texte {text}")
        }
        C::Dissociate(said) => {
            let (text, reason) = (said.text.0, quoted(language, &said.reason));
            both!(
                language,
                "{who} dissociates itself from text {text}: {reason}",
                "{who} se dissocie du texte {text} : {reason}"
            )
        }
        C::Conclude(said) => {
            let text = said.text.0;
            both!(
                language,
                "{who} has its text {text} recorded over an objection, with who supports it",
                "{who} fait consigner son texte {text} malgré une objection, avec ceux qui le soutiennent"
            )
        }
        C::NameDecision(said) => {
            let (text, decision) = (said.text.0, said.decision.0);
            both!(
                language,
                "{who} names decision {decision} as the one that text {text} asked for",
                "{who} désigne la décision {decision} comme celle que le texte {text} demandait"
            )
        }
        _ => String::new(),
    }
}

fn tabled(said: &TableText, who: MemberCode, language: Language) -> String {
    let (number, text) = (said.consultation.0, quoted(language, &said.wording));
    let kind = match said.outcome {
        Outcome::TakeNote => both!(language, "to take note", "prise d'acte"),
        Outcome::Statement => both!(language, "a statement", "déclaration"),
        Outcome::Request => both!(language, "a request", "demande"),
        Outcome::DraftDecision => both!(language, "a draft decision", "projet de décision"),
        Outcome::NextSession => both!(language, "the next session", "prochaine séance"),
    };
    let silence = given(said.silence, |period| {
        let hours = period.hours();
        both!(
            language,
            "; it is agreed by everybody's silence of {hours} hours",
            " ; il est convenu par le silence de tous pendant {hours} heures"
        )
    });
    let rest = [readable(language, said.audience), document(language, said.document.as_ref())].concat();
    both!(
        language,
        "{who} tables a text in consultation {number} ({kind}): {text}{silence}{rest}",
        "{who} dépose un texte dans la consultation {number} ({kind}) : {text}{silence}{rest}"
    )
}
