//! What is asked about cases of assistance.

use alloc::string::String;

use quorate_charter::MemberCode;
use quorate_partnership::cases::{Command as C, Elsewhere, ElsewhereProgress as Progress, ReportUse};

use super::{given, help, in_kind, quoted, source};
use crate::words::{Language, amount};

pub(super) fn sentence(command: &C, who: MemberCode, language: Language) -> String {
    match command {
        C::Request(said) => help::requested(said, who, language),
        C::Attest(said) => {
            let (case, tranche) = (said.case.0, said.tranche.0);
            both!(
                language,
                "{who} attests that the condition of case {case}, tranche {tranche}, is met",
                "{who} atteste que la condition de la tranche {tranche} du dossier {case} est remplie"
            )
        }
        C::Instruct(said) => {
            let (case, tranche) = (said.case.0, said.tranche.0);
            both!(
                language,
                "{who} instructs the payment of case {case}, tranche {tranche}: it goes to the bank once others have countersigned it",
                "{who} donne instruction de payer la tranche {tranche} du dossier {case} : elle va à la banque une fois contresignée \
                 par d'autres"
            )
        }
        C::Countersign(said) => {
            let payment = said.payment.0;
            both!(
                language,
                "{who} countersigns payment {payment}: with the last signature that is needed, the money may leave",
                "{who} contresigne le paiement {payment} : avec la dernière signature requise, les fonds peuvent partir"
            )
        }
        _ => more(command, who, language),
    }
}

fn more(command: &C, who: MemberCode, language: Language) -> String {
    match command {
        C::Close(said) => {
            let case = said.case.0;
            both!(
                language,
                "{who} closes case {case}, which is paid",
                "{who} clôt le dossier {case}, qui est payé"
            )
        }
        C::Claim(said) => {
            let (case, sum, evidence) = (said.case.0, amount(said.amount), quoted(language, &said.evidence));
            both!(
                language,
                "{who} claims {sum} under the guarantee of case {case}; evidence: {evidence}",
                "{who} appelle {sum} au titre de la garantie du dossier {case} ; justification : {evidence}"
            )
        }
        C::SignAgreement(said) => {
            let case = said.case.0;
            both!(
                language,
                "{who} signs the financing agreement of case {case}, and is bound by its terms",
                "{who} signe l'accord de financement du dossier {case} et s'engage à ses clauses"
            )
        }
        C::ReportUse(said) => reported(said, who, language),
        C::AttestUse(said) => {
            let (case, report) = (said.case.0, said.report.0);
            both!(
                language,
                "{who} attests report {report} of case {case}: the money was used as it says",
                "{who} atteste le compte rendu {report} du dossier {case} : les fonds ont été employés comme il le dit"
            )
        }
        C::Elsewhere(said) => elsewhere(said, who, language),
        C::Need(_)
        | C::Offer(_)
        | C::WithdrawOffer(_)
        | C::Match(_)
        | C::Deliver(_)
        | C::AcceptDelivery(_)
        | C::Return(_) => in_kind::sentence(command, who, language),
        _ => String::new(),
    }
}

fn reported(said: &ReportUse, who: MemberCode, language: Language) -> String {
    let (case, sum, what) = (said.case.0, amount(said.amount), quoted(language, &said.what));
    let instead = given(said.replaces, |earlier| {
        let earlier = earlier.0;
        both!(language, "; it replaces report {earlier}", " ; cela remplace le compte rendu {earlier}")
    });
    both!(
        language,
        "{who} accounts for {sum} that was paid to it for case {case}: {what}{instead}",
        "{who} rend compte de {sum} qui lui ont été payés pour le dossier {case} : {what}{instead}"
    )
}

fn elsewhere(said: &Elsewhere, who: MemberCode, language: Language) -> String {
    let (case, source) = (said.case.0, source(language, said.source.as_ref()));
    let instead = given(said.replaces, |earlier| {
        both!(language, "; it replaces its word {earlier}", " ; cela remplace sa déclaration {earlier}")
    });
    let Some(declared) = &said.declared else {
        return both!(
            language,
            "{who} says that nothing is given elsewhere for case {case}{instead}{source}",
            "{who} dit que rien n'est donné ailleurs pour le dossier {case}{instead}{source}"
        );
    };
    let (body, sum) = (quoted(language, &declared.body), amount(declared.amount));
    let how = match declared.progress {
        Progress::Requested => both!(language, "asked for", "demandés"),
        Progress::Promised => both!(language, "promised", "promis"),
        Progress::Paid => both!(language, "paid", "payés"),
    };
    both!(
        language,
        "{who} says of help elsewhere for case {case}: {sum} {how}, by {body}{instead}{source}",
        "{who} dit de l'aide donnée ailleurs pour le dossier {case} : {sum} {how}, par {body}{instead}{source}"
    )
}
