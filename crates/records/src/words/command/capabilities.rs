//! What is asked about capabilities, and a thing in words.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use quorate_charter::MemberCode;
use quorate_partnership::capabilities::{Command as C, Confidence, Days, Kind, Named, Thing};

use super::{days, listed, quoted, readable, source};
use crate::words::{Language, amount};

pub(super) fn sentence(command: &C, who: MemberCode, language: Language) -> String {
    match command {
        C::Declare(said) => {
            let (name, thing) = (&said.thing.name, thing(language, &said.thing));
            let rest = readable(language, said.thing.audience);
            both!(
                language,
                "{who} declares of itself {name}, in the place of what it declared under that name before: {thing}{rest}",
                "{who} déclare de lui-même {name}, au lieu de ce qu'il a déclaré avant sous ce nom : {thing}{rest}"
            )
        }
        C::Withdraw(said) => {
            let name = &said.name;
            both!(
                language,
                "{who} withdraws what it declared of itself as {name}",
                "{who} retire ce qu'il a déclaré de lui-même sous le nom de {name}"
            )
        }
    }
}

/// A thing in words: what it is, on what it relies, and for how long it goes on without.
pub(crate) fn thing(language: Language, thing: &Thing) -> String {
    let what = quoted(language, &thing.what);
    let kind = match thing.kind {
        Kind::Capability => both!(language, "a capability", "une capacité"),
        Kind::Component => both!(language, "a component", "un composant"),
        Kind::Service => both!(language, "a service", "un service"),
        Kind::Base => both!(language, "a base", "une base"),
        Kind::Data => both!(language, "data", "des données"),
    };
    let said = relies(language, thing).into_iter().chain(figures(language, thing));
    let said =
        said.fold(String::new(), |before, next| both!(language, "{before}; {next}", "{before} ; {next}"));
    let source = source(language, Some(&thing.source));
    [what, ", ".into(), kind, said, source].concat()
}

fn relies(language: Language, thing: &Thing) -> Vec<String> {
    let needs = Some(listed(&thing.needs)).filter(|_| !thing.needs.is_empty());
    let needs = needs.map(|needs| both!(language, "it needs {needs}", "il lui faut {needs}"));
    let one_of = thing.one_of.iter().map(|group| {
        let group = either(language, group);
        both!(language, "it needs {group}", "il lui faut {group}")
    });
    let hands = thing.in_hands_of;
    let hands =
        hands.map(|state| both!(language, "it is in the hands of {state}", "il est aux mains de {state}"));
    let supplier = thing.supplier.as_ref();
    let supplier =
        supplier.map(|supplier| both!(language, "it comes from {supplier}", "il vient de {supplier}"));
    needs.into_iter().chain(one_of).chain(hands).chain(supplier).collect()
}

/// One of several.
fn either(language: Language, group: &[Named]) -> String {
    let names: Vec<String> = group.iter().map(ToString::to_string).collect();
    names.join(if language == Language::English { " or " } else { " ou " })
}

fn figures(language: Language, thing: &Thing) -> Vec<String> {
    let lasts = thing.own_lasts().map(|days| lasts(language, days));
    let replaced = thing.own_replaced_in().map(|days| replaced(language, days));
    let cost = thing.cost.map(amount);
    let cost = cost
        .map(|cost| both!(language, "to have it otherwise costs {cost}", "l'obtenir autrement coûte {cost}"));
    let sure = match thing.confidence {
        Confidence::Low => both!(language, "low", "faible"),
        Confidence::Moderate => both!(language, "moderate", "moyenne"),
        Confidence::High => both!(language, "high", "élevée"),
    };
    let sure = both!(language, "confidence: {sure}", "confiance : {sure}");
    lasts.into_iter().chain(replaced).chain(cost).chain([sure]).collect()
}

fn lasts(language: Language, lasts: Days) -> String {
    match lasts {
        Days::Known(0) => both!(language, "without that it ends at once", "sans cela il s'arrête aussitôt"),
        Days::Known(many) => {
            let many = days(language, many);
            both!(language, "without that it goes on for {many}", "sans cela il continue pendant {many}")
        }
        Days::Endless => {
            both!(language, "without that it goes on for ever", "sans cela il continue toujours")
        }
        Days::NotPublic => both!(
            language,
            "for how long it goes on without that is not public",
            "pendant combien de temps il continue sans cela n'est pas publié"
        ),
    }
}

fn replaced(language: Language, replaced_in: Days) -> String {
    match replaced_in {
        Days::Known(0) => {
            both!(language, "it can be had otherwise at once", "on l'obtient autrement aussitôt")
        }
        Days::Known(many) => {
            let many = days(language, many);
            both!(language, "after {many} it can be had otherwise", "après {many} on l'obtient autrement")
        }
        Days::Endless => both!(language, "it can never be had otherwise", "on ne l'obtient jamais autrement"),
        Days::NotPublic => both!(
            language,
            "when it can be had otherwise is not public",
            "quand on l'obtient autrement n'est pas publié"
        ),
    }
}
