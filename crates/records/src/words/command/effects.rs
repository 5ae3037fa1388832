//! What a draft decision would do.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use quorate_charter::Term;
use quorate_partnership::CaseNo;
use quorate_partnership::cases::RelationEffect;
use quorate_partnership::decisions::Effect;
use quorate_partnership::members::{Admit, Effect as OnMembers};

use super::quoted;
use crate::words::{Language, amount};

/// What it does, in a few words that stand alone.
pub(super) fn does(effect: &Effect, language: Language) -> String {
    match effect {
        Effect::Call { total } => {
            let total = amount(*total);
            both!(
                language,
                "call {total} from the members, in proportion to what each signed as callable",
                "appeler {total} auprès des membres, en proportion de ce que chacun a signé comme appelable"
            )
        }
        Effect::Restore { total } => {
            let total = amount(*total);
            both!(
                language,
                "call {total} from the members to restore what losses took",
                "appeler {total} auprès des membres pour reconstituer ce que les pertes ont pris"
            )
        }
        Effect::Budget { year, amount: sum } => {
            let sum = amount(*sum);
            both!(
                language,
                "set {sum} of commitment authority aside for the administration's expenses of {year}",
                "réserver {sum} de capacité d'engagement aux dépenses d'administration de {year}"
            )
        }
        Effect::NameParty { case, member } => {
            let case = case.0;
            both!(
                language,
                "name {member} a party to the dispute about case {case}, which takes part in no later decision on it",
                "désigner {member} partie au différend sur le dossier {case}, qui ne prend plus part aux votes ultérieurs sur lui"
            )
        }
        Effect::Members(effect) => on_members(effect, language),
        Effect::Relation(effect) => on_relation(effect, language),
        Effect::FindBreach { case, term } => breach(*case, *term, language),
        _ => on_case(effect, language),
    }
}

fn on_case(effect: &Effect, language: Language) -> String {
    let Some(CaseNo(case)) = effect.case() else { return String::new() };
    match effect {
        Effect::Assist { .. } => both!(
            language,
            "approve case {case}, and set commitment authority aside for its tranches",
            "approuver le dossier {case} et réserver de la capacité d'engagement pour ses tranches"
        ),
        Effect::WriteOff { .. } => both!(
            language,
            "give up what is outstanding of the loan of case {case}: it is a loss",
            "passer en perte l'encours du prêt du dossier {case}"
        ),
        Effect::ReleaseGuarantee { .. } => both!(
            language,
            "end the guarantee of case {case} before its term: what nobody claimed is free again",
            "mettre fin à la garantie du dossier {case} avant son terme : ce que nul n'a appelé redevient disponible"
        ),
        _ => both!(
            language,
            "find that the breach of case {case} is over: what is left of it can be paid",
            "constater que le manquement au dossier {case} a pris fin : ce qui en reste peut être payé"
        ),
    }
}

fn breach(CaseNo(case): CaseNo, term: Term, language: Language) -> String {
    let term = match (term, language) {
        (Term::EndUse, Language::English) => "end use",
        (Term::EndUse, Language::French) => "usage final",
        (Term::NoRetransfer, Language::English) => "no re-transfer",
        (Term::NoRetransfer, Language::French) => "non-retransfert",
        (Term::Audit, _) => "audit",
        (Term::Recovery, Language::English) => "recovery",
        (Term::Recovery, Language::French) => "recouvrement",
    };
    both!(
        language,
        "find that the beneficiary of case {case} broke the term \"{term}\": nothing more of it is paid",
        "constater que le bénéficiaire du dossier {case} a enfreint la clause «\u{a0}{term}\u{a0}» : rien n'en est plus payé"
    )
}

fn on_relation(effect: &RelationEffect, language: Language) -> String {
    match effect {
        RelationEffect::StandDown { case } => {
            let case = case.0;
            both!(
                language,
                "let help to case {case} stand down: nothing more of it is instructed",
                "mettre en retrait l'aide au dossier {case} : plus aucune instruction de paiement n'est donnée"
            )
        }
        RelationEffect::Resume { case } => {
            let case = case.0;
            both!(language, "let help to case {case} go on", "reprendre l'aide au dossier {case}")
        }
        RelationEffect::Count { case, body, amount: sum, source } => {
            let (case, sum) = (case.0, amount(*sum));
            let (body, source) = (quoted(language, body), quoted(language, source));
            both!(
                language,
                "count at least {sum} as given elsewhere for case {case} by {body}; source: {source}",
                "compter au moins {sum} comme donnés ailleurs pour le dossier {case} par {body} ; source : {source}"
            )
        }
    }
}

fn on_members(effect: &OnMembers, language: Language) -> String {
    match effect {
        OnMembers::Suspend(effect) => {
            let member = effect.member;
            both!(
                language,
                "suspend {member}: its voice rests, and its obligations stay",
                "suspendre {member} : sa voix délibérative est suspendue, ses obligations demeurent"
            )
        }
        OnMembers::Restore(effect) => {
            let member = effect.member;
            both!(language, "end the suspension of {member}", "lever la suspension de {member}")
        }
        OnMembers::Admit(effect) => invited(effect, language),
        OnMembers::Amend(effect) => {
            let (amends, text) = (effect.amends, effect.text.hash());
            both!(
                language,
                "amend text {amends} of the charter by the text {text}, which binds those that accept it",
                "amender le texte {amends} de la charte par le texte {text}, qui lie ceux qui l'acceptent"
            )
        }
        OnMembers::Reaccredit(effect) => {
            let (member, root, recovery) = (effect.member, effect.root, effect.recovery);
            both!(
                language,
                "give new keys to {member}, which has lost its own: root {root}, recovery {recovery}",
                "donner de nouvelles clés à {member}, qui a perdu les siennes : racine {root}, secours {recovery}"
            )
        }
        OnMembers::AdmitBeneficiary(effect) => {
            let (state, root, recovery) = (effect.state, effect.root, effect.recovery);
            let name = if language == Language::English { &effect.name_en } else { &effect.name_fr };
            both!(
                language,
                "admit {state} ({name}) to ask for help, as no member, with the root key {root} and the recovery key {recovery}",
                "admettre {state} ({name}), non membre, à demander de l'assistance, avec la clé racine {root} et la clé de secours \
                 {recovery}"
            )
        }
        OnMembers::EndAdmission(effect) => {
            let state = effect.state;
            both!(language, "end the admission of {state}", "mettre fin à l'admission de {state}")
        }
        OnMembers::Adopt(effect) => {
            let (title, document) = (quoted(language, &effect.title), effect.document);
            both!(
                language,
                "adopt the text {title}, document {document}",
                "adopter le texte {title}, document {document}"
            )
        }
    }
}

fn invited(effect: &Admit, language: Language) -> String {
    let (member, root, recovery) = (effect.member, effect.root, effect.recovery);
    let name = if language == Language::English { &effect.name_en } else { &effect.name_fr };
    let weights: Vec<String> =
        effect.weights.iter().map(|weight| format!("{} {}", weight.measure, weight.weight)).collect();
    let weights = if weights.is_empty() { "–".into() } else { weights.join(", ") };
    both!(
        language,
        "invite {member} ({name}) to accede, with the weights {weights}, the root key {root} and the recovery key {recovery}",
        "inviter {member} ({name}) à adhérer, avec les poids {weights}, la clé racine {root} et la clé de secours {recovery}"
    )
}
