//! What is asked about the fund.

use alloc::string::String;

use quorate_charter::MemberCode;
use quorate_partnership::fund::{Command as C, Condition, Indicate, Instalment, Pledge, RateKind, Standing};

use super::{given, listed, quoted, source};
use crate::words::{Language, amount, day, needed, purpose};

pub(super) fn sentence(command: &C, who: MemberCode, language: Language) -> String {
    match command {
        C::Indicate(said) => indicated(said, who, language),
        C::Pledge(said) => pledged(said, who, language),
        C::WithdrawPledge(_) => both!(language, "{who} withdraws its pledge", "{who} retire son annonce"),
        C::SignAgreement(said) => {
            let (paid_in, callable) = (amount(said.paid_in), amount(said.callable));
            let when = given(said.instalments.as_deref(), |list| on_days(list, language));
            both!(
                language,
                "{who} signs a contribution agreement, and is bound by it: {paid_in} to be paid in{when}, and {callable} that can \
                 be called",
                "{who} signe un accord de contribution et s'y engage : {paid_in} à libérer{when}, et {callable} appelables"
            )
        }
        C::LodgeNote(said) => {
            let when = on_days(&said.encashments, language);
            both!(
                language,
                "{who} lodges a note in the place of money to be paid in{when}",
                "{who} dépose un billet tenant lieu de sommes à libérer{when}"
            )
        }
        C::EmergencyCall(said) => {
            let total = amount(said.total);
            both!(
                language,
                "{who} asks for an emergency call of {total}; a treasurer of another member has to countersign it",
                "{who} demande un appel d'urgence de {total} ; un trésorier d'un autre membre doit le contresigner"
            )
        }
        C::CountersignCall(said) => {
            let number = said.emergency.0;
            both!(
                language,
                "{who} countersigns emergency call {number}: the money is called from the members",
                "{who} contresigne l'appel d'urgence {number} : les fonds sont appelés auprès des membres"
            )
        }
        C::EnterLine(_) | C::CountersignLine(_) | C::IdentifyLine(_) | C::TakeBackLine(_) => {
            lines(command, who, language)
        }
        _ => periods(command, who, language),
    }
}

fn indicated(said: &Indicate, who: MemberCode, language: Language) -> String {
    let (of, source) = (said.of, source(language, Some(&said.source)));
    let sum = said
        .amount
        .map_or_else(|| both!(language, "an amount that is not known", "un montant non connu"), amount);
    match said.standing {
        Standing::Announced => both!(
            language,
            "{who} puts on record that {of} announced {sum}; it binds nobody{source}",
            "{who} consigne que {of} a annoncé {sum} ; cela n'engage personne{source}"
        ),
        Standing::Expected => both!(
            language,
            "{who} puts on record that {of} is expected to give {sum}; it binds nobody{source}",
            "{who} consigne qu'il est attendu de {of} qu'il donne {sum} ; cela n'engage personne{source}"
        ),
    }
}

fn pledged(said: &Pledge, who: MemberCode, language: Language) -> String {
    let sum = said.amount.map_or_else(|| both!(language, "no stated amount", "sans montant déclaré"), amount);
    let condition = given(said.condition.as_ref(), |condition| match condition {
        Condition::Words(words) => {
            let words = quoted(language, words);
            both!(language, ", on the condition {words}", ", à la condition {words}")
        }
        Condition::Matching(ratio) => {
            let share = needed(*ratio);
            both!(
                language,
                ", at most {share} of what the others together pledged or signed",
                ", au plus {share} de ce que les autres ensemble ont annoncé ou signé"
            )
        }
    });
    let lapses = given(said.lapses, |on| {
        let on = day(on);
        both!(language, "; it lapses on {on}", " ; elle devient caduque le {on}")
    });
    both!(
        language,
        "{who} pledges {sum}{condition}{lapses}; a pledge is public and binds nobody",
        "{who} fait une annonce publique : {sum}{condition}{lapses} ; une annonce n'engage personne"
    )
}

fn on_days(list: &[Instalment], language: Language) -> String {
    let parts = list.iter().map(|next| {
        let (sum, on) = (amount(next.amount), day(next.day));
        both!(language, "{sum} on {on}", "{sum} le {on}")
    });
    let parts: alloc::vec::Vec<String> = parts.collect();
    let parts = listed(&parts);
    both!(language, " (of it {parts})", " (dont {parts})")
}

fn lines(command: &C, who: MemberCode, language: Language) -> String {
    match command {
        C::EnterLine(said) => {
            let (sum, on) = (amount(said.amount), day(said.value_date));
            let what = language.say(&purpose(said.purpose));
            let reference = quoted(language, &said.reference);
            both!(
                language,
                "{who} enters a line of the bank's statement: {sum}, {what}, value date {on}, the bank's reference {reference}; a \
                 treasurer of another member has to countersign it",
                "{who} saisit une ligne du relevé bancaire : {sum}, {what}, date de valeur {on}, référence de la banque \
                 {reference} ; un trésorier d'un autre membre doit la contresigner"
            )
        }
        C::CountersignLine(said) => {
            let line = said.line.0;
            both!(
                language,
                "{who} countersigns bank line {line}: it is booked",
                "{who} contresigne la ligne de relevé {line} : elle est comptabilisée"
            )
        }
        C::IdentifyLine(said) => {
            let (line, from) = (said.line.0, said.from);
            both!(
                language,
                "{who} says that the money of bank line {line} came from {from}",
                "{who} dit que les fonds de la ligne de relevé {line} viennent de {from}"
            )
        }
        C::TakeBackLine(said) => {
            let line = said.line.0;
            both!(
                language,
                "{who} says that bank line {line} is to be taken back: what was booked for it is reversed",
                "{who} dit que la ligne de relevé {line} est à reprendre : ce qui a été comptabilisé est contre-passé"
            )
        }
        _ => String::new(),
    }
}

fn periods(command: &C, who: MemberCode, language: Language) -> String {
    match command {
        C::SealPeriod(said) => {
            let until = day(said.until);
            both!(
                language,
                "{who} seals the books until {until}, as they stand in the record that it signs; a treasurer of another member \
                 has to countersign it",
                "{who} clôt les livres jusqu'au {until}, tels qu'ils sont au registre sur lequel il signe ; un trésorier d'un autre \
                 membre doit contresigner"
            )
        }
        C::CountersignSeal(said) => {
            let seal = said.seal.0;
            both!(
                language,
                "{who} countersigns seal {seal}: nothing has effect in that period any more",
                "{who} contresigne la clôture {seal} : plus rien ne prend effet dans cette période"
            )
        }
        C::EnterRate(said) => {
            let (rate, on, source) = (said.rate, day(said.day), source(language, Some(&said.source)));
            let kind = match (said.kind, language) {
                (RateKind::Spot, Language::English) => "spot",
                (RateKind::Spot, Language::French) => "au comptant",
                (RateKind::Closing, Language::English) => "closing",
                (RateKind::Closing, Language::French) => "de clôture",
                (RateKind::Agreed, Language::English) => "agreed",
                (RateKind::Agreed, Language::French) => "convenu",
            };
            both!(
                language,
                "{who} enters a {kind} rate of exchange of {on}: {rate}{source}; a treasurer of another member has to countersign it",
                "{who} saisit un cours de change {kind} du {on} : {rate}{source} ; un trésorier d'un autre membre doit le contresigner"
            )
        }
        C::CountersignRate(said) => {
            let rate = said.rate.0;
            both!(
                language,
                "{who} countersigns rate {rate}: the books may use it",
                "{who} contresigne le cours {rate} : les livres peuvent l'employer"
            )
        }
        C::Revalue(said) => {
            let on = day(said.day);
            both!(
                language,
                "{who} values what is held of other currencies at the closing rates of {on}",
                "{who} réévalue ce qui est détenu en d'autres monnaies aux cours de clôture du {on}"
            )
        }
        _ => String::new(),
    }
}
