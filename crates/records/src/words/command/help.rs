//! What a request for help asks for.

use alloc::string::String;
use alloc::vec::Vec;

use quorate_charter::MemberCode;
use quorate_partnership::cases::{Kind, Loan, Request, Terms};

use super::{days, given, listed, quoted};
use crate::words::{Language, amount, interest};

pub(super) fn requested(said: &Request, who: MemberCode, language: Language) -> String {
    let (purpose, payee) = (quoted(language, &said.purpose), quoted(language, &said.payee));
    let parts: Vec<String> = said.tranches.iter().map(|terms| tranche(terms, language)).collect();
    let parts = if parts.is_empty() { String::new() } else { both_parts(&listed(&parts), language) };
    match &said.kind {
        None => both!(
            language,
            "{who} asks for a grant for {purpose}, to be paid to {payee}{parts}",
            "{who} demande un don pour {purpose}, à payer à {payee}{parts}"
        ),
        Some(Kind::Loan(loan)) => {
            let terms = terms(loan, language);
            both!(
                language,
                "{who} asks for a loan for {purpose}, to be paid to {payee}{parts}; {terms}",
                "{who} demande un prêt pour {purpose}, à payer à {payee}{parts} ; {terms}"
            )
        }
        Some(Kind::Guarantee(guarantee)) => {
            let term = days(language, guarantee.term);
            both!(
                language,
                "{who} asks for a guarantee for {purpose}, to be paid to {payee}, for {term} from the approval{parts}",
                "{who} demande une garantie pour {purpose}, à payer à {payee}, pendant {term} après l'approbation{parts}"
            )
        }
        Some(Kind::InKind) => both!(
            language,
            "{who} asks for help in kind for {purpose}, to go to {payee}: no money",
            "{who} demande une assistance en nature pour {purpose}, destinée à {payee} : aucune somme d'argent"
        ),
    }
}

fn both_parts(parts: &str, language: Language) -> String {
    both!(language, ": {parts}", " : {parts}")
}

fn tranche(terms: &Terms, language: Language) -> String {
    let (sum, condition) = (amount(terms.amount), quoted(language, &terms.condition));
    let ahead =
        given(terms.ahead.as_ref(), |_| both!(language, ", as pre-financing", ", à titre de préfinancement"));
    both!(language, "{sum}{ahead} on the condition {condition}", "{sum}{ahead} à la condition {condition}")
}

/// How a loan is repaid.
fn terms(loan: &Loan, language: Language) -> String {
    let grace = days(language, loan.grace);
    let parts = loan.instalments.iter().map(|part| {
        let (sum, day) = (amount(part.amount), days(language, part.day));
        both!(language, "{sum} after {day}", "{sum} après {day}")
    });
    let parts: Vec<String> = parts.collect();
    let parts = listed(&parts);
    let interest = interest(loan.interest);
    let interest = match (language, loan.interest) {
        (Language::English, _) => interest,
        (Language::French, None) => "aucun".into(),
        (Language::French, Some(_)) => interest.replace(" a year", " par an"),
    };
    both!(
        language,
        "repaid, after {grace} of grace from the first payment, by {parts} counted from then, with {interest}",
        "remboursé, après un différé de {grace} à compter du premier paiement, par {parts} à partir de là ; intérêt : {interest}"
    )
}
