//! A command in a sentence, before anything came of it: what somebody is asked to sign. The command alone is read, and nothing
//! that is true beside it. Each sentence is written in both languages at once, so that none can stand in one alone; what others
//! wrote goes into its gaps as it is, and is never looked at for sentences of ours.

/// A sentence in the language asked for, given in English and in French.
macro_rules! both {
    ($language:expr, $en:literal, $fr:literal $(,)?) => {
        match $language {
            crate::words::Language::English => alloc::format!($en),
            crate::words::Language::French => crate::words::french::spaced(&alloc::format!($fr)),
        }
    };
}

mod arrangements;
mod assessments;
mod audit;
mod capabilities;
mod cases;
mod consultations;
mod continuity;
mod decisions;
mod effects;
mod frameworks;
mod fund;
mod help;
mod in_kind;
mod instrument;
mod members;
mod positions;
mod procurement;

use alloc::format;
use alloc::string::{String, ToString};
use core::fmt::Display;

use quorate_charter::{MemberCode, Office};
use quorate_partnership::{Audience, Command, DocumentHash};

pub(super) use self::capabilities::thing;
use super::Language;

/// What a signature of this member under the command does.
#[must_use]
pub fn command(command: &Command, who: MemberCode, language: Language) -> String {
    let said = match command {
        Command::Members(command) => members::sentence(command, who, language),
        Command::Decisions(command) => decisions::sentence(command, who, language),
        Command::Fund(command) => fund::sentence(command, who, language),
        Command::Cases(command) => cases::sentence(command, who, language),
        Command::Audit(command) => audit::sentence(command, who, language),
        Command::Frameworks(command) => frameworks::sentence(command, who, language),
        Command::Consultations(command) => consultations::sentence(command, who, language),
        Command::Continuity(command) => continuity::sentence(command, who, language),
        Command::Positions(command) => positions::sentence(command, who, language),
        Command::Capabilities(command) => capabilities::sentence(command, who, language),
    };
    format!("{said}.")
}

/// What others wrote, in the marks of the language; those that stand in it are made others, so that it ends where it ends.
fn quoted(language: Language, text: &impl Display) -> String {
    let text = text.to_string();
    match language {
        Language::English => format!("\"{}\"", text.replace('"', "'")),
        Language::French => format!("«\u{a0}{}\u{a0}»", text.replace('«', "‹").replace('»', "›")),
    }
}

/// How many days.
fn days(language: Language, days: u32) -> String {
    match (language, days) {
        (Language::English, 1) => "1 day".into(),
        (Language::English, _) => format!("{days} days"),
        (Language::French, 0 | 1) => format!("{days} jour"),
        (Language::French, _) => format!("{days} jours"),
    }
}

/// What is said where something is given, and nothing where it is not.
fn given<T>(of: Option<T>, say: impl FnOnce(T) -> String) -> String {
    of.map_or_else(String::new, say)
}

/// Who may read it.
fn readable(language: Language, audience: Audience) -> String {
    match audience {
        Audience::Members => {
            both!(language, "; members alone may read it", " ; seuls les membres peuvent le lire")
        }
        Audience::Public => both!(language, "; everybody may read it", " ; chacun peut le lire"),
    }
}

/// The document that it goes with.
fn document(language: Language, hash: Option<&DocumentHash>) -> String {
    given(hash, |hash| {
        let hash = hash.short();
        both!(language, "; with the document {hash}", " ; avec le document {hash}")
    })
}

/// Where it is to be read.
fn source(language: Language, source: Option<&impl Display>) -> String {
    given(source, |source| {
        let source = quoted(language, source);
        both!(language, "; source: {source}", " ; source : {source}")
    })
}

/// Of whom something is said that is not the member itself.
fn reported_of(language: Language, of: Option<MemberCode>) -> String {
    given(of, |of| both!(language, ", as reported of {of}", ", selon ce qui est rapporté de {of}"))
}

/// Names, one after another; a dash where there is none.
fn listed<T: Display>(names: &[T]) -> String {
    let listed = names.iter().fold(String::new(), |before, next| match before.as_str() {
        "" => next.to_string(),
        _ => format!("{before}, {next}"),
    });
    if listed.is_empty() { "–".into() } else { listed }
}

/// An office as a word.
fn office(language: Language, office: Office) -> &'static str {
    let (english, french) = match office {
        Office::Root => ("root", "clé racine"),
        Office::Recovery => ("recovery", "clé de secours"),
        Office::Representative => ("representative", "représentant habilité"),
        Office::Treasurer => ("treasurer", "trésorier"),
        Office::CaseOfficer => ("case officer", "chargé de dossier"),
        Office::Auditor => ("auditor", "auditeur"),
        Office::LiaisonOfficer => ("liaison officer", "officier de liaison"),
    };
    if language == Language::English { english } else { french }
}
