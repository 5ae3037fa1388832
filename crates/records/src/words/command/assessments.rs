//! What members say of themselves.

use alloc::string::String;

use quorate_charter::MemberCode;
use quorate_partnership::frameworks::assessments::{
    Command as C, Legal, Parliament, Particulars, Pathway, PathwayKind, Standard, Status,
};

use super::{days, document, given, quoted, readable};
use crate::words::{Language, amount, day};

pub(super) fn sentence(command: &C, who: MemberCode, language: Language) -> String {
    match command {
        C::Legal(said) => legal(said, who, language),
        C::Pathway(said) => pathway(said, who, language),
        C::Standard(said) => standard(said, who, language),
        C::Withdraw(said) => {
            let number = said.assessment.0;
            both!(language, "{who} withdraws its assessment {number}", "{who} retire son évaluation {number}")
        }
    }
}

fn legal(said: &Legal, who: MemberCode, language: Language) -> String {
    let (item, days) = (quoted(language, &said.item), days(language, said.days));
    let (basis, decides) = (quoted(language, &said.basis), quoted(language, &said.decides));
    let parliament = match said.parliament {
        Parliament::Nothing => {
            both!(language, "nothing is asked of the parliament", "rien n'est demandé au parlement")
        }
        Parliament::Informed => both!(language, "the parliament is informed", "le parlement est informé"),
        Parliament::Approves => both!(language, "the parliament approves", "le parlement approuve"),
    };
    let limits = given(said.limits.as_ref(), |limits| {
        let limits = quoted(language, limits);
        both!(language, ", within {limits}", ", dans les limites {limits}")
    });
    let until = given(said.until, |until| {
        let until = day(until);
        both!(language, ", valid until {until}", ", valable jusqu'au {until}")
    });
    let rest = about(&said.particulars, language);
    both!(
        language,
        "{who} says what its law allows: {item}, on the basis {basis}, decided by {decides} in {days}; {parliament}{limits}\
         {until}{rest}",
        "{who} dit ce que son droit permet : {item}, sur la base {basis}, décidé par {decides} en {days} ; {parliament}\
         {limits}{until}{rest}"
    )
}

fn pathway(said: &Pathway, who: MemberCode, language: Language) -> String {
    let (item, days, kind) =
        (quoted(language, &said.item), days(language, said.days), pathway_kind(said.kind, language));
    let open = given(said.open.then_some(()), |()| {
        both!(language, ", open to other members", ", ouverte aux autres membres")
    });
    let end_user = given(said.end_user.then_some(()), |()| {
        both!(language, ", with an end-user certificate", ", avec certificat d'utilisateur final")
    });
    let who_can = given(said.eligibility.as_ref(), |text| {
        let text = quoted(language, text);
        both!(language, ", usable by {text}", ", accessible à {text}")
    });
    let (from, to) = (said.from.map(amount), said.to.map(amount));
    let from = given(from, |from| both!(language, ", from {from}", ", à partir de {from}"));
    let to = given(to, |to| both!(language, ", up to {to}", ", jusqu'à {to}"));
    let exemption = given(said.exemption.as_ref(), |text| {
        let text = quoted(language, text);
        both!(language, ", exemption {text}", ", exemption {text}")
    });
    let consent = given(said.consent, |of| {
        both!(
            language,
            ", nothing going on to a third without the consent of {of}",
            ", rien n'allant à un tiers sans le consentement de {of}"
        )
    });
    let more = [open, end_user, who_can, from, to, exemption, consent].concat();
    let rest = about(&said.particulars, language);
    both!(
        language,
        "{who} says in which way it buys {item}: {kind}, in {days}{more}{rest}",
        "{who} dit de quelle manière il acquiert {item} : {kind}, en {days}{more}{rest}"
    )
}

/// In which way something is bought.
pub(super) fn pathway_kind(kind: PathwayKind, language: Language) -> String {
    match kind {
        PathwayKind::National => both!(language, "national", "nationale"),
        PathwayKind::LeadNation => both!(language, "lead nation", "nation pilote"),
        PathwayKind::Joint => both!(language, "joint", "conjointe"),
        PathwayKind::Agency => both!(language, "agency", "agence"),
        PathwayKind::GovernmentToGovernment => both!(language, "government-to-government", "d'État à État"),
    }
}

fn standard(said: &Standard, who: MemberCode, language: Language) -> String {
    let (number, edition) = (&said.standard, &said.edition);
    let step = |on: Option<_>, english: &str, french: &str| {
        given(on, |on| {
            let on = day(on);
            both!(language, ", {english} {on}", ", {french} {on}")
        })
    };
    let steps = [
        step(said.ratified, "ratified", "ratifié"),
        step(said.implemented, "implemented", "mis en œuvre"),
        step(said.tested, "tested", "éprouvé"),
        step(said.certified, "certified", "certifié"),
        step(said.exercised, "last exercised", "exercé pour la dernière fois"),
    ]
    .concat();
    let rest = about(&said.particulars, language);
    both!(
        language,
        "{who} says how far it has come with the standard {number}, edition {edition}{steps}{rest}",
        "{who} dit où il en est de la norme {number}, édition {edition}{steps}{rest}"
    )
}

/// What every assessment says beside its facts.
fn about(said: &Particulars, language: Language) -> String {
    let (on, review, text) = (day(said.on), day(said.review), quoted(language, &said.wording));
    let draft =
        given((said.status == Status::Draft).then_some(()), |()| both!(language, "; a draft", " ; projet"));
    let instead = given(said.replaces, |earlier| {
        let earlier = earlier.0;
        both!(language, "; it replaces assessment {earlier}", " ; cela remplace l'évaluation {earlier}")
    });
    let rest = [readable(language, said.audience), document(language, said.evidence.as_ref())].concat();
    both!(
        language,
        "; as of {on}, to be reviewed by {review}: {text}{draft}{instead}{rest}",
        " ; au {on}, à réexaminer d'ici au {review} : {text}{draft}{instead}{rest}"
    )
}
