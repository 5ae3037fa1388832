//! What is asked about positions.

use alloc::string::String;

use quorate_charter::MemberCode;
use quorate_partnership::positions::{
    Announce, Command as C, Explain, Leaning, Report, Sound, Subject, Tone,
};

use super::{document, given, listed, quoted, readable, source};
use crate::words::{Language, minute};

pub(super) fn sentence(command: &C, who: MemberCode, language: Language) -> String {
    match command {
        C::Sound(said) => sounded(said, who, language),
        C::Explain(said) => explained(said, who, language),
        C::Report(said) => reported(said, who, language),
        C::RecordGrouping(said) => {
            let (name, states) = (quoted(language, &said.name), listed(&said.states));
            let rest = [readable(language, said.audience), source(language, Some(&said.source))].concat();
            both!(
                language,
                "{who} puts on record which States the grouping {name} has: {states}{rest}",
                "{who} consigne quels États forment le groupement {name} : {states}{rest}"
            )
        }
        C::ReviseGrouping(said) => {
            let (grouping, version, states) = (said.grouping.0, said.version, listed(&said.states));
            let source = source(language, Some(&said.source));
            both!(
                language,
                "{who} puts on record which States grouping {grouping} has now, in the place of version {version}: {states}{source}",
                "{who} consigne quels États forment à présent le groupement {grouping}, en remplacement de la version {version} : \
                 {states}{source}"
            )
        }
        C::Announce(said) => announced(said, who, language),
        C::Acknowledge(said) => {
            let briefing = said.briefing.0;
            both!(
                language,
                "{who} acknowledges briefing {briefing}",
                "{who} accuse réception de l'information préalable {briefing}"
            )
        }
    }
}

fn sounded(said: &Sound, who: MemberCode, language: Language) -> String {
    let on = quoted(language, &said.on);
    let leaning = match said.leaning {
        Leaning::Favourable => both!(language, "favourable", "favorable"),
        Leaning::Open => both!(language, "open", "ouvert"),
        Leaning::Reserved => both!(language, "reserved", "réservé"),
        Leaning::Opposed => both!(language, "opposed", "opposé"),
    };
    let instead = given(said.replaces, |earlier| {
        let earlier = earlier.0;
        both!(
            language,
            "; it replaces sounding {earlier}",
            " ; cela remplace le sondage d'intentions {earlier}"
        )
    });
    let rest = readable(language, said.audience);
    match said.reported_of {
        Some(of) => both!(
            language,
            "{who} reports where {of} leans on {on}: {leaning}{instead}{rest}. It binds nobody and is no vote",
            "{who} rapporte de quel côté penche {of} sur {on} : {leaning}{instead}{rest}. Cela n'engage personne et n'est pas un vote"
        ),
        None => both!(
            language,
            "{who} says where it leans on {on}: {leaning}{instead}{rest}. It binds nobody and is no vote",
            "{who} dit de quel côté il penche sur {on} : {leaning}{instead}{rest}. Cela n'engage personne et n'est pas un vote"
        ),
    }
}

fn explained(said: &Explain, who: MemberCode, language: Language) -> String {
    let on = match &said.on {
        Subject::Decision(decision) => {
            let decision = decision.0;
            both!(language, "decision {decision}", "la décision {decision}")
        }
        Subject::Text(hash) => {
            let hash = hash.short();
            both!(language, "the document {hash}", "le document {hash}")
        }
        Subject::Words(words) => quoted(language, words),
    };
    let text = given(said.text.as_ref(), |text| {
        let text = quoted(language, text);
        both!(language, ": {text}", " : {text}")
    });
    let rest = [readable(language, said.audience), document(language, said.document.as_ref())].concat();
    both!(
        language,
        "{who} explains its position on {on}{text}{rest}",
        "{who} explique sa position sur {on}{text}{rest}"
    )
}

fn reported(said: &Report, who: MemberCode, language: Language) -> String {
    let (of, office, on) = (said.of, quoted(language, &said.office), quoted(language, &said.on));
    let tone = match said.tone {
        Tone::Critical => both!(language, "critical", "critique"),
        Tone::Neutral => both!(language, "neutral", "neutre"),
        Tone::Conciliatory => both!(language, "conciliatory", "conciliant"),
    };
    let rest = [readable(language, said.audience), source(language, Some(&said.source))].concat();
    both!(
        language,
        "{who} reports what {office} of {of} is said to have said on {on}, tone {tone}{rest}",
        "{who} rapporte ce que {office} de {of} aurait dit sur {on}, ton {tone}{rest}"
    )
}

fn announced(said: &Announce, who: MemberCode, language: Language) -> String {
    let (to, subject) = (listed(&said.to), quoted(language, &said.subject));
    let (document, release) = (said.document.short(), minute(said.release));
    let rest = readable(language, said.audience);
    both!(
        language,
        "{who} briefs {to} in advance on {subject}, by the document {document}, which is released on {release}{rest}",
        "{who} informe au préalable {to} de {subject}, par le document {document}, communicable à partir de {release}{rest}"
    )
}
